/** Makes the changes that a person took over from a newer version of a movement's document. */

import type { HistoryField, HistorySubject } from '../../core/rules/history.ts';
import { checkTarget } from '../../core/rules/movements.ts';
import type { ActContext, Tx } from '../act.ts';
import { refused } from '../problem.ts';
import { goalColumns, originColumns, taskColumns } from './columns.ts';
import type { MovementFacts } from './facts.ts';
import { keepHistory } from './history-acts.ts';
import {
  addDocument,
  checkNewHead,
  headColumns,
  insertParts,
  insertTargets,
  insertTasks,
  launchersOf,
  type NewMovement,
  numberColumns,
  requireOfProvince,
} from './make-acts.ts';
import { nextPosition } from './open-acts.ts';
import type { Change, Comparison, Draft } from './revision-facts.ts';
import { dropTarget } from './target-acts.ts';
import { dropTask } from './task-acts.ts';

export type Update = {
  movement: MovementFacts;
  draft: Draft;
  documentId: string;
  comparison: Comparison;
  taken: readonly Change[];
};

/** Everything or nothing; what the newer version cannot hold together is refused with all reasons. */
export async function applyChanges(tx: Tx, context: ActContext, update: Update): Promise<void> {
  const { movement, documentId, comparison, taken } = update;
  await addDocument(tx, context, movement.id, documentId);
  await applyHead(tx, context, update);
  await applyTargets(tx, context, update);
  await applyTasks(tx, context, update);
  await applyParts(tx, context, update);
  for (const { subject, storedId, row } of comparison.unchanged)
    if (row.place !== null)
      await tx
        .updateTable(TABLES[subject])
        .set(originColumns(documentId, row.place))
        .where('id', '=', storedId)
        .execute();
  const told = taken.filter((change) => !(change.kind === 'removed' && KEEPS_OWN_HISTORY.has(change.subject)));
  await keepHistory(tx, context, [
    {
      movementId: movement.id,
      deed: 'updated-from-document',
      subject: 'document',
      subjectId: documentId,
      subjectName: update.draft.head.title,
      changes: [],
    },
    ...told.map((change) => ({
      movementId: movement.id,
      deed: 'updated-from-document' as const,
      subject: SUBJECTS[change.subject],
      subjectId: change.storedId ?? movement.id,
      subjectName: change.subject === 'header' ? null : change.label,
      changes: change.fields,
    })),
  ]);
}

const TABLES = {
  target: 'targets',
  task: 'tasks',
  citation: 'movement_citations',
  'report-due': 'movement_report_dues',
  recipient: 'movement_recipients',
} as const;

/** Removing a target or task writes its line itself. */
const KEEPS_OWN_HISTORY: ReadonlySet<Change['subject']> = new Set(['target', 'task']);

const SUBJECTS: Record<Change['subject'], HistorySubject> = {
  header: 'movement',
  target: 'target',
  task: 'task',
  citation: 'document',
  'report-due': 'document',
  recipient: 'document',
};

async function applyHead(tx: Tx, context: ActContext, { movement, draft, taken }: Update): Promise<void> {
  const fields = new Set(
    taken.flatMap((change): HistoryField[] =>
      change.subject === 'header' ? change.fields.map((field) => field.field) : [],
    ),
  );
  const from = <T>(field: HistoryField, now: T, was: T): T => (fields.has(field) ? now : was);
  const head: NewMovement['head'] = {
    title: from('title', draft.head.title, movement.title),
    theme: from('theme', draft.head.theme, movement.theme),
    kind: from('kind', draft.head.kind, movement.kind),
    year: from('year', draft.head.year, movement.year),
    period: from('period', draft.head.period, movement.period),
    organisationId: movement.organisationId,
    jointOrganisationIds: movement.jointIds,
  };
  const document = {
    number: from('number', draft.document.number, movement.number),
    symbol: from('symbol', draft.document.symbol, movement.symbol),
    issuedOn: from('issued-on', draft.document.issuedOn, movement.issuedOn),
    place: from('place', draft.document.place, movement.place),
  };
  const launchers = await launchersOf(tx, context, head);
  const refusals = await checkNewHead(tx, context, { head, document }, { launchers, exceptId: movement.id });
  if (refusals.length > 0) throw refused(refusals);
  await tx
    .updateTable('movements')
    .set((row) => ({ ...headColumns(head), ...numberColumns(document), version: row('version', '+', 1) }))
    .where('id', '=', movement.id)
    .execute();
}

type TargetRow = Draft['targets'][number];
const asTarget = (change: Change): TargetRow | null =>
  change.subject === 'target' ? (change.row as TargetRow | null) : null;

async function applyTargets(tx: Tx, context: ActContext, update: Update): Promise<void> {
  const { movement, documentId, comparison, taken } = update;
  const rows = taken.flatMap((change) => asTarget(change) ?? []);
  const refusals = rows.flatMap((row) =>
    checkTarget({ name: row.name, figure: row.figure, id: null, partOf: null, movementId: movement.id }),
  );
  if (refusals.length > 0) throw refused(refusals);
  const added = taken.filter((change) => change.subject === 'target' && change.kind === 'added');
  const ids = new Map<string, string>();
  for (const one of comparison.unchanged) if (one.subject === 'target') ids.set(one.row.key, one.storedId);
  for (const change of comparison.changes)
    if (change.subject === 'target' && change.row && change.storedId) ids.set(change.row.key, change.storedId);
  const fresh = added.flatMap((change) => {
    const row = asTarget(change);
    if (!row) return [];
    const id = context.newId();
    ids.set(row.key, id);
    return [{ ...row, id, partOf: null, leadOrganisationId: null, byHand: row.edited }];
  });
  const position = await nextPosition(tx, 'targets', movement.id);
  await insertTargets(tx, context, movement.id, { targets: fresh, documentId }, position);
  for (const row of rows) {
    const id = ids.get(row.key);
    if (id === undefined) continue;
    const whole = ids.get(row.partOf ?? '') ?? null;
    const isNew = fresh.some((one) => one.id === id);
    await tx
      .updateTable('targets')
      .set((stored) => ({
        ...goalColumns(row),
        ...originColumns(documentId, row.place),
        part_of_id: whole === id ? null : whole,
        edited_by_hand: row.edited,
        ...(isNew ? {} : { version: stored('version', '+', 1) }),
      }))
      .where('id', '=', id)
      .execute();
  }
  const gone = taken.filter((change) => change.subject === 'target' && change.kind === 'removed');
  // Parts stand after their wholes, so from the end none is removed before its parts.
  for (const change of gone.reverse())
    if (change.storedId !== null)
      await dropTarget(tx, context, { movementId: movement.id, targetId: change.storedId, reason: null });
}

async function applyTasks(tx: Tx, context: ActContext, { movement, documentId, taken }: Update): Promise<void> {
  const changes = taken.filter((change) => change.subject === 'task');
  const rowOf = (change: Change) => change.row as Draft['tasks'][number] | null;
  await requireOfProvince(
    tx,
    context,
    changes.map((change) => rowOf(change)?.assigneeId ?? null),
  );
  const added = changes
    .flatMap((change) => (change.kind === 'added' ? (rowOf(change) ?? []) : []))
    .map((row) => ({
      ...row,
      byHand: row.edited,
    }));
  const position = await nextPosition(tx, 'tasks', movement.id);
  await insertTasks(tx, context, movement.id, { tasks: added, documentId }, position);
  for (const change of changes) {
    const row = rowOf(change);
    if (change.storedId === null) continue;
    if (row === null) await dropTask(tx, context, { movementId: movement.id, taskId: change.storedId, reason: null });
    else
      await tx
        .updateTable('tasks')
        .set((stored) => ({
          ...taskColumns(row),
          ...originColumns(documentId, row.place),
          edited_by_hand: row.edited,
          version: stored('version', '+', 1),
        }))
        .where('id', '=', change.storedId)
        .execute();
  }
}

/** Citations, report deadlines and recipients have no figures under them: what changed is put anew. */
async function applyParts(tx: Tx, context: ActContext, { movement, documentId, taken }: Update): Promise<void> {
  const parts = taken.filter(
    (change) => change.subject === 'citation' || change.subject === 'report-due' || change.subject === 'recipient',
  );
  for (const { subject, storedId } of parts)
    if (storedId !== null && (subject === 'citation' || subject === 'report-due' || subject === 'recipient'))
      await tx.deleteFrom(TABLES[subject]).where('id', '=', storedId).execute();
  const rows = <R>(subject: Change['subject']) =>
    parts.flatMap((change) => (change.subject === subject && change.row !== null ? [change.row as R] : []));
  const wanted = {
    documentId,
    citations: rows<Draft['citations'][number]>('citation'),
    reportDue: rows<Draft['reportDue'][number]>('report-due'),
    recipients: rows<Draft['recipients'][number]>('recipient'),
  };
  await insertParts(tx, context, movement.id, wanted, (await lastPart(tx, movement.id)) + 1);
}

/** The highest place among citations, report deadlines and recipients. */
async function lastPart(tx: Tx, movementId: string): Promise<number> {
  let last = 0;
  for (const table of ['movement_citations', 'movement_report_dues', 'movement_recipients'] as const) {
    const row = await tx
      .selectFrom(table)
      .select((all) => all.fn.max('position').as('last'))
      .where('movement_id', '=', movementId)
      .executeTakeFirst();
    last = Math.max(last, row?.last ?? 0);
  }
  return last;
}
