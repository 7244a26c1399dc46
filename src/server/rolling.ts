/** Puts figures together upwards soon after they changed, in whichever process looks first. */

import type { World } from './act.ts';
import { startAnew } from './rollups/anew.ts';
import { rollOnce } from './rollups/roll.ts';
import { inProvince, provincesToRoll } from './wall.ts';

/** Rounds in one go for a province: far more than a tree has levels, so that the others come to their turn. */
const MOST_ROUNDS = 200;

/** Puts together whatever waits, in all provinces; how many organisations, indicators and periods that were. */
export async function rollDue(world: Pick<World, 'db' | 'failed'>): Promise<number> {
  let done = 0;
  for (const provinceId of await provincesToRoll(world.db))
    try {
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const now = await inProvince(world.db, provinceId, (trx) => rollOnce(trx, provinceId));
        if (!now) break;
        done += now;
      }
    } catch (error) {
      // One province that fails keeps no other waiting; its notes are still there.
      world.failed(error);
    }
  return done;
}

/** Makes all rolled figures of a province anew. */
export async function rollAnew(world: Pick<World, 'db' | 'failed'>, provinceId: string): Promise<void> {
  await inProvince(world.db, provinceId, (trx) => startAnew(trx, provinceId));
  await rollDue(world);
}

export type Rolling = {
  /** Figures changed here: look at once. */
  wake: () => void;
  /** Resolves once nothing is under way any more. */
  stop: () => Promise<void>;
};

/** Looks now, when woken and every so often: other processes change figures too. */
export function startRolling(world: World, everyMs = 500): Rolling {
  let stopped = false;
  let again = false;
  let underWay: Promise<void> | null = null;
  const look = async () => {
    do {
      again = false;
      await rollDue(world);
    } while (again && !stopped);
  };
  const wake = () => {
    again = true;
    if (!stopped)
      underWay ??= look()
        .catch(world.failed)
        .finally(() => {
          underWay = null;
        });
  };
  const beat = setInterval(wake, everyMs);
  beat.unref();
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(beat);
      await underWay;
    },
  };
}
