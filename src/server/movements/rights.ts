/** What a person may do with one movement, as its page shows it; the acts check again. */

import type { ActName } from '../../core/rules/access.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

type Launched = { organisationId: string; archivedAt: string | null };

/** True when the right reaches the launcher and the movement is not archived. */
export async function mayEdit(read: Read, viewer: Viewer, act: ActName, movement: Launched): Promise<boolean> {
  return movement.archivedAt === null && (await mayDo(read, viewer, act, movement.organisationId));
}
