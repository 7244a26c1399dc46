import { INDICATORS } from '../../src/core/law/indicator-catalogue.ts';
import { ROLES, type Role } from '../../src/core/rules/access.ts';
import { PASSWORD } from '../support/client.ts';
import { TODAY } from '../support/database.ts';
import { surpriseForm } from '../support/form-file.ts';
import { type Bundle, dayToCome, draftOf, type FigureOf, headOf, NO_NUMBER, REQUEST_LAYOUT } from './world.ts';

/**
 * THE matrix: every endpoint × every role × five places, written by hand from what the roles are for, not from the
 * table that grants them. Columns are the roles in this order; within a column one letter a place: own, below, beside,
 * above, elsewhere (world.ts says where each role sits).
 *
 *   y  done, or shown
 *   n  refused: no right (403)
 *   -  not there for this person (404; in a list: not listed)
 *   r  refused with the reason that the place is out of reach (422)
 *   p  the right was there, and something else stood in the way (409, 422)
 *
 * A new endpoint without a row here fails by its name. "listMovements, open to supervision" is the endpoint before the
 * comma, asked about other records.
 */
//              admin officer leader reporter c-memb c-secr superv c-head auditor
const READ = '   yy-y- yy-y-  yy-y-  y--y-   yy-y-  yy-y-  -----  yy-y-  nnnnn';
/** What supervision is not shown even of that. */
const INSIDE = ' yy-y- yy-y-  yy-y-  y--y-   yy-y-  yy-y-  nnnnn  yy-y-  nnnnn';
/** What is open to supervision. */
const OPENED = ' yy-y- yy-y-  yy-y-  y--y-   yy-y-  yy-y-  yy-y-  yy-y-  nnnnn';
/** Figures of a place and all below it; those of the superiors are not among what they send down. */
const FIGURES = 'yy--- yy---  yy---  y----   yy-y-  yy-y-  nnnnn  yy---  nnnnn';
const OFFICER = 'nnnnn yy-n-  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';
const ANYBODY = 'yyyyy yyyyy  yyyyy  yyyyy   yyyyy  yyyyy  yyyyy  yyyyy  yyyyy';
/** Names of organisations: everybody, of the own province. */
const PROVINCE = 'yyyy- yyyy- yyyy-  yyyy-   yyyy-  yyyy-  yyyy-  yyyy-  yyyy-';
/** The tree is an administrator's, as far as it stands below; of another province it is not there. */
const TREE = '    yynn- nnnnn  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';
/** Readings are of those who do the work; what stands above is not theirs. */
const READINGS = 'nnnnn yy--- yy--- y---- nnnnn nnnnn nnnnn nnnnn nnnnn';
/** The log, asked without a place: auditors and administrators have one. */
const LOG = '     yyyyy nnnnn  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  yyyyy';
/** Of accounts with a post in one's own place or below; everybody else only of their own. */
const BELOW = '   yy--- nnnnn  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';
/** What an administrator keeps in order, asked without a place. */
const KEEPER = '  yyyyy nnnnn  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';
/** People are kept by administrators and officers; whoever stands elsewhere is not there for them. */
const KEEPERS = ' yy--- yy---  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';
const KEEPERS_GIVE = 'yynn- yynn- nnnnn nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';
/** Of other people's there is none among one's own. */
const NOBODY = ' ----- -----  -----  -----   -----  -----  -----  -----  -----';
const PRESENT = 'ppppp ppppp  ppppp  ppppp   ppppp  ppppp  ppppp  ppppp  ppppp';
const WORK = '   nnnnn yy---  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';

/** Whoever may not see a request does not learn that it is there; whoever may not fill it in is refused. */
const ANSWER = ' nnnnn yy---  nnnnn  y----   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn';
const answering = async (b: Bundle, state?: 'sent') => ({
  ...acting(b),
  requestId: await b.request(state),
  organisationId: b.organisationId,
  version: 1,
});

const linking = async (b: Bundle) => ({
  ...acting(b),
  requestId: await b.request(),
  organisationIds: [b.organisationId],
});

const indicatorHead = () => ({ name: `Chỉ tiêu ${crypto.randomUUID()}`, aliases: [] });
const SUMMED = { nature: 'level', rollUp: 'sum' };
const codes = INDICATORS.map(({ code }) => code);
const nextCode = () => codes.pop();

type Ask = (bundle: Bundle) => Promise<Record<string, unknown>> | Record<string, unknown>;
export type Case = {
  expected: string;
  /** The endpoint's input for a case. */
  ask: Ask;
  /** The body of an upload. */
  bytes?: () => Uint8Array;
  /** For a list: the record that is looked for in the answer, or not found there. */
  listed?: (answer: unknown, bundle: Bundle) => boolean;
};

const newAccount = () => ({ name: `nguoi-${crypto.randomUUID().slice(0, 12)}`, email: null, how: 'link' });
const postAt = (organisationId: string) => ({
  organisationId,
  role: 'reporter',
  title: 'Trưởng bản',
  from: null,
  lastDay: null,
});
const acting = ({ actionId }: Bundle) => ({ actionId });
const changing = ({ actionId }: Bundle) => ({ actionId, on: TODAY, paper: null });
const unitHead = () => ({
  name: `Đơn vị ${crypto.randomUUID()}`,
  issuerName: null,
  kind: 'village',
  level: 'unit',
  code: null,
});
const goal = { name: 'Chỉ tiêu', indicator: null, domain: null, figure: null, scope: null, dueOn: null, owner: null };
const target = { goal, partOf: null, leadOrganisationId: null };
/** Those of the launcher; a unit of what it leads, and here it leads nothing. */
const APPROVAL = ' nnnnn yy-n- yy-n- n--n- nnnnn nnnnn nnnnn nnnnn nnnnn';
const ENTRY = ' nnnnn yy-n- nnnnn y--n- nnnnn nnnnn nnnnn nnnnn nnnnn';
/** One unit and period of the movement; what is written into its only cell. */
const inPeriod = (b: Bundle, { movementId }: FigureOf) => ({
  ...acting(b),
  movementId,
  organisationId: b.organisationId,
  from: '2026-04-01',
  until: '2026-06-30',
});
const ofPeriod = (movementId: string) => ({ movementId, from: '2026-04-01', until: '2026-06-30' });
const typed = ({ targetId }: FigureOf) => [
  { targetId, version: 1, value: '6', numerator: null, denominator: null, estimated: false, note: null },
];
const sent = async (b: Bundle) => {
  const { movementId, measurementId } = await b.figure('submitted');
  return { ...acting(b), movementId, figures: [{ id: measurementId, version: 1 }] };
};
/** Nobody stands above the province's own: seen, and not to be answered for. */
const BELOW_THE_LAUNCHER = 'nnnnn yynn- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn';
const onRecord = (b: Bundle, movementId: string) => ({
  ...acting(b),
  movementId,
  organisationId: b.organisationId,
  version: 1,
});
const task = {
  content: 'Việc',
  assignee: null,
  assigneeId: null,
  role: 'lead',
  dueOn: TODAY,
  dueRelation: 'by',
  via: null,
  domain: null,
  person: null,
  product: null,
  authority: null,
};
/** The movement that a list is asked for, by bundle. */
const sought = new WeakMap<Bundle, string>();
const seek = (bundle: Bundle, id: string) => {
  sought.set(bundle, id);
  return {};
};
/** Accounts of this world bear their id as their name; by it one is found however long the list has grown. */
const seekByName = (bundle: Bundle, id: string) => ({
  ...seek(bundle, id),
  q: id,
  organisationId: bundle.organisationId,
});
const holds = (answer: unknown, bundle: Bundle) => JSON.stringify(answer).includes(sought.get(bundle) ?? '?');

export const MATRIX: Record<string, Case> = {
  // First, while there is little: an organisation may have only so many readings waiting.
  uploadDocument: {
    expected: 'nnnnn yynnn  nnnnn  nnnnn   nnnnn  nnnnn  nnnnn  nnnnn  nnnnn',
    ask: (b) => ({ ...acting(b), name: 'a.txt', organisationId: b.organisationId }),
    bytes: () => crypto.getRandomValues(new Uint8Array(8)),
  },

  // One's own organisation's, whatever place is asked about.
  listDueFigures: {
    expected: 'yyyyy yyyyy yyyyy yyyyy yyyyy yyyyy nnnnn yyyyy nnnnn',
    ask: () => ({}),
  },

  // Tasks and reports, of one's own place and below.
  listOpenWork: {
    expected: 'yyyyy yyyyy yyyyy yyyyy yyyyy yyyyy nnnnn yyyyy nnnnn',
    ask: () => ({}),
  },

  getSession: { expected: ANYBODY, ask: () => ({}) },
  listOrganisations: {
    expected: PROVINCE,
    ask: (b) => ({ under: b.organisationId, at: 'ever' }),
    listed: (answer) => (answer as { organisations: unknown[] }).organisations.length > 0,
  },
  getOrganisation: { expected: PROVINCE, ask: (b) => ({ organisationId: b.organisationId }) },
  getOrganisationHistory: { expected: PROVINCE, ask: (b) => ({ organisationId: b.organisationId }) },
  listClusterMembers: { expected: PROVINCE, ask: (b) => ({ clusterId: b.organisationId }) },
  createOrganisation: {
    expected: TREE,
    ask: (b) => ({ ...changing(b), on: null, head: unitHead(), parentId: b.organisationId }),
  },
  renameOrganisation: {
    expected: TREE,
    ask: async (b) => ({ ...changing(b), organisationId: await b.unit(), version: 1, head: unitHead(), slip: false }),
  },
  moveOrganisation: {
    expected: TREE,
    ask: async (b) => ({ ...changing(b), organisationId: await b.unit(), parentId: await b.unit() }),
  },
  mergeOrganisations: {
    expected: TREE,
    ask: async (b) => ({
      ...changing(b),
      organisationIds: [await b.unit(), await b.unit()],
      into: { head: unitHead(), parentId: b.organisationId },
    }),
  },
  splitOrganisation: {
    expected: TREE,
    ask: async (b) => ({
      ...changing(b),
      organisationId: await b.unit(),
      stays: true,
      parts: [{ ...unitHead(), childIds: [] }],
    }),
  },
  dissolveOrganisation: {
    expected: TREE,
    ask: async (b) => ({ ...changing(b), organisationId: await b.unit(), successorIds: [], childrenTo: null }),
  },
  undoOrganisationChange: { expected: TREE, ask: async (b) => ({ ...acting(b), changeId: await b.change() }) },
  previewCommunes: { expected: PROVINCE, ask: (b) => ({ organisationId: b.organisationId, province: '12' }) },
  // The places of administrators are communes: reached, and then no province.
  addCommunes: {
    expected: 'ppnn- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: (b) => ({ ...acting(b), organisationId: b.organisationId, province: '12' }),
  },
  // A list is of the person's own part of the tree, whatever the place.
  previewOrganisationImport: {
    expected: 'yyyyy nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: () => ({ name: 'a.xlsx', on: TODAY }),
    bytes: () => new Uint8Array([1]),
  },
  importOrganisations: {
    expected: 'ppppp nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: (b) => ({ ...acting(b), name: 'a.xlsx', on: TODAY, token: '0'.repeat(64) }),
    bytes: () => new Uint8Array([1]),
  },
  exportOrganisations: { expected: ANYBODY, ask: () => ({}) },
  getOrganisationTemplate: { expected: ANYBODY, ask: () => ({}) },
  addClusterMember: {
    expected: TREE,
    ask: async (b) => ({ ...acting(b), clusterId: await b.unit('cluster'), memberId: await b.unit(), on: TODAY }),
  },
  endClusterMember: { expected: TREE, ask: async (b) => ({ ...acting(b), ...(await b.membership()), on: TODAY }) },
  listDomains: { expected: ANYBODY, ask: () => ({}) },
  searchIndicators: { expected: ANYBODY, ask: () => ({ q: 'che' }) },

  listAudit: {
    // One's own place and below as an administrator, the whole province as an auditor.
    expected: 'yy--- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn yyyy-',
    ask: async (b) => seek(b, (await b.auditEntry()).subjectId),
    listed: holds,
  },
  getAuditHead: { expected: LOG, ask: () => ({}) },
  exportAudit: { expected: LOG, ask: (b) => ({ ...acting(b), withOrigins: true }) },
  openAuditOrigin: {
    expected: 'yy--- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn yyyy-',
    ask: async (b) => ({ ...acting(b), seq: (await b.auditEntry()).seq }),
  },
  checkAudit: { expected: LOG, ask: acting },

  showPersonalData: { expected: BELOW, ask: async (b) => ({ ...acting(b), accountId: await b.account() }) },
  exportPersonalData: { expected: BELOW, ask: async (b) => ({ ...acting(b), accountId: await b.account() }) },
  correctPersonalData: {
    expected: BELOW,
    ask: async (b) => ({ ...acting(b), accountId: await b.account(), email: null }),
  },
  erasePersonalPayloads: {
    expected: BELOW,
    ask: async (b) => ({ ...acting(b), accountId: await b.account(), why: 'theo yêu cầu' }),
  },

  listAccounts: {
    expected: KEEPERS,
    ask: async (b) => seekByName(b, await b.account()),
    listed: holds,
  },
  getAccount: { expected: KEEPERS, ask: async (b) => ({ accountId: await b.account() }) },
  createAccount: {
    expected: KEEPERS_GIVE,
    ask: (b) => ({ ...acting(b), ...newAccount(), ...postAt(b.organisationId) }),
  },
  editAccount: {
    expected: KEEPERS,
    ask: async (b) => ({ ...acting(b), accountId: await b.account(), version: 1, ...newAccount() }),
  },
  disableAccount: {
    expected: KEEPERS,
    ask: async (b) => ({ ...acting(b), accountId: await b.account(), version: 1 }),
  },
  enableAccount: { expected: KEEPERS, ask: async (b) => ({ ...acting(b), accountId: await b.account(), version: 1 }) },
  resetAccount: {
    expected: KEEPERS,
    ask: async (b) => ({ ...acting(b), accountId: await b.account(), how: 'link', codesToo: false }),
  },
  addPost: {
    expected: KEEPERS,
    ask: async (b) => ({ ...acting(b), accountId: await b.account(), ...postAt(await b.unit()) }),
  },
  endPost: { expected: KEEPERS_GIVE, ask: async (b) => ({ ...acting(b), postId: await b.post(), lastDay: TODAY }) },
  movePosts: {
    expected: KEEPERS_GIVE,
    ask: async (b) => ({
      ...acting(b),
      organisationId: b.organisationId,
      toOrganisationId: await b.unit(),
      on: TODAY,
      postIds: [await b.post()],
    }),
  },
  // One's own may be lent by anybody: src/server/accounts/deputations.test.ts.
  lendPost: {
    expected: 'yy--- nnnn- nnnn- nnnn- nnnn- nnnn- nnnn- nnnn- nnnn-',
    ask: async (b) => ({
      ...acting(b),
      postId: await b.post(),
      deputyId: b.person.viewer.accountId,
      from: TODAY,
      lastDay: TODAY,
      reason: null,
    }),
  },
  callBackPost: {
    expected: 'yy--- nnnn- nnnn- nnnn- nnnn- nnnn- nnnn- nnnn- nnnn-',
    ask: async (b) => ({ ...acting(b), deputationId: await b.deputation() }),
  },
  previewHandOver: {
    expected: 'yy--- ----- ----- ----- ----- ----- ----- ----- -----',
    ask: async (b) => ({ accountId: await b.account() }),
  },
  handOver: {
    expected: 'yy--- ----- ----- ----- ----- ----- ----- ----- -----',
    ask: async (b) => ({
      ...acting(b),
      accountId: await b.account(),
      toAccountId: await b.account(),
      on: TODAY,
      persons: null,
      reason: null,
    }),
  },
  getHandOver: {
    expected: 'yy--- ----- ----- ----- ----- ----- ----- ----- -----',
    ask: async (b) => ({ handOverId: await b.handOver() }),
  },
  listColleagues: { expected: ANYBODY, ask: () => ({}) },

  getOwnAccount: { expected: ANYBODY, ask: () => ({}) },
  changePost: { expected: NOBODY, ask: async (b) => ({ ...acting(b), postId: await b.post(), deputationId: null }) },
  changePassword: { expected: PRESENT, ask: (b) => ({ ...acting(b), current: 'x', next: 'một câu dài vừa đủ' }) },
  endOwnSession: { expected: NOBODY, ask: (b) => ({ ...acting(b), sessionId: crypto.randomUUID() }) },
  // Where the test asks the server by its number there are no passkeys.
  askForPasskey: { expected: PRESENT, ask: () => ({ password: PASSWORD }) },
  addPasskey: {
    expected: PRESENT,
    ask: (b) => ({ ...acting(b), challengeId: crypto.randomUUID(), response: {}, name: 'x' }),
  },
  removePasskey: { expected: NOBODY, ask: (b) => ({ ...acting(b), passkeyId: crypto.randomUUID() }) },
  unlinkIdentity: { expected: NOBODY, ask: (b) => ({ ...acting(b), identityId: crypto.randomUUID() }) },
  confirmOneTimeCodes: { expected: NOBODY, ask: (b) => ({ ...acting(b), code: '000000' }) },
  startOneTimeCodes: { expected: ANYBODY, ask: (b) => ({ ...acting(b), password: PASSWORD }) },
  renewRecoveryCodes: { expected: NOBODY, ask: (b) => ({ ...acting(b), password: PASSWORD }) },
  stopOneTimeCodes: { expected: ANYBODY, ask: (b) => ({ ...acting(b), password: PASSWORD }) },

  listDataRequests: { expected: 'yyyyy yyyyy yyyyy yyyyy yyyyy yyyyy nnnnn yyyyy nnnnn', ask: () => ({}) },
  // Whoever heads a cluster sees its members, not what the cluster asks itself.
  getDataRequest: {
    expected: 'yy--- yy--- yy--- y---- yy-y- yy-y- nnnnn -y--- nnnnn',
    ask: async (b) => ({ requestId: await b.request() }),
  },
  // Without an uploaded form there is none to return.
  exportDataRequest: {
    expected: 'pp--- pp--- pp--- p---- pp-p- pp-p- nnnnn -p--- nnnnn',
    ask: async (b) => ({ requestId: await b.request() }),
  },
  uploadRequestForm: {
    expected: 'nnnnn yyyyy nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: (b) => ({ ...acting(b), name: 'biểu.xlsx' }),
    bytes: surpriseForm,
  },
  createDataRequest: {
    expected: 'nnnnn yypp- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({
      ...acting(b),
      title: 'Phiếu',
      about: null,
      dueOn: '2026-12-31',
      layout: REQUEST_LAYOUT,
      formId: null,
      to: 'chosen',
      organisationIds: [await b.unit()],
    }),
  },
  saveRequestAnswer: { expected: ANSWER, ask: async (b) => ({ ...(await answering(b)), cells: [['2']] }) },
  sendRequestAnswer: { expected: ANSWER, ask: async (b) => ({ ...(await answering(b)), cells: [['2']] }) },
  returnRequestAnswer: { expected: WORK, ask: async (b) => ({ ...(await answering(b, 'sent')), reason: 'x' }) },
  makeRequestLinks: { expected: WORK, ask: linking },
  revokeRequestLinks: { expected: WORK, ask: linking },
  closeDataRequest: { expected: WORK, ask: async (b) => ({ ...acting(b), requestId: await b.request() }) },
  listFigureLinks: {
    expected: INSIDE,
    ask: async (b) => ({ movementId: await b.movement(), from: '2026-04-01', until: '2026-06-30' }),
  },
  makeFigureLinks: {
    expected: OFFICER,
    ask: async (b) => {
      const { movementId } = await b.figure();
      const period = { from: '2026-04-01', until: '2026-06-30' };
      return { ...acting(b), movementId, ...period, organisationIds: [b.organisationId], days: 14 };
    },
  },
  revokeFigureLinks: {
    expected: OFFICER,
    ask: async (b) => {
      const { movementId, linkId } = await b.figureLink();
      return { ...acting(b), movementId, linkIds: [linkId] };
    },
  },
  listTaskLinks: {
    expected: 'yy-y- yy-y- yy-y- y--y- yy-y- yy-y- nnnnn yy-y- nnnnn',
    ask: async (b) => ({ taskId: await b.task() }),
  },
  makeTaskLink: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), taskId: await b.task(), organisationId: b.organisationId }),
  },
  revokeTaskLink: {
    expected: 'nnnnn yynn- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), linkId: await b.taskLink() }),
  },

  listSettings: { expected: ANYBODY, ask: () => ({}) },
  // For one's own organisation, whatever place the case is about.
  setSetting: {
    expected: KEEPER,
    ask: (b) => ({ ...acting(b), key: 'module.clusters', value: true, validFrom: dayToCome(), reason: null }),
  },
  withdrawSetting: {
    expected: 'y---- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), settingId: await b.setting() }),
  },
  listHolidays: { expected: ANYBODY, ask: () => ({}) },
  setHoliday: {
    expected: KEEPER,
    ask: (b) => ({ ...acting(b), day: dayToCome(), kind: 'holiday', name: 'Ngày nghỉ', source: null }),
  },
  listCatalogue: { expected: ANYBODY, ask: () => ({}) },
  addIndicator: {
    expected: KEEPER,
    ask: (b) => ({ ...acting(b), ...indicatorHead(), domain: 'kinh_te', unit: '%', better: 'higher', ...SUMMED }),
  },
  changeIndicator: {
    expected: KEEPER,
    ask: (b) => ({ ...acting(b), ...indicatorHead(), code: nextCode(), version: 0, retired: false }),
  },
  getSystem: { expected: KEEPER, ask: () => ({}) },
  // Nothing to back up with in this test: the right is there, and something else stands in the way.
  backUp: { expected: 'ppppp nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn', ask: acting },
  rehearseBackup: { expected: 'ppppp nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn', ask: acting },

  // What one was told is one's own, whatever place is asked about.
  listNotices: { expected: ANYBODY, ask: () => ({}) },
  countNotices: { expected: ANYBODY, ask: () => ({}) },
  getNoticeWays: { expected: ANYBODY, ask: () => ({}) },
  setNoticeLetters: { expected: ANYBODY, ask: (b) => ({ ...acting(b), wanted: false }) },
  addDevice: {
    expected: ANYBODY,
    ask: (b) => ({
      ...acting(b),
      endpoint: `https://push.example.com/${crypto.randomUUID()}`,
      p256dh: `B${'A'.repeat(86)}`,
      auth: 'A'.repeat(22),
    }),
  },
  // One's own devices, of which this one is none.
  removeDevice: { expected: NOBODY, ask: (b) => ({ ...acting(b), deviceId: crypto.randomUUID() }) },
  // No mail server in this test: the right is there, and something else stands in the way.
  sendTestLetter: { expected: 'ppppp nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn', ask: acting },
  markNotices: { expected: ANYBODY, ask: (b) => ({ ...acting(b), read: true }) },
  // Jobs are the province's.
  retryJob: {
    expected: 'yyyy- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), jobId: await b.job() }),
  },

  listMovements: {
    expected: READ,
    ask: async (b) => ({ ...seek(b, await b.movement()), organisationId: b.organisationId, pageSize: 200 }),
    listed: holds,
  },
  getMovement: { expected: READ, ask: async (b) => ({ movementId: await b.movement() }) },
  listTargets: { expected: READ, ask: async (b) => ({ movementId: await b.movement() }) },
  findTargets: {
    expected: READ,
    ask: async (b) => {
      const id = await b.target();
      return { ...seek(b, id), q: id };
    },
    listed: holds,
  },
  listTasks: { expected: READ, ask: async (b) => ({ movementId: await b.movement() }) },
  getMovementHistory: {
    expected: INSIDE,
    ask: async (b) => ({ movementId: await b.movement() }),
  },
  listComments: { expected: READ, ask: async (b) => ({ movementId: await b.movement() }) },
  'listMovements, open to supervision': {
    expected: OPENED,
    ask: async (b) => ({
      ...seek(b, await b.movement({ opened: true })),
      organisationId: b.organisationId,
      pageSize: 200,
    }),
    listed: holds,
  },
  'getMovement, open to supervision': {
    expected: OPENED,
    ask: async (b) => ({ movementId: await b.movement({ opened: true }) }),
  },
  'listTargets, open to supervision': {
    expected: OPENED,
    ask: async (b) => ({ movementId: await b.movement({ opened: true }) }),
  },
  'listTasks, open to supervision': {
    expected: OPENED,
    ask: async (b) => ({ movementId: await b.movement({ opened: true }) }),
  },
  'listComments, open to supervision': {
    expected: OPENED,
    ask: async (b) => ({ movementId: await b.movement({ opened: true }) }),
  },
  'getDocument, open to supervision': {
    expected: OPENED,
    ask: async (b) => ({ documentId: await b.document(await b.movement({ opened: true })) }),
  },
  getDocument: { expected: READ, ask: async (b) => ({ documentId: await b.document() }) },
  getDocumentFile: { expected: READ, ask: async (b) => ({ documentId: await b.document() }) },

  listReadings: {
    expected: READINGS,
    ask: async (b) => seek(b, await b.reading('ready')),
    listed: holds,
  },
  getReading: { expected: READINGS, ask: async (b) => ({ readingId: await b.reading('ready') }) },
  compareReading: {
    expected: READINGS,
    ask: async (b) => {
      const movementId = await b.movement();
      await b.document(movementId);
      return { readingId: await b.reading('ready'), movementId };
    },
  },
  saveReadingDraft: {
    expected: WORK,
    ask: async (b) => ({
      ...acting(b),
      readingId: await b.reading('ready'),
      version: 1,
      draft: draftOf(b.organisationId),
    }),
  },
  cancelReading: { expected: WORK, ask: async (b) => ({ ...acting(b), readingId: await b.reading('waiting') }) },
  restartReading: { expected: WORK, ask: async (b) => ({ ...acting(b), readingId: await b.reading('failed') }) },
  discardReading: { expected: WORK, ask: async (b) => ({ ...acting(b), readingId: await b.reading('ready') }) },
  createMovementFromReading: {
    expected: WORK,
    ask: async (b) => ({ ...acting(b), readingId: await b.reading('ready'), draftVersion: 1, override: 'x' }),
  },
  updateMovementFromReading: {
    expected: 'nnnnn yy-n- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => {
      const movementId = await b.movement();
      await b.document(movementId);
      const readingId = await b.reading('ready');
      return { ...acting(b), readingId, movementId, draftVersion: 1, movementVersion: 1, take: [] };
    },
  },

  createMovement: {
    expected: 'nnnnn yyrr- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: (b) => ({
      ...acting(b),
      head: headOf(b.organisationId),
      document: NO_NUMBER,
      from: null,
      respondsTo: [],
    }),
  },
  editMovement: {
    expected: OFFICER,
    ask: async (b) => ({
      ...acting(b),
      movementId: await b.movement(),
      version: 1,
      head: headOf(b.organisationId),
    }),
  },
  setDocumentNumber: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), movementId: await b.movement(), version: 1, document: NO_NUMBER }),
  },
  archiveMovement: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), movementId: await b.movement(), version: 1, reason: null }),
  },
  restoreMovement: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), movementId: await b.movement({ archived: true }), version: 1 }),
  },
  addTarget: { expected: OFFICER, ask: async (b) => ({ ...acting(b), movementId: await b.movement(), ...target }) },
  reviseTarget: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), targetId: await b.target(), version: 1, ...target, reason: null }),
  },
  removeTarget: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), targetId: await b.target(), version: 1, reason: null }),
  },
  addTask: { expected: OFFICER, ask: async (b) => ({ ...acting(b), movementId: await b.movement(), task }) },
  reviseTask: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), taskId: await b.task(), version: 1, task }),
  },
  setTaskState: {
    expected: 'nnnnn yy-n- yy-n- y--n- nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), taskId: await b.task(), version: 1, state: 'done', note: null }),
  },
  removeTask: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), taskId: await b.task(), version: 1, reason: null }),
  },

  getTargetSplit: { expected: INSIDE, ask: async (b) => ({ targetId: await b.target() }) },
  getTargetCourse: { expected: INSIDE, ask: async (b) => ({ targetId: await b.target() }) },
  splitTarget: {
    expected: OFFICER,
    ask: async (b) => {
      const shares = [{ organisationId: await b.unit(), value: null }];
      return { ...acting(b), targetId: await b.target(), version: 0, shares, reason: null };
    },
  },
  getFigureBoard: { expected: FIGURES, ask: (b) => ({ organisationId: b.organisationId, year: 2026 }) },
  getStatusMap: { expected: FIGURES, ask: (b) => ({ organisationId: b.organisationId, year: 2026 }) },
  rankOrganisations: {
    expected: FIGURES,
    ask: (b) => ({
      ...{ organisationId: b.organisationId, level: 'unit', indicator: 'thu_nsnn' },
      ...{ from: '2026-04-01', until: '2026-06-30' },
    }),
  },
  getFigureParts: {
    expected: FIGURES,
    ask: (b) => ({
      ...{ organisationId: b.organisationId, indicator: 'thu_nsnn', from: '2026-04-01', until: '2026-06-30' },
    }),
  },
  getMovementBoard: { expected: INSIDE, ask: async (b) => ({ movementId: await b.movement() }) },
  getFigureGrid: { expected: INSIDE, ask: async (b) => ({ movementId: await b.movement() }) },
  getFigureHistory: {
    // As the figures of a place: not those of its superior.
    expected: 'yy--- yy--- yy--- y---- yy-y- yy-y- nnnnn yy--- nnnnn',
    ask: async (b) => {
      const { movementId, measurementId } = await b.figure();
      return { movementId, measurementId };
    },
  },
  saveFigures: {
    expected: ENTRY,
    ask: async (b) => {
      const figure = await b.figure();
      return { ...inPeriod(b, figure), cells: typed(figure), saidBy: null };
    },
  },
  submitFigures: { expected: ENTRY, ask: async (b) => inPeriod(b, await b.figure()) },
  getFigureTemplate: {
    expected: 'nnnnn yy-p- nnnnn y--p- nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ofPeriod((await b.figure()).movementId),
  },
  previewFigureImport: {
    expected: 'nnnnn yy-y- nnnnn y--y- nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...ofPeriod((await b.figure()).movementId), name: 'a.xlsx' }),
    bytes: () => new Uint8Array([1]),
  },
  // What is no workbook was never previewed, wherever it is sent.
  importFigures: {
    expected: 'nnnnn ppppp nnnnn ppppp nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({
      ...acting(b),
      ...ofPeriod((await b.figure()).movementId),
      ...{ name: 'a.xlsx', token: '0'.repeat(64) },
    }),
    bytes: () => new Uint8Array([1]),
  },
  listAccessTokens: {
    expected: 'yy--- yy--- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => seek(b, await b.accessToken()),
    listed: holds,
  },
  makeAccessToken: {
    expected: 'yynn- yynn- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: (b) => ({ ...acting(b), name: 'x', organisationId: b.organisationId, rights: ['read'], days: 30 }),
  },
  revokeAccessToken: { expected: KEEPERS, ask: async (b) => ({ ...acting(b), tokenId: await b.accessToken() }) },
  previewFigureReport: {
    expected: 'nnnnn yy-n- nnnnn y--n- nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({
      ...ofPeriod((await b.figure()).movementId),
      ...{ organisationId: b.organisationId, name: 'a.docx' },
    }),
    bytes: () => new Uint8Array([1]),
  },
  // What cannot be read was never shown, wherever it is sent.
  importFigureReport: {
    expected: 'nnnnn ppppp nnnnn ppppp nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({
      ...{ ...acting(b), ...ofPeriod((await b.figure()).movementId) },
      ...{ organisationId: b.organisationId, name: 'a.docx', ticked: '0' },
    }),
    bytes: () => new Uint8Array([1]),
  },
  writeFigureBatch: {
    expected: 'nnnnn yy--- nnnnn y---- nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => {
      const { movementId: _, ...of } = { ...ofPeriod(''), targetId: (await b.figure()).targetId };
      return { ...acting(b), rows: [{ ...of, organisationId: b.organisationId, value: '6' }] };
    },
    listed: (answer) => (answer as { written: number }).written === 1,
  },
  undoFigureImport: {
    expected: 'nnnnn yy--- nnnnn y---- nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), importId: await b.figureImport() }),
  },
  listFigureImports: { expected: INSIDE, ask: async (b) => ({ movementId: await b.movement() }) },
  listEvidence: {
    expected: INSIDE,
    ask: async (b) => ({ movementId: await b.movement(), from: '2026-04-01', until: '2026-06-30' }),
  },
  addEvidence: {
    expected: ENTRY,
    ask: async (b) => {
      const figure = await b.figure();
      return { ...inPeriod(b, figure), targetId: figure.targetId, name: 'minh chứng.pdf' };
    },
    bytes: () => Buffer.from(`%PDF-1.7 ${crypto.randomUUID()}`),
  },
  removeEvidence: { expected: ENTRY, ask: async (b) => ({ ...acting(b), evidenceId: await b.evidence() }) },
  restoreEvidence: { expected: ENTRY, ask: async (b) => ({ ...acting(b), evidenceId: await b.evidence(true) }) },
  getEvidenceFile: {
    // As the figures of a place: not those of its superior.
    expected: 'yy--- yy--- yy--- y---- yy-y- yy-y- nnnnn yy--- nnnnn',
    ask: async (b) => ({ evidenceId: await b.evidence() }),
  },
  listObstacles: {
    // As the figures of a place: not those of its superior.
    expected: 'yy--- yy--- yy--- y---- yy-y- yy-y- nnnnn -y--- nnnnn',
    ask: async (b) => seek(b, await b.obstacle()),
    listed: (answer, b) => (answer as { obstacles: { id: string }[] }).obstacles.some(({ id }) => id === sought.get(b)),
  },
  saveObstacle: {
    expected: ENTRY,
    ask: async (b) => ({
      ...inPeriod(b, await b.figure()),
      ...{ obstacleId: null, version: 0, saidBy: null },
      ...{ domain: null, obstacle: 'x', cause: null, recommendation: null },
    }),
  },
  withdrawObstacle: {
    expected: 'nnnnn yy--- nnnnn y---- nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), obstacleId: await b.obstacle(), version: 1, withdrawn: true }),
  },
  mergeObstacles: {
    expected: WORK,
    ask: async (b) => ({
      ...acting(b),
      obstacles: [{ obstacleId: await b.obstacle(), version: 1 }],
      ...{ domain: null, obstacle: 'x', cause: null, recommendation: null },
    }),
  },
  answerObstacle: {
    expected: 'nnnnn yy--- yy--- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({
      ...{ ...acting(b), obstacleId: await b.obstacle(), version: 1 },
      ...{ state: 'answered', ownerId: b.organisationId, answer: 'x' },
    }),
  },
  passObstacle: {
    expected: WORK,
    ask: async (b) => ({ ...acting(b), obstacleId: await b.obstacle(), version: 1, up: true }),
  },
  approveFigures: { expected: APPROVAL, ask: sent },
  returnFigures: { expected: APPROVAL, ask: async (b) => ({ ...(await sent(b)), reason: 'x' }) },
  closePeriod: { expected: OFFICER, ask: async (b) => ({ ...inPeriod(b, await b.figure()), version: 0 }) },
  reopenPeriod: {
    expected: OFFICER,
    ask: async (b) => ({ ...inPeriod(b, await b.figure('draft', true)), version: 1, reason: 'x' }),
  },

  respondToMovement: {
    expected: BELOW_THE_LAUNCHER,
    ask: async (b) => ({
      ...acting(b),
      movementId: await b.movement({ at: b.superiorId }),
      organisationId: b.organisationId,
      how: 'not-applicable',
      answeringMovementId: null,
      reason: 'x',
    }),
  },
  compareWithParent: { expected: INSIDE, ask: async (b) => ({ movementId: (await b.answering()).movementId }) },
  compareBelow: { expected: INSIDE, ask: async (b) => ({ movementId: await b.movement() }) },
  answerTargets: {
    expected: OFFICER,
    ask: async (b) => {
      const { movementId, targetId } = await b.answering();
      const answer = { targetId, version: 0, how: 'not-applicable', ownTargetId: null, reason: 'x' };
      return { ...acting(b), movementId, answers: [answer] };
    },
  },
  recordIssuedPlan: {
    expected: BELOW_THE_LAUNCHER,
    ask: async (b) => ({
      ...acting(b),
      movementId: await b.movement({ at: b.superiorId }),
      organisationId: b.organisationId,
      version: 0,
      numberSymbol: '1/KH-UBND',
      issuedOn: null,
      saidBy: null,
    }),
  },
  attachIssuedPlan: {
    expected: BELOW_THE_LAUNCHER,
    ask: async (b) => ({ ...onRecord(b, await b.issuedPlan()), name: 'a.txt' }),
    bytes: () => crypto.getRandomValues(new Uint8Array(8)),
  },
  removeIssuedPlan: { expected: BELOW_THE_LAUNCHER, ask: async (b) => onRecord(b, await b.issuedPlan()) },
  getIssuedPlanFile: {
    expected: INSIDE,
    ask: async (b) => ({ movementId: await b.issuedPlan(), organisationId: b.organisationId }),
  },
  getTarget: { expected: INSIDE, ask: async (b) => ({ targetId: await b.target() }) },
  arrangeTarget: {
    expected: OFFICER,
    ask: async (b) => ({
      ...acting(b),
      targetId: await b.target(),
      version: 1,
      levels: { assigned: null, council: null, aspired: null },
      measured: null,
      supporterIds: [],
      dataSource: 'Thuế',
      dataPeriod: 'quarter',
      enteredAs: 'cumulative',
      yearKind: 'work-year',
      things: [],
    }),
  },
  adjustTarget: {
    expected: OFFICER,
    ask: async (b) => ({
      ...acting(b),
      targetId: (await b.figure()).targetId,
      version: 1,
      inForceOn: TODAY,
      resolution: '1/NQ-HĐND',
      resolutionOn: TODAY,
      ...{ value: '9', low: null, high: null, numerator: null, denominator: null, note: null },
    }),
  },
  judgeGoal: {
    expected: OFFICER,
    ask: async (b) => ({
      ...acting(b),
      targetId: await b.target(),
      version: 1,
      verdict: 'achieved',
      ...{ rating: null, text: null, evidence: null, on: null },
    }),
  },
  tickFigure: {
    expected: ENTRY,
    ask: async (b) => {
      const figure = await b.figure();
      const things = [await b.thing(figure.targetId)];
      return { ...inPeriod(b, figure), targetId: figure.targetId, version: 1, things, saidBy: null };
    },
  },
  openToSupervision: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), movementId: await b.movement(), version: 1 }),
  },
  closeToSupervision: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), movementId: await b.movement({ opened: true }), version: 1 }),
  },
  commentOnMovement: {
    expected: 'nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn yy-n- nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), movementId: await b.movement({ opened: true }), text: 'Ý kiến' }),
  },
  'commentOnMovement, not open': {
    expected: 'nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn ----- nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), movementId: await b.movement(), text: 'Ý kiến' }),
  },
  answerComment: {
    expected: OFFICER,
    ask: async (b) => ({ ...acting(b), commentId: await b.comment(), version: 1, text: 'Trả lời' }),
  },
  withdrawResponse: {
    expected: 'nnnnn yynn- nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn nnnnn',
    ask: async (b) => ({ ...acting(b), responseId: await b.response(), version: 1 }),
  },
};

/** Somebody who may do it in the own place: who attacks need, to get past the first door. Null where nobody here may. */
export function doerOf(name: string): Role | null {
  const columns = (MATRIX[name]?.expected ?? '').trim().split(/\s+/);
  const may = ROLES.filter((_, at) => columns[at]?.startsWith('y'));
  return may.includes('officer') ? 'officer' : (may[0] ?? null);
}

/**
 * Asked apart: they begin or end the session by which everything else is asked (src/server/session.test.ts). Anybody
 * may, whatever the role.
 */
export const OF_THE_SESSION = ['signIn', 'signOut', 'signOutEverywhere'];

/**
 * Asked by whoever holds a link or a passkey, signed in or not (src/server/accounts/links.test.ts and
 * passkeys.test.ts); what stands before them is the token itself.
 */
export const OF_THE_HOLDER = [
  'openTaskLink',
  'reportByTaskLink',
  'openObstacleByLink',
  'sendObstacleByLink',
  'openFigureLink',
  'sendByFigureLink',
  'addEvidenceByLink',
  'removeEvidenceByLink',
  'openRequestLink',
  'answerByRequestLink',
  'openAccountLink',
  'askForPasskeyByLink',
  'takeInvitation',
  'takeRecovery',
  'askToSignIn',
  'signInWithPasskey',
];

export type Page = {
  /** What its loader asks; a name with "?" only of those who have the right (mayAtAll), so the page opens for the others too. */
  asks: readonly string[];
  /** One letter a role, in the order above: y the page opens about something of one's own place, n it is refused. */
  opens: string;
};

/** Every page of the workroom by its address. A new page without a row here fails by its address. */
export const PAGES: Record<string, Page> = {
  //                                                           a o l r c s s c a
  '/dang-nhap': { asks: [], opens: '                           y y y y y y y y y' },
  '/': {
    asks: ['listReadings?', 'listMovements?', 'listDueFigures?', 'listOpenWork?', 'listDataRequests?', 'listAccounts?'],
    opens: 'y y y y y y y y y',
  },
  '/doi-mat-khau': { asks: [], opens: '                        y y y y y y y y y' },
  '/loi-moi/:token': { asks: [], opens: '                      y y y y y y y y y' },
  '/phieu/:token': { asks: [], opens: '                        y y y y y y y y y' },
  '/gui-so-lieu/:token': { asks: [], opens: '                  y y y y y y y y y' },
  '/viec/:token': { asks: [], opens: '                         y y y y y y y y y' },
  '/khoi-phuc/:token': { asks: [], opens: '                    y y y y y y y y y' },
  '/phong-trao': { asks: ['listMovements'], opens: '           y y y y y y y y n' },
  '/phong-trao/moi': { asks: ['getMovement', 'listTargets'], opens: ' y y y y y y n y n' },
  '/phong-trao/:movementId/:tab?': {
    // For supervision only what is open to it: "getMovement, open to supervision" above.
    asks: [
      'getMovement',
      'getMovementBoard',
      'listTargets',
      'listTasks',
      'listComments',
      'compareBelow',
      'compareWithParent',
      'getMovementHistory',
    ],
    opens: 'y y y y y y n y n',
  },
  '/phong-trao/:movementId/chi-tieu/:targetId/phan-bo': {
    asks: ['getTargetSplit'],
    opens: 'y y y y y y n y n',
  },
  '/phong-trao/:movementId/chi-tieu/:targetId/dien-bien': {
    asks: ['getTargetCourse'],
    opens: 'y y y y y y n y n',
  },
  '/phong-trao/:movementId/chi-tieu/:targetId': { asks: ['getTarget'], opens: 'y y y y y y n y n' },
  '/so-lieu': { asks: ['listDueFigures'], opens: '             y y y y y y n y n' },
  '/so-lieu/tong-hop': { asks: ['getFigureBoard'], opens: '    y y y y y y n y n' },
  '/so-lieu/toan-canh': { asks: ['getStatusMap'], opens: '    y y y y y y n y n' },
  '/so-lieu/xep-hang/:organisationId': { asks: ['getFigureBoard', 'rankOrganisations'], opens: 'y y y y y y n y n' },
  '/so-lieu/kho-khan': { asks: ['listObstacles'], opens: '   y y y y y y n y n' },
  '/so-lieu/phieu': { asks: ['listDataRequests'], opens: '      y y y y y y n y n' },
  '/so-lieu/phieu/moi': { asks: ['listDataRequests'], opens: '  y y y y y y n y n' },
  '/so-lieu/phieu/:requestId': { asks: ['getDataRequest'], opens: 'y y y y y y n n n' },
  '/so-lieu/:movementId': { asks: ['getFigureGrid'], opens: '  y y y y y y n y n' },
  // What the browser itself keeps.
  '/cho-gui': { asks: [], opens: '                          y y y y y y y y y' },
  '/van-ban': { asks: ['listReadings'], opens: '               n y y y n n n n n' },
  '/van-ban/tai-lieu/:documentId': { asks: ['getDocument'], opens: ' y y y y y y n y n' },
  '/van-ban/:readingId': { asks: ['getReading'], opens: '      n y y y n n n n n' },
  '/van-ban/:readingId/so-sanh/:movementId': { asks: ['compareReading', 'getReading'], opens: 'n y y y n n n n n' },
  '/quan-tri/don-vi': {
    asks: ['getOrganisationHistory', 'listClusterMembers', 'listOrganisations'],
    opens: 'y y y y y y y y y',
  },
  '/quan-tri': { asks: [], opens: '                            y y y y y y y y y' },
  '/tai-khoan': { asks: ['getOwnAccount', 'getNoticeWays'], opens: '                    y y y y y y y y y' },
  '/quan-tri/tai-khoan': { asks: ['listAccounts'], opens: '             y y n n n n n n n' },
  '/quan-tri/tai-khoan/:accountId': { asks: ['getAccount'], opens: '    y y n n n n n n n' },
  '/thong-bao': { asks: ['listNotices'], opens: '                      y y y y y y y y y' },
  '/uy-quyen': { asks: ['getOwnAccount'], opens: '                      y y y y y y y y y' },
  // Somebody else's; one's own everybody may hand over, and look at afterwards.
  '/ban-giao/:accountId': { asks: ['previewHandOver'], opens: '         y n n n n n n n n' },
  '/ban-giao/bien-ban/:handOverId': { asks: ['getHandOver'], opens: '   y n n n n n n n n' },
  '/quan-tri/vai-tro': { asks: [], opens: '                    y y y y y y y y y' },
  '/quan-tri/ma-truy-cap': { asks: ['listAccessTokens'], opens: '         y y n n n n n n n' },
  '/quan-tri/nhat-ky': { asks: ['listAudit'], opens: '                   y n n n n n n n y' },
  '/quan-tri/nhat-ky/xac-nhan': { asks: ['getAuditHead'], opens: '        y n n n n n n n y' },
  '/quan-tri/danh-muc': { asks: ['listCatalogue'], opens: '               y y y y y y y y y' },
  '/quan-tri/danh-muc/linh-vuc': { asks: [], opens: '                     y y y y y y y y y' },
  '/quan-tri/danh-muc/loai-van-ban': { asks: [], opens: '                 y y y y y y y y y' },
  '/quan-tri/danh-muc/ngay-nghi': { asks: ['listHolidays'], opens: '      y y y y y y y y y' },
  '/quan-tri/thiet-lap': { asks: ['listSettings'], opens: '               y y y y y y y y y' },
  '/quan-tri/he-thong': { asks: ['getSystem'], opens: '                   y n n n n n n n n' },
  '/du-lieu-ca-nhan/:accountId?': { asks: [], opens: '                    y y y y y y y y y' },
  '/*': { asks: [], opens: '                                   y y y y y y y y y' },
};
