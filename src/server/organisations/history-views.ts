/** What was done to an organisation, and who is in a cluster. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { getOrganisationHistory, listClusterMembers } from '../../contract/organisations.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';

type HistoryOutput = z.input<(typeof getOrganisationHistory)['output']>;
type MembersOutput = z.input<(typeof listClusterMembers)['output']>;

const MOST_CHANGES = 200;
const MOST_PARTS = 50;

/** Every change of one organisation, the latest first; those taken back too. */
export async function viewOrganisationHistory(
  read: Read,
  viewer: Viewer,
  { organisationId }: { organisationId: string },
): Promise<HistoryOutput> {
  await requireThere(read, viewer, organisationId);
  const { rows } = await sql<HistoryOutput['changes'][number]>`
    SELECT c.id, c.kind, c.on_date AS "on", c.paper, c.post_title AS "postTitle", c.at, c.undone_at AS "undoneAt",
      c.undone_at IS NULL AND row_number() OVER (PARTITION BY c.undone_at IS NULL ORDER BY c.seq DESC) = 1 AS last,
      (SELECT count(*)::int FROM organisation_change_parts WHERE change_id = c.id) AS count, parts.list AS parts
    FROM organisation_changes c, LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.organisation_id, 'name', p.name, 'part', p.part,
        'from', (SELECT name FROM organisations WHERE id = p.from_id), 'to', (SELECT name FROM organisations WHERE id = p.to_id))), '[]') AS list
      FROM (SELECT * FROM organisation_change_parts WHERE change_id = c.id
        ORDER BY organisation_id = ${organisationId} DESC, part = 'moved', name LIMIT ${MOST_PARTS}) AS p
    ) AS parts
    WHERE c.province_id = ${viewer.provinceId}
      AND c.id IN (SELECT change_id FROM organisation_change_parts WHERE organisation_id = ${organisationId})
    ORDER BY c.on_date DESC, c.seq DESC LIMIT ${MOST_CHANGES}`.execute(read);
  return { changes: rows };
}

/** Members of a cluster: those of today first, then those that left. */
export async function viewClusterMembers(
  read: Read,
  viewer: Viewer,
  { clusterId }: { clusterId: string },
): Promise<MembersOutput> {
  await requireThere(read, viewer, clusterId);
  const { rows } = await sql<MembersOutput['members'][number]>`
    SELECT o.id, o.name, m.valid_from AS "from", nullif(m.valid_until, 'infinity') AS until,
      (SELECT coalesce(array_agg(a.name ORDER BY c.depth DESC), '{}') FROM organisation_closure c
        JOIN organisations a ON a.id = c.ancestor_id
        WHERE c.descendant_id = o.id AND c.depth > 0 AND c.valid_from <= ${viewer.today} AND c.valid_until > ${viewer.today}) AS path
    FROM cluster_members m JOIN organisations o ON o.id = m.member_id
    WHERE m.cluster_id = ${clusterId} ORDER BY m.valid_until DESC, o.position, o.name LIMIT 1000`.execute(read);
  return { members: rows };
}

async function requireThere(read: Read, { provinceId }: Viewer, organisationId: string): Promise<void> {
  const found = await read
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .where('province_id', '=', provinceId)
    .executeTakeFirst();
  if (!found) throw notFound();
}
