/** Links with which one unit enters its figures of one period without a password, and what their holder does with them. */

import type { z } from 'zod';
import type {
  makeFigureLinks as MakeFigureLinks,
  revokeFigureLinks as RevokeFigureLinks,
  sendByFigureLink as SendByFigureLink,
} from '../../contract/figure-links.ts';
import type { FigureRefusal } from '../../core/rules/figure-states.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, LinkHolder, SystemContext, Tx } from '../act.ts';
import { makeLink, markUsed, type OpenedLink, revokeLinks } from '../links.ts';
import { movementFacts } from '../movements/facts.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { reaches } from '../reach.ts';
import { keepCells } from './acts.ts';
import { askedFigures } from './asked.ts';
import { type Entering, type EntryContext, isClosed } from './entry.ts';
import { type KeptFigure, keptFigures } from './facts.ts';
import { linkedFigures, viewFiguresByLink } from './figure-link-views.ts';
import { sendDrafts } from './send-acts.ts';
import { countedCell } from './tick-acts.ts';
import { takeTurn } from './turns.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Made = { organisation: { id: string; name: string }; expiresAt: string };

/**
 * Makes a link for each of the units: whoever may enter a unit's figures may lend that for one period. Earlier links of
 * the same unit and period end. `tokens`: by unit, shown once by the caller.
 */
export async function makeFigureLinks(
  tx: Tx,
  input: In<typeof MakeFigureLinks>,
  context: ActContext,
  tokens: ReadonlyMap<string, string>,
): Promise<{ links: Made[] }> {
  const { viewer, scopes, now } = context;
  const { movementId, from, until, days } = input;
  const movement = await movementFacts(tx, viewer, movementId);
  const asked = await askedFigures(tx, movement);
  const refusals: FigureRefusal[] = [];
  const units = new Map(
    asked
      .filter(({ periods }) => periods.some((one) => one.from === from && one.until === until))
      .flatMap((one) => one.units.map((unit) => [unit.id, unit] as const)),
  );
  const links: Made[] = [];
  for (const organisationId of new Set(input.organisationIds)) {
    if (!(await reaches(tx, viewer, scopes, organisationId))) throw new Problem('forbidden', 'forbidden');
    const unit = units.get(organisationId);
    const token = tokens.get(organisationId);
    if (!unit || token === undefined) {
      refusals.push(refusal('figure-not-asked'));
      continue;
    }
    await endEarlier(tx, { organisationId, movementId, from, until, now });
    const made = { kind: 'figures' as const, token, organisationId, subjectId: movementId, period: { from, until } };
    const link = await makeLink(tx, context, { ...made, days });
    links.push({ organisation: { id: unit.id, name: unit.name }, expiresAt: link.expiresAt });
    context.record({
      deed: 'figure-link-made',
      subjectKind: 'movement',
      subjectId: movementId,
      after: { link: link.id, organisationId, from, until, expiresAt: link.expiresAt },
    });
  }
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  if (from > viewer.today) refusals.push(refusal('period-not-begun', { from }));
  if (await isClosed(tx, { movementId, from, until })) refusals.push(refusal('period-is-closed'));
  if (refusals.length > 0) throw refused(refusals.slice(0, 20));
  return { links };
}

async function endEarlier(
  tx: Tx,
  of: { organisationId: string; movementId: string; from: string; until: string; now: string },
): Promise<void> {
  const earlier = await tx
    .selectFrom('links')
    .select('id')
    .where('subject_id', '=', of.movementId)
    .where('kind', '=', 'figures')
    .where('organisation_id', '=', of.organisationId)
    .where('period_from', '=', of.from)
    .where('period_until', '=', of.until)
    .where('revoked_at', 'is', null)
    .execute();
  for (const { id } of earlier) await revokeLinks(tx, { subjectId: of.movementId, linkId: id, now: of.now });
}

/** Takes links back. What was sent with them stays. */
export async function revokeFigureLinks(
  tx: Tx,
  { movementId, linkIds }: In<typeof RevokeFigureLinks>,
  context: ActContext,
): Promise<{ revoked: number }> {
  const { viewer, scopes, now } = context;
  await movementFacts(tx, viewer, movementId);
  const links = await tx
    .selectFrom('links')
    .select(['id', 'organisation_id as organisationId'])
    .where('id', 'in', [...linkIds])
    .where('subject_id', '=', movementId)
    .where('kind', '=', 'figures')
    .execute();
  if (links.length !== new Set(linkIds).size) throw notFound();
  let revoked = 0;
  for (const { id, organisationId } of links) {
    if (!(await reaches(tx, viewer, scopes, organisationId))) throw new Problem('forbidden', 'forbidden');
    revoked += await revokeLinks(tx, { subjectId: movementId, linkId: id, now });
  }
  const before = { links: linkIds };
  context.record({ deed: 'figure-links-revoked', subjectKind: 'movement', subjectId: movementId, before });
  return { revoked };
}

type ByLink = { link: OpenedLink; holder: LinkHolder };

/** What must be so before the holder of a link changes anything: they write as the unit, with no account. */
export async function enterByLink(
  tx: Tx,
  context: SystemContext,
  { link, holder }: ByLink,
): Promise<{ entering: Entering; entry: EntryContext }> {
  // Closing the period waits for those who are writing, and they for it.
  await tx.selectFrom('movements').select('id').where('id', '=', link.subjectId).forShare().execute();
  const { movement, period, asked, today } = await linkedFigures(tx, link, context.now);
  const { from, until } = period;
  const where = { movementId: movement.id, organisationId: link.organisationId, from, until };
  const { closed } = await takeTurn(tx, where);
  const viewer = { provinceId: link.provinceId, postTitle: holder.postTitle, today };
  return {
    entering: { movement, asked, where, closed, writer: 'unit', saidBy: null },
    entry: { ...context, viewer },
  };
}

type Sent = z.input<(typeof SendByFigureLink)['output']>;
type TypedCells = In<typeof SendByFigureLink>['cells'];

/**
 * Keeps the figures of a link's unit and period, and sends them where none is refused. A figure that is there already
 * as typed is not written again, so that a telephone which lost the answer may send once more; and what the telephone
 * says it sent itself is no other person's figure, though it never learned the version.
 */
export async function sendByFigureLink(
  tx: Tx,
  cells: TypedCells,
  context: SystemContext,
  { link, holder }: ByLink,
): Promise<Sent> {
  const { entering, entry } = await enterByLink(tx, context, { link, holder });
  const { movement, asked, closed, where: period } = entering;
  // Only what the link asks for is there.
  if (cells.some(({ targetId }) => !asked.some(({ id }) => id === targetId))) throw notFound();
  await markUsed(tx, link, context.now);
  const ids = asked.map(({ id }) => id);
  const kept = (await keptFigures(tx, ids, link.organisationId)).filter(
    (one) => one.from === period.from && one.until === period.until,
  );
  const seenVersion = (cell: TypedCells[number]) => {
    const one = kept.find(
      ({ targetId, state }) => targetId === cell.targetId && (state === 'draft' || state === 'submitted'),
    );
    const mine = one && cell.sentBefore?.some((before) => saysTheSame(one, countedCell(asked, { ...cell, ...before })));
    return mine ? one.version : cell.version;
  };
  const stands = (cell: TypedCells[number]) =>
    kept.some((one) => one.targetId === cell.targetId && saysTheSame(one, countedCell(asked, cell)));
  const changed = cells.filter((cell) => !stands(cell)).map((cell) => ({ ...cell, version: seenVersion(cell) }));
  const saved = changed.length === 0 ? [] : await keepCells(tx, entering, changed, entry);
  const sound = saved.every(({ outcome }) => outcome === 'saved');
  const sent = sound && !closed ? await sendDrafts(tx, entering, entry) : 0;
  context.record({
    deed: 'figures-by-link',
    subjectKind: 'movement',
    subjectId: movement.id,
    after: { link: link.id, organisationId: link.organisationId, from: period.from, until: period.until, sent },
  });
  const now = await viewFiguresByLink(tx, link, context.now);
  const figureOf = (targetId: string) => now.figures.find(({ target }) => target.id === targetId)?.figure ?? null;
  return {
    sent,
    cells: cells.map(({ targetId }) => ({
      ...(saved.find((one) => one.targetId === targetId) ?? { targetId, outcome: 'saved' as const, faults: [] }),
      figure: figureOf(targetId),
    })),
    now,
  };
}

const saysTheSame = (kept: KeptFigure, cell: TypedCells[number]): boolean =>
  kept.entered === cell.value &&
  kept.numerator === cell.numerator &&
  kept.denominator === cell.denominator &&
  kept.estimated === cell.estimated &&
  kept.note === cell.note &&
  (cell.things === undefined || [...kept.ticked].sort().join() === [...new Set(cell.things)].sort().join());
