import type { Measured } from '../../core/rules/measurements.ts';
import type { PeriodKind, ReportedAs } from '../../core/rules/progress.ts';
import type { Read } from '../read.ts';

/** Every figure reported for these targets, by target. */
export async function measuredFor(read: Read, targetIds: readonly string[]): Promise<Map<string, Measured[]>> {
  const byTarget = new Map<string, Measured[]>();
  if (targetIds.length === 0) return byTarget;
  const rows = await read
    .selectFrom('measurements')
    .select([
      'target_id as targetId',
      'organisation_id as organisationId',
      'period_kind as periodKind',
      'period_from as from',
      'period_until as until',
      'reported_as as reportedAs',
      'value',
      'numerator',
      'denominator',
      'estimated',
      'sample',
    ])
    .where('target_id', 'in', [...targetIds])
    .orderBy('period_until')
    .orderBy('organisation_id')
    .execute();
  for (const { targetId, ...row } of rows) {
    const measured = { ...row, periodKind: row.periodKind as PeriodKind, reportedAs: row.reportedAs as ReportedAs };
    const known = byTarget.get(targetId);
    if (known) known.push(measured);
    else byTarget.set(targetId, [measured]);
  }
  return byTarget;
}

/** How many figures stand under a target. */
export async function countMeasured(read: Read, targetId: string): Promise<number> {
  const { n } = await read
    .selectFrom('measurements')
    .select((row) => row.fn.countAll<string>().as('n'))
    .where('target_id', '=', targetId)
    .executeTakeFirstOrThrow();
  return Number(n);
}
