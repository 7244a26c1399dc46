import type { ReactNode } from 'react';
import type { Verdict } from '../core/rules/progress.ts';
import { ProgressBar } from './progress-bar.tsx';
import { VerdictBadge } from './verdict.tsx';

type Props = {
  name: ReactNode;
  verdict: Verdict;
  verdictWord: string;
  attainment: string | null;
  expected: string | null;
  /** "Đạt 41% kế hoạch, cùng thời điểm cần 49,6%". */
  sentence: string;
  /** "13.741 / 33.515 triệu đồng", or the goal alone. */
  figures: ReactNode;
  /** Period, coverage, who owns it. */
  facts: ReactNode;
  todayWord: string;
};

/** A target, everywhere the same shape: name and verdict, bar with today's mark, figures and where they come from. */
export function GoalLine({
  name,
  verdict,
  verdictWord,
  attainment,
  expected,
  sentence,
  figures,
  facts,
  todayWord,
}: Props) {
  return (
    <div className="goal">
      <div className="goal-name">{name}</div>
      <div>
        <VerdictBadge verdict={verdict} word={verdictWord} />
      </div>
      <div className="goal-bar">
        <ProgressBar
          verdict={verdict}
          attainment={attainment}
          expected={expected}
          label={sentence}
          todayWord={todayWord}
        />
      </div>
      <div className="goal-facts figures">
        <span>{figures}</span>
        <span>{facts}</span>
      </div>
    </div>
  );
}
