/** What rules and other features need to know of requests for figures. */

import { sql } from 'kysely';
import { scopesOf } from '../../core/rules/access.ts';
import type { AnswerState, RequestLayout } from '../../core/rules/data-requests.ts';
import { notFound } from '../problem.ts';
import { reaches } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

export type RequestRow = {
  id: string;
  title: string;
  about: string | null;
  organisationId: string;
  organisationName: string;
  dueOn: string;
  layout: RequestLayout;
  formId: string | null;
  madeAt: string;
  madeByPost: string;
  closedAt: string | null;
  closedByPost: string | null;
  sample: boolean;
};

/** One request inside the province, whoever looks; undefined where there is none. */
export async function requestRow(
  read: Pick<Read, 'selectFrom'>,
  provinceId: string,
  requestId: string,
): Promise<RequestRow | undefined> {
  const found = await read
    .selectFrom('data_requests as r')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .select(['r.id', 'r.title', 'r.about', 'r.organisation_id as organisationId', 'o.name as organisationName'])
    .select([
      'r.due_on as dueOn',
      'r.layout',
      'r.form_id as formId',
      'r.made_at as madeAt',
      'r.made_by_post as madeByPost',
    ])
    .select(['r.closed_at as closedAt', 'r.closed_by_post as closedByPost', 'r.sample'])
    .where('r.id', '=', requestId)
    .where('r.province_id', '=', provinceId)
    .executeTakeFirst();
  return found && { ...found, layout: found.layout as unknown as RequestLayout };
}

export type AnswerRow = {
  organisationId: string;
  organisationName: string;
  state: AnswerState;
  version: number;
  cells: string[][];
  sentCells: string[][] | null;
  sentAt: string | null;
  sentByPost: string | null;
  savedByPost: string | null;
  returnedReason: string | null;
};

/** Units of a request with what they answered, in their order; or one of them. */
export async function answerRows(
  read: Pick<Read, 'selectFrom'>,
  requestId: string,
  organisationId: string | null = null,
): Promise<AnswerRow[]> {
  const rows = await read
    .selectFrom('data_request_answers as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select(['a.organisation_id as organisationId', 'o.name as organisationName', 'a.state', 'a.version', 'a.cells'])
    .select(['a.sent_cells as sentCells', 'a.sent_at as sentAt', 'a.sent_by_post as sentByPost'])
    .select(['a.saved_by_post as savedByPost', 'a.returned_reason as returnedReason'])
    .where('a.request_id', '=', requestId)
    .$if(organisationId !== null, (query) => query.where('a.organisation_id', '=', organisationId ?? ''))
    .orderBy('a.position')
    .execute();
  return rows.map((row) => ({
    ...row,
    state: row.state as AnswerState,
    cells: row.cells as string[][],
    sentCells: row.sentCells as string[][] | null,
  }));
}

/** Those of the units that are the person's own or stand below it, by the right `act`. */
export async function unitsReached(
  read: Read,
  viewer: Viewer,
  act: 'read' | 'saveRequestAnswer',
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const scopes = scopesOf(act, viewer.roles).filter((scope) => scope === 'own' || scope === 'subtree');
  if (scopes.length === 0 || ids.length === 0) return new Set();
  if (!scopes.includes('subtree')) return new Set(ids.filter((id) => id === viewer.organisationId));
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT descendant_id AS id FROM organisation_closure
    WHERE ancestor_id = ${viewer.organisationId} AND descendant_id = ANY(${[...ids]}::uuid[])`.execute(read);
  return new Set([...rows.map(({ id }) => id), ...ids.filter((id) => id === viewer.organisationId)]);
}

/** A request that the person may see: it is asked by a place in reach, or asks a unit in reach. Throws `not-found`. */
export async function requestInSight(
  read: Read,
  viewer: Viewer,
  requestId: string,
): Promise<{ request: RequestRow; answers: AnswerRow[]; whole: boolean }> {
  const request = await requestRow(read, viewer.provinceId, requestId);
  if (!request) throw notFound();
  const answers = await answerRows(read, requestId);
  const scopes = scopesOf('read', viewer.roles);
  const whole = await reaches(read, viewer, scopes, request.organisationId);
  if (whole) return { request, answers, whole };
  const own = await unitsReached(
    read,
    viewer,
    'read',
    answers.map(({ organisationId }) => organisationId),
  );
  if (own.size === 0) throw notFound();
  return { request, answers: answers.filter(({ organisationId }) => own.has(organisationId)), whole };
}
