/** What people do with the head of a movement. */

import type { z } from 'zod';
import type {
  archiveMovement as ArchiveMovement,
  createMovement as CreateMovement,
  editMovement as EditMovement,
  restoreMovement as RestoreMovement,
  setDocumentNumber as SetDocumentNumber,
} from '../../contract/movement-acts.ts';
import { addYears } from '../../core/rules/calendar.ts';
import {
  changesBetween,
  type FieldChange,
  type HistoryDeed,
  headFields,
  numberFields,
} from '../../core/rules/history.ts';
import { checkHead, numberSymbol } from '../../core/rules/movements.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { idsAbove, isBelow } from '../organisations/facts.ts';
import { refused, stale } from '../problem.ts';
import { answerCopied } from './answer-acts.ts';
import { domainOf, figureOf, taskContentOf } from './columns.ts';
import { sharesGiven } from './comparison-facts.ts';
import { launcherIds, type MovementFacts, movementFacts, numberTakenBy } from './facts.ts';
import { keepHistory } from './history-acts.ts';
import {
  checkNewHead,
  headColumns,
  launchersOf,
  makeMovement,
  type NewTarget,
  type NewTask,
  numberColumns,
  setJointLaunchers,
} from './make-acts.ts';
import { openForEdit, openMovement } from './open-acts.ts';
import { type MovementOut, viewMovementHead } from './views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

/** Makes a movement without a document: empty, from an earlier one, or from the targets of the level above. */
export async function createMovement(
  tx: Tx,
  input: In<typeof CreateMovement>,
  context: ActContext,
): Promise<{ movementId: string }> {
  const { from, head, document } = input;
  const source = from === null ? null : await movementFacts(tx, context.viewer, from.movementId);
  if (from !== null && source !== null) await requireSource(tx, context, { how: from.how, source, head });
  const taken = from !== null && source !== null ? await takeFrom(tx, context, { from, source, head }) : null;
  const answers = from?.how === 'parent' ? [from.movementId, ...input.respondsTo] : input.respondsTo;
  const movementId = await makeMovement(tx, context, {
    head,
    document,
    source: from === null ? 'empty' : from.how,
    copiedFromId: source?.id ?? null,
    documentId: null,
    targets: taken?.targets ?? [],
    tasks: taken?.tasks ?? [],
    citations: [],
    reportDue: [],
    recipients: [],
    respondsTo: answers,
    reason: null,
    sample: false,
  });
  if (from?.how === 'parent' && taken) await answerCopied(tx, context, movementId, taken.ids);
  return { movementId };
}

type From = NonNullable<In<typeof CreateMovement>['from']>;

/** A copy is of one's own reach or of what one's own organisation came from; a parent stands above the new launcher. */
async function requireSource(
  tx: Tx,
  context: ActContext,
  { how, source, head }: { how: From['how']; source: MovementFacts; head: { organisationId: string } },
): Promise<void> {
  const { viewer } = context;
  if (how === 'parent') {
    const above = await idsAbove(tx, head.organisationId, viewer.today);
    if (launcherIds(source).some((id) => above.includes(id))) return;
  } else {
    for (const id of launcherIds(source)) if (await isBelow(tx, viewer, id)) return;
    const came = await tx
      .selectFrom('organisation_successions')
      .select('predecessor_id')
      .where('successor_id', '=', viewer.organisationId)
      .where('predecessor_id', 'in', launcherIds(source))
      .executeTakeFirst();
    if (came) return;
  }
  throw refused([refusal('source-out-of-reach')]);
}

/** Targets and tasks of another movement as new ones; the days of a copy move on by the years between. */
async function takeFrom(
  tx: Tx,
  { newId }: ActContext,
  { from, source, head }: { from: From; source: MovementFacts; head: { organisationId: string; year: number } },
): Promise<{ targets: NewTarget[]; tasks: NewTask[]; ids: Map<string, string> }> {
  const years = from.how === 'copy' ? head.year - source.year : 0;
  const moved = (date: string | null) => (date === null ? null : addYears(date, years));
  const rows = await tx
    .selectFrom('targets')
    .selectAll()
    .where('movement_id', '=', source.id)
    .$if(from.targetIds !== undefined, (query) => query.where('id', 'in', emptyNever(from.targetIds ?? [])))
    .orderBy('position')
    .execute();
  const ids = new Map(rows.map((row) => [row.id, newId()]));
  const given =
    from.how === 'parent' ? await sharesGiven(tx, source.id, head.organisationId) : new Map<string, string>();
  const targets = rows.map((row) => ({
    id: ids.get(row.id) ?? newId(),
    name: row.name,
    indicator: row.indicator,
    domain: domainOf(row.domain),
    figure: givenFigure(figureOf(row), given.get(row.id)),
    scope: row.scope,
    dueOn: moved(row.due_on),
    owner: row.owner,
    partOf: ids.get(row.part_of_id ?? '') ?? null,
    leadOrganisationId: from.how === 'copy' ? row.lead_organisation_id : null,
    place: null,
  }));
  if (!from.tasks) return { targets, tasks: [], ids };
  const tasks = await tx
    .selectFrom('tasks')
    .selectAll()
    .where('movement_id', '=', source.id)
    .orderBy('position')
    .execute();
  return {
    targets,
    ids,
    tasks: tasks.map((row) => ({ ...taskContentOf(row), dueOn: moved(row.due_on), place: null })),
  };
}

/** Of an amount that was shared out, a unit takes its share. */
const givenFigure = (figure: ReturnType<typeof figureOf>, share: string | undefined) =>
  figure && share !== undefined ? { ...figure, value: share } : figure;

/** SQL has no empty list. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const emptyNever = (ids: readonly string[]): string[] => (ids.length === 0 ? [NOBODY] : [...ids]);

/** Changes title, theme, kind, year, period or launchers. */
export async function editMovement(tx: Tx, input: In<typeof EditMovement>, context: ActContext): Promise<MovementOut> {
  const movement = await openForEdit(tx, context, input.movementId);
  await requireFresh(tx, context, movement, input.version);
  const launchers = await launchersOf(tx, context, input.head);
  const document = movement;
  const refusals = await checkNewHead(
    tx,
    context,
    { head: input.head, document },
    { launchers, exceptId: movement.id },
  );
  if (refusals.length > 0) throw refused(refusals);
  const changes = changesBetween(
    headFields(movement, { launcher: movement.organisationName, joint: movement.jointNames }),
    headFields(input.head, { launcher: launchers.launcher.name, joint: launchers.joint.map((one) => one.name) }),
  );
  await tx
    .updateTable('movements')
    .set((row) => ({ ...headColumns(input.head), version: row('version', '+', 1), edited_by_hand: true }))
    .where('id', '=', movement.id)
    .execute();
  await setJointLaunchers(tx, context, movement.id, input.head.jointOrganisationIds);
  await keepHead(tx, context, movement.id, { deed: 'edited', changes });
  return viewMovementHead(tx, context.viewer, movement.id);
}

/** Enters number and day of issue when the clerk has given them (practice 14). */
export async function setDocumentNumber(
  tx: Tx,
  input: In<typeof SetDocumentNumber>,
  context: ActContext,
): Promise<MovementOut> {
  const movement = await openForEdit(tx, context, input.movementId);
  await requireFresh(tx, context, movement, input.version);
  const { organisationId, year } = movement;
  const wanted = { organisationId, year, numberSymbol: numberSymbol(input.document), exceptId: movement.id };
  const numberTaken = await numberTakenBy(tx, wanted);
  if (numberTaken) throw refused([refusal('number-taken', numberTaken)]);
  await tx
    .updateTable('movements')
    .set((row) => ({ ...numberColumns(input.document), version: row('version', '+', 1), edited_by_hand: true }))
    .where('id', '=', movement.id)
    .execute();
  const changes = changesBetween(numberFields(movement), numberFields(input.document));
  await keepHead(tx, context, movement.id, { deed: 'numbered', changes });
  return viewMovementHead(tx, context.viewer, movement.id);
}

/** Puts a movement away; it stays readable and can be brought back. */
export async function archiveMovement(
  tx: Tx,
  input: In<typeof ArchiveMovement>,
  context: ActContext,
): Promise<MovementOut> {
  const movement = await openForEdit(tx, context, input.movementId);
  await requireFresh(tx, context, movement, input.version);
  await tx
    .updateTable('movements')
    .set((row) => ({
      archived_at: context.now,
      archived_by: context.viewer.postTitle,
      archive_reason: input.reason,
      version: row('version', '+', 1),
    }))
    .where('id', '=', movement.id)
    .execute();
  await keepHead(tx, context, movement.id, { deed: 'archived', changes: [], reason: input.reason });
  return viewMovementHead(tx, context.viewer, movement.id);
}

/** Brings an archived movement back, if its number has not been given to another meanwhile. */
export async function restoreMovement(
  tx: Tx,
  input: In<typeof RestoreMovement>,
  context: ActContext,
): Promise<MovementOut> {
  const movement = await openMovement(tx, context, input.movementId);
  await requireFresh(tx, context, movement, input.version);
  if (movement.archivedAt === null) throw refused([refusal('movement-not-archived')]);
  const numberTaken = await numberTakenBy(tx, { ...movement, exceptId: movement.id });
  const launchers = await launchersOf(tx, context, {
    ...movement,
    jointOrganisationIds: movement.jointIds,
  });
  const refusals = checkHead({ ...launchers, ...movement, numberTakenBy: numberTaken });
  if (refusals.length > 0) throw refused(refusals);
  await tx
    .updateTable('movements')
    .set((row) => ({ archived_at: null, archived_by: null, archive_reason: null, version: row('version', '+', 1) }))
    .where('id', '=', movement.id)
    .execute();
  await keepHead(tx, context, movement.id, { deed: 'restored', changes: [] });
  return viewMovementHead(tx, context.viewer, movement.id);
}

/** An old version is refused with the newer record. */
async function requireFresh(tx: Tx, context: ActContext, movement: MovementFacts, version: number): Promise<void> {
  if (movement.version !== version) throw stale(await viewMovementHead(tx, context.viewer, movement.id));
}

function keepHead(
  tx: Tx,
  context: ActContext,
  movementId: string,
  done: { deed: HistoryDeed; changes: FieldChange[]; reason?: string | null },
): Promise<void> {
  return keepHistory(tx, context, [
    { ...done, movementId, subject: 'movement', subjectId: movementId, subjectName: null },
  ]);
}
