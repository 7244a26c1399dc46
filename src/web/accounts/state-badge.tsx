import type { AccountState } from '../../core/rules/accounts.ts';
import { useText } from '../language.tsx';

const TONES: Record<AccountState, string> = {
  active: 'done',
  invited: 'at-risk',
  'without-post': 'no-data',
  disabled: 'late',
};

/** How an account stands, in a word. */
export function StateBadge({ state }: { state: AccountState }) {
  const words = useText().accounts.states;
  return <span className={`badge tone-${TONES[state]}`}>{words[state]}</span>;
}
