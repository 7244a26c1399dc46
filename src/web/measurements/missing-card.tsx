import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { FigureGrid, PeriodRef } from '../../contract/measurements.ts';
import { useText } from '../language.tsx';
import { othersOf } from '../others.ts';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';

/** Who has not sent, and the reminder that people paste into their group. */
export function MissingCard({ grid, period }: { grid: FigureGrid; period: PeriodRef }) {
  const text = useText();
  const words = text.figurePages;
  const { person, today } = useSession();
  const [refused, setRefused] = useState(false);
  const { missing, movement, dueOn } = grid;
  if (grid.closed !== null) return null;
  if (missing.length === 0) return <p className="quiet">{words.missingNone}</p>;
  const others = othersOf(missing, person.organisation.id);
  const reminder = words.urge({
    movement: movement.title,
    period,
    dueOn,
    missing: others.map(({ name }) => name),
    from: `${person.post}, ${person.organisation.name}`,
    today,
  });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reminder);
      sayDone(words.copied);
    } catch {
      // No clipboard over plain HTTP: the text is shown to be copied by hand.
      setRefused(true);
    }
  };
  return (
    <section className="card missing-card no-print" aria-labelledby="missing-head">
      <div className="missing-head">
        <h2 id="missing-head">{words.missingTitle(missing.length)}</h2>
        {others.length > 0 ? (
          <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => void copy()}>
            {words.copyZalo}
          </Button>
        ) : null}
      </div>
      <p>{missing.map(({ name }) => name).join(', ')}</p>
      {refused ? <Textarea label={words.copyFailed} readOnly autosize value={reminder} /> : null}
    </section>
  );
}
