import type { AskedTarget, FigureGrid, FigureRow, PeriodRef } from '../../contract/measurements.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';
import { keyOf } from './sheet-cells.ts';
import type { Sheet } from './use-sheet.ts';

type Line = { row: FigureRow; target: AskedTarget; cell: FigureRow['cells'][number] };

/** Every figure of the period on a line of its own: unit, target, both forms, state. What is not kept yet is not in it. */
export function FigureExport({ grid, period, sheet }: { grid: FigureGrid; period: PeriodRef; sheet: Sheet }) {
  const text = useText();
  const words = text.figurePages;
  const lines: Line[] = grid.rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => {
      const target = grid.targets[at];
      return target && cell.asked ? [{ row, target, cell }] : [];
    }),
  );
  const figure = ({ row, cell }: Line) => sheet.cells[keyOf(row.organisation.id, cell.targetId)]?.figure ?? cell.figure;
  const columns: TakenColumn<Line>[] = [
    { title: words.unit, cell: ({ row }) => row.organisation.name },
    { title: text.rollups.indicator, cell: ({ target }) => target.name },
    { title: text.tableExport.unit, cell: ({ target }) => target.figure.unit },
    { title: words.share, cell: ({ cell }) => numberCell(cell.share) },
    { title: text.tableExport.inPeriod, cell: (line) => numberCell(figure(line)?.periodValue) },
    { title: text.tableExport.cumulative, cell: (line) => numberCell(figure(line)?.cumulative) },
    { title: text.tableExport.numerator, cell: (line) => numberCell(figure(line)?.numerator) },
    { title: text.tableExport.denominator, cell: (line) => numberCell(figure(line)?.denominator) },
    { title: words.lastYear, cell: ({ cell }) => numberCell(cell.lastYear) },
    { title: words.estimate, cell: (line) => (figure(line)?.estimated ? text.tableExport.yes : null) },
    {
      title: words.state,
      cell: (line) => {
        const found = figure(line);
        return found ? text.figures.states[found.state] : text.rollups.noFigure;
      },
    },
    { title: words.note, cell: (line) => figure(line)?.note ?? null },
    { title: words.saidBy, cell: (line) => figure(line)?.saidBy ?? null },
    { title: text.tableExport.sentOn, cell: (line) => dateCell(figure(line)?.at) },
  ];
  return (
    <TableExport
      title={`${words.title}, ${words.period(period)}`}
      lines={[grid.movement.title, grid.movement.organisation.name]}
      columns={columns}
      rows={lines}
    />
  );
}
