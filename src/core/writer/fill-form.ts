/**
 * Puts values into the cells of somebody's own workbook and leaves everything else as it came: heads, widths, borders,
 * other sheets. Rows that are missing are added above what stands below the table, which moves down.
 */

import { unzipSync, zipSync } from 'fflate';
import { decodeXml } from '../reader/docx/xml.ts';
import { openZip } from '../reader/docx/zip.ts';
import { ReadFailure } from '../reader/limits.ts';
import { cellPlace, columnName } from '../reader/sheet.ts';
import { sheetPath } from '../reader/xlsx/read-xlsx.ts';

export type FilledCell = { row: number; column: number; value: string; number: boolean };

export type Filling = {
  cells: readonly FilledCell[];
  /** So many new rows above the row `before`, dressed like the row `like`. */
  insert: { before: number; count: number; like: number } | null;
};

type Cell = { column: number; attributes: string; inside: string | null };
type Row = { number: number; attributes: string; cells: Cell[] };

const NUMBER = /^-?\d{1,15}(\.\d{1,12})?$/;
const MOST_DIGITS = 15;

/** The workbook with the values in it. Throws {@link ReadFailure} for a workbook that cannot be filled in. */
export function fillForm(bytes: Uint8Array, filling: Filling): Uint8Array {
  const guarded = openZip(bytes);
  const path = sheetPath(bytes);
  const part = guarded.read(path);
  if (!part) throw new ReadFailure('not-a-sheet');
  const parts = unzipSync(bytes);
  parts[path] = new TextEncoder().encode(filled(decodeXml(part), filling));
  // The order of calculation named cells that are values now; Excel makes it anew.
  delete parts['xl/calcChain.xml'];
  for (const name of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) {
    const of = parts[name];
    if (of) parts[name] = new TextEncoder().encode(withoutChain(new TextDecoder().decode(of)));
  }
  return zipSync(parts, { level: 6, mtime: '1980-01-02' });
}

function withoutChain(xml: string): string {
  return xml
    .split('>')
    .filter((tag) => !/calcChain/i.test(tag))
    .join('>');
}

function filled(xml: string, { cells, insert }: Filling): string {
  const start = xml.indexOf('<sheetData');
  const opened = xml.indexOf('>', start) + 1;
  const empty = xml[opened - 2] === '/';
  const end = empty ? opened : xml.indexOf('</sheetData>', opened);
  if (start < 0 || opened === 0 || end < 0) throw new ReadFailure('not-a-sheet');
  let rows = empty ? [] : rowsOf(xml.slice(opened, end));
  if (insert && insert.count > 0) rows = withMore(rows, insert);
  for (const cell of cells) put(rows, cell);
  rows.sort((a, b) => a.number - b.number);
  const after = empty ? xml.slice(opened) : xml.slice(end + '</sheetData>'.length);
  const head = xml.slice(0, start).replace(/<dimension [^>]{0,200}\/>/, '');
  return `${head}<sheetData>${rows.map(rowXml).join('')}</sheetData>${insert ? movedRanges(after, insert) : after}`;
}

/** Tags of one name at this level, each with its attributes and what it holds. */
function* tagsOf(xml: string, name: string): Generator<{ attributes: string; inside: string | null }> {
  let at = 0;
  for (;;) {
    at = xml.indexOf(`<${name}`, at);
    if (at < 0) return;
    const next = xml[at + name.length + 1] ?? '';
    const close = xml.indexOf('>', at);
    if (close < 0) throw new ReadFailure('damaged');
    if (next !== ' ' && next !== '>' && next !== '/') {
      at = close;
      continue;
    }
    const alone = xml[close - 1] === '/';
    const attributes = xml.slice(at + name.length + 1, alone ? close - 1 : close);
    if (alone) {
      yield { attributes, inside: null };
      at = close + 1;
      continue;
    }
    const end = xml.indexOf(`</${name}>`, close);
    if (end < 0) throw new ReadFailure('damaged');
    yield { attributes, inside: xml.slice(close + 1, end) };
    at = end + name.length + 3;
  }
}

const named = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^| )${name}="([^"]{0,200})"`).exec(attributes)?.[1] ?? null;
const without = (attributes: string, names: readonly string[]): string =>
  names.reduce((left, name) => left.replace(new RegExp(`(^| )${name}="[^"]{0,200}"`), '$1'), attributes).trim();

function rowsOf(xml: string): Row[] {
  const rows: Row[] = [];
  let number = 0;
  for (const { attributes, inside } of tagsOf(xml, 'row')) {
    number = Number(named(attributes, 'r') ?? number + 1);
    const cells: Cell[] = [];
    let column = -1;
    for (const cell of tagsOf(inside ?? '', 'c')) {
      column = cellPlace(named(cell.attributes, 'r') ?? '')?.column ?? column + 1;
      cells.push({ column, attributes: without(cell.attributes, ['r']), inside: cell.inside });
    }
    rows.push({ number, attributes: without(attributes, ['r', 'spans']), cells });
  }
  return rows;
}

/** A formula that moved would count other cells than it was made for: its last result stays instead. */
function unformulated(cell: Cell): Cell {
  if (cell.inside === null || !cell.inside.includes('<f')) return cell;
  const [start, end] = [cell.inside.indexOf('<v>'), cell.inside.indexOf('</v>')];
  return { ...cell, inside: start < 0 || end < start ? null : cell.inside.slice(start, end + 4) };
}

function withMore(
  rows: readonly Row[],
  { before, count, like }: { before: number; count: number; like: number },
): Row[] {
  const model = rows.find(({ number }) => number === like);
  const fresh = Array.from({ length: count }, (_, at) => ({
    number: before + at,
    attributes: model?.attributes ?? '',
    cells: (model?.cells ?? []).map((cell) => ({ ...cell, attributes: without(cell.attributes, ['t']), inside: null })),
  }));
  const moved = rows.map((row) =>
    row.number < before ? row : { ...row, number: row.number + count, cells: row.cells.map(unformulated) },
  );
  return [...moved, ...fresh];
}

function put(rows: Row[], { row: number, column, value, number: asNumber }: FilledCell): void {
  let row = rows.find((one) => one.number === number);
  if (!row) {
    row = { number, attributes: '', cells: [] };
    rows.push(row);
  }
  const before = row.cells.find((cell) => cell.column === column);
  const style = named(before?.attributes ?? '', 's');
  const dressed = style === null ? '' : `s="${style}"`;
  const plain = asNumber && NUMBER.test(value) && value.replace(/[-.]/g, '').length <= MOST_DIGITS;
  const cell: Cell = plain
    ? { column, attributes: dressed, inside: `<v>${value}</v>` }
    : {
        column,
        attributes: `${dressed} t="inlineStr"`.trim(),
        inside: `<is><t xml:space="preserve">${escaped(value)}</t></is>`,
      };
  row.cells = [...row.cells.filter((one) => one.column !== column), cell].sort((a, b) => a.column - b.column);
}

const rowXml = ({ number, attributes, cells }: Row): string =>
  `<row r="${number}"${attributes === '' ? '' : ` ${attributes}`}>${cells
    .map(({ column, attributes: of, inside }) => {
      const tag = `<c r="${columnName(column)}${number}"${of === '' ? '' : ` ${of}`}`;
      return inside === null ? `${tag}/>` : `${tag}>${inside}</c>`;
    })
    .join('')}</row>`;

function movedRanges(xml: string, { before, count }: { before: number; count: number }): string {
  const moved = (reference: string): string =>
    reference
      .split(':')
      .map((one) => {
        const place = cellPlace(one);
        return place && place.row >= before ? `${columnName(place.column)}${place.row + count}` : one;
      })
      .join(':');
  return xml.replace(
    /<mergeCell ref="([^"]{0,40})"\/>/g,
    (_, reference: string) => `<mergeCell ref="${moved(reference)}"/>`,
  );
}

/** No control letters, which XML cannot carry. */
const escaped = (text: string): string =>
  [...text]
    .filter((letter) => letter.charCodeAt(0) >= 0x20 || letter === '\n' || letter === '\t')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
