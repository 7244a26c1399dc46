import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { addDays } from '../../core/rules/calendar.ts';
import { targetDays } from '../../core/rules/measurements.ts';
import { periodsOf } from '../../core/rules/periods.ts';
import { PERIOD_KINDS } from '../../core/rules/progress.ts';
import { YEAR_KINDS } from '../../core/rules/target-details.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const Day = fc.nat(1_500).map((days) => addDays('2024-01-01', days));
const Movement = fc.record({
  kind: fc.constantFrom('regular' as const, 'thematic' as const),
  year: fc.integer({ min: 2024, max: 2028 }),
  from: fc.option(Day),
  until: fc.option(Day),
});
const Target = fc.record({ every: fc.constantFrom(...PERIOD_KINDS), yearKind: fc.constantFrom(...YEAR_KINDS) });

describe('the periods of a target', () => {
  it('are the same in the database and in the rules, by năm công tác and by năm học (practice 13)', async () => {
    await fc.assert(
      fc.asyncProperty(Movement, Target, async ({ kind, year, from, until }, { every, yearKind }) => {
        fc.pre(from === null || until === null || from <= until);
        const { rows } = await sql<{ from: string; until: string }>`
          SELECT p.period_from AS "from", p.period_until AS until
          FROM target_days(${kind}, ${year}, ${from}, ${until}, ${yearKind}) AS d, reporting_periods(${every}, d.days_from, d.days_until) AS p
          ORDER BY 1`.execute(database.db);
        const days = targetDays({ yearKind }, { kind, year, period: { from, until } });
        expect(rows).toEqual(periodsOf(every, days).map((one) => ({ from: one.from, until: one.until })));
      }),
      { numRuns: 300 },
    );
  });
});
