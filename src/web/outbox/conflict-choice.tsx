import { Button } from '@mantine/core';
import type { FigureCell } from '../../contract/measurements.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { change, takeOut } from '../outbox.ts';
import { keepMine, type WaitingFigures } from '../outbox-items.ts';
import { sendOutbox } from '../outbox-sender.ts';

const figureWords = (figure: FigureCell | null): string | null => {
  if (figure === null) return null;
  if (figure.numerator !== null && figure.denominator !== null)
    return `${formatDecimal(figure.numerator)}/${formatDecimal(figure.denominator)}`;
  return figure.entered === null ? null : formatDecimal(figure.entered);
};

/** Both figures of one cell side by side, to choose. */
export function ConflictChoice({ one, theirs }: { one: WaitingFigures; theirs: FigureCell | null }) {
  const words = useText().offline;
  const mine = async () => {
    await change(() => keepMine(one, newActionId()));
    await sendOutbox();
  };
  return (
    <>
      <dl className="outbox-both">
        <dt>{words.mine}</dt>
        <dd>{one.cells.map(({ typed }) => (typed === '' ? words.empty : typed)).join(', ')}</dd>
        <dt>{words.theirs}</dt>
        <dd>{figureWords(theirs) ?? words.empty}</dd>
      </dl>
      <Button size="compact-sm" variant="default" onClick={() => void takeOut(one.id)}>
        {words.takeTheirs}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void mine()}>
        {words.keepMine}
      </Button>
    </>
  );
}
