/** What rights are about, in the few matters that a person tells apart; and what to mind when one person holds several roles. */

import { type ActName, type Role, SCOPES, type Scope, scopeOf } from './access.ts';

export const MATTERS = [
  'reading',
  'opened',
  'names',
  'drafts',
  'documents',
  'movements',
  'task-states',
  'figures',
  'approval',
  'closing',
  'comments',
  'organisations',
  'accounts',
  'house-rules',
  'settings',
  'personal-data',
  'erasure',
  'audit',
  'backups',
  'own-session',
] as const;
export type Matter = (typeof MATTERS)[number];

/** Where each right belongs; a new act without its matter does not compile. */
export const MATTER_OF: Record<ActName, Matter> = {
  read: 'reading',
  readOpened: 'opened',
  readReadings: 'drafts',
  readOrganisations: 'names',
  signOutEverywhere: 'own-session',
  changePost: 'own-session',
  uploadDocument: 'documents',
  saveReadingDraft: 'documents',
  cancelReading: 'documents',
  restartReading: 'documents',
  discardReading: 'documents',
  createMovementFromReading: 'documents',
  updateMovementFromReading: 'documents',
  createMovement: 'movements',
  editMovement: 'movements',
  setDocumentNumber: 'movements',
  archiveMovement: 'movements',
  restoreMovement: 'movements',
  addTarget: 'movements',
  reviseTarget: 'movements',
  removeTarget: 'movements',
  addTask: 'movements',
  reviseTask: 'movements',
  removeTask: 'movements',
  respondToMovement: 'movements',
  withdrawResponse: 'movements',
  splitTarget: 'movements',
  openToSupervision: 'movements',
  closeToSupervision: 'movements',
  answerComment: 'movements',
  setTaskState: 'task-states',
  saveFigures: 'figures',
  submitFigures: 'figures',
  approveFigures: 'approval',
  returnFigures: 'approval',
  closePeriod: 'closing',
  reopenPeriod: 'closing',
  commentOnMovement: 'comments',
  readAudit: 'audit',
  exportAudit: 'audit',
  openAuditOrigin: 'audit',
  checkAudit: 'audit',
  createOrganisation: 'organisations',
  renameOrganisation: 'organisations',
  moveOrganisation: 'organisations',
  mergeOrganisations: 'organisations',
  splitOrganisation: 'organisations',
  dissolveOrganisation: 'organisations',
  undoOrganisationChange: 'organisations',
  importOrganisations: 'organisations',
  addCommunes: 'organisations',
  addClusterMember: 'organisations',
  endClusterMember: 'organisations',
  createAccount: 'accounts',
  readSettings: 'house-rules',
  readCatalogues: 'house-rules',
  setSetting: 'settings',
  withdrawSetting: 'settings',
  setHoliday: 'settings',
  addIndicator: 'settings',
  changeIndicator: 'settings',
  showPersonalData: 'personal-data',
  exportPersonalData: 'personal-data',
  correctPersonalData: 'personal-data',
  erasePersonalPayloads: 'erasure',
  readSystem: 'backups',
  backUp: 'backups',
  rehearseBackup: 'backups',
};

/** How far a role may go in a matter, the narrower first; empty where not at all. */
export function scopesInMatter(matter: Matter, role: Role): Scope[] {
  const acts = (Object.keys(MATTER_OF) as ActName[]).filter((act) => MATTER_OF[act] === matter);
  const scopes = acts.map((act) => scopeOf(act, role));
  return SCOPES.filter((scope) => scopes.includes(scope));
}

/** Pairs of roles that one person may well hold, each with what to mind. Nothing of it is forbidden. */
export const COMBINATIONS = [
  { code: 'works-and-administers', roles: ['officer', 'administrator'] },
  { code: 'enters-and-approves', roles: ['reporter', 'leader'] },
  { code: 'works-and-approves', roles: ['officer', 'leader'] },
  { code: 'prepares-and-records', roles: ['officer', 'council-secretary'] },
  { code: 'proposes-and-votes', roles: ['officer', 'council-member'] },
  { code: 'supervises-oneself', roles: ['officer', 'supervisor'] },
  { code: 'supervises-the-led', roles: ['leader', 'supervisor'] },
  { code: 'audits-oneself', roles: ['officer', 'auditor'] },
  { code: 'audits-administration', roles: ['administrator', 'auditor'] },
] as const satisfies readonly { code: string; roles: readonly [Role, Role] }[];
export type Combination = (typeof COMBINATIONS)[number]['code'];

/** What to mind when one person holds all of these roles: a note, never a refusal. */
export function combinationsIn(roles: readonly Role[]): Combination[] {
  return COMBINATIONS.filter((pair) => pair.roles.every((role) => roles.includes(role))).map(({ code }) => code);
}
