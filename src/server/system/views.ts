import { sql } from 'kysely';
import type { z } from 'zod';
import type { BackupLine, getSystem } from '../../contract/system.ts';
import { scopesOf } from '../../core/rules/access.ts';
import type { BackupWay } from '../../core/rules/backups.ts';
import type { JobKind } from '../../core/rules/jobs.ts';
import type { AuditCheck } from '../audit/facts.ts';
import type { Read, Viewer } from '../read.ts';

type Output = z.input<(typeof getSystem)['output']>;

/** What only the process knows of itself. */
export type ProcessFacts = {
  version: string;
  startedAt: string;
  embedded: boolean;
  backupFolder: string | null;
  /** Key of the lock that a backup holds while it runs. */
  backupLock: number;
  errors: () => number;
  now: () => string;
  mail: Output['mail'];
  disk: () => Promise<{ free: bigint; total: bigint } | null>;
};

/** How the house stands, as one of its processes sees it. */
export async function viewSystem(read: Read, viewer: Viewer, facts: ProcessFacts): Promise<Output> {
  const disk = await facts.disk();
  const { startedAt, version, backupFolder } = facts;
  return {
    version,
    startedAt,
    errors: facts.errors(),
    database: { embedded: facts.embedded, ...(await databaseFacts(read)) },
    disk: disk && { free: String(disk.free), total: String(disk.total) },
    readings: await readingCounts(read),
    ...(await upkeepFacts(read, viewer)),
    mail: facts.mail,
    jobs: await jobsFacts(read),
    mayRetryJobs: scopesOf('retryJob', viewer.roles).length > 0,
    backups: await backupLines(read, facts),
    backupFolder,
    mayBackUp: backupFolder !== null && scopesOf('backUp', viewer.roles).length > 0,
  };
}

async function databaseFacts(read: Read): Promise<Omit<Output['database'], 'embedded'>> {
  const { rows } = await sql<Omit<Output['database'], 'embedded'>>`
    SELECT current_setting('server_version') AS server, pg_database_size(current_database())::text AS bytes,
      (SELECT count(*)::int FROM migrations) AS migrations, (SELECT max(name) FROM migrations) AS newest,
      row_security_active('organisations') AS wall, (SELECT kind FROM installation) AS kind`.execute(read);
  const [found] = rows;
  if (!found) throw new Error('no answer about the database');
  return { ...found, kind: found.kind ?? 'real' };
}

async function readingCounts(read: Read): Promise<Output['readings']> {
  const { rows } = await sql<Output['readings']>`SELECT
      count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'running')::int AS running,
      count(*) FILTER (WHERE state = 'failed' AND ended_at > now() - interval '7 days')::int AS failed
    FROM readings`.execute(read);
  return rows[0] ?? { waiting: 0, running: 0, failed: 0 };
}

const MOST_DEAD = 50;

async function jobsFacts(read: Read): Promise<Output['jobs']> {
  const { rows } = await sql<Omit<Output['jobs'], 'dead'>>`SELECT
      count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'running')::int AS running,
      count(*) FILTER (WHERE state = 'done' AND ended_at > now() - interval '1 day')::int AS done,
      count(*) FILTER (WHERE state = 'dead')::int AS "deadInAll"
    FROM jobs`.execute(read);
  const dead = await read
    .selectFrom('jobs')
    .select(['id', 'kind', 'attempts', 'ended_at as endedAt', 'made_at as madeAt', 'failure'])
    .where('state', '=', 'dead')
    .orderBy('ended_at', 'desc')
    .limit(MOST_DEAD)
    .execute();
  return {
    ...(rows[0] ?? { waiting: 0, running: 0, done: 0, deadInAll: 0 }),
    dead: dead.map(({ kind, endedAt, madeAt, ...job }) => ({
      ...job,
      kind: kind as JobKind,
      endedAt: endedAt ?? madeAt,
    })),
  };
}

async function upkeepFacts(read: Read, { provinceId }: Viewer): Promise<Pick<Output, 'audit' | 'upkeep'>> {
  const head = await read
    .selectFrom('audit_heads')
    .select('count')
    .where('province_id', '=', provinceId)
    .executeTakeFirst();
  const jobs = await read
    .selectFrom('upkeep')
    .select(['job', 'done_at as doneAt', 'said'])
    .where('province_id', '=', provinceId)
    .execute();
  const check = jobs.find(({ job }) => job === 'check-audit');
  // Taken, and not done yet.
  const said = check?.said as Partial<AuditCheck> | undefined;
  return {
    audit: {
      rows: head?.count ?? '0',
      checkedAt: check?.doneAt ?? null,
      whole: said?.breaks ? said.breaks.length === 0 : null,
    },
    upkeep: { sweptAt: jobs.find(({ job }) => job === 'sweep-old')?.doneAt ?? null },
  };
}

/** Failed, too, is what has not ended although nobody holds the lock of backups: its process died. */
async function backupLines(read: Read, { backupLock, now }: ProcessFacts): Promise<z.input<typeof BackupLine>[]> {
  const { rows: held } = await sql<{ held: boolean }>`SELECT EXISTS (SELECT FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND (classid::bigint << 32) + objid::bigint = ${String(backupLock)}::bigint) AS held`.execute(read);
  const rows = await read.selectFrom('backups').selectAll().orderBy('started_at', 'desc').limit(10).execute();
  return rows.map((row) => {
    const runs =
      row.ended_at === null && (held[0]?.held === true || Date.parse(now()) - Date.parse(row.started_at) < GRACE_MS);
    const died = row.ended_at === null && !runs;
    return {
      how: row.how as BackupWay,
      place: row.place,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      state: runs ? 'running' : row.failure !== null || died ? 'failed' : 'done',
      failure: died ? 'interrupted' : row.failure,
      version: row.version,
      rows: row.row_count,
      bytes: row.bytes,
    };
  });
}

/** From writing down that it begins until it holds its lock. */
const GRACE_MS = 10_000;
