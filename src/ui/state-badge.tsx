import type { MovementState, TaskState } from '../core/rules/movements.ts';

const SHAPES: Record<MovementState | TaskState, string> = {
  upcoming: 'M6 1.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4z',
  running: 'M1.5 6h8M6.5 2.8L9.8 6 6.5 9.2',
  ended: 'M2.5 2.5h7v7h-7z',
  archived: 'M1.5 2.5h9v2h-9zM2.5 4.5v5h7v-5M5 7h2',
  'to-do': 'M6 1.8a4.2 4.2 0 100 8.4 4.2 4.2 0 000-8.4z',
  'in-progress': 'M1.5 6h8M6.5 2.8L9.8 6 6.5 9.2',
  done: 'M1.5 6.5l3 3L10.5 3',
  cancelled: 'M2 6h8',
};

const TONES: Record<MovementState | TaskState, string> = {
  upcoming: 'upcoming',
  running: 'running',
  ended: 'ended',
  archived: 'archived',
  'to-do': 'upcoming',
  'in-progress': 'running',
  done: 'done',
  cancelled: 'ended',
};

/** Where a movement or a task stands, as shape, colour and word. */
export function StateBadge({ state, word }: { state: MovementState | TaskState; word: string }) {
  return (
    <span className={`badge tone-${TONES[state]}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path
          d={SHAPES[state]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {word}
    </span>
  );
}
