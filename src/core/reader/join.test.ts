import { describe, expect, it } from 'vitest';
import { buildContent, buildParagraph, joinText } from '../../../test/support/joined.ts';
import type { Block, FileContent, JoinedText, Table } from './blocks.ts';
import { joinContent } from './join.ts';

const textOf = (doc: JoinedText) => doc.lines.map((line) => line.text);

/** Printed lines, as a PDF or a pasted text gives them. */
const printed = (text: string, page: number | null = null): Block[] =>
  text.split('\n').map((line) => buildParagraph(line, { printedLine: true, page }));

const content = (blocks: Block[]): FileContent => ({
  format: 'pdf',
  encoding: 'utf-8',
  pages: null,
  ocr: false,
  blocks,
});

function table(rows: string[][], heads = 0): Table {
  return {
    kind: 'table',
    page: null,
    rows: rows.map((cells, at) => ({
      head: at < heads,
      cells: cells.map((text, column) => ({
        column,
        columnSpan: 1,
        continued: false,
        paragraphs: text === '' ? [] : text.split('\n').map((line) => buildParagraph(line)),
      })),
    })),
  };
}

function invariants(doc: JoinedText): void {
  expect(doc.text).toBe(doc.text.normalize('NFC'));
  for (const line of doc.lines) expect(doc.text.slice(line.start, line.end)).toBe(line.text);
  for (const row of doc.rows) for (const cell of row.cells) expect(cell.span[1]).toBeLessThanOrEqual(doc.text.length);
  expect(doc.parts[0]).toEqual({ firstLine: 0, kind: 'main' });
}

const WRAPPED = `Huy động mọi nguồn lực của xã và các thôn, bản để hoàn thành việc đã nhận; đề
cao gương sáng của người đứng đầu, để mỗi gia đình đều góp công, góp sức vào
các công trình chung, cùng nhau làm cho được những mục tiêu đã định về kinh tế
- xã hội năm 2026.
Mỗi đợt thi đua cần có việc cụ thể để làm, có người nhận việc, có ngày xong, gắn
chặt với phần việc hằng ngày của từng cơ quan, đơn vị, địa phương trong toàn xã
và của từng hộ gia đình; không đặt ra quá nhiều nội dung một lúc, không chạy đua
theo con số cho đẹp.
- Thu ngân sách trên địa bàn đạt 12 tỷ đồng, tăng 10% so với năm 2025; bảo đảm
chi đúng, chi đủ.
- Tỷ lệ hộ nghèo giảm còn 4%.
a) Thủ trưởng các cơ quan, đơn vị căn cứ Kế hoạch này xây dựng kế hoạch của đơn
vị mình và tổ chức thực hiện.`;

const PARAGRAPHS = [
  'Huy động mọi nguồn lực của xã và các thôn, bản để hoàn thành việc đã nhận; đề cao gương sáng của người đứng đầu, để mỗi gia đình đều góp công, góp sức vào các công trình chung, cùng nhau làm cho được những mục tiêu đã định về kinh tế - xã hội năm 2026.',
  'Mỗi đợt thi đua cần có việc cụ thể để làm, có người nhận việc, có ngày xong, gắn chặt với phần việc hằng ngày của từng cơ quan, đơn vị, địa phương trong toàn xã và của từng hộ gia đình; không đặt ra quá nhiều nội dung một lúc, không chạy đua theo con số cho đẹp.',
  '- Thu ngân sách trên địa bàn đạt 12 tỷ đồng, tăng 10% so với năm 2025; bảo đảm chi đúng, chi đủ.',
  '- Tỷ lệ hộ nghèo giảm còn 4%.',
  'a) Thủ trưởng các cơ quan, đơn vị căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị mình và tổ chức thực hiện.',
];

describe('wrapped lines', () => {
  it('joins printed lines into paragraphs and keeps items apart', () => {
    const doc = joinContent(content(printed(WRAPPED)));
    expect(textOf(doc)).toEqual(PARAGRAPHS);
    expect(doc.mended).toEqual([]);
    invariants(doc);
  });

  it('joins a text with an empty line after every printed line, and says so', () => {
    const doc = joinContent(content(printed(WRAPPED.replaceAll('\n', '\n\n'))));
    expect(textOf(doc)).toEqual(PARAGRAPHS);
    expect(doc.mended.every((mend) => mend.kind === 'wrapped-lines')).toBe(true);
    expect(doc.mended).toHaveLength(4);
  });

  it('lets empty lines tell paragraphs where they stand between paragraphs only', () => {
    const spaced = WRAPPED.replace('năm 2026.\n', 'năm 2026.\n\n').replace('thực tiễn.\n', 'thực tiễn.\n\n');
    expect(textOf(joinContent(content(printed(spaced))))).toEqual(PARAGRAPHS);
  });

  it('drops a page number, also one inside a sentence', () => {
    const lines = WRAPPED.split('\n');
    lines.splice(1, 0, '', '2', '');
    const doc = joinContent(content(printed(lines.join('\n'))));
    expect(textOf(doc)).toEqual(PARAGRAPHS);
    const mend = doc.mended.find(({ kind }) => kind === 'page-number');
    expect(mend && doc.text.slice(...mend.span)).toBe('việc đã nhận; đề cao gương sáng của');
  });

  it('drops a page number that a converter put before the first words of its page', () => {
    const lines = WRAPPED.split('\n');
    const doc = joinContent(
      content([...printed(lines.slice(0, 2).join('\n'), 1), ...printed(`2 ${lines.slice(2).join('\n')}`, 2)]),
    );
    expect(textOf(doc)[0]).toBe(PARAGRAPHS[0]);
  });

  it('keeps a heading apart from the paragraph below', () => {
    const doc = joinContent(
      content(
        printed(
          `I. MỤC ĐÍCH\n1. Mục đích chung\n${WRAPPED}\nII. NỘI DUNG, MỤC TIÊU, CHỈ TIÊU, NHIỆM VỤ, GIẢI PHÁP CỦA ĐỢT THI\nĐUA\n1. Nội dung`,
        ),
      ),
    );
    expect(textOf(doc).slice(0, 2)).toEqual(['I. MỤC ĐÍCH', '1. Mục đích chung']);
    expect(textOf(doc).slice(-2)).toEqual([
      'II. NỘI DUNG, MỤC TIÊU, CHỈ TIÊU, NHIỆM VỤ, GIẢI PHÁP CỦA ĐỢT THI ĐUA',
      '1. Nội dung',
    ]);
  });
});

describe('paragraphs', () => {
  it('joins a sentence that a page break cut in two', () => {
    const doc = joinText(
      'Khen thưởng đúng đối tượng, đúng thành tích, có sức lan tỏa trong từng cơ quan, đơn\n\nvị và toàn xã hội.\n- Chỉ tiêu thứ nhất\n- chỉ tiêu thứ hai',
    );
    expect(textOf(doc)).toEqual([
      'Khen thưởng đúng đối tượng, đúng thành tích, có sức lan tỏa trong từng cơ quan, đơn vị và toàn xã hội.',
      '- Chỉ tiêu thứ nhất',
      '- chỉ tiêu thứ hai',
    ]);
    expect(doc.mended.map(({ kind, span }) => [kind, doc.text.slice(...span)])).toEqual([
      ['cut-paragraph', 'từng cơ quan, đơn vị và toàn xã'],
    ]);
  });

  it.each([
    ['KẾ HOẠCH\nphát động thi đua', ['KẾ HOẠCH', 'phát động thi đua']],
    ['TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn A', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Văn A']],
    ['Bình Lư, ngày 05 tháng 01 năm\n2026', ['Bình Lư, ngày 05 tháng 01 năm 2026']],
    ['**1. Mục đích**\n### Yêu cầu', ['1. Mục đích', 'Yêu cầu']],
    ['Thu\u00a0ngân  sách\u200b đạt\t8%', ['Thu ngân sách đạt 8%']],
    ['Tie\u0302\u0301ng Vie\u0323\u0302t', ['Tiếng Việt']],
  ])('%s', (text, expected) => {
    expect(textOf(joinText(text))).toEqual(expected);
  });

  it('writes automatic numbers into the text', () => {
    const doc = joinContent(
      content([
        buildParagraph('Giao Sở Nội vụ chủ trì', { label: 'a)' }),
        buildParagraph('Sở Tài chính phối hợp', { label: 'b)' }),
      ]),
    );
    expect(textOf(doc)).toEqual(['a) Giao Sở Nội vụ chủ trì', 'b) Sở Tài chính phối hợp']);
    expect(doc.lines.map((line) => [line.label, line.text.slice(line.bodyAt)])).toEqual([
      ['a)', 'Giao Sở Nội vụ chủ trì'],
      ['b)', 'Sở Tài chính phối hợp'],
    ]);
  });

  it('reads a text box once, footnotes and comments after the body', () => {
    const doc = joinContent(
      content([
        buildParagraph('Ghi chú cuối trang', { part: 'footnote' }),
        buildParagraph('Trong khung', { part: 'textbox' }),
        buildParagraph('Trong khung', { part: 'textbox' }),
        buildParagraph('Nội dung chính của văn bản.'),
        buildParagraph('Ý kiến', { part: 'comment' }),
      ]),
    );
    expect(doc.lines.map((line) => [line.part, line.text])).toEqual([
      ['textbox', 'Trong khung'],
      ['body', 'Nội dung chính của văn bản.'],
      ['footnote', 'Ghi chú cuối trang'],
      ['comment', 'Ý kiến'],
    ]);
  });

  it('has nothing to join in an empty file', () => {
    const doc = joinContent(buildContent(''));
    expect([doc.text, doc.lines, doc.rows]).toEqual(['', [], []]);
    invariants(doc);
  });
});

describe('two columns printed on one line', () => {
  it('parts the head and the signature', () => {
    const doc = joinText(
      'ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ SÌ LỞ LẦU           Độc lập - Tự do - Hạnh phúc\nSố: 05/KH-UBND         Sì Lở Lầu, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nNội dung./.\nNơi nhận:              TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;           CHỦ TỊCH\n- Lưu: VT.             Tẩn A Sài',
    );
    expect(textOf(doc)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'XÃ SÌ LỞ LẦU',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 05/KH-UBND',
      'Sì Lở Lầu, ngày 05 tháng 02 năm 2026',
      'KẾ HOẠCH',
      'Nội dung./.',
      'Nơi nhận:',
      '- Sở Nội vụ;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Tẩn A Sài',
    ]);
  });

  it('ends the columns before what follows them', () => {
    const doc = joinText(
      'Nội dung./.\nNơi nhận:              TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;           CHỦ TỊCH\n- Lưu: VT.\n                       Tẩn A Sài\nPHỤ LỤC I\n1. Thu ngân sách',
    );
    expect(textOf(doc).slice(3)).toEqual([
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Tẩn A Sài',
      'PHỤ LỤC I',
      '1. Thu ngân sách',
    ]);
  });
});

describe('tables', () => {
  it('turns a table of the head into lines, row by row', () => {
    const doc = joinContent(
      content([
        table([
          ['ỦY BAN NHÂN DÂN\nXÃ A', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'],
          ['Số: 1/KH-UBND', 'A, ngày 05 tháng 02 năm 2026'],
        ]),
      ]),
    );
    expect(doc.rows).toEqual([]);
    expect(textOf(doc)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ A',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 1/KH-UBND',
      'A, ngày 05 tháng 02 năm 2026',
    ]);
  });

  it('turns a signature table into lines, column by column', () => {
    const doc = joinContent(
      content([
        table([
          ['Nơi nhận:\n- Sở Nội vụ;', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
          ['- Lưu: VT.', 'Trần Văn A'],
        ]),
      ]),
    );
    expect(textOf(doc)).toEqual([
      'Nơi nhận:',
      '- Sở Nội vụ;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Trần Văn A',
    ]);
  });

  it('keeps the rows of a table of data, its head told from its words', () => {
    const doc = joinContent(
      content([
        table([
          ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch 2026'],
          ['1', 'Tỷ lệ hộ nghèo', '%', '≤ 4'],
          ['2', 'Thu ngân sách', '', '12'],
        ]),
      ]),
    );
    expect(textOf(doc)).toEqual([
      'TT | Chỉ tiêu | Đơn vị tính | Kế hoạch 2026',
      '1 | Tỷ lệ hộ nghèo | % | ≤ 4',
      '2 | Thu ngân sách | | 12',
    ]);
    expect(doc.rows.map((row) => row.head)).toEqual([true, false, false]);
    expect(doc.rows[2]?.cells.map((cell) => doc.text.slice(...cell.span))).toEqual(['2', 'Thu ngân sách', '', '12']);
    expect(doc.lines.map((line) => line.row)).toEqual([0, 1, 2]);
    invariants(doc);
  });

  it('counts a second line of heads and a line of column numbers to the head', () => {
    const split = table([
      ['TT', 'Chỉ tiêu', 'Kế hoạch 2026'],
      ['', '', 'Tỉnh giao', 'Phấn đấu'],
      ['(1)', '(2)', '(3)', '(4)'],
      ['1', 'Thu ngân sách', '10', '12'],
    ]);
    const first = split.rows[0];
    const second = split.rows[1];
    if (first?.cells[2]) first.cells[2].columnSpan = 2;
    for (const cell of second?.cells.slice(0, 2) ?? []) cell.continued = true;
    const doc = joinContent(content([split]));
    expect(doc.rows.map((row) => row.head)).toEqual([true, true, true, false]);
    expect(doc.text.slice(...(doc.rows[1]?.cells[1]?.span ?? [0, 0]))).toBe('Chỉ tiêu');
  });

  it('drops the head that is printed again and goes on with the same table', () => {
    const doc = joinContent(
      content([
        table([
          ['TT', 'Chỉ tiêu', 'Kế hoạch'],
          ['1', 'Thu ngân sách', '10'],
        ]),
        table([
          ['TT', 'Chỉ tiêu', 'Kế hoạch'],
          ['2', 'Hộ nghèo', '4'],
        ]),
      ]),
    );
    expect(textOf(doc)).toEqual(['TT | Chỉ tiêu | Kế hoạch', '1 | Thu ngân sách | 10', '2 | Hộ nghèo | 4']);
    expect(doc.rows.map((row) => [row.table, row.row])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
  });

  it('reads a frame of one cell as text', () => {
    const doc = joinContent(content([table([['I. MỤC ĐÍCH\nTạo khí thế thi đua.']])]));
    expect([doc.rows.length, textOf(doc)]).toEqual([0, ['I. MỤC ĐÍCH', 'Tạo khí thế thi đua.']]);
  });
});

describe('several documents in one file', () => {
  const END = 'Yêu cầu các đơn vị thực hiện./.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn A';

  it.each<[string, string[]]>([
    [
      `KẾ HOẠCH\n${END}\nPHỤ LỤC I\nCÁC CHỈ TIÊU\n(Kèm theo Kế hoạch số 1/KH-UBND)\nPHỤ LỤC II\nBIỂU MẪU`,
      ['main: KẾ HOẠCH', 'annex: PHỤ LỤC I', 'annex: PHỤ LỤC II'],
    ],
    [
      `QUYẾT ĐỊNH\n${END}\nKẾ HOẠCH\nTổ chức thi đua\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)`,
      ['main: QUYẾT ĐỊNH', 'annex: KẾ HOẠCH'],
    ],
    [
      `CÔNG VĂN\n${END}\nỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nTHÔNG BÁO`,
      ['main: CÔNG VĂN', 'other: ỦY BAN NHÂN DÂN'],
    ],
    [`KẾ HOẠCH\nNội dung nêu tại Phụ lục kèm theo Kế hoạch này.\n${END}`, ['main: KẾ HOẠCH']],
  ])('%s', (text, expected) => {
    const doc = joinText(text);
    expect(doc.parts.map(({ kind, firstLine }) => `${kind}: ${doc.lines[firstLine]?.text}`)).toEqual(expected);
  });
});
