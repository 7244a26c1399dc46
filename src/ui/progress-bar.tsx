import type { Verdict } from '../core/rules/progress.ts';

type Props = {
  verdict: Verdict;
  /** Attainment in %, as an exact decimal; null without a figure. */
  attainment: string | null;
  /** Where it should stand today, in % of the goal. */
  expected: string | null;
  /** What a screen reader says: the whole sentence. */
  label: string;
  /** "hôm nay", beside the mark. */
  todayWord: string;
};

const share = (percent: string | null) => (percent === null ? null : Math.max(0, Math.min(100, Number(percent))));

/** How far a target is, with a mark where it should stand today. No figure is hatched, not yet due is only an outline. */
export function ProgressBar({ verdict, attainment, expected, label, todayWord }: Props) {
  const reached = verdict === 'no-data' || verdict === 'not-yet-due' ? null : share(attainment);
  const today = share(expected);
  return (
    <div className="bar-frame" role="img" aria-label={label}>
      <div className={`bar tone-${verdict}`}>
        {reached === null ? null : <div className="bar-fill" style={{ width: `${reached}%` }} />}
      </div>
      {today === null || reached === null ? null : (
        <div className="bar-today" style={{ left: `calc(${today}% - 1px)` }} title={todayWord} />
      )}
    </div>
  );
}
