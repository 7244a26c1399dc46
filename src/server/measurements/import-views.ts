/** A filled-in template, understood and judged: what it would write, and what in it has to be mended. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import { type FigureImportPreview, type listFigureImports, MOST_SHOWN_CELLS } from '../../contract/figure-imports.ts';
import { type FilledSheet, readFigureSheet } from '../../core/reader/figure-sheet.ts';
import type { ReadRefusal } from '../../core/reader/limits.ts';
import type { SheetBook } from '../../core/reader/sheet.ts';
import { SHEET_LIMITS } from '../../core/reader/sheet.ts';
import type { EnteredFigure } from '../../core/rules/figure-entry.ts';
import { type FigureNote, type ImportKind, keyOfTarget } from '../../core/rules/figure-import.ts';
import { missingNames } from '../../core/rules/target-details.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { figurePagesVi } from '../../core/text/vi/figure-pages.ts';
import { type MovementFacts, movementFacts } from '../movements/facts.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { Problem } from '../problem.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { type AskedFigure, askedFigures } from './asked.ts';
import { type BatchPlan, type BatchRow, type Judged, placeOf, planBatch, reachedAmong } from './batch.ts';
import { readStamp, type Stamp, TEMPLATE_VERSION, templateKey } from './stamp.ts';

type Preview = z.input<typeof FigureImportPreview>;
type Fault = Preview['faults'][number];
type Where = { movementId: string; from: string; until: string };
export type ReadBookOutcome = { ok: true; book: SheetBook } | { ok: false; refusal: ReadRefusal };

/** A row of the file beside the row of the batch it became. */
type Origin = { sheet: string; cell: string; unit: string; notes: FigureNote[] };

export type BookPlan = {
  plan: BatchPlan;
  rows: BatchRow[];
  origins: Origin[];
  faults: Fault[];
  empty: number;
  hiddenSheets: string[];
  otherSheets: string[];
  linksOutside: boolean;
};

const NOTHING = { new: 0, changed: 0, unchanged: 0, empty: 0 };

export async function viewFigureImport(
  read: Read,
  viewer: Viewer,
  { where, outcome }: { where: Where; outcome: ReadBookOutcome },
): Promise<Preview> {
  if (!outcome.ok) {
    // Sight of the movement is asked for before anything is told about the file.
    await movementFacts(read, viewer, where.movementId);
    const failure = { ...outcome.refusal, facts: { ...outcome.refusal.facts } };
    const none = { cells: [], faults: [], faultCount: 0, hiddenSheets: [], otherSheets: [], linksOutside: false };
    return { token: null, failure, counts: NOTHING, ...none };
  }
  const found = await planBook(read, viewer, where, outcome.book);
  const { plan, origins, faults, empty, hiddenSheets, otherSheets, linksOutside } = found;
  const counts = { ...NOTHING, empty };
  for (const { incoming } of plan.judged) if (incoming.effect !== 'refused') counts[incoming.effect] += 1;
  const writable = faults.length === 0 && counts.new + counts.changed > 0;
  const cells = plan.judged.flatMap((judged, at) => {
    const origin = origins[at];
    return origin ? shownCell(judged, origin) : [];
  });
  return {
    token: writable ? tokenOf(found) : null,
    failure: null,
    counts,
    cells: [
      ...cells.filter(({ effect }) => effect !== 'unchanged'),
      ...cells.filter(({ effect }) => effect === 'unchanged'),
    ].slice(0, MOST_SHOWN_CELLS),
    faults: faults.slice(0, MOST_SHOWN_CELLS),
    faultCount: faults.length,
    hiddenSheets,
    otherSheets,
    linksOutside,
  };
}

/** "7/8" or "13.741,5"; null for a cell without a figure. */
export function figureText({ value, numerator, denominator }: EnteredFigure): string | null {
  if (numerator !== null && denominator !== null) return `${formatDecimal(numerator)}/${formatDecimal(denominator)}`;
  return value === null ? null : formatDecimal(value);
}

function shownCell({ row, target, kept, incoming, doubts }: Judged, origin: Origin): Preview['cells'] {
  if (incoming.effect === 'refused' || !target) return [];
  return [
    {
      sheet: origin.sheet,
      cell: origin.cell,
      organisation: { id: row.organisationId, name: origin.unit },
      target: { id: target.id, name: target.name, unit: target.figure.unit },
      effect: incoming.effect,
      before: kept && figureText({ ...kept, value: kept.entered }),
      after: figureText(row.figure) ?? '',
      estimated: row.figure.estimated,
      note: row.figure.note,
      notes: origin.notes,
      doubts,
      missingNames: row.things ? missingNames(target.things, row.things, row.figure.numerator) : [],
    },
  ];
}

/** Of which movement and period the first template in a workbook is; null where there is none of ours. */
export async function placeOfBook(read: Read, viewer: Viewer, book: SheetBook): Promise<Where | null> {
  const key = await templateKey(read, viewer);
  for (const { hidden, ...sheet } of book.sheets) {
    const { stamp } = hidden ? { stamp: null } : readFigureSheet(sheet);
    const found = stamp === null ? null : readStamp(key, stamp);
    if (found) return { movementId: found.movementId, from: found.from, until: found.until };
  }
  return null;
}

/** Stands for exactly what would be written, over exactly what is there. */
export function tokenOf({ plan }: Pick<BookPlan, 'plan'>): string {
  const steps = plan.judged.map(({ row, kept, incoming }) => [
    placeOf(row),
    [row.figure, row.things ?? null],
    kept?.version ?? 0,
    incoming.effect,
  ]);
  return createHash('sha256').update(JSON.stringify(steps)).digest('hex');
}

const fileFault = (sheet: string | null, code: Fault['code'], facts: Record<string, unknown> = {}): Fault => ({
  sheet,
  cell: null,
  target: null,
  code,
  facts,
});

export async function planBook(read: Read, viewer: Viewer, where: Where, book: SheetBook): Promise<BookPlan> {
  const movement = await movementFacts(read, viewer, where.movementId);
  const asked = await askedFigures(read, movement);
  const faults: Fault[] = [];
  const otherSheets: string[] = [];
  const hiddenSheets: string[] = [];
  const filled: { name: string; sheet: FilledSheet; stamp: Stamp }[] = [];
  const key = await templateKey(read, viewer);
  for (const { hidden, ...sheet } of book.sheets) {
    if (hidden) {
      hiddenSheets.push(sheet.name);
      continue;
    }
    const found = readFigureSheet(sheet);
    if (found.stamp === null) {
      if (sheet.rows.length > 0) otherSheets.push(sheet.name);
      continue;
    }
    const stamp = readStamp(key, found.stamp);
    const wrong = stamp
      ? await wrongTemplate(read, viewer, { stamp, where, movement, asked })
      : fileFault(null, 'stamp-broken');
    if (wrong || !stamp) faults.push({ ...(wrong ?? fileFault(null, 'stamp-broken')), sheet: sheet.name });
    else filled.push({ name: sheet.name, sheet: found, stamp });
  }
  if (filled.length === 0 && faults.length === 0) faults.push(fileFault(null, 'no-stamp'));
  const taken = await rowsOf(read, viewer, { filled, where, asked, faults });
  const plan = await planBatch(read, viewer, taken.rows, 'importFigures');
  for (const [at, { incoming, target }] of plan.judged.entries()) {
    const origin = taken.origins[at];
    if (incoming.effect !== 'refused' || !origin) continue;
    for (const code of incoming.faults)
      faults.push({
        sheet: origin.sheet,
        cell: origin.cell,
        target: target?.name ?? null,
        code,
        facts: twin(code, plan, taken.origins, at),
      });
  }
  return { plan, ...taken, faults, hiddenSheets, otherSheets, linksOutside: book.linksOutside };
}

/** Where the same figure stands first, for one that is there twice. */
function twin(code: string, { judged }: BatchPlan, origins: readonly Origin[], at: number): Record<string, unknown> {
  const row = judged[at]?.row;
  if (code !== 'row-twice' || !row) return {};
  const first = judged.findIndex((other) => placeOf(other.row) === placeOf(row));
  return { other: origins[first]?.cell ?? '' };
}

type Checking = { stamp: Stamp; where: Where; movement: MovementFacts; asked: readonly AskedFigure[] };

/** Whether a template is of this movement and period, and whose it is where it is not. */
async function wrongTemplate(
  read: Read,
  viewer: Viewer,
  { stamp, where, movement, asked }: Checking,
): Promise<Fault | null> {
  if (stamp.version > TEMPLATE_VERSION) return fileFault(null, 'newer-template');
  const year = stamp.until.slice(0, 4);
  const ownYear = where.until.slice(0, 4);
  if (stamp.movementId !== where.movementId) {
    const other = await movementFacts(read, viewer, stamp.movementId).catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    const facts = { title: other?.title ?? null, found: year, own: ownYear };
    return fileFault(null, year === ownYear ? 'other-movement' : 'other-year', facts);
  }
  if (stamp.from === where.from && stamp.until === where.until) return null;
  if (year !== ownYear) return fileFault(null, 'other-year', { title: movement.title, found: year, own: ownYear });
  const periods = asked.flatMap((one) => one.periods);
  const words = ({ from, until }: { from: string; until: string }) => {
    const period = periods.find((one) => one.from === from && one.until === until);
    return figurePagesVi.period(period ?? { kind: 'once', from, until });
  };
  return fileFault(null, 'other-period', { found: words(stamp), own: words(where) });
}

type Taking = {
  filled: readonly { name: string; sheet: FilledSheet; stamp: Stamp }[];
  where: Where;
  asked: readonly AskedFigure[];
  faults: Fault[];
};

/** The rows of all sheets whose unit and targets are known; the others are faults. */
async function rowsOf(read: Read, viewer: Viewer, { filled, where, asked, faults }: Taking) {
  const ids = filled.map(({ stamp }) => stamp.organisationId);
  const reached = await reachedAmong(read, viewer, ids, 'importFigures');
  const names = new Map((await organisationFacts(read, viewer, ids)).map(({ id, name }) => [id, name]));
  const targets = new Map(asked.map((target) => [target.id, target]));
  const rows: BatchRow[] = [];
  const origins: Origin[] = [];
  const sheetOf = new Map<string, string>();
  let empty = 0;
  for (const { name, sheet, stamp } of filled) {
    const unit = names.get(stamp.organisationId) ?? null;
    const other = sheetOf.get(stamp.organisationId);
    if (!reached.has(stamp.organisationId)) faults.push(fileFault(name, 'unit-not-reached', { name: unit }));
    else if (other !== undefined) faults.push(fileFault(name, 'sheet-twice', { name: unit, other }));
    if (!reached.has(stamp.organisationId) || other !== undefined) continue;
    sheetOf.set(stamp.organisationId, name);
    empty += sheet.empty;
    faults.push(...sheet.faults.map((fault) => ({ sheet: name, ...fault })));
    for (const { cell, key, name: called, figure, estimated, note, notes, things } of sheet.rows) {
      const target = targets.get(key.slice(0, key.indexOf('|')));
      const code = !target ? 'target-unknown' : changedSince(target, key, things?.listed ?? null);
      if (code !== null || !target) {
        faults.push({ sheet: name, cell, target: called, code: code ?? 'target-unknown', facts: {} });
        continue;
      }
      rows.push({
        targetId: target.id,
        organisationId: stamp.organisationId,
        from: where.from,
        until: where.until,
        figure: { ...figure, estimated, note },
        things: things?.ticked ?? null,
      });
      origins.push({ sheet: name, cell, unit: unit ?? '', notes });
    }
  }
  if (rows.length > SHEET_LIMITS.rows) faults.push(fileFault(null, 'too-many-cells', { most: SHEET_LIMITS.rows }));
  return { rows, origins, empty };
}

/** Whether a target is asked for otherwise than when its template was made, or counts other things. */
function changedSince(target: AskedFigure, key: string, listed: readonly string[] | null) {
  if (keyNow(target) !== key) return 'target-changed';
  const now = target.things.map(({ id }) => id).sort();
  return listed === null || [...listed].sort().join() === now.join() ? null : 'things-changed';
}

const keyNow = (target: AskedFigure): string =>
  keyOfTarget({
    id: target.id,
    enteredAs: target.enteredAs,
    asFraction: target.asFraction,
    unit: target.figure.unit,
  });

type Imports = z.input<(typeof listFigureImports)['output']>;
const MOST_IMPORTS = 20;

/** The latest imports of a movement that one's own organisation and those below did. */
export async function viewFigureImports(
  read: Read,
  viewer: Viewer,
  { movementId }: { movementId: string },
): Promise<Imports> {
  await movementFacts(read, viewer, movementId);
  const { rows } = await sql<Imports['imports'][number] & { kind: ImportKind }>`
    SELECT i.id, i.kind, i.file_name AS "fileName", i.figures, i.at, i.by_post AS "byPost", i.undone_at AS "undoneAt",
      i.undone_at IS NULL AND EXISTS (
        SELECT FROM figure_import_cells c JOIN measurements m ON m.id = c.measurement_id
        WHERE c.import_id = i.id AND m.version = c.version AND m.state IN ('draft', 'returned')
          AND m.organisation_id IN ${idsReached(viewer, 'undoFigureImport')}) AS "mayUndo"
    FROM figure_imports i
    WHERE i.movement_id = ${movementId} AND i.organisation_id IN ${idsReached(viewer, 'read')}
    ORDER BY i.at DESC, i.id DESC LIMIT ${MOST_IMPORTS}`.execute(read);
  return { imports: rows };
}
