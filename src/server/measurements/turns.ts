/**
 * Whoever writes figures of a unit has the unit to himself until the transaction ends. A row that is only being added
 * cannot be locked by whoever does not see it yet, and two periods entered at once would each be counted without the other.
 *
 * Always after the movement is held and before its figures are, several units in one order: nobody waits in a circle.
 */

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../act.ts';

/** Apart from all other locks by number. */
const FIGURES = 12;

/** Units share 256 turns: a list of all units of a country holds no more locks than the database has room for. */
const turnOf = (organisationId: RawBuilder<unknown>) => sql`hashtext(${organisationId}::uuid::text) & 255`;

type Turn = { movementId: string; organisationId: string; from: string; until: string };

/** Takes the turn of a unit, and tells whether nothing of a period changes any more: one question. */
export async function takeTurn(
  tx: Tx,
  { movementId, organisationId, from, until }: Turn,
): Promise<{ closed: boolean }> {
  const { rows } = await sql<{ closed: boolean }>`
    SELECT EXISTS (SELECT FROM closed_periods WHERE movement_id = ${movementId} AND period_from = ${from}
      AND period_until = ${until} AND reopened_at IS NULL) AS closed
    FROM pg_advisory_xact_lock(${FIGURES}::int, ${turnOf(sql`${organisationId}`)})`.execute(tx);
  return { closed: rows[0]?.closed ?? false };
}

/** Takes the turns of many units. */
export async function takeTurns(tx: Tx, organisationIds: readonly string[]): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${FIGURES}::int, turn) FROM (
    SELECT DISTINCT ${turnOf(sql`u`)} AS turn FROM unnest(${[...organisationIds]}::uuid[]) AS u ORDER BY turn) AS turns`.execute(
    tx,
  );
}
