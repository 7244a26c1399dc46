import type { BoardIndicator } from '../../contract/rollups.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';

type Line = { indicator: BoardIndicator; period: BoardIndicator['periods'][number] };
type Props = { place: string; year: number; indicators: readonly BoardIndicator[] };

/** All figures of the board, a period a line: what the small bars show is in it too. */
export function BoardExport({ place, year, indicators }: Props) {
  const text = useText();
  const words = text.rollups;
  const taken = text.tableExport;
  const columns: TakenColumn<Line>[] = [
    {
      title: text.movements.fields.domain,
      cell: ({ indicator }) => text.movements.domains[indicator.domain as keyof typeof text.movements.domains] ?? null,
    },
    { title: words.indicator, cell: ({ indicator }) => indicator.name },
    { title: taken.unit, cell: ({ indicator }) => indicator.unit },
    { title: text.figurePages.periodWord, cell: ({ period }) => text.figurePages.period(period) },
    { title: taken.from, cell: ({ period }) => dateCell(period.from) },
    { title: taken.until, cell: ({ period }) => dateCell(period.until) },
    { title: words.figure, cell: ({ period }) => numberCell(period.value) },
    { title: taken.numerator, cell: ({ period }) => numberCell(period.numerator) },
    { title: taken.denominator, cell: ({ period }) => numberCell(period.denominator) },
    { title: taken.estimate, cell: ({ period }) => (period.estimated ? taken.yes : null) },
    { title: words.own, cell: ({ period }) => (period.own ? taken.yes : null) },
    { title: taken.reported, cell: ({ period }) => numberCell(period.own ? null : period.reported) },
    { title: taken.asked, cell: ({ period }) => numberCell(period.own ? null : period.asked) },
    { title: words.assumed, cell: ({ indicator }) => (indicator.rollUpAssumed ? taken.yes : null) },
  ];
  return (
    <TableExport
      title={`${words.title}, ${place}, ${year}`}
      columns={columns}
      rows={indicators.flatMap((indicator) => indicator.periods.map((period) => ({ indicator, period })))}
    />
  );
}
