import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContent } from '../../src/core/reader/blocks.ts';
import { readDocx } from '../../src/core/reader/docx/read-docx.ts';
import { readPlain } from '../../src/core/reader/plain.ts';
import { readContent } from '../../src/core/reader/read-document.ts';
import type { Reading } from '../../src/core/reader/reading.ts';

export async function contentOf(bytes: Uint8Array, name: string): Promise<FileContent> {
  if (name.endsWith('.docx')) return readDocx(bytes);
  if (name.endsWith('.txt')) return readPlain(bytes, 'txt');
  if (name.endsWith('.md')) return readPlain(bytes, 'md');
  throw new Error(`${name} cannot be read yet`);
}

/** Reads a file as the command line does: bytes, blocks, facts. */
export async function readFileAt(folder: string, name: string): Promise<Reading> {
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return readContent(await contentOf(bytes, name), { name, sha256 });
}
