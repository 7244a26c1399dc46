/**
 * The reading process: takes one file after the other from its parent and answers with a reading or a failure. It is
 * a process of its own because a bad file can hang it or fill its memory, and then it is ended from outside.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fileContent } from '../core/reader/file-content.ts';
import { ReadFailure } from '../core/reader/limits.ts';
import { readContent } from '../core/reader/read-document.ts';
import { readXlsx, readXlsxBook } from '../core/reader/xlsx/read-xlsx.ts';
import { readPdf, warmPdf } from './pdf-file.ts';
import { MEMORY_MARK, type ReadAnswer, type ReadRequest } from './read-messages.ts';

const send = (answer: ReadAnswer): void => {
  if (process.connected) process.send?.(answer);
};

/**
 * Watches the memory of the whole process from a thread of its own, which goes on while the main one is busy. The
 * limit of V8's heap covers neither array buffers nor WebAssembly.
 */
function watchMemory(megabytes: number): void {
  const code = `
    const { writeSync } = require('node:fs');
    setInterval(() => {
      if (process.memoryUsage.rss() < ${megabytes} * 1048576) return;
      writeSync(2, ${JSON.stringify(MEMORY_MARK)});
      process.kill(process.pid, 'SIGKILL');
    }, 20);`;
  const watcher = new Worker(code, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } });
  watcher.unref();
}

async function answer(request: ReadRequest): Promise<void> {
  const { id, name, ocr, registry } = request;
  const rss = () => process.memoryUsage.rss();
  try {
    const bytes = 'path' in request.source ? plainBytes(readFileSync(request.source.path)) : request.source.bytes;
    if (request.as === 'sheet') {
      const sheet = readXlsx(bytes);
      send({ kind: 'sheet', id, sheet, rss: rss() });
      return;
    }
    if (request.as === 'book') {
      const book = readXlsxBook(bytes);
      send({ kind: 'book', id, book, rss: rss() });
      return;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const content = await fileContent(
      bytes,
      name,
      { pdf: readPdf },
      {
        ocr,
        consume: true,
        onProgress: (progress) => {
          // Pictures of pages lie outside V8's heap, which does not see how much they weigh.
          if (progress.stage === 'recognition') globalThis.gc?.();
          send({ kind: 'progress', id, progress });
        },
      },
    );
    const reading = readContent(content, { name, sha256, ...(registry ? { registry } : {}) });
    send({ kind: 'done', id, reading, rss: rss() });
  } catch (error) {
    send({ kind: 'refused', id, refusal: refusalOf(error).toRefusal(), rss: rss() });
  }
}

/** A view of the buffer's bytes that owns them all, or else a copy: they are given away later. */
function plainBytes(buffer: Buffer): Uint8Array {
  const { byteOffset, length } = buffer;
  const whole = byteOffset === 0 && buffer.buffer.byteLength === length;
  return whole ? new Uint8Array(buffer.buffer) : new Uint8Array(buffer);
}

function refusalOf(error: unknown): ReadFailure {
  const cause = error instanceof ReadFailure ? error.cause : error;
  // The kernel's limit makes the allocation itself fail.
  if (cause instanceof RangeError && /allocation failed|Invalid (?:array|typed array) length/.test(cause.message)) {
    return new ReadFailure('memory', { megabytes: limit }, cause);
  }
  return error instanceof ReadFailure ? error : new ReadFailure('crashed', {}, error);
}

const limit = Number(process.argv[2]);
watchMemory(limit);
// A library's promise that nobody waits for must not end the process before the file it belongs to is answered.
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (request: ReadRequest) => {
  void answer(request);
});
await warmPdf();
send({ kind: 'ready' });
