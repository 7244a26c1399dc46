import { formatDate } from '../dates.ts';
import type { FiguresText } from '../vi/figures.ts';

const text = (value: unknown) => String(value ?? '');

export const figuresEn: FiguresText = {
  states: { draft: 'Draft', submitted: 'Waiting for approval', approved: 'Approved', returned: 'Returned' },
  enteredAs: { period: 'In the period', cumulative: 'Cumulative' },
  faults: {
    'not-a-number': 'A number is needed here, such as 1.250,5 or 7/8.',
    formula: 'No formulas here. Type the result.',
    'two-readings': 'This number can be read in two ways. Choose the right one.',
    'too-long': 'This number is too long. Check it.',
    negative: 'This figure cannot be negative.',
    'not-whole': 'This unit is counted one by one, without fractions.',
    'above-hundred': 'This share cannot pass 100%.',
    'part-above-whole': 'The part cannot be larger than the whole.',
    'whole-zero': 'The whole must be larger than 0.',
    'period-to-come': 'This period has not begun.',
    'period-closed': 'This period is closed. Ask the level above to open it again.',
    approved: 'This figure was approved, so the new one was not kept. Ask those who approve to correct or return it.',
    'correction-reason': 'This figure was approved: say why it is corrected, and the new one is kept.',
    'correction-empty': 'An approved figure cannot be emptied. Enter the right one with a reason, or return it.',
    'not-asked': 'The unit does not report this target in this period.',
  },
  doubts: {
    'cumulative-falls': 'Cumulative lower than the period before',
    'ten-times': 'More than ten times the period before',
    'far-above-target': 'More than ten times what was assigned',
  },
  refusals: {
    'split-differs': ({ difference, whole }) =>
      text(difference).startsWith('-')
        ? `The shares pass the whole of ${text(whole)} by ${text(difference).slice(1)}. Mend them, or confirm with a reason.`
        : `The shares fall short of the whole of ${text(whole)} by ${text(difference)}. Mend them, or confirm with a reason.`,
    'split-not-whole': ({ name }) =>
      `The share of ${text(name)} is no whole number, and this unit of measure is counted one by one. Nothing was saved; mend that number and save again.`,
    'split-periods-differ': ({ name, difference, share }) =>
      text(difference).startsWith('-')
        ? `${text(name)}: the periods pass the share of ${text(share)} by ${text(difference).slice(1)}. Mend them, or confirm with a reason.`
        : `${text(name)}: the periods fall short of the share of ${text(share)} by ${text(difference)}. Mend them, or confirm with a reason.`,
    'split-unit-twice': ({ name }) => `${text(name)} stands there twice.`,
    'split-unit-not-below': ({ name }) => `${text(name)} is not a unit below.`,
    'split-no-figure': () =>
      'This target does not add up over units, so it is not shared out; only choose who reports.',
    'split-negative': ({ name }) =>
      `The share of ${text(name)} cannot be below zero. Nothing was saved; mend it and save again.`,
    'figure-not-submitted': () => 'The figure has not been sent.',
    'figure-approved': () => 'The figure was approved.',
    'figure-not-asked': () => 'The unit does not report this target.',
    'evidence-too-many': ({ most }) =>
      `This figure has ${text(most)} files already. Take one away first, or put several pictures into one PDF.`,
    'evidence-approved': () => 'The figure is approved, so its evidence does not change; ask the unit that approves.',
    'evidence-closed': () => 'This period is closed, so its evidence does not change any more.',
    'evidence-there': () => 'The very same file stands beside this figure already.',
    'return-says-why': () =>
      'Every figure that goes back needs a reason, one for all or its own. Nothing was returned.',
    'figures-none-to-send': () => 'There is no figure to send yet.',
    'period-is-closed': () => 'This period is closed.',
    'period-not-begun': ({ from }) =>
      `This period begins only on ${formatDate(String(from))}; choose one that runs or is over.`,
    'period-not-over': () => 'This period is not over yet.',
    'period-not-closed': () => 'This period is open.',
    'period-unknown': () => 'The movement has no such reporting period.',
    'period-has-open-figures': ({ count }) => `${text(count)} figures still wait or were returned. Settle them first.`,
    'figures-changed-since': () =>
      'The figures or the file changed since the preview. Nothing was written. Preview it again.',
    'import-undone': () => 'This import was taken back already.',
    'template-for-nobody': () => 'In this period there is no unit you enter figures for.',
    'template-too-many': ({ count, most }) =>
      `There are ${String(count)} units, more than the ${String(most)} sheets of one file. Download a file for each unit (zip).`,
  },
};
