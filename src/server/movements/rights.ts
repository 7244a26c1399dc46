/** What a person may do with one movement, as its page shows it; the acts check again. */

import { type ActName, scopeOf } from '../../core/rules/access.ts';
import { isBelow } from '../organisations/facts.ts';
import type { Read, Viewer } from '../read.ts';

type Launched = { organisationId: string; archivedAt: string | null };

/** True when the role has the right, it reaches the launcher, and the movement is not archived. */
export async function mayEdit(read: Read, viewer: Viewer, act: ActName, movement: Launched): Promise<boolean> {
  return movement.archivedAt === null && (await mayDo(read, viewer, act, movement.organisationId));
}

export async function mayDo(read: Read, viewer: Viewer, act: ActName, organisationId: string): Promise<boolean> {
  const scope = scopeOf(act, viewer.role);
  if (scope === null) return false;
  if (organisationId === viewer.organisationId) return true;
  return scope === 'subtree' && (await isBelow(read, viewer, organisationId));
}
