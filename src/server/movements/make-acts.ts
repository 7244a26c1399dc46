/** Making a movement with everything in it: from a checked draft, from another movement, or from nothing. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  CitationContent,
  DocumentNumber,
  Goal,
  MovementHead,
  Place,
  ReportDueContent,
  TaskContent,
} from '../../contract/facts.ts';
import { changesBetween, headFields, numberFields } from '../../core/rules/history.ts';
import { usualDataPeriod } from '../../core/rules/measurements.ts';
import {
  checkHead,
  checkResponse,
  checkTarget,
  type MovementRefusal,
  type MovementSource,
  numberSymbol,
} from '../../core/rules/movements.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { idsAbove, type OrganisationFacts, organisationFacts } from '../organisations/facts.ts';
import { notFound, refused } from '../problem.ts';
import { reaches } from '../reach.ts';
import { goalColumns, originColumns, taskColumns } from './columns.ts';
import { launcherIds, movementFacts, numberTakenBy } from './facts.ts';
import { keepHistory } from './history-acts.ts';

/** `byHand`: a person wrote it, or changed what was read. */
type At = { place: z.input<typeof Place> | null; byHand?: boolean };
export type NewTarget = z.input<typeof Goal> &
  At & { id: string; partOf: string | null; leadOrganisationId: string | null };
export type NewTask = z.input<typeof TaskContent> & At;
export type NewCitation = z.input<typeof CitationContent> & At;
export type NewReportDue = z.input<typeof ReportDueContent> & At;
export type NewRecipient = { text: string } & At;

export type NewMovement = {
  head: z.input<typeof MovementHead>;
  document: z.input<typeof DocumentNumber>;
  source: MovementSource;
  copiedFromId: string | null;
  /** The document its places refer to. */
  documentId: string | null;
  targets: NewTarget[];
  tasks: NewTask[];
  citations: NewCitation[];
  reportDue: NewReportDue[];
  recipients: NewRecipient[];
  /** Movements of superiors that it answers by its own plan. */
  respondsTo: readonly string[];
  reason: string | null;
  sample: boolean;
};

type Launchers = { launcher: OrganisationFacts; joint: OrganisationFacts[] };

/** The launchers of a head. Throws `not-found` for an organisation that is not of the province. */
export async function launchersOf(tx: Tx, context: ActContext, head: NewMovement['head']): Promise<Launchers> {
  const joint = [...new Set(head.jointOrganisationIds)];
  const [launcher] = await organisationFacts(tx, context.viewer, [head.organisationId]);
  const others = await organisationFacts(tx, context.viewer, joint);
  if (!launcher || others.length !== joint.length) throw notFound();
  return { launcher, joint: others };
}

/** Everything that speaks against a head, beyond reach included. */
export async function checkNewHead(
  tx: Tx,
  context: ActContext,
  { head, document }: Pick<NewMovement, 'head' | 'document'>,
  { launchers, exceptId }: { launchers: Launchers; exceptId: string | null },
): Promise<MovementRefusal[]> {
  const numberTaken = await numberTakenBy(tx, {
    organisationId: head.organisationId,
    year: head.year,
    numberSymbol: numberSymbol(document),
    exceptId,
  });
  const refusals = checkHead({ ...launchers, period: head.period, year: head.year, numberTakenBy: numberTaken });
  if (!(await reaches(tx, context.viewer, context.scopes, head.organisationId)))
    refusals.unshift(refusal('launcher-out-of-reach', { name: launchers.launcher.name }));
  return refusals;
}

/** Makes a movement, all of it or nothing; everything that speaks against it is refused at once. Returns its id. */
export async function makeMovement(tx: Tx, context: ActContext, wanted: NewMovement): Promise<string> {
  const { viewer, now, newId } = context;
  const id = newId();
  const launchers = await launchersOf(tx, context, wanted.head);
  const refusals = [
    ...(await checkNewHead(tx, context, wanted, { launchers, exceptId: null })),
    ...checkTargets(id, wanted.targets),
    ...(await checkAnswers(tx, context, id, wanted)),
  ];
  if (refusals.length > 0) throw refused(refusals);
  await requireOfProvince(tx, context, [
    ...wanted.targets.map((target) => target.leadOrganisationId),
    ...wanted.tasks.map((task) => task.assigneeId),
  ]);
  const { head, document } = wanted;
  await tx
    .insertInto('movements')
    .values({
      id,
      province_id: viewer.provinceId,
      ...headColumns(head),
      ...numberColumns(document),
      source: wanted.source,
      copied_from_id: wanted.copiedFromId,
      created_at: now,
      created_by: viewer.accountId,
      created_by_post: viewer.postTitle,
      sample: wanted.sample,
    })
    .execute();
  await setJointLaunchers(tx, context, id, head.jointOrganisationIds);
  if (wanted.documentId !== null) await addDocument(tx, context, id, wanted.documentId);
  await insertTargets(tx, context, id, wanted, 1);
  await insertTasks(tx, context, id, wanted, 1);
  await insertParts(tx, context, id, wanted);
  await insertAnswers(tx, context, id, wanted);
  const fields = headFields(head, {
    launcher: launchers.launcher.name,
    joint: launchers.joint.map((one) => one.name),
  });
  await keepHistory(tx, context, [
    {
      movementId: id,
      deed: 'created',
      subject: 'movement',
      subjectId: id,
      subjectName: null,
      changes: changesBetween(null, [...fields, ...numberFields(document)]),
      reason: wanted.reason,
    },
  ]);
  return id;
}

/** Throws `not-found` when one of the organisations is not of the viewer's province. */
export async function requireOfProvince(tx: Tx, context: ActContext, ids: readonly (string | null)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if ((await organisationFacts(tx, context.viewer, wanted)).length !== wanted.length) throw notFound();
}

export const headColumns = (head: NewMovement['head']) => ({
  organisation_id: head.organisationId,
  title: head.title,
  theme: head.theme,
  kind: head.kind,
  year: head.year,
  period_from: head.period.from,
  period_until: head.period.until,
});

export const numberColumns = (document: NewMovement['document']) => ({
  number: document.number,
  symbol: document.symbol,
  number_symbol: numberSymbol(document),
  issued_on: document.issuedOn,
  place: document.place,
});

/** New targets may be part of each other; the whole has to be among them, and no ring may close. */
function checkTargets(movementId: string, targets: readonly NewTarget[]): MovementRefusal[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  return targets.flatMap((target) => {
    const whole = target.partOf === null ? undefined : byId.get(target.partOf);
    const wholes: string[] = [];
    for (let at = whole; at?.partOf != null && wholes.length <= targets.length; at = byId.get(at.partOf))
      wholes.push(at.partOf);
    const partOf = whole ? { id: whole.id, movementId, wholes } : null;
    return checkTarget({ name: target.name, figure: target.figure, id: target.id, partOf, movementId });
  });
}

async function checkAnswers(
  tx: Tx,
  context: ActContext,
  id: string,
  { head, respondsTo }: NewMovement,
): Promise<MovementRefusal[]> {
  const above = await idsAbove(tx, head.organisationId, context.viewer.today);
  const refusals: MovementRefusal[] = [];
  const [answerer] = await organisationFacts(tx, context.viewer, [head.organisationId]);
  for (const answeredId of new Set(respondsTo)) {
    const answered = await movementFacts(tx, context.viewer, answeredId);
    refusals.push(
      ...checkResponse({
        how: 'own-plan',
        reason: null,
        answered: { id: answeredId, launcherIds: launcherIds(answered) },
        answerer: { id: head.organisationId, name: answerer?.name ?? '', above },
        answering: { id, launcherIds: [head.organisationId] },
        already: await hasAnswered(tx, answeredId, head.organisationId),
      }),
    );
  }
  return refusals;
}

export async function hasAnswered(tx: Tx, answeredId: string, organisationId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('movement_responses')
    .select('id')
    .where('answered_id', '=', answeredId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Replaces the joint launchers. */
export async function setJointLaunchers(
  tx: Tx,
  { viewer }: ActContext,
  movementId: string,
  organisationIds: readonly string[],
): Promise<void> {
  await tx.deleteFrom('movement_joint_launchers').where('movement_id', '=', movementId).execute();
  const rows = [...new Set(organisationIds)].map((organisation_id, position) => ({
    province_id: viewer.provinceId,
    movement_id: movementId,
    organisation_id,
    position,
  }));
  if (rows.length > 0) await tx.insertInto('movement_joint_launchers').values(rows).execute();
}

/** Puts a document at the head of a movement's documents. */
export async function addDocument(
  tx: Tx,
  { viewer }: ActContext,
  movementId: string,
  documentId: string,
): Promise<void> {
  await tx
    .insertInto('movement_documents')
    .values({
      province_id: viewer.provinceId,
      movement_id: movementId,
      document_id: documentId,
      position: sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM movement_documents WHERE movement_id = ${movementId})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type WithDocument = Pick<NewMovement, 'documentId'>;

/** Wholes before their parts, so that every reference finds its row. */
export async function insertTargets(
  tx: Tx,
  { viewer }: ActContext,
  movementId: string,
  { targets, documentId }: WithDocument & { targets: readonly NewTarget[] },
  firstPosition: number,
): Promise<void> {
  const rows = targets.map((target, at) => ({
    id: target.id,
    province_id: viewer.provinceId,
    movement_id: movementId,
    position: firstPosition + at,
    lead_organisation_id: target.leadOrganisationId,
    data_period: usualDataPeriod(target),
    ...goalColumns(target),
    ...originColumns(documentId, target.place),
    edited_by_hand: target.byHand ?? false,
  }));
  if (rows.length === 0) return;
  await tx.insertInto('targets').values(rows).execute();
  const known = new Set(targets.map((target) => target.id));
  for (const { id, partOf } of targets)
    if (partOf !== null && known.has(partOf))
      await tx.updateTable('targets').set({ part_of_id: partOf }).where('id', '=', id).execute();
}

export async function insertTasks(
  tx: Tx,
  { viewer, newId }: ActContext,
  movementId: string,
  { tasks, documentId }: WithDocument & { tasks: readonly NewTask[] },
  firstPosition: number,
): Promise<void> {
  const rows = tasks.map((task, at) => ({
    id: newId(),
    province_id: viewer.provinceId,
    movement_id: movementId,
    position: firstPosition + at,
    ...taskColumns(task),
    ...originColumns(documentId, task.place),
    edited_by_hand: task.byHand ?? false,
  }));
  if (rows.length > 0) await tx.insertInto('tasks').values(rows).execute();
}

type Parts = WithDocument & Pick<NewMovement, 'citations' | 'reportDue' | 'recipients'>;

/** Citations, report deadlines and recipients, from `first` on in the reading order. */
export async function insertParts(
  tx: Tx,
  context: ActContext,
  movementId: string,
  parts: Parts,
  first = 1,
): Promise<void> {
  const { viewer, newId } = context;
  const common = { province_id: viewer.provinceId, movement_id: movementId };
  const at = (place: At['place']) => originColumns(parts.documentId, place);
  const citations = parts.citations.map((one, index) => ({
    ...common,
    id: newId(),
    position: first + index,
    role: one.role,
    kind: one.kind,
    number: one.number,
    symbol: one.symbol,
    number_symbol: one.numberSymbol,
    dated: one.date,
    issuer: one.issuer,
    subject: one.subject,
    ...at(one.place),
  }));
  const dues = parts.reportDue.map((one, index) => ({
    ...common,
    id: newId(),
    position: first + index,
    due_on: one.on,
    relation: one.relation,
    report_to: one.to,
    via: one.via,
    ...at(one.place),
  }));
  const recipients = parts.recipients.map((one, index) => ({
    ...common,
    id: newId(),
    position: first + index,
    text: one.text,
    ...at(one.place),
  }));
  if (citations.length > 0) await tx.insertInto('movement_citations').values(citations).execute();
  if (dues.length > 0) await tx.insertInto('movement_report_dues').values(dues).execute();
  if (recipients.length > 0) await tx.insertInto('movement_recipients').values(recipients).execute();
}

async function insertAnswers(tx: Tx, context: ActContext, movementId: string, wanted: NewMovement): Promise<void> {
  const { viewer, now, newId } = context;
  const rows = [...new Set(wanted.respondsTo)].map((answered_id) => ({
    id: newId(),
    province_id: viewer.provinceId,
    answered_id,
    organisation_id: wanted.head.organisationId,
    how: 'own-plan' as const,
    answering_id: movementId,
    reason: null,
    at: now,
    by_account: viewer.accountId,
    by_post: viewer.postTitle,
  }));
  if (rows.length > 0) await tx.insertInto('movement_responses').values(rows).execute();
}
