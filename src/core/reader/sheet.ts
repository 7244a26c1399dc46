/** A sheet of a workbook as it was filled in, before anybody asks what it means. */

/** What a cell shows. */
export type PlainCell = {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  /** Text as typed, a plain decimal with a dot, 'YYYY-MM-DD', 'true'/'false' or '#N/A'. */
  text: string;
  /** Shown as a percentage: 0.875 stands for 87,5 %. */
  percent?: true;
};

/** What a cell holds. A formula's cell keeps the formula, and beside it the last result, which may be stale. */
export type SheetCell = PlainCell | { kind: 'formula'; text: string; result?: PlainCell | null };

export type SheetRow = {
  /** As the program numbers it, from 1. */
  number: number;
  /** By column, from 0. */
  cells: ReadonlyMap<number, SheetCell>;
};

export type Sheet = {
  name: string;
  /** Rows with something in them. */
  rows: SheetRow[];
  /** Ranges of merged cells, "A3:B3". */
  merged: string[];
};

/** All sheets of a workbook in their order. */
export type SheetBook = {
  sheets: (Sheet & { hidden: boolean })[];
  /** It asks for other files, which nobody opens here. */
  linksOutside: boolean;
};

export const SHEET_LIMITS = {
  /** Sheets of a workbook; a template for all units below has one each. */
  sheets: 300,
  /** Bytes of a workbook. */
  fileBytes: 20 * 1024 * 1024,
  /** Rows of a list: more than the units of any province; a list is compared with the tree in one go. */
  rows: 20_000,
  /** Rows above and around the list that count as none. */
  spareRows: 100,
  columns: 100,
  cellChars: 2_000,
  merged: 10_000,
} as const;

/** 0 → "A", 27 → "AB". */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** "AB12" → column 27, row 12; null for what is no cell. */
export function cellPlace(reference: string): { column: number; row: number } | null {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match?.[1]) return null;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}
