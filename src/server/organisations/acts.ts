/** What people do with one organisation: found it, call it otherwise, place it elsewhere. */

import type { z } from 'zod';
import type {
  createOrganisation as CreateOrganisation,
  moveOrganisation as MoveOrganisation,
  OrganisationHead,
  renameOrganisation as RenameOrganisation,
} from '../../contract/organisation-acts.ts';
import { checkFound, checkMove, checkRename } from '../../core/rules/organisation-acts.ts';
import type { ActContext, Tx } from '../act.ts';
import { refused, stale } from '../problem.ts';
import { requireReach } from '../reach.ts';
import { codeTakenBy, isBelowSince, namesUnder, type Unit, unitOf } from './change-facts.ts';
import { everBelow, insertUnits, keepChange, lockTree, nextPosition, placeUnder, rebuildPairs } from './tree-acts.ts';

export type NewProvince = { id: string; name: string; fixedToday?: string };

/** Sets up a province: the wall around everything that will belong to it. */
export async function addProvince(tx: Tx, { id, name, fixedToday }: NewProvince): Promise<void> {
  await tx
    .insertInto('provinces')
    .values({ id, name, fixed_today: fixedToday ?? null })
    .execute();
}

export type NewOrganisation = {
  id: string;
  provinceId: string;
  parentId: string | null;
  name: string;
  issuerName: string | null;
  kind: string;
  level: string;
  code?: string | null;
  position?: number;
  validFrom?: string | null;
  validUntil?: string | null;
};

/** Adds an organisation under its parent for the days on which it lives, as the first set-up and the demo do: no history. */
export async function addOrganisation(tx: Tx, organisation: NewOrganisation): Promise<void> {
  const { provinceId, code = null, position = 0, validFrom = null, validUntil = null, ...rest } = organisation;
  await insertUnits(tx, provinceId, [{ ...rest, code, position, validFrom, validUntil }]);
}

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Done = { organisationId: string };
type Head = z.input<typeof OrganisationHead>;

/** Adds an organisation; without a day it was always there, and the tree's history keeps no beginning. */
export async function createOrganisation(
  tx: Tx,
  { on, paper, head, parentId }: In<typeof CreateOrganisation>,
  context: ActContext,
): Promise<Done> {
  const { viewer, newId } = context;
  await lockTree(tx, viewer.provinceId);
  const parent = await unitOf(tx, viewer, parentId);
  await requireReach(tx, viewer, 'createOrganisation', parentId);
  const day = on ?? parent.validFrom ?? viewer.today;
  const place = { parent, takenNames: await namesUnder(tx, { parentId, on: day, except: [] }) };
  const taken = await codeTakenBy(tx, viewer, head.code);
  const reasons = checkFound({ unit: head, place, on: day, today: viewer.today, codeTakenBy: taken });
  if (reasons.length > 0) throw refused(reasons);
  const id = newId();
  const position = await nextPosition(tx, parentId);
  await insertUnits(tx, viewer.provinceId, [{ id, parentId, ...head, position, validFrom: on, validUntil: null }]);
  const change = { kind: 'found', on: day, paper, provinceId: viewer.provinceId } as const;
  await keepChange(tx, context, change, [{ id, part: 'begun', name: head.name, toId: parentId }]);
  return { organisationId: id };
}

const headOf = ({ name, issuerName, kind, level, code }: Head): Head => ({ name, issuerName, kind, level, code });

/** Gives another name, kind, level or code. The old ones stay for the days before, unless they were a slip. */
export async function renameOrganisation(
  tx: Tx,
  { organisationId, version, on, paper, head, slip }: In<typeof RenameOrganisation>,
  context: ActContext,
): Promise<Done> {
  const { viewer } = context;
  await lockTree(tx, viewer.provinceId);
  const unit = await unitOf(tx, viewer, organisationId);
  await requireReach(tx, viewer, 'renameOrganisation', organisationId);
  if (unit.version !== version) throw stale(unit);
  const day = slip ? viewer.today : on;
  const above = unit.parentId === null ? null : (await unitOf(tx, viewer, unit.parentId)).level;
  const reasons = checkRename({
    // A slip may be put right on the day of the name itself.
    unit: slip ? { ...unit, namedSince: null, validFrom: null } : unit,
    next: head,
    same: JSON.stringify(headOf(unit)) === JSON.stringify(headOf(head)),
    above,
    takenNames: await namesUnder(tx, { parentId: unit.parentId, on: day, except: [unit.id] }),
    codeTakenBy: await codeTakenBy(tx, viewer, head.code, [unit.id]),
    on: day,
    today: viewer.today,
  });
  if (reasons.length > 0) throw refused(reasons);
  if (slip) {
    await setHead(tx, unit.id, head);
    const subject = { subjectKind: 'organisation', subjectId: unit.id };
    context.record({ deed: 'organisation-corrected', ...subject, before: headOf(unit), after: headOf(head) });
    return { organisationId };
  }
  await rename(tx, context, { unit, head, on: day, paper });
  return { organisationId };
}

/** Writes a new name with the old one kept for the days before. */
export async function rename(
  tx: Tx,
  context: ActContext,
  { unit, head, on, paper }: { unit: Unit; head: Head; on: string; paper: string | null },
): Promise<void> {
  const { provinceId } = context.viewer;
  const part = { id: unit.id, part: 'renamed', name: head.name } as const;
  const changeId = await keepChange(tx, context, { kind: 'rename', on, paper, provinceId }, [part]);
  await tx
    .insertInto('organisation_versions')
    .values({
      province_id: provinceId,
      organisation_id: unit.id,
      name: unit.name,
      issuer_name: unit.issuerName,
      kind: unit.kind,
      level: unit.level,
      code: unit.code,
      valid_from: unit.namedSince ?? unit.validFrom ?? '-infinity',
      valid_until: on,
      change_id: changeId,
    })
    .execute();
  await setHead(tx, unit.id, head);
}

async function setHead(tx: Tx, id: string, { name, issuerName, kind, level, code }: Head): Promise<void> {
  await tx
    .updateTable('organisations')
    .set((row) => ({ name, issuer_name: issuerName, kind, level, code, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Places an organisation, with all that stands below it, under another. */
export async function moveOrganisation(
  tx: Tx,
  { organisationId, parentId, on, paper }: In<typeof MoveOrganisation>,
  context: ActContext,
): Promise<Done> {
  const { viewer } = context;
  await lockTree(tx, viewer.provinceId);
  const unit = await unitOf(tx, viewer, organisationId);
  const parent = await unitOf(tx, viewer, parentId);
  await requireReach(tx, viewer, 'moveOrganisation', unit.parentId ?? unit.id);
  await requireReach(tx, viewer, 'moveOrganisation', parentId);
  const reasons = checkMove({
    unit,
    place: { parent, takenNames: await namesUnder(tx, { parentId, on, except: [unit.id] }) },
    isBelow: await isBelowSince(tx, { top: unit.id, id: parentId, on }),
    on,
    today: viewer.today,
  });
  if (reasons.length > 0) throw refused(reasons);
  const touched = await everBelow(tx, [unit.id]);
  await placeUnder(tx, [{ id: unit.id, to: parentId }], on);
  await rebuildPairs(tx, touched);
  await keepChange(tx, context, { kind: 'move', on, paper, provinceId: viewer.provinceId }, [
    { id: unit.id, part: 'moved', name: unit.name, fromId: unit.parentId, toId: parentId },
  ]);
  return { organisationId };
}
