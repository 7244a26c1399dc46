import type { Obstacle } from '../../contract/obstacles.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';

/** The list as a report needs it: by domain, each with its answer, its owner and its state. */
export function ObstacleExport({ rows, lines }: { rows: readonly Obstacle[]; lines: readonly (string | null)[] }) {
  const text = useText();
  const words = text.obstacles;
  const columns: TakenColumn<Obstacle>[] = [
    { title: words.domain, cell: ({ domain }) => (domain === null ? words.noDomain : text.movements.domains[domain]) },
    { title: words.unit, cell: ({ organisation }) => organisation.name },
    { title: words.period, cell: ({ period }) => text.figurePages.period(period) },
    { title: words.movement, cell: ({ movement }) => movement.title },
    { title: words.obstacle, cell: (row) => row.obstacle },
    { title: words.cause, cell: (row) => row.cause },
    { title: words.recommendation, cell: (row) => row.recommendation },
    { title: words.state, cell: ({ answer }) => words.states[answer.state] },
    { title: words.owner, cell: ({ answer }) => answer.owner?.name ?? null },
    { title: words.answer, cell: ({ answer }) => answer.answer },
    { title: words.to, cell: ({ answer }) => answer.to.name },
    { title: words.mergedCount, cell: ({ ofCount }) => (ofCount === 0 ? null : numberCell(ofCount)) },
    { title: text.tableExport.sentOn, cell: ({ at }) => dateCell(at) },
  ];
  return <TableExport title={words.title} lines={lines} columns={columns} rows={rows} />;
}
