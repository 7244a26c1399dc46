import { describe, expect, it } from 'vitest';
import {
  type ColumnKind,
  checkRequest,
  mergeAnswers,
  type RequestLayout,
  readCells,
  readRequestCell,
} from './data-requests.ts';
import { readTyped, typedOnce } from './figure-entry.ts';

const layout = (kinds: ColumnKind[], fixed: string[] = []): RequestLayout => ({
  rows: fixed.length === 0 ? 'per-unit' : 'fixed',
  columns: kinds.map((kind, at) => ({ name: `Cột ${at + 1}`, kind, place: null })),
  fixed: fixed.map((name) => ({ name, place: null })),
  form: null,
});
const read = (kind: ColumnKind, typed: string) => {
  const found = readRequestCell(kind, typed);
  return 'value' in found ? found.value : found.fault;
};

describe('a cell of a request', () => {
  it('is read the Vietnamese way, by the kind of its column', () => {
    expect(read('whole', '1.000')).toBe('1000');
    expect(read('whole', '1,000')).toBe('two-readings');
    expect(read('whole', '12,5')).toBe('not-whole');
    expect(read('whole', '-3')).toBe('negative');
    expect(read('decimal', '-3,5')).toBe('-3.5');
    expect(read('percent', '62,5%')).toBe('62.5');
    expect(read('percent', '140')).toBe('above-hundred');
    expect(read('decimal', 'mười')).toBe('not-a-number');
    expect(read('decimal', '=A1+1')).toBe('formula');
    expect(read('date', '5/6/2026')).toBe('2026-06-05');
    expect(read('date', '31/02/2026')).toBe('date-unclear');
    expect(read('text', '=HYPERLINK("x")')).toBe('=HYPERLINK("x")');
    expect(read('text', 'x'.repeat(501))).toBe('too-long');
    expect(read('whole', ' ')).toBe('');
  });

  it('that was chosen among two readings is read in one way afterwards', () => {
    for (const value of ['1.125', '1000', '0.5', '1.25']) {
      const again = readTyped(typedOnce(value));
      expect(again).toMatchObject({ is: 'figure', figure: { value } });
    }
  });

  it('that is wrong is named by its row and column, and nothing is read by halves', () => {
    const { refusals } = readCells(layout(['whole', 'text'], ['Hàng một', 'Hàng hai']), [
      ['1', 'tốt'],
      ['hai', ''],
    ]);
    expect(refusals).toMatchObject([
      {
        code: 'request-cell',
        facts: { row: 1, column: 0, name: 'Hàng hai', columnName: 'Cột 1', fault: 'not-a-number' },
      },
    ]);
    expect(readCells(layout(['whole']), [[' ']]).refusals.map(({ code }) => code)).toEqual(['request-nothing-entered']);
  });

  it('outside of the table is left out', () => {
    expect(readCells(layout(['whole']), [['1', '2', '3'], ['4']]).values).toEqual([['1']]);
  });
});

describe('answers put together', () => {
  const answer = (unit: string, cells: string[][], sent = true) => ({ unit, cells, sent });

  it('add up where numbers add up, with how many were sent; who is missing is no zero', () => {
    const merged = mergeAnswers(layout(['whole', 'decimal', 'percent', 'text']), [
      answer('A', [['1', '0.1', '50', 'x']]),
      answer('B', [['2', '0.2', '70', 'y']]),
      answer('C', [['100', '100', '100', 'z']], false),
    ]);
    expect(merged.totals).toEqual(['3', '0.3', null, null]);
    expect(merged.rows.map(({ cells }) => cells)).toEqual([
      ['1', '0.1', '50', 'x'],
      ['2', '0.2', '70', 'y'],
      ['', '', '', ''],
    ]);
    expect(merged).toMatchObject({ sent: 2, asked: 3 });
  });

  it('of the same rows are added row by row; words keep whose they are; shares are not added', () => {
    const merged = mergeAnswers(layout(['whole', 'percent', 'text'], ['Một', 'Hai']), [
      answer('A', [
        ['1', '50', 'tốt'],
        ['2', '', ''],
      ]),
      answer('B', [
        ['3', '60', ''],
        ['', '', 'khá'],
      ]),
    ]);
    expect(merged.rows.map(({ cells }) => cells)).toEqual([
      ['4', '', 'A: tốt'],
      ['2', '', 'B: khá'],
    ]);
  });
});

describe('a request', () => {
  const unit = (name: string, below = true) => ({ id: name, name, below });
  const check = (of: RequestLayout, units = [unit('A')], dueOn = '2026-07-05') =>
    checkRequest({ layout: of, units, dueOn, today: '2026-06-30' }).map(({ code }) => code);

  it('has columns, units below, and a day to come', () => {
    expect(check(layout(['whole']))).toEqual([]);
    expect(check(layout([]))).toEqual(['request-no-columns']);
    expect(check(layout(['whole']), [])).toEqual(['request-no-units']);
    const twice = { name: 'Số hộ', kind: 'whole' as const, place: null };
    const drawn = { ...layout(['whole']), columns: [twice, { ...twice, name: ' số hộ' }] };
    expect(check(drawn)).toEqual(['request-columns-alike']);
    expect(check(layout(['whole']), [unit('A', false)])).toEqual(['request-unit-not-below']);
    expect(check(layout(['whole']), [unit('A')], '2026-06-29')).toEqual(['request-due-past']);
    expect(check({ ...layout(['whole']), rows: 'fixed' })).toEqual(['request-no-rows']);
  });

  it('is bounded', () => {
    const wide = layout(
      Array.from({ length: 40 }, () => 'whole' as const),
      Array.from({ length: 200 }, (_, at) => `${at}`),
    );
    expect(
      check(
        wide,
        Array.from({ length: 30 }, (_, at) => unit(`${at}`)),
      ),
    ).toEqual(['request-too-large']);
  });
});
