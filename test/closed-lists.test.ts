import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../src/core/rules/access.ts';
import { TOKEN_RIGHTS } from '../src/core/rules/access-tokens.ts';
import { CHALLENGE_KINDS, IDENTITY_LINKS, LINK_KINDS } from '../src/core/rules/accounts.ts';
import { BACKUP_WAYS } from '../src/core/rules/backups.ts';
import { DUE_RELATIONS } from '../src/core/rules/calendar.ts';
import { TARGET_ANSWERS } from '../src/core/rules/compare-with-parent.ts';
import { ANSWER_STATES } from '../src/core/rules/data-requests.ts';
import { READING_STAGES, READING_STATES } from '../src/core/rules/documents.ts';
import { EVIDENCE_KINDS } from '../src/core/rules/evidence.ts';
import { IMPORT_KINDS } from '../src/core/rules/figure-import.ts';
import { ENTERED_AS } from '../src/core/rules/figure-series.ts';
import { FIGURE_STATES } from '../src/core/rules/figure-states.ts';
import { HISTORY_DEEDS, HISTORY_SUBJECTS } from '../src/core/rules/history.ts';
import { JOB_STATES } from '../src/core/rules/jobs.ts';
import {
  CITATION_ROLES,
  DUTY_ROLES,
  MOVEMENT_KINDS,
  MOVEMENT_SOURCES,
  RESPONSE_KINDS,
  TASK_STATES,
} from '../src/core/rules/movements.ts';
import { NOTICE_KINDS } from '../src/core/rules/notices.ts';
import { OBSTACLE_STATES } from '../src/core/rules/obstacles.ts';
import {
  CHANGE_PARTS,
  ORGANISATION_CHANGES,
  ORGANISATION_KINDS,
  ORGANISATION_LEVELS,
  SUCCESSIONS,
} from '../src/core/rules/organisations.ts';
import { GIVEN_VERDICTS, PERIOD_KINDS, REPORTED_AS } from '../src/core/rules/progress.ts';
import { PLAN_LEVELS, YEAR_KINDS } from '../src/core/rules/target-details.ts';
import { BASELINE_KINDS, BETTER, CHANGES, COMPARATORS, MEASURES } from '../src/core/rules/targets.ts';
import { DAY_KINDS } from '../src/core/rules/working-days.ts';
import { freshDatabase } from './support/database.ts';

/** Which list of core/rules each CHECK of the database repeats. A constraint that is not here fails. */
const LISTS: Record<string, readonly string[]> = {
  installation_kind_known: ['demo', 'real'],
  posts_role_known: ROLES,
  jobs_state_known: JOB_STATES,
  notice_lines_kind_known: NOTICE_KINDS,
  links_kind_known: LINK_KINDS,
  data_request_answers_state_known: ANSWER_STATES,
  identities_linked_how_known: IDENTITY_LINKS,
  challenges_kind_known: CHALLENGE_KINDS,
  organisations_kind_known: ORGANISATION_KINDS,
  organisations_level_known: ORGANISATION_LEVELS,
  organisation_successions_how_known: SUCCESSIONS,
  organisation_changes_kind_known: ORGANISATION_CHANGES,
  organisation_change_parts_part_known: CHANGE_PARTS,
  organisation_versions_kind_known: ORGANISATION_KINDS,
  organisation_versions_level_known: ORGANISATION_LEVELS,
  readings_state_known: READING_STATES,
  readings_stage_known: READING_STAGES,
  movements_kind_known: MOVEMENT_KINDS,
  movements_source_known: MOVEMENT_SOURCES,
  targets_measure_known: MEASURES,
  targets_comparator_known: COMPARATORS,
  targets_change_known: CHANGES,
  targets_better_known: BETTER,
  targets_baseline_kind_known: BASELINE_KINDS,
  targets_data_period_known: PERIOD_KINDS,
  targets_verdict_given_known: GIVEN_VERDICTS,
  tasks_role_known: DUTY_ROLES,
  tasks_due_relation_known: DUE_RELATIONS,
  tasks_state_known: TASK_STATES,
  movement_citations_role_known: CITATION_ROLES,
  movement_report_dues_relation_known: DUE_RELATIONS,
  movement_responses_how_known: RESPONSE_KINDS,
  movement_history_deed_known: HISTORY_DEEDS,
  movement_history_subject_known: HISTORY_SUBJECTS,
  obstacles_state_known: OBSTACLE_STATES,
  evidence_kind_known: EVIDENCE_KINDS,
  measurements_period_kind_known: PERIOD_KINDS,
  rolled_figures_period_kind_known: PERIOD_KINDS,
  measurements_reported_as_known: REPORTED_AS,
  measurements_entered_as_known: ENTERED_AS,
  measurements_state_known: FIGURE_STATES,
  targets_entered_as_known: ENTERED_AS,
  access_tokens_rights_known: TOKEN_RIGHTS,
  figure_imports_kind_known: IMPORT_KINDS,
  target_answers_how_known: TARGET_ANSWERS,
  targets_plan_level_known: PLAN_LEVELS,
  targets_year_kind_known: YEAR_KINDS,
  holidays_kind_known: DAY_KINDS,
  backups_how_known: BACKUP_WAYS,
};

describe('closed lists', () => {
  it('are the same in the rules and in the checks of the database', async () => {
    const database = await freshDatabase();
    const { rows } = await sql<{ name: string; definition: string }>`
      SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE contype = 'c' AND conname LIKE '%\\_known'`.execute(database.db);
    await database.drop();
    const values = (definition: string) => [...definition.matchAll(/'([^']+)'/g)].map((match) => match[1]).sort();
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(LISTS).sort());
    for (const { name, definition } of rows)
      expect([name, values(definition)]).toEqual([name, [...(LISTS[name] ?? [])].sort()]);
  });
});
