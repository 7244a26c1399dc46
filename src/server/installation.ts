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

/** Whether nothing was put into the database yet. */
export async function isEmpty(db: Kysely<DB>): Promise<boolean> {
  return (await db.selectFrom('provinces').select('id').limit(1).executeTakeFirst()) === undefined;
}
