import { describe, expect, it } from 'vitest';
import { type Highlight, sheetLines, topmost } from './sheet-lines.ts';

const mark = (key: string, from: number, to: number): Highlight => ({
  key,
  kind: 'target',
  span: [from, to],
  struck: false,
});
const line = { align: null, bold: false, italic: false, page: 1, row: null } as const;

/** Plain lines of a text, as the reader would lay them out. */
function laidOut(text: string) {
  let at = 0;
  const lines = text.split('\n').map((words) => {
    const span = [at, at + words.length] as const;
    at += words.length + 1;
    return { ...line, span };
  });
  return { text, layout: { lines, rows: [] } };
}

describe('lines of the sheet', () => {
  it('cuts where facts begin and end, and knows which lie over each other', () => {
    const [, found] = sheetLines(laidOut('KẾ HOẠCH\nThu ngân sách đạt 33 tỷ đồng; hộ nghèo còn 1,2%.'), [
      mark('long', 9, 37),
      mark('short', 23, 37),
    ]);
    if (found?.kind !== 'line') throw new Error('expected a line');
    expect(found.pieces.map((piece) => [piece.text, piece.over.map((one) => one.key).join('+')])).toEqual([
      ['Thu ngân sách ', 'long'],
      ['đạt 33 tỷ đồng', 'long+short'],
      ['; hộ nghèo còn 1,2%.', ''],
    ]);
    expect(topmost(found.pieces[1]?.over ?? [])?.key).toBe('short');
  });

  it('carries a fact over several lines', () => {
    const lines = sheetLines(laidOut('một\nhai\nba'), [mark('x', 1, 9)]);
    expect(lines.map((found) => (found.kind === 'line' ? found.pieces.map((piece) => piece.over.length) : []))).toEqual(
      [[0, 1], [1], [1, 0]],
    );
  });

  it('puts the rows of one table together and leaves out cells merged from above', () => {
    const text = 'TT | Mức\n1 | 58%\n2 | 60%';
    const cell = (column: number, from: number, to: number, continued = false) => ({
      column,
      columnSpan: 1,
      continued,
      span: [from, to] as const,
    });
    const lines = sheetLines(
      {
        text,
        layout: {
          lines: [
            { ...line, span: [0, 8], row: 0 },
            { ...line, span: [9, 16], row: 1 },
            { ...line, span: [17, 24], row: 2 },
          ],
          rows: [
            { table: 0, head: true, cells: [cell(0, 0, 2), cell(1, 5, 8)] },
            { table: 0, head: false, cells: [cell(0, 9, 10), cell(1, 13, 16)] },
            { table: 1, head: false, cells: [cell(0, 17, 18, true), cell(1, 21, 24)] },
          ],
        },
      },
      [mark('x', 9, 16)],
    );
    expect(
      lines.map((found) =>
        found.kind === 'table'
          ? found.rows.map((row) => row.cells.map((one) => one.pieces.map((piece) => piece.text).join('')))
          : null,
      ),
    ).toEqual([
      [
        ['TT', 'Mức'],
        ['1', '58%'],
      ],
      [['60%']],
    ]);
  });

  it('goes through four thousand lines and facts', () => {
    const long = laidOut(Array.from({ length: 4000 }, () => 'Một dòng').join('\n'));
    const marks = Array.from({ length: 4000 }, (_, n) => mark(`k${n}`, n * 9, n * 9 + 3));
    const lines = sheetLines(long, marks);
    expect(
      lines.every(
        (found) => found.kind === 'line' && found.pieces[0]?.text === 'Một' && found.pieces[0].over.length === 1,
      ),
    ).toBe(true);
  });
});
