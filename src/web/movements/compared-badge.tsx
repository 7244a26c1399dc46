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

type Props = {
  state: ComparedState;
  /** Said to be answered, though the figures cannot be set beside each other: nobody knows whether it is enough. */
  unweighed?: boolean;
  word: string;
};

export function ComparedBadge({ state, unweighed = false, word }: Props) {
  const like = unweighed ? 'no-data' : LIKE[state];
  return (
    <span className={`badge tone-${like}`}>
      <VerdictShape verdict={like} />
      {word}
    </span>
  );
}
