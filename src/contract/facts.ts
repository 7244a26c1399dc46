import { z } from 'zod';
import { DUE_RELATIONS } from '../core/rules/calendar.ts';
import {
  type FieldChange as FieldChangeOfRules,
  type FieldValue as FieldValueOfRules,
  HISTORY_FIELDS,
} from '../core/rules/history.ts';
import { CITATION_ROLES, DUTY_ROLES, MOVEMENT_KINDS } from '../core/rules/movements.ts';
import {
  BASELINE_KINDS,
  BETTER,
  CHANGES,
  COMPARATORS,
  type Goal as GoalOfRules,
  MEASURES,
} from '../core/rules/targets.ts';
import { CalendarDate, DecimalString, DocumentId, OrganisationId } from './ids.ts';
import { DomainCode, IndicatorCode } from './indicators.ts';
import { Span } from './reading.ts';

/** The facts that a document and a movement share: what a reading proposes, a person edits and a movement keeps. */

const line = (max: number) => z.string().trim().max(max);
/** Free text of at most `max` characters; an empty field is null, never ''. */
export const filled = (max: number) => line(max).min(1);

/** Where in the document's text a fact stands; `text.slice(...span) === quote`. */
export const Place = z.object({
  span: Span,
  quote: z.string().max(20_000),
  /** 0 to 1; null when a person marked the place. */
  confidence: z.number().min(0).max(1).nullable(),
  /** Every place where the same fact is stated, the first being `span`. */
  mentions: z.array(Span).max(200),
});
export type Place = z.infer<typeof Place>;

/** A stored fact's way back to its sentence. */
export const Origin = Place.extend({ documentId: DocumentId });
export type Origin = z.infer<typeof Origin>;

export const Period = z.object({ from: CalendarDate.nullable(), until: CalendarDate.nullable() });
export type Period = z.infer<typeof Period>;

export const GoalFigure = z.object({
  measure: z.enum(MEASURES),
  comparator: z.enum(COMPARATORS),
  change: z.enum(CHANGES),
  value: DecimalString.nullable(),
  low: DecimalString.nullable(),
  high: DecimalString.nullable(),
  numerator: DecimalString.nullable(),
  denominator: DecimalString.nullable(),
  unit: filled(100).nullable(),
  better: z.enum(BETTER),
  baseline: z
    .object({
      kind: z.enum(BASELINE_KINDS),
      year: z.number().int().min(1900).max(2200).nullable(),
      value: DecimalString.nullable(),
      text: filled(500).nullable(),
    })
    .nullable(),
});
export type GoalFigure = z.infer<typeof GoalFigure>;

/** A target; `checkGoal` of core/rules/targets.ts says whether its parts fit together. */
export const Goal = z.object({
  name: filled(500),
  indicator: IndicatorCode.nullable(),
  domain: DomainCode.nullable(),
  figure: GoalFigure.nullable(),
  scope: filled(300).nullable(),
  dueOn: CalendarDate.nullable(),
  owner: filled(300).nullable(),
}) satisfies z.ZodType<GoalOfRules>;
export type Goal = z.infer<typeof Goal>;

/** Nhiệm vụ, giải pháp, by the "6 rõ". */
export const TaskContent = z.object({
  content: filled(5_000),
  /** The unit as the document names it, and the organisation it was matched with. */
  assignee: filled(300).nullable(),
  assigneeId: OrganisationId.nullable(),
  role: z.enum(DUTY_ROLES),
  dueOn: CalendarDate.nullable(),
  dueRelation: z.enum(DUE_RELATIONS).nullable(),
  via: filled(300).nullable(),
  domain: DomainCode.nullable(),
  /** Người chịu trách nhiệm, by post. */
  person: filled(200).nullable(),
  product: filled(500).nullable(),
  authority: filled(500).nullable(),
});
export type TaskContent = z.infer<typeof TaskContent>;

export const CitationContent = z.object({
  role: z.enum(CITATION_ROLES),
  kind: filled(200),
  number: filled(50).nullable(),
  symbol: filled(100).nullable(),
  numberSymbol: filled(150).nullable(),
  date: CalendarDate.nullable(),
  issuer: filled(300).nullable(),
  subject: filled(2_000).nullable(),
});
export type CitationContent = z.infer<typeof CitationContent>;

export const ReportDueContent = z.object({
  on: CalendarDate.nullable(),
  relation: z.enum(DUE_RELATIONS),
  to: filled(300).nullable(),
  via: filled(300).nullable(),
});
export type ReportDueContent = z.infer<typeof ReportDueContent>;

/** Number and date may come from the clerk later. */
export const DocumentNumber = z.object({
  number: filled(50).nullable(),
  symbol: filled(100).nullable(),
  issuedOn: CalendarDate.nullable(),
  place: filled(200).nullable(),
});
export type DocumentNumber = z.infer<typeof DocumentNumber>;

/** The head of a movement. */
export const MovementHead = z.object({
  title: filled(1_000),
  theme: filled(2_000).nullable(),
  kind: z.enum(MOVEMENT_KINDS),
  year: z.number().int().min(1945).max(2200),
  period: Period,
  /** The launcher. */
  organisationId: OrganisationId,
  /** Others that launch it jointly (phối hợp phát động). */
  jointOrganisationIds: z.array(OrganisationId).max(20),
});
export type MovementHead = z.infer<typeof MovementHead>;

/** A value of a field before or after; screens put it into words of their language. */
export const FieldValue = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('date'), date: CalendarDate }),
  z.object({ type: z.literal('year'), year: z.number().int() }),
  z.object({ type: z.literal('period'), period: Period }),
  z.object({ type: z.literal('figure'), figure: GoalFigure }),
  /** A word of a closed list: the field says which (kind, state, role, how, due-relation …). */
  z.object({ type: z.literal('code'), code: z.string() }),
  z.object({ type: z.literal('list'), items: z.array(z.string()) }),
]) satisfies z.ZodType<FieldValueOfRules>;
export type FieldValue = z.infer<typeof FieldValue>;

export const FieldChange = z.object({
  field: z.enum(HISTORY_FIELDS),
  before: FieldValue.nullable(),
  after: FieldValue.nullable(),
}) satisfies z.ZodType<FieldChangeOfRules>;
export type FieldChange = z.infer<typeof FieldChange>;
