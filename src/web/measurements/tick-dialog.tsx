import { Checkbox, Modal, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { type AskedTarget, type FigureGrid, type FigureRow, tickFigure } from '../../contract/measurements.ts';
import { holdsOn } from '../../core/rules/target-details.ts';
import { formatDate } from '../../core/text/dates.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { useAct } from '../use-act.ts';

type Props = {
  grid: FigureGrid;
  target: AskedTarget;
  row: FigureRow;
  cell: FigureRow['cells'][number];
  saidBy: string;
  close: () => void;
};

/** Counts a ratio by ticking its list: what holds its title stands ticked before anybody has said anything. */
export function TickDialog({ grid, target, row, cell, saidBy, close }: Props) {
  const text = useText();
  const words = text.targetDetails;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const { period, movement } = grid;
  const until = period?.until ?? '';
  const earlier = cell.figure?.ticked ?? [];
  const [ticked, setTicked] = useState<readonly string[]>(
    earlier.length > 0 || cell.figure
      ? earlier
      : target.things.filter((thing) => holdsOn(thing, until)).map(({ id }) => id),
  );
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!period) return;
    const done = await run((actionId) =>
      call(tickFigure, {
        movementId: movement.id,
        from: period.from,
        until: period.until,
        actionId,
        organisationId: row.organisation.id,
        targetId: target.id,
        version: cell.figure?.version ?? null,
        things: [...ticked],
        saidBy: saidBy.trim() === '' ? null : saidBy.trim(),
      }),
    );
    await revalidator.revalidate();
    if (done !== null) close();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={words.tickOf(target.name)}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <p className="form-note" aria-live="polite">
          <b>{words.ticked(ticked.length, target.things.length)}</b>
        </p>
        <Checkbox.Group value={[...ticked]} onChange={setTicked}>
          <Stack gap={8}>
            {target.things.map((thing) => (
              <Checkbox
                key={thing.id}
                value={thing.id}
                label={thing.name}
                description={
                  holdsOn(thing, until)
                    ? words.holds
                    : thing.heldUntil !== null && thing.heldUntil < until
                      ? words.ended(formatDate(thing.heldUntil))
                      : null
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <DialogEnd error={error} busy={busy} close={close} word={words.save} />
      </form>
    </Modal>
  );
}
