import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import type { Measured } from './measurements.ts';
import type { GoalFigure } from './targets.ts';
import { attainedOf, hasMet, unitStandingOf } from './unit-standing.ts';

const figure: GoalFigure = {
  measure: 'amount',
  comparator: 'ge',
  change: 'level',
  value: '26',
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  unit: 'lao động',
  better: 'higher',
  baseline: null,
};
const target = { indicator: 'giai_quyet_viec_lam', figure, dataPeriod: 'quarter', verdictGiven: null } as const;
const movement = { kind: 'regular', period: { from: null, until: null }, year: 2026, launcherIds: ['ban'] } as const;
const quarter = (until: string, value: string): Measured => ({
  organisationId: 'ban',
  periodKind: 'quarter',
  from: `${until.slice(0, 5)}01-01`,
  until,
  reportedAs: 'level',
  value,
  numerator: null,
  denominator: null,
  estimated: false,
  sample: false,
});
const march = quarter('2026-03-31', '6');
const judged = (today: string, ...measured: Measured[]) =>
  unitStandingOf(target, movement, measured, { today, dueOn: () => '2026-07-06' });

describe('practice 1: a unit is never red before its time', () => {
  it('is judged by the day its last figure stands for while the next may still be sent', () => {
    // 6 of 26 by the end of March: 23.1 % where 24.7 % was due.
    expect(judged('2026-06-30', march)).toMatchObject({ verdict: 'at-risk', expectedAttainment: '24.7' });
  });

  it('has no figure once the time to send has passed, whatever was sent before', () => {
    expect(judged('2026-07-07', march)).toMatchObject({ verdict: 'no-data', attainment: null });
    expect(judged('2026-07-07')).toMatchObject({ verdict: 'no-data' });
  });

  it('has no figure when the quarter before is overdue, though the newest may still be sent', () => {
    const dueOn = ({ until }: { until: string }) => addDays(until, 6);
    const on = { today: '2026-07-03', dueOn };
    expect(unitStandingOf(target, movement, [], on)).toMatchObject({ verdict: 'no-data' });
    expect(unitStandingOf(target, movement, [march], on)).toMatchObject({ verdict: 'at-risk' });
  });

  it('is not due while nothing had to be sent yet', () => {
    expect(judged('2026-02-10')).toMatchObject({ verdict: 'not-yet-due' });
    expect(judged('2026-07-06')).toMatchObject({ verdict: 'not-yet-due' });
  });

  it('is judged by the day of its figure when it has sent what is due, however long ago that was', () => {
    // Half of the work by the end of June is no delay in July, nor on the last day before the next is due.
    const june = quarter('2026-06-30', '13');
    expect(judged('2026-07-20', june)).toMatchObject({ verdict: 'on-track', expectedAttainment: '49.6' });
    expect(judged('2026-09-29', june)).toMatchObject({ verdict: 'on-track', expectedAttainment: '49.6' });
  });

  it('is judged by the last day once that is over', () => {
    const year = (value: string) => judged('2027-03-01', quarter('2026-12-31', value)).verdict;
    expect([year('25'), year('26'), year('27')]).toEqual(['missed', 'achieved', 'exceeded']);
  });

  it('is measured by the course of last year where that is known', () => {
    const june = quarter('2026-06-30', '13');
    const standing = (lastYear: { on: string; value: string }[]) =>
      unitStandingOf(target, movement, [june], { today: '2026-07-20', dueOn: () => '2026-07-06' }, lastYear);
    const whole = { on: '2025-12-31', value: '20' };
    // Sixteen of last year's twenty came by the end of June.
    expect(standing([{ on: '2025-06-30', value: '16' }, whole])).toMatchObject({
      verdict: 'late',
      expected: '20.8',
      expectedAttainment: '80.0',
      pace: '0.625',
    });
    expect(standing([whole])).toMatchObject({ verdict: 'on-track', expectedAttainment: '49.6' });
  });
});

describe('progress: whether a unit met its own', () => {
  const reached = (value: string) => ({ is: 'level' as const, value, numerator: null, denominator: null });
  const met = (value: string, part: { share: string | null; own: boolean }) =>
    hasMet({ ...target, ...part }, { reached: reached(value), base: null, on: '2026-06-30' });

  it('goes by its share, by the target itself where it has none or launched it, whenever it is asked', () => {
    expect([met('9', { share: '10', own: false }), met('10', { share: '10', own: false })]).toEqual([false, true]);
    expect([met('25', { share: null, own: false }), met('26', { share: null, own: false })]).toEqual([false, true]);
    expect(met('10', { share: '10', own: true })).toBe(false);
  });

  it('is so much of its own, in percent', () => {
    const reach = (value: string, part: { share: string | null; own: boolean }) =>
      attainedOf({ ...target, ...part }, { reached: reached(value), base: null, on: '2026-06-30' });
    expect([reach('9', { share: '10', own: false }), reach('13', { share: null, own: false })]).toEqual([
      '90.0',
      '50.0',
    ]);
    const adjustment = { inForceOn: '2026-05-02', before: figure, after: { ...figure, value: '20' } };
    const adjusted = { ...target, figure: adjustment.after, adjustments: [adjustment], share: null, own: true };
    // A figure of March is compared with what was in force in March.
    const on = (day: string) => attainedOf(adjusted, { reached: reached('13'), base: null, on: day });
    expect([on('2026-03-31'), on('2026-06-30')]).toEqual(['50.0', '65.0']);
  });

  it('cannot be said of a goal without a figure', () => {
    const goal = { ...target, figure: null, share: null, own: true };
    expect(hasMet(goal, { reached: reached('10'), base: null, on: '2026-06-30' })).toBeNull();
  });
});
