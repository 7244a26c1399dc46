import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useRevalidator } from 'react-router';
import { approveFigures, type FigureCell, type FigureGrid, type FigureRow } from '../../contract/measurements.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { decidedOf } from './sheet-cells.ts';
import type { Sheet } from './use-sheet.ts';

type Review = {
  /** Whether one may decide on figures of this sheet now. */
  may: boolean;
  /** Whether what is approved may go back too: a unit that leads a target sends back only what waits. */
  mayReopen: boolean;
  busy: boolean;
  sheet: Sheet;
  rows: readonly FigureRow[];
  approve: (rows: readonly FigureRow[]) => void;
  /** Asks which figures of these units go back and why; `first` is the one somebody pointed at. */
  giveBack: (rows: readonly FigureRow[], first?: FigureCell['id']) => void;
};
const Around = createContext<Review | null>(null);

/** Figures of a unit that wait for a yes or a no, as they stand by now. */
export const sentOf = (row: FigureRow, sheet: Sheet): FigureCell[] =>
  decidedOf(row, sheet.cells).filter(({ state }) => state === 'submitted');

/** Duyệt, trả lại: offered beside each unit and each figure, and for all at once. */
export function ReviewAround({ grid, sheet, children }: { grid: FigureGrid; sheet: Sheet; children: ReactNode }) {
  const words = useText().figurePages;
  const { busy, error, run } = useAct();
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState<{ rows: readonly FigureRow[]; first: FigureCell['id'] | null } | null>(null);
  const approve = async (rows: readonly FigureRow[]) => {
    const figures = rows.flatMap((row) => sentOf(row, sheet)).map(({ id, version }) => ({ id, version }));
    const done = await run((actionId) => call(approveFigures, { movementId: grid.movement.id, actionId, figures }));
    if (done) sayDone(done.stale.length > 0 ? words.staleLeft(done.stale.length) : words.approved(done.approved));
    await revalidate();
  };
  const review: Review = {
    may: grid.closed === null && grid.rows.some(({ cells }) => cells.some(({ mayApprove }) => mayApprove)),
    mayReopen: grid.mayApprove,
    busy,
    sheet,
    rows: grid.rows,
    approve: (rows) => void approve(rows),
    giveBack: (rows, first) => setAsking({ rows, first: first ?? null }),
  };
  return (
    <Around value={review}>
      <ActErrorNote error={error} />
      {children}
      {asking ? (
        <ReturnDialog grid={grid} sheet={sheet} {...asking} close={() => setAsking(null)} done={revalidate} />
      ) : null}
    </Around>
  );
}

/** Approves all that wait, or chooses what goes back. */
export function ReviewAll({ className }: { className: string }) {
  const words = useText().figurePages;
  const review = useContext(Around);
  if (!review?.may) return null;
  const waiting = review.rows.flatMap((row) => sentOf(row, review.sheet)).length;
  const approved =
    review.mayReopen &&
    review.rows.some((row) => decidedOf(row, review.sheet.cells).some(({ state }) => state === 'approved'));
  if (waiting === 0 && !approved) return null;
  return (
    <div className={className}>
      {waiting > 0 ? (
        <Button loading={review.busy} onClick={() => review.approve(review.rows)}>
          {words.approveAll(waiting)}
        </Button>
      ) : null}
      <Button variant="default" onClick={() => review.giveBack(review.rows)}>
        {words.giveBackChoose}
      </Button>
    </div>
  );
}

/** The same for one unit, where its figures stand. */
export function ReviewUnit({ row }: { row: FigureRow }) {
  const words = useText().figurePages;
  const review = useContext(Around);
  const waiting = review?.may ? sentOf(row, review.sheet).length : 0;
  if (!review || waiting === 0) return null;
  const { name } = row.organisation;
  return (
    <span className="review-unit no-print">
      <Button
        size="compact-sm"
        leftSection={<IconCheck size={14} />}
        loading={review.busy}
        aria-label={words.approveOf(waiting, name)}
        onClick={() => review.approve([row])}
      >
        {words.approveSome(waiting)}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${words.giveBack}: ${name}`}
        onClick={() => review.giveBack([row])}
      >
        {words.giveBack}
      </Button>
    </span>
  );
}

/** Sends one figure back, right where it is seen to be wrong. */
export function ReviewFigure({ row, figure, name }: { row: FigureRow; figure: FigureCell | null; name: string }) {
  const words = useText().figurePages;
  const review = useContext(Around);
  if (!review?.may || figure?.state !== 'submitted' || !sentOf(row, review.sheet).includes(figure)) return null;
  return (
    <button type="button" className="evidence-clip" onClick={() => review.giveBack([row], figure.id)}>
      <IconArrowBackUp size={15} aria-hidden="true" /> {words.giveBack}
      <span className="visually-hidden">{` ${name}`}</span>
    </button>
  );
}
