/**
 * Reads what waits to be read, one after the other, in whichever process is free. How far a reading is stands in the
 * database, so any process can tell; a process that dies loses its lease and the person is told.
 */

import { randomUUID } from 'node:crypto';
import type { ReadProgress } from '../../core/reader/ports.ts';
import { actForSystem, type World } from '../act.ts';
import type { FileReader } from '../read-file.ts';
import {
  endExpired,
  failReading,
  fileOf,
  finishReading,
  keepLease,
  type ReadingProgress,
  releaseReading,
  type TakenReading,
  takeReading,
} from './finish-acts.ts';

export type ReadingRunner = {
  /** Something waits: look at once. */
  wake: () => void;
  /** Stops reading; what was under way waits again. */
  stop: () => Promise<void>;
  /** Resolves once nothing is being read and nothing waits. */
  idle: () => Promise<void>;
};

export type RunnerSettings = {
  world: World;
  /** The port that reads a file in a process of its own. */
  reader: Pick<FileReader, 'read'>;
  /** How many at once in this process. */
  parallel?: number;
  /** How often to look for work of others and for lost leases. */
  everyMs?: number;
};

const BEAT_MS = 1_000;

/** Begins to read what waits, now and from now on. */
export function startReadings({ world, reader, parallel = 1, everyMs = 5_000 }: RunnerSettings): ReadingRunner {
  const owner = randomUUID();
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let looking: Promise<void> | null = null;
  let again = false;

  const look = async (): Promise<void> => {
    do {
      again = false;
      while (!stopping.signal.aborted && underWay.size < parallel) {
        const taken = await takeReading(world.db, owner);
        if (!taken) break;
        const work: Promise<void> = readOne(world, reader, { taken, owner, stopping: stopping.signal })
          .catch(world.failed)
          .finally(() => {
            underWay.delete(work);
            wake();
          });
        underWay.add(work);
      }
    } while (again && !stopping.signal.aborted);
  };
  const wake = (): void => {
    again = true;
    looking ??= look()
      .catch(world.failed)
      .finally(() => {
        looking = null;
      });
  };
  const beat = setInterval(() => {
    endExpired(world.db).then(wake, world.failed);
  }, everyMs);
  beat.unref();
  wake();
  const idle = async (): Promise<void> => {
    while (looking !== null || underWay.size > 0) await Promise.all([looking, ...underWay]);
  };
  return {
    wake,
    idle,
    stop: async () => {
      clearInterval(beat);
      stopping.abort();
      await idle();
    },
  };
}

type Work = { taken: TakenReading; owner: string; stopping: AbortSignal };

async function readOne(
  world: World,
  reader: RunnerSettings['reader'],
  { taken, owner, stopping }: Work,
): Promise<void> {
  const { id, documentId, provinceId } = taken;
  const held = { id, owner, provinceId };
  const lost = new AbortController();
  let progress: ReadingProgress = { stage: 'opening', page: null, pages: null };
  const beat = setInterval(() => {
    keepLease(world.db, held, progress).then(
      (kept) => kept || lost.abort(),
      (error) => world.failed(error),
    );
  }, BEAT_MS);
  beat.unref();
  try {
    const { registry, ...file } = await fileOf(world.db, taken);
    const onProgress = ({ stage, page, pages }: ReadProgress) => {
      progress = { stage: stage === 'recognition' ? 'recognising' : 'finding', page, pages };
    };
    const signal = AbortSignal.any([lost.signal, stopping]);
    const outcome = await reader.read(file, { registry, signal, onProgress });
    if (lost.signal.aborted) return;
    if (stopping.aborted) await releaseReading(world.db, held);
    else
      await actForSystem(world, { provinceId, name: 'finishReading' }, (tx, context) =>
        outcome.ok
          ? finishReading(tx, context, { ...held, documentId, reading: outcome.reading })
          : failReading(tx, context, { ...held, documentId, ...outcome.refusal }),
      );
  } finally {
    clearInterval(beat);
  }
}
