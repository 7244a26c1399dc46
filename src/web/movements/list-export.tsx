import { listMovements, type MovementRow } from '../../contract/movements.ts';
import { VERDICTS } from '../../core/rules/progress.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { dateCell, everyPage, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';
import { type ListFilters, toQuestion } from './list-filters.ts';

/** All movements that the filters find, over all pages. */
export function MovementExport({ filters }: { filters: ListFilters }) {
  const text = useText();
  const words = text.workroom.movements;
  const chosen = [
    filters.words,
    filters.year === null ? '' : String(filters.year),
    filters.kind === null ? '' : text.movements.kinds[filters.kind],
    filters.state === null ? '' : text.movements.states[filters.state],
  ].filter((word) => word !== '');
  const columns: TakenColumn<MovementRow>[] = [
    { title: words.name, cell: ({ title }) => title },
    { title: words.kind, cell: ({ kind }) => text.movements.kinds[kind] },
    { title: words.launcher, cell: ({ organisation }) => organisation.name },
    { title: words.number, cell: ({ numberSymbol }) => numberSymbol },
    { title: words.state, cell: ({ state }) => text.movements.states[state] },
    { title: text.tableExport.from, cell: ({ period }) => dateCell(period.from) },
    { title: text.tableExport.until, cell: ({ period }) => dateCell(period.until) },
    { title: words.targets, cell: ({ counts }) => numberCell(counts.targets) },
    ...VERDICTS.map((verdict) => ({
      title: text.movements.verdicts[verdict],
      cell: ({ progress }: MovementRow) => numberCell(progress[verdict] ?? 0),
    })),
  ];
  return (
    <TableExport
      title={words.title}
      lines={[chosen.length > 0 && text.tableExport.filters(chosen.join(', '))]}
      columns={columns}
      rows={() =>
        everyPage(async (page) => {
          const { movements, total, pageSize } = await call(listMovements, {
            ...toQuestion({ ...filters, tree: false, page }),
            pageSize: 100,
          });
          return { rows: movements, all: total, pageSize };
        })
      }
    />
  );
}
