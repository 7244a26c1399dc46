import { z } from 'zod';
import { TASK_STATES } from '../core/rules/movements.ts';
import { endpoint } from './endpoint.ts';
import { CalendarDate, TaskId } from './ids.ts';
import { MovementRef } from './movements.ts';
import { OrganisationRef } from './organisations.ts';

/** Việc đang mở: tasks and reports of all movements at once, for whoever has to see to them. */

const count = z.number().int().min(0);

/** The day that the paper names, and the last working day that is in time. */
const due = { lastDay: CalendarDate, lastWorkingDay: CalendarDate };

export const OpenTask = z.object({
  id: TaskId,
  content: z.string(),
  movement: MovementRef,
  /** Who does it: the unit it was given to, else the launcher. */
  doer: OrganisationRef,
  state: z.enum(TASK_STATES),
  ...due,
});
export type OpenTask = z.infer<typeof OpenTask>;

export const OpenReport = z.object({
  id: z.uuid(),
  movement: MovementRef,
  /** To whom, and through whom, as the document says. */
  to: z.string().nullable(),
  via: z.string().nullable(),
  ...due,
});
export type OpenReport = z.infer<typeof OpenReport>;

export const listOpenWork = endpoint({
  name: 'listOpenWork',
  method: 'GET',
  path: '/api/open-work',
  input: z.object({}),
  output: z.object({
    /** Of one's own organisation: overdue, or due within weeks. The longest overdue first. */
    own: z.array(OpenTask),
    /** Overdue at those below. */
    below: z.array(OpenTask),
    /** Reports of movements of one's own place and of the superiors directly above, due within weeks. */
    reports: z.array(OpenReport),
    /** Khó khăn, kiến nghị that wait for a word of one's own place, with some of the units that said them. */
    obstacles: z.object({ count, units: z.array(z.string()), unitCount: count }),
  }),
  access: 'session',
  summary:
    'Tasks that are overdue or due soon, of one’s own place and of those below, reports that are due soon, and what waits for an answer.',
});
