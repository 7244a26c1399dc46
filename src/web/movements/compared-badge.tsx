import type { ComparedState } from '../../core/rules/compare-with-parent.ts';
import { VerdictShape } from '../../ui/verdict.tsx';

/** The shape and colour of a verdict that says the same. */
const LIKE = {
  answered: 'achieved',
  lower: 'late',
  adapted: 'at-risk',
  'not-applicable': 'not-yet-due',
  suggested: 'on-track',
  missing: 'missed',
} as const satisfies Record<ComparedState, string>;

export function ComparedBadge({ state, word }: { state: ComparedState; word: string }) {
  return (
    <span className={`badge tone-${LIKE[state]}`}>
      <VerdictShape verdict={LIKE[state]} />
      {word}
    </span>
  );
}
