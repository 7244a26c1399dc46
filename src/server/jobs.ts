/**
 * Jobs: what has to be done after an act has ended. Asked for inside the act's own transaction, taken by whichever
 * process is free, and held by a lease, so that a process that dies gives its work back.
 *
 * What a job does inside the database happens exactly once: it ends in the transaction that does it (`endJob`). What it
 * sends out of the house happens at least once; the receiving side is given an id by which a second copy is known.
 */

import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type JobKind, waitBeforeNext } from '../core/rules/jobs.ts';
import type { Tx, World } from './act.ts';
import type { DB } from './db/tables.generated.ts';
import { inProvince, provincesWithJobs } from './wall.ts';

export type JobPayload = Record<string, unknown>;

export type NewJob = {
  provinceId: string;
  kind: JobKind;
  /** What it is done for: the same key is the same job, done once. */
  key: string;
  payload?: JobPayload;
  /** Not before this instant; at once when absent. */
  runAt?: string;
};

/** Asks for a job; true where it was not asked for before. */
export async function askForJob(
  tx: Pick<Tx, 'insertInto'>,
  { provinceId, kind, key, payload = {}, runAt }: NewJob,
): Promise<boolean> {
  const made = await tx
    .insertInto('jobs')
    .values({
      id: randomUUID(),
      province_id: provinceId,
      kind,
      key,
      payload: JSON.stringify(payload),
      ...(runAt === undefined ? {} : { run_at: runAt }),
    })
    .onConflict((row) => row.constraint('jobs_once').doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** A job that this process has taken. */
export type TakenJob = {
  id: string;
  provinceId: string;
  kind: JobKind;
  key: string;
  payload: JobPayload;
  /** Which attempt this is, from 1. */
  attempts: number;
  owner: string;
};

/** The lease ran out and somebody else has the job: nothing of this attempt counts any more. */
export class LeaseLost extends Error {}

/** What went wrong will go wrong every time: the job is given up at once. */
export class NeverAgain extends Error {}

/** Ends a job in the transaction that does its work; throws `LeaseLost` where it is no longer this process's. */
export async function endJob(tx: Pick<Kysely<DB>, 'updateTable'>, { id, owner }: TakenJob): Promise<void> {
  const ended = await tx
    .updateTable('jobs')
    .set({ state: 'done', lease_owner: null, lease_until: null, ended_at: sql<string>`now()`, failure: null })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) throw new LeaseLost();
}

/** Puts a job that was given up at the end of the queue again, with all its attempts; false where it is not there. */
export async function tryJobAgain(tx: Pick<Tx, 'updateTable'>, jobId: string): Promise<boolean> {
  const again = await tx
    .updateTable('jobs')
    .set({ state: 'waiting', attempts: 0, run_at: sql<string>`now()`, ended_at: null })
    .where('id', '=', jobId)
    .where('state', '=', 'dead')
    .executeTakeFirst();
  return again.numUpdatedRows === 1n;
}

/** Forgets jobs that were over before `before`; how many. */
export async function dropOldJobs(tx: Pick<Tx, 'deleteFrom'>, before: string): Promise<number> {
  const gone = await tx
    .deleteFrom('jobs')
    .where('state', 'in', ['done', 'dead'])
    .where('ended_at', '<', before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

export type JobHandler = (job: TakenJob) => Promise<void>;
export type JobHandlers = Record<JobKind, JobHandler>;

export type JobsRunner = {
  /** Something waits: look at once. */
  wake: () => void;
  /** Takes nothing new; resolves when what was under way has ended. */
  stop: () => Promise<void>;
  /** Resolves once nothing is under way and nothing waits that could be begun now. */
  idle: () => Promise<void>;
};

export type JobsSettings = {
  world: Pick<World, 'db' | 'failed'>;
  handlers: JobHandlers;
  /** How many at once in this process. */
  parallel?: number;
  /** How often to look for work of others and for lost leases. */
  everyMs?: number;
  leaseMs?: number;
};

/** Begins to do what waits, now and from now on. */
export function startJobs({
  world,
  handlers,
  parallel = 2,
  everyMs = 5_000,
  leaseMs = 30_000,
}: JobsSettings): JobsRunner {
  const underWay = new Set<Promise<void>>();
  let stopped = false;
  let looking: Promise<void> | null = null;
  let again = false;

  const look = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && underWay.size < parallel) {
        const taken = await takeJob(world.db, leaseMs);
        if (!taken) break;
        const work: Promise<void> = doJob(world, handlers[taken.kind], taken, leaseMs)
          .catch(world.failed)
          .finally(() => {
            underWay.delete(work);
            wake();
          });
        underWay.add(work);
      }
    } while (again && !stopped);
  };
  const wake = (): void => {
    again = true;
    if (stopped) return;
    looking ??= look()
      .catch(world.failed)
      .finally(() => {
        looking = null;
      });
  };
  const beat = setInterval(wake, everyMs);
  beat.unref();
  wake();
  const idle = async (): Promise<void> => {
    while (looking !== null || underWay.size > 0) await Promise.all([looking, ...underWay]);
  };
  return {
    wake,
    idle,
    stop: async () => {
      stopped = true;
      clearInterval(beat);
      await idle();
    },
  };
}

const leaseFor = (ms: number) => sql<string>`now() + make_interval(secs => ${ms / 1_000})`;

/** Takes the job that has waited longest; no two processes get the same. One whose process died counts as waiting. */
async function takeJob(db: Kysely<DB>, leaseMs: number): Promise<TakenJob | undefined> {
  const owner = randomUUID();
  for (const provinceId of await provincesWithJobs(db)) {
    const taken = await inProvince(db, provinceId, (trx) => takeInside(trx, owner, leaseMs));
    if (taken) return { ...taken, provinceId, owner };
  }
  return undefined;
}

async function takeInside(trx: Transaction<DB>, owner: string, leaseMs: number) {
  const taken = await trx
    .updateTable('jobs')
    .set((row) => ({
      state: 'running',
      lease_owner: owner,
      lease_until: leaseFor(leaseMs),
      attempts: row('attempts', '+', 1),
    }))
    .where('id', '=', (row) =>
      row
        .selectFrom('jobs')
        .select('id')
        .where((one) =>
          one.or([
            one.and([one('state', '=', 'waiting'), one('run_at', '<=', sql<string>`now()`)]),
            one.and([one('state', '=', 'running'), one('lease_until', '<', sql<string>`now()`)]),
          ]),
        )
        .orderBy('run_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'kind', 'key', 'payload', 'attempts'])
    .executeTakeFirst();
  return taken && { ...taken, kind: taken.kind as JobKind, payload: taken.payload as JobPayload };
}

async function doJob(
  world: Pick<World, 'db' | 'failed'>,
  handler: JobHandler,
  taken: TakenJob,
  leaseMs: number,
): Promise<void> {
  const beat = setInterval(() => void keepLease(world.db, taken, leaseMs).catch(world.failed), leaseMs / 3);
  beat.unref();
  try {
    // Its process died over it so often that nobody should try again.
    if (waitBeforeNext(taken.attempts - 1) === null) throw new NeverAgain('interrupted');
    await handler(taken);
    await endIfRunning(world.db, taken);
  } catch (error) {
    if (!(error instanceof LeaseLost)) await failJob(world.db, taken, error);
  } finally {
    clearInterval(beat);
  }
}

const keepLease = (db: Kysely<DB>, { id, owner, provinceId }: TakenJob, leaseMs: number) =>
  inProvince(db, provinceId, (trx) =>
    trx
      .updateTable('jobs')
      .set({ lease_until: leaseFor(leaseMs) })
      .where('id', '=', id)
      .where('lease_owner', '=', owner)
      .execute(),
  );

/** A handler that did not end its job in its own transaction has it ended here. */
const endIfRunning = (db: Kysely<DB>, { id, owner, provinceId }: TakenJob) =>
  inProvince(db, provinceId, (trx) =>
    trx
      .updateTable('jobs')
      .set({ state: 'done', lease_owner: null, lease_until: null, ended_at: sql<string>`now()`, failure: null })
      .where('id', '=', id)
      .where('lease_owner', '=', owner)
      .execute(),
  );

const LONGEST_FAILURE = 500;

/** Back into the queue with a pause, or given up. */
async function failJob(db: Kysely<DB>, job: TakenJob, error: unknown): Promise<void> {
  const wait = error instanceof NeverAgain ? null : waitBeforeNext(job.attempts);
  const said = error instanceof Error ? error.message : String(error);
  const failure = said.replaceAll('\0', '').slice(0, LONGEST_FAILURE);
  const end =
    wait === null
      ? { state: 'dead', ended_at: sql<string>`now()` }
      : { state: 'waiting', run_at: sql<string>`now() + make_interval(secs => ${wait / 1_000})` };
  await inProvince(db, job.provinceId, (trx) =>
    trx
      .updateTable('jobs')
      .set({ ...end, lease_owner: null, lease_until: null, failure })
      .where('id', '=', job.id)
      .where('lease_owner', '=', job.owner)
      .execute(),
  );
}
