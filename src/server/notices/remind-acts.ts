/** The reminders of a day. */

import { remindersFor, remindsOn } from '../../core/rules/reminders.ts';
import type { SystemContext, Tx } from '../act.ts';
import { tell } from '../notices.ts';
import { dueReports, dueRequests } from './asked-facts.ts';
import { dueFigures, dueTasks, peopleIn, reminderCalendar } from './facts.ts';

/** Tells everybody in a province what is due for them and below them, and was not told yet; how many lines that were. */
export async function remind(
  tx: Tx,
  { provinceId, today }: { provinceId: string; today: string },
  { now, record }: Pick<SystemContext, 'now' | 'record'>,
): Promise<number> {
  const calendar = await reminderCalendar(tx, { provinceId, today });
  let told = 0;
  if (remindsOn(calendar)) {
    const where = { provinceId, today };
    const dues = [
      ...(await dueFigures(tx, where, calendar)),
      ...(await dueTasks(tx, where, calendar)),
      ...(await dueRequests(tx, where, calendar)),
      ...(await dueReports(tx, where, calendar)),
    ];
    const units = dues.flatMap((due) => (due.kind === 'report' ? due.units : [due.unit]));
    const places = [...new Set([...units, ...dues.map(({ asker }) => asker)].map(({ id }) => id))];
    const lines = remindersFor(dues, await peopleIn(tx, places, today));
    told = await tell(tx, { provinceId, day: today, now }, lines);
  }
  record({ deed: 'reminded', subjectKind: 'province', subjectId: provinceId, after: { today, lines: told } });
  return told;
}
