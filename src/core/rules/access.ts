/** Who may do what: one table, act × role → how far. The compiler proves it complete; docs/generated/access.md prints it. */

/** Quyền hạn a post brings. A person may hold several in one organisation: rights add up, none takes another away. */
export const ROLES = [
  'administrator',
  'officer',
  'leader',
  'reporter',
  'council-member',
  'council-secretary',
  'supervisor',
  'cluster-head',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * How far a right reaches: oneself; what one's own organisation leads; one's own organisation; that and everything
 * below it; the members of the cluster one heads; all that stands below the organisation whose council one sits in; the
 * whole province.
 */
export const SCOPES = ['self', 'led', 'own', 'subtree', 'cluster', 'council', 'province'] as const;
export type Scope = (typeof SCOPES)[number];
/** Those that reach organisations. */
type Reach = Exclude<Scope, 'self' | 'led'>;
export const isReach = (scope: Scope): scope is Reach => scope !== 'self' && scope !== 'led';

/** One cell for each role, in the order of {@link ROLES}: a row with a cell too few or too many does not compile. */
type Cells<T extends readonly unknown[]> = { readonly [Cell in keyof T]: Scope | null };
type Row = Cells<typeof ROLES>;

const no = null;
const wholeProvince = [
  'province',
  'province',
  'province',
  'province',
  'province',
  'province',
  'province',
  'province',
  'province',
] as const;
const everybody = ['self', 'self', 'self', 'self', 'self', 'self', 'self', 'self', 'self'] as const;
const officers = [no, 'subtree', no, no, no, no, no, no, no] as const;
const administrators = ['subtree', no, no, no, no, no, no, no, no] as const;
const persons = ['subtree', 'self', 'self', 'self', 'self', 'self', 'self', 'self', 'self'] as const;
const auditing = ['subtree', no, no, no, no, no, no, no, 'province'] as const;
/** How far among the roles an officer's hand goes is a rule of its own: core/rules/accounts. */
const keepers = ['subtree', 'subtree', no, no, no, no, no, no, no] as const;

export const ACCESS = {
  //                    admin.     officer    leader     reporter  c.-member  c.-secretary  supervisor  cl.-head   auditor
  /** Movements, documents and figures of one's own place, of those below and of the superiors above. */
  read: /*           */ ['subtree', 'subtree', 'subtree', 'own', 'council', 'council', no, 'cluster', no],
  /** The same of what was opened to supervision, and nothing else. */
  readOpened: [no, no, no, no, no, no, 'subtree', no, no],
  /** Documents handed in and not yet a movement: the matter of those who do the work and who answer for it. */
  readReadings: [no, 'subtree', 'subtree', 'own', no, no, no, no, no],
  /** Names and places of organisations: the frame around everything else, and what tasks are given to. */
  readOrganisations: wholeProvince,
  /** Accounts with their posts, for those who keep them. */
  readAccounts: keepers,
  /** Posts of the people around, to lend one's own to. */
  readColleagues: ['subtree', 'subtree', 'subtree', 'own', 'own', 'own', 'own', 'own', 'own'],
  /** One's own account: sessions, passkeys, posts. */
  readOwnAccount: everybody,
  readHandOvers: persons,

  signOutEverywhere: everybody,
  changePost: everybody,
  changePassword: everybody,
  endOwnSession: everybody,
  addPasskey: everybody,
  removePasskey: everybody,
  startOneTimeCodes: everybody,
  confirmOneTimeCodes: everybody,
  stopOneTimeCodes: everybody,
  renewRecoveryCodes: everybody,
  linkIdentity: everybody,
  unlinkIdentity: everybody,
  /** What one was told. */
  markNotices: everybody,
  setNoticeLetters: everybody,
  addDevice: everybody,
  removeDevice: everybody,

  uploadDocument: officers,
  saveReadingDraft: officers,
  cancelReading: officers,
  restartReading: officers,
  discardReading: officers,
  createMovementFromReading: officers,
  updateMovementFromReading: officers,
  createMovement: officers,
  editMovement: officers,
  setDocumentNumber: officers,
  archiveMovement: officers,
  restoreMovement: officers,
  addTarget: officers,
  reviseTarget: officers,
  removeTarget: officers,
  addTask: officers,
  reviseTask: officers,
  removeTask: officers,
  /** Those who do the work say how it stands. */
  setTaskState: [no, 'subtree', 'subtree', 'own', no, no, no, no, no],
  respondToMovement: officers,
  withdrawResponse: officers,
  /** How a plan answers its superior's targets, and what was issued on paper. */
  answerTargets: officers,
  recordIssuedPlan: officers,
  attachIssuedPlan: officers,
  removeIssuedPlan: officers,
  /** Levels, lists and adjustments of a target, and the verdict of a goal without a figure. */
  arrangeTarget: officers,
  adjustTarget: officers,
  judgeGoal: officers,

  splitTarget: officers,
  /** Figures are entered by the unit, or for it by its superior's officer. */
  saveFigures: [no, 'subtree', no, 'own', no, no, no, no, no],
  tickFigure: [no, 'subtree', no, 'own', no, no, no, no, no],
  submitFigures: [no, 'subtree', no, 'own', no, no, no, no, no],
  /** What hinders a unit and what it asks for: said like figures, put together and passed on by its superiors. */
  saveObstacle: [no, 'subtree', no, 'own', no, no, no, no, no],
  withdrawObstacle: [no, 'subtree', no, 'own', no, no, no, no, no],
  mergeObstacles: officers,
  passObstacle: officers,
  answerObstacle: [no, 'subtree', 'subtree', no, no, no, no, no, no],
  /** Many at once, from a filled-in template, a document or a program. */
  importFigures: [no, 'subtree', no, 'own', no, no, no, no, no],
  importFigureReport: [no, 'subtree', no, 'own', no, no, no, no, no],
  writeFigureBatch: [no, 'subtree', no, 'own', no, no, no, no, no],
  undoFigureImport: [no, 'subtree', no, 'own', no, no, no, no, no],
  addEvidence: [no, 'subtree', no, 'own', no, no, no, no, no],
  removeEvidence: [no, 'subtree', no, 'own', no, no, no, no, no],
  restoreEvidence: [no, 'subtree', no, 'own', no, no, no, no, no],
  /** By whoever launched the movement all of its figures; by the unit that leads a target, what others report for it. */
  approveFigures: [no, 'subtree', 'subtree', 'led', no, no, no, no, no],
  returnFigures: [no, 'subtree', 'subtree', 'led', no, no, no, no, no],
  closePeriod: officers,
  reopenPeriod: officers,
  /** The log of what was done: all of the province's for auditors, of one's own place and below for administrators. */
  readAudit: auditing,
  exportAudit: auditing,
  openAuditOrigin: auditing,
  checkAudit: auditing,
  /** What is kept about an account: one's own, or as an administrator of somebody below. Each look stands in the log. */
  showPersonalData: persons,
  exportPersonalData: persons,
  correctPersonalData: persons,
  erasePersonalPayloads: administrators,

  /** What holds here and since when is nobody's secret. */
  readSettings: wholeProvince,
  setSetting: administrators,
  withdrawSetting: administrators,
  readCatalogues: wholeProvince,
  setHoliday: administrators,
  addIndicator: administrators,
  changeIndicator: administrators,
  readSystem: administrators,
  backUp: administrators,
  rehearseBackup: administrators,
  retryJob: administrators,
  sendTestLetter: administrators,

  openToSupervision: officers,
  closeToSupervision: officers,
  /** Supervisors speak, and those who run the movement answer. */
  commentOnMovement: [no, no, no, no, no, no, 'subtree', no, no],
  answerComment: officers,
  createOrganisation: administrators,
  renameOrganisation: administrators,
  moveOrganisation: administrators,
  mergeOrganisations: administrators,
  splitOrganisation: administrators,
  dissolveOrganisation: administrators,
  undoOrganisationChange: administrators,
  importOrganisations: administrators,
  addCommunes: administrators,
  addClusterMember: administrators,
  endClusterMember: administrators,

  createAccount: keepers,
  editAccount: keepers,
  disableAccount: keepers,
  enableAccount: keepers,
  resetAccount: keepers,
  addPost: keepers,
  endPost: keepers,
  movePosts: keepers,
  /** Mã truy cập, with which another program enters figures. */
  makeAccessToken: keepers,
  revokeAccessToken: keepers,
  lendPost: persons,
  callBackPost: persons,
  handOver: persons,
  /** Phiếu thu thập số liệu: asked by officers of those below, filled in like figures. */
  uploadRequestForm: officers,
  createDataRequest: officers,
  returnRequestAnswer: officers,
  closeDataRequest: officers,
  saveRequestAnswer: [no, 'subtree', no, 'own', no, no, no, no, no],
  makeRequestLinks: officers,
  revokeRequestLinks: officers,
  sendRequestAnswer: [no, 'subtree', no, 'own', no, no, no, no, no],
  /** Links for figures lend what their maker may do: enter them for the unit. */
  makeFigureLinks: officers,
  revokeFigureLinks: officers,
  /** A link for one unit and one task, which needs no password. */
  makeTaskLink: officers,
  revokeTaskLink: officers,
} as const satisfies Record<string, Row>;

export type ActName = keyof typeof ACCESS;
/** Rights to ask; all others are rights to do. */
export type ReadName = Extract<ActName, `read${string}`>;

/** How far `role` may do `act`; null where it may not at all. */
export function scopeOf(act: ActName, role: Role): Scope | null {
  const row: readonly (Scope | null)[] = ACCESS[act];
  return row[ROLES.indexOf(role)] ?? null;
}

/** How far somebody with all of these roles may do `act`; empty where not at all. */
export function scopesOf(act: ActName, roles: readonly Role[]): Scope[] {
  const scopes = roles.map((role) => scopeOf(act, role)).filter((scope) => scope !== null);
  return SCOPES.filter((scope) => scopes.includes(scope));
}
