import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildProvince, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { MOST_ATTEMPTS } from '../core/rules/jobs.ts';
import {
  askForJob,
  dropOldJobs,
  endJob,
  type JobHandler,
  type JobsRunner,
  NeverAgain,
  type NewJob,
  startJobs,
  tryJobAgain,
} from './jobs.ts';
import { inProvince } from './wall.ts';

const ROOT = join(import.meta.dirname, '../..');

let database: TestDatabase;
let here: string;
let elsewhere: string;
const children = new Set<ChildProcess>();
const runners = new Set<JobsRunner>();

beforeAll(async () => {
  database = await freshDatabase();
  here = (await buildProvince(database)).id;
  elsewhere = (await buildProvince(database)).id;
});
afterEach(async () => {
  for (const child of children) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  children.clear();
  for (const runner of runners) await runner.stop();
  runners.clear();
  await sql`DELETE FROM jobs; DELETE FROM sign_in_attempts`.execute(database.owner.db);
});
afterAll(() => database.drop());

const ask = (key: string, more: Partial<NewJob> = {}) => {
  const job: NewJob = { provinceId: here, kind: 'remind', key, ...more };
  return inProvince(database.db, job.provinceId, (trx) => askForJob(trx, job));
};
const jobs = () =>
  database.owner.db.selectFrom('jobs').select(['key', 'state', 'attempts', 'failure']).orderBy('key').execute();
const times = async (): Promise<Record<string, number>> => {
  const rows = await database.owner.db.selectFrom('sign_in_attempts').select('key').execute();
  const found: Record<string, number> = {};
  for (const { key } of rows) found[key] = (found[key] ?? 0) + 1;
  return found;
};

/** A process of its own; resolves once it says "ready". */
async function startChild(): Promise<{ child: ChildProcess; heard: (words: string) => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'test/support/jobs-child.ts'), database.url], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  let said = '';
  let look = (): void => undefined;
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    look();
  });
  const heard = (words: string) =>
    new Promise<void>((done) => {
      look = () => {
        if (said.includes(words)) done();
      };
      look();
    });
  await heard('ready');
  return { child, heard };
}

/** Does jobs in this process. */
function run(handler: JobHandler, more: { parallel?: number; leaseMs?: number } = {}): JobsRunner {
  const runner = startJobs({
    world: database.world,
    handlers: { remind: handler, deliver: handler, mail: handler, push: handler },
    everyMs: 50,
    ...more,
  });
  runners.add(runner);
  return runner;
}

const noted: JobHandler = (job) =>
  inProvince(database.db, job.provinceId, async (trx) => {
    await sql`INSERT INTO sign_in_attempts (id, key, at) VALUES (gen_random_uuid(), ${job.key}, now())`.execute(trx);
    await endJob(trx, job);
  });

/** Waits until what is asked for holds; the product's own beat makes it hold. */
const until = (holds: () => Promise<boolean>) => expect.poll(holds, { timeout: 30_000, interval: 50 }).toBe(true);
const allOver = async () => (await jobs()).every(({ state }) => state === 'done' || state === 'dead');

describe('a job', () => {
  it('asked for twice is one, in each province for itself', async () => {
    expect(await ask('a')).toBe(true);
    expect(await ask('a')).toBe(false);
    expect(await ask('a', { kind: 'mail' })).toBe(true);
    expect(await ask('a', { provinceId: elsewhere })).toBe(true);
    const runner = run(noted);
    await runner.idle();
    expect(await times()).toEqual({ a: 3 });
    expect(await ask('a')).toBe(false);
    expect(await jobs()).toHaveLength(3);
  });

  it('is not there when the act that asked for it fails', async () => {
    await inProvince(database.db, here, async (trx) => {
      await askForJob(trx, { provinceId: here, kind: 'mail', key: 'b' });
      throw new Error('no');
    }).catch(() => undefined);
    expect(await jobs()).toEqual([]);
  });

  it('waits for its instant', async () => {
    await ask('later', { runAt: '2999-01-01T00:00:00Z' });
    await ask('earlier', { runAt: '2020-01-01T00:00:00Z' });
    await run(noted).idle();
    expect(await times()).toEqual({ earlier: 1 });
  });

  it('that fails is tried again after a pause, given up after so many attempts, and tried again when somebody says so', async () => {
    await ask('fails');
    let failing = true;
    const runner = run(async (job) => {
      if (failing) throw new Error('the mail server does not answer');
      await noted(job);
    });
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      await runner.idle();
      const [job] = await jobs();
      expect(job).toMatchObject({ attempts: attempt, state: attempt === MOST_ATTEMPTS ? 'dead' : 'waiting' });
      expect(job?.failure).toBe('the mail server does not answer');
      // The pause is over.
      await sql`UPDATE jobs SET run_at = now() WHERE state = 'waiting' AND run_at > now()`.execute(database.owner.db);
      runner.wake();
    }
    const dead = await database.owner.db.selectFrom('jobs').select('id').executeTakeFirstOrThrow();
    failing = false;
    const again = () => inProvince(database.db, here, (trx) => tryJobAgain(trx, dead.id));
    expect(await inProvince(database.db, elsewhere, (trx) => tryJobAgain(trx, dead.id))).toBe(false);
    expect(await again()).toBe(true);
    expect(await again()).toBe(false);
    runner.wake();
    await runner.idle();
    expect(await jobs()).toEqual([{ key: 'fails', state: 'done', attempts: 1, failure: null }]);
    expect(await times()).toEqual({ fails: 1 });
  });

  it('that can never go well is given up at once', async () => {
    await ask('never');
    await run(() => Promise.reject(new NeverAgain('no such address'))).idle();
    expect(await jobs()).toEqual([{ key: 'never', state: 'dead', attempts: 1, failure: 'no such address' }]);
  });

  it('that is over is forgotten in time, one that waits is not', async () => {
    await ask('old');
    await run(noted).idle();
    await ask('new', { runAt: '2999-01-01T00:00:00Z' });
    const drop = (before: string) => inProvince(database.db, here, (trx) => dropOldJobs(trx, before));
    expect(await drop('2020-01-01T00:00:00Z')).toBe(0);
    expect(await drop('2999-01-01T00:00:00Z')).toBe(1);
    expect((await jobs()).map(({ key }) => key)).toEqual(['new']);
  });
});

describe('several processes at one database', () => {
  it('give back the work of one that is killed in the middle, and what it did is done once', async () => {
    await ask('slow', { payload: { slow: true } });
    const { child, heard } = await startChild();
    await heard('begun slow');
    // It is held: nobody else gets it while its process lives, longer than a lease lasts.
    const other = run(noted, { leaseMs: 1_500 });
    await new Promise((done) => setTimeout(done, 2_500));
    await other.idle();
    expect(await jobs()).toMatchObject([{ key: 'slow', state: 'running', attempts: 1 }]);
    child.kill('SIGKILL');
    await until(allOver);
    expect(await jobs()).toMatchObject([{ key: 'slow', state: 'done', attempts: 2 }]);
    expect(await times()).toEqual({ slow: 1 });
  });

  it('do 150 jobs once each while two of three are killed', async () => {
    const keys = Array.from({ length: 150 }, (_, at) => `job-${String(at).padStart(3, '0')}`);
    const [first, second] = await Promise.all([startChild(), startChild()]);
    const payload = { takesMs: 20 };
    for (const [at, key] of keys.entries()) await ask(key, { provinceId: at % 2 === 0 ? here : elsewhere, payload });
    await Promise.all([first.heard('done job-'), second.heard('done job-')]);
    first.child.kill('SIGKILL');
    second.child.kill('SIGKILL');
    // Both were in the middle of something.
    expect((await jobs()).filter(({ state }) => state === 'running').length).toBeGreaterThan(0);
    await startChild();
    await until(allOver);
    expect(await times()).toEqual(Object.fromEntries(keys.map((key) => [key, 1])));
  });

  it('give up what kills every process that begins it', async () => {
    await ask('deadly', { payload: { deadly: true } });
    await sql`UPDATE jobs SET attempts = ${MOST_ATTEMPTS - 1}`.execute(database.owner.db);
    const { child } = await startChild();
    if (child.signalCode === null) await once(child, 'exit');
    run(noted, { leaseMs: 1_500 });
    await until(allOver);
    expect(await jobs()).toEqual([
      { key: 'deadly', state: 'dead', attempts: MOST_ATTEMPTS + 1, failure: 'interrupted' },
    ]);
    expect(await times()).toEqual({});
  });
});
