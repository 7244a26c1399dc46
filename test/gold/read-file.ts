import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileContent } from '../../src/core/reader/file-content.ts';
import { readContent } from '../../src/core/reader/read-document.ts';
import type { Reading, RegistryEntry } from '../../src/core/reader/reading.ts';
import { toRegistryEntry } from '../../src/core/reader/registry.ts';
import { readPdf } from '../../src/server/pdf-file.ts';

/** Reads a file as the reading process does: bytes, blocks, facts; with other files at hand, as `--with` gives them. */
export async function readFileAt(folder: string, name: string, others: string[] = []): Promise<Reading> {
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const registry: RegistryEntry[] = [];
  for (const other of others) registry.push(toRegistryEntry(await readFileAt(folder, other)));
  const content = await fileContent(bytes, name, { pdf: readPdf }, { ocr: 'auto' });
  return readContent(content, { name, sha256, ...(others.length > 0 ? { registry } : {}) });
}
