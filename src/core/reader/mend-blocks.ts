/** Legacy codes that a file holds in a font which does not tell (a `.doc`, a document pasted into Times New Roman). */

import type { Block, Paragraph } from './blocks.ts';
import { mendLegacyLines } from './encodings.ts';
import type { TextEncoding } from './reading.ts';

/** Mends all texts of the blocks; they come back as they are when nothing hints at legacy codes. */
export function mendBlocks(blocks: Block[]): { blocks: Block[]; encoding: TextEncoding } {
  const texts: string[] = [];
  const collect = (paragraph: Paragraph) => texts.push(paragraph.text);
  visit(blocks, (paragraph) => {
    collect(paragraph);
    return paragraph;
  });
  const { lines, encoding } = mendLegacyLines(texts);
  if (encoding === 'utf-8' && !texts.some((text) => text.includes('\u00ad'))) return { blocks, encoding };
  let at = 0;
  return {
    blocks: visit(blocks, (paragraph) => ({ ...paragraph, text: withoutSoftHyphens(lines[at++] ?? paragraph.text) })),
    encoding,
  };
}

const withoutSoftHyphens = (text: string): string => text.replace(/\u00ad/g, '');

function visit(blocks: Block[], change: (paragraph: Paragraph) => Paragraph): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'section') return block;
    if (block.kind === 'paragraph') return change(block);
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(change) })),
    }));
    return { ...block, rows };
  });
}
