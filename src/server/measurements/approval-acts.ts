/** Approving figures, sending them back, closing a period and opening it again. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  approveFigures as ApproveFigures,
  closePeriod as ClosePeriod,
  reopenPeriod as ReopenPeriod,
  returnFigures as ReturnFigures,
} from '../../contract/measurements.ts';
import { type Approver, type FigureState, mayApprove, mayReturn } from '../../core/rules/figure-states.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { type MovementFacts, movementFacts } from '../movements/facts.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { requireReach } from '../reach.ts';
import { approverOf } from './approver.ts';
import { askedFigures } from './asked.ts';
import { closedPeriods, keptFigures } from './facts.ts';
import { tellSenders } from './tell-acts.ts';
import { letBecome, sendBack } from './write-acts.ts';

type Wanted = { id: string; version: number };
type Figure = { id: string; state: FigureState; organisationId: string; leadOrganisationId: string | null };
type Judged = { movement: MovementFacts; approver: Approver; found: Figure[]; staleIds: string[] };

/**
 * The figures of a movement by id, locked; those that were changed meanwhile are named. Throws `forbidden` where one of
 * them is not the person's to judge, `not-found` where one is of another movement, and refuses those of a closed period
 * and of a movement that was put away.
 */
async function openFigures(
  tx: Tx,
  { viewer }: ActContext,
  { movementId, figures }: { movementId: string; figures: readonly Wanted[] },
): Promise<Judged> {
  // Closing the period waits for those who judge its figures, and they for it.
  const movement = await movementFacts(tx, viewer, movementId, { held: true });
  const approver = await approverOf(tx, viewer, movement);
  const rows = await tx
    .selectFrom('measurements as m')
    .innerJoin('targets as t', 't.id', 'm.target_id')
    .select(['m.id', 'm.version', 'm.state', 'm.period_from as from', 'm.period_until as until'])
    .select(['m.organisation_id as organisationId', 't.lead_organisation_id as leadOrganisationId'])
    .where('t.movement_id', '=', movementId)
    .where(sql<boolean>`m.id = ANY(${figures.map(({ id }) => id)}::uuid[])`)
    .orderBy('m.id')
    .forUpdate('m')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const own = figures.map(({ id }) => byId.get(id));
  if (!approver.forLauncher && own.some((row) => !row || !mayApprove(approver, row)))
    throw new Problem('forbidden', 'forbidden');
  if (own.includes(undefined)) throw notFound();
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  const fresh = new Set(figures.flatMap(({ id, version }) => (byId.get(id)?.version === version ? [id] : [])));
  const found = rows.filter(({ id }) => fresh.has(id)).map((row) => ({ ...row, state: row.state as FigureState }));
  const closed = await closedPeriods(tx, movementId);
  const shut = ({ from, until }: { from: string; until: string }) =>
    closed.some((one) => one.reopenedAt === null && one.from === from && one.until === until);
  if (found.some(shut)) throw refused([refusal('period-is-closed')]);
  return { movement, approver, found, staleIds: figures.map(({ id }) => id).filter((id) => !fresh.has(id)) };
}

/** Approves figures that were sent; those that were changed meanwhile are left and named. */
export async function approveFigures(
  tx: Tx,
  input: z.input<(typeof ApproveFigures)['input']>,
  context: ActContext,
): Promise<{ approved: number; stale: string[] }> {
  const { movement, found, staleIds } = await openFigures(tx, context, input);
  return { approved: await approveSent(tx, context, movement, found), stale: staleIds };
}

/** Approves those of them that wait for it, and tells who sent them; how many. */
async function approveSent(
  tx: Tx,
  context: ActContext,
  movement: MovementFacts,
  found: Judged['found'],
): Promise<number> {
  const ids = found.flatMap(({ id, state }) => (state === 'submitted' ? [id] : []));
  await letBecome(tx, ids, {
    state: 'approved',
    approved_at: context.now,
    approved_by_post: context.viewer.postTitle,
  });
  await tellSenders(tx, context, { movement, figureIds: ids, became: { how: 'approved' } });
  context.record({
    deed: 'figures-approved',
    subjectKind: 'movement',
    subjectId: movement.id,
    after: { figures: ids },
  });
  return ids.length;
}

/**
 * Sends figures back, each with a reason that stands beside its field until it comes again; the others that somebody
 * looked at are approved in the same go. Throws `forbidden` where a unit that leads a target sends back what is approved.
 */
export async function returnFigures(
  tx: Tx,
  input: z.input<(typeof ReturnFigures)['input']>,
  context: ActContext,
): Promise<{ returned: number; approved: number; stale: string[] }> {
  const reasons = new Map(input.figures.map(({ id, reason }) => [id, reason ?? input.reason]));
  if ([...reasons.values()].includes(null)) throw refused([refusal('return-says-why')]);
  const others = (input.approve ?? []).filter(({ id }) => !reasons.has(id));
  const { movementId } = input;
  const figures = [...input.figures, ...others];
  const { movement, approver, found, staleIds } = await openFigures(tx, context, { movementId, figures });
  if (found.some((figure) => reasons.has(figure.id) && !mayReturn(approver, figure)))
    throw new Problem('forbidden', 'forbidden');
  const back = found.flatMap(({ id, state }) => {
    const reason = reasons.get(id);
    return reason && (state === 'submitted' || state === 'approved') ? [{ id, reason }] : [];
  });
  await sendBack(tx, back);
  const why = new Map(back.map(({ id, reason }) => [id, reason]));
  await tellSenders(tx, context, { movement, figureIds: [...why.keys()], became: { how: 'returned', why } });
  const about = { deed: 'figures-returned', subjectKind: 'movement', subjectId: movementId } as const;
  for (const reason of new Set(why.values()))
    context.record({
      ...about,
      after: { figures: back.flatMap((one) => (one.reason === reason ? [one.id] : [])), reason },
    });
  // All of them were changed meanwhile.
  if (back.length === 0) context.record({ ...about, after: { figures: [] } });
  const rest = found.filter(({ id }) => !reasons.has(id));
  const approved = rest.length === 0 ? 0 : await approveSent(tx, context, movement, rest);
  return { returned: back.length, approved, stale: staleIds };
}

type PeriodInput = z.input<(typeof ClosePeriod)['input']>;

/** Locks the movement, so that closing and entering take turns. */
async function openPeriod(tx: Tx, context: ActContext, input: PeriodInput, act: 'closePeriod' | 'reopenPeriod') {
  const { viewer } = context;
  await tx.selectFrom('movements').select('id').where('id', '=', input.movementId).forUpdate().execute();
  const movement = await movementFacts(tx, viewer, input.movementId);
  await requireReach(tx, viewer, act, movement.organisationId);
  const asked = await askedFigures(tx, movement);
  const known = asked.some(({ periods }) =>
    periods.some(({ from, until }) => from === input.from && until === input.until),
  );
  if (!known) throw refused([refusal('period-unknown')]);
  const existing = (await closedPeriods(tx, movement.id)).find(
    ({ from, until }) => from === input.from && until === input.until,
  );
  if ((existing?.version ?? 0) !== input.version) throw stale({ version: existing?.version ?? 0 });
  return { movement, asked, existing };
}

/** Chốt số liệu: from now on no figure of the period changes. What waits or was sent back has to be settled first. */
export async function closePeriod(tx: Tx, input: PeriodInput, context: ActContext): Promise<{ closed: true }> {
  const { movement, asked, existing } = await openPeriod(tx, context, input, 'closePeriod');
  if (existing && existing.reopenedAt === null) throw refused([refusal('period-is-closed')]);
  if (input.until > context.viewer.today) throw refused([refusal('period-not-over')]);
  const kept = await keptFigures(
    tx,
    asked.map(({ id }) => id),
  );
  const open = kept.filter(
    ({ from, until, state }) =>
      from === input.from && until === input.until && (state === 'submitted' || state === 'returned'),
  );
  if (open.length > 0) throw refused([refusal('period-has-open-figures', { count: open.length })]);
  const closing = {
    closed_at: context.now,
    closed_by_post: context.viewer.postTitle,
    reopened_at: null,
    reopened_by_post: null,
    reopened_reason: null,
  };
  await tx
    .insertInto('closed_periods')
    .values({
      ...closing,
      movement_id: movement.id,
      period_from: input.from,
      period_until: input.until,
      province_id: context.viewer.provinceId,
    })
    .onConflict((row) =>
      row
        .columns(['movement_id', 'period_from', 'period_until'])
        .doUpdateSet((current) => ({ ...closing, version: current('closed_periods.version', '+', 1) })),
    )
    .execute();
  context.record({
    deed: 'period-closed',
    subjectKind: 'movement',
    subjectId: movement.id,
    after: { from: input.from, until: input.until },
  });
  return { closed: true };
}

/** Opens a closed period again; the reason stays with it. */
export async function reopenPeriod(
  tx: Tx,
  input: z.input<(typeof ReopenPeriod)['input']>,
  context: ActContext,
): Promise<{ closed: false }> {
  const { movement, existing } = await openPeriod(tx, context, input, 'reopenPeriod');
  if (!existing || existing.reopenedAt !== null) throw refused([refusal('period-not-closed')]);
  await tx
    .updateTable('closed_periods')
    .set((row) => ({
      reopened_at: context.now,
      reopened_by_post: context.viewer.postTitle,
      reopened_reason: input.reason,
      version: row('version', '+', 1),
    }))
    .where('movement_id', '=', movement.id)
    .where('period_from', '=', input.from)
    .where('period_until', '=', input.until)
    .execute();
  context.record({
    deed: 'period-reopened',
    subjectKind: 'movement',
    subjectId: movement.id,
    after: { from: input.from, until: input.until, reason: input.reason },
  });
  return { closed: false };
}
