import type { GoldSource } from './document.ts';
import { decisionArticles } from './sources/decision-articles.ts';
import { directiveProvince } from './sources/directive-province.ts';
import { launchDistrict2023 } from './sources/launch-district-2023.ts';
import { officialLetter } from './sources/official-letter.ts';
import { pastedLaunch } from './sources/pasted-launch.ts';
import { planCommune } from './sources/plan-commune.ts';
import { planDepartment } from './sources/plan-department.ts';
import { planSchool } from './sources/plan-school.ts';
import { planWardTable } from './sources/plan-ward-table.ts';
import { reportHalfYear } from './sources/report-half-year.ts';

/** Every gold document, by name. */
export const SOURCES: GoldSource[] = [
  decisionArticles,
  directiveProvince,
  launchDistrict2023,
  officialLetter,
  pastedLaunch,
  planCommune,
  planDepartment,
  planSchool,
  planWardTable,
  reportHalfYear,
];
