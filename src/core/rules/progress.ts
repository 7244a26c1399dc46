/** Where a target stands: while it runs, at the end, and the two silences that are never zero and never red. */
export const VERDICTS = [
  'exceeded',
  'achieved',
  'missed',
  'on-track',
  'at-risk',
  'late',
  'no-data',
  'not-yet-due',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Nature of an indicator: adds up over the year, stands at a level on a day, or is a rate of change. */
export const NATURES = ['flow', 'level', 'rate'] as const;
export type Nature = (typeof NATURES)[number];

export const ROLL_UPS = ['sum', 'ratio-of-sums', 'weighted-mean', 'last', 'maximum', 'share-of-units', 'none'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

/** Kinds of reporting period. */
export const PERIOD_KINDS = ['month', 'quarter', 'half-year', 'nine-months', 'year', 'once'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];
