import { deflateSync } from 'node:zlib';
import type { GoldSource, Grid } from '../../test/gold/make/document.ts';
import { hardWrap, toLines } from '../../test/gold/make/text-writer.ts';

/** Lines of a page, and how far apart, in points; the page is A4. */
const LINES = 40;
const LEADING = 18.5;
const LEFT = 85;
const TOP = 780;
const SIZE = 13;

const CELL_SIZE = 11;
const WIDTH = 450;

type Piece = { x: number; text: string; size: number };

/** One printed line; a table's row carries its cells and the places of its vertical rules. */
type Line = { pieces: Piece[]; rules: number[] };

/** Width of a letter in thousandths of the size: near enough to Times for the layout to look real. */
function widthOf(letter: string): number {
  const base = letter.normalize('NFD')[0] ?? ' ';
  if (' .,;:ijlt|()/-'.includes(base)) return 278;
  if ('mwMW%'.includes(base)) return 778;
  return base === base.toLowerCase() ? 500 : 667;
}

/** The document as printed lines; a table's cells stand beside each other in their columns. */
function printed(source: GoldSource): Line[] {
  const gridRow = (grid: Grid, row: Grid['rows'][number]): Line => {
    const total = grid.widths.reduce((sum, width) => sum + width, 0);
    const rules = [LEFT];
    for (const width of grid.widths) rules.push((rules.at(-1) ?? LEFT) + (width / total) * WIDTH);
    return { pieces: row.map((cell, at) => ({ x: (rules[at] ?? LEFT) + 3, text: cell.text, size: CELL_SIZE })), rules };
  };
  return source.parts.flatMap((part): Line[] => {
    if (part.kind === 'grid') return part.rows.map((row) => gridRow(part, row));
    const lines = toLines({ ...source, parts: [part] }).filter((text) => text.trim() !== '');
    return hardWrap(lines, 78).map((text) => ({ pieces: [{ x: LEFT, text, size: SIZE }], rules: [] }));
  });
}

const show = ({ x, text, size }: Piece, y: number, hex: (text: string) => string): string =>
  `/F ${size} Tf 1 0 0 1 ${x.toFixed(1)} ${y} Tm <${hex(text)}> Tj`;

/** The strokes round the cells of a table's row. */
function ruled({ rules }: Line, y: number): string[] {
  const [top, bottom] = [y + LEADING - 4, y - 4];
  const [left = LEFT, right = LEFT] = [rules[0], rules.at(-1)];
  if (rules.length === 0) return [];
  const down = rules.map((x) => `${x.toFixed(1)} ${bottom} m ${x.toFixed(1)} ${top} l S`);
  return [...down, ...[top, bottom].map((at) => `${left} ${at} m ${right.toFixed(1)} ${at} l S`)];
}

/** A PDF with text, written without any other program: one font that tells which letter each of its codes is. */
export function toPdf(source: GoldSource): Buffer {
  const letters: string[] = [];
  const codes = new Map<string, number>();
  const codeOf = (letter: string): number => {
    const known = codes.get(letter);
    if (known !== undefined) return known;
    letters.push(letter);
    codes.set(letter, letters.length);
    return letters.length;
  };
  const hex = (text: string): string =>
    [...text].map((letter) => codeOf(letter).toString(16).padStart(2, '0')).join('');
  const lines = printed(source);
  const pages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, at) =>
    lines.slice(at * LINES, (at + 1) * LINES),
  );
  const streams = pages.map((page, number) => {
    const text = page.flatMap((line, row) => line.pieces.map((piece) => show(piece, TOP - row * LEADING, hex)));
    if (number > 0) text.unshift(show({ x: 297, text: String(number + 1), size: SIZE }, TOP + 35, hex));
    const strokes = page.flatMap((line, row) => ruled(line, TOP - row * LEADING));
    return deflateSync(`${strokes.join('\n')}\nBT ${text.join('\n')} ET`);
  });
  return assemble(streams, letters);
}

/** Codes to letters, a hundred a block as the format wants it. */
function unicodeMap(letters: string[]): string {
  const rows = letters.map(
    (letter, at) =>
      `<${(at + 1).toString(16).padStart(2, '0')}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`,
  );
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const block = rows.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function assemble(streams: Buffer[], letters: string[]): Buffer {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (data: string | Buffer) => {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (body: string, stream?: Buffer) => {
    offsets.push(length);
    put(`${offsets.length} 0 obj\n${body}`);
    if (stream) put(Buffer.concat([Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')]));
    put('\nendobj\n');
  };
  const map = deflateSync(unicodeMap(letters));
  const kids = streams.map((_, at) => `${6 + at * 2} 0 R`).join(' ');
  put('%PDF-1.5\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${streams.length} >>`);
  if (letters.length > 254) throw new Error('more letters than a font of one byte a letter can hold');
  object(
    `<< /Type /Font /Subtype /TrueType /BaseFont /TimesNewRoman /FirstChar 1 /LastChar ${letters.length} /Widths [${letters.map(widthOf).join(' ')}] /FontDescriptor 4 0 R /ToUnicode 5 0 R >>`,
  );
  object(
    '<< /Type /FontDescriptor /FontName /TimesNewRoman /Flags 4 /FontBBox [-168 -218 1000 898] /ItalicAngle 0 /Ascent 898 /Descent -218 /CapHeight 662 /StemV 84 >>',
  );
  object(`<< /Length ${map.length} /Filter /FlateDecode >>`, map);
  streams.forEach((stream, at) => {
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
    );
    object(`<< /Length ${stream.length} /Filter /FlateDecode >>`, stream);
  });
  const start = length;
  put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) put(`${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}
