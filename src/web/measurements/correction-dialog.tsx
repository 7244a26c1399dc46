import { Button, Group, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { FigureGrid } from '../../contract/measurements.ts';
import { shownFigure } from '../../core/rules/figure-entry.ts';
import { useText } from '../language.tsx';
import { partsOf } from './sheet-cells.ts';
import type { Sheet } from './use-sheet.ts';

/** All of them are corrected; so many are named. */
const MOST_NAMED = 30;

/** Điều chỉnh: asks why approved figures become other ones, and names each before it happens. */
export function CorrectionDialog({ grid, sheet }: { grid: FigureGrid; sheet: Sheet }) {
  const text = useText();
  const words = text.figurePages.correction;
  const [reason, setReason] = useState('');
  const { correcting } = sheet;
  const correct = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    void sheet.correct(reason.trim());
    setReason('');
  };
  const leave = () => {
    sheet.askReason(false);
    void sheet.leave(correcting);
  };
  return (
    <Modal
      opened={sheet.askingReason && correcting.length > 0}
      onClose={() => sheet.askReason(false)}
      title={words.title(correcting.length)}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={correct}>
        <ul className="correction-list">
          {correcting.slice(0, MOST_NAMED).map((key) => (
            <Corrected key={key} at={key} grid={grid} sheet={sheet} />
          ))}
        </ul>
        {correcting.length > MOST_NAMED ? <p className="quiet">{words.more(correcting.length - MOST_NAMED)}</p> : null}
        <p className="form-note">{words.about}</p>
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={leave}>
            {words.leave}
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {words.deed}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** Whose figure, of what, and what becomes of it. */
function Corrected({ at, grid, sheet }: { at: Sheet['correcting'][number]; grid: FigureGrid; sheet: Sheet }) {
  const words = useText().figurePages.correction;
  const { organisationId, targetId } = partsOf(at);
  const cell = sheet.cells[at];
  const unit = grid.rows.find(({ organisation }) => organisation.id === organisationId)?.organisation.name ?? '';
  const target = grid.targets.find(({ id }) => id === targetId)?.name ?? '';
  const before = shownFigure(cell?.figure ?? null);
  const after = cell?.typed.trim() ?? '';
  return (
    <li>
      {target}, {unit}: <b>{before === after ? words.around(after) : words.change(before, after)}</b>
    </li>
  );
}
