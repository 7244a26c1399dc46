/** What this browser keeps for the people who work in it: answers that figures need offline, and what waits to be sent. */

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LinkId, TargetId } from '../contract/ids.ts';
import type { Session } from '../contract/session.ts';
import type { Changes, Waiting } from './outbox-items.ts';

/** An answer of the server, by whom it was given to. */
type KeptAnswer = { owner: string; question: string; answer: unknown; at: string };
type KeptSeat = { owner: string; session: Session };

/** A picture or paper beside a figure of a link, until the link has taken it. */
export type LinkFile = { id: string; linkId: LinkId; targetId: TargetId; name: string; bytes: ArrayBuffer; at: string };

interface Schema extends DBSchema {
  answers: { key: [owner: string, question: string]; value: KeptAnswer };
  outbox: { key: string; value: Waiting };
  seat: { key: string; value: KeptSeat };
  linkFiles: { key: string; value: LinkFile };
}

const MOST_ANSWERS = 200;
const SEAT = 'now';

let opened: Promise<IDBPDatabase<Schema> | null> | null = null;

/** Null where the browser keeps nothing (a private window, no room): everything goes on, in this page's memory alone. */
function database(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= openDB<Schema>('thidua', 2, {
    upgrade: (db, before) => {
      if (before < 1) {
        db.createObjectStore('answers', { keyPath: ['owner', 'question'] });
        db.createObjectStore('outbox', { keyPath: 'id' });
        db.createObjectStore('seat');
      }
      db.createObjectStore('linkFiles', { keyPath: 'id' });
    },
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = null;
    },
  }).catch(() => null);
  return opened;
}

/** Whether what is put away outlives this page. */
export const keepsForGood = async (): Promise<boolean> => (await database()) !== null;

/** The last session there was, for opening the program without a network. */
export const keptSeat = async (): Promise<KeptSeat | undefined> => (await database())?.get('seat', SEAT);

/** Remembers who works here now. What other accounts and posts had at hand is forgotten; what they have to send is not. */
export async function keepSeat(seat: KeptSeat): Promise<void> {
  const db = await database();
  if (!db) return;
  const before = await db.get('seat', SEAT);
  if (before && before.owner !== seat.owner) await forgetSeat();
  await db.put('seat', seat, SEAT);
}

/** Nobody works here any more: nothing of the server's is left. */
export async function forgetSeat(): Promise<void> {
  const db = await database();
  if (!db) return;
  const forgetting = db.transaction(['answers', 'seat'], 'readwrite');
  await Promise.all([
    forgetting.objectStore('answers').clear(),
    forgetting.objectStore('seat').clear(),
    forgetting.done,
  ]);
}

export async function keepAnswer(answer: KeptAnswer): Promise<void> {
  const db = await database();
  if (!db) return;
  const keeping = db.transaction('answers', 'readwrite');
  await keeping.store.put(answer);
  const all = await keeping.store.getAll();
  const oldest = all.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, Math.max(0, all.length - MOST_ANSWERS));
  for (const { owner, question } of oldest) await keeping.store.delete([owner, question]);
  await keeping.done;
}

export const findAnswer = async (owner: string, question: string): Promise<KeptAnswer | undefined> =>
  (await database())?.get('answers', [owner, question]);

/** What waits to go by a link, the oldest first. */
export async function linkFilesOf(linkId: LinkId): Promise<LinkFile[]> {
  const all = (await (await database())?.getAll('linkFiles')) ?? [];
  return all.filter((one) => one.linkId === linkId).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Where the browser keeps nothing the page alone has it. */
export async function keepLinkFile(file: LinkFile): Promise<void> {
  await (await database())?.put('linkFiles', file);
  // Browsers clear what they may when they need room; asked, they leave this.
  void navigator.storage?.persist?.().catch(() => false);
}

export const dropLinkFile = async (id: string): Promise<void> => (await database())?.delete('linkFiles', id);

export const readOutbox = async (): Promise<Waiting[]> => (await (await database())?.getAll('outbox')) ?? [];

/**
 * Changes the outbox in one piece: `change` sees what is there and says what becomes of it. Two pages of one browser
 * take turns. Returns what is there then; null where nothing can be kept.
 */
export async function changeOutbox(change: (items: Waiting[]) => Changes): Promise<Waiting[] | null> {
  const db = await database();
  if (!db) return null;
  const changing = db.transaction('outbox', 'readwrite');
  const { put, drop } = change(await changing.store.getAll());
  for (const id of drop) await changing.store.delete(id);
  for (const one of put) await changing.store.put(one);
  const now = await changing.store.getAll();
  await changing.done;
  return now;
}
