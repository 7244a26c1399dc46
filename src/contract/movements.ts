import { z } from 'zod';
import {
  MOVEMENT_KINDS,
  MOVEMENT_SOURCES,
  MOVEMENT_STATES,
  RESPONSE_KINDS,
  TASK_STATES,
} from '../core/rules/movements.ts';
import { PERIOD_KINDS, REPORTED_AS, VERDICTS } from '../core/rules/progress.ts';
import { PLAN_LEVELS } from '../core/rules/target-details.ts';
import { DocumentSummary } from './documents.ts';
import { endpoint } from './endpoint.ts';
import {
  CitationContent,
  DocumentNumber,
  Goal,
  MovementHead,
  Origin,
  Period,
  ReportDueContent,
  TaskContent,
} from './facts.ts';
import { CalendarDate, DecimalString, MovementId, OrganisationId, ResponseId, TargetId, TaskId } from './ids.ts';
import { DomainCode } from './indicators.ts';
import { OrganisationRef } from './organisations.ts';

const instant = z.iso.datetime();
const version = z.number().int().min(1);
const count = z.number().int().min(0);

/** How many targets stand where; silences included, so the counts add up to all targets. */
export const VerdictCounts = z.record(z.enum(VERDICTS), count);
export type VerdictCounts = z.infer<typeof VerdictCounts>;

export const MovementRef = z.object({ id: MovementId, title: z.string(), organisation: OrganisationRef });
export type MovementRef = z.infer<typeof MovementRef>;

/** One line of the list and of the tree. */
export const MovementRow = z.object({
  id: MovementId,
  title: z.string(),
  kind: z.enum(MOVEMENT_KINDS),
  year: z.number().int(),
  organisation: OrganisationRef.extend({ level: z.string() }),
  jointOrganisations: z.array(OrganisationRef),
  /** "02/CT-UBND"; null until the clerk gives it. */
  numberSymbol: z.string().nullable(),
  issuedOn: CalendarDate.nullable(),
  period: Period,
  state: z.enum(MOVEMENT_STATES),
  /** Days to the last day, that day included in the period: 0 on it; null when ended or without an end. */
  daysLeft: count.nullable(),
  counts: z.object({ targets: count, tasks: count, documents: count }),
  progress: VerdictCounts,
  /** Movements of superiors that this one answers. */
  respondsTo: z.array(MovementId),
  /** Movements below that answer this one: a branch of the tree that can be opened. */
  answerCount: count,
  /** Organisations that have answered it in any way, those out of the person's sight included. */
  answeredBy: count,
});
export type MovementRow = z.infer<typeof MovementRow>;

/** How far a target is; the sentence is made by core/text from these parts. */
export const TargetProgress = z.object({
  verdict: z.enum(VERDICTS),
  /** The actual figure in the target's unit, cumulative for a flow. */
  actual: DecimalString.nullable(),
  /** Whether that is the level, or the change that the target asks for. */
  reportedAs: z.enum(REPORTED_AS).nullable(),
  numerator: DecimalString.nullable(),
  denominator: DecimalString.nullable(),
  /** So kế hoạch, %: 41.0. */
  attainment: DecimalString.nullable(),
  /** Where it should stand today, in the unit, and as attainment in %. */
  expected: DecimalString.nullable(),
  expectedAttainment: DecimalString.nullable(),
  /** actual against expected; 0.827. */
  pace: DecimalString.nullable(),
  asOf: CalendarDate.nullable(),
  period: z.enum(PERIOD_KINDS).nullable(),
  estimated: z.boolean(),
  /** True when a figure behind it is sample data ("số liệu mẫu"). */
  sample: z.boolean(),
  coverage: z.object({ reported: count, of: count }).nullable(),
});
export type TargetProgress = z.infer<typeof TargetProgress>;

/** A target that is behind or in danger, and whose it is. */
export const LateTarget = z.object({
  id: TargetId,
  name: z.string(),
  movement: MovementRef,
  progress: TargetProgress,
  /** The unit it was given to, else the one that the document names. */
  owner: z.string().nullable(),
  /** Units it is split among that are late with it or sent nothing, the first of them; and how many. */
  behind: z.array(OrganisationRef),
  behindCount: count,
});
export type LateTarget = z.infer<typeof LateTarget>;

export const MOVEMENT_SORTS = ['recent', 'title', 'organisation', 'until'] as const;

export const listMovements = endpoint({
  name: 'listMovements',
  method: 'GET',
  path: '/api/movements',
  input: z.object({
    /** Words without diacritics in title, theme, number or launcher. */
    q: z.string().max(200).optional(),
    year: z.coerce.number().int().optional(),
    state: z.enum(MOVEMENT_STATES).optional(),
    kind: z.enum(MOVEMENT_KINDS).optional(),
    /** Launched (also jointly) by this organisation; with reach 'subtree' by any below it too. */
    organisationId: OrganisationId.optional(),
    reach: z.enum(['own', 'subtree']).optional(),
    /** Default: archived ones are left out. */
    archived: z.enum(['no', 'only', 'all']).optional(),
    /** For the tree: 'roots' = those that answer nothing the person can see. */
    tree: z.enum(['roots']).optional(),
    /** For the tree: those that answer this one. */
    answering: MovementId.optional(),
    sort: z.enum(MOVEMENT_SORTS).optional(),
    page: z.coerce.number().int().min(1).max(10_000).optional(),
    pageSize: z.coerce.number().int().min(1).max(200).optional(),
    /** So many targets that are behind, of the movements on this page. */
    late: z.coerce.number().int().min(1).max(50).optional(),
  }),
  output: z.object({
    movements: z.array(MovementRow),
    /** The worst first; empty where they were not asked for. */
    late: z.array(LateTarget),
    total: count,
    page: z.number().int(),
    pageSize: z.number().int(),
    /** What the filters can be set to, for the whole province: years with movements, newest first. */
    years: z.array(z.number().int()),
  }),
  access: 'session',
  byToken: 'read',
  summary: 'Movements of the province, filtered, searched and paged; also the branches of the tree.',
});

/** One citation, recipient or report deadline of a movement. */
const fromDocument = { origin: Origin.nullable() };

export const ResponseView = z.object({
  id: ResponseId,
  version,
  organisation: OrganisationRef,
  how: z.enum(RESPONSE_KINDS),
  /** The answering movement, or the one it was folded into. */
  movement: MovementRef.nullable(),
  reason: z.string().nullable(),
  at: instant,
  byPost: z.string(),
  mayWithdraw: z.boolean(),
});
export type ResponseView = z.infer<typeof ResponseView>;

export const Movement = z.object({
  id: MovementId,
  version,
  head: MovementHead,
  organisation: OrganisationRef,
  jointOrganisations: z.array(OrganisationRef),
  document: DocumentNumber,
  numberSymbol: z.string().nullable(),
  state: z.enum(MOVEMENT_STATES),
  daysLeft: count.nullable(),
  /** Elapsed share of the period by calendar days, 0 to 1; null without a period. */
  elapsed: DecimalString.nullable(),
  source: z.enum(MOVEMENT_SOURCES),
  copiedFrom: MovementRef.nullable(),
  archived: z.object({ at: instant, byPost: z.string(), reason: z.string().nullable() }).nullable(),
  /** Since when supervisors may read it, and who opened it; null while they may not. */
  opened: z.object({ at: instant, byPost: z.string() }).nullable(),
  createdAt: instant,
  createdBy: z.string(),
  /** True for the demo's movements. */
  sample: z.boolean(),
  /** What this person may do here. */
  may: z.object({ edit: z.boolean(), archive: z.boolean(), respond: z.boolean(), open: z.boolean() }),
});
export type Movement = z.infer<typeof Movement>;

export const getMovement = endpoint({
  name: 'getMovement',
  method: 'GET',
  path: '/api/movements/:movementId',
  input: z.object({ movementId: MovementId }),
  output: z.object({
    movement: Movement,
    counts: z.object({
      targets: count,
      tasks: count,
      tasksDone: count,
      documents: count,
      /** Organisations that have answered, and that have not, the same for everybody who looks. */
      answers: count,
      unanswered: count,
    }),
    progress: VerdictCounts,
    /** Domains in reading order, those without a domain last (null). */
    domains: z.array(z.object({ domain: DomainCode.nullable(), targets: count, progress: VerdictCounts })),
    /** Movements of superiors this one answers. */
    respondsTo: z.array(
      z.object({ responseId: ResponseId, version, how: z.enum(RESPONSE_KINDS), movement: MovementRef }),
    ),
    /** Answers of those below, as far as one sees them, and which organisations directly below the launcher have not answered. */
    responses: z.array(ResponseView),
    unanswered: z.array(OrganisationRef),
    citations: z.array(CitationContent.extend({ ...fromDocument, id: z.uuid() })),
    reportDue: z.array(
      ReportDueContent.extend({
        ...fromDocument,
        id: z.uuid(),
        /** The last day that is in time: the day before for "trước ngày". */
        lastDay: CalendarDate.nullable(),
        /** The last working day up to then, by the province's calendar. */
        lastWorkingDay: CalendarDate.nullable(),
      }),
    ),
    recipients: z.array(z.object({ ...fromDocument, id: z.uuid(), text: z.string() })),
    documents: z.array(DocumentSummary),
  }),
  access: 'session',
  summary: 'One movement: its head, how it stands, whom it answers and who answers it, citations and documents.',
});

export const TargetView = Goal.extend({
  id: TargetId,
  version,
  /** Reading order inside the movement. */
  position: z.number().int(),
  partOf: TargetId.nullable(),
  leadOrganisation: OrganisationRef.nullable(),
  origin: Origin.nullable(),
  progress: TargetProgress,
  /** Which of its levels (tỉnh giao, HĐND giao, phấn đấu) the figure is. */
  planLevel: z.enum(PLAN_LEVELS).nullable(),
  /** By which resolution it was adjusted last. */
  adjustedBy: z.object({ resolution: z.string(), resolutionOn: CalendarDate, inForceOn: CalendarDate }).nullable(),
  /** Of the few things it counts, those that were not ticked in the newest figure. */
  missingNames: z.array(z.string()),
  /** Of a goal without a figure: its rating, and what was reached in words. */
  verdictRating: z.string().nullable(),
  verdictText: z.string().nullable(),
});
export type TargetView = z.infer<typeof TargetView>;

export const listTargets = endpoint({
  name: 'listTargets',
  method: 'GET',
  path: '/api/movements/:movementId/targets',
  input: z.object({ movementId: MovementId }),
  output: z.object({ targets: z.array(TargetView), mayEdit: z.boolean() }),
  access: 'session',
  byToken: 'read',
  summary: 'Targets of a movement in reading order, each with how far it is and the sentence it came from.',
});

/** More than one looks through in a list of hits. */
export const MOST_FOUND_TARGETS = 20;

export const findTargets = endpoint({
  name: 'findTargets',
  method: 'GET',
  path: '/api/targets',
  input: z.object({
    /** Words without diacritics in the target's name; all of them. */
    q: z.string().max(200),
    limit: z.coerce.number().int().min(1).max(MOST_FOUND_TARGETS).optional(),
  }),
  output: z.object({
    targets: z.array(
      z.object({ id: TargetId, name: z.string(), movement: MovementRef.extend({ year: z.number().int() }) }),
    ),
  }),
  access: 'session',
  summary: 'Targets by a few letters of their name, in the movements one may read, the newest movement first.',
});

export const TaskView = TaskContent.extend({
  id: TaskId,
  version,
  position: z.number().int(),
  state: z.enum(TASK_STATES),
  assigneeOrganisation: OrganisationRef.nullable(),
  /** The last day that is in time, and the last working day up to then by the province's calendar. */
  lastDay: CalendarDate.nullable(),
  lastWorkingDay: CalendarDate.nullable(),
  overdue: z.boolean(),
  origin: Origin.nullable(),
  maySetState: z.boolean(),
});
export type TaskView = z.infer<typeof TaskView>;

export const listTasks = endpoint({
  name: 'listTasks',
  method: 'GET',
  path: '/api/movements/:movementId/tasks',
  input: z.object({ movementId: MovementId }),
  output: z.object({ tasks: z.array(TaskView), mayEdit: z.boolean() }),
  access: 'session',
  summary: 'Tasks of a movement in reading order, each with its deadline and the sentence it came from.',
});
