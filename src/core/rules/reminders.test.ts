import { describe, expect, it } from 'vitest';
import type { Role } from './access.ts';
import { targetDays } from './measurements.ts';
import { periodsOf, reportDueOn } from './periods.ts';
import {
  type DueFigures,
  type DueReport,
  type DueRequest,
  type DueTask,
  type Reachable,
  remindersFor,
  remindsOn,
  stageOf,
} from './reminders.ts';
import { addWorkingDays, lastWorkingDay, type SpecialDays } from './working-days.ts';

const NONE: SpecialDays = new Map();
const settings = { daysBefore: 1, escalateAfter: 3 };
const at = (today: string, special: SpecialDays = NONE, more = settings) => ({ today, special, settings: more });

const place = (id: string) => ({ id, name: id.toUpperCase() });
const figures = (unit: string, more: Partial<DueFigures> = {}): DueFigures => ({
  kind: 'figures',
  movement: { id: 'm', name: 'Kế hoạch 2026' },
  asker: place('xa'),
  unit: place(unit),
  period: { kind: 'month', from: '2026-06-01', until: '2026-06-30' },
  dueOn: '2026-07-06',
  missing: 3,
  stage: 'coming',
  ...more,
});
const person = (accountId: string, organisationId: string, ...roles: Role[]): Reachable => ({
  accountId,
  organisationId,
  roles,
});
const PEOPLE = [
  person('officer', 'xa', 'officer', 'administrator'),
  person('chairman', 'xa', 'leader'),
  person('head-1', 'ban-1', 'reporter'),
  person('head-2', 'ban-2', 'reporter', 'leader'),
];
const lines = (dues: (DueFigures | DueTask | DueRequest | DueReport)[], people = PEOPLE) =>
  remindersFor(dues, people).map(
    ({ accountId, kind, facts }) => `${accountId}: ${kind} ${'stage' in facts ? facts.stage : ''}`,
  );

describe('practice 10: "trước ngày 15/12"', () => {
  const last = lastWorkingDay('2026-12-15', 'before', NONE) ?? '';

  it('means 14/12 at the latest, and is reminded on the working day before', () => {
    expect(last).toBe('2026-12-14');
    // 14/12/2026 is a Monday: the working day before is Friday the 11th, not Sunday.
    expect(stageOf({ last }, at('2026-12-10'))).toBeNull();
    expect(stageOf({ last }, at('2026-12-11'))).toBe('coming');
    expect(stageOf({ last }, at('2026-12-14'))).toBe('coming');
    expect(stageOf({ last }, at('2026-12-15'))).toBe('late');
  });

  it('goes by holidays and swapped days, which are data', () => {
    const special: SpecialDays = new Map([
      ['2026-12-11', 'holiday'],
      ['2026-12-12', 'workday'],
    ]);
    expect(stageOf({ last }, at('2026-12-11', special))).toBeNull();
    expect(stageOf({ last }, at('2026-12-12', special))).toBe('coming');
    expect(remindsOn({ today: '2026-12-11', special })).toBe(false);
    expect(remindsOn({ today: '2026-12-12', special })).toBe(true);
    expect(remindsOn({ today: '2026-12-13', special })).toBe(false);
  });

  it('is reminded earlier where the province says so', () => {
    const early = { daysBefore: 3, escalateAfter: 3 };
    expect(stageOf({ last }, at('2026-12-08', NONE, early))).toBeNull();
    expect(stageOf({ last }, at('2026-12-09', NONE, early))).toBe('coming');
  });

  it('reaches those who lead after so many working days of delay, not before', () => {
    for (const escalateAfter of [1, 3, 10]) {
      const when = addWorkingDays(last, escalateAfter, NONE);
      const given = { daysBefore: 1, escalateAfter };
      expect(stageOf({ last }, at(when, NONE, given))).toBe('escalated');
      const before = addWorkingDays(last, escalateAfter - 1, NONE);
      expect(stageOf({ last }, at(before, NONE, given))).toBe(escalateAfter === 1 ? 'coming' : 'late');
    }
  });
});

describe('practice 1: each indicator has its periods with data', () => {
  const days = targetDays({}, { kind: 'regular', period: { from: null, until: null }, year: 2026 });
  const dueOf = (kind: 'month' | 'year') =>
    periodsOf(kind, days).map((period) => ({ last: reportDueOn(period, 5, NONE), notBefore: period.until }));

  it('and "chưa đến kỳ" is never reminded: a figure of the year only when the year is over', () => {
    const [year] = dueOf('year');
    if (!year) throw new Error('no period');
    for (const today of ['2026-06-30', '2026-12-30']) expect(stageOf(year, at(today))).toBeNull();
    expect(stageOf(year, at('2027-01-04'))).toBe('coming');
    expect(dueOf('month').map((due) => stageOf(due, at('2026-06-30')))).toEqual([
      ...Array(5).fill('escalated'),
      ...Array(7).fill(null),
    ]);
  });

  it('nor one of a period that runs, however early the province wants to remind', () => {
    const early = { daysBefore: 10, escalateAfter: 3 };
    const june = dueOf('month')[5];
    if (!june) throw new Error('no June');
    expect(stageOf(june, at('2026-06-29', NONE, early))).toBeNull();
    expect(stageOf(june, at('2026-06-30', NONE, early))).toBe('coming');
  });
});

describe('practice 5: a village head has a phone and no patience', () => {
  it('is told alone, in time; the officer hears of it only when it is late', () => {
    expect(lines([figures('ban-1')])).toEqual(['head-1: figures-due coming']);
    expect(lines([figures('ban-1', { stage: 'late' })])).toEqual([
      'head-1: figures-due late',
      'officer: units-missing late',
    ]);
  });

  it('who has no account is told by the officer, who gets all such units in one line for one text', () => {
    const found = remindersFor([figures('ban-1'), figures('ban-3'), figures('ban-4')], PEOPLE);
    expect(found.filter(({ kind }) => kind === 'units-unreached')).toEqual([
      {
        accountId: 'officer',
        organisationId: 'xa',
        key: 'units m 2026-06-01 2026-06-30 xa coming',
        kind: 'units-unreached',
        facts: expect.objectContaining({ units: ['BAN-3', 'BAN-4'], count: 2 }),
      },
    ]);
  });

  it('is not one of 24 messages to the officer: who is missing is one line a period', () => {
    const units = Array.from({ length: 24 }, (_, at) => figures(`ban-${at + 1}`, { stage: 'late' }));
    const found = remindersFor(units, PEOPLE).filter(({ accountId }) => accountId === 'officer');
    expect(found).toHaveLength(1);
    expect(found[0]?.facts).toMatchObject({ count: 24 });
  });

  it('who leads the unit and who leads above are told when it lasts, nobody twice', () => {
    expect(lines([figures('ban-2', { stage: 'escalated' })])).toEqual([
      'head-2: figures-due escalated',
      'officer: units-missing escalated',
      'chairman: units-missing escalated',
    ]);
  });

  it('what a place asks of itself is not reported to itself as missing', () => {
    expect(lines([figures('xa', { stage: 'escalated' })])).toEqual([
      'officer: figures-due escalated',
      'chairman: figures-due escalated',
    ]);
  });
});

describe('practice 8: a task has its unit', () => {
  const task = (unit: string, stage: DueTask['stage']): DueTask => ({
    kind: 'task',
    movement: { id: 'm', name: 'Kế hoạch' },
    asker: place('xa'),
    unit: place(unit),
    task: { id: 't', name: 'Ra quân dọn vệ sinh' },
    dueOn: '2026-07-06',
    stage,
  });

  it('whose people are told; then those who gave it; then those who lead', () => {
    expect(lines([task('ban-1', 'coming')])).toEqual(['head-1: task-due coming']);
    expect(lines([task('ban-1', 'late')])).toEqual(['head-1: task-due late', 'officer: task-due late']);
    expect(lines([task('ban-2', 'escalated')])).toEqual([
      'head-2: task-due escalated',
      'officer: task-due escalated',
      'chairman: task-due escalated',
    ]);
    expect(lines([task('ban-9', 'coming')])).toEqual(['officer: task-due coming']);
  });
});

describe('a key', () => {
  it('is one for each stage, so that a later stage is told and the same is not told again', () => {
    const keys = (['coming', 'late', 'escalated'] as const).map(
      (stage) => remindersFor([figures('ban-1', { stage })], PEOPLE)[0]?.key,
    );
    expect(new Set(keys).size).toBe(3);
    expect(remindersFor([figures('ban-1')], PEOPLE)[0]?.key).toBe(keys[0]);
  });
});

describe('practice 6: a table asked of units', () => {
  const request = (unit: string, stage: DueRequest['stage'] = 'coming'): DueRequest => ({
    kind: 'request',
    request: { id: 'r', name: 'Hộ thiếu nước' },
    asker: place('xa'),
    unit: place(unit),
    dueOn: '2026-07-03',
    stage,
  });

  it('is told to the unit in time, and to who asked only once it is late, all units in one line', () => {
    expect(lines([request('ban-1')])).toEqual(['head-1: request-due coming']);
    const late = remindersFor([request('ban-1', 'late'), request('ban-2', 'late')], PEOPLE);
    expect(late.filter(({ accountId }) => accountId === 'officer')).toMatchObject([
      { kind: 'request-missing', facts: { units: ['BAN-1', 'BAN-2'], count: 2 } },
    ]);
    expect(lines([request('ban-1', 'escalated')])).toContain('chairman: request-missing escalated');
  });

  it('has units without an account told of to who asked, for a text or links', () => {
    expect(lines([request('ban-3'), request('ban-1')])).toEqual([
      'head-1: request-due coming',
      'officer: request-unreached coming',
    ]);
  });
});

describe('practice 10: a report that a movement asks for', () => {
  it('is told once to who waits for it and to those directly below who write it', () => {
    const report: DueReport = {
      kind: 'report',
      movement: { id: 'm', name: 'Kế hoạch 2026' },
      asker: place('xa'),
      report: { id: 'd', name: 'Ủy ban nhân dân xã' },
      units: [place('ban-1'), place('ban-2'), place('ban-3')],
      dueOn: '2026-11-24',
    };
    const found = ['officer', 'head-1', 'head-2'].map((who) => `${who}: report-due coming`);
    expect(lines([report])).toEqual(found);
  });
});
