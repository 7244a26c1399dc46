import {
  AlignmentType,
  Document,
  Paragraph as DocxParagraph,
  Table as DocxTable,
  HeadingLevel,
  LevelFormat,
  Packer,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, p, r } from '../../../../test/support/docx-file.ts';
import type { Block, Paragraph, Table } from '../blocks.ts';
import { encodeTcvn3 } from '../encodings.ts';
import { ReadFailure } from '../limits.ts';
import { encodeVni } from '../vni.ts';
import { readDocx } from './read-docx.ts';

const isParagraph = (block: Block): block is Paragraph => block.kind === 'paragraph';
const paragraphs = (bytes: Uint8Array) => readDocx(bytes).blocks.filter(isParagraph);
const texts = (bytes: Uint8Array) => paragraphs(bytes).map((paragraph) => paragraph.text);
const tableOf = (bytes: Uint8Array): Table => {
  const table = readDocx(bytes).blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
};
const cellTexts = (table: Table) =>
  table.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((one) => one.text).join('/')));

function failure(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof ReadFailure) return error.code;
    throw error;
  }
  return 'none';
}

describe('runs and paragraphs', () => {
  it('style comes from the run, the character style, the paragraph style and the defaults', () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="Tieu"/><w:rPr><w:i/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Tieu"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>';
    const [normal, section, plain, strong, part, loop, title] = paragraphs(
      docxOf({
        styles,
        body:
          p('Thường') +
          p('Mục', { paragraph: '<w:pStyle w:val="Muc"/>' }) +
          p('Không đậm', { paragraph: '<w:pStyle w:val="Muc"/>', run: '<w:b w:val="0"/>' }) +
          p('Đậm', { run: '<w:rStyle w:val="Dam"/>' }) +
          `<w:p>${r('3.', '<w:b/>')}${r(' Tiếp tục nâng cao năng lực')}</w:p>` +
          p('Vòng', { paragraph: '<w:pStyle w:val="Vong"/>' }) +
          p('kế hoạch', { run: '<w:caps/>', paragraph: '<w:outlineLvl w:val="0"/><w:jc w:val="right"/>' }),
      }),
    );
    expect(normal?.style).toEqual({ bold: false, italic: false, align: 'justify', heading: null });
    expect(section?.style).toEqual({ bold: true, italic: true, align: 'center', heading: null });
    expect(plain?.style.bold).toBe(false);
    expect(strong?.style.bold).toBe(true);
    expect(part?.style.bold).toBe(false);
    expect(loop?.text).toBe('Vòng');
    expect(title).toMatchObject({ text: 'KẾ HOẠCH', style: { heading: 1, align: 'right' } });
  });

  it('blanks, breaks, hyphens and symbols', () => {
    const body =
      `<w:p>${r('thi')}<w:r><w:tab/><w:t>đua</w:t><w:br/><w:t>yêu</w:t><w:noBreakHyphen/><w:t>nước</w:t><w:softHyphen/></w:r></w:p>` +
      `<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 85%</w:t></w:r></w:p>` +
      p('a&#xA0;b &amp; c &lt; d &#8805; e');
    expect(texts(docxOf(body))).toEqual(['thi\tđua\nyêu-nước', '≥ 85%', 'a b & c < d ≥ e']);
  });

  it('hidden text and instructions of fields are not text, results of fields are', () => {
    const body =
      `<w:p>${r('Trang ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ </w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('LỒNG')}<w:r><w:fldChar w:fldCharType="end"/></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('năm 2026')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('ẩn', '<w:vanish/>')}</w:p>` +
      `<w:p><w:fldSimple w:instr=" X ">${r('kết quả')}</w:fldSimple><w:hyperlink>${r(' liên kết')}</w:hyperlink><w:smartTag>${r(' thẻ')}</w:smartTag></w:p>` +
      `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>${p('trong khung')}</w:sdtContent></w:sdt>`;
    expect(texts(docxOf(body))).toEqual(['Trang năm 2026', 'kết quả liên kết thẻ', 'trong khung']);
  });

  it('names of the Word namespace may have another prefix', () => {
    const raw =
      '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>thi đua</x:t></x:r></x:p></x:body></x:document>';
    expect(texts(docxOf({ body: '', raw: { 'word/document.xml': raw } }))).toEqual(['thi đua']);
  });
});

describe('tracked changes', () => {
  it('deleted and moved-away text is not read, inserted text is', () => {
    const body = `<w:p>${r('giảm còn ')}<w:del w:id="1"><w:r><w:delText>3%</w:delText></w:r></w:del><w:ins w:id="2">${r('2,5%')}</w:ins><w:moveFrom w:id="3">${r('cũ')}</w:moveFrom><w:moveTo w:id="4">${r(' mới')}</w:moveTo></w:p>`;
    expect(texts(docxOf(body))).toEqual(['giảm còn 2,5% mới']);
  });

  it('a paragraph whose mark was deleted goes on in the next', () => {
    const body =
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('Phấn đấu ')}</w:p>${p('đạt 95%', { paragraph: '<w:jc w:val="center"/>' })}` +
      `<w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:del w:id="3"><w:r><w:delText>bỏ cả đoạn</w:delText></w:r></w:del></w:p>${p('giữ lại')}`;
    expect(texts(docxOf(body))).toEqual(['Phấn đấu đạt 95%', 'giữ lại']);
  });

  it('properties from before a change do not count; deleted rows go', () => {
    const body =
      p('Đậm', { run: '<w:b/><w:rPrChange w:id="1"><w:rPr><w:b w:val="0"/></w:rPr></w:rPrChange>' }) +
      `<w:tbl><w:tr><w:tc>${p('còn')}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc>${p('xóa')}</w:tc></w:tr></w:tbl>`;
    const bytes = docxOf(body);
    expect(paragraphs(bytes)[0]?.style.bold).toBe(true);
    expect(cellTexts(tableOf(bytes))).toEqual([['còn']]);
  });
});

describe('text boxes, notes, comments', () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;

  it('a text box kept for new and old readers is read once', () => {
    const body =
      `<w:p>${r('Thân bài')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('DỰ THẢO')}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box('DỰ THẢO')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('HỎA TỐC')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const read = paragraphs(docxOf(body)).filter((paragraph) => paragraph.text !== '');
    expect(read.map((paragraph) => [paragraph.text, paragraph.part])).toEqual([
      ['Thân bài', 'body'],
      ['DỰ THẢO', 'textbox'],
      ['HỎA TỐC', 'textbox'],
    ]);
  });

  it('footnotes and comments stand at the end, without their separators', () => {
    const read = paragraphs(
      docxOf({
        body: p('Thân bài'),
        footnotes: `<w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote><w:footnote w:id="1">${p('Theo chuẩn nghèo mới')}</w:footnote>`,
        comments: `<w:comment w:id="0" w:author="x">${p('Xem lại số này')}</w:comment>`,
      }),
    );
    expect(read.map((paragraph) => [paragraph.text, paragraph.part])).toEqual([
      ['Thân bài', 'body'],
      ['Theo chuẩn nghèo mới', 'footnote'],
      ['Xem lại số này', 'comment'],
    ]);
  });
});

describe('legacy fonts', () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  it('are decoded by their names, capitals included, over run borders', () => {
    const body =
      p(encodeTcvn3('phát động thi đua'), { run: font('.VnTimeH') }) +
      p(encodeTcvn3('Tỷ lệ hộ nghèo giảm'), { run: font('.VnTime') }) +
      `<w:p>${r(`Vi${'e'}`, font('VNI-Times'))}${r('ät Nam', font('VNI-Times'))}</w:p>`;
    const content = readDocx(docxOf(body));
    expect(content.blocks.filter(isParagraph).map((paragraph) => paragraph.text)).toEqual([
      'PHÁT ĐỘNG THI ĐUA',
      'Tỷ lệ hộ nghèo giảm',
      'Việt Nam',
    ]);
    expect(content.encoding).toBe('mixed');
    expect(readDocx(docxOf(p(encodeVni('Phong trào thi đua'), { run: font('VNI-Times') }))).encoding).toBe('vni');
  });

  it('are told by statistics where the font was changed afterwards', () => {
    const content = readDocx(docxOf(p(encodeTcvn3('Phong trào thi đua yêu nước, giữ vững quốc phòng, an ninh'))));
    expect(content.blocks[0]).toMatchObject({ text: 'Phong trào thi đua yêu nước, giữ vững quốc phòng, an ninh' });
    expect(content.encoding).toBe('tcvn3');
  });

  it('decomposed letters are composed, over run borders too', () => {
    expect(texts(docxOf(`<w:p>${r('thi đua yêu nư'.normalize('NFD'))}${r('\u031b\u0301c')}</w:p>`))[0]).toHaveLength(
      17 - 1,
    );
  });
});

describe('automatic numbering', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/>${format}<w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const fmt = (val: string) => `<w:numFmt w:val="${val}"/>`;
  const item = (list: number, at: number, text = 'x') =>
    p(text, { paragraph: `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>` });
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, fmt('upperRoman'), '%1.')}${level(1, fmt('decimal'), '%2.')}${level(2, fmt('lowerLetter'), '%3)')}${level(3, fmt('bullet'), '')}${level(4, fmt('decimal'), '%1.%2.%5', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, '<w:numFmt w:val="custom" w:format="a, b, c, d, đ, ..."/>', '%1)')}${level(1, fmt('decimalZero'), 'Điều %2:')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const labels = (body: string, styles?: string) =>
    paragraphs(docxOf({ body, numbering, ...(styles ? { styles } : {}) })).map((paragraph) => paragraph.label);

  it('counts levels, restarts the deeper ones, draws bullets as dashes', () => {
    expect(
      labels(
        [
          item(1, 0),
          item(1, 1),
          item(1, 2),
          item(1, 2),
          item(1, 3),
          item(1, 1),
          item(1, 2),
          item(1, 0),
          item(1, 1),
          item(1, 4),
        ].join(''),
      ),
    ).toEqual(['I.', '1.', 'a)', 'b)', '-', '2.', 'a)', 'II.', '1.', '2.1.1']);
  });

  it('keeps the Vietnamese order of letters where the document spells it out', () => {
    expect(labels(Array.from({ length: 8 }, () => item(2, 0)).join(''))).toEqual([
      'a)',
      'b)',
      'c)',
      'd)',
      'đ)',
      'e)',
      'g)',
      'h)',
    ]);
    expect(labels(item(2, 1) + item(2, 1))).toEqual(['Điều 01:', 'Điều 02:']);
  });

  it('a list with a start of its own begins there and goes on', () => {
    expect(labels(item(1, 0) + item(3, 0) + item(3, 0))).toEqual(['I.', 'V.', 'VI.']);
  });

  it('comes from the style too, and numId 0 takes it away', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const styled = (more = '') => p('x', { paragraph: `<w:pStyle w:val="Muc"/>${more}` });
    expect(labels(styled() + styled('<w:numPr><w:numId w:val="0"/></w:numPr>') + styled(), styles)).toEqual([
      '1.',
      null,
      '2.',
    ]);
  });
});

describe('tables', () => {
  const tc = (text: string, properties = '') =>
    `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${p(text)}</w:tc>`;
  const tr = (cells: string, properties = '') =>
    `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${cells}</w:tr>`;

  it('spans, cells merged downwards, repeated heads', () => {
    const table = tableOf(
      docxOf(
        `<w:tbl>${tr(tc('TT') + tc('Kế hoạch', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}` +
          tr(tc('1', '<w:vMerge w:val="restart"/>') + tc('a') + tc('b')) +
          `${tr(tc('', '<w:vMerge/>') + tc('c') + tc('d'))}</w:tbl>`,
      ),
    );
    expect(table.rows.map((row) => row.head)).toEqual([true, false, false]);
    expect(cellTexts(table)).toEqual([
      ['TT', 'Kế hoạch'],
      ['1', 'a', 'b'],
      ['1', 'c', 'd'],
    ]);
    expect(table.rows[0]?.cells[1]).toMatchObject({ column: 1, columnSpan: 2 });
    expect(table.rows[2]?.cells[0]?.continued).toBe(true);
    expect(table.rows[2]?.cells[2]?.column).toBe(2);
  });

  it('a number column without text shows its numbers', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const auto = '<w:tc><w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>';
    const table = tableOf(docxOf({ numbering, body: `<w:tbl>${tr(auto + tc('x'))}${tr(auto + tc('y'))}</w:tbl>` }));
    expect(cellTexts(table)).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
  });

  it('a frame around a table is taken apart, a small table in a cell becomes lines of it', () => {
    const inner = `<w:tbl>${tr(tc('A') + tc('B'))}${tr(tc('C') + tc('D'))}</w:tbl>`;
    const frame = readDocx(docxOf(`<w:tbl>${tr(`<w:tc>${p('Trước')}${inner}${p('Sau')}</w:tc>`)}</w:tbl>`)).blocks;
    expect(frame.map((block) => block.kind)).toEqual(['table', 'table', 'paragraph']);
    const grid = tableOf(
      docxOf(`<w:tbl>${tr(tc('1') + tc('2') + tc('3'))}${tr(`${tc('x')}<w:tc>${inner}</w:tc>${tc('z')}`)}</w:tbl>`),
    );
    expect(cellTexts(grid)).toEqual([
      ['1', '2', '3'],
      ['x', 'A B/C D', 'z'],
    ]);
  });
});

describe('pages and sections', () => {
  const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>';
  const hard = '<w:r><w:br w:type="page"/></w:r>';

  it('pages are known where Word noted its breaks, and then not counted twice', () => {
    const content = readDocx(docxOf(`${p('một')}<w:p>${hard}</w:p><w:p>${rendered}${r('hai')}</w:p>`));
    expect(content.pages).toBe(2);
    expect(
      content.blocks
        .filter(isParagraph)
        .filter((one) => one.text.trim())
        .map((one) => one.page),
    ).toEqual([1, 2]);
  });

  it('without such notes they are known only when the breaks agree with the number claimed', () => {
    const body = `${p('một')}<w:p>${hard}${r('hai')}</w:p>`;
    expect(readDocx(docxOf({ body, pages: 2 })).blocks.at(-1)).toMatchObject({ page: 2 });
    expect(readDocx(docxOf({ body, pages: 7 }))).toMatchObject({ pages: 7, blocks: [{ page: null }, { page: null }] });
    expect(readDocx(docxOf(body)).pages).toBeNull();
  });

  it('a section says whether its pages lie', () => {
    const portrait = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
    const landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';
    const columns = '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
    const kinds = (body: string) => readDocx(docxOf(body)).blocks.filter((block) => block.kind === 'section');
    expect(kinds(p('một', { paragraph: portrait }) + p('hai') + landscape)).toEqual([
      { kind: 'section', landscape: true },
    ]);
    expect(kinds(p('một', { paragraph: portrait }) + p('hai') + columns)).toEqual([]);
  });
});

describe('a file of the docx library', () => {
  it('reads back what was written', async () => {
    const doc = new Document({
      numbering: {
        config: [
          {
            reference: 'muc',
            levels: [{ level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.START }],
          },
        ],
      },
      sections: [
        {
          children: [
            new DocxParagraph({
              heading: HeadingLevel.HEADING_1,
              children: [new TextRun({ text: 'KẾ HOẠCH', bold: true })],
              alignment: AlignmentType.CENTER,
            }),
            new DocxParagraph({ text: 'Mục đích', numbering: { reference: 'muc', level: 0 } }),
            new DocxTable({
              rows: [
                new TableRow({
                  tableHeader: true,
                  children: [
                    new TableCell({ children: [new DocxParagraph('Chỉ tiêu')] }),
                    new TableCell({ children: [new DocxParagraph('2026')] }),
                  ],
                }),
              ],
            }),
          ],
        },
      ],
    });
    const content = readDocx(new Uint8Array(await Packer.toBuffer(doc)));
    expect(content.blocks[0]).toMatchObject({ text: 'KẾ HOẠCH', style: { bold: true, align: 'center', heading: 1 } });
    expect(content.blocks[1]).toMatchObject({ text: 'Mục đích', label: 'I.' });
    expect(content.blocks[2]).toMatchObject({ kind: 'table', rows: [{ head: true }] });
  });
});

describe('bad files', () => {
  const good = docxOf(p('Phong trào thi đua '.repeat(500)));

  it('truncated, damaged', () => {
    expect(failure(good.slice(0, good.length - 40))).toBe('truncated');
    expect(failure(good.slice(0, 200))).toBe('truncated');
    const flipped = good.slice();
    const at = 250;
    flipped[at] = (flipped[at] ?? 0) ^ 0x10;
    expect(['damaged', 'zip-bomb', 'truncated']).toContain(failure(flipped));
    expect(
      failure(docxOf({ body: '', raw: { 'word/document.xml': '<w:document><w:body><w:p></w:body></w:document>' } })),
    ).toBe('damaged');
  });

  it('a ZIP that is none of Word', () => {
    expect(failure(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toBe('wrong-extension');
    expect(failure(zipSync({ 'a.txt': strToU8('x') }))).toBe('wrong-extension');
  });

  it('bombs, by their claim, by their ratio and by what really comes out', () => {
    const zeros = new Uint8Array(70 * 1_048_576).fill(0x20);
    expect(failure(docxOf({ body: '', raw: { 'word/document.xml': zeros } }))).toBe('zip-bomb');
    const ratio = new Uint8Array(20 * 1_048_576).fill(0x20);
    const honest = docxOf({ body: '', raw: { 'word/document.xml': ratio } });
    expect(failure(honest)).toBe('zip-bomb');
    expect(failure(withClaimedSize(honest, 'word/document.xml', 1_000))).toBe('zip-bomb');
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`word/${at}.xml`, new Uint8Array(0)]));
    expect(failure(zipSync(many))).toBe('zip-bomb');
  });

  it('entities, inside and out, are refused and never resolved', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
    const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('&b;')}</w:body></w:document>`;
    expect(failure(docxOf({ body: '', raw: { 'word/document.xml': laughs + body } }))).toBe('xml-entities');
    expect(
      failure(docxOf({ body: '', raw: { 'word/document.xml': `<!DOCTYPE x SYSTEM "file:///etc/passwd">${body}` } })),
    ).toBe('xml-entities');
    expect(failure(docxOf({ body: '', raw: { 'word/document.xml': body } }))).toBe('xml-entities');
    expect(
      failure(docxOf({ body: p('x'), raw: { 'word/_rels/document.xml.rels': `${laughs}<Relationships/>` } })),
    ).toBe('xml-entities');
  });

  it('nesting without end', () => {
    const deep = (count: number) =>
      `${'<w:tbl><w:tr><w:tc>'.repeat(count)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(count)}`;
    expect(failure(docxOf(deep(60)))).toBe('too-deep');
    expect(failure(docxOf('<w:sdt>'.repeat(5_000)))).toBe('too-deep');
  });

  it('no text, too many pages, an endless line', () => {
    expect(failure(docxOf(p(' ')))).toBe('no-text');
    expect(failure(docxOf({ body: p('x'), pages: 501 }))).toBe('too-many-pages');
    expect(failure(docxOf(p('thi đua '.repeat(150_000))))).toBe('line-too-long');
  });
});

/** Rewrites what the central directory claims an entry unpacks to. */
function withClaimedSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + 24, size, true);
  }
  return bytes;
}
