/** The history of a movement: what a field held before and after, in values that any language can put into words. */

import type { Period } from './calendar.ts';
import type { Goal, GoalFigure } from './targets.ts';

/** What a line of a movement's history speaks of. */
export const HISTORY_SUBJECTS = ['movement', 'target', 'task', 'response', 'document'] as const;
export type HistorySubject = (typeof HISTORY_SUBJECTS)[number];

/** What a person did, as the history names it. */
export const HISTORY_DEEDS = [
  'created',
  'edited',
  'numbered',
  'archived',
  'restored',
  'added',
  'revised',
  'state-set',
  'removed',
  'answered',
  'withdrawn',
  'updated-from-document',
  'opened',
  'closed',
] as const;
export type HistoryDeed = (typeof HISTORY_DEEDS)[number];

/** Fields whose earlier and later value the history keeps. */
export const HISTORY_FIELDS = [
  'title',
  'theme',
  'kind',
  'year',
  'period',
  'launcher',
  'joint-launchers',
  'number',
  'symbol',
  'issued-on',
  'place',
  'name',
  'indicator',
  'domain',
  'figure',
  'scope',
  'due-on',
  'due-relation',
  'owner',
  'lead-organisation',
  'part-of',
  'content',
  'assignee',
  'role',
  'via',
  'person',
  'product',
  'authority',
  'state',
  'how',
  'reason',
  'answering-movement',
  'answering-target',
  'plan-level',
  'assigned-value',
  'council-value',
  'aspired-value',
  'supporters',
  'data-source',
  'data-period',
  'entered-as',
  'year-kind',
  'things',
  'rating',
  'evidence',
  'recipients',
  'report-due',
  'citation',
  'text',
] as const;
export type HistoryField = (typeof HISTORY_FIELDS)[number];

export type FieldValue =
  | { type: 'text'; text: string }
  | { type: 'date'; date: string }
  | { type: 'year'; year: number }
  | { type: 'period'; period: Period }
  | { type: 'figure'; figure: GoalFigure }
  | { type: 'code'; code: string }
  | { type: 'list'; items: string[] };

export type FieldChange = { field: HistoryField; before: FieldValue | null; after: FieldValue | null };

export const textValue = (text: string | null): FieldValue | null => (text === null ? null : { type: 'text', text });
export const dateValue = (date: string | null): FieldValue | null => (date === null ? null : { type: 'date', date });
export const codeValue = (code: string | null): FieldValue | null => (code === null ? null : { type: 'code', code });
export const listValue = (items: string[]): FieldValue | null => (items.length === 0 ? null : { type: 'list', items });
const figureValue = (figure: GoalFigure | null): FieldValue | null =>
  figure === null ? null : { type: 'figure', figure };
const periodValue = (period: Period): FieldValue | null =>
  period.from === null && period.until === null ? null : { type: 'period', period };

/** A record as the history sees it: each field with its value, in reading order. */
export type Fields = [field: HistoryField, value: FieldValue | null][];

/** What differs between two states of one record; null stands for a record that is not there. */
export function changesBetween(before: Fields | null, after: Fields | null): FieldChange[] {
  const earlier = new Map(before ?? []);
  const later = new Map(after ?? []);
  const fields = new Set([...earlier.keys(), ...later.keys()]);
  return [...fields].flatMap((field) => {
    const was = earlier.get(field) ?? null;
    const is = later.get(field) ?? null;
    return sameValue(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** Equal whatever the order in which their parts were written. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}

/** A target as the history sees it; names of organisations and of the whole it is part of are passed in. */
export function goalFields(goal: Goal, names: { lead: string | null; partOf: string | null }): Fields {
  return [
    ['name', textValue(goal.name)],
    ['figure', figureValue(goal.figure)],
    ['indicator', codeValue(goal.indicator)],
    ['domain', codeValue(goal.domain)],
    ['scope', textValue(goal.scope)],
    ['due-on', dateValue(goal.dueOn)],
    ['owner', textValue(goal.owner)],
    ['lead-organisation', textValue(names.lead)],
    ['part-of', textValue(names.partOf)],
  ];
}

/** Nhiệm vụ, giải pháp, by the "6 rõ": người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền. */
export type TaskFacts = {
  content: string;
  assignee: string | null;
  role: string;
  dueOn: string | null;
  dueRelation: string | null;
  via: string | null;
  domain: string | null;
  person: string | null;
  product: string | null;
  authority: string | null;
};

export function taskFields(task: TaskFacts): Fields {
  return [
    ['content', textValue(task.content)],
    ['assignee', textValue(task.assignee)],
    ['role', codeValue(task.role)],
    ['due-on', dateValue(task.dueOn)],
    ['due-relation', codeValue(task.dueRelation)],
    ['via', textValue(task.via)],
    ['domain', codeValue(task.domain)],
    ['person', textValue(task.person)],
    ['product', textValue(task.product)],
    ['authority', textValue(task.authority)],
  ];
}

export type HeadFacts = {
  title: string;
  theme: string | null;
  kind: string;
  year: number;
  period: Period;
};

/** The head of a movement; launchers come by name. */
export function headFields(head: HeadFacts, names: { launcher: string; joint: string[] }): Fields {
  return [
    ['title', textValue(head.title)],
    ['theme', textValue(head.theme)],
    ['kind', codeValue(head.kind)],
    ['year', { type: 'year', year: head.year }],
    ['period', periodValue(head.period)],
    ['launcher', textValue(names.launcher)],
    ['joint-launchers', listValue(names.joint)],
  ];
}

export type NumberFacts = {
  number: string | null;
  symbol: string | null;
  issuedOn: string | null;
  place: string | null;
};

export function numberFields(document: NumberFacts): Fields {
  return [
    ['number', textValue(document.number)],
    ['symbol', textValue(document.symbol)],
    ['issued-on', dateValue(document.issuedOn)],
    ['place', textValue(document.place)],
  ];
}
