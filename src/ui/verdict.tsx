import type { Verdict } from '../core/rules/progress.ts';

/** The shape that stands for a verdict beside its colour and its word. */
const SHAPES: Record<Verdict, string> = {
  exceeded: 'M6 .8l1.6 3.4 3.7.5-2.7 2.6.7 3.7L6 9.2 2.7 11l.7-3.7L.7 4.7l3.7-.5z',
  achieved: 'M1.5 6.5l3 3L10.5 3',
  'on-track': 'M1.5 6h8M6.5 2.8L9.8 6 6.5 9.2',
  'at-risk': 'M6 1.5l5 9H1z',
  late: 'M6 .8L11.2 6 6 11.2.8 6z',
  missed: 'M2 2l8 8M10 2l-8 8',
  'no-data': 'M6 5a1 1 0 100 2 1 1 0 000-2z',
  'not-yet-due': 'M6 1.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4z',
};
const FILLED: ReadonlySet<Verdict> = new Set(['exceeded', 'late', 'no-data']);

export function VerdictShape({ verdict }: { verdict: Verdict }) {
  const filled = FILLED.has(verdict);
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path
        d={SHAPES[verdict]}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** A verdict as shape, colour and word. */
export function VerdictBadge({ verdict, word }: { verdict: Verdict; word: string }) {
  return (
    <span className={`badge tone-${verdict}`}>
      <VerdictShape verdict={verdict} />
      {word}
    </span>
  );
}

const ORDER: readonly Verdict[] = [
  'late',
  'missed',
  'at-risk',
  'on-track',
  'achieved',
  'exceeded',
  'no-data',
  'not-yet-due',
];

/** How many targets stand where; what is nowhere is left out. */
export function VerdictCounts({
  counts,
  words,
}: {
  counts: Partial<Record<Verdict, number>>;
  words: Record<Verdict, string>;
}) {
  const shown = ORDER.filter((verdict) => (counts[verdict] ?? 0) > 0);
  return (
    <span className="verdicts">
      {shown.map((verdict) => (
        <span key={verdict} className={`tone-${verdict}`} title={words[verdict]}>
          <VerdictShape verdict={verdict} />
          {counts[verdict]}
          <span className="visually-hidden">{words[verdict]}</span>
        </span>
      ))}
    </span>
  );
}

/** What the shapes mean, where they stand without their words. Readers of the screen hear the words themselves. */
export function VerdictLegend({ words }: { words: Record<Verdict, string> }) {
  return (
    <p className="verdicts verdict-legend" aria-hidden="true">
      {ORDER.map((verdict) => (
        <span key={verdict} className={`tone-${verdict}`}>
          <VerdictShape verdict={verdict} />
          {words[verdict]}
        </span>
      ))}
    </p>
  );
}
