/** Who holds a movement back, as far as the person sees the units. */

import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { getMovementBoard } from '../../contract/movement-board.ts';
import { reportDueOn } from '../../core/rules/periods.ts';
import type { PeriodKind } from '../../core/rules/progress.ts';
import { specialDays } from '../catalogues/facts.ts';
import { askedByNow } from '../measurements/facts.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { settingOfProvince } from '../settings/facts.ts';
import { figureTargets, movementFacts } from './facts.ts';
import { unitsBehind } from './late-views.ts';

type Board = z.input<(typeof getMovementBoard)['output']>;
type Unit = { id: string; name: string };

const MOST_PERIODS = 4;
const MOST_UNITS = 12;

const some = (units: readonly Unit[]) => ({ units: units.slice(0, MOST_UNITS), count: units.length });

export async function viewMovementBoard(
  read: Read,
  viewer: Viewer,
  { movementId }: { movementId: string },
): Promise<Board> {
  const movement = await movementFacts(read, viewer, movementId);
  const targets = await figureTargets(read, { movementId });
  const launched = { kind: movement.kind, year: movement.year, ...movement.period };
  const behind = await unitsBehind(
    read,
    viewer,
    targets.map(({ id }) => ({ targetId: id, movement: launched })),
  );
  const seen = new Set(
    await unitsSeen(
      read,
      viewer,
      [...behind.values()].flat().map(({ id }) => id),
    ),
  );
  return {
    periods: await periodsOf(read, viewer, movementId),
    behind: [...behind].flatMap(([targetId, units]) => {
      const own = units.filter(({ id }) => seen.has(id));
      return own.length === 0 ? [] : [{ targetId, ...some(own) }];
    }),
    evidence: await evidenceOf(read, viewer, movementId),
  };
}

/** Units whose figures the person sees: those the right to read reaches. */
const inSight = (viewer: Viewer, unit: RawBuilder<unknown>) => sql<boolean>`${unit} IN ${idsReached(viewer, 'read')}`;

async function unitsSeen(read: Read, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT u.id FROM unnest(${[...new Set(ids)]}::uuid[]) AS u (id)
    WHERE ${inSight(viewer, sql`u.id`)}`.execute(read);
  return rows.map(({ id }) => id);
}

type PeriodRow = {
  kind: PeriodKind;
  from: string;
  until: string;
  asked: number;
  sent: number;
  waiting: number;
  missing: Unit[] | null;
};

/** Periods that are over and not closed: what is asked, what came, and of whom nothing did. Those that lack something go first. */
async function periodsOf(read: Read, viewer: Viewer, movementId: string): Promise<Board['periods']> {
  const { provinceId, today } = viewer;
  const { rows } = await sql<PeriodRow>`
    WITH units AS (
      SELECT kind, period_from, period_until, organisation_id, min(position) AS position, count(*)::int AS asked,
        count(state)::int AS sent, count(*) FILTER (WHERE state = 'submitted')::int AS waiting
      FROM (${askedByNow({ movementIds: [movementId], units: inSight(viewer, sql`u.organisation_id`), today })}) AS figures
      GROUP BY 1, 2, 3, 4
    )
    SELECT u.kind, u.period_from AS "from", u.period_until AS until, sum(u.asked)::int AS asked, sum(u.sent)::int AS sent,
      sum(u.waiting)::int AS waiting,
      json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY u.position, o.name) FILTER (WHERE u.sent < u.asked) AS missing
    FROM units u JOIN organisations o ON o.id = u.organisation_id
    GROUP BY 1, 2, 3 ORDER BY sum(u.sent) = sum(u.asked), u.period_until DESC, u.period_from DESC LIMIT ${MOST_PERIODS}`.execute(
    read,
  );
  const days = await settingOfProvince<number>(read, 'progress.days-to-report', { provinceId, on: today });
  const special = await specialDays(read, viewer);
  return rows.map(({ missing, ...period }) => ({
    ...period,
    dueOn: reportDueOn(period, days, special),
    missing: some(missing ?? []),
  }));
}

async function evidenceOf(read: Read, viewer: Viewer, movementId: string): Promise<Board['evidence']> {
  const { rows } = await sql<Board['evidence'][number]>`
    SELECT e.target_id AS "targetId", count(*)::int AS files,
      (array_agg(e.period_from ORDER BY e.period_until DESC))[1] AS "from", max(e.period_until) AS until
    FROM evidence e JOIN targets t ON t.id = e.target_id
    WHERE t.movement_id = ${movementId} AND e.removed_at IS NULL AND ${inSight(viewer, sql`e.organisation_id`)}
    GROUP BY e.target_id`.execute(read);
  return rows;
}
