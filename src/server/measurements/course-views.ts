import type { z } from 'zod';
import type { CourseRow, getTargetCourse } from '../../contract/target-course.ts';
import { type Measured, targetDays } from '../../core/rules/measurements.ts';
import { courseOf } from '../../core/rules/target-course.ts';
import { provinceIndicators } from '../catalogues/facts.ts';
import { figureTargets, launcherIds, movementFacts } from '../movements/facts.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { countedFigures, lastYearAsked, lastYearFigures } from '../rollups/facts.ts';
import { progressLimitsOf } from '../settings/facts.ts';
import { correctionsOn, measuredFor, sharesOf } from './facts.ts';

type Row = z.input<typeof CourseRow>;

/** Diễn biến: how a target came to where it stands. Throws `not-found` for a target out of sight. */
export async function viewTargetCourse(
  read: Read,
  viewer: Viewer,
  { targetId }: z.infer<(typeof getTargetCourse)['input']>,
): Promise<z.input<(typeof getTargetCourse)['output']>> {
  const [target] = await figureTargets(read, { targetId });
  if (!target) throw notFound();
  const movement = await movementFacts(read, viewer, target.movementId);
  const limitsOn = await progressLimitsOf(read, viewer);
  const shares = await sharesOf(read, [targetId]);
  const judged = { ...target, verdictGiven: null, askedIds: shares.map(({ organisationId }) => organisationId) };
  const launchers = launcherIds(movement);
  const launched = { ...movement, launcherIds: launchers };
  const counting = [{ ...judged, movement: launched }];
  const measured =
    (await countedFigures(read, viewer, counting, await measuredFor(read, [targetId]))).get(targetId) ?? [];
  const lastYear = await lastYearFigures(read, lastYearAsked(targetId, target, launched, measured));
  const course = courseOf(judged, launched, measured, viewer.today, limitsOn, lastYear.get(targetId));
  const { indicator, figure } = target;
  const indicators = indicator === null ? [] : await provinceIndicators(read, viewer);
  const days = targetDays(target, movement);
  return {
    target: { id: target.id, name: target.name, figure },
    movement: {
      id: movement.id,
      title: movement.title,
      organisation: { id: movement.organisationId, name: movement.organisationName },
    },
    nature: course.nature,
    how: course.how,
    assumed: indicators.find(({ code }) => code === indicator)?.rollUpAssumed ?? false,
    points: course.points,
    goal: figure?.change === 'level' || figure?.change === 'maintain' ? (figure.value ?? figure.low) : null,
    until: days.until,
    forecast: course.forecast,
    noForecast: course.noForecast,
    rows: await rowsOf(read, viewer, {
      targetId,
      shares,
      measured,
      launchers,
      own: course.how === null,
      today: viewer.today,
    }),
  };
}

type Asked = {
  targetId: string;
  shares: Awaited<ReturnType<typeof sharesOf>>;
  measured: readonly Measured[];
  launchers: readonly string[];
  own: boolean;
  today: string;
};

/** Who the newest figure is made of: everybody who is asked or has ever reported, in the order of the split. */
async function rowsOf(read: Read, viewer: Viewer, asked: Asked): Promise<Row[]> {
  const { shares } = asked;
  const counted = asked.measured.filter(
    ({ organisationId, until }) => until <= asked.today && asked.launchers.includes(organisationId) === asked.own,
  );
  const newest = counted
    .map(({ until }) => until)
    .sort()
    .at(-1);
  const reporters = counted.map(({ organisationId }) => organisationId);
  const ids = [
    ...new Set(asked.own ? reporters : [...shares.map(({ organisationId }) => organisationId), ...reporters]),
  ];
  const corrections = newest === undefined ? null : await correctionsOn(read, asked.targetId, newest);
  const names = new Map((await organisationFacts(read, viewer, ids)).map(({ id, name }) => [id, name]));
  return ids.flatMap((id): Row[] => {
    const name = names.get(id);
    if (name === undefined) return [];
    const figure = counted.find(({ organisationId, until }) => organisationId === id && until === newest);
    return [
      {
        organisation: { id, name },
        share: shares.find(({ organisationId }) => organisationId === id)?.value ?? null,
        value: figure?.value ?? null,
        numerator: figure?.numerator ?? null,
        denominator: figure?.denominator ?? null,
        estimated: figure?.estimated ?? false,
        reported: figure !== undefined,
        correctionReason: corrections?.get(id) ?? null,
      },
    ];
  });
}
