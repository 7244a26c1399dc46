import { type AccessTokensText, accessTokensVi } from './vi/access-tokens.ts';
import { accountPagesVi } from './vi/account-pages.ts';
import { type AccountsText, accountsVi } from './vi/accounts.ts';
import { administrationVi } from './vi/administration.ts';
import { auditLogVi } from './vi/audit-log.ts';
import { cataloguesVi } from './vi/catalogues.ts';
import { comparisonsVi } from './vi/comparisons.ts';
import { type DataRequestsText, dataRequestsVi } from './vi/data-requests.ts';
import { type DocumentsText, documentsVi } from './vi/documents.ts';
import { fieldsVi } from './vi/fields.ts';
import { type FigureLinksText, figureLinksVi } from './vi/figure-links.ts';
import { type FigurePagesText, figurePagesVi } from './vi/figure-pages.ts';
import { type FigureTemplatesText, figureTemplatesVi } from './vi/figure-templates.ts';
import { type FiguresText, figuresVi } from './vi/figures.ts';
import { frameVi } from './vi/frame.ts';
import { linksVi } from './vi/links.ts';
import { movementPagesVi } from './vi/movement-pages.ts';
import { type MovementsText, movementsVi } from './vi/movements.ts';
import { type NoticesText, noticesVi } from './vi/notices.ts';
import { type ObstaclesText, obstaclesVi } from './vi/obstacles.ts';
import { offlineVi } from './vi/offline.ts';
import { organisationPagesVi } from './vi/organisation-pages.ts';
import { type OrganisationsText, organisationsVi } from './vi/organisations.ts';
import { ownAccountVi } from './vi/own-account.ts';
import { problemsVi } from './vi/problems.ts';
import { readingVi } from './vi/reading.ts';
import { type RolesText, rolesVi } from './vi/roles.ts';
import { type RollupsText, rollupsVi } from './vi/rollups.ts';
import { sessionVi } from './vi/session.ts';
import { settingsVi } from './vi/settings.ts';
import { systemVi } from './vi/system.ts';
import { tableExportVi } from './vi/table-export.ts';
import { type TargetCourseText, targetCourseVi } from './vi/target-course.ts';
import { targetDetailsVi } from './vi/target-details.ts';
import { workroomVi } from './vi/workroom.ts';
import type { Words } from './words.ts';

/** Every word of the product. Vietnamese is the first language; English has the same keys, which the compiler checks. */
export type Text = {
  accountPages: Words<typeof accountPagesVi>;
  accounts: AccountsText;
  administration: Words<typeof administrationVi>;
  auditLog: Words<typeof auditLogVi>;
  catalogues: typeof cataloguesVi;
  session: Words<typeof sessionVi>;
  settings: Words<typeof settingsVi>;
  system: typeof systemVi;
  tableExport: typeof tableExportVi;
  targetCourse: TargetCourseText;
  figurePages: FigurePagesText;
  figureTemplates: FigureTemplatesText;
  notices: NoticesText;
  accessTokens: AccessTokensText;
  rollups: RollupsText;
  dataRequests: DataRequestsText;
  figureLinks: FigureLinksText;
  comparisons: typeof comparisonsVi;
  targetDetails: typeof targetDetailsVi;
  figures: FiguresText;
  frame: Words<typeof frameVi>;
  fields: Words<typeof fieldsVi>;
  links: Words<typeof linksVi>;
  workroom: Words<typeof workroomVi>;
  movements: MovementsText;
  movementPages: Words<typeof movementPagesVi>;
  documents: DocumentsText;
  obstacles: ObstaclesText;
  offline: Words<typeof offlineVi>;
  organisationPages: Words<typeof organisationPagesVi>;
  organisations: OrganisationsText;
  ownAccount: Words<typeof ownAccountVi>;
  problems: Words<typeof problemsVi>;
  reading: Words<typeof readingVi>;
  roles: RolesText;
};

export const vi: Text = {
  accountPages: accountPagesVi,
  accounts: accountsVi,
  administration: administrationVi,
  auditLog: auditLogVi,
  catalogues: cataloguesVi,
  session: sessionVi,
  settings: settingsVi,
  system: systemVi,
  tableExport: tableExportVi,
  targetCourse: targetCourseVi,
  figurePages: figurePagesVi,
  figureTemplates: figureTemplatesVi,
  notices: noticesVi,
  accessTokens: accessTokensVi,
  rollups: rollupsVi,
  dataRequests: dataRequestsVi,
  figureLinks: figureLinksVi,
  comparisons: comparisonsVi,
  targetDetails: targetDetailsVi,
  figures: figuresVi,
  frame: frameVi,
  fields: fieldsVi,
  links: linksVi,
  workroom: workroomVi,
  movements: movementsVi,
  movementPages: movementPagesVi,
  documents: documentsVi,
  obstacles: obstaclesVi,
  offline: offlineVi,
  organisationPages: organisationPagesVi,
  organisations: organisationsVi,
  ownAccount: ownAccountVi,
  problems: problemsVi,
  reading: readingVi,
  roles: rolesVi,
};
