/** The part of the api table that keeps the house in order: the log, settings, catalogues, the system itself. */

import { checkAudit, exportAudit, getAuditHead, listAudit, openAuditOrigin } from '../contract/audit.ts';
import { scopesOf } from '../core/rules/access.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import { auditLogVi } from '../core/text/vi/audit-log.ts';
import { act } from './act.ts';
import { noteCheck, noteExport, openOrigin } from './audit/acts.ts';
import { auditCsv } from './audit/csv.ts';
import { viewAudit, viewAuditHead, viewOrigin } from './audit/views.ts';
import { verifyAudit } from './audit-chain.ts';
import { type Binding, bind, present, view } from './bind.ts';
import { Problem } from './problem.ts';
import { reading } from './read.ts';

export function administrationApi(): Binding[] {
  return [...auditApi()];
}

function auditApi(): Binding[] {
  return [
    view(listAudit, viewAudit, 'readAudit'),
    view(getAuditHead, viewAuditHead, 'readAudit'),
    bind(exportAudit, async ({ world, viewer }, input) => {
      const person = present(viewer);
      await act(world, { viewer: person, name: 'exportAudit', actionId: input.actionId, input }, noteExport);
      const bytes = await reading(world.db, person, (read) => auditCsv(read, person, input));
      return { name: auditLogVi.exportName(dayInVietnam(world.now())), type: 'text/csv; charset=utf-8', bytes };
    }),
    bind(openAuditOrigin, async ({ world, viewer }, input) => {
      const person = present(viewer);
      await act(world, { viewer: person, name: 'openAuditOrigin', actionId: input.actionId, input }, openOrigin);
      // Read apart from the act, whose answer is kept: what was looked at is not to be kept a second time.
      return reading(world.db, person, (read) => viewOrigin(read, person, input.seq));
    }),
    bind(checkAudit, async ({ world, viewer }, input) => {
      const person = present(viewer);
      if (scopesOf('checkAudit', person.roles).length === 0) throw new Problem('forbidden', 'forbidden');
      // One snapshot for the whole walk; the wall shows the own province's chain alone.
      const { chains, breaks } = await reading(world.db, person, (read) => verifyAudit(read));
      const check = { rows: chains[0]?.rows ?? '0', breaks: breaks.map(({ seq, how }) => ({ seq, how })) };
      return act(world, { viewer: person, name: 'checkAudit', actionId: input.actionId, input }, (tx, _, context) =>
        noteCheck(tx, check, context),
      );
    }),
  ];
}
