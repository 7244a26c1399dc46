/** Several files as one. */

import { Zip, ZipPassThrough } from 'fflate';

/** Packs files that are packed already, piece by piece. */
export function* packFiles(files: Iterable<{ name: string; bytes: Uint8Array }>): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    pieces.push(chunk);
  });
  for (const { name, bytes } of files) {
    const file = new ZipPassThrough(name);
    file.mtime = Date.UTC(1980, 0, 2);
    zip.add(file);
    file.push(bytes, true);
    yield* pieces;
    pieces = [];
  }
  zip.end();
  yield* pieces;
}
