import { describe, expect, it } from 'vitest';
import { readPlain } from '../plain.ts';
import { readContent } from '../read-document.ts';

/** What SL-01 says of a plan with this table, rows as "a | b | c". */
function sayingOf(rows: string[]): string[] {
  const [head = '', ...body] = rows.map((row) => `| ${row} |`);
  const rule = head.replace(/[^|]+/g, '---');
  const text = `# KẾ HOẠCH\n\nPhát động phong trào thi đua năm 2026\n\nGiao chỉ tiêu cho các thôn:\n\n${[head, rule, ...body].join('\n')}\n`;
  const content = readPlain(new TextEncoder().encode(text), 'md');
  const { findings, text: read } = readContent(content, { name: 'bang.md', sha256: '0'.repeat(64) });
  for (const { span, quote } of findings) if (span) expect(read.slice(...span).trim()).toBe(quote);
  return findings
    .filter((finding) => finding.rule === 'SL-01')
    .map(({ severity, quote, suggestion }) => `${severity}: ${quote} → ${suggestion}`);
}

const VILLAGES = ['1 | Thôn Hạ | 6 | 120', '2 | Thôn Trung | 8 | 160', '3 | Thôn Thượng | 5 | 100'];
const HEAD = 'STT | Thôn | Số hộ thoát nghèo (hộ) | Kinh phí (triệu đồng)';

describe('a last row that sums up a table', () => {
  it.each<[string, string[], string[]]>([
    ['one column', [HEAD, ...VILLAGES, ' | Tổng cộng | 20 | 380'], ['error: 20 → 19']],
    ['two columns', [HEAD, ...VILLAGES, ' | Cộng | 20 | 390'], ['error: 20 → 19', 'error: 390 → 380']],
    ['the total in the first cell', [HEAD, ...VILLAGES, 'Tổng số | | 19 | 400'], ['error: 400 → 380']],
    [
      'thousands and decimals',
      ['Thôn | Diện tích (ha) | Vốn (triệu đồng)', 'Hạ | 12,5 | 1.250', 'Trung | 7,25 | 980', 'Cộng | 20,75 | 2.230'],
      ['error: 20,75 → 19,75'],
    ],
    [
      'units in the cells',
      ['Thôn | Nhà tạm xóa', 'Hạ | 6 nhà', 'Trung | 8 nhà', 'Tổng cộng | 15 nhà'],
      ['error: 15 nhà → 14'],
    ],
    [
      'a row that numbers the columns',
      ['STT | Thôn | Số hộ', '(1) | (2) | (3)', '1 | Hạ | 6', '2 | Trung | 8', ' | Tổng cộng | 17'],
      ['error: 17 → 14'],
    ],
  ])('is wrong in %s', (_name, rows, said) => {
    expect(sayingOf(rows)).toEqual(said);
  });

  it.each<[string, string[]]>([
    ['right sums', [HEAD, ...VILLAGES, ' | Tổng cộng | 19 | 380']],
    ['no row of totals', [HEAD, ...VILLAGES, '4 | Thôn Mới | 30 | 900']],
    ['percents', ['Thôn | Tỷ lệ (%)', 'Hạ | 90', 'Trung | 80', 'Tổng cộng | 185']],
    ['percent signs', ['Thôn | Bảo hiểm y tế', 'Hạ | 90%', 'Trung | 80%', 'Tổng cộng | 185%']],
    ['averages', ['Thôn | Sản lượng trên ha', 'Hạ | 50', 'Trung | 60', 'Thượng | 58', 'Tổng cộng | 56']],
    ['years', ['Thôn | Được công nhận', 'Hạ | 2021', 'Trung | 2023', 'Tổng cộng | 2026']],
    ['days', ['Thôn | Số hộ | Hạn', 'Hạ | 6 | 30/6/2026', 'Trung | 8 | 30/9/2026', 'Tổng cộng | 14 | 31/12/2026']],
    ['missing cells', ['Thôn | Số hộ', 'Hạ | 6', 'Trung | ', 'Thượng | 5', 'Tổng cộng | 19']],
    ['dashes', ['Thôn | Số hộ', 'Hạ | 6', 'Trung | -', 'Thượng | 5', 'Tổng cộng | 19']],
    ['other units in cells', ['Việc | Số lượng', 'Đường | 3 km', 'Nhà | 8 nhà', 'Tổng cộng | 19']],
    [
      'a column of units',
      ['STT | Nội dung | ĐVT | Kế hoạch', '1 | Đường | km | 3', '2 | Nhà tạm | nhà | 8', ' | Tổng cộng | | 19'],
    ],
    [
      'groups with subtotals',
      [
        'STT | Thôn | Số hộ',
        'I | Cụm Bắc | 14',
        '1 | Hạ | 6',
        '2 | Trung | 8',
        'II | Cụm Nam | 5',
        ' | Tổng cộng | 20',
      ],
    ],
    ['parts of a row', ['Thôn | Số hộ', 'Hạ | 6', 'Trong đó: hộ cận nghèo | 2', 'Trung | 8', 'Tổng cộng | 15']],
    [
      'sums inside the table',
      ['STT | Thôn | Số hộ', '1 | Hạ | 6', '2 | Cộng cụm | 6', '3 | Trung | 8', ' | Tổng cộng | 15'],
    ],
    ['rounded parts', ['Thôn | Diện tích (ha)', 'Hạ | 12,3', 'Trung | 7,3', 'Thượng | 5,3', 'Cộng | 25,0']],
    ['rounded money', ['Thôn | Vốn (tỷ đồng)', 'Hạ | 12', 'Trung | 7', 'Thượng | 5', 'Cộng | 25']],
    ['a figure read two ways', ['Thôn | Diện tích', 'Hạ | 3,098', 'Trung | 2,5', 'Tổng cộng | 7,1']],
    ['a sum among the rows', ['Thôn | Số hộ', 'Tổng cộng | 30', 'Hạ | 6', 'Trung | 8']],
  ])('is silent on %s', (_name, rows) => {
    expect(sayingOf(rows)).toEqual([]);
  });

  it('adds up a table pasted with tabs, whose last row has empty cells at both ends', () => {
    const text = 'KẾ HOẠCH\n\nSTT\tThôn\tSố hộ\tHạn\n1\tHạ\t6\t30/6/2026\n2\tTrung\t8\t30/9/2026\n\tTổng cộng\t15\t\n';
    const content = readPlain(new TextEncoder().encode(text), 'txt');
    const { findings } = readContent(content, { name: 'bang.txt', sha256: '0'.repeat(64) });
    expect(findings.filter(({ rule }) => rule === 'SL-01').map(({ quote }) => quote)).toEqual(['15']);
  });

  it('gets through a table of ten thousand rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `${at + 1} | Thôn | 1`);
    expect(sayingOf(['STT | Thôn | Số hộ', ...rows, ' | Tổng cộng | 9'])).toEqual([]);
  });
});
