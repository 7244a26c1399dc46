import { z } from 'zod';
import { READ_FAILURE_CODES } from '../core/reader/limits.ts';
import { ENTRY_DOUBTS } from '../core/rules/figure-entry.ts';
import { FIGURE_EFFECTS, FIGURE_NOTES, IMPORT_FAULTS, IMPORT_KINDS } from '../core/rules/figure-import.ts';
import { RESULT_STATES } from '../core/rules/result-match.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { ActionId, CalendarDate, DecimalString, FigureImportId, MovementId, OrganisationId, TargetId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';
import { MOST_THINGS } from './target-details.ts';

/** Figures taken over in one go: the template a unit fills in, what it would write, and taking that back. */

const count = z.number().int().min(0);
const Where = z.object({ movementId: MovementId, from: CalendarDate, until: CalendarDate });

/** A filled-in template: at most so many bytes. */
export const FIGURE_FILE_BYTES = 20 * 1024 * 1024;
export const MOST_SHOWN_CELLS = 500;

export const getFigureTemplate = endpoint({
  name: 'getFigureTemplate',
  method: 'GET',
  path: '/api/movements/:movementId/figures/template',
  input: Where.extend({
    /** Only this unit. */
    organisationId: OrganisationId.optional(),
    /** All units in one workbook, a sheet each; or a file each, packed together. */
    as: z.enum(['book', 'files']).default('book'),
  }),
  output: z.void(),
  answers: 'file',
  access: 'session',
  summary: 'The Excel template of a period, with what is asked of each unit that one enters figures for.',
});

/** A figure as people write it: "7/8", "9950.3". */
const FigureText = z.string();

/** What one cell of a file would do. */
export const ImportedCell = z.object({
  sheet: z.string(),
  cell: z.string(),
  organisation: OrganisationRef,
  target: z.object({ id: TargetId, name: z.string(), unit: z.string().nullable() }),
  effect: z.enum(FIGURE_EFFECTS),
  before: FigureText.nullable(),
  after: FigureText,
  estimated: z.boolean(),
  note: z.string().nullable(),
  /** What the cell was understood as. */
  notes: z.array(z.enum(FIGURE_NOTES)),
  /** What looks like a slip and is kept all the same. */
  doubts: z.array(z.enum(ENTRY_DOUBTS)),
  /** Of the named things that were ticked in the file: those that were not. */
  missingNames: z.array(z.string()),
});
export type ImportedCell = z.infer<typeof ImportedCell>;

/** One thing in a file that has to be mended. */
export const ImportedFault = z.object({
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  target: z.string().nullable(),
  code: z.enum(IMPORT_FAULTS),
  facts: z.record(z.string(), z.unknown()),
});
export type ImportedFault = z.infer<typeof ImportedFault>;

/** What a file would write. With a fault in it nothing can be written. */
export const FigureImportPreview = z.object({
  /** To be sent back with the same file: what was shown is what happens. Null where there is nothing to write. */
  token: z.string().nullable(),
  /** Why the file could not be read at all. */
  failure: z
    .object({ code: z.enum(READ_FAILURE_CODES), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  counts: z.object({ new: count, changed: count, unchanged: count, empty: count }),
  /** The first of what would be written, those that change something before the others. */
  cells: z.array(ImportedCell).max(MOST_SHOWN_CELLS),
  /** The first of what has to be mended; `faultCount` in all. */
  faults: z.array(ImportedFault).max(MOST_SHOWN_CELLS),
  faultCount: count,
  hiddenSheets: z.array(z.string()),
  otherSheets: z.array(z.string()),
  linksOutside: z.boolean(),
});
export type FigureImportPreview = z.infer<typeof FigureImportPreview>;

export const previewFigureImport = endpoint({
  name: 'previewFigureImport',
  method: 'POST',
  path: '/api/movements/:movementId/figures/import/preview',
  input: Where.extend({ name: filled(255) }),
  output: FigureImportPreview,
  access: 'session',
  upload: { maxBytes: FIGURE_FILE_BYTES },
  summary: 'What a filled-in template would write, and cell by cell what in it has to be mended; writes nothing.',
});

const Imported = z.object({ importId: FigureImportId, written: count });

export const importFigures = endpoint({
  name: 'importFigures',
  method: 'POST',
  path: '/api/movements/:movementId/figures/import',
  input: Where.extend({
    actionId: ActionId,
    name: filled(255),
    /** Of the preview; anything that changed since then is refused. */
    token: z.string().regex(/^[0-9a-f]{64}$/),
    saidBy: filled(200).optional(),
  }),
  output: Imported,
  access: 'session',
  upload: { maxBytes: FIGURE_FILE_BYTES },
  summary: 'Writes all of a template that was previewed, as drafts, or nothing.',
});

export const undoFigureImport = endpoint({
  name: 'undoFigureImport',
  method: 'POST',
  path: '/api/figure-imports/:importId/undo',
  input: z.object({ actionId: ActionId, importId: FigureImportId }),
  /** `left`: sent, approved or changed since. */
  output: z.object({ undone: count, left: count }),
  access: 'session',
  summary: 'Takes back what an import wrote, as far as it is still a draft that nobody changed since.',
});

export const FigureImport = z.object({
  id: FigureImportId,
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string().nullable(),
  figures: count,
  at: z.iso.datetime(),
  byPost: z.string(),
  undoneAt: z.iso.datetime().nullable(),
  mayUndo: z.boolean(),
});
export type FigureImport = z.infer<typeof FigureImport>;

export const listFigureImports = endpoint({
  name: 'listFigureImports',
  method: 'GET',
  path: '/api/movements/:movementId/figure-imports',
  input: z.object({ movementId: MovementId }),
  output: z.object({ imports: z.array(FigureImport) }),
  access: 'session',
  summary: 'The latest imports of figures of a movement, by one’s own organisation and those below.',
});

/** Figures that one call may bring. */
export const MOST_BATCH_ROWS = 5_000;

export const FigureRowIn = z.object({
  targetId: TargetId,
  organisationId: OrganisationId,
  from: CalendarDate,
  until: CalendarDate,
  /** Of the period alone or cumulative, as the target asks; or part and whole. */
  value: DecimalString.nullable().default(null),
  numerator: DecimalString.nullable().default(null),
  denominator: DecimalString.nullable().default(null),
  estimated: z.boolean().default(false),
  note: filled(1_000).nullable().default(null),
  /** Of the few named things that the target counts, the ids of those that were ticked: part and whole follow from them. */
  things: z.array(z.uuid()).max(MOST_THINGS).nullable().default(null),
});

export const writeFigureBatch = endpoint({
  name: 'writeFigureBatch',
  method: 'POST',
  path: '/api/figures/batch',
  input: z.object({ actionId: ActionId, rows: z.array(FigureRowIn).min(1).max(MOST_BATCH_ROWS) }),
  output: z.object({
    /** Null where nothing was written. */
    importId: FigureImportId.nullable(),
    written: count,
    unchanged: count,
    /** Rows that were left out, by their place in the list from 0, each with why in Vietnamese; the others are written. */
    errors: z.array(z.object({ row: count, code: z.enum(IMPORT_FAULTS), message: z.string() })),
  }),
  access: 'session',
  byToken: 'write',
  summary: 'Write many figures as drafts in one call; rows that cannot be kept are listed, the others are written.',
});

/** A report: as large as other documents are. */
export const REPORT_BYTES = 50 * 1024 * 1024;
export const MOST_RESULTS = 500;

const OfUnit = Where.extend({ organisationId: OrganisationId, name: filled(255) });

/** One figure that a report tells, with its sentence. */
export const ReportedResult = z.object({
  /** Its place among the report's figures. */
  at: count,
  state: z.enum(RESULT_STATES),
  /** The quoted words with what stands around them. */
  quote: z.object({ before: z.string(), words: z.string(), after: z.string() }),
  name: z.string(),
  asOf: CalendarDate.nullable(),
  estimated: z.boolean(),
  target: z.object({ id: TargetId, name: z.string(), unit: z.string().nullable() }).nullable(),
  /** What would be written; null where it is only listed. */
  after: FigureText.nullable(),
  before: FigureText.nullable(),
  effect: z.enum([...FIGURE_EFFECTS, 'refused']).nullable(),
  faults: z.array(z.enum(IMPORT_FAULTS)),
  doubts: z.array(z.enum(ENTRY_DOUBTS)),
});
export type ReportedResult = z.infer<typeof ReportedResult>;

export const previewFigureReport = endpoint({
  name: 'previewFigureReport',
  method: 'POST',
  path: '/api/movements/:movementId/figures/report/preview',
  input: OfUnit,
  output: z.object({
    failure: FigureImportPreview.shape.failure,
    results: z.array(ReportedResult).max(MOST_RESULTS),
  }),
  access: 'session',
  upload: { maxBytes: REPORT_BYTES },
  summary: 'Figures that a report (Word, PDF) tells, laid beside what a unit is asked for; writes nothing.',
});

export const importFigureReport = endpoint({
  name: 'importFigureReport',
  method: 'POST',
  path: '/api/movements/:movementId/figures/report',
  input: OfUnit.extend({
    actionId: ActionId,
    /** Places of the figures that were ticked, with commas between them. */
    ticked: z.string().regex(/^\d{1,4}(,\d{1,4}){0,499}$/),
  }),
  output: Imported,
  access: 'session',
  upload: { maxBytes: REPORT_BYTES },
  summary: 'Writes the ticked figures of a report as drafts, with the report as evidence beside each.',
});
