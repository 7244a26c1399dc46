import type { StandingCell, StatusMap } from '../../contract/rollups.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport } from '../table-export.tsx';

type Line = { unit: string; indicator: StatusMap['indicators'][number]; cell: StandingCell };
type Props = {
  place: string;
  year: number;
  indicators: readonly StatusMap['indicators'][number][];
  units: readonly Pick<StatusMap['units'][number], 'organisation' | 'cells'>[];
};

/** The cells of the map as they are filtered, a line each: to sort and to count further. */
export function MapExport({ place, year, indicators, units }: Props) {
  const text = useText();
  const words = text.rollups;
  const lines: Line[] = units.flatMap(({ organisation, cells }) =>
    indicators.flatMap((indicator, at) => {
      const cell = cells[at] ?? null;
      return cell === null ? [] : [{ unit: organisation.name, indicator, cell }];
    }),
  );
  return (
    <TableExport
      title={`${words.map.title}, ${place}, ${year}`}
      columns={[
        { title: words.map.unit, cell: ({ unit }: Line) => unit },
        { title: words.indicator, cell: ({ indicator }) => indicator.name },
        { title: text.tableExport.unit, cell: ({ indicator }) => indicator.unit },
        { title: text.workroom.movements.verdict, cell: ({ cell }) => text.movements.verdicts[cell.verdict] },
        { title: text.tableExport.attainment, cell: ({ cell }) => numberCell(cell.attainment) },
        { title: text.tableExport.expected, cell: ({ cell }) => numberCell(cell.expectedAttainment) },
        { title: text.tableExport.asOf, cell: ({ cell }) => dateCell(cell.asOf) },
      ]}
      rows={lines}
    />
  );
}
