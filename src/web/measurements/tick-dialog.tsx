import { Checkbox, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { AskedTarget, FigureGrid, FigureRow } from '../../contract/measurements.ts';
import { holdsOn, ratioTicked } from '../../core/rules/target-details.ts';
import { formatDate } from '../../core/text/dates.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { putInOutbox } from '../outbox.ts';
import { sendOutbox } from '../outbox-sender.ts';
import { keyOf, toSend } from './sheet-cells.ts';
import type { Sheet } from './use-sheet.ts';

type Props = {
  grid: FigureGrid;
  target: AskedTarget;
  row: FigureRow;
  cell: FigureRow['cells'][number];
  sheet: Sheet;
  close: () => void;
};

/** Counts a ratio by ticking its list: what holds its title stands ticked before anybody has said anything. */
export function TickDialog({ grid, target, row, cell, sheet, close }: Props) {
  const text = useText();
  const words = text.targetDetails;
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const approved = cell.figure?.state === 'approved';
  const until = grid.period?.until ?? '';
  const waiting = ticksWaiting(sheet, row, target);
  const earlier = waiting ?? cell.figure?.ticked ?? [];
  const [ticked, setTicked] = useState<readonly string[]>(
    waiting || earlier.length > 0 || cell.figure
      ? earlier
      : target.things.filter((thing) => holdsOn(thing, until)).map(({ id }) => id),
  );
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const key = keyOf(row.organisation.id, target.id);
    const known = sheet.cells[key];
    if (!known) return;
    const ratio = ratioTicked(target.things, ticked);
    const typed = `${ratio.numerator}/${ratio.denominator}`;
    // The field of the cell says it too, so that the answer is taken for what stands there.
    sheet.type(key, typed);
    const figure = toSend(target.id, known, { value: null, ...ratio }, approved ? reason.trim() : null);
    setBusy(true);
    try {
      // Like whatever is typed: kept first, then sent, with a network or without.
      await putInOutbox({
        ...sheet.entryFor(row.organisation.id),
        is: 'figures',
        saidBy: sheet.saidBy.trim() === '' ? null : sheet.saidBy.trim(),
        cells: [
          {
            cell: { ...figure, things: [...ticked] },
            target: target.name,
            typed,
          },
        ],
      });
      await sendOutbox();
      await revalidator.revalidate();
      close();
    } finally {
      setBusy(false);
    }
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
        {approved ? (
          <Textarea
            label={text.figurePages.correction.reason}
            description={text.figurePages.correction.reasonHint}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <DialogEnd
          error={null}
          busy={busy}
          close={close}
          word={approved ? text.figurePages.correction.deed : words.save}
          ready={!approved || reason.trim() !== ''}
        />
      </form>
    </Modal>
  );
}

/** What was ticked and waits to be sent; null where nothing does. */
function ticksWaiting(sheet: Sheet, row: FigureRow, target: AskedTarget): readonly string[] | null {
  const cells = sheet.waiting.flatMap((one) =>
    one.is === 'figures' && one.place.organisationId === row.organisation.id ? one.cells : [],
  );
  return cells.findLast(({ cell }) => cell.targetId === target.id)?.cell.things ?? null;
}
