/** What the jobs of this server do: the reminders of a day, and passing notices on. */

import { actForSystem, type World } from './act.ts';
import { type Carrying, mailHandler, pushHandler } from './carriers.ts';
import { askForJob, endJob, type JobHandler, type JobHandlers, type JobsRunner } from './jobs.ts';
import { deliver } from './notices/deliver-acts.ts';
import { remind } from './notices/remind-acts.ts';
import { todayIn } from './organisations/facts.ts';
import type { Read } from './read.ts';
import { allProvinces, inProvince } from './wall.ts';

/** When people are reminded, in Vietnam. */
const HOUR = '07:00:00+07:00';
const LOOK_EVERY_MS = 5 * 60_000;

/** Asks for today's reminders in every province. Asked for again and again, they are the same job. */
export async function askForReminders(world: Pick<World, 'db' | 'now'>): Promise<void> {
  for (const provinceId of await allProvinces(world.db))
    await inProvince(world.db, provinceId, async (trx) => {
      const today = await todayIn(trx as unknown as Read, provinceId, world.now());
      await askForJob(trx, { provinceId, kind: 'remind', key: today, runAt: `${today}T${HOUR}` });
    });
}

/** Asks for the reminders of each day as it comes. */
export function startReminding(world: World, jobs: Pick<JobsRunner, 'wake'>): { stop: () => Promise<void> } {
  let stopped = false;
  let underWay: Promise<unknown> = Promise.resolve();
  const look = () => {
    if (!stopped) underWay = askForReminders(world).then(jobs.wake, world.failed);
  };
  look();
  const beat = setInterval(look, LOOK_EVERY_MS);
  beat.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(beat);
      await underWay;
    },
  };
}

/** Reminds of what is due on the job's day; on a later day there is a job of that day. */
const remindHandler =
  (world: World): JobHandler =>
  (job) =>
    actForSystem(world, { provinceId: job.provinceId, name: 'remind' }, async (tx, context) => {
      const today = await todayIn(tx, job.provinceId, context.now);
      if (today === job.key) await remind(tx, { provinceId: job.provinceId, today }, context);
      else context.record({ deed: 'reminder-passed', subjectKind: 'province', subjectId: job.provinceId });
      await endJob(tx, job);
    });

const deliverHandler =
  (world: World): JobHandler =>
  (job) =>
    inProvince(world.db, job.provinceId, async (trx) => {
      await deliver(trx, { provinceId: job.provinceId, noticeId: String(job.payload['noticeId']), now: world.now() });
      await endJob(trx, job);
    });

export const jobHandlers = (carrying: Carrying): JobHandlers => ({
  remind: remindHandler(carrying.world),
  deliver: deliverHandler(carrying.world),
  mail: mailHandler(carrying),
  push: pushHandler(carrying),
});
