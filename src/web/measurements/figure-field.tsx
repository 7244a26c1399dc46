import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { AskedTarget, FigureCell, FigureGrid, FigureRow } from '../../contract/measurements.ts';
import { shownFigure, typedOnce } from '../../core/rules/figure-entry.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import type { Text } from '../../core/text/vi.ts';
import { useText } from '../language.tsx';
import { EvidenceClip } from './evidence.tsx';
import { FigureDetails } from './figure-details.tsx';
import { ReviewFigure } from './review.tsx';
import { type CellKey, keyOf, type SheetCell, wantsReason } from './sheet-cells.ts';
import { TickDialog } from './tick-dialog.tsx';
import type { Sheet } from './use-sheet.ts';

type FieldProps = {
  grid: FigureGrid;
  target: AskedTarget;
  row: FigureRow;
  cell: FigureRow['cells'][number];
  sheet: Sheet;
  /** Last year's figure stands below it, where it has no column of its own. */
  withLastYear?: boolean;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onPaste: (event: React.ClipboardEvent<HTMLInputElement>) => void;
};

/** One cell: the figure, its state beside it, and below it what is wrong or wants a choice. */
export function FigureField({ grid, target, row, cell, sheet, withLastYear = false, onKeyDown, onPaste }: FieldProps) {
  const text = useText();
  const words = text.figurePages;
  const [ticking, setTicking] = useState(false);
  const key = keyOf(row.organisation.id, cell.targetId);
  const state = sheet.cells[key];
  if (!state) return null;
  const { figure, faults, conflict } = state;
  const name = `${target.name}, ${row.organisation.name}`;
  const about = `about-${key.replace(' ', '-')}`;
  const wrong = faults.length > 0 || conflict !== null;
  const mayChange = row.mayEnter && grid.closed === null && (figure?.state !== 'approved' || grid.mayApprove);
  return (
    <div className="sheet-cell">
      {mayChange ? (
        <input
          className={wrong ? 'sheet-input sheet-wrong' : 'sheet-input'}
          data-cell={key}
          inputMode={target.asFraction ? 'text' : 'decimal'}
          autoComplete="off"
          maxLength={60}
          aria-label={name}
          aria-invalid={wrong}
          aria-describedby={about}
          placeholder={target.asFraction ? '7/8' : ''}
          title={target.asFraction ? words.fractionHint : undefined}
          value={state.typed}
          onChange={(event) => sheet.type(key, event.currentTarget.value)}
          onBlur={() => void sheet.keep([key])}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      ) : (
        <span className="sheet-value">{shownFigure(figure) === '' ? '—' : shownFigure(figure)}</span>
      )}
      <span className="sheet-extras no-print">
        <FigureDetails
          name={name}
          grid={grid}
          cell={state}
          mayChange={mayChange}
          keep={(around) => sheet.amend(key, around)}
        />
        <EvidenceClip grid={grid} target={target} row={row} sheet={sheet} />
        <ReviewFigure row={row} figure={figure} name={name} />
      </span>
      {target.things.length > 0 && row.mayEnter && grid.closed === null ? (
        <>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={text.targetDetails.tickOf(name)}
            disabled={figure?.state === 'approved' && !grid.mayApprove}
            onClick={() => setTicking(true)}
          >
            {text.targetDetails.tick}
          </Button>
          {ticking ? (
            <TickDialog
              grid={grid}
              target={target}
              row={row}
              cell={cell}
              sheet={sheet}
              close={() => setTicking(false)}
            />
          ) : null}
        </>
      ) : null}
      <div id={about} className="sheet-about">
        {withLastYear && cell.lastYear !== null ? (
          <small className="quiet">{words.details.lastYear(formatDecimal(cell.lastYear))}</small>
        ) : null}
        {figure && figure.missingNames.length > 0 ? (
          <small className="sheet-doubt">{text.targetDetails.missing(figure.missingNames.join(', '))}</small>
        ) : null}
        <FigureWords
          state={state}
          addsUp={target.addsUp}
          choose={(typed) => void sheet.fill(new Map([[key, typed]]))}
        />
        <ApprovedDeeds at={key} state={state} sheet={sheet} />
        {conflict === null ? null : (
          <span className="sheet-fault" role="alert">
            {conflictWords(text, conflict.theirs)}{' '}
            <Button size="compact-xs" variant="default" onClick={() => void sheet.choose(key, false)}>
              {words.takeTheirs}
            </Button>{' '}
            {conflict.theirs?.state === 'approved' && !grid.mayApprove ? null : (
              <Button size="compact-xs" variant="default" onClick={() => void sheet.choose(key, true)}>
                {words.keepMine}
              </Button>
            )}
          </span>
        )}
      </div>
    </div>
  );
}

/** What somebody else did meanwhile: entered another figure, took it away, sent it back, approved it. */
function conflictWords(text: Text, theirs: FigureCell | null): string {
  const words = text.figurePages;
  const value = shownFigure(theirs);
  if (theirs === null || value === '') return words.conflictEmpty(theirs?.byPost ?? '');
  if (theirs.state === 'approved') return words.conflictApproved(value);
  if (theirs.state === 'returned' && theirs.returnedReason) return words.conflictReturned(value, theirs.returnedReason);
  return words.conflict(value, theirs.byPost);
}

/** What can be done where an approved figure was typed over: say why, or let it stand. */
function ApprovedDeeds({ at, state, sheet }: { at: CellKey; state: SheetCell; sheet: Sheet }) {
  const words = useText().figurePages.correction;
  const wants = wantsReason(state);
  if (!wants && !state.faults.some((fault) => fault === 'approved' || fault === 'correction-empty')) return null;
  return (
    <span className="sheet-fault">
      {/* The field shows the approved figure again: what was typed would be gone. */}
      {state.faults.includes('approved') && state.typed.trim() !== '' ? `${words.typed(state.typed)} ` : null}
      {wants ? (
        <Button size="compact-xs" variant="default" onClick={() => sheet.askReason(true)}>
          {words.give}
        </Button>
      ) : null}{' '}
      <Button size="compact-xs" variant="default" onClick={() => void sheet.leave([at])}>
        {words.leave}
      </Button>
    </span>
  );
}

/** State, the other form of the figure, doubts and faults of a cell, in words. */
function FigureWords({
  state,
  addsUp,
  choose,
}: {
  state: SheetCell;
  addsUp: boolean;
  choose: (typed: string) => void;
}) {
  const text = useText();
  const words = text.figurePages;
  const { figure, faults, readings, waiting } = state;
  const other =
    figure === null || !addsUp
      ? null
      : figure.enteredAs === 'period'
        ? (['cumulative', figure.cumulative] as const)
        : (['period', figure.periodValue] as const);
  return (
    <>
      {faults.map((fault) => (
        <span key={fault} className="sheet-fault" role="alert">
          {text.figures.faults[fault]}
        </span>
      ))}
      {readings.length > 1 ? (
        <span className="sheet-fault">
          {words.chooseReading}{' '}
          {readings.map((reading) => (
            <Button key={reading} size="compact-xs" variant="default" onClick={() => choose(typedOnce(reading))}>
              {formatDecimal(reading)}
            </Button>
          ))}
        </span>
      ) : null}
      {waiting ? <small className="figure-state figure-waiting">{text.offline.waitingCell}</small> : null}
      {figure === null || waiting ? null : (
        <small className={`figure-state figure-${figure.state}`}>
          {text.figures.states[figure.state]}
          {figure.estimated ? ` · ${words.estimate.toLowerCase()}` : ''}
          {other?.[1] ? ` · ${words.otherForm(text.figures.enteredAs[other[0]], formatDecimal(other[1]))}` : ''}
          {figure.saidBy ? ` · ${words.saidByShown(figure.saidBy)}` : ''}
        </small>
      )}
      {state.note.trim() === '' ? null : <small className="sheet-note">{state.note}</small>}
      {figure?.correctionReason ? (
        <small className="sheet-note">{words.details.corrected(figure.correctionReason)}</small>
      ) : null}
      {figure?.returnedReason ? (
        <span className="sheet-fault">{words.details.returned(figure.returnedReason)}</span>
      ) : null}
      {figure?.doubts.map((doubt) => (
        <span key={doubt} className="sheet-doubt">
          {text.figures.doubts[doubt]}
        </span>
      ))}
    </>
  );
}
