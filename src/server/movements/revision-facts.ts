/** Holds the checked draft of a newer document against what a movement has. */

import type { z } from 'zod';
import type { MovementDraft } from '../../contract/documents.ts';
import type { DueRelation } from '../../core/rules/calendar.ts';
import type { ChangeKind, ChangeSubject } from '../../core/rules/documents.ts';
import {
  changesBetween,
  codeValue,
  dateValue,
  type FieldChange,
  type Fields,
  goalFields,
  headFields,
  numberFields,
  taskFields,
  textValue,
} from '../../core/rules/history.ts';
import { type RevisionItem, revise } from '../../core/rules/revision.ts';
import { foldedWords } from '../../core/text/search.ts';
import type { Read } from '../read.ts';
import { domainOf, figureOf, taskContentOf } from './columns.ts';
import type { MovementFacts } from './facts.ts';

export type Draft = z.input<typeof MovementDraft>;
type Stored = RevisionItem & { editedByHand: boolean; kept: boolean };
type ListSubject = Exclude<ChangeSubject, 'header'>;
type FoundRow =
  | Draft['targets'][number]
  | Draft['tasks'][number]
  | Draft['citations'][number]
  | Draft['reportDue'][number]
  | Draft['recipients'][number];
type Found<R extends FoundRow = FoundRow> = RevisionItem & { row: R };

export type Change = {
  key: string;
  subject: ChangeSubject;
  kind: ChangeKind;
  label: string;
  fields: FieldChange[];
  editedByHand: boolean;
  suggested: 'update' | 'keep';
  /** The stored record and the draft's row; null where there is none. */
  storedId: string | null;
  row: FoundRow | null;
};

export type Comparison = {
  changes: Change[];
  /** Pairs that say the same, whose places move on to the newer document. */
  unchanged: { subject: ListSubject; storedId: string; row: FoundRow }[];
};

/** Every difference between the movement and the kept rows of the draft, in reading order. */
export async function compareWithDraft(read: Read, movement: MovementFacts, draft: Draft): Promise<Comparison> {
  const kept: Draft = {
    ...draft,
    targets: draft.targets.filter((row) => row.kept),
    tasks: draft.tasks.filter((row) => row.kept),
    citations: draft.citations.filter((row) => row.kept),
    reportDue: draft.reportDue.filter((row) => row.kept),
    recipients: draft.recipients.filter((row) => row.kept),
  };
  const lists: [ListSubject, Stored[], Found[]][] = [
    ['target', await storedTargets(read, movement.id), foundTargets(kept)],
    ['task', await storedTasks(read, movement.id), kept.tasks.map((row) => found(row, row.content, taskFields(row)))],
    ['citation', await storedCitations(read, movement.id), kept.citations.map(foundCitation)],
    [
      'report-due',
      await storedDues(read, movement.id),
      kept.reportDue.map((row) => found(row, row.to ?? '', dueFields(row))),
    ],
    [
      'recipient',
      await storedRecipients(read, movement.id),
      kept.recipients.map((row) => found(row, row.text, recipientFields(row))),
    ],
  ];
  const comparison: Comparison = { changes: headChanges(movement, kept), unchanged: [] };
  const leftOut = await leftOutOf(read, movement.id);
  for (const [subject, stored, news] of lists) addRevision(comparison, subject, revise(stored, news), leftOut);
  return comparison;
}

const ROWS = {
  targets: 'target',
  tasks: 'task',
  citations: 'citation',
  reportDue: 'report-due',
  recipients: 'recipient',
} as const satisfies Partial<Record<keyof Draft, ListSubject>>;

/** By what a row is known again in another version: the words it was read from. */
const traceOf = (subject: ListSubject, { place }: FoundRow) =>
  place === null ? null : `${subject} ${foldedWords(place.quote).join(' ')}`;

/** What people took out when they checked the earlier versions: nobody wants to take it out twice. */
async function leftOutOf(read: Read, movementId: string): Promise<ReadonlySet<string | null>> {
  const rows = await read.selectFrom('readings').select('draft').where('movement_id', '=', movementId).execute();
  const traces = rows.flatMap(({ draft }) => {
    const earlier = draft as Draft | null;
    if (earlier === null) return [];
    return (Object.keys(ROWS) as (keyof typeof ROWS)[]).flatMap((list) =>
      earlier[list].filter((row) => !row.kept).map((row) => traceOf(ROWS[list], row)),
    );
  });
  return new Set(traces.filter((trace) => trace !== null));
}

function addRevision(
  comparison: Comparison,
  subject: ListSubject,
  revision: ReturnType<typeof revise<Stored, Found>>,
  leftOut: ReadonlySet<string | null>,
): void {
  for (const { stored, found: now } of revision.unchanged)
    comparison.unchanged.push({ subject, storedId: stored.key, row: now.row });
  for (const { stored, found: now, fields } of revision.changed)
    comparison.changes.push({
      key: `${subject}:${stored.key}`,
      subject,
      kind: 'changed',
      label: now.label,
      fields,
      editedByHand: stored.editedByHand,
      suggested: stored.editedByHand ? 'keep' : 'update',
      storedId: stored.key,
      row: now.row,
    });
  for (const now of revision.added) {
    const taken = leftOut.has(traceOf(subject, now.row));
    comparison.changes.push({
      key: `${subject}+${now.key}`,
      subject,
      kind: 'added',
      label: now.label,
      fields: changesBetween(null, now.fields),
      editedByHand: taken,
      suggested: taken ? 'keep' : 'update',
      storedId: null,
      row: now.row,
    });
  }
  for (const stored of revision.removed)
    comparison.changes.push({
      key: `${subject}:${stored.key}`,
      subject,
      kind: 'removed',
      label: stored.label,
      fields: changesBetween(stored.fields, null),
      editedByHand: stored.editedByHand,
      suggested: stored.editedByHand || stored.kept ? 'keep' : 'update',
      storedId: stored.key,
      row: null,
    });
}

/** One change for each field of the head; who launched it is not the document's to change. */
function headChanges(movement: MovementFacts, draft: Draft): Change[] {
  const names = { launcher: movement.organisationName, joint: movement.jointNames };
  const fields = changesBetween(
    [...headFields(movement, names), ...numberFields(movement)],
    [...headFields(draft.head, names), ...numberFields(draft.document)],
  );
  return fields.map((field) => {
    // A newer version that has lost what the clerk entered meanwhile does not take it away by itself.
    const lost = field.after === null;
    return {
      key: `header:${field.field}`,
      subject: 'header' as const,
      kind: 'changed' as const,
      label: movement.title,
      fields: [field],
      editedByHand: movement.editedByHand,
      suggested: lost || (movement.editedByHand && field.before !== null) ? ('keep' as const) : ('update' as const),
      storedId: null,
      row: null,
    };
  });
}

const found = <R extends FoundRow>(
  row: R,
  label: string,
  fields: Fields,
  identity: string | null = null,
): Found<R> => ({
  key: row.key,
  label,
  identity,
  trace: row.place?.quote ?? null,
  fields,
  row,
});

const identityOfGoal = (goal: { indicator: string | null; scope: string | null; figure: { change: string } | null }) =>
  goal.indicator === null ? null : `${goal.indicator} ${goal.scope ?? ''} ${goal.figure?.change ?? ''}`;

function foundTargets(draft: Draft): Found[] {
  const names = new Map(draft.targets.map((row) => [row.key, row.name]));
  return draft.targets.map((row) => {
    const fields = goalFields(row, { lead: null, partOf: names.get(row.partOf ?? '') ?? null });
    return found(row, row.name, fields, identityOfGoal(row));
  });
}

async function storedTargets(read: Read, movementId: string): Promise<Stored[]> {
  const rows = await read
    .selectFrom('targets')
    .selectAll()
    .select((row) => [
      row.exists(row.selectFrom('measurements').select('id').whereRef('target_id', '=', 'targets.id')).as('measured'),
    ])
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return rows.map((row) => {
    const goal = {
      name: row.name,
      indicator: row.indicator,
      domain: domainOf(row.domain),
      figure: figureOf(row),
      scope: row.scope,
      dueOn: row.due_on,
      owner: row.owner,
    };
    return {
      key: row.id,
      label: row.name,
      identity: identityOfGoal(goal),
      trace: row.origin_quote,
      fields: goalFields(goal, { lead: null, partOf: names.get(row.part_of_id ?? '') ?? null }),
      editedByHand: row.edited_by_hand,
      kept: row.measured === true,
    };
  });
}

async function storedTasks(read: Read, movementId: string): Promise<Stored[]> {
  const rows = await read
    .selectFrom('tasks')
    .selectAll()
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    key: row.id,
    label: row.content,
    identity: null,
    trace: row.origin_quote,
    fields: taskFields(taskContentOf(row)),
    editedByHand: row.edited_by_hand,
    kept: row.state !== 'to-do',
  }));
}

type CitationFacts = Pick<Draft['citations'][number], 'kind' | 'numberSymbol' | 'date' | 'issuer' | 'subject'> & {
  role: string;
};

const citationFields = (one: CitationFacts): Fields => [
  ['role', codeValue(one.role)],
  ['citation', textValue(one.kind)],
  ['number', textValue(one.numberSymbol)],
  ['issued-on', dateValue(one.date)],
  ['owner', textValue(one.issuer)],
  ['text', textValue(one.subject)],
];

const citationLabel = (one: CitationFacts): string =>
  [one.kind, one.numberSymbol ?? one.subject ?? one.issuer ?? ''].join(' ').trim();

const foundCitation = (row: Draft['citations'][number]): Found =>
  found(row, citationLabel(row), citationFields(row), row.numberSymbol);

async function storedCitations(read: Read, movementId: string): Promise<Stored[]> {
  const rows = await read
    .selectFrom('movement_citations')
    .select(['id', 'role', 'kind', 'number_symbol as numberSymbol', 'dated as date', 'issuer', 'subject'])
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    key: row.id,
    label: citationLabel(row),
    identity: row.numberSymbol,
    trace: null,
    fields: citationFields(row),
    editedByHand: false,
    kept: false,
  }));
}

const dueFields = (due: { on: string | null; relation: string; to: string | null; via: string | null }): Fields => [
  ['due-on', dateValue(due.on)],
  ['due-relation', codeValue(due.relation)],
  ['text', textValue(due.to)],
  ['via', textValue(due.via)],
];

async function storedDues(read: Read, movementId: string): Promise<Stored[]> {
  const rows = await read
    .selectFrom('movement_report_dues')
    .select(['id', 'due_on as on', 'relation', 'report_to as to', 'via'])
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    key: row.id,
    label: row.to ?? '',
    identity: null,
    trace: null,
    fields: dueFields({ ...row, relation: row.relation as DueRelation }),
    editedByHand: false,
    kept: false,
  }));
}

const recipientFields = (one: { text: string }): Fields => [['recipients', textValue(one.text)]];

async function storedRecipients(read: Read, movementId: string): Promise<Stored[]> {
  const rows = await read
    .selectFrom('movement_recipients')
    .select(['id', 'text'])
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    key: row.id,
    label: row.text,
    identity: null,
    trace: null,
    fields: recipientFields(row),
    editedByHand: false,
    kept: false,
  }));
}
