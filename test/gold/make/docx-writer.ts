import {
  AlignmentType,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  Textbox,
  TextRun,
  WidthType,
} from 'docx';
import type { GoldSource, Grid, Part, Run, Paragraph as Written } from './document.ts';
import { toTcvn3Runs, toVni } from './legacy.ts';

const FONT = 'Times New Roman';
const CHANGED = '2026-02-03T09:00:00Z';
const AUTHOR = 'Chuyên viên tổng hợp';
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

export type Legacy = 'tcvn3' | 'vni' | undefined;

type Notes = { comments: string[]; footnotes: string[]; lists: Map<string, number>; legacy: Legacy };

/** The same words with the letters and the font of an old typewriter table, or as they are. */
function typed(text: string, legacy: Legacy): { text: string; font: string }[] {
  if (legacy === 'tcvn3') return toTcvn3Runs(text);
  return [legacy === 'vni' ? { text: toVni(text), font: 'VNI-Times' } : { text, font: FONT }];
}

function plainRuns(text: string, look: IRunOptions, legacy: Legacy): TextRun[] {
  return typed(text, legacy).map((piece) => new TextRun({ size: 28, ...look, text: piece.text, font: piece.font }));
}

function runsOf(runs: Run[], notes: Notes, look: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const style: IRunOptions = { size: 28, font: FONT, bold: run.bold ?? false, italics: run.italic ?? false, ...look };
    const changed = {
      ...style,
      text: run.text,
      id: notes.comments.length + run.text.length,
      author: AUTHOR,
      date: CHANGED,
    };
    if (run.change === 'deleted') return [new DeletedTextRun(changed)];
    if (run.change === 'inserted') return [new InsertedTextRun(changed)];
    const children: ParagraphChild[] = plainRuns(run.text, style, notes.legacy);
    if (run.footnote) {
      notes.footnotes.push(run.footnote);
      children.push(new FootnoteReferenceRun(notes.footnotes.length));
    }
    if (!run.comment) return children;
    const id = notes.comments.length;
    notes.comments.push(run.comment);
    return [
      new CommentRangeStart(id),
      ...children,
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ];
  });
}

const LOOKS: Record<Written['look'], IParagraphOptions> = {
  body: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 720 }, spacing: { after: 120 } },
  plain: { spacing: { after: 0 } },
  title: { alignment: AlignmentType.CENTER, spacing: { after: 60 } },
  heading: { indent: { firstLine: 720 }, spacing: { before: 120, after: 120 } },
  sub: { indent: { firstLine: 720 }, spacing: { after: 120 } },
};

function paragraphOf(part: Written, notes: Notes): Paragraph {
  const children = runsOf(part.runs, notes);
  if (!part.auto) return new Paragraph({ ...LOOKS[part.look], children });
  const [reference = '', instance = '1'] = part.auto.list.split('#');
  notes.lists.set(reference, 1);
  return new Paragraph({
    ...LOOKS[part.look],
    children,
    numbering: { reference, level: part.auto.level, instance: Number(instance) },
  });
}

const centred = (text: string, look: IRunOptions, legacy: Legacy): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: plainRuns(text, { size: 24, ...look }, legacy) });

function layoutTable(left: Paragraph[], right: Paragraph[]): Table {
  const cell = (children: Paragraph[], size: number) =>
    new TableCell({ children, width: { size, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ children: [cell(left, 42), cell(right, 58)] })],
  });
}

/** One line of two columns, the second set off by tabs. */
function tabbed(left: string[], right: string[], size: number): Paragraph[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const children = right[at] ? [left[at] ?? '', new Tab(), new Tab(), right[at]] : [left[at] ?? ''];
    return new Paragraph({
      tabStops: [{ type: TabStopType.CENTER, position: 6800 }],
      children: [new TextRun({ children, font: FONT, size })],
    });
  });
}

function headOf(part: Extract<Part, { kind: 'head' }>, legacy: Legacy): FileChild[] {
  const isItalic = (text: string) => /, ngày/.test(text);
  const isPlain = (text: string) => /^(Số|V\/v)/.test(text);
  const draw = (text: string) =>
    centred(text, { bold: !isItalic(text) && !isPlain(text), italics: isItalic(text) }, legacy);
  if (part.as === 'tabs') return tabbed(part.left, part.right, 24);
  if (part.as === 'table')
    return [layoutTable(part.left.map(draw), part.right.map(draw)), new Paragraph({ children: [] })];
  return [...part.left, ...part.right].map(draw);
}

function signOf(part: Extract<Part, { kind: 'sign' }>, legacy: Legacy): FileChild[] {
  if (part.as === 'tabs') return tabbed(['Nơi nhận:', ...part.recipients], part.signer, 24);
  const small = (text: string) => new Paragraph({ children: plainRuns(text, { size: 22 }, legacy) });
  const recipients =
    part.recipients.length === 0
      ? []
      : [
          new Paragraph({ children: plainRuns('Nơi nhận:', { size: 24, bold: true, italics: true }, legacy) }),
          ...part.recipients.map(small),
        ];
  const gap = [new Paragraph({ children: [] }), new Paragraph({ children: [] })];
  const signer = part.signer.flatMap((text, at) => {
    const drawn = centred(text, { bold: true, size: 28 }, legacy);
    return at === part.signer.length - 1 ? [...gap, drawn] : [drawn];
  });
  return part.as === 'table' ? [layoutTable(recipients, signer)] : [...recipients, ...signer];
}

function gridOf(part: Grid, notes: Notes): Table {
  const total = part.widths.reduce((sum, width) => sum + width, 0);
  const rows = part.rows.map((row, at) => {
    const children = row.map(
      (cell) =>
        new TableCell({
          columnSpan: cell.columns ?? 1,
          rowSpan: cell.rows ?? 1,
          children: cell.text.split('\n').map(
            (text) =>
              new Paragraph({
                children: plainRuns(text, { size: 24, bold: cell.bold ?? at < part.headRows }, notes.legacy),
              }),
          ),
        }),
    );
    return new TableRow({ tableHeader: at < part.headRows, cantSplit: true, children });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: part.widths.map((width) => Math.round((width / total) * 9300)),
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN },
    rows,
  });
}

function childrenOf(part: Part, notes: Notes): FileChild[] {
  if (part.kind === 'paragraph') return [paragraphOf(part, notes)];
  if (part.kind === 'head') return headOf(part, notes.legacy);
  if (part.kind === 'sign') return signOf(part, notes.legacy);
  if (part.kind === 'grid') return [gridOf(part, notes), new Paragraph({ children: [] })];
  if (part.kind === 'textbox')
    return [
      new Textbox({
        style: { width: '220pt', height: '60pt' },
        children: part.paragraphs.map(
          (text) => new Paragraph({ children: plainRuns(text, { size: 24 }, notes.legacy) }),
        ),
      }),
    ];
  return [];
}

const LEVELS = [
  { format: LevelFormat.UPPER_ROMAN, text: '%1.' },
  { format: LevelFormat.DECIMAL, text: '%2.' },
  { format: LevelFormat.LOWER_LETTER, text: '%3)' },
  { format: LevelFormat.BULLET, text: '-' },
  { format: LevelFormat.BULLET, text: '+' },
];

type SectionDraft = { landscape: boolean; children: FileChild[] };

function sectionsOf(source: GoldSource, notes: Notes): SectionDraft[] {
  const sections: SectionDraft[] = [{ landscape: false, children: [] }];
  for (const part of source.parts) {
    if (part.kind === 'section') sections.push({ landscape: part.landscape, children: [] });
    else sections.at(-1)?.children.push(...childrenOf(part, notes));
  }
  return sections;
}

const page = (landscape: boolean) => ({
  margin: { top: 1134, bottom: 1134, left: 1701, right: 851 },
  size: {
    width: 11906,
    height: 16838,
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
});

/** The document as Word's own format, written by the docx library. */
export async function toDocx(source: GoldSource, legacy?: Legacy): Promise<Buffer> {
  const notes: Notes = { comments: [], footnotes: [], lists: new Map(), legacy };
  const drafts = sectionsOf(source, notes);
  const edge = (text: string) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: plainRuns(text, {}, legacy) });
  const footer = (text: string) => new Footer({ children: [edge(text)] });
  const numbered = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 26 })],
  });
  const document = new Document({
    creator: 'Thi Đua',
    title: source.name,
    numbering: {
      config: [...notes.lists.keys()].map((reference) => ({
        reference,
        levels: LEVELS.map((level, at) => ({
          level: at,
          format: level.format,
          text: level.text,
          alignment: AlignmentType.LEFT,
          style: { run: { font: FONT, size: 28 }, paragraph: { indent: { firstLine: 720 } } },
        })),
      })),
    },
    comments: {
      children: notes.comments.map((text, id) => ({
        id,
        author: AUTHOR,
        date: new Date(CHANGED),
        children: [new Paragraph({ children: [new TextRun({ text })] })],
      })),
    },
    footnotes: Object.fromEntries(
      notes.footnotes.map((text, at) => [
        at + 1,
        { children: [new Paragraph({ children: plainRuns(text, { size: 20 }, legacy) })] },
      ]),
    ),
    sections: drafts.map((draft, at) => ({
      properties: { page: page(draft.landscape), type: SectionType.NEXT_PAGE, titlePage: at === 0 },
      headers: { default: new Header({ children: [numbered, ...(source.pageHead ? [edge(source.pageHead)] : [])] }) },
      footers: source.pageFoot ? { default: footer(source.pageFoot), first: footer(source.pageFoot) } : {},
      children: draft.children,
    })),
  });
  return Packer.toBuffer(document);
}
