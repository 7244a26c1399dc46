import type { GoldSource } from './document.ts';
import { directiveProvince } from './sources/directive-province.ts';
import { pastedLaunch } from './sources/pasted-launch.ts';
import { planCommune } from './sources/plan-commune.ts';
import { planWardTable } from './sources/plan-ward-table.ts';
import { reportHalfYear } from './sources/report-half-year.ts';

export const SOURCES: GoldSource[] = [planCommune, planWardTable, reportHalfYear, directiveProvince, pastedLaunch];
