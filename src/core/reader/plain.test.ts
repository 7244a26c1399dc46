import { describe, expect, it } from 'vitest';
import type { Paragraph } from './blocks.ts';
import { READ_LIMITS, ReadFailure } from './limits.ts';
import { isHardWrapped, readPlain } from './plain.ts';

const read = (text: string, format: 'txt' | 'md' = 'txt') => readPlain(new TextEncoder().encode(text), format);
const paragraphs = (text: string, format: 'txt' | 'md' = 'txt') =>
  read(text, format).blocks.filter((block): block is Paragraph => block.kind === 'paragraph' && block.text !== '');
const failure = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof ReadFailure) return error.code;
    throw error;
  }
  return 'none';
};

describe('Markdown marks', () => {
  it('become style, in .md and in .txt alike', () => {
    for (const format of ['md', 'txt'] as const) {
      const [title, section, mixed, list] = paragraphs(
        '## KẾ HOẠCH\n\n#### **I. MỤC ĐÍCH**\n\n**1.** Tiếp tục _thi đua_ sâu rộng\n\n- Lưu: VT.',
        format,
      );
      expect(title).toMatchObject({ text: 'KẾ HOẠCH', style: { heading: 2, bold: false } });
      expect(section).toMatchObject({ text: 'I. MỤC ĐÍCH', style: { heading: 4, bold: true } });
      expect(mixed).toMatchObject({ text: '1. Tiếp tục thi đua sâu rộng', style: { bold: false } });
      expect(list?.text).toBe('- Lưu: VT.');
    }
  });

  it('may span lines that follow each other', () => {
    const [body, post] = paragraphs('**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**\n\n***Nơi nhận:***');
    expect(body).toMatchObject({ text: 'TM. ỦY BAN NHÂN DÂN', style: { bold: true } });
    expect(post).toMatchObject({ text: 'CHỦ TỊCH', style: { bold: true } });
    expect(paragraphs('***Nơi nhận:***')[0]).toMatchObject({ text: 'Nơi nhận:', style: { bold: true, italic: true } });
  });

  it('stay where they are none', () => {
    expect(paragraphs('Diện tích 2 * 3 và 4 * 5 ha')[0]?.text).toBe('Diện tích 2 * 3 và 4 * 5 ha');
    expect(paragraphs('Số: ______/KH-UBND')[0]?.text).toBe('Số: ______/KH-UBND');
    expect(paragraphs('ke_hoach_2026 và **chưa đóng')[0]?.text).toBe('ke_hoach_2026 và **chưa đóng');
    expect(paragraphs('1\\. Mục \\*', 'md')[0]?.text).toBe('1. Mục *');
  });

  it('tables become tables, with their head', () => {
    const table = read('| TT | Chỉ tiêu | ĐVT |\n|---|:-:|---|\n| 1 | **Thu** ngân sách | tỷ \\| đồng |\n', 'md')
      .blocks[0];
    expect(table).toMatchObject({
      kind: 'table',
      rows: [
        { head: true, cells: [{ column: 0 }, { column: 1 }, { column: 2 }] },
        {
          head: false,
          cells: [{}, { paragraphs: [{ text: 'Thu ngân sách' }] }, { paragraphs: [{ text: 'tỷ | đồng' }] }],
        },
      ],
    });
  });
});

describe('plain text', () => {
  it('columns parted by tabs are a table', () => {
    const blocks = read('Chỉ tiêu\tĐVT\tKế hoạch\nHộ nghèo\t%\t2,5\nTăng thu\t%\t8').blocks;
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      kind: 'table',
      rows: [{}, { cells: [{}, {}, { paragraphs: [{ text: '2,5' }] }] }, {}],
    });
  });

  it('knows pages by form feeds and says nothing without them', () => {
    const content = read('Trang một\n\fTrang hai\n\f');
    expect(content.pages).toBe(2);
    expect(
      content.blocks
        .filter((block) => block.kind === 'paragraph' && block.text)
        .map((block) => block.kind === 'paragraph' && block.page),
    ).toEqual([1, 2]);
    expect(read('Một trang').pages).toBeNull();
  });

  it('tells lines broken at the margin from paragraphs', () => {
    const long =
      'Phong trào thi đua phải được tổ chức thiết thực, có trọng tâm, gắn với việc thực hiện nhiệm vụ chính trị của các cơ quan, đơn vị và tạo được sức lan tỏa rộng khắp trong toàn xã hội. '.repeat(
        6,
      );
    const wrapped = long.match(/.{60,78}(?: |$)/g) ?? [];
    expect(isHardWrapped(wrapped.map((text) => ({ text })))).toBe(true);
    expect(paragraphs(wrapped.join('\n\n')).every((paragraph) => paragraph.printedLine)).toBe(true);
    expect(
      paragraphs(`${long}\n${long}\n- một\n- hai\n- ba\n- bốn\n- năm`).some((paragraph) => paragraph.printedLine),
    ).toBe(false);
  });
});

describe('bad input', () => {
  it('one endless line', () => {
    expect(failure(() => readPlain(new Uint8Array(50 * 1_048_576).fill(0x61), 'txt'))).toBe('line-too-long');
    expect(failure(() => read('a'.repeat(READ_LIMITS.lineChars + 1)))).toBe('line-too-long');
  });
  it('too much text, too many pages, no text at all', () => {
    expect(failure(() => readPlain(new TextEncoder().encode(`${'a'.repeat(99)}\n`.repeat(220_000)), 'txt'))).toBe(
      'too-large',
    );
    expect(failure(() => read('trang\f'.repeat(501)))).toBe('too-many-pages');
    expect(failure(() => read(' \n\n \n'))).toBe('no-text');
    expect(
      failure(() =>
        readPlain(
          Uint8Array.from({ length: 900 }, (_, at) => (at * 7919) % 256),
          'txt',
        ),
      ),
    ).toBe('not-text');
  });
});
