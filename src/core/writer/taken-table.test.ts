import { expect, test } from 'vitest';
import { readXlsx } from '../reader/xlsx/read-xlsx.ts';
import { fileName, type TakenTable, tableCsv, tableXlsx } from './taken-table.ts';

const table: TakenTable = {
  title: 'Chỉ tiêu: Thu/Chi [2026]',
  lines: ['Nguồn: Xã Bình Lư'],
  columns: [{ title: 'Tên' }, { title: 'Số (triệu đồng)' }, { title: 'Ngày' }],
  rows: [
    ['=1+1', { number: '13741.5' }, { date: '2026-06-30' }],
    ['@SUM(A1)', { number: '-3' }, null],
    ['+84', { number: '12345678901234567890' }, null],
    ['bình thường; "có dấu"', null, { date: '2026-02-28' }],
  ],
};
/** The cells of each row as they are read again. */
const readAgain = (taken: TakenTable) =>
  readXlsx(new Uint8Array(Buffer.concat(tableXlsx(taken)))).rows.map(({ cells }) => [...cells.values()]);

test('a workbook holds numbers as numbers, dates as dates and everything else as text: no formula, no digit lost', () => {
  const text = (of: string) => ({ kind: 'text', text: of });
  expect(readAgain(table).slice(3)).toEqual([
    [text('=1+1'), { kind: 'number', text: '13741.5' }, { kind: 'date', text: '2026-06-30' }],
    [text('@SUM(A1)'), { kind: 'number', text: '-3' }],
    [text('+84'), text('12345678901234567890')],
    [text('bình thường; "có dấu"'), { kind: 'date', text: '2026-02-28' }],
  ]);
});

test('in CSV no cell begins a formula, and numbers and dates are read alike everywhere', () => {
  const lines = tableCsv(table).replace('\uFEFF', '').split('\r\n');
  expect(lines).toEqual([
    'Chỉ tiêu: Thu/Chi [2026]',
    'Nguồn: Xã Bình Lư',
    'Tên,Số (triệu đồng),Ngày',
    "'=1+1,13741.5,2026-06-30",
    "'@SUM(A1),-3,",
    "'+84,12345678901234567890,",
    '"bình thường; ""có dấu""",,2026-02-28',
    '',
  ]);
});

test('a file is named by its table, without what systems forbid', () => {
  expect(fileName(table.title, 'xlsx')).toBe('Chỉ tiêu Thu Chi [2026].xlsx');
  expect(fileName('///', 'csv')).toBe('bang.csv');
});

test('a table may have more columns than there are letters', () => {
  const columns = Array.from({ length: 60 }, (_, at) => ({ title: `c${at}` }));
  const rows = [columns.map((_, at) => ({ number: String(at) }))];
  const [, head, values] = readAgain({ title: 't', lines: [], columns, rows });
  expect(head?.length).toBe(60);
  expect(values?.length).toBe(60);
});
