/** THE table: every endpoint of the contract and the function that answers it. */

import { addCommunes, previewCommunes } from '../contract/commune-list.ts';
import {
  cancelReading,
  compareReading,
  createMovementFromReading,
  discardReading,
  getDocument,
  getDocumentFile,
  getReading,
  listReadings,
  restartReading,
  saveReadingDraft,
  updateMovementFromReading,
  uploadDocument,
} from '../contract/documents.ts';
import { addEvidence, getEvidenceFile, listEvidence, removeEvidence, restoreEvidence } from '../contract/evidence.ts';
import { listDomains, searchIndicators } from '../contract/indicators.ts';
import {
  approveFigures,
  closePeriod,
  getFigureGrid,
  getFigureHistory,
  getTargetSplit,
  listDueFigures,
  reopenPeriod,
  returnFigures,
  saveFigures,
  splitTarget,
  submitFigures,
  tickFigure,
} from '../contract/measurements.ts';
import {
  addTarget,
  addTask,
  archiveMovement,
  createMovement,
  editMovement,
  getMovementHistory,
  removeTarget,
  removeTask,
  respondToMovement,
  restoreMovement,
  reviseTarget,
  reviseTask,
  setDocumentNumber,
  setTaskState,
  withdrawResponse,
} from '../contract/movement-acts.ts';
import { findTargets, getMovement, listMovements, listTargets, listTasks } from '../contract/movements.ts';
import {
  addClusterMember,
  createOrganisation,
  dissolveOrganisation,
  endClusterMember,
  exportOrganisations,
  getOrganisationTemplate,
  importOrganisations,
  mergeOrganisations,
  moveOrganisation,
  previewOrganisationImport,
  renameOrganisation,
  splitOrganisation,
  undoOrganisationChange,
} from '../contract/organisation-acts.ts';
import {
  getOrganisation,
  getOrganisationHistory,
  listClusterMembers,
  listOrganisations,
} from '../contract/organisations.ts';
import { getFigureBoard, getFigureParts, getStatusMap, rankOrganisations } from '../contract/rollups.ts';
import { changePost, type DemoAccount, getSession, signIn, signOut, signOutEverywhere } from '../contract/session.ts';
import {
  answerComment,
  closeToSupervision,
  commentOnMovement,
  listComments,
  openToSupervision,
} from '../contract/supervision.ts';
import { getTargetCourse } from '../contract/target-course.ts';
import { scopesOf } from '../core/rules/access.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import { organisationsVi } from '../core/text/vi/organisations.ts';
import { organisationWorkbook } from '../core/writer/organisation-sheet.ts';
import { viewSession } from './accounts/views.ts';
import { act } from './act.ts';
import { accessTokensApi } from './api-access-tokens.ts';
import { accountApi } from './api-accounts.ts';
import { administrationApi, type SystemSettings } from './api-administration.ts';
import { dataRequestsApi } from './api-data-requests.ts';
import { figureImportsApi, type ReadReportFile } from './api-figure-imports.ts';
import { linksApi } from './api-links.ts';
import { noticesApi, type WaysSettings } from './api-notices.ts';
import { obstaclesApi } from './api-obstacles.ts';
import { targetsApi } from './api-targets.ts';
import { type Ask, type Binding, bind, deed, keptView, present, view } from './bind.ts';
import * as documents from './documents/acts.ts';
import { viewDocument, viewDocumentFile, viewReading, viewReadings } from './documents/views.ts';
import {
  CSV_TYPE,
  csvBytes,
  EXCEL_TYPE,
  type ReadBook,
  type ReadSheet,
  readBookHere,
  readSheetHere,
  workbookBytes,
} from './excel-file.ts';
import { sha256Of } from './files.ts';
import { viewDomains, viewIndicators } from './indicators/views.ts';
import { keepAnswers } from './kept-answers.ts';
import * as figures from './measurements/acts.ts';
import * as approval from './measurements/approval-acts.ts';
import { viewTargetCourse } from './measurements/course-views.ts';
import { viewDueFigures } from './measurements/due-views.ts';
import * as evidence from './measurements/evidence-acts.ts';
import { viewEvidence, viewEvidenceFile } from './measurements/evidence-views.ts';
import { viewFigureGrid } from './measurements/grid-views.ts';
import { viewFigureHistory } from './measurements/history-views.ts';
import * as sending from './measurements/send-acts.ts';
import * as splits from './measurements/split-acts.ts';
import { viewTargetSplit } from './measurements/split-views.ts';
import * as movements from './movements/acts.ts';
import { viewHistory } from './movements/history-views.ts';
import { viewMovements } from './movements/list-views.ts';
import * as movementReadings from './movements/reading-acts.ts';
import { viewReadingChanges } from './movements/reading-views.ts';
import * as responses from './movements/response-acts.ts';
import * as supervision from './movements/supervision-acts.ts';
import * as targets from './movements/target-acts.ts';
import { viewFoundTargets, viewTargets } from './movements/target-views.ts';
import * as tasks from './movements/task-acts.ts';
import { viewTasks } from './movements/task-views.ts';
import { viewMovement } from './movements/views.ts';
import * as organisations from './organisations/acts.ts';
import * as clusters from './organisations/cluster-acts.ts';
import * as communes from './organisations/commune-acts.ts';
import { viewClusterMembers, viewOrganisationHistory } from './organisations/history-views.ts';
import * as lists from './organisations/import-acts.ts';
import { viewList } from './organisations/list-facts.ts';
import * as merges from './organisations/merge-acts.ts';
import { undoOrganisationChange as undoChange } from './organisations/undo-acts.ts';
import { viewOrganisation, viewOrganisations } from './organisations/views.ts';
import { Problem } from './problem.ts';
import { reading, type Viewer } from './read.ts';
import { viewFigureParts } from './rollups/part-views.ts';
import { viewRanking } from './rollups/ranking-views.ts';
import { viewStatusMap } from './rollups/status-views.ts';
import { viewFigureBoard } from './rollups/views.ts';
import { signIn as beginSession, endAllSessions, endSession, moveSession, viewerOf } from './session.ts';
import { secondStep } from './sign-in-ways.ts';
import * as comments from './supervision/acts.ts';
import { viewComments } from './supervision/views.ts';

/** What the outside lends the table. */
export type ApiSettings = {
  production: boolean;
  /** The demo's accounts and its day; null for real data. */
  demo: { accounts: readonly DemoAccount[]; today: string } | null;
  /** Waits so many milliseconds, where too many attempts to sign in are made. */
  pause?: (ms: number) => Promise<void>;
  /** Tells whoever reads documents that one waits. */
  wakeReadings: () => void;
  /** Reads workbooks apart from everything else; in this process where absent. */
  readSheet?: ReadSheet;
  readBook?: ReadBook;
  /** Letters and messages to devices; absent where there are none. */
  ways?: WaysSettings;
  /** Reads reports for their figures; where absent none can be read. */
  readReport?: ReadReportFile;
  /** What the page about the system tells and does; absent where there is no such page to serve. */
  system?: SystemSettings;
  /** What the button for signing in elsewhere says; null or absent where nothing is set up. */
  signOnName?: string | null;
};

const noReports: ReadReportFile = async () => ({ ok: false, refusal: { code: 'not-supported', facts: {} } });

/** What supervisors read too, as far as it was opened to them. */
const READ = ['read', 'readOpened'] as const;

export function makeApi(settings: ApiSettings): Binding[] {
  return [
    ...sessionApi(settings),
    ...accountApi({ sessionOf: ({ world }) => sessionSettings(settings, world) }),
    ...obstaclesApi({ sessionOf: ({ world }) => sessionSettings(settings, world) }),
    ...linksApi({ sessionOf: ({ world }) => sessionSettings(settings, world) }),
    ...targetsApi(),
    ...organisationsApi(settings),
    bind(listDomains, async () => viewDomains()),
    view(searchIndicators, viewIndicators, 'readCatalogues'),
    ...documentsApi(settings),
    ...movementsApi(),
    ...figuresApi(),
    ...accessTokensApi(),
    ...dataRequestsApi(settings.readSheet ?? readSheetHere),
    ...noticesApi(settings.ways),
    ...figureImportsApi(settings.readBook ?? readBookHere, settings.readReport ?? noReports),
    ...administrationApi(settings.system),
  ];
}

function organisationsApi({ readSheet = readSheetHere }: ApiSettings): Binding[] {
  return [
    ...organisationListsApi(readSheet),
    view(listOrganisations, viewOrganisations, 'readOrganisations'),
    view(getOrganisation, viewOrganisation, 'readOrganisations'),
    view(getOrganisationHistory, viewOrganisationHistory, 'readOrganisations'),
    view(listClusterMembers, viewClusterMembers, 'readOrganisations'),
    view(previewCommunes, communes.viewCommunes, 'readOrganisations'),
    deed(addCommunes, communes.addCommunes),
    deed(createOrganisation, organisations.createOrganisation),
    deed(renameOrganisation, organisations.renameOrganisation),
    deed(moveOrganisation, organisations.moveOrganisation),
    deed(mergeOrganisations, merges.mergeOrganisations),
    deed(splitOrganisation, merges.splitOrganisation),
    deed(dissolveOrganisation, merges.dissolveOrganisation),
    deed(undoOrganisationChange, undoChange),
    deed(addClusterMember, clusters.addClusterMember),
    deed(endClusterMember, clusters.endClusterMember),
  ];
}

/** Lists of organisations as Excel files. */
function organisationListsApi(readSheet: ReadSheet): Binding[] {
  return [
    bind(previewOrganisationImport, async ({ world, viewer, bytes }, { name, on }) => {
      const person = present(viewer);
      if (scopesOf('importOrganisations', person.roles).length === 0) throw new Problem('forbidden', 'forbidden');
      const sheet = await readSheet({ name, bytes });
      return reading(world.db, person, (read) => lists.viewImport(read, person, { sheet, on }));
    }),
    bind(importOrganisations, async ({ world, viewer, bytes }, input) => {
      const person = present(viewer);
      if (scopesOf('importOrganisations', person.roles).length === 0) throw new Problem('forbidden', 'forbidden');
      const sheet = lists.requireSheet(await readSheet({ name: input.name, bytes }));
      const asked = { ...input, sha256: sha256Of(bytes) };
      const doing = { viewer: person, name: 'importOrganisations', actionId: input.actionId, input: asked } as const;
      return act(world, doing, (tx, given, context) => lists.importOrganisations(tx, given, context, sheet));
    }),
    bind(exportOrganisations, async ({ world, viewer }, { at, as }) => {
      const person = present(viewer);
      const asOf = at ?? person.today;
      const { province, rows } = await reading(world.db, person, (read) => viewList(read, person, asOf));
      const book = organisationWorkbook({ province, asOf }, rows);
      if (as === 'csv') return { name: organisationsVi.sheet.csvName(asOf), type: CSV_TYPE, bytes: csvBytes(book) };
      return { name: organisationsVi.sheet.fileName(asOf), type: EXCEL_TYPE, bytes: await workbookBytes(book) };
    }),
    bind(getOrganisationTemplate, async ({ world, viewer }) => {
      const person = present(viewer);
      const { province } = await reading(world.db, person, (read) => viewList(read, person, null));
      return {
        name: organisationsVi.sheet.templateName,
        type: EXCEL_TYPE,
        bytes: await workbookBytes(organisationWorkbook({ province, asOf: null }, [])),
      };
    }),
  ];
}

function documentsApi({ wakeReadings: wake }: ApiSettings): Binding[] {
  return [
    bind(uploadDocument, ({ world, viewer, bytes }, input) => {
      // The content belongs to what was asked: the same id with other bytes is another act.
      const asked = { ...input, sha256: sha256Of(bytes) };
      const doing = {
        viewer: present(viewer),
        name: 'uploadDocument',
        actionId: input.actionId,
        input: asked,
      } as const;
      return act(world, doing, (tx, given, context) => documents.uploadDocument(tx, given, context, { bytes, wake }));
    }),
    view(getReading, viewReading, 'readReadings'),
    view(listReadings, viewReadings, 'readReadings'),
    deed(saveReadingDraft, documents.saveReadingDraft),
    deed(cancelReading, documents.cancelReading),
    deed(restartReading, (tx, input, context) => documents.restartReading(tx, input, context, wake)),
    deed(discardReading, documents.discardReading),
    view(getDocument, viewDocument, READ),
    view(getDocumentFile, viewDocumentFile, READ),
    view(compareReading, viewReadingChanges, 'readReadings'),
    deed(createMovementFromReading, movementReadings.createMovementFromReading),
    deed(updateMovementFromReading, movementReadings.updateMovementFromReading),
  ];
}

function movementsApi(): Binding[] {
  return [
    view(listMovements, viewMovements, READ),
    view(getMovement, viewMovement, READ),
    view(listTargets, viewTargets, READ),
    view(findTargets, viewFoundTargets, READ),
    view(listTasks, viewTasks, READ),
    view(getMovementHistory, viewHistory),
    view(listComments, viewComments, READ),
    deed(openToSupervision, supervision.openToSupervision),
    deed(closeToSupervision, supervision.closeToSupervision),
    deed(commentOnMovement, comments.commentOnMovement),
    deed(answerComment, comments.answerComment),
    deed(createMovement, movements.createMovement),
    deed(editMovement, movements.editMovement),
    deed(setDocumentNumber, movements.setDocumentNumber),
    deed(archiveMovement, movements.archiveMovement),
    deed(restoreMovement, movements.restoreMovement),
    deed(addTarget, targets.addTarget),
    deed(reviseTarget, targets.reviseTarget),
    deed(removeTarget, targets.removeTarget),
    deed(addTask, tasks.addTask),
    deed(reviseTask, tasks.reviseTask),
    deed(setTaskState, tasks.setTaskState),
    deed(removeTask, tasks.removeTask),
    deed(respondToMovement, responses.respondToMovement),
    deed(withdrawResponse, responses.withdrawResponse),
  ];
}

function figuresApi(): Binding[] {
  const kept = keepAnswers();
  return [
    view(getTargetSplit, viewTargetSplit),
    view(getTargetCourse, viewTargetCourse),
    deed(splitTarget, splits.splitTarget),
    keptView(kept, getFigureBoard, viewFigureBoard),
    keptView(kept, rankOrganisations, viewRanking),
    keptView(kept, getFigureParts, viewFigureParts),
    keptView(kept, getStatusMap, viewStatusMap),
    view(getFigureGrid, viewFigureGrid),
    view(getFigureHistory, viewFigureHistory),
    view(listDueFigures, viewDueFigures),
    deed(saveFigures, figures.saveFigures),
    deed(tickFigure, figures.tickFigure),
    deed(submitFigures, sending.submitFigures),
    view(listEvidence, viewEvidence),
    view(getEvidenceFile, viewEvidenceFile),
    bind(addEvidence, ({ world, viewer, bytes }, input) => {
      const asked = { ...input, sha256: sha256Of(bytes) };
      const doing = {
        viewer: present(viewer),
        name: 'addEvidence',
        actionId: input.actionId,
        input: asked,
      } as const;
      return act(world, doing, (tx, given, context) => evidence.addEvidence(tx, given, context, bytes));
    }),
    deed(removeEvidence, evidence.removeEvidence),
    deed(restoreEvidence, evidence.restoreEvidence),
    deed(approveFigures, approval.approveFigures),
    deed(returnFigures, approval.returnFigures),
    deed(closePeriod, approval.closePeriod),
    deed(reopenPeriod, approval.reopenPeriod),
  ];
}

const sessionSettings = ({ production, pause }: ApiSettings, world: Ask['world']) => ({
  db: world.db,
  now: world.now,
  production,
  ...(pause ? { pause } : {}),
});

function sessionApi(settings: ApiSettings): Binding[] {
  const { demo, signOnName = null } = settings;
  const nobody = (world: Ask['world'], accounts = demo?.accounts ?? []) => ({
    person: null,
    today: demo?.today ?? dayInVietnam(world.now()),
    demo: demo !== null,
    demoAccounts: [...accounts],
    signOnName,
  });
  const somebody = (world: Ask['world'], viewer: Viewer) =>
    reading(world.db, viewer, (read) => viewSession(read, viewer, signOnName));
  return [
    bind(getSession, async ({ world, viewer }) => (viewer ? somebody(world, viewer) : nobody(world))),
    bind(signIn, async ({ world, visit, token, setToken }, { name, password, code = null }) => {
      const session = sessionSettings(settings, world);
      const fresh = await beginSession(session, { name, password, code, earlierToken: token }, visit, secondStep);
      setToken(fresh);
      return somebody(world, present(await viewerOf(session, fresh)));
    }),
    bind(signOut, async ({ world, token, setToken }) => {
      if (token) await endSession(world, token);
      setToken(null);
      return nobody(world);
    }),
    bind(signOutEverywhere, async ({ world, viewer, setToken }, input) => {
      const person = present(viewer);
      const deed = { viewer: person, name: 'signOutEverywhere', actionId: input.actionId, input } as const;
      await act(world, deed, async (tx, _input, context) => {
        const ended = await endAllSessions(tx, person.accountId);
        context.record({ deed: 'signed-out', subjectKind: 'account', subjectId: person.accountId, after: { ended } });
        return null;
      });
      setToken(null);
      return nobody(world);
    }),
    bind(changePost, async ({ world, viewer, token, setToken }, input) => {
      const person = present(viewer);
      const { actionId, ...seat } = input;
      const doing = { viewer: person, name: 'changePost', actionId, input: seat } as const;
      let fresh: string | null = null;
      await act(world, doing, async (tx, _input, { now, record }) => {
        fresh = await moveSession(tx, { token: token ?? '', viewer: person, seat, now });
        record({ deed: 'post-changed', subjectKind: 'post', subjectId: seat.postId, after: seat });
        return null;
      });
      if (fresh === null) return somebody(world, person);
      setToken(fresh);
      return somebody(world, present(await viewerOf(sessionSettings(settings, world), fresh)));
    }),
  ];
}
