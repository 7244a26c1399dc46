/** What people do with several organisations at once: merge, split, dissolve. */

import type { z } from 'zod';
import type {
  dissolveOrganisation as DissolveOrganisation,
  mergeOrganisations as MergeOrganisations,
  splitOrganisation as SplitOrganisation,
} from '../../contract/organisation-acts.ts';
import { checkDissolve, checkMerge, checkSplit, fitsUnder } from '../../core/rules/organisation-acts.ts';
import type { Succession } from '../../core/rules/organisations.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused } from '../problem.ts';
import { requireReach } from '../reach.ts';
import {
  aboveEachOther,
  childrenOf,
  codeTakenBy,
  isBelowSince,
  namesUnder,
  type Unit,
  unitOf,
  unitsOf,
} from './change-facts.ts';
import {
  endLives,
  everBelow,
  insertUnits,
  keepChange,
  lockTree,
  nextPosition,
  type Part,
  placeUnder,
  rebuildPairs,
} from './tree-acts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Done = { organisationId: string };

/** Ends organisations and puts one in their place, a new one or one that is there; their children go with it. */
export async function mergeOrganisations(
  tx: Tx,
  { organisationIds, into, on, paper }: In<typeof MergeOrganisations>,
  context: ActContext,
): Promise<Done> {
  const { viewer, newId } = context;
  await lockTree(tx, viewer.provinceId);
  const ids = [...new Set(organisationIds)];
  const ending = await unitsOf(tx, viewer, ids);
  for (const unit of ending) await requireReach(tx, viewer, 'mergeOrganisations', unit.parentId ?? unit.id);
  const target = await mergeTarget(tx, context, { into, on, ids });
  const all = 'place' in target ? ids : [...ids, target.unit.id];
  const reasons = checkMerge({
    ending,
    into: target,
    above: await aboveEachOther(tx, all, on),
    on,
    today: viewer.today,
  });
  if (reasons.length > 0) throw refused(reasons);
  const children = await childrenOf(tx, ids);
  const touched = await everBelow(tx, ids);
  const clusters = await clustersOf(tx, ids, on);
  // They end first, so that the new one may carry on a code of theirs.
  await endLives(tx, ids, on);
  const begun = 'place' in target ? newId() : null;
  if ('place' in target && begun !== null) {
    const place = {
      id: begun,
      parentId: target.place.parent.id,
      position: await nextPosition(tx, target.place.parent.id),
    };
    await insertUnits(tx, viewer.provinceId, [{ ...place, ...target.unit, validFrom: on, validUntil: null }]);
  }
  const to = begun ?? ('id' in target.unit ? target.unit.id : '');
  const moves = children.map(({ id }) => ({ id, to }));
  await placeUnder(tx, moves, on);
  await takeClusterPlaces(tx, context, { clusters, to, on });
  await rebuildPairs(tx, [...new Set(touched)]);
  await addSuccessions(tx, context, { from: ids, to: [to], how: 'merge', on });
  const parts: Part[] = [
    ...(begun === null
      ? [{ id: to, part: 'gained', name: target.unit.name } as const]
      : [
          {
            id: to,
            part: 'begun',
            name: target.unit.name,
            toId: 'place' in target ? target.place.parent.id : null,
          } as const,
        ]),
    ...endedParts(ending),
    ...movedParts(children, to),
  ];
  await keepChange(tx, context, { kind: 'merge', on, paper, provinceId: viewer.provinceId }, parts);
  return { organisationId: to };
}

async function mergeTarget(
  tx: Tx,
  { viewer }: ActContext,
  { into, on, ids }: { into: In<typeof MergeOrganisations>['into']; on: string; ids: readonly string[] },
) {
  if ('organisationId' in into) {
    await requireReach(tx, viewer, 'mergeOrganisations', into.organisationId);
    return { unit: await unitOf(tx, viewer, into.organisationId) };
  }
  const { head, parentId } = into;
  const parent = await unitOf(tx, viewer, parentId);
  await requireReach(tx, viewer, 'mergeOrganisations', parentId);
  const place = { parent, takenNames: await namesUnder(tx, { parentId, on, except: ids }) };
  let placeBelow = false;
  for (const top of ids) placeBelow ||= await isBelowSince(tx, { top, id: parentId, on });
  return { unit: head, place, placeBelow, codeTakenBy: await codeTakenBy(tx, viewer, head.code, ids) };
}

/** Makes several out of one; it ends, or goes on beside them. */
export async function splitOrganisation(
  tx: Tx,
  { organisationId, stays, parts, on, paper }: In<typeof SplitOrganisation>,
  context: ActContext,
): Promise<Done> {
  const { viewer, newId } = context;
  await lockTree(tx, viewer.provinceId);
  const unit = await unitOf(tx, viewer, organisationId);
  await requireReach(tx, viewer, 'splitOrganisation', unit.parentId ?? unit.id);
  const children = await childrenOf(tx, [unit.id]);
  const given = new Map(parts.flatMap((part, at) => part.childIds.map((id) => [id as string, at] as const)));
  for (const id of given.keys()) if (!children.some((child) => child.id === id)) throw notFound();
  const except = stays ? [] : [unit.id];
  const parent = unit.parentId === null ? unit : await unitOf(tx, viewer, unit.parentId);
  const takenNames = await namesUnder(tx, { parentId: parent.id, on, except });
  const planned = [];
  for (const { childIds: _, ...head } of parts)
    planned.push({
      unit: head,
      place: { parent, takenNames },
      codeTakenBy: await codeTakenBy(tx, viewer, head.code, except),
    });
  const unplaced = children.filter(({ id }) => !given.has(id)).length;
  const reasons = checkSplit({ unit, parts: planned, stays, given: given.size, unplaced, on, today: viewer.today });
  if (reasons.length > 0) throw refused(reasons);
  const touched = await everBelow(tx, [unit.id]);
  if (!stays) await endLives(tx, [unit.id], on);
  const first = await nextPosition(tx, parent.id);
  const begun = planned.map((part, at) => ({ id: newId(), position: first + at, ...part.unit }));
  await insertUnits(
    tx,
    viewer.provinceId,
    begun.map((part) => ({ ...part, parentId: parent.id, validFrom: on, validUntil: null })),
  );
  const moves = children.flatMap(({ id }) => {
    const to = begun[given.get(id) ?? -1];
    return to ? [{ id, to: to.id }] : [];
  });
  await placeUnder(tx, moves, on);
  await rebuildPairs(tx, touched);
  await addSuccessions(tx, context, { from: [unit.id], to: begun.map(({ id }) => id), how: 'split', on });
  const moved = moves.flatMap(({ id, to }) =>
    movedParts(
      children.filter((child) => child.id === id),
      to,
    ),
  );
  const kept: Part[] = [
    ...(stays ? [{ id: unit.id, part: 'gained', name: unit.name } as const] : endedParts([unit])),
    ...begun.map(({ id, name }) => ({ id, part: 'begun', name, toId: parent.id }) as const),
    ...moved,
  ];
  await keepChange(tx, context, { kind: 'split', on, paper, provinceId: viewer.provinceId }, kept);
  return { organisationId: begun[0]?.id ?? unit.id };
}

/** Ends an organisation; others take over its work, and one of them or another takes those below it. */
export async function dissolveOrganisation(
  tx: Tx,
  { organisationId, successorIds, childrenTo, on, paper }: In<typeof DissolveOrganisation>,
  context: ActContext,
): Promise<Done> {
  const { viewer } = context;
  await lockTree(tx, viewer.provinceId);
  const unit = await unitOf(tx, viewer, organisationId);
  await requireReach(tx, viewer, 'dissolveOrganisation', unit.parentId ?? unit.id);
  const successors = await unitsOf(tx, viewer, [...new Set(successorIds)]);
  const heir = childrenTo === null ? null : await unitOf(tx, viewer, childrenTo);
  if (heir) await requireReach(tx, viewer, 'dissolveOrganisation', heir.id);
  const children = await childrenOf(tx, [unit.id]);
  const reasons = checkDissolve({
    unit,
    successors,
    heir,
    heirBelow: heir !== null && (await isBelowSince(tx, { top: unit.id, id: heir.id, on })),
    misfits: children.filter(({ level }) => heir !== null && !fitsUnder(level, heir.level)).map(({ name }) => name),
    on,
    today: viewer.today,
  });
  if (reasons.length > 0) throw refused(reasons);
  const touched = await everBelow(tx, [unit.id]);
  if (heir)
    await placeUnder(
      tx,
      children.map(({ id }) => ({ id, to: heir.id })),
      on,
    );
  await endLives(tx, [unit.id], on);
  await rebuildPairs(tx, touched);
  await addSuccessions(tx, context, { from: [unit.id], to: successors.map(({ id }) => id), how: 'dissolve', on });
  await keepChange(tx, context, { kind: 'dissolve', on, paper, provinceId: viewer.provinceId }, [
    ...endedParts([unit]),
    ...successors.map(({ id, name }) => ({ id, part: 'gained', name }) as const),
    ...(heir ? movedParts(children, heir.id) : []),
  ]);
  return { organisationId: successors[0]?.id ?? heir?.id ?? unit.parentId ?? unit.id };
}

const endedParts = (units: readonly Unit[]): Part[] =>
  units.map(({ id, name, parentId }) => ({ id, part: 'ended', name, fromId: parentId }));

const movedParts = (children: readonly { id: string; name: string; parentId: string }[], toId: string): Part[] =>
  children.map(({ id, name, parentId }) => ({ id, part: 'moved', name, fromId: parentId, toId }));

type Succeeding = { from: readonly string[]; to: readonly string[]; how: Succession; on: string };

async function addSuccessions(tx: Tx, { viewer }: ActContext, { from, to, how, on }: Succeeding): Promise<void> {
  const rows = from.flatMap((predecessor) =>
    to.map((successor) => ({
      province_id: viewer.provinceId,
      predecessor_id: predecessor,
      successor_id: successor,
      how,
      on_date: on,
    })),
  );
  if (rows.length === 0) return;
  await tx
    .insertInto('organisation_successions')
    .values(rows)
    // A part that left one which stayed may take over the rest of it later.
    .onConflict((row) => row.columns(['predecessor_id', 'successor_id']).doUpdateSet({ how, on_date: on }))
    .execute();
}

/** Clusters in which any of these is a member on a day and after. */
async function clustersOf(tx: Tx, ids: readonly string[], on: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('cluster_members')
    .select('cluster_id as id')
    .distinct()
    .where('member_id', 'in', [...ids])
    .where('valid_from', '<', on)
    .where('valid_until', '>', on)
    .execute();
  return rows.map(({ id }) => id);
}

/** The one that takes their place goes on in their clusters, once in each. */
async function takeClusterPlaces(
  tx: Tx,
  { viewer }: ActContext,
  { clusters, to, on }: { clusters: readonly string[]; to: string; on: string },
): Promise<void> {
  const own = await tx
    .selectFrom('cluster_members')
    .select('cluster_id as id')
    .where('member_id', '=', to)
    .where('valid_until', '>', on)
    .execute();
  const missing = clusters.filter((id) => !own.some((one) => one.id === id));
  if (missing.length === 0) return;
  await tx
    .insertInto('cluster_members')
    .values(missing.map((id) => ({ province_id: viewer.provinceId, cluster_id: id, member_id: to, valid_from: on })))
    .execute();
}
