import { describe, expect, it } from 'vitest';
import { type Highlight, sheetLines, topmost } from './sheet-lines.ts';

const mark = (key: string, from: number, to: number): Highlight => ({
  key,
  kind: 'target',
  span: [from, to],
  struck: false,
});

describe('lines of the sheet', () => {
  const text =
    'KẾ HOẠCH\nI. MỤC TIÊU\nThu ngân sách đạt 33 tỷ đồng; hộ nghèo còn 1,2%.\nTT | Chỉ tiêu | Mức\n1 | Rừng | 58%';

  it('gives back every character outside cell bars, in order', () => {
    const lines = sheetLines(text, [mark('a', 21, 49), mark('b', 30, 40)], []);
    const back = lines
      .map((line) =>
        line.kind === 'line'
          ? line.pieces.map((piece) => piece.text).join('')
          : line.rows
              .map((row) => row.cells.map((cell) => cell.pieces.map((piece) => piece.text).join('')).join(' | '))
              .join('\n'),
      )
      .join('\n');
    expect(back).toBe(text);
  });

  it('cuts where facts begin and end, and knows which lie over each other', () => {
    const [, , line] = sheetLines(text, [mark('long', 21, 49), mark('short', 35, 49)], []);
    if (line?.kind !== 'line') throw new Error('expected a line');
    expect(line.pieces.map((piece) => [piece.text, piece.over.map((one) => one.key).join('+')])).toEqual([
      ['Thu ngân sách ', 'long'],
      ['đạt 33 tỷ đồng', 'long+short'],
      ['; hộ nghèo còn 1,2%.', ''],
    ]);
    expect(topmost(line.pieces[1]?.over ?? [])?.key).toBe('short');
  });

  it('carries a fact over several lines', () => {
    const lines = sheetLines('một\nhai\nba', [mark('x', 1, 9)], []);
    expect(lines.map((line) => (line.kind === 'line' ? line.pieces.map((piece) => piece.over.length) : []))).toEqual([
      [0, 1],
      [1],
      [1, 0],
    ]);
  });

  it('makes tables of rows, headings of headings, and centres capitals before the first heading', () => {
    const lines = sheetLines(text, [], [{ level: 1, span: [9, 20] }]);
    expect(
      lines.map((line) =>
        line.kind === 'line' ? [line.heading, line.centred] : line.rows.map((row) => row.cells.length),
      ),
    ).toEqual([
      [null, true],
      [1, false],
      [null, false],
      [3, 3],
    ]);
  });

  it('takes a step for each character and highlight, not for each pair', () => {
    const long = Array.from({ length: 4000 }, (_, n) => `Dòng ${n}`).join('\n');
    const marks = Array.from({ length: 4000 }, (_, n) => mark(`k${n}`, n * 9, n * 9 + 5));
    expect(sheetLines(long, marks, [])).toHaveLength(4000);
  });
});
