/** The part of the api table that keeps the house in order: the log, settings, catalogues, the system itself. */

import { checkAudit, exportAudit, getAuditHead, listAudit, openAuditOrigin } from '../contract/audit.ts';
import { addIndicator, changeIndicator, listCatalogue, listHolidays, setHoliday } from '../contract/catalogues.ts';
import type { InputOf } from '../contract/endpoint.ts';
import {
  correctPersonalData,
  erasePersonalPayloads,
  exportPersonalData,
  showPersonalData,
} from '../contract/personal-data.ts';
import { listSettings, setSetting, withdrawSetting } from '../contract/settings.ts';
import { backUp, getSystem, rehearseBackup, retryJob } from '../contract/system.ts';
import { scopesOf } from '../core/rules/access.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import { auditLogVi } from '../core/text/vi/audit-log.ts';
import * as personalData from './accounts/personal-data-acts.ts';
import { viewPersonalData } from './accounts/personal-data-views.ts';
import { act } from './act.ts';
import { noteCheck, noteExport, openOrigin } from './audit/acts.ts';
import { auditCsv } from './audit/csv.ts';
import { viewAudit, viewAuditHead, viewOrigin } from './audit/views.ts';
import { verifyAudit } from './audit-chain.ts';
import { type Ask, type Binding, bind, deed, present, view } from './bind.ts';
import * as catalogues from './catalogues/acts.ts';
import { viewCatalogue, viewHolidays } from './catalogues/views.ts';
import { BACKUP_LOCK } from './db/backup.ts';
import { Problem } from './problem.ts';
import { reading } from './read.ts';
import * as settings from './settings/acts.ts';
import { viewSettings } from './settings/views.ts';
import type { BackupKeeper } from './system/acts.ts';
import * as system from './system/acts.ts';
import { type ProcessFacts, viewSystem } from './system/views.ts';

/** What the outside lends for the page about the system; without it there is nothing to back up with. */
export type SystemSettings = { keeper: BackupKeeper | null; facts: ProcessFacts };

const NO_SYSTEM: SystemSettings = {
  keeper: null,
  facts: {
    version: '0',
    startedAt: new Date(0).toISOString(),
    embedded: false,
    backupFolder: null,
    backupLock: BACKUP_LOCK,
    errors: () => 0,
    now: () => new Date(0).toISOString(),
    mail: null,
    disk: async () => null,
  },
};

export function administrationApi(system: SystemSettings = NO_SYSTEM): Binding[] {
  return [...auditApi(), ...personalDataApi(), ...settingsApi(), ...systemApi(system)];
}

function settingsApi(): Binding[] {
  return [
    view(listSettings, viewSettings, 'readSettings'),
    deed(setSetting, settings.setSetting),
    deed(withdrawSetting, settings.withdrawSetting),
    view(listHolidays, viewHolidays, 'readCatalogues'),
    deed(setHoliday, catalogues.setHoliday),
    view(listCatalogue, viewCatalogue, 'readCatalogues'),
    deed(addIndicator, catalogues.addIndicator),
    deed(changeIndicator, catalogues.changeIndicator),
  ];
}

function systemApi({ keeper, facts }: SystemSettings): Binding[] {
  const lent = { keeper, version: facts.version };
  return [
    view(getSystem, (read, viewer) => viewSystem(read, viewer, facts), 'readSystem'),
    deed(backUp, (tx, _input, context) => system.backUp(tx, context, lent)),
    deed(retryJob, system.retryJob),
    deed(rehearseBackup, (tx, _input, context) => system.rehearseBackup(tx, context, lent)),
  ];
}

function personalDataApi(): Binding[] {
  const look = async (ask: Ask, name: 'showPersonalData' | 'exportPersonalData', input: Looked) => {
    const person = present(ask.viewer);
    await act(ask.world, { viewer: person, name, actionId: input.actionId, input }, (tx, given, context) =>
      personalData.noteLook(tx, given, context, name),
    );
    return reading(ask.world.db, person, (read) => viewPersonalData(read, input.accountId));
  };
  return [
    bind(showPersonalData, (ask, input) => look(ask, 'showPersonalData', input)),
    bind(exportPersonalData, async (ask, input) => {
      const data = await look(ask, 'exportPersonalData', input);
      const bytes = new TextEncoder().encode(JSON.stringify(data, null, 2));
      return { name: auditLogVi.personalFile(data.account.name), type: 'application/json; charset=utf-8', bytes };
    }),
    deed(correctPersonalData, personalData.correctPersonalData),
    deed(erasePersonalPayloads, personalData.erasePersonalPayloads),
  ];
}

type Looked = InputOf<typeof showPersonalData>;

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
