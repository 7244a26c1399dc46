/**
 * What of the service worker's world is used here. The compiler reads the project with the page's types, which do not
 * know it; taking both libraries would let a page call what only a worker has.
 */

export type Lasting = { waitUntil: (work: Promise<unknown>) => void };
export type FetchEvent = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
export type MessageEvent = Lasting & { data: unknown };

export type PushEvent = Lasting & { data: { json: () => unknown } | null };
export type NotificationEvent = Lasting & { notification: { data: unknown; close: () => void } };
type OpenWindow = { navigate: (url: string) => Promise<unknown>; focus: () => Promise<unknown> };

type Heard = {
  push: PushEvent;
  notificationclick: NotificationEvent;
  install: Lasting;
  activate: Lasting;
  fetch: FetchEvent;
  message: MessageEvent;
};

export type WorkerScope = {
  addEventListener: <K extends keyof Heard>(name: K, hear: (event: Heard[K]) => void) => void;
  location: Location;
  caches: CacheStorage;
  fetch: typeof fetch;
  clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: 'window' }) => Promise<OpenWindow[]>;
    openWindow: (url: string) => Promise<unknown>;
  };
  registration: { showNotification: (title: string, options: Record<string, unknown>) => Promise<void> };
  skipWaiting: () => Promise<void>;
};
