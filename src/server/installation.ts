/** What a database is for, decided at its first start. Sample data and real ones never share a database. */

import type { Kysely } from 'kysely';
import type { DB } from './db/tables.generated.ts';

export type InstallationKind = 'demo' | 'real';

/**
 * Marks a new database as `wanted`, or says what it was marked before. Of two first starts at the same moment one
 * decides for both.
 */
export async function claimInstallation(db: Kysely<DB>, wanted: InstallationKind): Promise<InstallationKind> {
  await db
    .insertInto('installation')
    .values({ kind: wanted })
    .onConflict((row) => row.doNothing())
    .execute();
  const { kind } = await db.selectFrom('installation').select('kind').executeTakeFirstOrThrow();
  return kind === 'demo' ? 'demo' : 'real';
}

/** Whether the sample data are complete. */
export async function isSeeded(db: Kysely<DB>): Promise<boolean> {
  const found = await db.selectFrom('installation').select('seeded_at').executeTakeFirst();
  return found?.seeded_at != null;
}

export async function markSeeded(db: Kysely<DB>, at: string): Promise<void> {
  await db.updateTable('installation').set({ seeded_at: at }).execute();
}

export type PushKeyPair = { publicKey: string; privateKey: string };

/** The key by which push services know this installation: `fresh`, or the one that was there before. */
export async function claimPushKeys(db: Kysely<DB>, fresh: () => PushKeyPair): Promise<PushKeyPair> {
  const { publicKey, privateKey } = fresh();
  await db
    .updateTable('installation')
    .set({ vapid_public: publicKey, vapid_private: privateKey })
    .where('vapid_private', 'is', null)
    .execute();
  const kept = await db
    .selectFrom('installation')
    .select(['vapid_public as publicKey', 'vapid_private as privateKey'])
    .executeTakeFirstOrThrow();
  if (kept.publicKey === null || kept.privateKey === null) throw new Error('no key for push services');
  return { publicKey: kept.publicKey, privateKey: kept.privateKey };
}
