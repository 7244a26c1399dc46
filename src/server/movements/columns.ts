/** Between columns and contract: the parts that several tables of a movement share. */

import type { z } from 'zod';
import type { Goal, GoalFigure, Origin, Place, TaskContent } from '../../contract/facts.ts';
import type { DueRelation } from '../../core/rules/calendar.ts';
import { DOMAIN_CODES, type DomainCode } from '../../core/rules/indicators.ts';
import type { DutyRole } from '../../core/rules/movements.ts';
import type { BaselineKind, Better, Change, Comparator, Measure } from '../../core/rules/targets.ts';

export type GoalIn = z.input<typeof Goal>;
type OriginIn = z.input<typeof Origin>;

export const domainOf = (code: string | null): DomainCode | null =>
  DOMAIN_CODES.find((known) => known === code) ?? null;

export const FIGURE_COLUMNS = [
  'measure',
  'comparator',
  'change',
  'value',
  'low',
  'high',
  'numerator',
  'denominator',
  'unit',
  'better',
  'baseline_kind',
  'baseline_year',
  'baseline_value',
  'baseline_text',
] as const;

type FigureRow = {
  measure: string | null;
  comparator: string | null;
  change: string | null;
  value: string | null;
  low: string | null;
  high: string | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  better: string | null;
  baseline_kind: string | null;
  baseline_year: number | null;
  baseline_value: string | null;
  baseline_text: string | null;
};

/** The figure of a target's row; null for a goal without one. The closed lists are held by the table's own checks. */
export function figureOf(row: FigureRow): z.input<typeof GoalFigure> | null {
  if (row.measure === null) return null;
  return {
    measure: row.measure as Measure,
    comparator: row.comparator as Comparator,
    change: row.change as Change,
    value: row.value,
    low: row.low,
    high: row.high,
    numerator: row.numerator,
    denominator: row.denominator,
    unit: row.unit,
    better: row.better as Better,
    baseline:
      row.baseline_kind === null
        ? null
        : {
            kind: row.baseline_kind as BaselineKind,
            year: row.baseline_year,
            value: row.baseline_value,
            text: row.baseline_text,
          },
  };
}

/** A goal as columns of targets. */
export function goalColumns(goal: GoalIn) {
  const { figure } = goal;
  return {
    name: goal.name,
    indicator: goal.indicator,
    domain: goal.domain,
    scope: goal.scope,
    due_on: goal.dueOn,
    owner: goal.owner,
    measure: figure?.measure ?? null,
    comparator: figure?.comparator ?? null,
    change: figure?.change ?? null,
    value: figure?.value ?? null,
    low: figure?.low ?? null,
    high: figure?.high ?? null,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    unit: figure?.unit ?? null,
    better: figure?.better ?? null,
    baseline_kind: figure?.baseline?.kind ?? null,
    baseline_year: figure?.baseline?.year ?? null,
    baseline_value: figure?.baseline?.value ?? null,
    baseline_text: figure?.baseline?.text ?? null,
  };
}

type TaskRow = {
  content: string;
  assignee: string | null;
  assignee_id: string | null;
  role: string;
  due_on: string | null;
  due_relation: string | null;
  via: string | null;
  domain: string | null;
  person: string | null;
  product: string | null;
  authority: string | null;
};

export function taskContentOf(row: TaskRow): z.input<typeof TaskContent> {
  return {
    content: row.content,
    assignee: row.assignee,
    assigneeId: row.assignee_id,
    role: row.role as DutyRole,
    dueOn: row.due_on,
    dueRelation: row.due_relation as DueRelation | null,
    via: row.via,
    domain: domainOf(row.domain),
    person: row.person,
    product: row.product,
    authority: row.authority,
  };
}

export function taskColumns(task: z.input<typeof TaskContent>) {
  return {
    content: task.content,
    assignee: task.assignee,
    assignee_id: task.assigneeId,
    role: task.role,
    due_on: task.dueOn,
    due_relation: task.dueRelation,
    via: task.via,
    domain: task.domain,
    person: task.person,
    product: task.product,
    authority: task.authority,
  };
}

export const ORIGIN_COLUMNS = [
  'origin_document_id',
  'origin_from',
  'origin_until',
  'origin_quote',
  'origin_confidence',
  'origin_mentions',
] as const;

type OriginRow = {
  origin_document_id: string | null;
  origin_from: number | null;
  origin_until: number | null;
  origin_quote: string | null;
  origin_confidence: string | null;
  origin_mentions: unknown;
};

/** The way back to the sentence a row came from. */
export function originOf(row: OriginRow): OriginIn | null {
  const { origin_document_id: documentId, origin_from: from, origin_until: until, origin_quote: quote } = row;
  if (documentId === null || from === null || until === null || quote === null) return null;
  return {
    documentId,
    span: [from, until],
    quote,
    confidence: row.origin_confidence === null ? null : Number(row.origin_confidence),
    mentions: row.origin_mentions as OriginIn['mentions'],
  };
}

/** A place in a document as columns; all null without one. */
export function originColumns(documentId: string | null, place: z.input<typeof Place> | null) {
  const there = documentId !== null && place !== null;
  return {
    origin_document_id: there ? documentId : null,
    origin_from: there ? place.span[0] : null,
    origin_until: there ? place.span[1] : null,
    origin_quote: there ? place.quote : null,
    origin_confidence: there && place.confidence !== null ? String(place.confidence) : null,
    origin_mentions: there ? JSON.stringify(place.mentions) : null,
  };
}
