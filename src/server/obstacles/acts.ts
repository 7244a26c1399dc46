/** Saying what hinders, putting it together, answering, passing on. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  answerObstacle as AnswerObstacle,
  mergeObstacles as MergeObstacles,
  passObstacle as PassObstacle,
  saveObstacle as SaveObstacle,
  withdrawObstacle as WithdrawObstacle,
} from '../../contract/obstacles.ts';
import type { ActName } from '../../core/rules/access.ts';
import { checkAnswer, checkSaid, checkUntouched, OBSTACLE_LIMITS } from '../../core/rules/obstacles.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { movementFacts } from '../movements/facts.ts';
import { organisationFacts } from '../organisations/facts.ts';
import { notFound, refused, stale } from '../problem.ts';
import { requireReach } from '../reach.ts';
import { heldIn, type ObstacleRow, obstacleById } from './facts.ts';
import { tellWhoSaid } from './tell-acts.ts';
import { type ObstacleOut, obstacleInReach, viewObstacle } from './views.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Place = { movementId: string; organisationId: string; from: string; until: string };

const standing = ({ state, mergedIntoId, withdrawnAt }: ObstacleRow) => ({
  state,
  merged: mergedIntoId !== null,
  withdrawn: withdrawnAt !== null,
});

const contentOf = ({ domain, obstacle, cause, recommendation }: Partial<ObstacleRow>) => ({
  domain: domain ?? null,
  obstacle: obstacle ?? null,
  cause: cause ?? null,
  recommendation: recommendation ?? null,
});

/** The row as it is, for one writer at a time; throws where it is not there for the person or was changed meanwhile. */
async function openObstacle(tx: Tx, context: ActContext, { id, version }: { id: string; version: number }) {
  const { viewer } = context;
  await tx.selectFrom('obstacles').select('id').where('id', '=', id).forUpdate().execute();
  const row = await obstacleInReach(tx, viewer, id);
  if (row.version !== version) throw stale(await viewObstacle(tx, viewer, id));
  return row;
}

async function change(tx: Tx, id: string, values: Record<string, unknown>): Promise<void> {
  await tx
    .updateTable('obstacles')
    .set((row) => ({ ...values, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Throws where a unit has said as much as one period holds. */
export async function refuseTooMany(tx: Tx, { movementId, organisationId, from, until }: Place): Promise<void> {
  const { n } = await tx
    .selectFrom('obstacles')
    .select((row) => row.fn.countAll<string>().as('n'))
    .where('movement_id', '=', movementId)
    .where('organisation_id', '=', organisationId)
    .where('period_from', '=', from)
    .where('period_until', '=', until)
    .executeTakeFirstOrThrow();
  if (Number(n) >= OBSTACLE_LIMITS.each) throw refused([refusal('obstacle-too-many', { most: OBSTACLE_LIMITS.each })]);
}

/** Whom a unit puts it to: the launcher of the movement; the launcher's own stays with itself until it is passed on. */
export async function saveObstacle(tx: Tx, input: In<typeof SaveObstacle>, context: ActContext): Promise<ObstacleOut> {
  const { viewer, now } = context;
  const { organisationId, from, until, saidBy } = input;
  const movement = await movementFacts(tx, viewer, input.movementId);
  await requireReach(tx, viewer, 'saveObstacle', organisationId);
  const refusals = checkSaid(input, input);
  const texts = contentOf(input);
  const values = { ...texts, said_by: saidBy, at: now, by_post: viewer.postTitle };
  if (input.obstacleId !== null) {
    const row = await openObstacle(tx, context, { id: input.obstacleId, version: input.version });
    if (row.organisationId !== organisationId || row.movementId !== movement.id) throw notFound();
    const reasons = [...refusals, ...checkUntouched(standing(row))];
    if (reasons.length > 0) throw refused(reasons);
    await change(tx, row.id, values);
    noted(context, 'obstacle-reworded', row.id, { before: contentOf(row), after: texts });
    return viewObstacle(tx, viewer, row.id);
  }
  if (refusals.length > 0) throw refused(refusals);
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  await refuseTooMany(tx, { movementId: movement.id, organisationId, from, until });
  const id = await insert(
    tx,
    context,
    { ...values, movement_id: movement.id, organisation_id: organisationId },
    input,
    {
      to: movement.organisationId,
    },
  );
  noted(context, 'obstacle-said', id, { after: { organisationId, from, until, ...texts } });
  return viewObstacle(tx, viewer, id);
}

type Texts = ReturnType<typeof contentOf> & { said_by: string | null; at: string; by_post: string };

async function insert(
  tx: Tx,
  { viewer, newId }: Pick<ActContext, 'newId'> & { viewer: { provinceId: string } },
  values: Texts & { movement_id: string; organisation_id: string; by_link?: boolean },
  period: { from: string; until: string },
  { to }: { to: string },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('obstacles')
    .values({
      ...values,
      id,
      province_id: viewer.provinceId,
      period_from: period.from,
      period_until: period.until,
      to_organisation_id: to,
    })
    .execute();
  return id;
}

function noted(
  context: Pick<ActContext, 'record'>,
  deed: string,
  subjectId: string,
  { before, after }: { before?: Record<string, unknown>; after: Record<string, unknown> },
): void {
  context.record({ deed, subjectKind: 'obstacle', subjectId, ...(before ? { before } : {}), after });
}

/** Takes back what was said, or has it again, as long as nobody is at it. */
export async function withdrawObstacle(
  tx: Tx,
  input: In<typeof WithdrawObstacle>,
  context: ActContext,
): Promise<ObstacleOut> {
  const row = await openObstacle(tx, context, { id: input.obstacleId, version: input.version });
  await requireReach(tx, context.viewer, 'withdrawObstacle', row.organisationId);
  const reasons = checkUntouched({ ...standing(row), withdrawn: false });
  if (reasons.length > 0) throw refused(reasons);
  await change(tx, row.id, { withdrawn_at: input.withdrawn ? context.now : null });
  const after = { withdrawn: input.withdrawn };
  noted(context, 'obstacle-withdrawn', row.id, { before: { withdrawn: row.withdrawnAt !== null }, after });
  return viewObstacle(tx, context.viewer, row.id);
}

/** Puts together what is put to the own place or to one below it; the answer to the whole is the answer to each. */
export async function mergeObstacles(
  tx: Tx,
  input: In<typeof MergeObstacles>,
  context: ActContext,
): Promise<ObstacleOut> {
  const { viewer, now } = context;
  const rows: ObstacleRow[] = [];
  for (const one of [...input.obstacles].sort((a, b) => (a.obstacleId < b.obstacleId ? -1 : 1))) {
    const row = await openReached(tx, context, { id: one.obstacleId, version: one.version }, 'mergeObstacles');
    const reasons = checkUntouched({ ...standing(row), state: row.state === 'resolved' ? 'resolved' : 'open' });
    if (reasons.length > 0) throw refused(reasons);
    rows.push(row);
  }
  const [first] = rows;
  if (!first) throw notFound();
  const ids = rows.map((row) => row.id);
  await refuseTooGreat(tx, ids);
  const newest = rows.reduce((one, other) => (other.until > one.until ? other : one), first);
  const refusals = checkSaid(input, newest);
  if (refusals.length > 0) throw refused(refusals);
  const texts = contentOf(input);
  const id = await insert(
    tx,
    context,
    {
      ...texts,
      said_by: null,
      at: now,
      by_post: viewer.postTitle,
      movement_id: await movementOf(tx, rows),
      organisation_id: viewer.organisationId,
    },
    newest,
    { to: viewer.organisationId },
  );
  for (const one of ids) await change(tx, one, { merged_into_id: id });
  noted(context, 'obstacles-merged', id, { after: { of: ids, ...texts } });
  return viewObstacle(tx, viewer, id);
}

/** Throws where more would be put together, in all steps below, than one answer tells everybody of. */
async function refuseTooGreat(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM (${heldIn(ids)}) AS held`.execute(tx);
  const most = OBSTACLE_LIMITS.held;
  if ((rows[0]?.n ?? 0) >= most) throw refused([refusal('obstacle-too-great', { most })]);
}

/** A row whose present addressee the person reaches. */
async function openReached(
  tx: Tx,
  context: ActContext,
  one: { id: string; version: number },
  act: ActName,
): Promise<ObstacleRow> {
  const row = await openObstacle(tx, context, one);
  await requireReach(tx, context.viewer, act, row.toId);
  return row;
}

/** The movement all of them are of; of several plans, the one that most of them answer. */
async function movementOf(tx: Tx, rows: readonly ObstacleRow[]): Promise<string> {
  const ids = [...new Set(rows.map(({ movementId }) => movementId))];
  const [only = ''] = ids;
  if (ids.length === 1) return only;
  const { rows: answered } = await sql<{ id: string }>`SELECT answered_id AS id FROM movement_responses
    WHERE answering_id = ANY(${ids}::uuid[]) GROUP BY answered_id ORDER BY count(*) DESC, answered_id LIMIT 1`.execute(
    tx,
  );
  return answered[0]?.id ?? only;
}

/** Says who solves it, how far it is, and what is answered. */
export async function answerObstacle(
  tx: Tx,
  input: In<typeof AnswerObstacle>,
  context: ActContext,
): Promise<ObstacleOut> {
  const { viewer, now } = context;
  const { state, ownerId, answer } = input;
  const row = await openReached(tx, context, { id: input.obstacleId, version: input.version }, 'answerObstacle');
  const untouched = checkUntouched({ ...standing(row), state: 'open' });
  const reasons = [...untouched, ...checkAnswer({ state, ownerId, answer })];
  if (reasons.length > 0) throw refused(reasons);
  if (ownerId !== null && (await organisationFacts(tx, viewer, [ownerId])).length === 0) throw notFound();
  const answered = { answered_at: now, answered_by_post: viewer.postTitle };
  await change(tx, row.id, { state, owner_id: ownerId, answer, ...answered });
  // Who solves it is not told of: of a changed owner alone nobody hears the same once more.
  const news = (state !== 'open' || answer !== null) && (state !== row.state || answer !== row.answer);
  if (news) await tellWhoSaid(tx, context, row.id, { how: 'answered', state, answer });
  const before = { state: row.state, ownerId: row.ownerId, answer: row.answer };
  noted(context, 'obstacle-answered', row.id, { before, after: { state, ownerId, answer } });
  return viewObstacle(tx, viewer, row.id);
}

/** Passes it on to the level above, or takes it back from there. */
export async function passObstacle(tx: Tx, input: In<typeof PassObstacle>, context: ActContext): Promise<ObstacleOut> {
  const { viewer } = context;
  const row = await openObstacle(tx, context, { id: input.obstacleId, version: input.version });
  const asked = { ...standing(row), state: !input.up || row.state === 'resolved' ? row.state : ('open' as const) };
  const reasons = checkUntouched(asked);
  if (reasons.length > 0) throw refused(reasons);
  const to = input.up ? await placeAbove(tx, row.toId) : await placeBelow(tx, row);
  if (to === null) throw refused([refusal(input.up ? 'obstacle-top' : 'obstacle-not-passed')]);
  await requireReach(tx, viewer, 'passObstacle', input.up ? row.toId : to.id);
  await change(tx, row.id, { to_organisation_id: to.id });
  if (input.up) await tellWhoSaid(tx, context, row.id, { how: 'passed', to });
  noted(context, input.up ? 'obstacle-passed-on' : 'obstacle-taken-back', row.id, {
    before: { to: row.toId },
    after: { to: to.id },
  });
  return viewObstacle(tx, viewer, row.id);
}

type Named = { id: string; name: string };

async function placeAbove(tx: Tx, id: string): Promise<Named | null> {
  const found = await tx
    .selectFrom('organisations as o')
    .innerJoin('organisations as above', 'above.id', 'o.parent_id')
    .select(['above.id', 'above.name'])
    .where('o.id', '=', id)
    .executeTakeFirst();
  return found ?? null;
}

/** The place on the way from the addressee down to whose it is. */
async function placeBelow(tx: Tx, { toId, organisationId }: ObstacleRow): Promise<Named | null> {
  const { rows } = await sql<Named>`SELECT o.id, o.name FROM organisations o
    WHERE o.parent_id = ${toId} AND (o.id = ${organisationId} OR EXISTS (
      SELECT FROM organisation_closure c WHERE c.ancestor_id = o.id AND c.descendant_id = ${organisationId}))
    LIMIT 1`.execute(tx);
  return rows[0] ?? null;
}

export type SaidByLink = { obstacle: string | null; recommendation: string | null };

/** What the holder of a link says: the open one it said before is reworded, or there is a new one. */
export async function keepByLink(
  tx: Tx,
  { texts, place, to, earlier }: { texts: SaidByLink; place: Place; to: string; earlier: string | null },
  context: Pick<ActContext, 'now' | 'newId' | 'record'> & { viewer: { provinceId: string; postTitle: string } },
): Promise<void> {
  const { now, viewer } = context;
  const after = { organisationId: place.organisationId, ...texts };
  const row = earlier === null ? undefined : await obstacleById(tx, earlier);
  if (row) {
    // Nothing any more is taken back, and what was said stays.
    const empty = texts.obstacle === null && texts.recommendation === null;
    const said = { ...texts, at: now, by_post: viewer.postTitle, withdrawn_at: null };
    await change(tx, row.id, empty ? { withdrawn_at: now } : said);
    noted(context, empty ? 'obstacle-withdrawn' : 'obstacle-reworded', row.id, { before: contentOf(row), after });
    return;
  }
  await refuseTooMany(tx, place);
  const id = await insert(
    tx,
    context,
    {
      ...contentOf(texts),
      said_by: null,
      at: now,
      by_post: viewer.postTitle,
      movement_id: place.movementId,
      organisation_id: place.organisationId,
      by_link: true,
    },
    place,
    { to },
  );
  noted(context, 'obstacle-said', id, { after });
}
