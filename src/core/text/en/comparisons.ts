import { formatDate } from '../dates.ts';
import { formatDecimal } from '../numbers.ts';
import type { comparisonsVi } from '../vi/comparisons.ts';

const withUnit = (value: string, unit: string | null) =>
  unit === null ? value : unit === '%' ? `${value}%` : `${value} ${unit}`;
/** Two shares differ by points. */
const inPoints = (unit: string | null) => (unit === '%' ? 'percentage points' : unit);
const signed = (value: string) =>
  value.startsWith('-') ? `−${formatDecimal(value.slice(1))}` : `+${formatDecimal(value)}`;

export const comparisonsEn: typeof comparisonsVi = {
  tab: 'Comparison',
  answers: { answered: 'Answered', adapted: 'Adapted', 'not-applicable': 'Not applicable' },
  states: {
    answered: 'Answered',
    lower: 'Lower',
    adapted: 'Adapted',
    'not-applicable': 'Not applicable',
    suggested: 'Suggested, to be confirmed',
    missing: 'Missing',
  },
  heights: { higher: 'Higher than', same: 'Equal to', lower: 'Lower than' },
  issues: {
    issued: 'Issued',
    recorded: 'Issued (on paper)',
    drafted: 'Being written, no number yet',
    folded: 'Folded in',
    'not-applicable': 'Not applicable',
    none: 'Not issued',
  },
  refusals: {
    'answer-needs-target': ({ name }) => `“${name}”: choose the target of your plan that answers it.`,
    'answer-needs-reason': ({ name }) => `“${name}”: say why it is adapted or does not apply.`,
    'answer-of-other': ({ name }) => `“${name}”: the chosen target is not of this plan.`,
    'plan-needs-number': ({ name }) => `${name}: enter the number or the date of the plan.`,
    'plan-issued-later': ({ name, on }) => `${name}: ${formatDate(String(on))} has not come yet.`,
  },
  views: { above: 'With the level above', below: 'With the units below', issued: 'Plans issued' },
  viewsLabel: 'Compare',
  parentPick: 'Movement of the level above',
  upTitle: 'Targets of the level above',
  downTitle: 'Targets of the units below',
  issuedTitle: 'Plans issued',
  asked: 'Asked from above',
  ours: 'Own plan',
  standing: 'Result',
  share: (value, unit) => `Share of this unit: ${withUnit(formatDecimal(value), unit)}`,
  noShare: 'Not shared out to this unit, so the figures cannot be compared',
  sharesOff: (difference, unit) =>
    difference.startsWith('-')
      ? `Shares exceed the whole by ${withUnit(formatDecimal(difference.slice(1)), unit)}`
      : `Shares fall short of the whole by ${withUnit(formatDecimal(difference), unit)}`,
  difference: (difference, unit) => `Difference ${withUnit(signed(difference), inPoints(unit))}`,
  adaptedHeight: (height) => `${height} the level above`,
  added: (count) => `Added by the unit itself (${count})`,
  addedNone: 'No targets beside those that answer the level above.',
  noParent: 'This movement answers none of the level above yet',
  noParentAbout:
    'Open the movement of the level above and press “Respond”, or make a plan from its targets; each target is then compared here.',
  noTargetsAbove: 'The movement above has no targets to compare with.',
  noUnits: 'No unit below has to issue a plan yet',
  noUnitsAbout: 'Units below that receive this movement appear here with their plans.',
  decide: 'Say how it is answered',
  decideOf: (name) => `How it is answered: ${name}`,
  how: 'How it is answered',
  ownTarget: 'Target of the unit',
  ownNone: 'No target of its own',
  reason: 'Reason',
  reasonAbout: 'Those who compare at the level above read it.',
  takeBack: 'Take the decision back',
  confirm: 'Confirm',
  confirmOf: (name) => `Confirm the suggestion: ${name}`,
  confirmAll: (count, unweighed) =>
    unweighed === 0 ? `Confirm ${count} suggestions` : `Confirm ${count} suggestions (${unweighed} not comparable)`,
  unweighed: 'Answered, not comparable',
  unweighedShort: 'not comparable',
  suggestedBy: 'Same indicator of the catalogue',
  saved: 'Saved.',
  decidedBy: (post) => `by ${post}`,
  unit: 'Unit',
  plan: 'Plan',
  number: 'Number',
  issuedOn: 'Date',
  file: 'File',
  recordedBy: (post, saidBy) => (saidBy === null ? `recorded by ${post}` : `entered by ${post}, as ${saidBy} said`),
  record: 'Record a plan',
  recordOf: (unit) => `Record the plan of ${unit}`,
  recordAbout: 'For units that issue plans outside this program: number, date and file on their behalf.',
  saidBy: 'Who said so',
  saidByAbout: 'When entering on behalf of the unit.',
  recordSaved: 'Recorded.',
  recordRemove: 'Take back',
  recordRemoveAsk: (unit) => `Take back the recorded plan of ${unit}?`,
  recordRemoved: 'Taken back.',
  filePick: 'Choose a file (Word, PDF, picture; up to 25 MB)',
  fileTooLarge: 'The file is larger than 25 MB. Choose a smaller one; number and date are kept.',
  issuedCount: (done, all) => `${done}/${all} units have issued a plan`,
  issuedNone: (names) => `Not issued: ${names}`,
  takenOn: 'Taken on by the units',
  takenOnOf: (sum, unit) => withUnit(formatDecimal(sum), unit),
  takenShort: (difference, unit) =>
    difference.startsWith('-')
      ? `${withUnit(formatDecimal(difference.slice(1)), unit)} more`
      : difference === '0'
        ? 'the whole'
        : `${withUnit(formatDecimal(difference), unit)} short`,
  coverage: (given, of) => `${given}/${of} units`,
  noPlan: 'No plan in the program to compare with',
  value: (value, unit) => withUnit(formatDecimal(value), unit),
};
