/** A file's figures, judged and written: a filled-in template by its stamp, or rows of CSV. */

import { FIGURE_FILE_BYTES, FigureRowIn, MOST_BATCH_ROWS } from '../contract/figure-imports.ts';
import { ActionId } from '../contract/ids.ts';
import { readCsv } from '../core/reader/csv.ts';
import { failureText } from '../core/reader/failure-text.ts';
import { figureFault } from '../core/text/figure-fault.ts';
import { figureTemplatesVi } from '../core/text/vi/figure-templates.ts';
import { figuresVi } from '../core/text/vi/figures.ts';
import { importCommandVi as words } from '../core/text/vi/import-command.ts';
import { readingHereVi } from '../core/text/vi/reading.ts';
import { act, type World } from './act.ts';
import { sha256Of } from './files.ts';
import { importFigures, requireBook } from './measurements/import-acts.ts';
import { placeOfBook, type ReadBookOutcome, viewFigureImport } from './measurements/import-views.ts';
import { judgeRows, writeFigureBatch } from './measurements/row-acts.ts';
import { type Read, reading, type Viewer } from './read.ts';

/** A file is at most so large, as on the page. */
export const MOST_FILE_BYTES = FIGURE_FILE_BYTES;

export type Found = {
  /** Where in the file, and what to mend. */
  faults: readonly { at: string; message: string }[];
  faultCount: number;
  counts: { new: number; changed: number; unchanged: number };
  written: number;
};

const NOTHING = { new: 0, changed: 0, unchanged: 0 };
/** A file that cannot be used at all. */
export const failed = (...faults: { at: string; message: string }[]): Found => ({
  faults,
  faultCount: faults.length,
  counts: NOTHING,
  written: 0,
});

/** The sentence of a fault, as the page says it. */
export const sentence = (code: string, facts: Record<string, unknown>): string =>
  figureFault({ figures: figuresVi, figureTemplates: figureTemplatesVi }, { code, facts });

type Template = { name: string; bytes: Uint8Array; outcome: ReadBookOutcome; saidBy: string | null };

export async function takeTemplate(
  world: World,
  viewer: Viewer,
  { name, bytes, outcome, saidBy }: Template,
  dryRun: boolean,
): Promise<Found> {
  if (!outcome.ok) return failed({ at: name, message: failureText(outcome.refusal, readingHereVi) });
  const ask = <T>(question: (read: Read) => Promise<T>) => reading(world.db, viewer, question);
  const where = await ask((read) => placeOfBook(read, viewer, outcome.book));
  if (!where) return failed({ at: name, message: sentence('no-stamp', {}) });
  const preview = await ask((read) => viewFigureImport(read, viewer, { where, outcome }));
  const faults = preview.faults.map(({ sheet, cell, target, code, facts }) => ({
    at: [sheet, cell, target].filter((part) => part !== null).join(', ') || name,
    message: sentence(code, facts),
  }));
  const found = { faults, faultCount: preview.faultCount, counts: preview.counts, written: 0 };
  const { token } = preview;
  if (dryRun || token === null) return found;
  const actionId = world.newId();
  const given = { ...where, actionId, name, token, ...(saidBy === null ? {} : { saidBy }) };
  const doing = { viewer, name: 'importFigures', actionId, input: { ...given, sha256: sha256Of(bytes) } } as const;
  const { written } = await act(world, doing, (tx, { sha256: _, ...input }, context) =>
    importFigures(tx, input, context, requireBook(outcome)),
  );
  return { ...found, written };
}

const COLUMNS = Object.keys(FigureRowIn.shape);
const NEEDED = ['targetId', 'organisationId', 'from', 'until'];

type Row = ReturnType<typeof FigureRowIn.parse>;

/** Rows of CSV by their head, each with its line; every cell that is not of its form is named. */
function rowsOf(text: string): { rows: { line: number; row: Row }[]; faults: { at: string; message: string }[] } {
  const [head, ...lines] = readCsv(text);
  const names = (head?.cells ?? []).map((name) => name.trim());
  const missing = NEEDED.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !COLUMNS.includes(name));
  const wrong = [
    ...(missing.length > 0 ? [words.noColumn(missing.join(', '))] : []),
    ...unknown.map((name) => words.unknownColumn(name)),
    ...(lines.length > MOST_BATCH_ROWS ? [words.tooMany(MOST_BATCH_ROWS)] : []),
  ];
  if (wrong.length > 0) return { rows: [], faults: wrong.map((message) => ({ at: words.line(1), message })) };
  const rows: { line: number; row: Row }[] = [];
  const faults: { at: string; message: string }[] = [];
  for (const { line, cells } of lines) {
    const given = names.flatMap((name, at): [string, unknown][] => {
      const typed = cells[at]?.trim() ?? '';
      if (typed === '') return [];
      return [[name, cellValue(name, typed)]];
    });
    const parsed = FigureRowIn.safeParse(Object.fromEntries(given));
    if (parsed.success) rows.push({ line, row: parsed.data });
    else
      for (const column of new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? ''))))
        faults.push({ at: words.line(line), message: words.badCell(column) });
  }
  return { rows, faults };
}

/** What a cell stands for: all are text but the two that say yes or no and which things were ticked. */
function cellValue(name: string, typed: string): unknown {
  if (name === 'estimated') return BOOLEANS[typed.toLowerCase()] ?? typed;
  return name === 'things' ? typed.split(/[\s;|]+/).filter((id) => id !== '') : typed;
}

const BOOLEANS: Partial<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

export async function takeCsv(
  world: World,
  viewer: Viewer,
  { bytes }: { bytes: Uint8Array },
  dryRun: boolean,
): Promise<Found> {
  const { rows, faults } = rowsOf(new TextDecoder().decode(bytes));
  if (faults.length > 0) return failed(...faults);
  if (rows.length === 0) return failed({ at: words.line(1), message: words.nothing });
  const given = rows.map(({ row }) => row);
  const judged = await reading(world.db, viewer, (read) => judgeRows(read, viewer, given));
  const wrong = judged.errors.map(({ row, message }) => ({ at: words.line(rows[row]?.line ?? 0), message }));
  const found = { faults: wrong, faultCount: wrong.length, counts: judged.counts, written: 0 };
  if (dryRun || wrong.length > 0 || judged.counts.new + judged.counts.changed === 0) return found;
  const actionId = ActionId.parse(world.newId());
  const doing = { viewer, name: 'writeFigureBatch', actionId, input: { actionId, rows: given } } as const;
  const { written } = await act(world, doing, writeFigureBatch);
  return { ...found, written };
}
