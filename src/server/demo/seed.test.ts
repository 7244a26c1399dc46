import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Role } from '../../core/rules/access.ts';
import { verifyAudit } from '../audit-chain.ts';
import { viewDocument, viewReadings } from '../documents/views.ts';
import { viewMovementBoard } from '../movements/board-views.ts';
import { viewMovements } from '../movements/list-views.ts';
import { viewOpenWork } from '../movements/open-work-views.ts';
import { viewTargets } from '../movements/target-views.ts';
import { viewTasks } from '../movements/task-views.ts';
import { viewMovement } from '../movements/views.ts';
import { viewOrganisation, viewOrganisations } from '../organisations/views.ts';
import { reading, type Viewer } from '../read.ts';
import { rollDue } from '../rolling.ts';
import { viewFigureParts } from '../rollups/part-views.ts';
import { viewRanking } from '../rollups/ranking-views.ts';
import { viewFigureBoard } from '../rollups/views.ts';
import { DEMO_TODAY, demoAccounts, seedDemo } from './seed.ts';

let database: TestDatabase;
const people = new Map<string, Viewer>();

beforeAll(async () => {
  database = await freshDatabase();
  await seedDemo(database.world, async () => 'no password');
  const rows = await database.owner.db
    .selectFrom('posts as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .select(['a.name', 'a.id as accountId', 'p.id as postId', 'p.role', 'p.title as postTitle'])
    .select(['p.organisation_id as organisationId', 'p.province_id as provinceId'])
    .execute();
  for (const { name, role, ...row } of rows)
    people.set(name, { ...row, roles: [role as Role], deputationId: null, today: DEMO_TODAY });
});
afterAll(() => database.drop());

const as = (name: string): Viewer => {
  const person = people.get(name);
  if (!person) throw new Error(`no account ${name}`);
  return person;
};
const ask = <I, O>(name: string, view: (read: never, viewer: Viewer, input: I) => Promise<O>, input: I): Promise<O> =>
  reading(database.db, as(name), (read) => view(read as never, as(name), input));
const movementOf = async (name: string, q: string) => {
  const { movements } = await ask(name, viewMovements, { q, archived: 'all' });
  const [movement] = movements;
  if (!movement) throw new Error(`no movement ${q}`);
  return movement;
};

describe('the demo', () => {
  it('has an account for every post, in two provinces that do not see each other', async () => {
    expect([...people.keys()].sort()).toEqual(demoAccounts.map(({ name }) => name).sort());
    const titles = async (name: string) =>
      (await ask(name, viewMovements, {})).movements.map((row) => row.organisation.name);
    expect((await titles('cb.laichau')).sort()).toEqual([
      'Huyện Phong Thổ',
      'Phường Tân Phong',
      'Tỉnh Lai Châu',
      'Tỉnh Lai Châu',
      'Xã Bình Lư',
      'Xã Bình Lư',
      'Xã Phong Thổ',
      'Xã Than Uyên',
    ]);
    expect(await titles('cb.chuvanan')).toEqual(['Phường Chu Văn An']);
    expect((await titles('dv.nadon')).sort()).toEqual(['Tỉnh Lai Châu', 'Tỉnh Lai Châu', 'Xã Bình Lư', 'Xã Bình Lư']);
  });

  it.each([
    ['cb.laichau', '02/CT-UBND', 10],
    ['cb.binhlu', '05/KH-UBND', 22],
    ['cb.laichau', '14/KH-UBND', 9],
    ['cb.laichau', '09/KH-UBND', 9],
    ['cb.laichau', '22/KH-UBND', 8],
    ['cb.laichau', '318/KH-UBND', 6],
    ['cb.chuvanan', '17/KH-UBND', 19],
  ])('%s sees in %s %i targets, each leading back to its sentence', async (name, number, expected) => {
    const { id } = await movementOf(name, number);
    const { targets } = await ask(name, viewTargets, { movementId: id });
    expect(targets).toHaveLength(expected);
    const documentId = targets[0]?.origin?.documentId ?? '';
    const { content } = await ask(name, viewDocument, { documentId });
    for (const { origin } of targets) expect(content?.text.slice(...(origin?.span ?? [0, 0]))).toBe(origin?.quote);
    expect(targets.filter((target) => target.domain === null)).toEqual([]);
  });

  it('keeps the real figures', async () => {
    const values = async (name: string, number: string) => {
      const { id } = await movementOf(name, number);
      const { targets } = await ask(name, viewTargets, { movementId: id });
      return targets.flatMap(({ figure }) => (figure ? [figure.value ?? figure.low ?? figure.numerator] : []));
    };
    expect(await values('cb.laichau', '02/CT-UBND')).toEqual([
      '10',
      '72',
      '37.1',
      '2727',
      '9.7',
      '1314.3',
      '9',
      '72.6',
      '3.88',
      '10000',
    ]);
    expect(await values('cb.binhlu', '05/KH-UBND')).toEqual([
      '46',
      '33515',
      '2050',
      '9950.3',
      '58.39',
      '431531',
      '337.2',
      '1.2',
      '323',
      '168',
      '62.07',
      '87.5',
      '100',
      '97',
      '16.9',
      '92.1',
      '94',
      '100',
      '100',
      '100',
      '100',
    ]);
    expect(await values('cb.chuvanan', '17/KH-UBND')).toEqual([
      '14',
      '12.5',
      '15.5',
      '4.5',
      '8',
      '100',
      '0.2',
      '500',
      '7',
      '90',
      '30',
      '300000',
      '11',
      '90',
      '100',
      '100',
      '95',
      '100',
    ]);
  });

  it('shows every verdict somewhere, sample figures as such, and units that have not reported', async () => {
    const { movements } = await ask('cb.laichau', viewMovements, {});
    const total = new Map<string, number>();
    for (const { progress } of movements)
      for (const [verdict, count] of Object.entries(progress)) total.set(verdict, (total.get(verdict) ?? 0) + count);
    expect([...total].filter(([, count]) => count === 0)).toEqual([]);
    const { id } = await movementOf('cb.binhlu', '05/KH-UBND');
    const { targets } = await ask('cb.binhlu', viewTargets, { movementId: id });
    const progressOf = (indicator: string) => targets.find((target) => target.indicator === indicator)?.progress;
    expect(progressOf('thu_nsnn')).toMatchObject({
      verdict: 'at-risk',
      attainment: '41.0',
      pace: '0.827',
      sample: true,
    });
    expect(progressOf('muc_giam_ho_ngheo')).toMatchObject({ verdict: 'on-track', attainment: '58.3' });
    expect(progressOf('giai_quyet_viec_lam')).toMatchObject({ actual: '155', coverage: { reported: 11, of: 12 } });
    expect(progressOf('bao_phu_bhyt')).toMatchObject({ verdict: 'at-risk', coverage: { reported: 11, of: 12 } });
    expect(progressOf('thu_nhap_bqdn')).toMatchObject({ verdict: 'not-yet-due', sample: false });
  });

  it('puts means together by heads, and tells a reduction as one however it was told', async () => {
    await rollDue(database.world);
    const board = await ask('cb.laichau', viewFigureBoard, { year: 2026 });
    const income = board.indicators.find(({ code }) => code === 'thu_nhap_bqdn');
    // (63,5 × 30412 + 41,2 × 13870 + 38,7 × 21944 + 46,9 × 33105) / 99331
    expect(income).toMatchObject({ rollUp: 'weighted-mean', weighedBy: 'Dân số trung bình' });
    expect(income?.periods.find(({ until }) => until === '2026-06-30')).toMatchObject({
      value: '49.374951425',
      unweighed: 1,
      reported: 5,
      asked: 5,
    });
    const { id } = await movementOf('cb.laichau', 'Nâng cao thu nhập');
    const { targets } = await ask('cb.laichau', viewTargets, { movementId: id });
    expect(targets.map(({ progress }) => progress.actual)).toEqual(['99331', '49.374951425']);
    const commune = await ask('cb.binhlu', viewFigureBoard, { year: 2026 });
    const cut = commune.indicators.find(({ code }) => code === 'muc_giam_ho_ngheo');
    // From 12,4 % to 11,7 %: what the targets tab says too.
    expect(cut?.periods.map(({ value }) => value)).toEqual(['0.7']);
    const period = { from: '2026-01-01', until: '2026-06-30' };
    const organisationId = board.organisation.id;
    const asked = { organisationId, indicator: 'thu_nhap_bqdn', ...period } as never;
    const { parts } = await ask('cb.laichau', viewFigureParts, asked);
    const weightless = parts.filter(({ weight }) => weight === null);
    expect(weightless.map(({ organisation }) => organisation.name)).toEqual(['Xã Mường Tè']);
    const ranked = { organisationId, level: 'commune', indicator: 'dan_so', ...period, by: 'heads' } as never;
    const { organisations } = await ask('cb.laichau', viewRanking, ranked);
    expect(organisations.slice(0, 2).map(({ compared, rank }) => [Number(compared), rank])).toEqual([
      [1000, 1],
      [1000, 1],
    ]);
  });

  it('answers the directive, and tells who has not', async () => {
    const { id } = await movementOf('cb.laichau', '02/CT-UBND');
    const { responses, unanswered, movement } = await ask('cb.laichau', viewMovement, { movementId: id });
    expect(responses.map(({ organisation }) => organisation.name)).toEqual([
      'Phường Tân Phong',
      'Xã Bình Lư',
      'Xã Phong Thổ',
      'Xã Than Uyên',
    ]);
    expect(unanswered).toHaveLength(34);
    expect(movement).toMatchObject({ sample: true, daysLeft: 184 });
  });

  it('remembers the district that ended, its movement and what it became', async () => {
    const past = await movementOf('cb.laichau', '318/KH-UBND');
    expect(past).toMatchObject({ state: 'ended', year: 2024, organisation: { level: 'district' } });
    const { successors } = await ask('cb.laichau', viewOrganisation, { organisationId: past.organisation.id });
    expect(successors).toHaveLength(5);
    const { organisations } = await ask('cb.laichau', viewOrganisations, { level: 'commune' });
    expect(organisations).toHaveLength(38);
  });

  it('has tasks in several states and a draft that waits for the officer', async () => {
    const { id } = await movementOf('cb.binhlu', '05/KH-UBND');
    const { tasks } = await ask('cb.binhlu', viewTasks, { movementId: id });
    expect(new Set(tasks.map(({ state }) => state))).toEqual(new Set(['to-do', 'in-progress', 'done']));
    expect(tasks.filter((task) => task.assigneeOrganisation !== null).length).toBeGreaterThan(2);
    const work = (name: string) => ask(name, (read, viewer) => viewOpenWork(read, viewer), {});
    const { own, below, reports } = await work('cb.binhlu');
    expect([own.length, below.map(({ doer }) => doer.name)]).toEqual([1, ['Bản Thẳm', 'Phòng Kinh tế']]);
    expect(reports.map(({ lastDay }) => lastDay)).toContain('2026-07-09');
    expect((await work('dv.nadon')).own).toMatchObject([{ lastWorkingDay: '2026-07-03' }]);
    const { readings } = await ask('cb.binhlu', (read, viewer) => viewReadings(read, viewer), {});
    expect(readings).toMatchObject([{ state: 'ready', mine: true, counts: { targets: 4 } }]);
  });

  it('shows on the board of a movement who is missing, and where evidence is', async () => {
    const { id } = await movementOf('cb.binhlu', '05/KH-UBND');
    const board = await ask('cb.binhlu', viewMovementBoard, { movementId: id });
    const second = board.periods.find(({ from, kind }) => kind === 'quarter' && from === '2026-04-01');
    expect(second).toMatchObject({ dueOn: '2026-07-06', waiting: 0 });
    expect([(second?.asked ?? 0) - (second?.sent ?? 0), second?.missing.units.map(({ name }) => name)]).toEqual([
      2,
      ['Bản Chu Va 12'],
    ]);
    const first = board.periods.find(({ from, kind }) => kind === 'quarter' && from === '2026-01-01');
    expect([(first?.asked ?? 0) - (first?.sent ?? 0), first?.missing.units.map(({ name }) => name)]).toEqual([
      1,
      ['Bản Chu Va 12'],
    ]);
    expect(board.evidence).toMatchObject([{ files: 1, until: '2026-06-30' }]);
    expect(board.behind.flatMap(({ units }) => units).length).toBeGreaterThan(0);
    // A village sees its own figures, and nothing of its neighbours.
    const own = await ask('dv.nadon', viewMovementBoard, { movementId: id });
    expect(own.periods.map(({ until, asked, sent }) => [until, asked, sent])).toEqual([
      ['2026-06-30', 2, 2],
      ['2026-03-31', 2, 2],
    ]);
    expect(own.evidence).toEqual([]);
  });

  it('is never loaded in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await expect(seedDemo(database.world, async () => 'no password')).rejects.toThrow('never');
    vi.unstubAllEnvs();
  });

  it('leaves a whole audit chain', async () => {
    expect((await verifyAudit(database.owner.db)).breaks).toEqual([]);
  });
});
