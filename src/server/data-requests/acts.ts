/** Sending out a table, filling it in, returning an answer, closing. */

import type { z } from 'zod';
import type {
  closeDataRequest as CloseDataRequest,
  createDataRequest as CreateDataRequest,
  RequestAnswer,
  returnRequestAnswer as ReturnRequestAnswer,
  saveRequestAnswer as SaveRequestAnswer,
  sendRequestAnswer as SendRequestAnswer,
  uploadRequestForm as UploadRequestForm,
} from '../../contract/data-requests.ts';
import { ReadFailure } from '../../core/reader/limits.ts';
import { recogniseForm } from '../../core/reader/request-form.ts';
import type { Sheet } from '../../core/reader/sheet.ts';
import { type Cells, checkRequest, type RequestLayout, readCells, shaped } from '../../core/rules/data-requests.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { keepFile } from '../files.ts';
import { idsAmongBelow, unitsBelow } from '../organisations/facts.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { reaches } from '../reach.ts';
import { type AnswerRow, answerRows, type RequestRow, requestInSight } from './facts.ts';
import { answerShown } from './views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Out<E extends { output: z.ZodType }> = z.input<E['output']>;
type Shown = z.input<typeof RequestAnswer>;

/** Keeps an Excel form as it came, with the table recognised in it. */
export async function uploadRequestForm(
  tx: Tx,
  input: In<typeof UploadRequestForm>,
  context: ActContext,
  { sheet, bytes }: { sheet: Sheet; bytes: Uint8Array },
): Promise<Out<typeof UploadRequestForm>> {
  const { viewer, now, newId } = context;
  const units = await unitsBelow(tx, viewer.organisationId, viewer.today);
  const { title, ...layout } = recognised(
    sheet,
    units.map(({ name }) => name),
  );
  const sha256 = await keepFile(tx, viewer.provinceId, bytes);
  const id = newId();
  await tx
    .insertInto('data_request_forms')
    .values({
      id,
      province_id: viewer.provinceId,
      organisation_id: viewer.organisationId,
      file_sha256: Buffer.from(sha256, 'hex'),
      file_name: input.name,
      layout: JSON.stringify(layout),
      at: now,
      by_account: viewer.accountId,
    })
    .execute();
  context.record({
    deed: 'form-uploaded',
    subjectKind: 'data-request',
    subjectId: id,
    after: { name: input.name, sha256 },
  });
  return { formId: id, title, layout };
}

function recognised(sheet: Sheet, names: readonly string[]) {
  try {
    return recogniseForm(sheet, names);
  } catch (error) {
    if (error instanceof ReadFailure) throw refused([refusal('request-no-table')]);
    throw error;
  }
}

/** Sends a table to units. */
export async function createDataRequest(
  tx: Tx,
  input: In<typeof CreateDataRequest>,
  context: ActContext,
): Promise<Out<typeof CreateDataRequest>> {
  const { viewer, now, newId } = context;
  const units = await unitsAsked(tx, context, input);
  const layout = input.formId === null ? drawn(input.layout) : await ofForm(tx, context, input.formId, input.layout);
  const refusals = checkRequest({ layout, units, dueOn: input.dueOn, today: viewer.today });
  if (refusals.length > 0) throw refused(refusals);
  const id = newId();
  await tx
    .insertInto('data_requests')
    .values({
      id,
      province_id: viewer.provinceId,
      organisation_id: viewer.organisationId,
      form_id: input.formId,
      title: input.title,
      about: input.about,
      due_on: input.dueOn,
      layout: JSON.stringify(layout),
      made_at: now,
      made_by_post: viewer.postTitle,
    })
    .execute();
  const cells = JSON.stringify(shaped(layout, []));
  await tx
    .insertInto('data_request_answers')
    .values(
      units.map((unit, position) => ({
        request_id: id,
        organisation_id: unit.id,
        province_id: viewer.provinceId,
        position,
        state: 'waiting',
        cells,
      })),
    )
    .execute();
  const after = { title: input.title, dueOn: input.dueOn, units: units.length, columns: layout.columns.length };
  context.record({ deed: 'request-sent-out', subjectKind: 'data-request', subjectId: id, after });
  return { requestId: id };
}

type Unit = { id: string; name: string; below: boolean };

/** All communes or villages below, or those chosen; each once. */
async function unitsAsked(tx: Tx, { viewer }: ActContext, input: In<typeof CreateDataRequest>): Promise<Unit[]> {
  if (input.to !== 'chosen') {
    const found = await tx
      .selectFrom('organisation_closure as c')
      .innerJoin('organisations as o', 'o.id', 'c.descendant_id')
      .select(['o.id', 'o.name'])
      .where('c.ancestor_id', '=', viewer.organisationId)
      .where('c.depth', '>', 0)
      .where('c.valid_from', '<=', viewer.today)
      .where('c.valid_until', '>', viewer.today)
      .$if(input.to === 'communes', (query) =>
        query.where('o.level', '=', 'commune').where('o.kind', '=', 'people-committee'),
      )
      .$if(input.to === 'villages', (query) => query.where('o.kind', '=', 'village'))
      .orderBy('c.depth')
      .orderBy('o.position')
      .orderBy('o.name')
      .limit(MOST_UNITS + 1)
      .execute();
    if (found.length > MOST_UNITS) throw refused([refusal('request-too-large', { most: MOST_UNITS })]);
    return found.map((unit) => ({ ...unit, below: true }));
  }
  const ids = [...new Set(input.organisationIds.map(String))];
  if (ids.length === 0) return [];
  const found = await tx.selectFrom('organisations').select(['id', 'name']).where('id', 'in', ids).execute();
  if (found.length !== ids.length) throw notFound();
  const below = await idsAmongBelow(tx, viewer.organisationId, ids);
  return ids.flatMap((id) => {
    const unit = found.find((one) => one.id === id);
    return unit ? [{ ...unit, below: below.has(id) && id !== viewer.organisationId }] : [];
  });
}
const MOST_UNITS = 2_000;

const drawn = (layout: RequestLayout): RequestLayout => ({
  ...layout,
  form: null,
  columns: layout.columns.map((column) => ({ ...column, place: null })),
  fixed: layout.rows === 'fixed' ? layout.fixed.map((row) => ({ ...row, place: null })) : [],
});

/** Where things stand in a form is as it was recognised; names, kinds and which columns are asked for may be chosen. */
async function ofForm(tx: Tx, { viewer }: ActContext, formId: string, chosen: RequestLayout): Promise<RequestLayout> {
  const found = await tx
    .selectFrom('data_request_forms')
    .select('layout')
    .where('id', '=', formId)
    .where('organisation_id', '=', viewer.organisationId)
    .executeTakeFirst();
  if (!found) throw notFound();
  const known = found.layout as unknown as RequestLayout;
  const columns = chosen.columns.filter(({ place }) => known.columns.some((column) => column.place === place));
  const fixed =
    known.rows === 'fixed' ? chosen.fixed.filter(({ place }) => known.fixed.some((row) => row.place === place)) : [];
  return { rows: known.rows, form: known.form, columns, fixed };
}

/** Both acts on an answer: who may, and that nothing moved meanwhile. */
async function openAnswer(
  tx: Tx,
  context: ActContext,
  { requestId, organisationId, version }: { requestId: string; organisationId: string; version: number },
): Promise<{ request: RequestRow; answer: AnswerRow }> {
  const { viewer, scopes } = context;
  const { request, answers } = await requestInSight(tx, viewer, requestId);
  if (!answers.some((one) => one.organisationId === organisationId)) throw notFound();
  if (!(await reaches(tx, viewer, scopes, organisationId))) throw new Problem('forbidden', 'forbidden');
  await lockAnswer(tx, requestId, organisationId);
  const [answer] = await answerRows(tx, requestId, organisationId);
  if (!answer) throw notFound();
  if (request.closedAt !== null) throw refused([refusal('request-closed')]);
  if (answer.version !== version) throw stale(answerShown(answer, true));
  return { request, answer };
}

export async function lockAnswer(tx: Tx, requestId: string, organisationId: string): Promise<void> {
  await tx
    .selectFrom('data_request_answers')
    .select('state')
    .where('request_id', '=', requestId)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .execute();
  // Closing a request waits for whoever is sending, and they for it.
  await tx.selectFrom('data_requests').select('id').where('id', '=', requestId).forShare().execute();
}

/** Who writes: a person in a post, or a unit with a link. */
export type Writing = { provinceId: string; postTitle: string; now: string };

export async function keepAnswer(
  tx: Tx,
  { request, answer }: { request: RequestRow; answer: AnswerRow },
  cells: Cells,
  { postTitle, now }: Writing,
): Promise<void> {
  await tx
    .updateTable('data_request_answers')
    .set((row) => ({
      cells: JSON.stringify(shaped(request.layout, cells)),
      // What is being mended after it was returned stays returned until it is sent; what was sent is a draft again.
      state: answer.state === 'returned' ? 'returned' : 'draft',
      saved_at: now,
      saved_by_post: postTitle,
      version: row('version', '+', 1),
    }))
    .where('request_id', '=', request.id)
    .where('organisation_id', '=', answer.organisationId)
    .execute();
}

/** All cells are read, or none is kept as sent and each wrong one is named. */
export async function sendCells(
  tx: Tx,
  { request, answer }: { request: RequestRow; answer: AnswerRow },
  cells: Cells,
  { postTitle, now }: Writing,
): Promise<void> {
  const { values, refusals } = readCells(request.layout, cells);
  if (refusals.length > 0) throw refused(refusals);
  await tx
    .updateTable('data_request_answers')
    .set((row) => ({
      cells: JSON.stringify(shaped(request.layout, cells)),
      sent_cells: JSON.stringify(values),
      state: 'sent',
      sent_at: now,
      sent_by_post: postTitle,
      saved_at: now,
      saved_by_post: postTitle,
      returned_reason: null,
      version: row('version', '+', 1),
    }))
    .where('request_id', '=', request.id)
    .where('organisation_id', '=', answer.organisationId)
    .execute();
}

async function shownNow(tx: Tx, requestId: string, organisationId: string, mayFill = true): Promise<Shown> {
  const [answer] = await answerRows(tx, requestId, organisationId);
  if (!answer) throw notFound();
  return answerShown(answer, mayFill);
}

const writingOf = ({ viewer, now }: ActContext): Writing => ({
  provinceId: viewer.provinceId,
  postTitle: viewer.postTitle,
  now,
});

/** Keeps what was typed so far, right or wrong. */
export async function saveRequestAnswer(
  tx: Tx,
  input: In<typeof SaveRequestAnswer>,
  context: ActContext,
): Promise<Shown> {
  const opened = await openAnswer(tx, context, input);
  // What was sent is shown to whoever asked until it is sent again or returned; a slip of the hand does not take it back.
  if (opened.answer.state === 'sent') throw refused([refusal('request-sent')]);
  await keepAnswer(tx, opened, input.cells, writingOf(context));
  const { organisationId, requestId } = input;
  context.record({ deed: 'answer-kept', subjectKind: 'data-request', subjectId: requestId, after: { organisationId } });
  return shownNow(tx, requestId, organisationId);
}

/** Sends an answer; one that was sent before is replaced, and the log keeps what it was. */
export async function sendRequestAnswer(
  tx: Tx,
  input: In<typeof SendRequestAnswer>,
  context: ActContext,
): Promise<Shown> {
  const opened = await openAnswer(tx, context, input);
  await sendCells(tx, opened, input.cells, writingOf(context));
  const { organisationId, requestId } = input;
  const before = opened.answer.sentCells === null ? undefined : { organisationId, cells: opened.answer.sentCells };
  context.record({
    deed: 'answer-sent',
    subjectKind: 'data-request',
    subjectId: requestId,
    before,
    after: { organisationId },
  });
  return shownNow(tx, requestId, organisationId);
}

/** Sends an answer back to its unit with a reason. */
export async function returnRequestAnswer(
  tx: Tx,
  input: In<typeof ReturnRequestAnswer>,
  context: ActContext,
): Promise<Shown> {
  const { request } = await requestInSight(tx, context.viewer, input.requestId);
  if (!(await reaches(tx, context.viewer, context.scopes, request.organisationId)))
    throw new Problem('forbidden', 'forbidden');
  const { answer } = await openAnswer(tx, context, input);
  if (answer.state !== 'sent') throw refused([refusal('request-not-sent')]);
  const { requestId, organisationId, reason } = input;
  await tx
    .updateTable('data_request_answers')
    .set((row) => ({ state: 'returned', returned_reason: reason, version: row('version', '+', 1) }))
    .where('request_id', '=', requestId)
    .where('organisation_id', '=', organisationId)
    .execute();
  context.record({
    deed: 'answer-returned',
    subjectKind: 'data-request',
    subjectId: requestId,
    after: { organisationId, reason },
  });
  return shownNow(tx, requestId, organisationId);
}

/** Closes a request. */
export async function closeDataRequest(
  tx: Tx,
  { requestId }: In<typeof CloseDataRequest>,
  context: ActContext,
): Promise<{ closed: true }> {
  const { viewer, scopes, now } = context;
  const { request } = await requestInSight(tx, viewer, requestId);
  if (!(await reaches(tx, viewer, scopes, request.organisationId))) throw new Problem('forbidden', 'forbidden');
  const closed = await tx
    .updateTable('data_requests')
    .set({ closed_at: now, closed_by_post: viewer.postTitle })
    .where('id', '=', requestId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) throw refused([refusal('request-closed')]);
  context.record({ deed: 'request-closed', subjectKind: 'data-request', subjectId: requestId });
  return { closed: true };
}
