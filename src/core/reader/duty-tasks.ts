/** The single tasks of a duty: what the page, the command line and a movement count. */

import type { DueRelation } from '../rules/calendar.ts';
import { deadlineIn } from './duties.ts';
import type { Duty } from './reading.ts';

type DutyTask = { content: string; dueOn: string | null; dueRelation: DueRelation | null };

type Due = { on: string; relation: DueRelation | null };

/**
 * One task for each thing a duty asks for; the duty's own words where it lists none. A day that stands in a task is that
 * task's alone, one beside them is of all. `year` stands in for a missing year.
 */
export function tasksOfDuty(duty: Duty, year: number | null): DutyTask[] {
  const contents = (duty.tasks.length > 0 ? duty.tasks : [duty.quote]).filter((content) => content.trim() !== '');
  const dues = duesOf(contents, duty, year);
  return contents.map((content, at) => {
    const due = dues[at] ?? null;
    return { content, dueOn: due?.on ?? null, dueRelation: due?.relation ?? null };
  });
}

function duesOf(contents: readonly string[], duty: Duty, year: number | null): (Due | null)[] {
  const due = (text: string): Due | null => {
    const deadline = deadlineIn(text, year);
    return deadline?.on ? { on: deadline.on, relation: deadline.relation } : null;
  };
  const own = contents.map(due);
  if (own.some((one) => one !== null) || duty.dueOn === null) return own;
  const said = due(duty.quote);
  const common = said?.on === duty.dueOn ? said : { on: duty.dueOn, relation: null };
  return contents.map(() => common);
}
