/** Requests for figures as the screens show them. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { DataRequest, listDataRequests, RequestAnswer } from '../../contract/data-requests.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { type AnswerState, mergeAnswers } from '../../core/rules/data-requests.ts';
import { refusal } from '../../core/rules/refusal.ts';
import { filledRequest } from '../../core/writer/request-form.ts';
import { findFile } from '../files.ts';
import { refused } from '../problem.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { type AnswerRow, requestInSight, unitsReached } from './facts.ts';

type Listed = z.input<(typeof listDataRequests)['output']>;

const MOST_LISTED = 200;
const MOST_NAMED = 200;

/** Requests of one's own place, and those that ask it or places below it; the newest first. */
export async function viewDataRequests(read: Read, viewer: Viewer): Promise<Listed> {
  const subtree = scopesOf('read', viewer.roles).includes('subtree');
  const below = subtree
    ? sql`OR a.organisation_id IN (SELECT descendant_id FROM organisation_closure WHERE ancestor_id = ${viewer.organisationId})`
    : sql``;
  const { rows } = await sql<Row>`
    SELECT r.id, r.title, r.organisation_id AS "organisationId", o.name AS "organisationName", r.due_on AS "dueOn",
      r.made_at AS "madeAt", r.made_by_post AS "madeByPost", r.closed_at AS "closedAt", r.sample,
      (SELECT count(*)::int FROM data_request_answers a WHERE a.request_id = r.id) AS asked,
      (SELECT count(*)::int FROM data_request_answers a WHERE a.request_id = r.id AND a.state = 'sent') AS sent,
      (SELECT a.state FROM data_request_answers a WHERE a.request_id = r.id AND a.organisation_id = ${viewer.organisationId}) AS own
    FROM data_requests r JOIN organisations o ON o.id = r.organisation_id
    WHERE r.province_id = ${viewer.provinceId} AND (r.organisation_id = ${viewer.organisationId}
      OR EXISTS (SELECT FROM data_request_answers a WHERE a.request_id = r.id
        AND (a.organisation_id = ${viewer.organisationId} ${below})))
    ORDER BY r.closed_at IS NOT NULL, r.made_at DESC, r.id LIMIT ${MOST_LISTED}`.execute(read);
  const mine = rows.filter((row) => row.organisationId === viewer.organisationId && row.closedAt === null);
  const missing = await missingOf(
    read,
    mine.map(({ id }) => id),
  );
  return {
    requests: rows.map(({ organisationId, organisationName, ...row }) => ({
      ...row,
      organisation: { id: organisationId, name: organisationName },
      missing: missing.get(row.id) ?? [],
    })),
    mayAsk: await mayDo(read, viewer, 'createDataRequest', viewer.organisationId),
  };
}

type Row = {
  id: string;
  title: string;
  organisationId: string;
  organisationName: string;
  dueOn: string;
  madeAt: string;
  madeByPost: string;
  closedAt: string | null;
  sample: boolean;
  asked: number;
  sent: number;
  own: AnswerState | null;
};

async function missingOf(read: Read, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await read
    .selectFrom('data_request_answers as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select(['a.request_id as requestId', 'o.name'])
    .where('a.request_id', 'in', [...ids])
    .where('a.state', '!=', 'sent')
    .orderBy('a.position')
    .execute();
  for (const { requestId, name } of rows) {
    const known = found.get(requestId) ?? [];
    if (known.length < MOST_NAMED) found.set(requestId, [...known, name]);
  }
  return found;
}

/** One answer as a person sees it: what is typed only where they may go on typing. */
export function answerShown(answer: AnswerRow, mayFill: boolean): z.input<typeof RequestAnswer> {
  return {
    organisation: { id: answer.organisationId, name: answer.organisationName },
    state: answer.state,
    version: answer.version,
    cells: mayFill ? answer.cells : [],
    sent: answer.state === 'sent' ? answer.sentCells : null,
    sentAt: answer.sentAt,
    sentByPost: answer.sentByPost,
    savedByPost: answer.savedByPost,
    returnedReason: answer.returnedReason,
    mayFill,
  };
}

/** One request: whoever asked sees all answers, others those of their own place and below. */
export async function viewDataRequest(
  read: Read,
  viewer: Viewer,
  { requestId }: { requestId: string },
): Promise<z.input<typeof DataRequest>> {
  const { request, answers } = await requestInSight(read, viewer, requestId);
  const ids = answers.map(({ organisationId }) => organisationId);
  const fill = request.closedAt === null ? await unitsReached(read, viewer, 'saveRequestAnswer', ids) : new Set();
  const form =
    request.formId === null
      ? undefined
      : await read
          .selectFrom('data_request_forms')
          .select('file_name')
          .where('id', '=', request.formId)
          .executeTakeFirst();
  const counted = await read
    .selectFrom('data_request_answers')
    .select((row) => row.fn.countAll<string>().as('asked'))
    .select((row) => row.fn.countAll<string>().filterWhere('state', '=', 'sent').as('sent'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const { organisationId, organisationName, formId: _, ...rest } = request;
  return {
    ...rest,
    organisation: { id: organisationId, name: organisationName },
    formName: form?.file_name ?? null,
    answers: answers.map((answer) => answerShown(answer, fill.has(answer.organisationId))),
    asked: Number(counted.asked),
    sent: Number(counted.sent),
    mayManage: await mayDo(read, viewer, 'closeDataRequest', organisationId),
  };
}

/** The uploaded form with all that was sent in its cells. */
export async function viewFilledForm(read: Read, viewer: Viewer, { requestId }: { requestId: string }) {
  const { request, answers, whole } = await requestInSight(read, viewer, requestId);
  const form =
    request.formId === null || !whole
      ? undefined
      : await read
          .selectFrom('data_request_forms')
          .select(['file_name as name', 'file_sha256 as sha256'])
          .where('id', '=', request.formId)
          .executeTakeFirst();
  const bytes = form && (await findFile(read, viewer.provinceId, Buffer.from(form.sha256).toString('hex')));
  if (!form || !bytes) throw refused([refusal('request-form-gone')]);
  const merged = mergeAnswers(
    request.layout,
    answers.map((answer) => ({
      unit: answer.organisationName,
      sent: answer.state === 'sent',
      cells: answer.sentCells ?? [],
    })),
  );
  return {
    name: form.name,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: filledRequest(new Uint8Array(bytes), request.layout, merged),
  };
}
