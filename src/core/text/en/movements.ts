/** Words of movements, targets and progress. */

import { type Comparator, comparisonSign, type GoalFault, type GoalFigure } from '../../rules/targets.ts';
import { formatDecimal } from '../numbers.ts';
import type { MovementsText } from '../vi/movements.ts';

/** '9950.3' → '9,950.3'. */
function number(value: string): string {
  return formatDecimal(value).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

const figureFaults: Record<GoalFault, string> = {
  'value-missing': 'the figure is missing',
  'range-incomplete': 'one end of the range is missing',
  'range-reversed': 'the range begins above its end',
  'fraction-incomplete': 'numerator or denominator is missing',
  'fraction-above-one': 'the numerator is larger than the denominator',
  'denominator-zero': 'the denominator must be more than 0',
};

const verdicts: MovementsText['verdicts'] = {
  exceeded: 'Exceeded',
  achieved: 'Achieved',
  missed: 'Missed',
  'on-track': 'On track',
  'at-risk': 'At risk',
  late: 'Late',
  'no-data': 'No data',
  'not-yet-due': 'Not yet due',
};

const comparisons: Record<Comparator, string> = {
  eq: '',
  ge: 'at least ',
  gt: 'more than ',
  le: 'at most ',
  lt: 'less than ',
  approx: 'about ',
  between: '',
};

const changes = { 'decrease-by': 'down by', 'increase-by': 'up by', maintain: 'keep' } as const;

function figure(goal: GoalFigure): string {
  const { numerator, denominator, value, low, high, unit } = goal;
  const fraction = numerator !== null && denominator !== null ? `${number(numerator)}/${number(denominator)}` : null;
  const amount =
    goal.comparator === 'between' && low !== null && high !== null
      ? `${number(low)} – ${number(high)}`
      : value !== null
        ? number(value)
        : null;
  const shown = amount ?? fraction ?? '…';
  const united = unit === null ? shown : unit.startsWith('%') ? `${shown}${unit}` : `${shown} ${unit}`;
  const full = amount !== null && fraction !== null ? `${united} (${fraction})` : united;
  const sign = comparisonSign(goal);
  if (goal.change === 'decrease-by' || goal.change === 'increase-by' || goal.change === 'maintain') {
    const compared = goal.comparator === 'eq' && sign === '≤' ? 'le' : goal.comparator;
    return `${changes[goal.change]} ${comparisons[compared]}${full}`;
  }
  return sign === null || (fraction !== null && amount === null) ? full : `${sign} ${full}`;
}

const day = (date: unknown): string => (typeof date === 'string' ? date : '…');

export const movementsEn: MovementsText = {
  kinds: { regular: 'Regular', thematic: 'Thematic' },
  states: { upcoming: 'Upcoming', running: 'Running', ended: 'Ended', archived: 'Archived' },
  sources: {
    document: 'Made from a document',
    copy: 'Copied from an earlier movement',
    parent: 'Made from the targets of the level above',
    empty: 'Made from nothing',
  },
  responses: { 'own-plan': 'Own plan', folded: 'Folded into another', 'not-applicable': 'Not applicable' },
  taskStates: { 'to-do': 'To do', 'in-progress': 'In progress', done: 'Done', cancelled: 'Cancelled' },
  dutyRoles: { lead: 'Lead', supporting: 'Supporting' },
  dueRelations: { before: 'before', by: 'by', on: 'on', within: 'within, to' },
  verdicts,
  deeds: {
    created: 'Made the movement',
    edited: 'Changed the head',
    numbered: 'Entered number and date',
    archived: 'Archived',
    restored: 'Brought back',
    added: 'Added',
    revised: 'Revised',
    'state-set': 'Changed the state',
    removed: 'Removed',
    answered: 'Answered',
    withdrawn: 'Withdrew',
    'updated-from-document': 'Updated from a newer document',
    opened: 'Opened to supervision',
    closed: 'Closed to supervision',
  },
  subjects: { movement: 'Movement', target: 'Target', task: 'Task', response: 'Answer', document: 'Document' },
  fields: {
    title: 'Title',
    theme: 'Theme',
    kind: 'Kind',
    year: 'Year',
    period: 'Period',
    launcher: 'Launcher',
    'joint-launchers': 'Launched jointly with',
    number: 'Document number',
    symbol: 'Symbol',
    'issued-on': 'Date of issue',
    place: 'Place of issue',
    name: 'Target',
    indicator: 'Catalogue code',
    domain: 'Domain',
    figure: 'Goal',
    scope: 'Scope',
    'due-on': 'Due',
    'due-relation': 'Kind of deadline',
    owner: 'Responsible unit',
    'lead-organisation': 'Lead unit',
    'part-of': 'Part of',
    content: 'Content',
    assignee: 'Assigned to',
    role: 'Role',
    via: 'Via',
    person: 'Responsible person',
    product: 'Product',
    authority: 'Authority',
    state: 'State',
    how: 'Kind of answer',
    reason: 'Reason',
    'answering-movement': 'Answering movement',
    'answering-target': 'Answering target',
    'plan-level': 'Level measured',
    'assigned-value': 'Assigned by the province',
    'council-value': 'Set by the council',
    'aspired-value': 'Aspired to',
    supporters: 'Supporting units',
    'data-source': 'Source of the figure',
    'data-period': 'Periods with data',
    'entered-as': 'Entered as',
    'year-kind': 'Kind of year',
    things: 'List',
    rating: 'Rating',
    evidence: 'Evidence',
    recipients: 'Recipients',
    'report-due': 'Report deadline',
    citation: 'Legal basis',
    text: 'Text',
  },
  figureFaults,
  refusals: {
    'period-reversed': (facts) =>
      `The first day (${day(facts['from'])}) lies after the last (${day(facts['until'])}). Correct one of them.`,
    'launcher-not-alive': (facts) =>
      `${facts['name']} did not exist during the movement. Choose another unit or change the period.`,
    'launcher-out-of-reach': (facts) => `${facts['name']} is outside your reach. Choose your own unit or one below it.`,
    'joint-is-launcher': (facts) => `${facts['name']} is the launcher already.`,
    'joint-not-alive': (facts) => `${facts['name']} did not exist during the movement and cannot launch it jointly.`,
    'number-taken': (facts) =>
      `Number ${facts['numberSymbol']} is already used by “${facts['title']}” in the same year. Ask the clerk.`,
    'not-opened': () => 'This movement is no longer open to supervision. Your comment was not sent.',
    'too-many-comments': ({ count }) =>
      `The movement has ${String(count)} comments, as many as there can be. Please speak with the unit itself.`,
    'movement-archived': () => 'The movement is archived and cannot be changed. Bring it back first.',
    'movement-not-archived': () => 'This movement is not archived.',
    'figure-faulty': (facts) =>
      `Target “${facts['name']}”: ${figureFaults[facts['fault'] as GoalFault] ?? 'the figure is not valid'}.`,
    'target-part-of-itself': (facts) => `Target “${facts['name']}” cannot be part of itself.`,
    'target-part-of-other': (facts) => `Target “${facts['name']}” can only be part of a target of the same movement.`,
    'target-has-figures': (facts) =>
      `${facts['count']} figures stand under “${facts['name']}”, so it cannot be removed. It can be revised.`,
    'target-has-parts': (facts) =>
      `${facts['count']} targets are part of “${facts['name']}”. Remove or detach them first.`,
    'response-needs-movement': (facts) =>
      facts['how'] === 'folded' ? 'Choose the movement it is folded into.' : 'Choose the plan that answers.',
    'response-needs-reason': () => 'Say why this movement does not apply.',
    'response-is-itself': () => 'A movement cannot answer itself.',
    'response-not-below': (facts) => `${facts['name']} is not below the launcher and need not answer.`,
    'response-not-own-movement': (facts) => `The chosen movement was not launched by ${facts['name']}.`,
    'response-answered-already': (facts) =>
      `${facts['name']} has answered already. Withdraw that answer before giving another.`,
    'source-out-of-reach': () => 'The source movement belongs neither to your unit nor to one above it.',
  },
  figure,
  progress: ({ verdict, attainment, expectedAttainment }) => {
    if (attainment === null) return verdicts[verdict];
    const reached = `${attainment.replace(/\.0$/, '')}% of plan reached`;
    return expectedAttainment === null
      ? reached
      : `${reached}, ${expectedAttainment.replace(/\.0$/, '')}% expected by now`;
  },
  daysLeft: (days) => (days === 0 ? 'last day' : `${days} days left`),
  sample: 'Sample figures',
  estimated: 'Estimate',
  coverage: (reported, of) => `${reported} of ${of} units`,
  domains: {
    kinh_te: 'Economy',
    cong_nghiep_xay_dung: 'Industry and construction',
    du_lich_dich_vu: 'Trade, services, tourism',
    xay_dung_ha_tang: 'Infrastructure, towns',
    ngan_sach: 'Finance and budget',
    nong_nghiep: 'Agriculture, forestry, fisheries',
    moi_truong: 'Environment',
    nong_thon_moi: 'New countryside',
    an_sinh_xa_hoi: 'Social security',
    quan_ly_dat_dai: 'Land',
    giam_ngheo: 'Poverty reduction',
    lao_dong_viec_lam: 'Labour and jobs',
    giao_duc: 'Education and training',
    y_te: 'Health, population',
    van_hoa: 'Culture, sports',
    tuyen_truyen: 'Information',
    cchc_chuyen_doi_so: 'Administrative reform, digital change',
    quoc_phong_an_ninh: 'Defence, security',
    xay_dung_dang: 'Party and government building',
    mttq_doan_the: 'Fatherland Front, organisations',
    thi_dua_khen_thuong: 'Emulation and commendation',
  },
  noDomain: 'Without a domain',
};
