import { Modal, SegmentedControl, Textarea } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { MeasurementId, MovementId } from '../../contract/ids.ts';
import { type FigureEntry, type FigureGrid, getFigureHistory } from '../../contract/measurements.ts';
import { shownFigure } from '../../core/rules/figure-entry.ts';
import { callOrKept } from '../call-or-kept.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import type { Around, SheetCell } from './sheet-cells.ts';

type Props = {
  /** Target and unit, for those who hear it. */
  name: string;
  grid: FigureGrid;
  cell: SheetCell;
  mayChange: boolean;
  keep: (around: Around) => Promise<void>;
};

/** What stands around a figure: whether it is an estimate, its note, and what was entered before. */
export function FigureDetails({ name, grid, cell, mayChange, keep }: Props) {
  const text = useText();
  const words = text.figurePages.details;
  const [opened, setOpened] = useState(false);
  if (!mayChange && cell.figure === null) return null;
  const close = () => setOpened(false);
  return (
    <>
      <button type="button" className="evidence-clip" onClick={() => setOpened(true)}>
        <IconNotes size={15} aria-hidden="true" /> {words.open}
        <span className="visually-hidden">{` ${name}`}</span>
      </button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.title(name)}
        size="lg"
        closeButtonProps={{ 'aria-label': text.frame.close }}
      >
        {mayChange ? <AroundForm cell={cell} keep={keep} close={close} /> : <AroundShown cell={cell} />}
        {cell.figure === null ? null : (
          <Earlier key={cell.figure.version} movementId={grid.movement.id} measurementId={cell.figure.id} />
        )}
      </Modal>
    </>
  );
}

function AroundForm({ cell, keep, close }: Pick<Props, 'cell' | 'keep'> & { close: () => void }) {
  const text = useText();
  const words = text.figurePages.details;
  const [estimated, setEstimated] = useState(cell.estimated);
  const [note, setNote] = useState(cell.note);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void keep({ estimated, note });
    close();
  };
  return (
    <form className="form" noValidate onSubmit={save}>
      <SegmentedControl
        aria-label={words.kind}
        value={estimated ? 'estimate' : 'final'}
        onChange={(value) => setEstimated(value === 'estimate')}
        data={[
          { value: 'final', label: words.final },
          { value: 'estimate', label: words.estimated },
        ]}
      />
      <Textarea
        label={text.figurePages.note}
        description={words.noteHint}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <DialogEnd error={null} busy={false} close={close} word={words.save} />
    </form>
  );
}

function AroundShown({ cell }: Pick<Props, 'cell'>) {
  const words = useText().figurePages.details;
  return (
    <p>
      {cell.estimated ? words.estimated : words.final}
      {cell.note.trim() === '' ? '' : `. ${cell.note}`}
    </p>
  );
}

/** Who entered what before, the newest first. */
function Earlier(of: { movementId: MovementId; measurementId: MeasurementId }) {
  const text = useText();
  const words = text.figurePages.details;
  const { movementId, measurementId } = of;
  const [entries, setEntries] = useState<readonly FigureEntry[] | 'asking' | 'failed'>('asking');
  useEffect(() => {
    const leaving = new AbortController();
    callOrKept(getFigureHistory, { movementId, measurementId }, leaving.signal).then(
      ({ answer }) => setEntries(answer.entries),
      () => leaving.signal.aborted || setEntries('failed'),
    );
    return () => leaving.abort();
  }, [movementId, measurementId]);
  return (
    <section className="figure-earlier" aria-label={words.earlier}>
      <h3>{words.earlier}</h3>
      {entries === 'asking' ? <p className="quiet">{words.asking}</p> : null}
      {entries === 'failed' ? <p className="quiet">{words.failed}</p> : null}
      {typeof entries === 'string' ? null : (
        <ol>
          {entries.map((entry) => (
            <li key={`${entry.at} ${entry.byPost} ${shownFigure(entry)} ${entry.estimated} ${entry.note ?? ''}`}>
              <b>{shownFigure(entry) === '' ? words.emptied : shownFigure(entry)}</b>{' '}
              <span>
                {[
                  entry.estimated ? words.estimated : words.final,
                  text.figures.enteredAs[entry.enteredAs].toLowerCase(),
                  text.figures.states[entry.state].toLowerCase(),
                ].join(' · ')}
              </span>
              <small className="quiet below">
                {words.by(entry.byPost, formatMoment(entry.at))}
                {entry.saidBy === null ? '' : ` · ${text.figurePages.saidByShown(entry.saidBy)}`}
              </small>
              {entry.note === null ? null : <small className="below">{entry.note}</small>}
              {entry.correctionReason ? (
                <small className="below">{words.corrected(entry.correctionReason)}</small>
              ) : null}
              {entry.returnedReason === null ? null : (
                <small className="sheet-fault below">{words.returned(entry.returnedReason)}</small>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
