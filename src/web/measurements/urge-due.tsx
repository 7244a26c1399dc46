import { type DueFigures, getFigureGrid } from '../../contract/measurements.ts';
import { call } from '../call.ts';
import { CopyText } from '../copy-text.tsx';
import { useText } from '../language.tsx';
import { othersOf } from '../others.ts';
import { useSession } from '../session.tsx';

/** Copies who has not sent figures of a period that is due, asked for when it is pressed. */
export function UrgeDue({ due }: { due: DueFigures }) {
  const words = useText().figurePages;
  const { person, today } = useSession();
  const { movement, period } = due;
  const urge = async () => {
    const { from, until } = period;
    const grid = await call(getFigureGrid, { movementId: movement.id, from, until });
    const missing = othersOf(grid.missing, person.organisation.id).map(({ name }) => name);
    const sender = `${person.post}, ${person.organisation.name}`;
    return words.urge({ movement: movement.title, period, dueOn: due.dueOn, missing, from: sender, today });
  };
  return (
    <CopyText
      quiet
      word={words.copyZalo}
      label={`${words.copyZalo}: ${movement.title}, ${words.period(period)}`}
      content={urge}
    />
  );
}
