/** Comma-separated values as RFC 4180 has them; a semicolon or a tab where the first line has that instead. */

export type CsvRow = { line: number; cells: string[] };

const SEPARATORS = [',', ';', '\t'] as const;

/** Rows that are not empty, with the line each begins on. A quote that is not closed ends with the file. */
export function readCsv(text: string): CsvRow[] {
  const given = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const head = given.slice(0, given.search(/[\r\n]|$/));
  const separator = SEPARATORS.reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let [cell, quoted, line] = ['', false, 1];
  const endRow = () => {
    row.cells.push(cell);
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row);
    cell = '';
    row = { line, cells: [] };
  };
  for (let at = 0; at < given.length; at++) {
    const letter = given[at] ?? '';
    if (letter === '\n') line += 1;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (given[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') [cell, quoted] = ['', true];
    else if (letter === separator) {
      row.cells.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
