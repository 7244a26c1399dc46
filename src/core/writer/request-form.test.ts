import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formFile, surpriseForm } from '../../../test/support/form-file.ts';
import { recogniseForm } from '../reader/request-form.ts';
import { readXlsx } from '../reader/xlsx/read-xlsx.ts';
import { mergeAnswers } from '../rules/data-requests.ts';
import { filledRequest } from './request-form.ts';

const at = (bytes: Uint8Array, reference: string) => {
  const [, letters = '', row = ''] = /^([A-Z])(\d+)$/.exec(reference) ?? [];
  const found = readXlsx(bytes).rows.find(({ number }) => number === Number(row));
  return found?.cells.get(letters.charCodeAt(0) - 65)?.text ?? '';
};
const recognised = (bytes: Uint8Array, units: string[] = []) => recogniseForm(readXlsx(bytes), units);

describe('the weekly surprise: a table from the province (practice 6)', () => {
  it('has its head recognised down merged cells, past the office’s own head and the numbers of columns', () => {
    const form = recognised(surpriseForm());
    expect(form.title).toBe('BIỂU TỔNG HỢP MÔ HÌNH DÂN VẬN KHÉO');
    expect(form.columns).toEqual([
      { name: 'Số mô hình – Kinh tế', kind: 'whole', place: 2 },
      { name: 'Số mô hình – Văn hóa', kind: 'whole', place: 3 },
      { name: 'Tỷ lệ hộ tham gia (%)', kind: 'percent', place: 4 },
      { name: 'Ghi chú', kind: 'text', place: 5 },
    ]);
    expect(form).toMatchObject({ rows: 'per-unit', fixed: [] });
    expect(form.form).toMatchObject({ firstRow: 8, totalRow: 9, footRow: 11, orderColumn: 0, nameColumn: 1 });
  });

  it('comes back as the same form: a row a unit, the total below, the signatures moved down, heads untouched', () => {
    const bytes = surpriseForm();
    const layout = recognised(bytes);
    const answers = ['Bản Một', 'Bản Hai', 'Bản <Ba> & Bốn'].map((unit, row) => ({
      unit,
      sent: row < 2,
      cells: [[String(row + 1), '10', '62.5', row === 0 ? '=1+1' : '']],
    }));
    const filled = filledRequest(bytes, layout, mergeAnswers(layout, answers));
    expect(at(filled, 'A5')).toBe('STT');
    expect(['B8', 'C8', 'D8', 'E8', 'F8'].map((cell) => at(filled, cell))).toEqual([
      'Bản Một',
      '1',
      '10',
      '62.5',
      '=1+1',
    ]);
    expect(['A9', 'B9', 'C9'].map((cell) => at(filled, cell))).toEqual(['2', 'Bản Hai', '2']);
    // A unit that has not sent is named and has no zero.
    expect(['B10', 'C10', 'D10'].map((cell) => at(filled, cell))).toEqual(['Bản <Ba> & Bốn', '', '']);
    expect(['A11', 'C11', 'D11'].map((cell) => at(filled, cell))).toEqual(['Tổng cộng', '3', '20']);
    expect(at(filled, 'A13')).toBe('Người lập biểu');
    const { merged } = readXlsx(filled);
    expect(merged).toEqual(expect.arrayContaining(['C5:D5', 'A11:B11', 'E13:F13']));
    const parts = unzipSync(filled);
    expect(Object.keys(parts)).not.toContain('xl/calcChain.xml');
    expect(strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())).not.toContain('calcChain');
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // Text that looks like a formula is text, and new rows are dressed like the one that was there.
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<c r="C10" s="1"');
  });

  it('keeps the rows where units stand already, in the order of the form', () => {
    const bytes = formFile({
      A1: 'STT',
      B1: 'Thôn, bản',
      C1: 'Số hộ',
      A2: 1,
      B2: 'Bản Hai',
      A3: 2,
      B3: 'Bản Một',
      A4: 'Cộng',
    });
    const layout = recognised(bytes, ['Bản Một', 'Bản Hai', 'Bản Ba']);
    expect(layout).toMatchObject({
      rows: 'per-unit',
      form: { totalRow: 4, units: [{ name: 'Bản Hai', place: 2 }, { place: 3 }] },
    });
    const answers = ['Bản Một', 'Bản Hai'].map((unit, row) => ({ unit, sent: true, cells: [[row === 0 ? '7' : '9']] }));
    const filled = filledRequest(bytes, layout, mergeAnswers(layout, answers));
    expect([at(filled, 'C2'), at(filled, 'C3'), at(filled, 'C4')]).toEqual(['9', '7', '16']);
  });

  it('asks the same rows of everybody where rows name no units, and adds them up', () => {
    const bytes = formFile({
      A1: 'TT',
      B1: 'Nội dung',
      C1: 'Số lượng',
      D1: 'Ngày tổ chức',
      A2: 1,
      B2: 'Cuộc họp',
      A3: 2,
      B3: 'Buổi lao động',
      A4: 'Tổng số',
    });
    const layout = recognised(bytes, ['Bản Một']);
    expect(layout).toMatchObject({
      rows: 'fixed',
      fixed: [
        { name: 'Cuộc họp', place: 2 },
        { name: 'Buổi lao động', place: 3 },
      ],
    });
    const answers = ['Bản Một', 'Bản Hai', 'Bản Ba'].map((unit, row) => ({
      unit,
      sent: row < 2,
      cells: [
        ['4', '2026-06-05'],
        ['1.5', ''],
      ],
    }));
    const filled = filledRequest(bytes, layout, mergeAnswers(layout, answers));
    expect([at(filled, 'C2'), at(filled, 'C3'), at(filled, 'C4'), at(filled, 'D2')]).toEqual(['8', '3', '11', '']);
  });

  it('is refused where no table is', () => {
    expect(() => recognised(formFile({ A1: 'Kính gửi các đơn vị' }))).toThrow();
  });
});
