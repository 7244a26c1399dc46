import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CalendarDate, MovementId, TargetId } from './ids.ts';
import { PeriodRef } from './measurements.ts';
import { OrganisationRef } from './organisations.ts';

/** Who holds a movement back: figures that came and did not, units behind, and what there is to see as evidence. */

const count = z.number().int().min(0);
/** The first of them; `count` in all. */
const Units = z.object({ units: z.array(OrganisationRef), count });

export const BoardPeriod = PeriodRef.extend({
  dueOn: CalendarDate,
  asked: count,
  /** Sent or approved. */
  sent: count,
  waiting: count,
  /** Units that have not sent all that is asked of them. */
  missing: Units,
});
export type BoardPeriod = z.infer<typeof BoardPeriod>;

export const MovementBoard = z.object({
  /** Over and not closed: those that lack something first, each the newest first. */
  periods: z.array(BoardPeriod),
  /** Units that are late with their share of a target or sent nothing. */
  behind: z.array(Units.extend({ targetId: TargetId })),
  /** Files beside the figures of a target, with the newest period that has any. */
  evidence: z.array(z.object({ targetId: TargetId, files: count, from: CalendarDate, until: CalendarDate })),
});
export type MovementBoard = z.infer<typeof MovementBoard>;

export const getMovementBoard = endpoint({
  name: 'getMovementBoard',
  method: 'GET',
  path: '/api/movements/:movementId/board',
  input: z.object({ movementId: MovementId }),
  output: MovementBoard,
  access: 'session',
  summary: 'Which figures of a movement came and which did not, units that hold targets back, and where evidence is.',
});
