import type { z } from 'zod';
import type { ComparedTarget, Comparison } from '../../contract/comparisons.ts';
import { type AskedOfUnit, compareWithParent } from '../../core/rules/compare-with-parent.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { answersOf, type PlanTarget, planTargets, sharedOut } from './comparison-facts.ts';
import { movementFacts } from './facts.ts';
import { mayEdit } from './rights.ts';
import { movementRefs } from './views.ts';

export type ComparisonOut = z.input<typeof Comparison>;

export const comparedOut = ({ id, name, domain, figure }: PlanTarget): z.input<typeof ComparedTarget> => ({
  id,
  name,
  domain,
  figure,
});

/** A plan beside the movement of a superior that it answers. */
export async function viewComparison(
  read: Read,
  viewer: Viewer,
  { movementId, answering }: { movementId: string; answering?: string | undefined },
): Promise<ComparisonOut> {
  const plan = await movementFacts(read, viewer, movementId);
  const parents = await answeredBy(read, viewer, movementId);
  const parent = answering === undefined ? parents[0] : parents.find(({ id }) => id === answering);
  if (answering !== undefined && !parent) throw notFound();
  const targets = await planTargets(read, parent ? [parent.id, movementId] : [movementId]);
  const own = targets.get(movementId) ?? [];
  const asked = parent ? (targets.get(parent.id) ?? []) : [];
  const answers = (await answersOf(read, [movementId])).get(movementId) ?? new Map();
  const shared = await sharedOut(read, asked);
  const compared = compareWithParent(
    asked.map((target) => askedOf(target, shared.get(target.id)?.ofUnit.get(plan.organisationId))),
    own,
    answers,
  );
  const ownById = new Map(own.map((target) => [target.id, comparedOut(target)]));
  const askedById = new Map(asked.map((target) => [target.id, comparedOut(target)]));
  return {
    movement: {
      id: plan.id,
      title: plan.title,
      organisation: { id: plan.organisationId, name: plan.organisationName },
    },
    parents,
    parent: parent ?? null,
    rows: compared.rows.flatMap(({ targetId, ownId, ...row }) => {
      const target = askedById.get(targetId);
      const answer = answers.get(targetId);
      if (!target) return [];
      const of = shared.get(targetId);
      return [
        {
          ...row,
          target,
          share: of?.ofUnit.get(plan.organisationId) ?? null,
          shares: of?.shares ?? null,
          own: ownById.get(ownId ?? '') ?? null,
          version: answer?.version ?? 0,
          byPost: answer?.byPost ?? null,
        },
      ];
    }),
    added: compared.added.flatMap((id) => ownById.get(id) ?? []),
    own: [...ownById.values()],
    mayDecide: parent !== undefined && (await mayEdit(read, viewer, 'answerTargets', plan)),
  };
}

export const askedOf = (target: PlanTarget, share: string | undefined): AskedOfUnit => ({
  ...target,
  share: share ?? null,
});

/** Movements of superiors that a plan answers by itself or by what was folded into it, the earliest first. */
async function answeredBy(read: Read, viewer: Viewer, movementId: string): Promise<ComparisonOut['parents']> {
  const rows = await read
    .selectFrom('movement_responses')
    .select('answered_id as id')
    .where('answering_id', '=', movementId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const refs = await movementRefs(
    read,
    viewer,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => refs.get(id) ?? []);
}
