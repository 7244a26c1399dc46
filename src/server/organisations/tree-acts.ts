/**
 * How the tree is written: few statements over whole sets, whatever stands below. The rows of organisation_closure at
 * depth 0 (lives) and 1 (parents) are what people enter; everything deeper follows from them and is made anew for
 * those whose superiors changed.
 */

import { sql } from 'kysely';
import type { ChangePart, OrganisationChange } from '../../core/rules/organisations.ts';
import type { ActContext, Tx } from '../act.ts';

/** More levels than any tree has; a circle, which the rules refuse, could not run for ever. */
const DEEPEST = 20;
/** Rows handed over in one statement. */
const AT_ONCE = 5_000;

/**
 * Waits until nobody else changes this province's tree, and keeps them waiting until the act ends: of two merges at once
 * the second sees what the first left.
 */
export async function lockTree(tx: Tx, provinceId: string): Promise<void> {
  await tx.selectFrom('provinces').select('id').where('id', '=', provinceId).forNoKeyUpdate().execute();
}

export type NewUnit = {
  id: string;
  parentId: string | null;
  name: string;
  issuerName: string | null;
  kind: string;
  level: string;
  code: string | null;
  position: number;
  validFrom: string | null;
  validUntil: string | null;
};

/** Adds organisations, those above before those below or in the same call. */
export async function insertUnits(tx: Tx, provinceId: string, units: readonly NewUnit[]): Promise<void> {
  for (const some of inPieces(units)) {
    await sql`
      INSERT INTO organisations (id, province_id, parent_id, name, issuer_name, kind, level, code, position, valid_from, valid_until)
      SELECT id, ${provinceId}, "parentId", name, "issuerName", kind, level, code, position, "validFrom", "validUntil"
      FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb) AS unit(id uuid, "parentId" uuid, name text, "issuerName" text,
        kind text, level text, code text, position integer, "validFrom" date, "validUntil" date)`.execute(tx);
  }
  for (const ids of inPieces(units.map(({ id }) => id))) {
    await sql`
      INSERT INTO organisation_closure (province_id, ancestor_id, descendant_id, depth, valid_from, valid_until)
      SELECT province_id, id, id, 0, coalesce(valid_from, '-infinity'), coalesce(valid_until, 'infinity')
      FROM organisations WHERE id = ANY(${ids}::uuid[])`.execute(tx);
    await sql`
      INSERT INTO organisation_closure (province_id, ancestor_id, descendant_id, depth, valid_from, valid_until)
      SELECT o.province_id, parent.id, o.id, 1, days.since, days.until
      FROM organisations o JOIN organisations parent ON parent.id = o.parent_id, LATERAL (
        SELECT greatest(coalesce(o.valid_from, '-infinity'), coalesce(parent.valid_from, '-infinity')) AS since,
          least(coalesce(o.valid_until, 'infinity'), coalesce(parent.valid_until, 'infinity')) AS until
      ) AS days
      WHERE o.id = ANY(${ids}::uuid[]) AND days.since < days.until`.execute(tx);
  }
  await rebuildPairs(
    tx,
    units.map(({ id }) => id),
  );
}

/** Those of the ids and all that ever stood below them: whose pairs change when these move. Ask before anything is written. */
export async function everBelow(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT descendant_id AS id FROM organisation_closure WHERE ancestor_id = ANY(${[...ids]}::uuid[])`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Makes the deeper pairs of these anew from the parents of everybody above them. */
export async function rebuildPairs(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const some of inPieces(ids)) {
    await sql`DELETE FROM organisation_closure WHERE descendant_id = ANY(${some}::uuid[]) AND depth > 1`.execute(tx);
    await sql`
      INSERT INTO organisation_closure (province_id, ancestor_id, descendant_id, depth, valid_from, valid_until)
      WITH RECURSIVE up AS (
        SELECT province_id, descendant_id, ancestor_id, 1 AS depth, valid_from AS since, valid_until AS until
        FROM organisation_closure WHERE depth = 1 AND descendant_id = ANY(${some}::uuid[])
        UNION ALL
        SELECT up.province_id, up.descendant_id, e.ancestor_id, up.depth + 1, greatest(up.since, e.valid_from), least(up.until, e.valid_until)
        FROM up JOIN organisation_closure e ON e.descendant_id = up.ancestor_id AND e.depth = 1
          AND e.valid_from < up.until AND e.valid_until > up.since
        WHERE up.depth < ${DEEPEST}
      )
      SELECT province_id, ancestor_id, descendant_id, depth, since, until FROM up WHERE depth > 1`.execute(tx);
  }
}

/** Places organisations under others from a day on. The deeper pairs are the caller's to make anew. */
export async function placeUnder(tx: Tx, moves: readonly { id: string; to: string }[], on: string): Promise<void> {
  for (const some of inPieces(moves)) {
    const ids = some.map(({ id }) => id);
    const given = JSON.stringify(some);
    await sql`
      UPDATE organisation_closure SET valid_until = ${on}
      WHERE descendant_id = ANY(${ids}::uuid[]) AND depth = 1 AND valid_until = 'infinity'`.execute(tx);
    // Whoever stands directly below now may have stood deeper below from that day on; such pairs are made anew afterwards.
    await sql`
      DELETE FROM organisation_closure c USING jsonb_to_recordset(${given}::jsonb) AS move(id uuid, "to" uuid)
      WHERE c.descendant_id = move.id AND c.ancestor_id = move."to" AND c.depth > 1 AND c.valid_from = ${on}`.execute(
      tx,
    );
    await sql`
      INSERT INTO organisation_closure (province_id, ancestor_id, descendant_id, depth, valid_from)
      SELECT o.province_id, move."to", o.id, 1, ${on}
      FROM jsonb_to_recordset(${given}::jsonb) AS move(id uuid, "to" uuid) JOIN organisations o ON o.id = move.id`.execute(
      tx,
    );
    await sql`
      UPDATE organisations o SET parent_id = move."to", version = version + 1
      FROM jsonb_to_recordset(${given}::jsonb) AS move(id uuid, "to" uuid) WHERE o.id = move.id`.execute(tx);
  }
}

/** Ends organisations on a day; whoever stands under them was placed elsewhere before. The deeper pairs are the caller's to make anew. */
export async function endLives(tx: Tx, ids: readonly string[], on: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    UPDATE organisations SET valid_until = ${on}, version = version + 1 WHERE id = ANY(${[...ids]}::uuid[])`.execute(
    tx,
  );
  await sql`
    UPDATE organisation_closure SET valid_until = ${on}
    WHERE descendant_id = ANY(${[...ids]}::uuid[]) AND depth < 2 AND valid_until = 'infinity'`.execute(tx);
  await sql`
    UPDATE cluster_members SET valid_until = ${on}
    WHERE (member_id = ANY(${[...ids]}::uuid[]) OR cluster_id = ANY(${[...ids]}::uuid[])) AND valid_from < ${on} AND valid_until > ${on}`.execute(
    tx,
  );
}

/** The place after the last child of a parent. */
export async function nextPosition(tx: Tx, parentId: string): Promise<number> {
  const { last } = await tx
    .selectFrom('organisations')
    .select((row) => row.fn.max('position').as('last'))
    .where('parent_id', '=', parentId)
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

export type Change = { kind: OrganisationChange; on: string; paper: string | null };
export type Part = { id: string; part: ChangePart; name: string; fromId?: string | null; toId?: string | null };

/** Keeps what was done in the tree's own history and in the audit log; the id of the change. */
export async function keepChange(
  tx: Tx,
  context: Pick<ActContext, 'newId' | 'now' | 'record'> & Partial<Pick<ActContext, 'viewer'>>,
  change: Change & { provinceId: string },
  parts: readonly Part[],
): Promise<string> {
  const { viewer } = context;
  const id = context.newId();
  await tx
    .insertInto('organisation_changes')
    .values({
      id,
      province_id: change.provinceId,
      kind: change.kind,
      on_date: change.on,
      paper: change.paper,
      account_id: viewer?.accountId ?? null,
      post_title: viewer?.postTitle ?? 'system',
      at: context.now,
    })
    .execute();
  for (const some of inPieces(parts)) {
    await sql`
      INSERT INTO organisation_change_parts (province_id, change_id, organisation_id, part, name, from_id, to_id)
      SELECT ${change.provinceId}, ${id}, id, part, name, "fromId", "toId"
      FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb) AS p(id uuid, part text, name text, "fromId" uuid, "toId" uuid)`.execute(
      tx,
    );
  }
  const [first] = parts;
  context.record({
    deed: `organisation-${change.kind}`,
    subjectKind: 'organisation',
    subjectId: first?.id ?? null,
    after: { changeId: id, on: change.on, paper: change.paper, parts: parts.slice(0, 200), count: parts.length },
  });
  return id;
}

function inPieces<T>(list: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let at = 0; at < list.length; at += AT_ONCE) pieces.push(list.slice(at, at + AT_ONCE));
  return pieces;
}
