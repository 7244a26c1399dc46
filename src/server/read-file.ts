/**
 * The safe way to read a file, for the server and the command line: in a process of its own, with a limit on memory
 * and time, progress by page, and a way to stop. A process that read well is used again; one that had trouble is not.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReadFailureCode, ReadFailureFacts, ReadRefusal } from '../core/reader/limits.ts';
import type { OcrMode, ReadProgress } from '../core/reader/ports.ts';
import type { Reading, RegistryEntry } from '../core/reader/reading.ts';
import type { Sheet, SheetBook } from '../core/reader/sheet.ts';
import { type FileSource, MEMORY_MARK, type ReadAnswer, type ReadRequest } from './read-messages.ts';

type Refused = { ok: false; refusal: ReadRefusal };
export type ReadOutcome = { ok: true; reading: Reading } | Refused;
export type SheetOutcome = { ok: true; sheet: Sheet } | Refused;
export type BookOutcome = { ok: true; book: SheetBook } | Refused;
type Outcome = ReadOutcome | SheetOutcome | BookOutcome;

export type ReadFileOptions = {
  /** Other documents, for the rules that compare. */
  registry?: RegistryEntry[];
  ocr?: OcrMode;
  signal?: AbortSignal;
  onProgress?: (progress: ReadProgress) => void;
};

export type FileReader = {
  /** Reads one file; never rejects for what the file holds. Waits for its turn when all processes are busy. */
  read(file: { name: string } & FileSource, options?: ReadFileOptions): Promise<ReadOutcome>;
  /** Reads the first sheet of a workbook, as typed; never rejects either. */
  readSheet(file: { name: string } & FileSource): Promise<SheetOutcome>;
  /** Reads all sheets of a workbook, as typed; never rejects either. */
  readBook(file: { name: string } & FileSource): Promise<BookOutcome>;
  /** Starts a process ahead of the first file. */
  warm(): void;
  close(): Promise<void>;
};

export type FileReaderLimits = {
  memoryMegabytes: number;
  /** Without any progress for so long, reading is stopped. Each page read or recognised counts as progress. */
  deadlineSeconds: number;
  /** Files read at the same time. */
  processes: number;
};

const LIMITS: FileReaderLimits = { memoryMegabytes: 512, deadlineSeconds: 60, processes: 1 };

/** A process that has grown to this share of its limit is not used again. */
const REUSE_SHARE = 0.5;
const MOST_READS = 200;
/** Refusals after which a process is not used again: a library stopped in the middle of its work. */
const TROUBLE: ReadonlySet<ReadFailureCode> = new Set(['damaged', 'memory', 'crashed']);
/** Larger files are handed over on disk, so that they do not lie in memory three times. */
const BY_HAND_BYTES = 8 * 1024 * 1024;

const CANCELLED: Refused = { ok: false, refusal: { code: 'cancelled', facts: {} } };

/** An answer of the other kind, which only a fault of the process could give. */
const MIXED_UP: Refused = { ok: false, refusal: { code: 'crashed', facts: {} } };

function outcomeOf(answer: Exclude<ReadAnswer, { kind: 'ready' | 'progress' }>): Outcome {
  if (answer.kind === 'done') return { ok: true, reading: answer.reading };
  if (answer.kind === 'book') return { ok: true, book: answer.book };
  return answer.kind === 'sheet' ? { ok: true, sheet: answer.sheet } : { ok: false, refusal: answer.refusal };
}

type Task = {
  request: ReadRequest;
  options: ReadFileOptions;
  settle: (outcome: Outcome) => void;
};

type Reader = { child: ChildProcess; task: Task | null; reads: number; timer: NodeJS.Timeout | null; errors: string };

/** Opens a reader; limits may be lowered, as tests do. */
export function openFileReader(given: Partial<FileReaderLimits> = {}): FileReader {
  const limits = { ...LIMITS, ...given };
  const readers = new Set<Reader>();
  const queue: Task[] = [];
  let nextId = 1;
  let closed = false;

  const settle = (reader: Reader, outcome: Outcome) => {
    const task = reader.task;
    reader.task = null;
    if (reader.timer) clearTimeout(reader.timer);
    reader.timer = null;
    task?.settle(outcome);
  };
  const refuse = (reader: Reader, code: ReadFailureCode, facts: ReadFailureFacts = {}) =>
    settle(reader, { ok: false, refusal: { code, facts } });

  const retire = (reader: Reader) => {
    readers.delete(reader);
    reader.child.kill('SIGKILL');
  };

  const restartTimer = (reader: Reader) => {
    if (reader.timer) clearTimeout(reader.timer);
    reader.timer = setTimeout(() => {
      retire(reader);
      refuse(reader, 'deadline', { seconds: limits.deadlineSeconds });
      next();
    }, limits.deadlineSeconds * 1_000);
  };

  const start = (): Reader => {
    const reader: Reader = { child: startProcess(limits), task: null, reads: 0, timer: null, errors: '' };
    readers.add(reader);
    reader.child.stderr?.on('data', (chunk: Buffer) => {
      if (reader.errors.length < 100_000) reader.errors += chunk.toString();
    });
    reader.child.on('message', (answer: ReadAnswer) => hear(reader, answer));
    reader.child.on('error', () => lost(reader));
    reader.child.on('close', () => lost(reader));
    return reader;
  };

  const lost = (reader: Reader) => {
    readers.delete(reader);
    if (!reader.task) return;
    if (reader.errors.includes(MEMORY_MARK) || /heap out of memory|allocation failed/i.test(reader.errors)) {
      refuse(reader, 'memory', { megabytes: limits.memoryMegabytes });
    } else refuse(reader, 'crashed');
    next();
  };

  const hear = (reader: Reader, answer: ReadAnswer) => {
    if (answer.kind === 'ready' || answer.id !== reader.task?.request.id) return;
    if (answer.kind === 'progress') {
      restartTimer(reader);
      reader.task.options.onProgress?.(answer.progress);
      return;
    }
    settle(reader, outcomeOf(answer));
    reader.reads += 1;
    const worn = answer.rss > limits.memoryMegabytes * 1_048_576 * REUSE_SHARE || reader.reads >= MOST_READS;
    if (worn || (answer.kind === 'refused' && TROUBLE.has(answer.refusal.code))) {
      retire(reader);
      // The next file should not wait for a process to start.
      if (!closed && queue.length === 0) idle(start());
    } else idle(reader);
    next();
  };

  const next = () => {
    while (queue.length > 0) {
      const free = [...readers].find((reader) => reader.task === null);
      if (!free && readers.size >= limits.processes) return;
      const task = queue.shift();
      if (task) begin(free ?? start(), task);
    }
  };

  const begin = (reader: Reader, task: Task) => {
    busy(reader);
    reader.task = task;
    restartTimer(reader);
    reader.child.send(task.request, (error) => {
      if (error) lost(reader);
    });
    task.options.signal?.addEventListener('abort', () => {
      if (reader.task !== task) return;
      retire(reader);
      refuse(reader, 'cancelled');
      next();
    });
  };

  const ask = async (
    { name, ...source }: { name: string } & FileSource,
    as: ReadRequest['as'],
    options: ReadFileOptions,
  ): Promise<Outcome> => {
    const handed = await handOver(source);
    try {
      return await new Promise<Outcome>((resolve) => {
        if (closed || options.signal?.aborted) {
          resolve(CANCELLED);
          return;
        }
        const request: ReadRequest = {
          id: nextId++,
          as,
          name,
          source: handed.source,
          ocr: options.ocr ?? 'auto',
          registry: options.registry ?? null,
        };
        const task: Task = { request, options, settle: resolve };
        queue.push(task);
        options.signal?.addEventListener('abort', () => {
          const at = queue.indexOf(task);
          if (at < 0) return;
          queue.splice(at, 1);
          resolve(CANCELLED);
        });
        next();
      });
    } finally {
      await handed.remove();
    }
  };

  return {
    async read(file, options = {}) {
      const outcome = await ask(file, 'document', options);
      return outcome.ok && !('reading' in outcome) ? MIXED_UP : outcome;
    },
    async readSheet(file) {
      const outcome = await ask(file, 'sheet', {});
      return outcome.ok && !('sheet' in outcome) ? MIXED_UP : outcome;
    },
    async readBook(file) {
      const outcome = await ask(file, 'book', {});
      return outcome.ok && !('book' in outcome) ? MIXED_UP : outcome;
    },
    warm() {
      if (readers.size === 0 && !closed) idle(start());
    },
    async close() {
      closed = true;
      for (const task of queue.splice(0)) task.settle(CANCELLED);
      const ending = [...readers].map((reader) => {
        busy(reader);
        const gone = new Promise<void>((resolve) => reader.child.once('close', () => resolve()));
        retire(reader);
        refuse(reader, 'cancelled');
        return gone;
      });
      await Promise.all(ending);
    },
  };
}

/** Large bytes go through a file only this user may read. */
async function handOver(source: FileSource): Promise<{ source: FileSource; remove: () => Promise<void> }> {
  if ('path' in source || source.bytes.length <= BY_HAND_BYTES) return { source, remove: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'thidua-read-'));
  const path = join(folder, 'file');
  await writeFile(path, source.bytes, { mode: 0o600 });
  return { source: { path }, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A process that waits for a file keeps nobody alive; one that reads does. */
function idle(reader: Reader): void {
  for (const handle of handles(reader)) handle.unref();
}

function busy(reader: Reader): void {
  for (const handle of handles(reader)) handle.ref();
}

type Handle = { ref(): unknown; unref(): unknown };

function handles({ child }: Reader): Handle[] {
  const found: Handle[] = [child];
  if (child.channel) found.push(child.channel);
  // A pipe at run time, though typed as any stream.
  if (child.stderr instanceof Socket) found.push(child.stderr);
  return found;
}

/** Of the environment, only what a program needs to run at all: no database address, no keys. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'LC_ALL', 'TZ'];

function startProcess(limits: FileReaderLimits): ChildProcess {
  const own = import.meta.url;
  // Built code runs as it is; the sources (in development and tests) need a loader.
  const fromSource = own.endsWith('.ts');
  const script = fileURLToPath(new URL(fromSource ? './read-child.ts' : './read-child.js', own));
  const loader = fromSource ? ['--import', pathToFileURL(createRequire(own).resolve('tsx')).href] : [];
  const heap = Math.round(limits.memoryMegabytes * 0.75);
  const command = [
    process.execPath,
    `--max-old-space-size=${heap}`,
    '--expose-gc',
    '--no-warnings',
    ...loader,
    script,
    String(limits.memoryMegabytes),
  ];
  // On Unix the kernel is told as well: beyond this, allocations fail at once. It counts memory that is set aside
  // but not used (stacks, WebAssembly), hence the room above.
  const kilobytes = (limits.memoryMegabytes + 512) * 1_024;
  const [file = '', ...args] =
    process.platform === 'win32'
      ? command
      : ['/bin/sh', '-c', `ulimit -d ${kilobytes} 2>/dev/null; exec "$@"`, 'sh', ...command];
  return spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    // Fewer arenas of the C library: recognition then takes a sixth less memory.
    env: { ...passedOn(), MALLOC_ARENA_MAX: '2' },
  });
}

function passedOn(): Record<string, string> {
  const entries = PASSED_ON.map((key) => [key, process.env[key]] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
