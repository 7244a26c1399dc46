/** Whether the server was reached when it was last asked. Said by real requests only: a network is no server. */

import { useSyncExternalStore } from 'react';

let reached = true;
const listeners = new Set<() => void>();

export function serverReached(now: boolean): void {
  if (reached === now) return;
  reached = now;
  for (const listen of listeners) listen();
}

export const isReached = (): boolean => reached;

export function onReach(listen: () => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}

export const useReached = (): boolean => useSyncExternalStore(onReach, isReached);
