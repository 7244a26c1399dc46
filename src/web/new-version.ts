/** The service worker as the page sees it: put in place once, looked after for a newer version, never taken over unasked. */

import { useSyncExternalStore } from 'react';

const LOOK_EVERY_MS = 60 * 60 * 1000;
/** Putting away takes a moment; sending what was put away may take longer, and need not be waited for. */
const PUT_AWAY_MS = 3_000;
const TAKE_OVER_MS = 5_000;

/** What has to be put away before the page loads itself again; pages add theirs while they are shown. */
const beforeLeaving = new Set<() => Promise<void>>();

/** Registers what puts typed things away before a reload. Returns how to take it out again. */
export function putAwayBeforeReload(putAway: () => Promise<void>): () => void {
  beforeLeaving.add(putAway);
  return () => void beforeLeaving.delete(putAway);
}

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

function isWaiting(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listen of listeners) listen();
}

/** Browsers keep a program for later only where nobody on the way can change it: over HTTPS, or on this very machine. */
export const mayKeepProgram = (): boolean => window.isSecureContext && 'serviceWorker' in navigator;

/** Puts the worker in place once the first page is there, so that keeping the program does not hold that page up. */
export function installWorker(): void {
  if (!mayKeepProgram() || !import.meta.env.PROD) return;
  if (document.readyState === 'complete') void install();
  else window.addEventListener('load', () => void install(), { once: true });
}

async function install(): Promise<void> {
  let registered: ServiceWorkerRegistration;
  try {
    registered = await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' });
  } catch {
    // No room, or the browser is told not to: the program works as before, only not without a network.
    return;
  }
  const look = () => {
    // The very first one is no new version.
    if (registered.waiting && navigator.serviceWorker.controller) isWaiting(registered.waiting);
  };
  look();
  registered.addEventListener('updatefound', () => registered.installing?.addEventListener('statechange', look));
  const ask = () => void registered.update().catch(() => undefined);
  setInterval(ask, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });
}

/** Puts away what is typed, lets the new version take over and loads the page anew. */
export async function takeNewVersion(): Promise<void> {
  const away = Promise.all([...beforeLeaving].map((putAway) => putAway()));
  await Promise.race([away, new Promise((done) => setTimeout(done, PUT_AWAY_MS))]);
  const registered = await navigator.serviceWorker.getRegistration();
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  // One that does not take over in time is taken at the next opening; the page itself comes anew anyway.
  setTimeout(() => window.location.reload(), TAKE_OVER_MS);
  (registered?.waiting ?? waiting)?.postMessage('take-over');
}

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};

/** Whether a newer version lies ready. */
export const useNewVersion = (): boolean => useSyncExternalStore(subscribe, () => waiting !== null);
