/** Messages on this device, as its browser offers them. */

/** Whether this browser can have messages at all: it needs HTTPS (or this very machine) and a service worker. */
export const mayHaveMessages = (): boolean =>
  window.isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const worker = async (): Promise<ServiceWorkerRegistration | undefined> =>
  (await navigator.serviceWorker.getRegistration()) ?? undefined;

/** What this browser has subscribed to; null where nothing. */
export async function subscriptionHere(): Promise<PushSubscription | null> {
  return (await (await worker())?.pushManager.getSubscription()) ?? null;
}

/** The mark by which the server names a device: SHA-256 of its address, base64url. */
export async function markOf(endpoint: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return toBase64Url(hash);
}

export type Subscribed = { endpoint: string; p256dh: string; auth: string };

/** Asks the person and then the browser; null where one of them says no. */
export async function subscribe(key: string): Promise<Subscribed | null> {
  const registered = await worker();
  if (!registered || (await Notification.requestPermission()) !== 'granted') return null;
  const options = { userVisibleOnly: true, applicationServerKey: fromBase64Url(key) };
  const existing = await registered.pushManager.getSubscription();
  let made = existing;
  try {
    made = await registered.pushManager.subscribe(options);
  } catch {
    // One for another key is in the way: the installation is a new one.
    await existing?.unsubscribe();
    made = await registered.pushManager.subscribe(options);
  }
  const p256dh = made.getKey('p256dh');
  const auth = made.getKey('auth');
  if (!p256dh || !auth) return null;
  return {
    endpoint: made.endpoint,
    p256dh: toBase64Url(new Uint8Array(p256dh)),
    auth: toBase64Url(new Uint8Array(auth)),
  };
}

export async function unsubscribe(): Promise<void> {
  await (await subscriptionHere())?.unsubscribe();
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
