import type { TargetCourseText } from '../vi/target-course.ts';

export const targetCourseEn: TargetCourseText = {
  title: 'Course',
  open: (target) => `Course and formula of “${target}”`,
  goal: (figure) => `Plan: ${figure}`,
  finding: (period, value, verdict) => `${period}: ${value}, ${verdict.toLowerCase()}`,
  value: 'Reached',
  expected: 'Expected',
  goalWord: 'Plan',
  forecastWord: 'Forecast',
  forecast: (day, value) => `Forecast for ${day}: ${value}.`,
  range: (low, high) => `Between ${low} and ${high}.`,
  ways: {
    elapsed: 'Made from the figure so far over the share of time that has passed; the range from the latest periods.',
    'last-year': 'Made from the figure so far by the course of last year; the range from the latest periods.',
    line: 'Made by the line through the last two figures; the range from the latest periods and the level as it is.',
  },
  noForecast: {
    'too-few': 'No forecast yet: figures of at least two periods are needed.',
    over: 'The time is over; nothing is forecast.',
  },
  points: 'Figures of the periods',
  rows: 'Figures of the units',
  formula: {
    own: 'Reported by the launcher itself.',
    sum: 'The figures of those who reported, added up; who has not reported does not count as zero.',
    'ratio-of-sums': 'Parts added up over wholes added up, of those who reported; never a mean of ratios.',
    'weighted-mean': 'The weighted mean of those who reported.',
    last: 'The figure reported last.',
    maximum: 'The greatest of those reported.',
    'share-of-units': 'How many units met theirs, of those who reported.',
    none: 'Never put together from below.',
  },
  missing: (count, all) => `${count} of ${all} units have no figure for this period yet.`,
  none: 'No approved figure yet',
  noneAbout: 'As soon as figures of this target are approved, its course is shown here.',
};
