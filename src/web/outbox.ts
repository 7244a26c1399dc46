/**
 * The outbox: figures and files go into it as soon as they are entered, with or without a network, and out of it when
 * the server has answered. Pages look at it, the sender (outbox-sender.ts) empties it.
 */

import { useSyncExternalStore } from 'react';
import type { SavedCell } from '../contract/measurements.ts';
import { changeOutbox, keepsForGood, readOutbox } from './kept.ts';
import { applied, type Changes, type Place, putBehind, samePlace, type Waiting } from './outbox-items.ts';

let items: Waiting[] = [];
/** Where the browser keeps nothing: this page's memory is all there is. */
let lasting = true;
let reading: Promise<void> | null = null;
const listeners = new Set<() => void>();
/** Other pages of this browser, which have the same outbox. */
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('thidua-outbox');

function show(now: Waiting[]): void {
  items = now.toSorted((a, b) => a.order - b.order);
  for (const listen of listeners) listen();
}

async function read(): Promise<void> {
  lasting = await keepsForGood();
  if (lasting) show(await readOutbox());
}

/** Ready once what an earlier visit left is there. */
export function outboxReady(): Promise<void> {
  reading ??= read();
  return reading;
}

others?.addEventListener('message', () => void read());

/** Everything that waits in this browser, of whomever. */
export const outboxNow = (): readonly Waiting[] => items;

/** Whether what waits outlives this page. */
export const outboxLasts = (): boolean => lasting;

export async function change(how: (items: readonly Waiting[]) => Changes): Promise<void> {
  await outboxReady();
  const now = lasting ? await changeOutbox(how) : null;
  show(now ?? applied(items, how(items)));
  others?.postMessage('changed');
}

/** Puts an entry behind the others. It is kept when this resolves. */
export async function putInOutbox(fresh: Waiting): Promise<void> {
  await change((now) => putBehind(now, fresh));
  // Browsers clear what they may when they need room; asked, they leave this.
  if (lasting) void navigator.storage?.persist?.().catch(() => false);
}

export const takeOut = (id: Waiting['id']): Promise<void> => change(() => ({ put: [], drop: [id] }));

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => void listeners.delete(listen);
};

export const useOutbox = (): readonly Waiting[] => useSyncExternalStore(subscribe, outboxNow);

/** What waits of one unit and period, or of all units of it. */
export const waitingAt = (all: readonly Waiting[], owner: string, place: Omit<Place, 'organisationId'>): Waiting[] =>
  all.filter((one) => one.owner === owner && samePlace({ ...one.place, ...place }, one.place));

/** What the server said to an entry, for the page that shows those figures. */
export type Answered = { sent: Waiting; cells: SavedCell[] };
const hearers = new Set<(answered: Answered) => void>();

export function onAnswered(hear: (answered: Answered) => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

export function tellAnswered(answered: Answered): void {
  for (const hear of hearers) hear(answered);
}
