import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContent } from '../../src/core/reader/blocks.ts';
import { readDocx } from '../../src/core/reader/docx/read-docx.ts';
import { readPlain } from '../../src/core/reader/plain.ts';
import { readContent } from '../../src/core/reader/read-document.ts';
import type { Reading, RegistryEntry } from '../../src/core/reader/reading.ts';
import { toRegistryEntry } from '../../src/core/reader/registry.ts';
import { readPdf } from '../../src/server/pdf-file.ts';

export async function contentOf(bytes: Uint8Array, name: string): Promise<FileContent> {
  if (name.endsWith('.docx')) return readDocx(bytes);
  if (name.endsWith('.txt')) return readPlain(bytes, 'txt');
  if (name.endsWith('.md')) return readPlain(bytes, 'md');
  if (name.endsWith('.pdf')) return readPdf(bytes, { ocr: 'auto' });
  throw new Error(`${name} cannot be read yet`);
}

/** Reads a file as the command line does: bytes, blocks, facts; with other files at hand, as `--with` gives them. */
export async function readFileAt(folder: string, name: string, others: string[] = []): Promise<Reading> {
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const registry: RegistryEntry[] = [];
  for (const other of others) registry.push(toRegistryEntry(await readFileAt(folder, other)));
  return readContent(await contentOf(bytes, name), { name, sha256, ...(others.length > 0 ? { registry } : {}) });
}
