import { accessTokensEn } from './en/access-tokens.ts';
import { accountPagesEn } from './en/account-pages.ts';
import { accountsEn } from './en/accounts.ts';
import { administrationEn } from './en/administration.ts';
import { auditLogEn } from './en/audit-log.ts';
import { cataloguesEn } from './en/catalogues.ts';
import { comparisonsEn } from './en/comparisons.ts';
import { dataRequestsEn } from './en/data-requests.ts';
import { documentsEn } from './en/documents.ts';
import { fieldsEn } from './en/fields.ts';
import { figureLinksEn } from './en/figure-links.ts';
import { figurePagesEn } from './en/figure-pages.ts';
import { figureTemplatesEn } from './en/figure-templates.ts';
import { figuresEn } from './en/figures.ts';
import { frameEn } from './en/frame.ts';
import { linksEn } from './en/links.ts';
import { movementPagesEn } from './en/movement-pages.ts';
import { movementsEn } from './en/movements.ts';
import { noticesEn } from './en/notices.ts';
import { obstaclesEn } from './en/obstacles.ts';
import { offlineEn } from './en/offline.ts';
import { organisationPagesEn } from './en/organisation-pages.ts';
import { organisationsEn } from './en/organisations.ts';
import { ownAccountEn } from './en/own-account.ts';
import { problemsEn } from './en/problems.ts';
import { readingEn } from './en/reading.ts';
import { rolesEn } from './en/roles.ts';
import { rollupsEn } from './en/rollups.ts';
import { sessionEn } from './en/session.ts';
import { settingsEn } from './en/settings.ts';
import { systemEn } from './en/system.ts';
import { tableExportEn } from './en/table-export.ts';
import { targetCourseEn } from './en/target-course.ts';
import { targetDetailsEn } from './en/target-details.ts';
import { workroomEn } from './en/workroom.ts';
import type { Text } from './vi.ts';

export const en: Text = {
  accountPages: accountPagesEn,
  accounts: accountsEn,
  administration: administrationEn,
  auditLog: auditLogEn,
  catalogues: cataloguesEn,
  session: sessionEn,
  settings: settingsEn,
  system: systemEn,
  tableExport: tableExportEn,
  targetCourse: targetCourseEn,
  figurePages: figurePagesEn,
  figureTemplates: figureTemplatesEn,
  notices: noticesEn,
  accessTokens: accessTokensEn,
  rollups: rollupsEn,
  dataRequests: dataRequestsEn,
  figureLinks: figureLinksEn,
  comparisons: comparisonsEn,
  targetDetails: targetDetailsEn,
  figures: figuresEn,
  frame: frameEn,
  fields: fieldsEn,
  links: linksEn,
  workroom: workroomEn,
  movements: movementsEn,
  movementPages: movementPagesEn,
  documents: documentsEn,
  obstacles: obstaclesEn,
  offline: offlineEn,
  organisationPages: organisationPagesEn,
  organisations: organisationsEn,
  ownAccount: ownAccountEn,
  problems: problemsEn,
  reading: readingEn,
  roles: rolesEn,
};
