/** DOCX → blocks: finds the parts of the package, reads styles and numbering, then the stories. */

import type { Block, FileContent } from '../blocks.ts';
import { READ_LIMITS, ReadFailure } from '../limits.ts';
import { mendBlocks } from '../mend-blocks.ts';
import { encodingOf } from './encoding-of.ts';
import { readNumbering } from './numbering.ts';
import type { LetterCount, ParagraphSources } from './paragraph.ts';
import { readStory } from './story.ts';
import { readStyles } from './styles.ts';
import { attribute, decodeXml, scanXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** Reads a DOCX. Throws {@link ReadFailure}: no Word file, truncated, damaged, bombs, entities, too large. */
export function readDocx(bytes: Uint8Array): FileContent {
  const zip = openZip(bytes);
  const main = mainPart(zip);
  if (main === null) throw new ReadFailure('wrong-extension', { expected: 'DOCX', found: kindOfZip(zip) });
  const related = relations(zip, main);
  const xml = (type: string): string | null => partText(zip, related.get(type));
  const letters: LetterCount = { tcvn3: 0, vni: 0, unicode: 0, chars: 0 };
  const sources: ParagraphSources = {
    styles: readStyles(xml('styles')),
    numbering: readNumbering(xml('numbering')),
    letters,
  };

  const body = partText(zip, main);
  if (body === null) throw new ReadFailure('damaged');
  const rendered = body.includes('lastRenderedPageBreak');
  const claimed = claimedPages(zip);
  const story = readStory(body, 'body', sources, rendered);
  const known = rendered || claimed === story.lastPage;
  const pages = known ? story.lastPage : claimed;
  if (pages !== null && pages > READ_LIMITS.pages) {
    throw new ReadFailure('too-many-pages', { pages, most: READ_LIMITS.pages });
  }
  const blocks = known ? story.blocks : story.blocks.map(withoutPage);
  for (const [type, part] of [
    ['footnotes', 'footnote'],
    ['endnotes', 'footnote'],
    ['comments', 'comment'],
  ] as const) {
    const notes = xml(type);
    if (notes === null) continue;
    blocks.push(...readStory(notes, part, sources, false).blocks.map(withoutPage).filter(hasText));
  }
  if (!blocks.some(hasText)) throw new ReadFailure('no-text');
  const mended = mendBlocks(blocks);
  return { format: 'docx', encoding: encodingOf(letters, mended.encoding), pages, ocr: false, blocks: mended.blocks };
}

const hasText = (block: Block): boolean =>
  block.kind === 'paragraph' ? block.text.trim() !== '' : block.kind === 'table';

function withoutPage(block: Block): Block {
  if (block.kind === 'section') return block;
  if (block.kind === 'paragraph') return { ...block, page: null };
  return {
    ...block,
    page: null,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        paragraphs: cell.paragraphs.map((paragraph) => ({ ...paragraph, page: null })),
      })),
    })),
  };
}

function partText(zip: Zip, name: string | undefined): string | null {
  const bytes = name === undefined ? null : zip.read(name);
  return bytes === null ? null : decodeXml(bytes);
}

/** Name of the main part: as the package's relations say, else the usual place. */
function mainPart(zip: Zip): string | null {
  const named = relations(zip, '').get('officeDocument');
  for (const name of [named, 'word/document.xml']) {
    if (name?.includes('.xml') && !/^(xl|ppt)\//.test(name) && zip.has(name)) return name;
  }
  return null;
}

function kindOfZip(zip: Zip): string {
  const names = zip.names();
  if (names.some((name) => name.startsWith('xl/'))) return 'Excel (XLSX)';
  if (names.some((name) => name.startsWith('ppt/'))) return 'PowerPoint (PPTX)';
  if (zip.has('content.xml') && zip.has('mimetype')) return 'OpenDocument (ODT)';
  return 'ZIP';
}

/** Relations of a part: last word of the type → name of the part it points to. External targets are not followed. */
function relations(zip: Zip, part: string): Map<string, string> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const found = new Map<string, string>();
  const xml = partText(zip, `${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (xml === null) return found;
  scanXml(xml, {
    wantsText: false,
    text() {},
    close() {},
    open(name, tag) {
      if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return undefined;
      const type = attribute(tag, 'Type')?.split('/').at(-1);
      const target = attribute(tag, 'Target');
      if (type && target && !found.has(type)) found.set(type, resolve(folder, target));
      return undefined;
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Number of pages that the producer noted in docProps/app.xml, or null. */
function claimedPages(zip: Zip): number | null {
  const text = partText(zip, 'docProps/app.xml');
  const pages = text === null ? undefined : /<(?:\w{1,20}:)?Pages>(\d{1,6})</.exec(text)?.[1];
  return pages === undefined || Number(pages) === 0 ? null : Number(pages);
}
