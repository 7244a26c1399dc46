/** Writes the demo's documents as Word files in the layout of state papers, to be read like anybody's. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A paragraph; a heading; or a table of figures, its first row the head. */
export type Block = string | { heading: string } | { rows: readonly (readonly string[])[] };

export type OfficePaper = {
  fileName: string;
  /** Lines above the rule: the superior where there is one, then the issuer. */
  issuer: readonly string[];
  /** "Số: 02/CT-UBND"; the number left blank for the clerk's pen. */
  number: string;
  /** "Lai Châu, ngày 13 tháng 01 năm 2026". */
  dateLine: string;
  kind: string;
  title: string;
  body: readonly Block[];
  recipients: readonly string[];
  /** Authority and post; the demo names nobody. */
  signature: readonly string[];
};

const FONT = 'Times New Roman';
const SIZE = 28;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

type Style = { bold?: boolean; italics?: boolean; size?: number; align?: 'left' | 'center' | 'both' };

function paragraph(
  text: string,
  { bold = false, italics = false, size = SIZE, align = 'both' }: Style = {},
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType[align === 'left' ? 'LEFT' : align === 'center' ? 'CENTER' : 'BOTH'],
    spacing: { after: 80 },
    children: [new TextRun({ text, bold, italics, size, font: FONT })],
  });
}

function twoColumns(left: Paragraph[], right: Paragraph[]): Table {
  const cell = (children: Paragraph[]) => new TableCell({ children, borders: NO_BORDERS });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [new TableRow({ children: [cell(left), cell(right)] })],
  });
}

function figures(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          children: cells.map(
            (text) => new TableCell({ children: [paragraph(text, { bold: at === 0, size: 24, align: 'left' })] }),
          ),
        }),
    ),
  });
}

function blockOf(block: Block): Paragraph | Table {
  if (typeof block === 'string') return paragraph(block);
  return 'heading' in block ? paragraph(block.heading, { bold: true }) : figures(block.rows);
}

/** The bytes of a .docx file. */
export async function officeFile(paper: OfficePaper): Promise<Uint8Array> {
  const centred = (text: string, style: Style = {}) => paragraph(text, { ...style, align: 'center' });
  const issuer = paper.issuer.map((line, at) => centred(line, { bold: at === paper.issuer.length - 1, size: 26 }));
  const motto = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 26 }),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true }),
  ];
  const recipients = [
    paragraph('Nơi nhận:', { bold: true, italics: true, size: 24, align: 'left' }),
    ...paper.recipients.map((line, at) =>
      paragraph(`- ${line}${at === paper.recipients.length - 1 ? '.' : ';'}`, { size: 22, align: 'left' }),
    ),
  ];
  const document = new Document({
    creator: 'Thi Đua',
    title: paper.title,
    sections: [
      {
        children: [
          twoColumns(
            [...issuer, centred(paper.number, { size: 26 })],
            [...motto, centred(paper.dateLine, { italics: true })],
          ),
          centred(paper.kind, { bold: true }),
          centred(paper.title, { bold: true }),
          ...paper.body.map(blockOf),
          twoColumns(
            recipients,
            paper.signature.map((line) => centred(line, { bold: true })),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
