/** How long 100,000 figures take the way a program sends them: in calls of 5,000 with their error lists, over the whole server. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { MOST_BATCH_ROWS, writeFigureBatch } from '../src/contract/figure-imports.ts';
import { addAccount } from '../src/server/accounts/acts.ts';
import { actForSystem, type World } from '../src/server/act.ts';
import { connect } from '../src/server/db/connect.ts';
import { startEmbedded } from '../src/server/db/embedded.ts';
import { listMigrations, migrate } from '../src/server/db/migrate.ts';
import { newId } from '../src/server/new-id.ts';
import { addProvince } from '../src/server/organisations/acts.ts';
import { insertUnits, type NewUnit } from '../src/server/organisations/tree-acts.ts';
import { hashPassword } from '../src/server/password.ts';
import { openBrowser, PASSWORD, testApp } from '../test/support/client.ts';

const VILLAGES = 2_000;
const TARGETS = 5;
const MONTHS = 10;
const FIGURES = VILLAGES * TARGETS * MONTHS;
/** One in so many is negative, which no count of people may be. */
const WRONG_EACH = 100;
const MOST_SECONDS = 60;
const TODAY = '2026-12-31';

const month = (at: number) => ({
  from: `2026-${String(at + 1).padStart(2, '0')}-01`,
  until: new Date(Date.UTC(2026, at + 1, 0)).toISOString().slice(0, 10),
});

function plant(): NewUnit[] {
  const unit = (parentId: string | null, name: string, level: string, kind: string): NewUnit => ({
    ...{ id: newId(), parentId, name, issuerName: null, kind, level, code: null, position: 0 },
    ...{ validFrom: null, validUntil: null },
  });
  const top = unit(null, 'Tỉnh', 'province', 'people-committee');
  const communes = Array.from({ length: 100 }, (_, at) => unit(top.id, `Xã ${at}`, 'commune', 'people-committee'));
  const villages = Array.from({ length: VILLAGES }, (_, at) =>
    unit(communes[at % communes.length]?.id ?? top.id, `Thôn ${at}`, 'unit', 'village'),
  );
  return [top, ...communes, ...villages];
}

async function movementOf(owner: pg.Client, provinceId: string, units: readonly NewUnit[]): Promise<string[]> {
  const movementId = newId();
  const targets = Array.from({ length: TARGETS }, () => newId());
  await owner.query(
    `INSERT INTO movements (id, province_id, organisation_id, title, kind, year, source, created_at, created_by, created_by_post)
     SELECT $1, $2, $3, 'Phong trào', 'regular', 2026, 'empty', now(), id, 'x' FROM accounts LIMIT 1`,
    [movementId, provinceId, units[0]?.id],
  );
  await owner.query(
    `INSERT INTO targets (id, province_id, movement_id, position, name, measure, comparator, change, better, value, unit, data_period, entered_as, indicator)
     SELECT t.id, $2, $3, t.n, 'Chỉ tiêu ' || t.n, 'amount', 'eq', 'level', 'higher', 100, 'người', 'month', 'period', 'giai_quyet_viec_lam'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, n)`,
    [targets, provinceId, movementId],
  );
  await owner.query(
    "INSERT INTO target_splits (target_id, province_id, at, by_post) SELECT id, $2, now(), 'x' FROM unnest($1::uuid[]) AS t(id)",
    [targets, provinceId],
  );
  await owner.query(
    `INSERT INTO target_shares (target_id, organisation_id, province_id, position)
     SELECT t.id, v.id, $3, 0 FROM unnest($1::uuid[]) AS t(id), unnest($2::uuid[]) AS v(id)`,
    [targets, units.filter(({ kind }) => kind === 'village').map(({ id }) => id), provinceId],
  );
  return targets;
}

function* rowsOf(units: readonly NewUnit[], targets: readonly string[]) {
  let at = 0;
  for (const { id, kind } of units)
    if (kind === 'village')
      for (const targetId of targets)
        for (let of = 0; of < MONTHS; of++)
          yield { targetId, organisationId: id, ...month(of), value: ++at % WRONG_EACH === 0 ? '-1' : String(at % 50) };
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(process.env['TMPDIR'] ?? tmpdir(), 'bench-batches-'));
  // As root the server runs under another uid, which has to pass through.
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ folder: join(folder, 'db'), say: () => undefined });
  const database = connect(server.appUrl, { max: 4 });
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  try {
    const migrations = listMigrations(join(import.meta.dirname, '../migrations'));
    await migrate({ url: server.ownerUrl, migrations, appRole: decodeURIComponent(new URL(server.appUrl).username) });
    await owner.connect();
    const world: World = { db: database.db, now: () => `${TODAY}T02:00:00.000Z`, newId, failed: console.error };
    const [provinceId, units] = [newId(), plant()];
    const passwordHash = await hashPassword(PASSWORD);
    await actForSystem(world, { provinceId, name: 'bench' }, async (tx, { record }) => {
      await addProvince(tx, { id: provinceId, name: 'Tỉnh' });
      await insertUnits(tx, provinceId, units);
      const posts = [{ id: newId(), organisationId: units[0]?.id ?? '', role: 'officer' as const, title: 'Cán bộ' }];
      await addAccount(tx, { id: newId(), provinceId, name: 'bench', passwordHash, posts });
      record({ deed: 'planted', subjectKind: 'province', subjectId: provinceId });
    });
    const rows = [...rowsOf(units, await movementOf(owner, provinceId, units))];
    await owner.query('ANALYZE');
    const browser = openBrowser(testApp({ world }));
    await browser.signIn('bench');
    const begun = performance.now();
    let [written, errors, slowest] = [0, 0, 0];
    for (let from = 0; from < rows.length; from += MOST_BATCH_ROWS) {
      const call = performance.now();
      const some = rows.slice(from, from + MOST_BATCH_ROWS);
      const answer = await browser.call(writeFigureBatch, { actionId: randomUUID(), rows: some });
      slowest = Math.max(slowest, performance.now() - call);
      written += answer.written;
      errors += answer.errors.length;
    }
    const seconds = (performance.now() - begun) / 1_000;
    console.log(
      `${FIGURES} figures in calls of ${MOST_BATCH_ROWS}: ${written} written, ${errors} told of, ${seconds.toFixed(1)} s, slowest call ${(slowest / 1_000).toFixed(2)} s`,
    );
    const { rows: there } = await owner.query('SELECT count(*)::int AS n FROM measurements');
    const right = written + errors === FIGURES && there[0]?.n === written && errors === FIGURES / WRONG_EACH;
    if (!right) console.log('WRONG  what was written is not what was sent');
    if (seconds > MOST_SECONDS) console.log(`TOO MUCH  at most ${MOST_SECONDS} s`);
    return right && seconds <= MOST_SECONDS ? 0 : 1;
  } finally {
    await owner.end();
    await database.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
