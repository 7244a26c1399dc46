/** Backups as the page about the system knows them. What is written stands on no province: a backup holds them all. */

import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { retryJob as RetryJob } from '../../contract/system.ts';
import type { BackupWay } from '../../core/rules/backups.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import type { DB } from '../db/tables.generated.ts';
import { tryJobAgain } from '../jobs.ts';
import { notFound, refused } from '../problem.ts';

/** What the server lends for backing up; null where it cannot (no folder, no owner of the tables). */
export type BackupKeeper = {
  /** A fresh name for a backup, "2026-06-30-0915-…". */
  newPlace: () => string;
  /** Whether a backup of this name lies in the folder. */
  isThere: (place: string) => boolean;
  /** Begins the work and goes on without being waited for; how it ends is written down by itself. */
  begin: (work: { id: string; how: 'page' | 'rehearsal'; place: string }) => void;
};

type Begun = { id: string; how: BackupWay; place: string; startedAt: string; version: string };

/** Writes down that a backup begins. */
export async function noteBackup(db: Pick<Kysely<DB>, 'insertInto'>, begun: Begun): Promise<void> {
  const { id, how, place, startedAt, version } = begun;
  await db.insertInto('backups').values({ id, how, place, started_at: startedAt, version }).execute();
}

type Ended = { id: string; at: string; failure: string | null; rows?: number; bytes?: number };

/** Writes down how it ended. */
export async function endBackup(db: Pick<Kysely<DB>, 'updateTable'>, ended: Ended): Promise<void> {
  const { id, at, failure, rows, bytes } = ended;
  await db
    .updateTable('backups')
    .set({ ended_at: at, failure, row_count: rows ?? null, bytes: bytes ?? null })
    .where('id', '=', id)
    .execute();
}

/** Between two of the page, so that pressing again does not fill the disk. */
const PAUSE_MS = 5 * 60_000;

/** Begins a backup. One at a time, and not again at once. */
export async function backUp(
  tx: Tx,
  { newId, now, record, after }: ActContext,
  { keeper, version }: { keeper: BackupKeeper | null; version: string },
): Promise<{ place: string }> {
  if (keeper === null) throw refused([refusal('backup-not-set-up')]);
  // Two presses at the same moment: the second waits here and then sees the first.
  await sql`LOCK TABLE backups IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
  const recent = await tx
    .selectFrom('backups')
    .select('id')
    .where('how', '=', 'page')
    .where('started_at', '>', new Date(Date.parse(now) - PAUSE_MS).toISOString())
    .limit(1)
    .executeTakeFirst();
  if (recent) throw refused([refusal('backup-just-made')]);
  const id = newId();
  const place = keeper.newPlace();
  await noteBackup(tx, { id, how: 'page', place, startedAt: now, version });
  record({ deed: 'backup-begun', subjectKind: 'backup', subjectId: id, after: { place } });
  after(async () => keeper.begin({ id, how: 'page', place }));
  return { place };
}

/** Begins a rehearsal of restoring the newest backup that lies in the server's folder. */
export async function rehearseBackup(
  tx: Tx,
  { newId, now, record, after }: ActContext,
  { keeper, version }: { keeper: BackupKeeper | null; version: string },
): Promise<{ place: string }> {
  if (keeper === null) throw refused([refusal('backup-not-set-up')]);
  const made = await tx
    .selectFrom('backups')
    .select('place')
    .where('how', '=', 'page')
    .where('ended_at', 'is not', null)
    .where('failure', 'is', null)
    .orderBy('started_at', 'desc')
    .limit(20)
    .execute();
  const newest = made.find(({ place }) => keeper.isThere(place));
  if (!newest) throw refused([refusal('no-backup-to-rehearse')]);
  const { place } = newest;
  const id = newId();
  await noteBackup(tx, { id, how: 'rehearsal', place, startedAt: now, version });
  record({ deed: 'rehearsal-begun', subjectKind: 'backup', subjectId: id, after: { place } });
  after(async () => keeper.begin({ id, how: 'rehearsal', place }));
  return { place };
}

/** Puts a job that was given up into the queue again, with all its attempts. */
export async function retryJob(
  tx: Tx,
  { jobId }: z.infer<(typeof RetryJob)['input']>,
  { record }: ActContext,
): Promise<{ done: true }> {
  if (!(await tryJobAgain(tx, jobId))) throw notFound();
  record({ deed: 'job-tried-again', subjectKind: 'job', subjectId: jobId });
  return { done: true };
}

/** Who may have a test letter, and where: at one's own address, so that nobody is bothered. */
export async function noteTestLetter(tx: Tx, { viewer, record }: ActContext, ready: boolean): Promise<{ to: string }> {
  if (!ready) throw refused([refusal('mail-not-set-up')]);
  const { email } = await tx
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', viewer.accountId)
    .executeTakeFirstOrThrow();
  if (email === null) throw refused([refusal('mail-no-address')]);
  record({ deed: 'test-letter', subjectKind: 'account', subjectId: viewer.accountId });
  return { to: email };
}
