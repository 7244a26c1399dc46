import { z } from 'zod';
import { ENTRY_DOUBTS, ENTRY_FAULTS } from '../core/rules/figure-entry.ts';
import { ENTERED_AS } from '../core/rules/figure-series.ts';
import { FIGURE_STATES, WRITE_FAULTS } from '../core/rules/figure-states.ts';
import { PERIOD_KINDS } from '../core/rules/progress.ts';
import { endpoint } from './endpoint.ts';
import { filled, GoalFigure } from './facts.ts';
import { ActionId, CalendarDate, DecimalString, MeasurementId, MovementId, OrganisationId, TargetId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';
import { MOST_THINGS, NamedThing } from './target-details.ts';

/** Số liệu: how a target is shared out among units, what they report, and how that is approved and closed. */

const version = z.number().int().min(0);
const count = z.number().int().min(0);
const instant = z.iso.datetime();

export const MOST_UNITS = 2_000;

/** A reporting period of some targets of a movement. */
export const PeriodRef = z.object({ kind: z.enum(PERIOD_KINDS), from: CalendarDate, until: CalendarDate });
export type PeriodRef = z.infer<typeof PeriodRef>;

/** What a unit was given for one month or quarter alone. */
export const PeriodShare = z.object({ from: CalendarDate, until: CalendarDate, value: DecimalString });
export type PeriodShare = z.infer<typeof PeriodShare>;
/** More than a target has: five years by months. */
const MOST_PERIODS = 60;

/** What a target may be split by: a unit's result of the year before, and its newest population. */
const weights = { lastYear: DecimalString.nullable(), population: DecimalString.nullable() };

/** One unit of a split. */
export const Share = z.object({
  organisation: OrganisationRef,
  value: DecimalString.nullable(),
  /** The share once more by period; empty where it was not split so. */
  periods: z.array(PeriodShare),
  ...weights,
});
export type Share = z.infer<typeof Share>;

export const TargetSplit = z.object({
  target: z.object({ id: TargetId, name: z.string(), figure: GoalFigure.nullable() }),
  /** The figure that is shared out; null for what does not add up: then units only report. */
  whole: DecimalString.nullable(),
  version,
  /** Why the shares do not add up, as somebody confirmed it. */
  reason: z.string().nullable(),
  /** The months or quarters among which a share can be split; empty where there is but one period, or no sum. */
  periods: z.array(PeriodRef),
  shares: z.array(Share),
  /** Units below the launcher that could be asked as well. */
  candidates: z.array(OrganisationRef.extend(weights)),
  maySplit: z.boolean(),
});
export type TargetSplit = z.infer<typeof TargetSplit>;

export const getTargetSplit = endpoint({
  name: 'getTargetSplit',
  method: 'GET',
  path: '/api/targets/:targetId/split',
  input: z.object({ targetId: TargetId }),
  output: TargetSplit,
  access: 'session',
  summary: 'How a target is shared out among the units below its launcher.',
});

export const splitTarget = endpoint({
  name: 'splitTarget',
  method: 'PUT',
  path: '/api/targets/:targetId/split',
  input: z.object({
    targetId: TargetId,
    actionId: ActionId,
    version,
    shares: z
      .array(
        z.object({
          organisationId: OrganisationId,
          value: DecimalString.nullable(),
          periods: z.array(PeriodShare).max(MOST_PERIODS).optional(),
        }),
      )
      .max(MOST_UNITS),
    /** Confirms a difference to the whole, or of periods to their share. */
    reason: filled(1_000).nullable(),
  }),
  output: TargetSplit,
  access: 'session',
  summary: 'Share a target out among units, and months or quarters; a difference has to be confirmed with a reason.',
});

/** One figure of one unit, target and period. */
export const FigureCell = z.object({
  id: MeasurementId,
  version: z.number().int(),
  state: z.enum(FIGURE_STATES),
  /** As it was entered: of the period alone or cumulative, as the target asks. */
  entered: DecimalString.nullable(),
  enteredAs: z.enum(ENTERED_AS),
  numerator: DecimalString.nullable(),
  denominator: DecimalString.nullable(),
  /** Both forms; null where a period before is missing. */
  periodValue: DecimalString.nullable(),
  cumulative: DecimalString.nullable(),
  estimated: z.boolean(),
  note: z.string().nullable(),
  /** Who said it, where somebody else entered it. */
  saidBy: z.string().nullable(),
  returnedReason: z.string().nullable(),
  /** Lý do điều chỉnh, where it took the place of an approved one. */
  correctionReason: z.string().nullable(),
  doubts: z.array(z.enum(ENTRY_DOUBTS)),
  at: instant,
  byPost: z.string(),
  /** How many earlier values are kept. */
  earlier: count,
  /** Of the few things that are counted: what was ticked, and the names of what was not. */
  ticked: z.array(z.uuid()),
  missingNames: z.array(z.string()),
});
export type FigureCell = z.infer<typeof FigureCell>;

/** A target as one who reports for it needs to see it. */
export const AskedTarget = z.object({
  id: TargetId,
  name: z.string(),
  domain: z.string().nullable(),
  figure: GoalFigure,
  enteredAs: z.enum(ENTERED_AS),
  /** Adds up over the year, so that trong kỳ and lũy kế differ; false for levels and rates. */
  addsUp: z.boolean(),
  /** A part of a whole is asked for (7/8), not a value. */
  asFraction: z.boolean(),
  dataSource: z.string().nullable(),
  /** The few named things it counts, to be ticked instead of typed; empty for all others. */
  things: z.array(NamedThing),
});
export type AskedTarget = z.infer<typeof AskedTarget>;

const Where = z.object({ movementId: MovementId, from: CalendarDate, until: CalendarDate });

/** One unit's line in the grid, in the order of `targets`; `asked` is false where the unit reports nothing there. */
export const FigureRow = z.object({
  organisation: OrganisationRef,
  cells: z.array(
    z.object({
      targetId: TargetId,
      asked: z.boolean(),
      share: DecimalString.nullable(),
      /** What of it was given for this period alone. */
      planned: DecimalString.nullable(),
      /** Cumulative of the period before. */
      before: DecimalString.nullable(),
      /** Cumulative of the same period last year. */
      lastYear: DecimalString.nullable(),
      figure: FigureCell.nullable(),
      /** The person approves or sends back what this unit sends here. */
      mayApprove: z.boolean(),
    }),
  ),
  mayEnter: z.boolean(),
});
export type FigureRow = z.infer<typeof FigureRow>;

export const FigureGrid = z.object({
  movement: z.object({ id: MovementId, title: z.string(), organisation: OrganisationRef }),
  /** All periods with data of this movement, oldest first. */
  periods: z.array(PeriodRef.extend({ closed: z.boolean(), waiting: count, missing: count, asked: count })),
  /** The one shown; null where nothing is asked for. */
  period: PeriodRef.nullable(),
  dueOn: CalendarDate.nullable(),
  closed: z.object({ at: instant, byPost: z.string() }).nullable(),
  reopened: z.object({ at: instant, byPost: z.string(), reason: z.string() }).nullable(),
  closedVersion: version,
  targets: z.array(AskedTarget),
  rows: z.array(FigureRow),
  /** Units that have not sent a figure that is due. */
  missing: z.array(OrganisationRef),
  /** For the launcher: all figures, and corrections of what was approved. */
  mayApprove: z.boolean(),
  mayClose: z.boolean(),
  /** Links for figures may be made for the units whose figures the person may enter. */
  mayLink: z.boolean(),
});
export type FigureGrid = z.infer<typeof FigureGrid>;

export const getFigureGrid = endpoint({
  name: 'getFigureGrid',
  method: 'GET',
  path: '/api/movements/:movementId/figures',
  input: z.object({
    movementId: MovementId,
    /** The period shown; the one that is due when absent. */
    from: CalendarDate.optional(),
    until: CalendarDate.optional(),
    /** Only this unit. */
    organisationId: OrganisationId.optional(),
  }),
  output: FigureGrid,
  access: 'session',
  byToken: 'read',
  summary: 'Figures of a movement for one period: targets × units, with their states and what is missing.',
});

/** One movement with the period that is due, for the list of what there is to do. */
export const DueFigures = z.object({
  movement: z.object({ id: MovementId, title: z.string(), organisation: OrganisationRef }),
  period: PeriodRef,
  dueOn: CalendarDate.nullable(),
  closed: z.boolean(),
  asked: count,
  /** Sent and not yet approved: what waits for the person to decide, or of theirs where they approve nothing. */
  waiting: count,
  missing: count,
  /** Other units of which figures are missing, the first few by name, where the person answers for them. */
  missingOf: z.object({ units: z.array(z.string()), count }),
  /** Still to be sent by the person's own unit. */
  mine: count,
  returned: count,
  mayApprove: z.boolean(),
});
export type DueFigures = z.infer<typeof DueFigures>;

export const listDueFigures = endpoint({
  name: 'listDueFigures',
  method: 'GET',
  path: '/api/figures/due',
  input: z.object({}),
  output: z.object({ due: z.array(DueFigures) }),
  access: 'session',
  summary: 'Figures that are due now: to be sent by the own unit, and waiting to be approved.',
});

export const TypedCell = z.object({
  targetId: TargetId,
  /** The version the person saw; null for a cell that was empty. */
  version: z.number().int().min(1).nullable(),
  value: DecimalString.nullable(),
  numerator: DecimalString.nullable(),
  denominator: DecimalString.nullable(),
  estimated: z.boolean(),
  note: filled(1_000).nullable(),
  /** Of the few named things, those that were ticked: part and whole follow from them, whatever else is said. */
  things: z.array(z.uuid()).max(MOST_THINGS).optional(),
  /** Why an approved figure is corrected: without it, it stays. */
  correction: filled(1_000).nullable().optional(),
});
export type TypedCell = z.infer<typeof TypedCell>;

/** What became of one cell: kept; not kept since somebody else was quicker (`figure` is theirs); or not kept, with all reasons. */
export const SavedCell = z.object({
  targetId: TargetId,
  outcome: z.enum(['saved', 'conflict', 'refused']),
  faults: z.array(z.union([z.enum(ENTRY_FAULTS), z.enum(WRITE_FAULTS)])),
  figure: FigureCell.nullable(),
});
export type SavedCell = z.infer<typeof SavedCell>;

export const saveFigures = endpoint({
  name: 'saveFigures',
  method: 'POST',
  path: '/api/movements/:movementId/figures',
  input: Where.extend({
    actionId: ActionId,
    organisationId: OrganisationId,
    cells: z.array(TypedCell).min(1).max(500),
    /** Who said the figures, when somebody enters them for the unit. */
    saidBy: filled(200).nullable(),
  }),
  output: z.object({ cells: z.array(SavedCell) }),
  access: 'session',
  summary: 'Keep figures of one unit and period as typed; each cell is answered by itself.',
});

/** A figure as somebody entered it, with how far it came before it was entered anew. */
export const FigureEntry = FigureCell.pick({
  entered: true,
  enteredAs: true,
  numerator: true,
  denominator: true,
  estimated: true,
  note: true,
  saidBy: true,
  returnedReason: true,
  correctionReason: true,
  state: true,
  at: true,
  byPost: true,
});
export type FigureEntry = z.infer<typeof FigureEntry>;

export const getFigureHistory = endpoint({
  name: 'getFigureHistory',
  method: 'GET',
  path: '/api/movements/:movementId/figures/:measurementId/history',
  input: z.object({ movementId: MovementId, measurementId: MeasurementId }),
  output: z.object({ entries: z.array(FigureEntry) }),
  access: 'session',
  summary: 'Everything that was ever entered for one figure, the newest first: by whom, when and why.',
});

export const tickFigure = endpoint({
  name: 'tickFigure',
  method: 'PUT',
  path: '/api/movements/:movementId/figures/:targetId/ticks',
  input: Where.extend({
    actionId: ActionId,
    organisationId: OrganisationId,
    targetId: TargetId,
    /** The version the person saw; null for a cell that was empty. */
    version: z.number().int().min(1).nullable(),
    things: z.array(z.uuid()).max(MOST_THINGS),
    /** Why an approved figure is corrected. */
    correction: filled(1_000).nullable().optional(),
    saidBy: filled(200).nullable(),
  }),
  output: z.object({ cells: z.array(SavedCell) }),
  access: 'session',
  summary: 'Count a ratio by ticking its named things; part and whole follow from the ticks.',
});

export const submitFigures = endpoint({
  name: 'submitFigures',
  method: 'POST',
  path: '/api/movements/:movementId/figures/submit',
  input: Where.extend({ actionId: ActionId, organisationId: OrganisationId }),
  output: z.object({ sent: count }),
  access: 'session',
  summary: 'Send the drafts of one unit and period; from whoever may approve they are approved at once.',
});

/** A figure as whoever decides on it saw it. */
const SeenFigure = z.object({ id: MeasurementId, version: z.number().int().min(1) });
const MOST_REVIEWED = 2_000;

export const approveFigures = endpoint({
  name: 'approveFigures',
  method: 'POST',
  path: '/api/movements/:movementId/figures/approve',
  input: z.object({
    movementId: MovementId,
    actionId: ActionId,
    figures: z.array(SeenFigure).min(1).max(MOST_REVIEWED),
  }),
  output: z.object({ approved: count, stale: z.array(MeasurementId) }),
  access: 'session',
  summary: 'Approve figures that were sent; those changed meanwhile are left and named.',
});

export const returnFigures = endpoint({
  name: 'returnFigures',
  method: 'POST',
  path: '/api/movements/:movementId/figures/return',
  input: z.object({
    movementId: MovementId,
    actionId: ActionId,
    figures: z
      .array(SeenFigure.extend({ /** Where it is another one. */ reason: filled(1_000).nullable().optional() }))
      .min(1)
      .max(MOST_REVIEWED),
    /** Of all that have none of their own. */
    reason: filled(1_000).nullable(),
    /** The others, approved in the same go. */
    approve: z.array(SeenFigure).max(MOST_REVIEWED).optional(),
  }),
  output: z.object({ returned: count, approved: count, stale: z.array(MeasurementId) }),
  access: 'session',
  summary: 'Send figures back with reasons that stand beside each field, and approve the others in the same go.',
});

export const closePeriod = endpoint({
  name: 'closePeriod',
  method: 'POST',
  path: '/api/movements/:movementId/periods/close',
  input: Where.extend({ actionId: ActionId, version }),
  output: z.object({ closed: z.literal(true) }),
  access: 'session',
  summary: 'Close a period: no figure of it changes any more.',
});

export const reopenPeriod = endpoint({
  name: 'reopenPeriod',
  method: 'POST',
  path: '/api/movements/:movementId/periods/reopen',
  input: Where.extend({ actionId: ActionId, version, reason: filled(1_000) }),
  output: z.object({ closed: z.literal(false) }),
  access: 'session',
  summary: 'Open a closed period again, with a reason.',
});
