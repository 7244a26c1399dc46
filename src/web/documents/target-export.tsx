import type { DraftTarget } from '../../contract/documents.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';

/** The targets of a paper as they were read and checked so far. */
export function DraftTargetExport({ targets }: { targets: readonly DraftTarget[] }) {
  const text = useText();
  const words = text.workroom.reading;
  const columns: TakenColumn<DraftTarget>[] = [
    { title: words.target, cell: ({ name }) => name },
    {
      title: text.movements.fields.domain,
      cell: ({ domain }) =>
        domain === null ? null : text.movements.domains[domain as keyof typeof text.movements.domains],
    },
    { title: text.workroom.movements.goal, cell: ({ figure }) => figure && text.movements.figure(figure) },
    { title: text.tableExport.unit, cell: ({ figure }) => figure?.unit ?? null },
    {
      title: `${text.workroom.movements.goal} (${text.tableExport.number})`,
      cell: ({ figure }) => numberCell(figure?.value),
    },
    { title: words.dueOn, cell: ({ dueOn }) => dateCell(dueOn) },
    { title: text.workroom.movements.lead, cell: ({ owner }) => owner },
  ];
  return <TableExport title={words.tabs.targets} columns={columns} rows={targets} />;
}
