import type { z } from 'zod';
import type { TargetSplit } from '../../contract/measurements.ts';
import { addYears } from '../../core/rules/calendar.ts';
import { targetDays } from '../../core/rules/measurements.ts';
import { periodsOf, type ReportingPeriod } from '../../core/rules/periods.ts';
import { type FigureTarget, figureTargets, type MovementFacts, movementFacts } from '../movements/facts.ts';
import { unitsBelow } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { populationsOf } from '../rollups/facts.ts';
import { wholeOf } from './asked.ts';
import { keptFigures, periodSharesOf, placeKey, sharesOf, splitFacts, yearAgoFigures } from './facts.ts';

export type SplitOut = z.input<typeof TargetSplit>;

/** How a target is shared out among the units below its launcher. */
export async function viewTargetSplit(
  read: Read,
  viewer: Viewer,
  { targetId }: { targetId: string },
): Promise<SplitOut> {
  const [target] = await figureTargets(read, { targetId });
  if (!target) throw notFound();
  return splitOut(read, viewer, target, await movementFacts(read, viewer, target.movementId));
}

/** The months or quarters among which a share of a target can be split: those in which its units report. */
export function splitPeriods(
  target: Pick<FigureTarget, 'dataPeriod' | 'yearKind'>,
  movement: Pick<MovementFacts, 'kind' | 'year' | 'period'>,
): ReportingPeriod[] {
  const periods = periodsOf(target.dataPeriod, targetDays(target, movement));
  return periods.length > 1 ? periods : [];
}

export async function splitOut(
  read: Read,
  viewer: Viewer,
  target: FigureTarget,
  movement: MovementFacts,
): Promise<SplitOut> {
  const shares = await sharesOf(read, [target.id]);
  const units = await unitsBelow(read, movement.organisationId, viewer.today);
  const kept = await keptFigures(read, [target.id]);
  const lastDay = addYears(targetDays(target, movement).until, -1);
  const lastYear = new Map(
    kept.filter(({ until }) => until === lastDay).map((figure) => [figure.organisationId, figure.value]),
  );
  const yearAgo = await yearAgoFigures(read, [target.id], targetDays(target, movement).until);
  const asked = [...shares.map(({ organisationId }) => organisationId), ...units.map(({ id }) => id)];
  const populations = await populationsOf(read, viewer, asked, viewer.today);
  const weightsOf = (id: string) => ({
    lastYear: lastYear.get(id) ?? yearAgo.get(placeKey(target.id, id)) ?? null,
    population: populations.get(id) ?? null,
  });
  const whole = wholeOf(target);
  const byPeriod = await periodSharesOf(read, [target.id]);
  const taken = new Set(shares.map(({ organisationId }) => organisationId));
  return {
    target: { id: target.id, name: target.name, figure: target.figure },
    whole,
    periods: whole === null ? [] : splitPeriods(target, movement),
    ...(await splitFacts(read, target.id)),
    shares: shares.map(({ organisationId, name, value }) => ({
      organisation: { id: organisationId, name },
      value,
      periods: byPeriod.get(placeKey(target.id, organisationId)) ?? [],
      ...weightsOf(organisationId),
    })),
    candidates: units.filter(({ id }) => !taken.has(id)).map((unit) => ({ ...unit, ...weightsOf(unit.id) })),
    maySplit: movement.archivedAt === null && (await mayDo(read, viewer, 'splitTarget', movement.organisationId)),
  };
}
