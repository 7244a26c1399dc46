/** What comparing plans with the movement they answer needs to know. */

import type { ComparedTarget, TargetAnswer, TargetAnswerKind } from '../../core/rules/compare-with-parent.ts';
import { natureOf, type OwnCounting } from '../../core/rules/measurements.ts';
import { type SplitSum, sumOfSplit } from '../../core/rules/target-split.ts';
import { sharesOf } from '../measurements/facts.ts';
import type { Read } from '../read.ts';
import { FIGURE_COLUMNS, figureOf } from './columns.ts';

export type PlanTarget = ComparedTarget & { domain: string | null; addsUp: boolean };

/** Targets of several movements in reading order, by movement. */
export async function planTargets(read: Read, movementIds: readonly string[]): Promise<Map<string, PlanTarget[]>> {
  const byMovement = new Map<string, PlanTarget[]>(movementIds.map((id) => [id, []]));
  if (movementIds.length === 0) return byMovement;
  const rows = await read
    .selectFrom('targets')
    .select(['id', 'movement_id as movementId', 'name', 'domain', 'indicator'])
    .select((row) =>
      row
        .selectFrom('indicator_changes as own')
        .select('own.own')
        .whereRef('own.province_id', '=', 'targets.province_id')
        .whereRef('own.code', '=', 'targets.indicator')
        .as('ownIndicator'),
    )
    .select([...FIGURE_COLUMNS])
    .where('movement_id', 'in', [...movementIds])
    .orderBy('position')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const { id, name, domain, indicator } = row;
    const figure = figureOf(row);
    const { how } = natureOf({ figure, indicator, ownIndicator: row.ownIndicator as OwnCounting | null });
    const addsUp = figure?.measure === 'amount' && figure.value !== null && how === 'sum';
    byMovement.get(row.movementId)?.push({ id, name, domain, indicator, figure, addsUp });
  }
  return byMovement;
}

export type KeptAnswer = TargetAnswer & { version: number; byPost: string };

/** What plans say of these targets of their superior: by plan, then by target. */
export async function answersOf(
  read: Read,
  movementIds: readonly string[],
): Promise<Map<string, Map<string, KeptAnswer>>> {
  const byMovement = new Map<string, Map<string, KeptAnswer>>(movementIds.map((id) => [id, new Map()]));
  if (movementIds.length === 0) return byMovement;
  const rows = await read
    .selectFrom('target_answers')
    .select(['movement_id as movementId', 'target_id as targetId', 'own_target_id as ownTargetId'])
    .select(['how', 'reason', 'version', 'by_post as byPost'])
    .where('movement_id', 'in', [...movementIds])
    .execute();
  for (const { movementId, targetId, how, ...rest } of rows)
    byMovement.get(movementId)?.set(targetId, { ...rest, how: how as TargetAnswerKind });
  return byMovement;
}

export type Shared = { shares: SplitSum | null; ofUnit: Map<string, string> };

/** How each of these targets is shared out among units. */
export async function sharedOut(read: Read, targets: readonly PlanTarget[]): Promise<Map<string, Shared>> {
  const rows = await sharesOf(
    read,
    targets.map(({ id }) => id),
  );
  return new Map(
    targets.map(({ id, figure, addsUp }) => {
      const own = rows.filter(({ targetId }) => targetId === id);
      const whole = addsUp ? figure?.value : null;
      const given = own.map(({ value }) => value);
      return [
        id,
        {
          shares: whole && given.some((value) => value !== null) ? sumOfSplit(whole, given) : null,
          ofUnit: new Map(
            own.flatMap(({ organisationId, value }) => (value === null ? [] : [[organisationId, value]])),
          ),
        },
      ];
    }),
  );
}

/** What of a movement's amounts was given to a unit, by target. */
export async function sharesGiven(
  read: Read,
  movementId: string,
  organisationId: string,
): Promise<Map<string, string>> {
  const targets = (await planTargets(read, [movementId])).get(movementId) ?? [];
  const shared = await sharedOut(
    read,
    targets.filter(({ addsUp }) => addsUp),
  );
  return new Map(
    [...shared].flatMap(([id, { ofUnit }]) => {
      const share = ofUnit.get(organisationId);
      return share === undefined ? [] : [[id, share] as const];
    }),
  );
}
