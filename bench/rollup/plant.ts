/** A country of organisations and a year of its figures, as the bench fills a database with. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { INDICATORS } from '../../src/core/law/indicator-catalogue.ts';
import type { NewUnit } from '../../src/server/organisations/tree-acts.ts';

/** A tenth of the load beside the whole of it: what one figure costs must not grow with how many there are. */
export type Load = { provinces: number; communes: number; villages: number; communeIndicators: number };

/** The load of the country, or a part of it in which every province is as large as there: 0.1 are three or four of them. */
export const loadsOf = (scale: number): { small: Load; large: Load } => {
  const of = (whole: number) => Math.max(1, Math.round(whole * scale));
  const places = { provinces: of(34), communes: of(3_321) };
  return {
    small: { ...places, villages: of(9_000), communeIndicators: 3 },
    large: { ...places, villages: of(90_000), communeIndicators: 25 },
  };
};
export const VILLAGE_INDICATORS = 5;
const MONTHS = 12;

export const codes = INDICATORS.filter(({ rollUp, units }) => rollUp === 'sum' && units[0]).slice(0, 30);
export const month = (at: number) => ({
  from: `2026-${String(at + 1).padStart(2, '0')}-01`,
  until: new Date(Date.UTC(2026, at + 1, 0)).toISOString().slice(0, 10),
});

export type Tree = { top: string; provinces: string[]; communes: string[]; villages: string[] };

export function plant(load: Load): { tree: Tree; units: NewUnit[] } {
  const unit = (parentId: string | null, name: string, level: string, kind: string, position: number): NewUnit => ({
    ...{ id: randomUUID(), parentId, name, issuerName: null, kind, level, code: null, position },
    ...{ validFrom: null, validUntil: null },
  });
  const top = unit(null, 'Việt Nam', 'central', 'people-committee', 0);
  const under = (above: readonly NewUnit[], at: number) => above[at % above.length]?.id ?? top.id;
  const provinces = Array.from({ length: load.provinces }, (_, at) =>
    unit(top.id, `Tỉnh ${at}`, 'province', 'people-committee', at),
  );
  const communes = Array.from({ length: load.communes }, (_, at) =>
    unit(under(provinces, at), `Xã ${at}`, 'commune', 'people-committee', at),
  );
  const villages = Array.from({ length: load.villages }, (_, at) =>
    unit(under(communes, at), `Thôn ${at}`, 'unit', 'village', at),
  );
  const ids = (units: readonly NewUnit[]) => units.map(({ id }) => id);
  const tree = { top: top.id, provinces: ids(provinces), communes: ids(communes), villages: ids(villages) };
  return { tree, units: [top, ...provinces, ...communes, ...villages] };
}

/** Rows for COPY, made while they are sent. */
function* figures({ tree, targets, provinceId, load }: Planted): Generator<string> {
  let pack = '';
  const line = (target: number, organisation: string, at: number, value: number) => {
    const { from, until } = month(at);
    const code = codes[target];
    return `${randomUUID()}\t${provinceId}\t${targets[target]}\t${organisation}\tmonth\t${from}\t${until}\t${value}\t${value}\tapproved\t2026-12-20T00:00:00Z\tx\t2026-12-21T00:00:00Z\t${code?.code}\t${code?.units[0]}\n`;
  };
  let seed = 1;
  const value = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return (seed % 10_000) + (seed % 100) / 100;
  };
  for (let at = 0; at < MONTHS; at++) {
    for (const commune of tree.communes)
      for (let i = 0; i < load.communeIndicators; i++) pack += line(VILLAGE_INDICATORS + i, commune, at, value());
    for (const village of tree.villages)
      for (let i = 0; i < VILLAGE_INDICATORS; i++) {
        pack += line(i, village, at, value());
        if (pack.length > 1_000_000) {
          yield pack;
          pack = '';
        }
      }
    yield pack;
    pack = '';
  }
}

export type Planted = { tree: Tree; targets: string[]; provinceId: string; load: Load };

/** Who is asked: villages for the first indicators, communes for the others. */
function* shares({ tree, targets, provinceId, load }: Planted): Generator<string> {
  for (const [at, target] of targets.entries()) {
    const asked =
      at < VILLAGE_INDICATORS ? tree.villages : at < VILLAGE_INDICATORS + load.communeIndicators ? tree.communes : [];
    yield asked.map((id, position) => `${target}\t${id}\t${provinceId}\t${position}\n`).join('');
  }
}

const MEASURED =
  'id, province_id, target_id, organisation_id, period_kind, period_from, period_until, value, entered_value, state, reported_at, reported_by_post, approved_at, indicator, unit';

export async function fill(owner: pg.Client, planted: Planted): Promise<void> {
  const { tree, targets, provinceId } = planted;
  const { rows } = await owner.query('SELECT id FROM accounts LIMIT 1');
  const movement = randomUUID();
  await owner.query(
    `INSERT INTO movements (id, province_id, organisation_id, title, kind, year, source, created_at, created_by, created_by_post)
     VALUES ($1, $2, $3, 'Phong trào', 'regular', 2026, 'empty', now(), $4, 'x')`,
    [movement, provinceId, tree.top, rows[0].id],
  );
  for (const [at, id] of targets.entries())
    await owner.query(
      `INSERT INTO targets (id, province_id, movement_id, position, name, indicator, unit, measure, comparator, change, better, value, data_period)
       VALUES ($1, $2, $3, $4, 'x', $5, $6, 'amount', 'ge', 'level', 'higher', 1, 'month')`,
      [id, provinceId, movement, at, codes[at]?.code, codes[at]?.units[0]],
    );
  await owner.query(
    `INSERT INTO target_splits (target_id, province_id, at, by_post) SELECT id, province_id, now(), 'x' FROM targets`,
  );
  // Filled from outside, as a restored backup would be: nothing is noted, and everything put together afterwards.
  await owner.query("SET session_replication_role = 'replica'");
  const copy = (table: string, columns: string, lines: Iterable<string>) =>
    pipeline(Readable.from(lines), owner.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)));
  await copy('target_shares', 'target_id, organisation_id, province_id, position', shares(planted));
  await copy('measurements', MEASURED, figures(planted));
  await owner.query("SET session_replication_role = 'origin'");
  await owner.query('VACUUM ANALYZE');
}
