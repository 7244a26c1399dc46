import { randomUUID } from 'node:crypto';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildOrganisation,
  buildProvince,
  buildViewer,
  freshDatabase,
  type TestDatabase,
} from '../../../test/support/database.ts';
import { doAs } from '../../../test/support/deeds.ts';
import { findIndicator } from '../../core/rules/indicator-match.ts';
import { type Part, type RollUp, rollUp } from '../../core/rules/progress.ts';
import { type RolledSums, rolledFigure } from '../../core/rules/rolled-figures.ts';
import { convert } from '../../core/rules/unit-conversion.ts';
import { moveOrganisation } from '../organisations/acts.ts';
import { mergeOrganisations, splitOrganisation } from '../organisations/merge-acts.ts';
import { Problem } from '../problem.ts';
import type { Viewer } from '../read.ts';
import { rollAnew, rollDue } from '../rolling.ts';

/**
 * Random trees with figures, and beside them the plainest way to put them together: walk down from every organisation,
 * in the tree of the period's last day, to the first that has a figure of its own. After whatever happened, what is
 * kept ready is what the walk finds.
 */

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Money in two units of one kind, and a share by part and whole; the third is never converted. */
const MONEY = 'thu_nsnn';
const SHARE = 'che_phu_rung';
/** A mean, what it is weighed by, and a count of units that met theirs. */
const MEAN = 'thu_nhap_bqdn';
const HEADS = 'dan_so';
const MET = 'rieng_dat';
const UNITS: Record<string, string> = { [MEAN]: 'triệu đồng/người/năm', [HEADS]: 'người', [MET]: 'điểm' };
const QUARTERS = [
  { from: '2026-01-01', until: '2026-03-31' },
  { from: '2026-04-01', until: '2026-06-30' },
] as const;

type Target = { id: string; indicator: string; unit: string };
type Run = { viewer: Viewer; provinceId: string; targets: Target[]; organisations: string[]; clock: number };

async function plant(): Promise<Run> {
  const province = await buildProvince(database);
  const organisations = [province.committee.id];
  const add = async (parentId: string, level: string) => {
    const { id } = await buildOrganisation(database, { provinceId: province.id, parentId, name: randomUUID(), level });
    organisations.push(id);
    return id;
  };
  for (let commune = 0; commune < 3; commune++) {
    const id = await add(province.committee.id, 'commune');
    for (let village = 0; village < 3; village++) await add(id, 'unit');
  }
  const where = { provinceId: province.id, organisationId: province.committee.id };
  const viewer = await buildViewer(database, { ...where, role: 'administrator' });
  const { db } = database.owner;
  const movementId = randomUUID();
  await db
    .insertInto('movements')
    .values({
      id: movementId,
      province_id: province.id,
      organisation_id: province.committee.id,
      title: 'Phong trào',
      kind: 'regular',
      year: 2026,
      source: 'empty',
      created_at: '2026-01-01T00:00:00Z',
      created_by: viewer.accountId,
      created_by_post: 'x',
    })
    .execute();
  const targets = [
    { id: randomUUID(), indicator: MONEY, unit: 'triệu đồng' },
    { id: randomUUID(), indicator: MONEY, unit: 'tỷ đồng' },
    { id: randomUUID(), indicator: SHARE, unit: '%' },
    ...[MEAN, HEADS, MET].map((indicator) => ({ id: randomUUID(), indicator, unit: UNITS[indicator] ?? '' })),
  ];
  const own = { domain: 'kinh_te', units: ['điểm'], better: 'higher', nature: 'level', rollUp: 'share-of-units' };
  await db
    .insertInto('indicator_changes')
    .values({ province_id: province.id, code: MET, own: JSON.stringify(own), name: 'Đơn vị đạt' })
    .execute();
  for (const [position, { id, indicator, unit }] of targets.entries()) {
    const figure = { measure: 'amount', comparator: 'eq', change: 'level', better: 'higher', value: '1' };
    const place = { id, province_id: province.id, movement_id: movementId, position };
    await db
      .insertInto('targets')
      .values({ ...place, ...figure, name: 'x', indicator, unit, data_period: 'quarter' })
      .execute();
    const said = { at: '2026-01-01T00:00:00Z', by_post: 'x' };
    await db
      .insertInto('target_splits')
      .values({ target_id: id, province_id: province.id, ...said })
      .execute();
    const asked = organisations.filter((_, at) => at % 2 === position % 2);
    await share({
      provinceId: province.id,
      targetId: id,
      asked,
      values: indicator === MET ? [null, '300', '900'] : [null],
    });
  }
  return { viewer, provinceId: province.id, targets, organisations, clock: 0 };
}

async function share(of: { provinceId: string; targetId: string; asked: string[]; values: (string | null)[] }) {
  const { db } = database.owner;
  await db.deleteFrom('target_shares').where('target_id', '=', of.targetId).execute();
  const rows = of.asked.map((organisation_id, at) => ({
    ...{ organisation_id, position: at, target_id: of.targetId, province_id: of.provinceId },
    value: of.values[at % of.values.length] ?? null,
  }));
  await db.insertInto('target_shares').values(rows).execute();
}

const Deed = fc.record({
  kind: fc.constantFrom(
    'figure',
    'figure',
    'figure',
    'figure',
    'return',
    'drop',
    'unit',
    'goal',
    'share',
    'move',
    'merge',
    'split',
  ),
  picks: fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000), fc.nat(9_999)),
  day: fc.constantFrom('2026-02-01', '2026-03-31', '2026-04-01', '2026-05-15'),
});
type Deed = { kind: string; picks: [number, number, number, number]; day: string };

async function enter(run: Run, { picks: [a, b, c, value] }: Deed): Promise<void> {
  const target = run.targets[a % run.targets.length];
  const organisation_id = run.organisations[b % run.organisations.length];
  const period = QUARTERS[c % 2];
  if (!target || !organisation_id || !period) throw new Error('nothing there');
  const at = new Date(Date.UTC(2026, 6, 1) + ++run.clock * 1_000).toISOString();
  const share = target.indicator === SHARE;
  const figure = {
    value: share ? null : new Decimal(value).div(7).toDecimalPlaces(3).toFixed(),
    numerator: share ? String(value % 50) : null,
    denominator: share ? String((value % 50) + (c % 5) + 1) : null,
    estimated: value % 3 === 0,
    state: 'approved',
    entered_value: share ? null : '1',
    approved_at: at,
    reported_at: at,
  };
  const { from: period_from, until: period_until } = period;
  await database.owner.db
    .insertInto('measurements')
    .values({
      ...figure,
      ...{ id: randomUUID(), province_id: run.provinceId, target_id: target.id, organisation_id },
      ...{ period_kind: 'quarter', period_from, period_until, reported_by_post: 'x' },
    })
    .onConflict((row) => row.constraint('measurements_once').doUpdateSet(figure))
    .execute();
}

async function tryDeed(run: Run, deed: Deed): Promise<void> {
  const { db } = database.owner;
  const [a = '', b = ''] = deed.picks.map((pick) => run.organisations[pick % run.organisations.length] ?? '');
  const tree = { on: deed.day, paper: null };
  const { viewer } = run;
  const head = { name: randomUUID(), issuerName: null, kind: 'village', level: 'unit', code: null } as const;
  const any = db.selectFrom('measurements').select('id').where('province_id', '=', run.provinceId);
  const some = any
    .orderBy('id')
    .limit(1)
    .offset(deed.picks[3] % 5);
  if (deed.kind === 'figure') await enter(run, deed);
  if (deed.kind === 'return')
    await db
      .updateTable('measurements')
      .set({ state: 'returned', returned_reason: 'x' })
      .where('id', 'in', some)
      .execute();
  if (deed.kind === 'drop') await db.deleteFrom('measurements').where('id', 'in', some).execute();
  if (deed.kind === 'unit') {
    // Somebody mends the unit of a target: what was told in it follows.
    const unit = deed.picks[3] % 2 ? 'tỷ đồng' : 'triệu đồng';
    await db
      .updateTable('targets')
      .set({ unit })
      .where('id', '=', run.targets[0]?.id ?? '')
      .execute();
  }
  const judged = run.targets.find(({ indicator }) => indicator === MET)?.id ?? '';
  if (deed.kind === 'goal')
    await db
      .updateTable('targets')
      .set({ value: String(deed.picks[3] % 1_400) })
      .where('id', '=', judged)
      .execute();
  if (deed.kind === 'share') {
    const asked = run.organisations.filter((_, at) => at % 3 !== deed.picks[0] % 3);
    await share({ provinceId: run.provinceId, targetId: judged, asked, values: [String(deed.picks[3] % 1_400), null] });
  }
  if (deed.kind === 'move')
    await doAs(database, viewer, 'moveOrganisation', moveOrganisation, { ...tree, organisationId: a, parentId: b });
  if (deed.kind === 'merge')
    await doAs(database, viewer, 'mergeOrganisations', mergeOrganisations, {
      ...tree,
      organisationIds: [a],
      into: { organisationId: b },
    });
  if (deed.kind === 'split') {
    const input = { ...tree, organisationId: a, stays: true, parts: [{ ...head, childIds: [] }] };
    await doAs(database, viewer, 'splitOrganisation', splitOrganisation, input);
  }
}

type Leaf = Part & { at: string };

/** Everything as it stands, and the walk over it. */
async function walker(run: Run) {
  const { db } = database.owner;
  const inside = { provinceId: run.provinceId };
  const edges = await db
    .selectFrom('organisation_closure')
    .selectAll()
    .where('province_id', '=', inside.provinceId)
    .where('depth', '=', 1)
    .execute();
  const figures = await db
    .selectFrom('measurements as m')
    .innerJoin('targets as t', 't.id', 'm.target_id')
    .leftJoin('target_shares as s', (on) =>
      on.onRef('s.target_id', '=', 'm.target_id').onRef('s.organisation_id', '=', 'm.organisation_id'),
    )
    .select(['m.organisation_id', 't.indicator', 't.unit', 'm.period_until', 'm.value', 'm.numerator', 'm.denominator'])
    .select(['m.approved_at', 'm.reported_at', 't.value as goal', 's.value as share'])
    .where('m.province_id', '=', inside.provinceId)
    .where('m.state', '=', 'approved')
    .orderBy('m.approved_at', 'desc')
    .execute();
  const shares = await db
    .selectFrom('target_shares as s')
    .innerJoin('targets as t', 't.id', 's.target_id')
    .select(['s.organisation_id', 't.indicator'])
    .where('s.province_id', '=', inside.provinceId)
    .execute();
  const own = (id: string, indicator: string, until: string): Leaf | null => {
    const found = figures.find(
      (one) => one.organisation_id === id && one.indicator === indicator && one.period_until === until,
    );
    if (!found) return null;
    const value =
      found.value === null
        ? null
        : convert(found.value, found.unit, findIndicator(indicator)?.units[0] ?? UNITS[indicator] ?? null);
    const { numerator, denominator, reported_at, goal } = found;
    const met = indicator === MET && found.value ? new Decimal(found.value).gte(found.share ?? goal ?? 0) : null;
    const weight = indicator === MEAN && value !== null ? weightOf(id, until) : null;
    return { value, numerator, denominator, weight, met, at: String(reported_at) };
  };
  /** The newest head count until a day, one's own before those below. */
  const weightOf = (id: string, until: string): string | null => {
    for (const { until: day } of QUARTERS.filter((one) => one.until <= until).toReversed()) {
      const heads = own(id, HEADS, day)?.value ?? rollUp('sum', below(id, HEADS, day)).value;
      if (heads !== null) return heads;
    }
    return null;
  };
  const below = (id: string, indicator: string, until: string): (Leaf | null)[] =>
    edges
      .filter(
        ({ ancestor_id, valid_from, valid_until }) =>
          ancestor_id === id && String(valid_from) <= until && String(valid_until) > until,
      )
      .flatMap(({ descendant_id: child }) => {
        const figure = own(child, indicator, until);
        if (figure) return [figure];
        const deeper = below(child, indicator, until);
        if (deeper.length > 0) return deeper;
        return shares.some((one) => one.organisation_id === child && one.indicator === indicator) ? [null] : [];
      });
  return below;
}

const WAYS: readonly RollUp[] = ['sum', 'maximum', 'last', 'ratio-of-sums', 'weighted-mean', 'share-of-units'];
const plain = (value: string | null) => (value === null ? null : new Decimal(value).toFixed());

/** One line for each organisation, indicator, period and way: as kept, and as walked. */
async function compare(run: Run): Promise<{ kept: string[]; walked: string[] }> {
  const { db } = database.owner;
  const rows = await db.selectFrom('rolled_figures').selectAll().where('province_id', '=', run.provinceId).execute();
  const below = await walker(run);
  const { rows: all } = {
    rows: await db.selectFrom('organisations').select('id').where('province_id', '=', run.provinceId).execute(),
  };
  const kept: string[] = [];
  const walked: string[] = [];
  for (const { id } of all)
    for (const indicator of [MONEY, SHARE, MEAN, HEADS, MET])
      for (const { until } of QUARTERS)
        for (const how of WAYS) {
          const row = rows.find(
            (one) => one.organisation_id === id && one.indicator === indicator && one.period_until === until,
          );
          const sums: RolledSums | null = row ?? null;
          const leaves = below(id, indicator, until).sort((x, y) => ((x?.at ?? '') < (y?.at ?? '') ? -1 : 1));
          const name = `${id} ${indicator} ${until} ${how}`;
          const word = (of: ReturnType<typeof rollUp>) =>
            `${name}: ${plain(of.value)} ${plain(of.numerator)}/${plain(of.denominator)} ${of.coverage.reported}/${of.coverage.of}`;
          const silent = leaves.filter((leaf) => indicator === MEAN && leaf?.value && leaf.weight === null).length;
          if (row && sums) kept.push(`${word(rolledFigure(how, sums))} ${row.unweighed}`);
          if (leaves.length > 0) walked.push(`${word(rollUp(how, leaves))} ${silent}`);
        }
  return { kept: kept.sort(), walked: walked.sort() };
}

describe('figures put together upwards', () => {
  it('are what a walk over the tree finds, whatever happens to figures and tree', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Deed, { minLength: 8, maxLength: 40 }), async (deeds) => {
        const run = await plant();
        for (const deed of deeds) {
          try {
            await tryDeed(run, deed);
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
          }
          if (deed.picks[0] % 3 === 0) await rollDue(database.world);
        }
        await rollDue(database.world);
        const { kept, walked } = await compare(run);
        expect(kept).toEqual(walked);
        await rollAnew(database.world, run.provinceId);
        expect((await compare(run)).kept).toEqual(walked);
      }),
      { numRuns: 25 },
    );
  });
});
