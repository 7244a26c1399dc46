import { z } from 'zod';
import { REMINDER_STAGES } from '../core/rules/notices.ts';
import { OBSTACLE_STATES } from '../core/rules/obstacles.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CalendarDate, NoticeId } from './ids.ts';
import { PeriodRef } from './measurements.ts';
import { OrganisationRef } from './organisations.ts';

/** Thông báo: what a person is told, gathered into one a day. */

const count = z.number().int().min(0);
const Named = z.object({ id: z.string(), name: z.string() });
const figures = { movement: Named, period: PeriodRef };
const due = { stage: z.enum(REMINDER_STAGES), dueOn: CalendarDate };
const units = { ...due, units: z.array(z.string()), count };
const UnitsOfPeriod = z.object({ ...figures, ...units });
const UnitsOfRequest = z.object({ ...units, request: Named });

const Returned = z.object({
  ...figures,
  unit: Named,
  count,
  targets: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
});
const said = { movement: Named, unit: Named, obstacle: Named, by: z.string() };

/** One matter, with what its sentence is made of. */
export const NoticeMatter = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figures-due'),
    facts: z.object({ ...figures, ...due, asker: z.string(), unit: Named, missing: count }),
  }),
  z.object({ kind: z.literal('units-missing'), facts: UnitsOfPeriod }),
  z.object({ kind: z.literal('units-unreached'), facts: UnitsOfPeriod }),
  z.object({ kind: z.literal('task-due'), facts: z.object({ ...due, movement: Named, unit: Named, task: Named }) }),
  z.object({
    kind: z.literal('request-due'),
    facts: z.object({ ...due, request: Named, asker: z.string(), unit: Named }),
  }),
  z.object({ kind: z.literal('request-missing'), facts: UnitsOfRequest }),
  z.object({ kind: z.literal('request-unreached'), facts: UnitsOfRequest }),
  z.object({
    kind: z.literal('report-due'),
    facts: z.object({ ...due, movement: Named, report: Named, asker: z.string() }),
  }),
  z.object({ kind: z.literal('figures-returned'), facts: Returned }),
  z.object({ kind: z.literal('figures-corrected'), facts: Returned }),
  z.object({
    kind: z.literal('figures-approved'),
    facts: z.object({ ...figures, unit: Named, count, by: z.string() }),
  }),
  z.object({
    kind: z.literal('obstacle-answered'),
    facts: z.object({ ...said, state: z.enum(OBSTACLE_STATES), answer: z.string().nullable() }),
  }),
  z.object({ kind: z.literal('obstacle-passed'), facts: z.object({ ...said, to: Named }) }),
]);
export type NoticeMatter = z.infer<typeof NoticeMatter>;

export const Notice = z.object({
  id: NoticeId,
  day: CalendarDate,
  at: z.iso.datetime(),
  read: z.boolean(),
  lines: z.array(
    z.object({
      id: z.uuid(),
      /** Where one has to sit to see to it. */
      organisation: OrganisationRef,
      matter: NoticeMatter,
    }),
  ),
});
export type Notice = z.infer<typeof Notice>;

export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  input: z.object({
    /** Only days before this one, for older ones. */
    before: CalendarDate.optional(),
  }),
  output: z.object({
    /** The newest day first. */
    notices: z.array(Notice),
    /** There are older ones. */
    more: z.boolean(),
    unread: count,
  }),
  access: 'session',
  summary: 'What one was told, by day.',
});

export const countNotices = endpoint({
  name: 'countNotices',
  method: 'GET',
  path: '/api/notices/count',
  input: z.object({}),
  output: z.object({ unread: count }),
  access: 'session',
  summary: 'How many lines one has not read yet.',
});

export const markNotices = endpoint({
  name: 'markNotices',
  method: 'POST',
  path: '/api/notices/mark',
  input: z.object({
    actionId: ActionId,
    /** All of one's own where absent. */
    noticeIds: z.array(NoticeId).min(1).max(200).optional(),
    read: z.boolean(),
  }),
  output: z.object({ unread: count }),
  access: 'session',
  summary: 'Mark notices of one’s own as read, or as unread again.',
});
