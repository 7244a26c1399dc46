import { Button } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import {
  closePeriod,
  type FigureGrid,
  type FigureRow,
  reopenPeriod,
  submitFigures,
} from '../../contract/measurements.ts';
import { ActErrorNote } from '../act-error.tsx';
import { CallOffline, call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { onAnswered, putInOutbox } from '../outbox.ts';
import type { Waiting } from '../outbox-items.ts';
import { sendOutbox } from '../outbox-sender.ts';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { ReviewAll } from './review.tsx';
import { hasToSend } from './sheet-cells.ts';
import type { Sheet } from './use-sheet.ts';

/** What can be done with the figures as they stand. */
export function Deeds({ grid, sheet }: { grid: FigureGrid; sheet: Sheet }) {
  const text = useText();
  const words = text.figurePages;
  const { busy, error, run } = useAct();
  const [sending, setSending] = useState(false);
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null);
  const { movement, period, rows } = grid;
  const waits = (row: FigureRow) => sheet.waiting.filter(({ place }) => place.organisationId === row.organisation.id);
  const toSend = rows.filter(
    (row) =>
      row.mayEnter &&
      (hasToSend(row, sheet.cells) || waits(row).some(({ is }) => is === 'figures')) &&
      !waits(row).some(({ is }) => is === 'send'),
  );
  const sendLater = async (row: FigureRow, entry: Partial<Waiting>) => {
    await putInOutbox({ ...sheet.entryFor(row.organisation.id), ...entry, is: 'send' });
    sayDone(text.offline.sendLater);
    await sendOutbox();
  };
  const send = async (row: FigureRow) => {
    // On a telephone its keyboard goes with the field that was typed in.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    setSending(true);
    const { kept, waits: waiting } = await sheet.finish(row.organisation.id).finally(() => setSending(false));
    if (!kept) return;
    if (waiting) return sendLater(row, {});
    const done = await run(async (actionId) => {
      try {
        return await call(submitFigures, { ...where, actionId, organisationId: row.organisation.id });
      } catch (error) {
        if (!(error instanceof CallOffline)) throw error;
        // It may have arrived all the same: the same deed goes again.
        await sendLater(row, { id: actionId, tried: true });
        return { sent: 0 };
      }
    });
    if (done && done.sent > 0) sayDone(words.sent(done.sent));
    if (done === null || done.sent > 0) await revalidate();
  };
  useEffect(
    () =>
      onAnswered(({ sent: entry }) => {
        if (entry.is === 'send' && entry.place.movementId === movement.id) void revalidate();
      }),
    [movement.id, revalidate],
  );
  if (period === null) return null;
  const where = { movementId: movement.id, from: period.from, until: period.until };
  const reload = (sentence: string) => {
    sayDone(sentence);
    void revalidate();
  };
  return (
    <div className="sheet-deeds no-print">
      <ReviewAll className="review-all" />
      {grid.closed === null
        ? toSend.map((row) => (
            <Button
              key={row.organisation.id}
              loading={busy || sending}
              // What was just sent back is its unit's to send again.
              variant={grid.mayApprove && !hasToSend(row, sheet.cells, ['draft']) ? 'default' : 'filled'}
              // Leaving the field would move the page under the finger: the press itself keeps what was typed.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void send(row)}
            >
              {rows.length === 1 ? words.send : words.sendOf(row.organisation.name)}
            </Button>
          ))
        : null}
      {grid.mayClose && grid.closed === null ? (
        <Button variant="default" leftSection={<IconLock size={16} />} onClick={() => setAsking('close')}>
          {words.close}
        </Button>
      ) : null}
      {grid.mayClose && grid.closed !== null ? (
        <Button variant="default" leftSection={<IconLockOpen size={16} />} onClick={() => setAsking('reopen')}>
          {words.reopen}
        </Button>
      ) : null}
      <ActErrorNote error={error} />
      <Confirm
        opened={asking === 'close'}
        close={() => setAsking(null)}
        question={`${words.closeAsk} ${words.closeAbout}`}
        deedWord={words.close}
        deed={(actionId) => call(closePeriod, { ...where, actionId, version: grid.closedVersion })}
        done={() => reload(words.closeDone)}
      />
      <Confirm
        opened={asking === 'reopen'}
        close={() => setAsking(null)}
        question={words.reopenAsk}
        deedWord={words.reopen}
        reasonWord={words.reopenReason}
        reasonNeeded
        deed={(actionId, reason) =>
          call(reopenPeriod, { ...where, actionId, version: grid.closedVersion, reason: reason ?? '' })
        }
        done={() => void revalidate()}
      />
    </div>
  );
}
