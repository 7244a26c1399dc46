import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, givePassword, openBrowser, testApp } from '../../test/support/client.ts';
import { buildViewer } from '../../test/support/database.ts';
import { buildPlace, type Place } from '../../test/support/deeds.ts';
import { backUp, getSystem, rehearseBackup } from '../contract/system.ts';
import { openBackups, roomOf } from './backups.ts';
import { BACKUP_LOCK } from './db/backup.ts';
import { openClient } from './db/copy-tables.ts';
import { listMigrations } from './db/migrate.ts';
import { claimInstallation } from './installation.ts';

const root = mkdtempSync(join(tmpdir(), 'thidua-page-backups-'));
const folder = join(root, 'backups');
let place: Place;
let backups: ReturnType<typeof openBackups>;
let browser: Browser;
let clock = Date.parse('2026-06-30T02:00:00.000Z');
const failures: unknown[] = [];

beforeAll(async () => {
  place = await buildPlace();
  const { database, people, ids } = place;
  await claimInstallation(database.owner.db, 'real');
  const world = {
    ...database.world,
    now: () => new Date(clock).toISOString(),
    failed: (e: unknown) => void failures.push(e),
  };
  const migrations = listMigrations(join(import.meta.dirname, '../../migrations'));
  backups = openBackups({ world, ownerUrl: database.ownerUrl, folder, version: '9.9.9', migrations });
  const facts = {
    mail: null,
    version: '9.9.9',
    startedAt: world.now(),
    embedded: true,
    backupFolder: folder,
    backupLock: BACKUP_LOCK,
    errors: () => 3,
    now: world.now,
    disk: () => roomOf(folder),
  };
  const administrator = await buildViewer(database, {
    provinceId: people.commune.provinceId,
    organisationId: ids.commune,
    role: 'administrator',
  });
  browser = openBrowser(testApp({ world }, { apiSettings: { system: { keeper: backups, facts } } }));
  await browser.signIn(await givePassword(database, administrator.accountId));
});
afterAll(async () => {
  await place.database.drop();
  rmSync(root, { recursive: true, force: true });
});

const press = (endpoint: typeof backUp | typeof rehearseBackup) =>
  browser.call(endpoint, { actionId: randomUUID() as never });
const later = (minutes: number) => {
  clock += minutes * 60_000;
};
const reasons = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { body: { reasons: { code: string }[] } }) => error.body.reasons.map(({ code }) => code),
  );

describe('the page about the system', () => {
  it('says how the house stands', async () => {
    const found = await browser.call(getSystem, {});
    expect(found).toMatchObject({
      version: '9.9.9',
      errors: 3,
      database: { embedded: true, wall: true, kind: 'real' },
      readings: { waiting: 0, running: 0, failed: 0 },
      backups: [],
      backupFolder: folder,
      mayBackUp: true,
    });
    expect(BigInt(found.disk?.total ?? 0)).toBeGreaterThan(0n);
    expect(found.database.migrations).toBeGreaterThan(10);
  });

  it('backs up, says so, and rehearses the newest one', async () => {
    expect(await reasons(press(rehearseBackup))).toEqual(['no-backup-to-rehearse']);
    const { place: made } = await press(backUp);
    expect(made).toMatch(/^2026-06-30-0900-[0-9a-f]{6}$/);
    await backups.idle();
    expect(readdirSync(folder)).toEqual([made]);
    const [line] = (await browser.call(getSystem, {})).backups;
    expect(line).toMatchObject({ how: 'page', place: made, state: 'done', failure: null });
    expect(Number(line?.rows)).toBeGreaterThan(10);
    expect(await reasons(press(backUp))).toEqual(['backup-just-made']);
    later(6);
    await press(rehearseBackup);
    await backups.idle();
    expect((await browser.call(getSystem, {})).backups[0]).toMatchObject({
      how: 'rehearsal',
      place: made,
      state: 'done',
    });
    expect(failures).toEqual([]);
  });

  it('says why one failed: a changed backup, a folder that cannot be', async () => {
    later(6);
    const [made = ''] = readdirSync(folder);
    writeFileSync(join(folder, made, 'tables/posts.copy.gz'), 'x');
    await press(rehearseBackup);
    await backups.idle();
    expect((await browser.call(getSystem, {})).backups[0]).toMatchObject({
      state: 'failed',
      failure: 'backup-cut-short',
    });
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    later(6);
    await press(backUp);
    await backups.idle();
    expect((await browser.call(getSystem, {})).backups[0]).toMatchObject({ state: 'failed' });
    rmSync(folder);
    expect(failures.length).toBe(2);
  });

  it('keeps the seven newest of its own', async () => {
    for (let n = 0; n < 9; n++) {
      later(6);
      await press(backUp);
      await backups.idle();
    }
    expect(readdirSync(folder).length).toBe(7);
  });

  it('tells one that runs from one whose process died', async () => {
    later(6);
    const row = { id: randomUUID(), how: 'page', place: 'x', started_at: new Date(clock).toISOString(), version: '1' };
    await place.database.owner.db.insertInto('backups').values(row).execute();
    later(60);
    expect((await browser.call(getSystem, {})).backups[0]).toMatchObject({ state: 'failed', failure: 'interrupted' });
    const client = await openClient(place.database.ownerUrl);
    await client.query('SELECT pg_advisory_lock($1)', [BACKUP_LOCK]);
    expect((await browser.call(getSystem, {})).backups[0]).toMatchObject({ state: 'running' });
    await client.end();
  });
});
