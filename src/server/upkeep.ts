/**
 * What the server does by itself in each province once a day: forgets what is past its time, and walks along the chain
 * of the log. Which of several processes does it is settled in the database.
 */

import { type Kysely, sql } from 'kysely';
import type { SettingKey } from '../core/law/settings.ts';
import { addDays, dayInVietnam } from '../core/rules/calendar.ts';
import { actForSystem, dropOldActions, type Tx, type World } from './act.ts';
import { keepCheck } from './audit/acts.ts';
import type { AuditCheck } from './audit/facts.ts';
import { eraseOrigins } from './audit.ts';
import { verifyAudit } from './audit-chain.ts';
import type { DB } from './db/tables.generated.ts';
import { dropOldReadings } from './documents/finish-acts.ts';
import { dropOldJobs } from './jobs.ts';
import { dropOldEvidence } from './measurements/evidence-acts.ts';
import { dropOldNotices } from './notices.ts';
import { readingInProvince } from './read.ts';
import { dropOldSessions } from './session.ts';
import { settingOfProvince } from './settings/facts.ts';
import { allProvinces, inProvince } from './wall.ts';

type Sweep = {
  /** The setting that says after how many days. */
  key: SettingKey;
  word: string;
  /** Forgets what was over before an instant; how much. */
  drop: (tx: Tx, before: string) => Promise<number>;
};

/** What is forgotten by time alone. Addresses in the log are erased apart, with a row that tells of it. */
const SWEEPS: readonly Sweep[] = [
  { key: 'retention.sessions', word: 'sessions', drop: dropOldSessions },
  { key: 'retention.actions', word: 'actions', drop: dropOldActions },
  { key: 'retention.failed-readings', word: 'readings', drop: dropOldReadings },
  { key: 'retention.notices', word: 'notices', drop: dropOldNotices },
  { key: 'retention.jobs', word: 'jobs', drop: dropOldJobs },
  { key: 'retention.evidence', word: 'evidence', drop: dropOldEvidence },
];

/** Forgets what is past its time in one province; how much of each. */
export async function sweepOld(world: World, provinceId: string): Promise<Record<string, number>> {
  return actForSystem(world, { provinceId, name: 'sweepOld' }, async (tx, { now, record }) => {
    const on = dayInVietnam(now);
    const since = async (key: SettingKey) => {
      const days = await settingOfProvince<number>(tx, key, { provinceId, on });
      return `${addDays(on, -days)}T00:00:00+07:00`;
    };
    const count: Record<string, number> = {};
    for (const { key, word, drop } of SWEEPS) count[word] = await drop(tx, await since(key));
    const erased = await eraseOrigins(tx, { provinceId, before: await since('retention.origins'), at: now });
    if (erased) record(erased);
    record({ deed: 'swept', subjectKind: 'province', subjectId: provinceId, after: count });
    return count;
  });
}

/** Walks along the chain of one province and keeps what was found. */
export async function checkAudit(world: World, provinceId: string): Promise<AuditCheck> {
  const { chains, breaks } = await readingInProvince(world.db, provinceId, (inside) => verifyAudit(inside));
  const check = { rows: chains[0]?.rows ?? '0', breaks: breaks.map(({ seq, how }) => ({ seq, how })) };
  await inProvince(world.db, provinceId, (trx) => keepCheck(trx, { provinceId, now: world.now(), check }));
  return check;
}

const JOBS = { 'sweep-old': sweepOld, 'check-audit': checkAudit } as const;
const ONCE_A = "interval '20 hours'";

/** Takes a job of a province for this process: false where it was done within the day, or another process has it. */
async function take(db: Kysely<DB>, provinceId: string, job: string): Promise<boolean> {
  const { rows } = await inProvince(db, provinceId, (trx) =>
    sql`INSERT INTO upkeep AS u (province_id, job, done_at, said) VALUES (${provinceId}, ${job}, now(), '{}')
      ON CONFLICT (province_id, job) DO UPDATE SET done_at = now() WHERE u.done_at < now() - ${sql.raw(ONCE_A)}
      RETURNING 1`.execute(trx),
  );
  return rows.length > 0;
}

/** Does whatever is due in all provinces; one that fails is told of and tried again the next day. */
export async function keepUp(world: World): Promise<string[]> {
  const done: string[] = [];
  for (const provinceId of await allProvinces(world.db))
    for (const [job, work] of Object.entries(JOBS)) {
      if (!(await take(world.db, provinceId, job))) continue;
      try {
        await work(world, provinceId);
        done.push(`${job} ${provinceId}`);
      } catch (error) {
        world.failed(error);
      }
    }
  return done;
}

const HOUR_MS = 3_600_000;

/** Keeps the house now and from now on; `stop` resolves when nothing is under way any more. */
export function startUpkeep(world: World): { stop: () => Promise<void> } {
  let stopped = false;
  let underWay: Promise<unknown> = Promise.resolve();
  const look = () => {
    if (!stopped) underWay = keepUp(world).catch(world.failed);
  };
  look();
  const beat = setInterval(look, HOUR_MS);
  beat.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(beat);
      await underWay;
    },
  };
}
