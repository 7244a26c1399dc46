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
