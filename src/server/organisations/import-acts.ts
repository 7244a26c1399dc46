/** A filled-in list of organisations: first shown, then written whole or not at all. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { importOrganisations as ImportOrganisations, ImportPreview } from '../../contract/organisation-acts.ts';
import type { ReadRefusal } from '../../core/reader/limits.ts';
import { readOrganisationSheet } from '../../core/reader/organisation-sheet.ts';
import { columnName, type Sheet } from '../../core/reader/sheet.ts';
import {
  IMPORT_COLUMNS,
  type ImportFault,
  type ImportPlan,
  type ImportStep,
  type ParentRef,
  planImport,
} from '../../core/rules/organisation-import.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { refused } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { knownUnits } from './list-facts.ts';
import {
  endLives,
  everBelow,
  insertUnits,
  keepChange,
  lockTree,
  type Part,
  placeUnder,
  rebuildPairs,
} from './tree-acts.ts';

const MOST_SHOWN = 500;

type Of<S extends ImportStep['effect']> = Extract<ImportStep, { effect: S }>;
const only = <S extends ImportStep['effect']>(steps: readonly ImportStep[], effect: S): Of<S>[] =>
  steps.filter((step): step is Of<S> => step.effect === effect);

/** What a list would change, and a token that stands for exactly that. */
export async function viewImport(
  read: Read,
  viewer: Viewer,
  { sheet, on }: { sheet: { ok: true; sheet: Sheet } | { ok: false; refusal: ReadRefusal }; on: string },
): Promise<ImportPreview> {
  const counts = { new: 0, renamed: 0, moved: 0, ended: 0, unchanged: 0 };
  if (!sheet.ok)
    return {
      token: null,
      failure: { ...sheet.refusal, facts: { ...sheet.refusal.facts } },
      sheet: null,
      counts,
      changes: [],
      faults: [],
      faultCount: 0,
    };
  const { plan, names } = await planOf(read, viewer, sheet.sheet, on);
  for (const { effect } of plan.steps) counts[effect] += 1;
  counts.unchanged = plan.unchanged;
  const writable = plan.faults.length === 0 && plan.steps.length > 0;
  const sorted = [...plan.faults].sort((a, b) => a.row - b.row);
  return {
    token: writable ? tokenOf(plan, on) : null,
    failure: null,
    sheet: sheet.sheet.name,
    counts,
    changes: plan.steps.slice(0, MOST_SHOWN).map((step) => shown(step, names)),
    faults: sorted.slice(0, MOST_SHOWN).map((fault) => ({ ...fault, cell: cellOf(fault) })),
    faultCount: plan.faults.length,
  };
}

const cellOf = ({ row, column, facts }: ImportFault): string | null =>
  typeof facts['cell'] === 'string'
    ? facts['cell']
    : row > 0 && column
      ? `${columnName(IMPORT_COLUMNS.indexOf(column))}${row}`
      : null;

type Names = { byId: ReadonlyMap<string, string>; byRow: ReadonlyMap<number, string> };

function shown(step: ImportStep, { byId, byRow }: Names) {
  const parent =
    'parent' in step ? ('id' in step.parent ? byId.get(step.parent.id) : byRow.get(step.parent.row)) : null;
  const before =
    step.effect === 'renamed' ? step.before : step.effect === 'moved' ? (byId.get(step.before ?? '') ?? null) : null;
  return {
    row: step.row,
    effect: step.effect,
    name: 'head' in step ? step.head.name : step.name,
    before,
    parent: parent ?? null,
  };
}

/** Stands for the steps themselves: a tree that changed meanwhile gives others. */
const tokenOf = ({ steps, unchanged }: ImportPlan, on: string): string =>
  createHash('sha256').update(JSON.stringify({ on, unchanged, steps })).digest('hex');

async function planOf(read: Read, viewer: Viewer, sheet: Sheet, on: string) {
  const list = readOrganisationSheet(sheet);
  const { known, above } = await knownUnits(read, viewer);
  const faults = [...list.faults, ...(await fileFaults(read, viewer, list))];
  if (on > viewer.today)
    faults.push({ row: 0, column: null, code: 'change-in-future', facts: { on, today: viewer.today } });
  const plan = planImport({ rows: list.rows, known, own: viewer.organisationId, on, today: viewer.today });
  // What a cell should say cannot be judged while it cannot be read.
  const unread = new Set(list.faults.map(({ row, column }) => `${row} ${column}`));
  faults.push(...plan.faults.filter(({ row, column }) => !unread.has(`${row} ${column}`)));
  // Those above are there to be named, not to be changed.
  for (const step of plan.steps)
    if ('id' in step && above.has(step.id))
      faults.push({
        row: step.row,
        column: 'name',
        code: 'unknown-key',
        facts: { name: 'head' in step ? step.head.name : step.name },
      });
    else if ('parent' in step && 'id' in step.parent && above.has(step.parent.id))
      faults.push({
        row: step.row,
        column: 'parentName',
        code: 'unknown-parent',
        facts: { value: known.find(({ id }) => 'id' in step.parent && id === step.parent.id)?.name ?? '' },
      });
  faults.push(...(await circlesInThePast(read, plan.steps, on)));
  const names = {
    byId: new Map(known.map(({ id, name }) => [id, name])),
    byRow: new Map(list.rows.map(({ row, name }) => [row, name])),
  };
  return { plan: { ...plan, faults }, names };
}

/** A list of another province, or from before the tree's latest change, would undo what was done since. */
async function fileFaults(
  read: Read,
  viewer: Viewer,
  { asOf, province }: { asOf: string | null; province: string | null },
): Promise<ImportFault[]> {
  const { rows } = await sql<{ name: string; latest: string | null }>`
    SELECT name, (SELECT max(on_date) FROM organisation_changes WHERE province_id = p.id AND undone_at IS NULL) AS latest
    FROM provinces p WHERE id = ${viewer.provinceId}`.execute(read);
  const own = rows[0]?.name ?? '';
  const latest = rows[0]?.latest ?? null;
  const faults: ImportFault[] = [];
  if (province !== null && province !== own)
    faults.push({ row: 0, column: null, code: 'other-province', facts: { found: province, own } });
  if (asOf !== null && latest !== null && asOf < latest)
    faults.push({ row: 0, column: null, code: 'file-outdated', facts: { asOf, latest } });
  return faults;
}

/** The list is free of circles as it ends; between the day of the change and now the new parent may still have stood below. */
async function circlesInThePast(read: Read, steps: readonly ImportStep[], on: string): Promise<ImportFault[]> {
  const moves = only(steps, 'moved').flatMap(({ id, parent, row, name }) =>
    'id' in parent ? [{ id, to: parent.id, row, name }] : [],
  );
  if (moves.length === 0) return [];
  const { rows } = await sql<{ row: number; name: string }>`
    SELECT move.row, move.name FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS move(id uuid, "to" uuid, row integer, name text)
    WHERE EXISTS (SELECT FROM organisation_closure c WHERE c.ancestor_id = move.id AND c.descendant_id = move."to" AND c.valid_until > ${on})`.execute(
    read,
  );
  return rows.map(({ row, name }) => ({ row, column: 'parentName', code: 'circle', facts: { name } }));
}

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

/** Writes what was previewed. Another plan than the one shown is refused; so is any fault. */
export async function importOrganisations(
  tx: Tx,
  { on, token, paper = undefined }: In<typeof ImportOrganisations>,
  context: ActContext,
  sheet: Sheet,
): Promise<{ changed: number }> {
  const { viewer } = context;
  await lockTree(tx, viewer.provinceId);
  const { plan } = await planOf(tx, viewer, sheet, on);
  if (plan.faults.length > 0 || tokenOf(plan, on) !== token) throw refused([refusal('import-changed')]);
  const writing = { on, paper: paper ?? null, ids: new Map<number, string>() };
  const moves = only(plan.steps, 'moved');
  const ends = only(plan.steps, 'ended');
  const touched = await everBelow(
    tx,
    [...moves, ...ends].map(({ id }) => id),
  );
  await writeNew(tx, context, only(plan.steps, 'new'), writing);
  await writeNames(tx, context, only(plan.steps, 'renamed'), writing);
  await writeMoves(tx, context, moves, writing);
  await writeEnds(tx, context, ends, writing);
  await rebuildPairs(tx, touched);
  return { changed: plan.steps.length };
}

type Writing = { on: string; paper: string | null; ids: Map<number, string> };

const idOf = (parent: ParentRef, { ids }: Writing): string => {
  const id = 'id' in parent ? parent.id : ids.get(parent.row);
  if (id === undefined) throw new Error('a parent of the list was not written before its child');
  return id;
};

/** Pieces of a list that share a day are one change of the tree. */
function byDay<T>(list: readonly T[], dayOf: (one: T) => string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const one of list) days.set(dayOf(one), [...(days.get(dayOf(one)) ?? []), one]);
  return days;
}

async function writeNew(tx: Tx, context: ActContext, steps: Of<'new'>[], writing: Writing): Promise<void> {
  if (steps.length === 0) return;
  for (const { row } of steps) writing.ids.set(row, context.newId());
  const { provinceId } = context.viewer;
  const units = steps.map((step, position) => ({
    id: writing.ids.get(step.row) ?? '',
    parentId: idOf(step.parent, writing),
    ...step.head,
    position: 1_000 + position,
    validFrom: step.from,
    validUntil: step.until,
  }));
  await insertUnits(tx, provinceId, units);
  const days = new Map<string, Part[]>();
  for (const unit of units) {
    const day = unit.validFrom ?? writing.on;
    const parts = days.get(day) ?? [];
    parts.push({ id: unit.id, part: 'begun', name: unit.name, toId: unit.parentId });
    days.set(day, parts);
  }
  for (const [on, parts] of days)
    await keepChange(tx, context, { kind: 'found', on, paper: writing.paper, provinceId }, parts);
}

async function writeNames(tx: Tx, context: ActContext, steps: Of<'renamed'>[], { on, paper }: Writing): Promise<void> {
  if (steps.length === 0) return;
  const { provinceId } = context.viewer;
  const parts = steps.map(({ id, head }) => ({ id, part: 'renamed', name: head.name }) as const);
  const changeId = await keepChange(tx, context, { kind: 'rename', on, paper, provinceId }, parts);
  const heads = JSON.stringify(steps.map(({ id, head }) => ({ id, ...head })));
  await sql`
    INSERT INTO organisation_versions (province_id, organisation_id, name, issuer_name, kind, level, code, valid_from, valid_until, change_id)
    SELECT o.province_id, o.id, o.name, o.issuer_name, o.kind, o.level, o.code,
      coalesce((SELECT max(valid_until) FROM organisation_versions WHERE organisation_id = o.id), o.valid_from, '-infinity'), ${on}, ${changeId}
    FROM jsonb_to_recordset(${heads}::jsonb) AS head(id uuid) JOIN organisations o ON o.id = head.id`.execute(tx);
  await sql`
    UPDATE organisations o SET name = head.name, issuer_name = head."issuerName", kind = head.kind, level = head.level,
      code = head.code, version = version + 1
    FROM jsonb_to_recordset(${heads}::jsonb) AS head(id uuid, name text, "issuerName" text, kind text, level text, code text)
    WHERE o.id = head.id`.execute(tx);
}

async function writeMoves(tx: Tx, context: ActContext, steps: Of<'moved'>[], writing: Writing): Promise<void> {
  if (steps.length === 0) return;
  const moves = steps.map((step) => ({ id: step.id, to: idOf(step.parent, writing), step }));
  await placeUnder(
    tx,
    moves.map(({ id, to }) => ({ id, to })),
    writing.on,
  );
  const change = { kind: 'move', on: writing.on, paper: writing.paper, provinceId: context.viewer.provinceId } as const;
  const parts = moves.map(
    ({ id, to, step }) => ({ id, part: 'moved', name: step.name, fromId: step.before, toId: to }) as const,
  );
  await keepChange(tx, context, change, parts);
}

async function writeEnds(tx: Tx, context: ActContext, steps: Of<'ended'>[], { paper }: Writing): Promise<void> {
  const { provinceId } = context.viewer;
  for (const [on, some] of byDay(steps, ({ until }) => until)) {
    await endLives(
      tx,
      some.map(({ id }) => id),
      on,
    );
    const { rows } = await sql<{ id: string; parentId: string | null }>`
      SELECT id, parent_id AS "parentId" FROM organisations WHERE id = ANY(${some.map(({ id }) => id)}::uuid[])`.execute(
      tx,
    );
    const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
    const parts = some.map(({ id, name }) => ({ id, part: 'ended', name, fromId: parents.get(id) ?? null }) as const);
    await keepChange(tx, context, { kind: 'dissolve', on, paper, provinceId }, parts);
  }
}

/** A workbook that cannot be read is not the one that was previewed. */
export function requireSheet(outcome: { ok: true; sheet: Sheet } | { ok: false; refusal: ReadRefusal }): Sheet {
  if (!outcome.ok) throw refused([refusal('import-changed')]);
  return outcome.sheet;
}
