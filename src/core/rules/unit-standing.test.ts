import { describe, expect, it } from 'vitest';
import type { Measured } from './measurements.ts';
import type { GoalFigure } from './targets.ts';
import { unitStandingOf } from './unit-standing.ts';

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

  it('is not due while nothing had to be sent yet', () => {
    expect(judged('2026-02-10')).toMatchObject({ verdict: 'not-yet-due' });
    expect(judged('2026-07-06')).toMatchObject({ verdict: 'not-yet-due' });
  });

  it('is judged by today when it has sent what is due', () => {
    expect(judged('2026-07-20', quarter('2026-06-30', '20'))).toMatchObject({ verdict: 'on-track' });
  });
});
