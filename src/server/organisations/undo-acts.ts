/** Taking back a mistaken change of the tree, as long as nothing rests on it. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { undoOrganisationChange as UndoOrganisationChange } from '../../contract/organisation-acts.ts';
import { checkUndo } from '../../core/rules/organisation-acts.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused } from '../problem.ts';
import { requireReach } from '../reach.ts';
import { everBelow, lockTree, rebuildPairs } from './tree-acts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Kept = { id: string; part: string; name: string; fromId: string | null; toId: string | null };
type Found = { id: string; on: string; undone: boolean; parts: Kept[] };

/** Puts everything back as it was before the change; what the change began is gone, the change itself stays marked. */
export async function undoOrganisationChange(
  tx: Tx,
  { changeId }: In<typeof UndoOrganisationChange>,
  context: ActContext,
): Promise<{ organisationId: string | null }> {
  const { viewer } = context;
  await lockTree(tx, viewer.provinceId);
  const change = await changeOf(tx, viewer.provinceId, changeId);
  for (const { id, part, fromId, toId } of change.parts) {
    const held = part === 'ended' ? fromId : part === 'begun' ? toId : id;
    if (held) await requireReach(tx, viewer, 'undoOrganisationChange', held);
  }
  const reasons = checkUndo({ undone: change.undone, changedLater: await changedLater(tx, changeId) });
  if (reasons.length > 0) throw refused(reasons);
  const of = (part: string) => change.parts.filter((one) => one.part === part);
  const touched = await everBelow(
    tx,
    change.parts.map(({ id }) => id),
  );
  await putBack(tx, of('moved'), change.on);
  await revive(tx, of('ended'), change.on);
  await nameAgain(tx, changeId);
  await removeBegun(tx, change, of('begun'));
  await sql`
    UPDATE organisations SET valid_until = NULL, version = version + 1
    WHERE id = ANY(${of('ended').map(({ id }) => id)}::uuid[])`.execute(tx);
  const gone = new Set(of('begun').map(({ id }) => id));
  await rebuildPairs(
    tx,
    touched.filter((id) => !gone.has(id)),
  );
  await tx
    .updateTable('organisation_changes')
    .set({ undone_at: context.now, undone_by: viewer.postTitle })
    .where('id', '=', changeId)
    .execute();
  const left = change.parts.find(({ id }) => !gone.has(id));
  const organisationId = left?.id ?? of('begun')[0]?.toId ?? null;
  const before = { changeId, on: change.on, parts: change.parts.slice(0, 200) };
  context.record({ deed: 'organisation-undone', subjectKind: 'organisation', subjectId: organisationId, before });
  return { organisationId };
}

async function changeOf(tx: Tx, provinceId: string, changeId: string): Promise<Found> {
  const found = await tx
    .selectFrom('organisation_changes')
    .select(['id', 'on_date as on', 'undone_at'])
    .where('id', '=', changeId)
    .where('province_id', '=', provinceId)
    .executeTakeFirst();
  if (!found) throw notFound();
  const parts = await tx
    .selectFrom('organisation_change_parts')
    .select(['organisation_id as id', 'part', 'name', 'from_id as fromId', 'to_id as toId'])
    .where('change_id', '=', changeId)
    .execute();
  return { id: changeId, on: found.on, undone: found.undone_at !== null, parts };
}

/** Names of those it touched that were touched again later, or that something came to or left since. */
async function changedLater(tx: Tx, changeId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT mine.name
    FROM organisation_change_parts mine
      JOIN organisation_changes this ON this.id = mine.change_id
      JOIN organisation_change_parts other ON other.organisation_id = mine.organisation_id
        OR (mine.part = 'begun' AND (other.from_id = mine.organisation_id OR other.to_id = mine.organisation_id))
      JOIN organisation_changes later ON later.id = other.change_id
    WHERE mine.change_id = ${changeId} AND mine.part <> 'gained' AND other.part <> 'gained'
      AND later.seq > this.seq AND later.undone_at IS NULL
    UNION
    -- Whom it would have to stand under again is gone.
    SELECT o.name FROM organisation_change_parts mine JOIN organisations o ON o.id = mine.from_id
    WHERE mine.change_id = ${changeId} AND o.valid_until IS NOT NULL AND NOT EXISTS (
      SELECT FROM organisation_change_parts ended
      WHERE ended.change_id = mine.change_id AND ended.organisation_id = o.id AND ended.part = 'ended')
    ORDER BY name LIMIT 5`.execute(tx);
  return rows.map(({ name }) => name);
}

async function putBack(tx: Tx, moved: readonly Kept[], on: string): Promise<void> {
  if (moved.length === 0) return;
  const given = JSON.stringify(moved.map(({ id, fromId }) => ({ id, from: fromId })));
  const ids = moved.map(({ id }) => id);
  await sql`
    DELETE FROM organisation_closure
    WHERE descendant_id = ANY(${ids}::uuid[]) AND depth = 1 AND valid_from = ${on} AND valid_until = 'infinity'`.execute(
    tx,
  );
  await sql`
    UPDATE organisation_closure c SET valid_until = 'infinity'
    FROM jsonb_to_recordset(${given}::jsonb) AS move(id uuid, "from" uuid)
    WHERE c.descendant_id = move.id AND c.ancestor_id = move."from" AND c.depth = 1 AND c.valid_until = ${on}`.execute(
    tx,
  );
  await sql`
    UPDATE organisations o SET parent_id = move."from", version = version + 1
    FROM jsonb_to_recordset(${given}::jsonb) AS move(id uuid, "from" uuid) WHERE o.id = move.id`.execute(tx);
}

async function revive(tx: Tx, ended: readonly Kept[], on: string): Promise<void> {
  if (ended.length === 0) return;
  const ids = ended.map(({ id }) => id);
  await sql`
    UPDATE organisation_closure c SET valid_until = 'infinity' FROM organisations o
    WHERE o.id = c.descendant_id AND o.id = ANY(${ids}::uuid[]) AND c.valid_until = ${on}
      AND (c.depth = 0 OR (c.depth = 1 AND c.ancestor_id = o.parent_id))`.execute(tx);
  // Those who took their places in clusters leave them again.
  await sql`
    DELETE FROM cluster_members heir USING organisation_successions s, cluster_members own
    WHERE s.predecessor_id = ANY(${ids}::uuid[]) AND s.how = 'merge' AND s.on_date = ${on}
      AND heir.member_id = s.successor_id AND heir.valid_from = ${on}
      AND own.member_id = s.predecessor_id AND own.cluster_id = heir.cluster_id AND own.valid_until = ${on}`.execute(
    tx,
  );
  await sql`
    UPDATE cluster_members SET valid_until = 'infinity'
    WHERE (member_id = ANY(${ids}::uuid[]) OR cluster_id = ANY(${ids}::uuid[])) AND valid_until = ${on}`.execute(tx);
  await sql`DELETE FROM organisation_successions WHERE predecessor_id = ANY(${ids}::uuid[]) AND on_date = ${on}`.execute(
    tx,
  );
}

async function nameAgain(tx: Tx, changeId: string): Promise<void> {
  await sql`
    UPDATE organisations o SET name = v.name, issuer_name = v.issuer_name, kind = v.kind, level = v.level, code = v.code, version = o.version + 1
    FROM organisation_versions v WHERE v.change_id = ${changeId} AND o.id = v.organisation_id`.execute(tx);
  await tx.deleteFrom('organisation_versions').where('change_id', '=', changeId).execute();
}

/** Organisations that the change began go away with it, unless something of their own refers to them already. */
async function removeBegun(tx: Tx, change: Found, begun: readonly Kept[]): Promise<void> {
  if (begun.length === 0) return;
  const ids = begun.map(({ id }) => id);
  await sql`DELETE FROM organisation_successions WHERE successor_id = ANY(${ids}::uuid[])`.execute(tx);
  await sql`
    DELETE FROM organisation_change_parts p USING organisation_changes c
    WHERE c.id = p.change_id AND (c.undone_at IS NOT NULL OR c.id = ${change.id}) AND p.organisation_id = ANY(${ids}::uuid[])`.execute(
    tx,
  );
  await sql`
    UPDATE organisation_change_parts p
    SET from_id = CASE WHEN from_id = ANY(${ids}::uuid[]) THEN NULL ELSE from_id END,
      to_id = CASE WHEN to_id = ANY(${ids}::uuid[]) THEN NULL ELSE to_id END
    FROM organisation_changes c
    WHERE c.id = p.change_id AND (c.undone_at IS NOT NULL OR c.id = ${change.id})
      AND (from_id = ANY(${ids}::uuid[]) OR to_id = ANY(${ids}::uuid[]))`.execute(tx);
  await sql`
    DELETE FROM organisation_closure WHERE descendant_id = ANY(${ids}::uuid[]) OR ancestor_id = ANY(${ids}::uuid[])`.execute(
    tx,
  );
  try {
    await sql`DELETE FROM organisations WHERE id = ANY(${ids}::uuid[])`.execute(tx);
  } catch (error) {
    // Whatever table refers to them, of whatever feature: posts, movements, documents, figures.
    if (error instanceof Error && 'code' in error && error.code === FOREIGN_KEY)
      throw refused(begun.map(({ name }) => refusal('undo-hangs', { name })));
    throw error;
  }
}

const FOREIGN_KEY = '23503';
