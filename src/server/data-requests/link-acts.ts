/** Links with which one unit fills in a request without a password, and what their holder does with them. */

import type { z } from 'zod';
import type {
  makeRequestLinks as MakeRequestLinks,
  RequestByLink,
  revokeRequestLinks as RevokeRequestLinks,
} from '../../contract/request-links.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, LinkHolder, SystemContext, Tx } from '../act.ts';
import { makeLink, markUsed, type OpenedLink, revokeLinks } from '../links.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { reaches } from '../reach.ts';
import type { Read } from '../read.ts';
import { lockAnswer, sendCells } from './acts.ts';
import { answerRows, requestInSight, requestRow } from './facts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Shown = z.input<typeof RequestByLink>;
/** What a link's reading needs of a transaction: it has no viewer. */
type Asked = Pick<Read, 'selectFrom'>;

const DAY = 86_400_000;
/** A link holds until some days after the request is due, and two weeks at least. */
const DAYS_AFTER_DUE = 14;

/** Makes a link for each of the units; whoever may fill in for a unit may lend that. `tokens`: by unit, shown once. */
export async function makeRequestLinks(
  tx: Tx,
  input: In<typeof MakeRequestLinks>,
  context: ActContext,
  tokens: ReadonlyMap<string, string>,
) {
  const { viewer, now } = context;
  const { requestId } = input;
  const { request, units } = await unitsOf(tx, input, context);
  if (request.closedAt !== null) throw refused([refusal('request-closed')]);
  const left = Math.ceil((Date.parse(request.dueOn) - Date.parse(viewer.today)) / DAY);
  const links: { organisation: { id: string; name: string }; expiresAt: string }[] = [];
  for (const unit of units) {
    const token = tokens.get(unit.id);
    if (token === undefined) throw notFound();
    await endLinks(tx, { requestId, organisationId: unit.id, now });
    const days = Math.min(90, Math.max(0, left) + DAYS_AFTER_DUE);
    const link = await makeLink(tx, context, {
      kind: 'request',
      token,
      organisationId: unit.id,
      subjectId: requestId,
      days,
    });
    links.push({ organisation: unit, expiresAt: link.expiresAt });
    const after = { link: link.id, organisationId: unit.id, expiresAt: link.expiresAt };
    context.record({ deed: 'request-link-made', subjectKind: 'data-request', subjectId: requestId, after });
  }
  return { links };
}

/** Units of a request that the person may fill in for; throws where one is none of them. */
async function unitsOf(tx: Tx, input: In<typeof MakeRequestLinks>, { viewer, scopes }: ActContext) {
  const { request, answers } = await requestInSight(tx, viewer, input.requestId);
  const units: { id: string; name: string }[] = [];
  for (const id of new Set(input.organisationIds.map(String))) {
    const answer = answers.find(({ organisationId }) => organisationId === id);
    if (!answer) throw notFound();
    if (!(await reaches(tx, viewer, scopes, id))) throw new Problem('forbidden', 'forbidden');
    units.push({ id, name: answer.organisationName });
  }
  return { request, units };
}

async function endLinks(
  tx: Tx,
  { requestId, organisationId, now }: { requestId: string; organisationId: string; now: string },
): Promise<number> {
  const earlier = await tx
    .selectFrom('links')
    .select('id')
    .where('subject_id', '=', requestId)
    .where('kind', '=', 'request')
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .execute();
  let ended = 0;
  for (const { id } of earlier) ended += await revokeLinks(tx, { subjectId: requestId, linkId: id, now });
  return ended;
}

/** Takes links back. What was sent with them stays. */
export async function revokeRequestLinks(
  tx: Tx,
  input: In<typeof RevokeRequestLinks>,
  context: ActContext,
): Promise<{ revoked: number }> {
  const { units } = await unitsOf(tx, input, context);
  const { requestId } = input;
  let revoked = 0;
  for (const { id } of units) revoked += await endLinks(tx, { requestId, organisationId: id, now: context.now });
  const before = { organisationIds: units.map(({ id }) => id), revoked };
  context.record({ deed: 'request-links-revoked', subjectKind: 'data-request', subjectId: requestId, before });
  return { revoked };
}

async function linked(read: Asked, link: OpenedLink) {
  const request = await requestRow(read, link.provinceId, link.subjectId);
  const [answer] = request ? await answerRows(read, request.id, link.organisationId) : [];
  if (!request || !answer) throw new Problem('not-found', 'link-gone');
  return { request, answer };
}

/** The table that a link asks its unit to fill in, and nothing around it. */
export async function viewRequestByLink(read: Asked, link: OpenedLink): Promise<Shown> {
  const { request, answer } = await linked(read, link);
  const { title, about, dueOn, layout } = request;
  return {
    id: link.id,
    organisationName: link.organisationName,
    title,
    about,
    madeBy: { post: link.madeByPost, organisation: link.madeIn ?? request.organisationName },
    dueOn,
    closed: request.closedAt !== null,
    layout,
    version: answer.version,
    sent: answer.state === 'sent',
    cells: answer.cells,
    returnedReason: answer.state === 'returned' ? answer.returnedReason : null,
    expiresAt: link.expiresAt,
  };
}

/**
 * Sends the unit's answer. One that stands as it was typed is not sent again, so that a telephone which lost the answer
 * may send once more.
 */
export async function answerByRequestLink(
  tx: Tx,
  input: { version: number; cells: string[][] },
  context: SystemContext,
  { link, holder }: { link: OpenedLink; holder: LinkHolder },
): Promise<Shown> {
  await lockAnswer(tx, link.subjectId, link.organisationId);
  const opened = await linked(tx, link);
  const { request, answer } = opened;
  const record = { subjectKind: 'data-request', subjectId: request.id } as const;
  if (request.closedAt !== null) throw refused([refusal('request-closed')]);
  const same = answer.state === 'sent' && JSON.stringify(answer.cells) === JSON.stringify(input.cells);
  if (same) {
    context.record({ ...record, deed: 'answer-sent-again', after: { link: link.id } });
    return viewRequestByLink(tx, link);
  }
  if (answer.version !== input.version) throw stale(await viewRequestByLink(tx, link));
  await markUsed(tx, link, context.now);
  const writing = { provinceId: link.provinceId, postTitle: holder.postTitle, now: context.now };
  await sendCells(tx, opened, input.cells, writing);
  const { organisationId } = link;
  const before = answer.sentCells === null ? undefined : { organisationId, cells: answer.sentCells };
  context.record({ ...record, deed: 'answer-sent', before, after: { link: link.id, organisationId } });
  return viewRequestByLink(tx, link);
}
