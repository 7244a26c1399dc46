/** Who emulates with whom: clusters and blocs (cụm, khối thi đua) and their members through time. */

import type { OrganisationKind } from './organisations.ts';
import { type Refusal, refusal } from './refusal.ts';

export type ClusterFacts = {
  name: string;
  kind: OrganisationKind;
  validFrom: string | null;
  validUntil: string | null;
};

export type MembershipFacts = { from: string; until: string | null };

export type ClusterRefusal =
  | 'not-a-cluster'
  | 'cluster-in-cluster'
  | 'unit-ended'
  | 'unit-not-yet'
  | 'member-already'
  | 'member-not-there'
  | 'member-since';

function lives({ name, validFrom, validUntil }: ClusterFacts, on: string): Refusal<ClusterRefusal>[] {
  if (validUntil !== null && validUntil <= on) return [refusal('unit-ended', { name, on: validUntil })];
  return validFrom !== null && on < validFrom ? [refusal('unit-not-yet', { name, on: validFrom })] : [];
}

type Joining = { cluster: ClusterFacts; member: ClusterFacts; memberships: readonly MembershipFacts[]; on: string };

/** Whether an organisation may enter a cluster on a day: both live, and it is not a member on that day or later. */
export function checkJoin({ cluster, member, memberships, on }: Joining): Refusal<ClusterRefusal>[] {
  const found = [...lives(cluster, on), ...lives(member, on)];
  if (cluster.kind !== 'cluster') found.push(refusal('not-a-cluster', { name: cluster.name }));
  if (member.kind === 'cluster') found.push(refusal('cluster-in-cluster', { name: member.name }));
  if (memberships.some(({ until }) => until === null || until > on))
    found.push(refusal('member-already', { name: member.name, cluster: cluster.name }));
  return found;
}

type Leaving = Omit<Joining, 'memberships'> & {
  /** The membership that goes on; null where there is none. */
  membership: MembershipFacts | null;
};

/** Whether an organisation may leave a cluster on a day: it has been a member before it. */
export function checkLeave({ cluster, member, membership, on }: Leaving): Refusal<ClusterRefusal>[] {
  if (membership === null) return [refusal('member-not-there', { name: member.name, cluster: cluster.name })];
  return on <= membership.from ? [refusal('member-since', { name: member.name, on: membership.from })] : [];
}
