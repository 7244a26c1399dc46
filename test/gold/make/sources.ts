import type { GoldSource } from './document.ts';
import { callLetter } from './sources/call-letter.ts';
import { decisionArticles } from './sources/decision-articles.ts';
import { decisionAward } from './sources/decision-award.ts';
import { decisionPrimeMinister } from './sources/decision-prime-minister.ts';
import { directiveParty } from './sources/directive-party.ts';
import { directiveProvince } from './sources/directive-province.ts';
import { directiveWard } from './sources/directive-ward.ts';
import { guidanceScores } from './sources/guidance-scores.ts';
import { launchDistrict2023 } from './sources/launch-district-2023.ts';
import { launchScan } from './sources/launch-scan.ts';
import { noticeResults } from './sources/notice-results.ts';
import { officialLetter } from './sources/official-letter.ts';
import { pastedLaunch } from './sources/pasted-launch.ts';
import { planAfterCitation } from './sources/plan-after-citation.ts';
import { planCityTable } from './sources/plan-city-table.ts';
import { planCommune } from './sources/plan-commune.ts';
import { planCommuneProse } from './sources/plan-commune-prose.ts';
import { planCompany } from './sources/plan-company.ts';
import { planCouncil } from './sources/plan-council.ts';
import { planDefectsForm } from './sources/plan-defects-form.ts';
import { planDefectsWords } from './sources/plan-defects-words.ts';
import { planDepartment } from './sources/plan-department.ts';
import { planDutyTable } from './sources/plan-duty-table.ts';
import { planExpressions } from './sources/plan-expressions.ts';
import { planExpressionsMore } from './sources/plan-expressions-more.ts';
import { planExpressionsRare } from './sources/plan-expressions-rare.ts';
import { planLooksWrong } from './sources/plan-looks-wrong.ts';
import { planMinistry } from './sources/plan-ministry.ts';
import { planOcrText } from './sources/plan-ocr-text.ts';
import { planProvinceTables } from './sources/plan-province-tables.ts';
import { planSchool } from './sources/plan-school.ts';
import { planSchoolYear } from './sources/plan-school-year.ts';
import { planSpecialZone } from './sources/plan-special-zone.ts';
import { planSplitTable } from './sources/plan-split-table.ts';
import { planTextbox } from './sources/plan-textbox.ts';
import { planTracked } from './sources/plan-tracked.ts';
import { planUnion } from './sources/plan-union.ts';
import { planWardTable } from './sources/plan-ward-table.ts';
import { planWordMarkup } from './sources/plan-word-markup.ts';
import { planWorks } from './sources/plan-works.ts';
import { planCitesOne, planCitesTwo } from './sources/plans-that-cite.ts';
import { programJoint } from './sources/program-joint.ts';
import { reportHalfYear } from './sources/report-half-year.ts';
import { reportProvince } from './sources/report-province.ts';
import { reportTable } from './sources/report-table.ts';
import { reportYearPlan } from './sources/report-year-plan.ts';
import { wardLegacy } from './sources/ward-legacy.ts';

/** Every gold document, by name. */
export const SOURCES: GoldSource[] = [
  callLetter,
  decisionArticles,
  decisionAward,
  decisionPrimeMinister,
  directiveParty,
  directiveProvince,
  directiveWard,
  guidanceScores,
  launchDistrict2023,
  launchScan,
  noticeResults,
  officialLetter,
  pastedLaunch,
  planAfterCitation,
  planCityTable,
  planCommuneProse,
  planCommune,
  planCompany,
  planCouncil,
  planDefectsForm,
  planDefectsWords,
  planDepartment,
  planDutyTable,
  planExpressionsMore,
  planExpressionsRare,
  planExpressions,
  planLooksWrong,
  planMinistry,
  planOcrText,
  planProvinceTables,
  planSchoolYear,
  planSchool,
  planSpecialZone,
  planSplitTable,
  planTextbox,
  planTracked,
  planUnion,
  planWardTable,
  planWordMarkup,
  planWorks,
  planCitesOne,
  planCitesTwo,
  programJoint,
  reportHalfYear,
  reportProvince,
  reportTable,
  reportYearPlan,
  wardLegacy,
];
