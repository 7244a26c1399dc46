/** What units say hinders them, as it is kept. */

import { type RawBuilder, sql } from 'kysely';
import type { ObstacleState } from '../../core/rules/obstacles.ts';
import type { Read } from '../read.ts';

export type ObstacleRow = {
  id: string;
  version: number;
  movementId: string;
  movementTitle: string;
  organisationId: string;
  organisationName: string;
  from: string;
  until: string;
  domain: string | null;
  obstacle: string | null;
  cause: string | null;
  recommendation: string | null;
  saidBy: string | null;
  byLink: boolean;
  at: string;
  byPost: string;
  toId: string;
  toName: string;
  mergedIntoId: string | null;
  state: ObstacleState;
  ownerId: string | null;
  ownerName: string | null;
  answer: string | null;
  answeredAt: string | null;
  answeredByPost: string | null;
  withdrawnAt: string | null;
};

/** What a link's reading needs of a transaction: it has no viewer. */
export type Asked = Pick<Read, 'getExecutor'>;

/** Rows where `condition` holds of the table `b`, by domain, what stands by itself first, then the newest. */
export async function obstacleRows(read: Asked, condition: RawBuilder<boolean>, limit: number): Promise<ObstacleRow[]> {
  const { rows } = await sql<ObstacleRow>`
    SELECT b.id, b.version, b.movement_id AS "movementId", m.title AS "movementTitle",
      b.organisation_id AS "organisationId", o.name AS "organisationName", b.period_from AS "from",
      b.period_until AS "until", b.domain, b.obstacle, b.cause, b.recommendation, b.said_by AS "saidBy",
      b.by_link AS "byLink", b.at, b.by_post AS "byPost", b.to_organisation_id AS "toId", t.name AS "toName",
      b.merged_into_id AS "mergedIntoId", b.state, b.owner_id AS "ownerId", w.name AS "ownerName", b.answer,
      b.answered_at AS "answeredAt", b.answered_by_post AS "answeredByPost", b.withdrawn_at AS "withdrawnAt"
    FROM obstacles b
    JOIN movements m ON m.id = b.movement_id
    JOIN organisations o ON o.id = b.organisation_id
    JOIN organisations t ON t.id = b.to_organisation_id
    LEFT JOIN organisations w ON w.id = b.owner_id
    WHERE ${condition}
    ORDER BY b.domain NULLS LAST, b.merged_into_id IS NOT NULL, b.period_until DESC, b.at DESC, b.id LIMIT ${limit}`.execute(
    read as Read,
  );
  return rows;
}

/** One of them, whoever looks; undefined where there is none. */
export const obstacleById = async (read: Asked, id: string): Promise<ObstacleRow | undefined> =>
  (await obstacleRows(read, sql<boolean>`b.id = ${id}`, 1))[0];

/** In SQL: these, and all that was put together in them, however many steps below; each is put together once at most. */
export const heldIn = (ids: readonly string[]): RawBuilder<unknown> => sql`
  WITH RECURSIVE down AS (
    SELECT unnest(${[...ids]}::uuid[]) AS id
    UNION
    SELECT o.id FROM down JOIN obstacles o ON o.merged_into_id = down.id)
  SELECT id FROM down`;

/** What the superiors made of those that were put together: the end of each way up, by where it began. */
export async function endsOf(read: Asked, ids: readonly string[]): Promise<Map<string, ObstacleRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ start: string; end: string }>`
    WITH RECURSIVE up AS (
      SELECT id AS start, merged_into_id AS at, 1 AS step FROM obstacles
      WHERE id = ANY(${[...ids]}::uuid[]) AND merged_into_id IS NOT NULL
      UNION ALL
      SELECT up.start, b.merged_into_id, up.step + 1 FROM up JOIN obstacles b ON b.id = up.at
      WHERE b.merged_into_id IS NOT NULL AND up.step < 20)
    SELECT DISTINCT ON (start) start, at AS "end" FROM up ORDER BY start, step DESC`.execute(read as Read);
  if (rows.length === 0) return new Map();
  const wanted = [...new Set(rows.map(({ end }) => end))];
  const ends = await obstacleRows(read, sql<boolean>`b.id = ANY(${wanted}::uuid[])`, wanted.length);
  const byId = new Map(ends.map((row) => [row.id, row]));
  return new Map(
    rows.flatMap(({ start, end }) => {
      const row = byId.get(end);
      return row ? [[start, row] as const] : [];
    }),
  );
}

export type Origins = { names: string[]; count: number };

/** Whose own some were put together of, however many steps below. */
export async function originsOf(read: Asked, ids: readonly string[]): Promise<Map<string, Origins>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ top: string; names: string[]; count: number }>`
    WITH RECURSIVE down AS (
      SELECT merged_into_id AS top, id, organisation_id, 1 AS step FROM obstacles
      WHERE merged_into_id = ANY(${[...ids]}::uuid[])
      UNION ALL
      SELECT down.top, b.id, b.organisation_id, down.step + 1 FROM down JOIN obstacles b ON b.merged_into_id = down.id
      WHERE down.step < 20)
    SELECT top, (array_agg(DISTINCT o.name))[1:50] AS names, count(DISTINCT o.id)::int AS count
    FROM down JOIN organisations o ON o.id = down.organisation_id
    WHERE NOT EXISTS (SELECT FROM obstacles below WHERE below.merged_into_id = down.id)
    GROUP BY top`.execute(read as Read);
  return new Map(rows.map(({ top, names, count }) => [top, { names, count }]));
}

type Awaiting = { count: number; units: string[]; unitCount: number };

/** What was put to a place and has had no word yet: how many, and of whom, the first by name. */
export async function awaitingWord(read: Read, organisationId: string): Promise<Awaiting> {
  const { rows } = await sql<Awaiting & { units: string[] | null }>`
    SELECT count(*)::int AS count, count(DISTINCT o.id)::int AS "unitCount", (array_agg(DISTINCT o.name ORDER BY o.name))[1:3] AS units
    FROM obstacles b JOIN organisations o ON o.id = b.organisation_id
    WHERE b.to_organisation_id = ${organisationId} AND b.merged_into_id IS NULL AND b.withdrawn_at IS NULL
      AND b.answer IS NULL AND b.state IN ('open', 'in-hand')`.execute(read);
  const [found] = rows;
  return { count: found?.count ?? 0, units: found?.units ?? [], unitCount: found?.unitCount ?? 0 };
}
