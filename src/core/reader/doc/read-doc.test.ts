import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, Paragraph } from '../blocks.ts';
import { readDocx } from '../docx/read-docx.ts';
import { ReadFailure } from '../limits.ts';
import { readHeader } from './header.ts';
import { openOle } from './ole.ts';
import { readDoc } from './read-doc.ts';

const FOLDER = join(import.meta.dirname, '../../../../test/gold/documents');
const file = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ReadFailure) return error.code;
    throw error;
  }
  return 'none';
}

const lines = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'section') return ['§'];
    if (block.kind === 'paragraph') return [line(block)];
    return block.rows.map((row) =>
      row.cells
        .map(
          (cell) =>
            `${cell.column}+${cell.columnSpan}${cell.continued ? '…' : ''} ${cell.paragraphs.map(line).join('/')}`,
        )
        .join(' | '),
    );
  });
const line = ({ label, text, style }: Paragraph) =>
  `${style.bold ? 'B' : ''}${style.italic ? 'I' : ''} ${label ?? ''} ${text}`;

describe('a DOC and the DOCX it was made from', () => {
  it.each([
    'decision-articles',
    'official-letter',
    'plan-commune',
    'report-half-year',
    'launch-district-2023',
    'call-letter',
  ])('%s reads the same, with style, numbers and tables', (name) => {
    expect(lines(readDoc(file(`${name}.doc`)).blocks)).toEqual(lines(readDocx(file(`${name}.docx`)).blocks));
  });

  it.each([
    ['tcvn3', 'ward-legacy-tcvn3'],
    ['vni', 'ward-legacy-vni'],
  ])('%s is decoded by the fonts, capitals included', (encoding, name) => {
    const content = readDoc(file(`${name}.doc`));
    expect(content.encoding).toBe(encoding);
    expect(lines(content.blocks).join('\n')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(lines(content.blocks)).toEqual(lines(readDocx(file(`${name}.docx`)).blocks));
  });
});

describe('bad files', () => {
  const good = file('plan-commune.doc');

  it('truncated', () => {
    expect(failure(() => readDoc(good.slice(0, 1_000)))).toBe('truncated');
    expect(['truncated', 'damaged']).toContain(failure(() => readDoc(good.slice(0, good.length >> 1))));
  });

  it('with a password', () => {
    const locked = good.slice();
    const at = documentAt(locked);
    locked[at + 11] = (locked[at + 11] ?? 0) | 1;
    expect(failure(() => readDoc(locked))).toBe('password');
  });

  it('older than Word 97', () => {
    const old = good.slice();
    old.set([0x68, 0], documentAt(old) + 2);
    expect(failure(() => readDoc(old))).toBe('not-supported');
  });

  it('sizes of gigabytes, which no stream has', () => {
    const swollen = good.slice();
    const at = documentAt(swollen);
    const view = new DataView(swollen.buffer);
    for (let index = 0; index < 80; index++) view.setUint32(at + 0x9e + index * 8, 0xfffffff0, true);
    const { place } = readHeader(new DataView(swollen.buffer, at));
    for (let index = 0; index < 80; index++) {
      const { at: from, size } = place(index, 4_000);
      expect(from + size).toBeLessThanOrEqual(4_000);
    }
  });

  it('a chain of sectors that runs in a circle', () => {
    const circle = good.slice();
    const view = new DataView(circle.buffer);
    const table = (view.getInt32(76, true) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) view.setInt32(table + sector * 4, 0, true);
    expect(failure(() => openOle(circle).stream('WordDocument'))).toBe('damaged');
  });
});

/** Where the document's stream begins: at a sector, with its magic number. */
function documentAt(bytes: Uint8Array): number {
  for (let at = 512; at < bytes.length; at += 512) if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return at;
  throw new Error('no Word document');
}
