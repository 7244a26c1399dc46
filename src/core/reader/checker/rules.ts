/**
 * The rules of the checker: code, family, what is looked for and how heavy it weighs, as a profile that holds from a
 * date. A new decree on clerical work is a new profile beside the old one.
 */

import type { Severity } from '../reading.ts';

export const RULE_FAMILIES = ['TT', 'CC', 'TG', 'SL', 'CT', 'BC', 'TC'] as const;
export type RuleFamily = (typeof RULE_FAMILIES)[number];

export type Rule = {
  code: string;
  family: RuleFamily;
  finds: string;
  severity: Severity;
  /** Clause of the profile's decree, or null for a rule of the language, of figures or of practice. */
  clause: string | null;
};

export type RuleProfile = { name: string; from: string; until: string | null; rules: readonly Rule[] };

const ANNEX_1 = 'Nghị định 30/2020/NĐ-CP, Phụ lục I';
const ANNEX_2 = 'Nghị định 30/2020/NĐ-CP, Phụ lục II';

function rule(code: string, severity: Severity, finds: string, clause: string | null = null): Rule {
  return { code, family: code.slice(0, 2) as RuleFamily, finds, severity, clause };
}

/** Rules by Nghị định 30/2020/NĐ-CP, in force from 05/3/2020. */
export const ND30_2020: RuleProfile = {
  name: 'nd30-2020',
  from: '2020-03-05',
  until: null,
  rules: [
    rule('TT-01', 'error', 'number missing or blank', `${ANNEX_1}, II.3`),
    rule('TT-02', 'warning', 'symbol not of the type printed', `${ANNEX_1}, II.3`),
    rule('TT-03', 'error', 'place and date line missing, blank or with wrong zeros', `${ANNEX_1}, II.4`),
    rule('TT-04', 'error', 'national name, motto or issuer absent or misspelled', `${ANNEX_1}, II.1`),
    rule('TT-05', 'warning', 'signature block wrong', `${ANNEX_1}, II.7`),
    rule('TT-06', 'info', 'list of recipients wrong', `${ANNEX_1}, II.9`),
    rule('TT-07', 'warning', 'type of document not in the list', 'Nghị định 30/2020/NĐ-CP, Điều 7'),
    rule('CC-01', 'error', 'cited document is younger than this one'),
    rule('CC-02', 'error', 'one number and symbol with two dates'),
    rule('CC-03', 'warning', 'citation incomplete', `${ANNEX_1}, II.6.b`),
    rule('CC-04', 'warning', 'subject of a cited document worded differently or cut', `${ANNEX_1}, II.6.b`),
    rule('CC-05', 'info', 'cited document no longer in force'),
    rule('CC-06', 'info', 'no basis named', `${ANNEX_1}, II.6.a`),
    rule('CC-07', 'info', 'citation style mixed'),
    rule('CC-08', 'warning', 'issuer of a cited document differs from the document itself'),
    rule('TG-01', 'error', 'anniversary does not fit its dates'),
    rule('TG-02', 'error', 'movement ends before the events it greets'),
    rule('TG-03', 'info', 'report due before the period ends'),
    rule('TG-04', 'warning', 'periods, years or dates that do not agree'),
    rule('TG-05', 'info', 'no deadline for the report'),
    rule('TG-06', 'info', 'anniversary not round'),
    rule('SL-01', 'error', 'figures contradict each other'),
    rule('SL-02', 'warning', 'verb, unit or baseline missing or ambiguous'),
    rule('SL-03', 'info', 'ranges written in two ways'),
    rule('SL-04', 'info', 'target stated twice'),
    rule('SL-05', 'info', 'precision mixed'),
    rule('SL-06', 'info', 'units of money mixed'),
    rule('SL-07', 'info', 'indicator not used at this level'),
    rule('SL-08', 'info', 'no measurable target'),
    rule('CT-01', 'error', 'spelling, typing or character recognition'),
    rule('CT-02', 'warning', 'capital letters', ANNEX_2),
    rule('CT-03', 'info', 'punctuation'),
    rule('CT-04', 'info', 'tone mark placed in two ways'),
    rule('CT-05', 'info', 'one term written in two ways'),
    rule('CT-06', 'error', 'quotation marks'),
    rule('CT-07', 'warning', 'word repeated or superfluous'),
    rule('CT-08', 'info', 'hyphens, dashes and blanks'),
    rule('CT-09', 'warning', 'sentence without a predicate'),
    rule('BC-01', 'error', 'numbering with gaps or repeats', `${ANNEX_1}, II.6.d`),
    rule('BC-02', 'warning', 'headings of one level marked as different levels'),
    rule('BC-03', 'info', 'expected part missing'),
    rule('BC-04', 'info', 'content twice'),
    rule('BC-05', 'info', 'places mended while reading'),
    rule('TC-01', 'warning', 'name of an organisation incomplete or not official'),
    rule('TC-02', 'warning', 'unit with duties is not among the recipients'),
    rule('TC-03', 'warning', 'movement named otherwise than officially'),
    rule('TC-04', 'info', 'abbreviation varies'),
    rule('TC-05', 'warning', 'themes do not agree'),
  ],
};

export const RULE_PROFILES: readonly RuleProfile[] = [ND30_2020];

/** The profile in force on a day ('YYYY-MM-DD'); the newest when the day is unknown, the oldest for days before all. */
export function profileOn(day: string | null): RuleProfile {
  const newest = RULE_PROFILES.at(-1) ?? ND30_2020;
  if (day === null) return newest;
  return (
    RULE_PROFILES.find((profile) => profile.from <= day && (profile.until === null || day <= profile.until)) ??
    RULE_PROFILES[0] ??
    newest
  );
}
