/** Messages from the server while no page is open, and the way from one into the program. */

import type { WorkerScope } from './scope.ts';

type Message = { title: string; body: string; url: string };

/** What came, made sure of; a message that cannot be read still says that there is something. */
export function messageIn(data: { json: () => unknown } | null): Message {
  const plain = { title: 'Thi Đua', body: '', url: '/thong-bao' };
  try {
    const found = data?.json() as Partial<Message> | null | undefined;
    const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
    // Only pages of the program itself.
    const url = text(found?.url, plain.url);
    return {
      title: text(found?.title, plain.title),
      body: text(found?.body, plain.body),
      url: /^\/(?!\/)/.test(url) ? url : plain.url,
    };
  } catch {
    return plain;
  }
}

/** Shows messages, and opens the page of one that is pressed: in a window that is there, else in a new one. */
export function showMessages(scope: WorkerScope): void {
  scope.addEventListener('push', (event) => {
    const { title, body, url } = messageIn(event.data);
    const shown = { body, lang: 'vi', tag: url, icon: '/icon-192.png', data: { url } };
    event.waitUntil(scope.registration.showNotification(title, shown));
  });
  scope.addEventListener('notificationclick', (event) => {
    const { url } = messageIn({ json: () => event.notification.data });
    event.notification.close();
    event.waitUntil(openPage(scope, url));
  });
}

async function openPage(scope: WorkerScope, url: string): Promise<void> {
  const [open] = await scope.clients.matchAll({ type: 'window' });
  if (!open) return void (await scope.clients.openWindow(url));
  await open.navigate(url);
  await open.focus();
}
