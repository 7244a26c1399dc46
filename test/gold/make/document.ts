import type { Gold, GoldFile, GoldFinding, GoldResult, GoldTarget } from '../gold.ts';

/** Two columns of the head or the signature: cells of a table, one under the other, or set apart by tabs. */
export type Layout = 'table' | 'lines' | 'tabs';

/** A document as its author thinks of it, before it becomes a file of some format. */
export type Part =
  | { kind: 'head'; as: Layout; left: string[]; right: string[] }
  | Paragraph
  | Grid
  | { kind: 'sign'; as: Layout; recipients: string[]; signer: string[] }
  | { kind: 'textbox'; paragraphs: string[] }
  /** A new section: another document or annex on a new page. */
  | { kind: 'section'; landscape: boolean };

export type Paragraph = {
  kind: 'paragraph';
  runs: Run[];
  look: 'body' | 'title' | 'heading' | 'sub' | 'plain';
  /** Numbering made by the word processor: its letters are not in the text. */
  auto: { list: string; level: number } | null;
};

export type Run = {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** Struck out or put in while changes were tracked. */
  change?: 'deleted' | 'inserted';
  comment?: string;
  footnote?: string;
};

export type Grid = {
  kind: 'grid';
  /** Relative widths of the columns. */
  widths: number[];
  rows: GridCell[][];
  /** How many rows are repeated on every page. */
  headRows: number;
};

export type GridCell = { text: string; columns?: number; rows?: number; bold?: boolean };

export type Making =
  | { as: 'docx'; by: 'docx' | 'libreoffice' | 'html' | 'word'; legacy?: 'tcvn3' | 'vni' }
  | { as: 'doc'; legacy?: 'tcvn3' | 'vni' }
  | { as: 'pdf'; by: 'libreoffice' | 'chromium' | 'scan' }
  | { as: 'txt'; encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16' | 'nfd' | 'tcvn3' | 'vni'; wrap?: number | 'every-line' }
  | { as: 'md' };

/** One document of the collection: its words, the files made of it and what is to be read in it. */
export type GoldSource = {
  name: string;
  parts: Part[];
  /** Head or foot that the word processor prints on every page. */
  pageHead?: string;
  pageFoot?: string;
  /** Suffix of the file name ("", "-2") → how it is made and what the gold says of it. */
  files: { suffix?: string; making: Making; with?: string[]; pages?: number }[];
  gold: Omit<Gold, 'files'>;
};

const runsOf = (text: string | Run[], look: { bold?: boolean; italic?: boolean } = {}): Run[] =>
  typeof text === 'string' ? [{ text, ...look }] : text;

const paragraph = (look: Paragraph['look'], runs: Run[], auto: Paragraph['auto'] = null): Paragraph => ({
  kind: 'paragraph',
  look,
  runs,
  auto,
});

/** A paragraph of the body. */
export const p = (text: string | Run[]): Paragraph => paragraph('body', runsOf(text));
/** A line with its own look removed: what stands at the margin. */
export const line = (text: string): Paragraph => paragraph('plain', runsOf(text));
/** Kind of document and its subject, centred and bold. */
export const title = (text: string): Paragraph => paragraph('title', runsOf(text, { bold: true }));
/** "I. MỤC ĐÍCH, YÊU CẦU". */
export const h = (text: string): Paragraph => paragraph('heading', runsOf(text, { bold: true }));
/** "1. Mục đích". */
export const sub = (text: string): Paragraph => paragraph('sub', runsOf(text, { bold: true }));
/** A basis line in italics. */
export const basis = (text: string): Paragraph => paragraph('body', runsOf(text, { italic: true }));
/** Numbered by the word processor. */
export const auto = (list: string, level: number, text: string | Run[], bold = false): Paragraph =>
  paragraph(bold ? 'heading' : 'body', runsOf(text, bold ? { bold } : {}), { list, level });

export const head = (left: string[], right: string[], as: Layout = 'table'): Part => ({
  kind: 'head',
  as,
  left,
  right,
});
export const sign = (recipients: string[], signer: string[], as: Layout = 'table'): Part => ({
  kind: 'sign',
  as,
  recipients,
  signer,
});
export const grid = (widths: number[], headRows: number, rows: (string | GridCell)[][]): Grid => ({
  kind: 'grid',
  widths,
  headRows,
  rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
});
export const annex = (landscape = false): Part => ({ kind: 'section', landscape });

export const MOTTO = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

const FIGURE = {
  measure: 'share',
  comparator: 'eq',
  change: 'level',
  value: null,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  unit: '%',
  better: 'higher',
} as const;

/** A target; what is not said is a share in percent to be reached, better when higher. */
export const target = (quote: string, rest: Partial<GoldTarget>): GoldTarget => ({ ...FIGURE, quote, ...rest });
/** A result, in the same way. */
export const result = (quote: string, rest: Partial<GoldResult>): GoldResult => ({ ...FIGURE, quote, ...rest });

export const finding = (
  rules: string | string[],
  severity: GoldFinding['severity'],
  quote: string | null,
  rest: Pick<GoldFinding, 'or' | 'files'> = {},
): GoldFinding => ({ rules: typeof rules === 'string' ? [rules] : rules, severity, quote, ...rest });

export type GoldFileOf = Omit<GoldFile, 'name'>;
