import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../blocks.ts';
import { isGarbled } from './garbled.ts';
import { blocksOfSheets } from './read-sheets.ts';
import type { Rule, Sheet, Word } from './sheet.ts';

/** Words of one printed line, each letter half as wide as the font is high; `to`: spread up to that edge. */
function line(text: string, left: number, y: number, { size = 14, bold = false, to = 0 } = {}): Word[] {
  const words = text.split(' ');
  const wide = words.reduce((sum, word) => sum + word.length * size * 0.5, 0);
  const blank = to > 0 ? (to - left - wide) / Math.max(1, words.length - 1) : size * 0.25;
  let x = left;
  return words.map((word) => {
    const from = x;
    const right = from + word.length * size * 0.5;
    x = right + blank;
    return {
      text: word,
      left: from,
      right,
      y,
      size,
      bold,
      italic: false,
      blankBefore: true,
      blankAfter: true,
      font: '',
    };
  });
}

const sheet = (words: Word[], more: Partial<Sheet> = {}): Sheet => ({
  page: 1,
  width: 595,
  height: 842,
  words,
  rules: [],
  pictured: 0,
  shapes: 0,
  ...more,
});

/** The rulings of a grid with these edges. */
function grid(xs: number[], ys: number[]): Rule[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [
    ...xs.map((x) => ({ x1: x, x2: x, y1: top, y2: bottom })),
    ...ys.map((y) => ({ x1: left, x2: right, y1: y, y2: y })),
  ];
}

const shown = (blocks: Block[]): string[] =>
  blocks.map((block) => {
    if (block.kind === 'section') return block.landscape ? '§ lying' : '§ upright';
    if (block.kind === 'paragraph') return block.text;
    return cells(block)
      .map((row) => row.join(' | '))
      .join(' // ');
  });
const cells = (table: Table): string[][] =>
  table.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((one) => one.text).join(' / ')));

const FULL = 'phong trào thi đua được tổ chức thiết thực, có trọng tâm, gắn với hiệu';
/** A line that fills the text from one edge to the other. */
const full = (text: string, left: number, y: number) => line(text, left, y, { to: 519 });

describe('paragraphs', () => {
  it('begin at an indent and go on at the margin, over pages too', () => {
    const first = sheet([
      ...full('Phong trào thi đua được tổ chức thiết thực, có trọng tâm', 113, 100),
      ...full(FULL, 85, 116),
      ...line('quả cao.', 85, 132),
      ...full('Các đơn vị căn cứ kế hoạch này để tổ chức thực hiện cho', 113, 148),
      ...full(FULL, 85, 164),
      ...full(FULL, 85, 180),
      ...full(FULL, 85, 196),
      ...full(FULL, 85, 212),
    ]);
    const second = sheet([...line('quả và đúng hạn.', 85, 80), ...line('Nơi khác.', 113, 110)], { page: 2 });
    const blocks = blocksOfSheets([first, second]);
    expect(blocks).toHaveLength(3);
    expect(shown(blocks)[0]).toMatch(/^Phong trào .* hiệu quả cao\.$/);
    expect(shown(blocks)[1]).toMatch(/^Các đơn vị .* hiệu quả và đúng hạn\.$/);
    expect(blocks[1]).toMatchObject({ page: 1, style: { align: 'justify' } });
  });

  it('items of a list stay apart, hanging lines are joined to theirs', () => {
    const blocks = blocksOfSheets([
      sheet([
        ...full('- Tăng thu ngân sách đạt tám phần trăm so với dự toán giao;', 85, 100),
        ...full(`- ${FULL}`, 85, 116),
        ...line(
          'quả cao;',
          85 + 7 + (519 - 85 - 7 * (FULL.replace(/ /g, '').length + 1)) / FULL.split(' ').length,
          132,
        ),
        ...line('- Giữ vững an ninh.', 85, 148),
      ]),
    ]);
    expect(shown(blocks)).toEqual([
      '- Tăng thu ngân sách đạt tám phần trăm so với dự toán giao;',
      `- ${FULL} quả cao;`,
      '- Giữ vững an ninh.',
    ]);
  });

  it('letters drawn in pieces or twice are one word', () => {
    const [word] = line('Thi', 100, 100);
    const end = {
      ...(word as Word),
      text: 'đua',
      left: (word as Word).right,
      right: (word as Word).right + 21,
      blankBefore: false,
    };
    const pieces = [{ ...(word as Word), blankAfter: false }, end];
    const [paragraph] = blocksOfSheets([sheet([...pieces, { ...end, left: end.left + 0.4 }])]);
    expect(paragraph).toMatchObject({ text: 'Thiđua' });
  });
});

describe('columns', () => {
  const head = [
    ...line('ỦY BAN NHÂN DÂN', 100, 80, { size: 13 }),
    ...line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 300, 80, { size: 13 }),
    ...line('XÃ NẬM TẦM', 115, 96, { size: 13 }),
    ...line('Độc lập - Tự do', 330, 97, { size: 13 }),
    ...line('Số: 12/KH-UBND', 105, 120, { size: 13 }),
    ...line('Nậm Tầm, ngày 05', 330, 119, { size: 13 }),
  ];

  it('of the head are read one after the other', () => {
    const blocks = blocksOfSheets([sheet([...head, ...line('KẾ HOẠCH', 270, 160, { bold: true })])]);
    expect(shown(blocks)).toEqual([
      'ỦY BAN NHÂN DÂN / XÃ NẬM TẦM / Số: 12/KH-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA / Độc lập - Tự do / Nậm Tầm, ngày 05',
      'KẾ HOẠCH',
    ]);
  });

  it('of the signature go on over a page break', () => {
    const first = sheet([
      ...line('Nơi nhận:', 85, 700, { size: 12 }),
      ...line('TM. ỦY BAN NHÂN DÂN', 340, 701),
      ...line('- Sở Nội vụ;', 85, 716, { size: 11 }),
      ...line('CHỦ TỊCH', 370, 718),
    ]);
    const second = sheet([...line('- Lưu: VT, VHXH.', 85, 80, { size: 11 }), ...line('Lò Văn A', 375, 90)], {
      page: 2,
    });
    expect(shown(blocksOfSheets([first, second]))).toEqual([
      'Nơi nhận: / - Sở Nội vụ; / - Lưu: VT, VHXH. | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lò Văn A',
    ]);
  });

  it('three and more without rulings are rows of a table', () => {
    const row = (y: number, ...texts: string[]) =>
      texts.flatMap((text, at) => line(text, 85 + at * 160, y, { size: 12 }));
    const blocks = blocksOfSheets([
      sheet([
        ...row(100, 'Chỉ tiêu', 'Đơn vị', 'Kế hoạch'),
        ...row(120, 'Hộ nghèo', '%', '2,5'),
        ...row(140, 'Thu ngân sách', 'tỷ đồng', '120'),
      ]),
    ]);
    expect(shown(blocks)).toEqual([
      'Chỉ tiêu | Đơn vị | Kế hoạch // Hộ nghèo | % | 2,5 // Thu ngân sách | tỷ đồng | 120',
    ]);
  });
});

describe('ruled tables', () => {
  const xs = [80, 120, 320, 420, 520];
  const text = (content: string, column: number, y: number) => line(content, (xs[column] ?? 0) + 4, y, { size: 12 });
  const header = [
    ...text('TT', 0, 115),
    ...text('Chỉ tiêu', 1, 115),
    ...text('Năm 2025', 2, 115),
    ...text('Năm 2026', 3, 115),
  ];

  it('cells that span, and text that runs over lines', () => {
    const rules = grid(xs, [100, 120, 140, 180]).filter((rule) => !(rule.x1 === 320 && rule.x2 === 320));
    // The wall between the second and third column stands in the last row only.
    const words = [
      ...text('TT', 0, 115),
      ...text('Chỉ tiêu chủ yếu', 1, 115),
      ...text('1', 0, 155),
      ...text('Tỷ lệ hộ nghèo', 1, 155),
      ...text('theo chuẩn mới', 1, 170),
      ...text('3,1', 2, 155),
      ...text('2,5', 3, 155),
    ];
    const [table] = blocksOfSheets([sheet(words, { rules: [...rules, { x1: 320, x2: 320, y1: 140, y2: 180 }] })]);
    if (table?.kind !== 'table') throw new Error('no table');
    expect(cells(table)).toEqual([
      ['TT', 'Chỉ tiêu chủ yếu', ''],
      ['1', 'Tỷ lệ hộ nghèo theo chuẩn mới', '3,1', '2,5'],
    ]);
    expect(table.rows[0]?.cells[1]).toMatchObject({ column: 1, columnSpan: 2 });
  });

  it('go on over pages: the head printed again is dropped, a row cut in two is one', () => {
    const first = sheet(
      [
        ...header,
        ...text('1', 0, 135),
        ...text('Thu ngân sách', 1, 135),
        ...text('100', 2, 135),
        ...text('120', 3, 135),
        ...text('2', 0, 155),
        ...text('Tỷ lệ hộ nghèo theo', 1, 155),
        ...text('3,1', 2, 155),
        ...text('2,5', 3, 155),
      ],
      {
        rules: grid(xs, [100, 120, 140, 160]),
      },
    );
    const second = sheet(
      [
        ...header,
        ...text('chuẩn mới', 1, 135),
        ...text('3', 0, 155),
        ...text('Giao quân', 1, 155),
        ...text('100', 2, 155),
        ...text('100', 3, 155),
      ],
      {
        page: 2,
        rules: grid(xs, [100, 120, 140, 160]),
      },
    );
    const blocks = blocksOfSheets([first, second]);
    expect(blocks).toHaveLength(1);
    expect(shown(blocks)[0]?.split(' // ')).toEqual([
      'TT | Chỉ tiêu | Năm 2025 | Năm 2026',
      '1 | Thu ngân sách | 100 | 120',
      '2 | Tỷ lệ hộ nghèo theo chuẩn mới | 3,1 | 2,5',
      '3 | Giao quân | 100 | 100',
    ]);
    expect(blocks[0]).toMatchObject({ rows: [{ head: true }, { head: false }, {}, {}] });
  });

  it('a rule under a heading and a frame around a word are no tables', () => {
    const rules = [{ x1: 200, x2: 300, y1: 103, y2: 103 }, ...grid([80, 160], [110, 130])];
    expect(
      shown(blocksOfSheets([sheet([...line('Tiêu đề', 220, 100), ...line('HỎA TỐC', 85, 125)], { rules })])),
    ).toEqual(['Tiêu đề', 'HỎA TỐC']);
  });
});

describe('what is on the page but not in the text', () => {
  it('page numbers, running heads and feet are dropped', () => {
    const pages = [1, 2, 3].map((page) =>
      sheet(
        [
          ...line('Kế hoạch thi đua', 240, 40),
          ...line(String(page), 296, 60),
          ...line(`Nội dung ${'abc'[page - 1]}.`, 113, 100),
          ...line(FULL, 85, 400),
        ],
        { page },
      ),
    );
    expect(shown(blocksOfSheets(pages)).filter((text) => /Kế hoạch|^\d/.test(text))).toEqual([]);
  });

  it('a page that lies begins a section', () => {
    const lying = sheet(line('Phụ lục', 400, 80), { page: 2, width: 842, height: 595 });
    expect(shown(blocksOfSheets([sheet(line('Kế hoạch', 270, 80)), lying]))).toEqual([
      'Kế hoạch',
      '§ lying',
      'Phụ lục',
    ]);
  });
});

describe('fonts without a map to Unicode', () => {
  const text =
    'Phong trào thi đua yêu nước được phát động sâu rộng trong toàn xã, gắn với nhiệm vụ chính trị của địa phương. '.repeat(
      6,
    );
  it('are told by what they leave', () => {
    expect(isGarbled(text)).toBe(false);
    expect(isGarbled(text.replace(/[ưđà]/g, '\ue012'))).toBe(true);
    expect(isGarbled(text.replace(/[nt]/g, 'z'))).toBe(true);
    expect(isGarbled('12,5 - 13% 2026 100 '.repeat(50))).toBe(false);
    expect(isGarbled('The committee launches a movement for all units of the commune. '.repeat(20))).toBe(false);
  });
});
