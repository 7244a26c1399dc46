/** Who enters and leaves a cluster. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  addClusterMember as AddClusterMember,
  endClusterMember as EndClusterMember,
} from '../../contract/organisation-acts.ts';
import { checkJoin, checkLeave, type MembershipFacts } from '../../core/rules/clusters.ts';
import type { ActContext, Tx } from '../act.ts';
import { refused } from '../problem.ts';
import { requireReach } from '../reach.ts';
import { unitsOf } from './change-facts.ts';
import { lockTree } from './tree-acts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;

/** Puts an organisation into a cluster. Both are of the administrator's reach: a cluster's head reads its members. */
export async function addClusterMember(
  tx: Tx,
  input: In<typeof AddClusterMember>,
  context: ActContext,
): Promise<{ memberId: string }> {
  const { viewer } = context;
  const { clusterId, memberId, on } = input;
  const { cluster, member, memberships } = await open(tx, context, input, 'addClusterMember');
  await requireReach(tx, viewer, 'addClusterMember', memberId);
  const reasons = checkJoin({ cluster, member, memberships, on });
  if (reasons.length > 0) throw refused(reasons);
  await tx
    .insertInto('cluster_members')
    .values({ province_id: viewer.provinceId, cluster_id: clusterId, member_id: memberId, valid_from: on })
    .execute();
  const after = { memberId, name: member.name, on };
  context.record({ deed: 'cluster-joined', subjectKind: 'organisation', subjectId: clusterId, after });
  return { memberId };
}

/** Takes an organisation out of a cluster; that it was a member before stays. */
export async function endClusterMember(
  tx: Tx,
  input: In<typeof EndClusterMember>,
  context: ActContext,
): Promise<{ memberId: string }> {
  const { clusterId, memberId, on } = input;
  const { cluster, member, memberships } = await open(tx, context, input, 'endClusterMember');
  const membership = memberships.find(({ until }) => until === null) ?? null;
  const reasons = checkLeave({ cluster, member, membership, on });
  if (reasons.length > 0) throw refused(reasons);
  await tx
    .updateTable('cluster_members')
    .set({ valid_until: on })
    .where('cluster_id', '=', clusterId)
    .where('member_id', '=', memberId)
    .where('valid_until', '=', 'infinity')
    .execute();
  const after = { memberId, name: member.name, on };
  context.record({ deed: 'cluster-left', subjectKind: 'organisation', subjectId: clusterId, after });
  return { memberId };
}

async function open(
  tx: Tx,
  { viewer }: ActContext,
  { clusterId, memberId }: { clusterId: string; memberId: string },
  act: 'addClusterMember' | 'endClusterMember',
) {
  await lockTree(tx, viewer.provinceId);
  const [cluster, member] = await unitsOf(tx, viewer, [clusterId, memberId]);
  if (!cluster || !member) throw new Error('two were asked for');
  await requireReach(tx, viewer, act, clusterId);
  const { rows } = await sql<MembershipFacts>`
    SELECT valid_from AS "from", nullif(valid_until, 'infinity') AS until FROM cluster_members
    WHERE cluster_id = ${clusterId} AND member_id = ${memberId} ORDER BY valid_from`.execute(tx);
  return { cluster, member, memberships: rows };
}
