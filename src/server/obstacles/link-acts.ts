/** What the holder of a link for figures says besides figures. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { ObstacleByLink } from '../../contract/obstacles.ts';
import { checkSaid } from '../../core/rules/obstacles.ts';
import type { LinkHolder, SystemContext, Tx } from '../act.ts';
import { markUsed, type OpenedLink } from '../links.ts';
import { movementForLink } from '../movements/facts.ts';
import { Problem, refused } from '../problem.ts';
import type { Read } from '../read.ts';
import { keepByLink, type SaidByLink } from './acts.ts';
import { endsOf, type ObstacleRow, obstacleRows } from './facts.ts';

type Shown = z.input<typeof ObstacleByLink>;
type Asked = Pick<Read, 'selectFrom' | 'getExecutor'>;

/** The movement of a link; throws `link-gone` where it is put away. */
async function linked(read: Asked, link: OpenedLink) {
  const movement = await movementForLink(read as Read, link.provinceId, link.subjectId);
  if (!movement || !link.period) throw new Problem('not-found', 'link-gone');
  return { movement, period: link.period };
}

/** What was said last by a link for this unit and period; what was taken back too, to be said again. */
async function saidLast(read: Asked, link: OpenedLink): Promise<ObstacleRow | undefined> {
  const rows = await obstacleRows(
    read,
    sql<boolean>`b.movement_id = ${link.subjectId} AND b.organisation_id = ${link.organisationId} AND b.by_link
      AND b.period_from = ${link.period?.from ?? null} AND b.period_until = ${link.period?.until ?? null}`,
    100,
  );
  return rows.reduce<ObstacleRow | undefined>((last, row) => (last && last.at >= row.at ? last : row), undefined);
}

const isOpen = ({ state, mergedIntoId }: ObstacleRow) => state === 'open' && mergedIntoId === null;

/** What the unit said last and what became of it. */
export async function viewObstacleByLink(read: Asked, link: OpenedLink): Promise<Shown> {
  await linked(read, link);
  const row = await saidLast(read, link);
  if (!row || row.withdrawnAt !== null)
    return { obstacle: null, recommendation: null, state: null, answer: null, open: true };
  const { state, answer } = (await endsOf(read, [row.id])).get(row.id) ?? row;
  return { obstacle: row.obstacle, recommendation: row.recommendation, state, answer, open: isOpen(row) };
}

/** Says it once, however often it is sent. What somebody is at already stays; what is said then is a new one. */
export async function sendObstacleByLink(
  tx: Tx,
  said: SaidByLink,
  context: SystemContext,
  { link, holder }: { link: OpenedLink; holder: LinkHolder },
): Promise<Shown> {
  // Two sendings of one link take turns.
  await tx.selectFrom('links').select('id').where('id', '=', link.id).forUpdate().execute();
  const { movement, period } = await linked(tx, link);
  const last = await saidLast(tx, link);
  const empty = said.obstacle === null && said.recommendation === null;
  const stood = last?.withdrawnAt === null ? last : undefined;
  const same = stood ? stood.obstacle === said.obstacle && stood.recommendation === said.recommendation : empty;
  const earlier = last && isOpen(last) ? last.id : null;
  if (!same && (!empty || earlier !== null)) {
    const refusals = empty ? [] : checkSaid({ ...said, cause: null }, period);
    if (refusals.length > 0) throw refused(refusals);
    await markUsed(tx, link, context.now);
    const place = { movementId: movement.id, organisationId: link.organisationId, ...period };
    const viewer = { provinceId: link.provinceId, postTitle: holder.postTitle };
    await keepByLink(tx, { texts: said, place, to: movement.organisationId, earlier }, { ...context, viewer });
  } else
    context.record({
      deed: 'obstacle-said-again',
      subjectKind: 'movement',
      subjectId: movement.id,
      after: { link: link.id },
    });
  return viewObstacleByLink(tx, link);
}
