/** What links for figures show: to their holder the figures asked for, to the officer how the links stand. */

import type { z } from 'zod';
import type { FiguresByLink, listFigureLinks } from '../../contract/figure-links.ts';
import { scopesOf } from '../../core/rules/access.ts';
import type { OpenedLink } from '../links.ts';
import { movementFacts, movementForLink } from '../movements/facts.ts';
import { idsAmongBelow, todayIn } from '../organisations/facts.ts';
import { Problem } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { askedFigures } from './asked.ts';
import { cellOf } from './cells.ts';
import { isClosed } from './entry.ts';
import { evidenceOfUnit } from './evidence-views.ts';
import { keptFigures, periodSharesOf, placeKey, yearAgoFigures } from './facts.ts';
import { asShown, dueDay } from './grid-views.ts';

/** What a link's reading needs of a transaction: it has no viewer. */
type Asked = Pick<Read, 'selectFrom' | 'getExecutor'>;

/**
 * What a link asks of its unit: nothing any more where the movement is put away or the unit is no longer asked; then
 * throws `link-gone`.
 */
export async function linkedFigures(inside: Asked, link: OpenedLink, now: string) {
  const read = inside as Read;
  const { period, organisationId, provinceId } = link;
  const movement = await movementForLink(read, provinceId, link.subjectId);
  const all = movement && period ? await askedFigures(read, movement) : [];
  const asked = all
    // A list is ticked by the one unit that answers for it alone.
    .map((one) => ({ ...one, things: one.units.length === 1 ? one.things : [] }))
    .map((one) => ({ ...one, units: one.units.filter(({ id }) => id === organisationId) }))
    .filter((one) => one.units.length > 0)
    .filter((one) => one.periods.some(({ from, until }) => from === period?.from && until === period.until));
  const [first] = asked;
  const kind = first?.periods.find(({ from, until }) => from === period?.from && until === period.until)?.kind;
  if (!movement || !period || kind === undefined) throw new Problem('not-found', 'link-gone');
  return { movement, period: { ...period, kind }, asked, today: await todayIn(read, provinceId, now) };
}

/** The figures of one unit and period, and nothing around them. */
export async function viewFiguresByLink(
  inside: Asked,
  link: OpenedLink,
  now: string,
): Promise<z.input<typeof FiguresByLink>> {
  const read = inside as Read;
  const { movement, period, asked, today } = await linkedFigures(read, link, now);
  const ids = asked.map(({ id }) => id);
  const kept = await keptFigures(read, ids, link.organisationId);
  const yearAgo = await yearAgoFigures(read, ids, period.until);
  const planned = await periodSharesOf(read, ids, period);
  const evidence = await evidenceOfUnit(read, { targetIds: ids, organisationId: link.organisationId, ...period });
  return {
    id: link.id,
    organisationName: link.organisationName,
    movementTitle: movement.title,
    madeBy: { post: link.madeByPost, organisation: link.madeIn ?? movement.organisationName },
    period,
    dueOn: await dueDay(read, { provinceId: link.provinceId, today }, period),
    closed: await isClosed(read, { movementId: movement.id, from: period.from, until: period.until }),
    today,
    figures: asked.map((target) => {
      const share = target.units[0]?.share ?? null;
      const own = kept.filter(({ targetId }) => targetId === target.id);
      const key = placeKey(target.id, link.organisationId);
      const facts = cellOf(target, period, own, share, yearAgo.get(key));
      return {
        target: asShown(target),
        share,
        planned: planned.get(key)?.[0]?.value ?? null,
        ...facts,
        evidence: evidence
          .filter(({ targetId }) => targetId === target.id)
          .map(({ id, kind, name, bytes, addedBy }) => ({ id, kind, name, bytes, byLink: addedBy === null })),
      };
    }),
    expiresAt: link.expiresAt,
  };
}

/** Links of one period for units in reach, those taken back left out, the newest first. */
export async function viewFigureLinks(
  read: Read,
  viewer: Viewer,
  input: { movementId: string; from: string; until: string },
): Promise<z.input<(typeof listFigureLinks)['output']>> {
  const movement = await movementFacts(read, viewer, input.movementId);
  const rows = await read
    .selectFrom('links as l')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .select(['l.id', 'o.id as organisationId', 'o.name as organisationName', 'l.made_by_post as madeByPost'])
    .select(['l.made_at as madeAt', 'l.expires_at as expiresAt', 'l.opened_at as openedAt', 'l.used_at as usedAt'])
    .where('l.subject_id', '=', movement.id)
    .where('l.kind', '=', 'figures')
    .where('l.period_from', '=', input.from)
    .where('l.period_until', '=', input.until)
    .where('l.revoked_at', 'is', null)
    .orderBy('l.made_at', 'desc')
    .limit(2_000)
    .execute();
  const scopes = scopesOf('makeFigureLinks', viewer.roles);
  const ids = rows.map(({ organisationId }) => organisationId);
  const reached = scopes.length === 0 ? new Set<string>() : await idsAmongBelow(read, viewer.organisationId, ids);
  return {
    links: rows
      .filter(({ organisationId }) => reached.has(organisationId))
      .map(({ organisationId, organisationName, ...row }) => ({
        ...row,
        organisation: { id: organisationId, name: organisationName },
      })),
  };
}
