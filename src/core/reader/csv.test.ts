import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

const cells = (text: string) => readCsv(text).map((row) => row.cells);

test('cells are kept as they stand, quotes and lines inside of them too', () => {
  expect(cells('a,b\r\n1,"x, ""y""\nz"\n')).toEqual([
    ['a', 'b'],
    ['1', 'x, "y"\nz'],
  ]);
  expect(cells('\uFEFFa;b\n1,5;2')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  expect(cells('')).toEqual([]);
  expect(cells('a,b\n"never closed')).toEqual([['a', 'b'], ['never closed']]);
});

test('every row says on which line it begins, empty ones left out', () => {
  expect(readCsv('a\n\n"b\nc"\nd').map(({ line }) => line)).toEqual([1, 3, 5]);
});
