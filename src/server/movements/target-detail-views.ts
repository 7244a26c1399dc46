import type { z } from 'zod';
import type { TargetDetails } from '../../contract/target-details.ts';
import type { EnteredAs } from '../../core/rules/figure-series.ts';
import type { GivenVerdict, PeriodKind } from '../../core/rules/progress.ts';
import type { PlanLevel, YearKind } from '../../core/rules/target-details.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { movementFacts } from './facts.ts';
import { mayEdit } from './rights.ts';
import { adjustmentsOf, thingsOf } from './target-detail-facts.ts';
import { viewTarget } from './target-views.ts';

export type DetailsOut = z.input<typeof TargetDetails>;

/** A target with everything that surrounds it. Throws `not-found` for one out of sight. */
export async function viewTargetDetails(
  read: Read,
  viewer: Viewer,
  { targetId }: { targetId: string },
): Promise<DetailsOut> {
  const row = await read
    .selectFrom('targets')
    .select(['movement_id as movementId', 'assigned_value as assigned', 'council_value as council'])
    .select(['aspired_value as aspired', 'plan_level as measured', 'data_source as dataSource'])
    .select(['data_period as dataPeriod', 'entered_as as enteredAs', 'year_kind as yearKind'])
    .select(['verdict_given as verdict', 'verdict_rating as rating', 'verdict_text as text'])
    .select(['verdict_evidence as evidence', 'verdict_on as on', 'verdict_by_post as byPost'])
    .where('id', '=', targetId)
    .where('province_id', '=', viewer.provinceId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const movement = await movementFacts(read, viewer, row.movementId);
  const supporters = await read
    .selectFrom('target_supporters as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .select(['o.id', 'o.name'])
    .where('s.target_id', '=', targetId)
    .orderBy('s.position')
    .execute();
  const { verdict, rating, text, evidence, on, byPost } = row;
  return {
    target: await viewTarget(read, viewer, targetId),
    movement: {
      id: movement.id,
      title: movement.title,
      organisation: { id: movement.organisationId, name: movement.organisationName },
    },
    levels: { assigned: row.assigned, council: row.council, aspired: row.aspired },
    measured: row.measured as PlanLevel | null,
    adjustments: ((await adjustmentsOf(read, [targetId])).get(targetId) ?? []).reverse(),
    supporters,
    dataSource: row.dataSource,
    dataPeriod: row.dataPeriod as PeriodKind,
    enteredAs: row.enteredAs as EnteredAs,
    yearKind: row.yearKind as YearKind,
    things: (await thingsOf(read, [targetId])).get(targetId) ?? [],
    verdict: verdict === null ? null : { verdict: verdict as GivenVerdict, rating, text, evidence, on, byPost },
    mayEdit: await mayEdit(read, viewer, 'arrangeTarget', movement),
  };
}
