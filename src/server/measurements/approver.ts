/** As what somebody approves the figures of a movement. */

import { scopesOf } from '../../core/rules/access.ts';
import type { Approver } from '../../core/rules/figure-states.ts';
import { reaches } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

export async function approverOf(read: Read, viewer: Viewer, movement: { organisationId: string }): Promise<Approver> {
  const scopes = scopesOf('approveFigures', viewer.roles);
  return {
    forLauncher: await reaches(read, viewer, scopes, movement.organisationId),
    leading: scopes.length > 0 ? viewer.organisationId : null,
  };
}
