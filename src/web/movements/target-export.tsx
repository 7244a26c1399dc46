import type { TargetView } from '../../contract/movements.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';
import { ownerOf } from '../target-line.tsx';

/** The targets as they are filtered, with what was planned and what is reached as numbers. */
export function TargetExport({ movement, targets }: { movement: string; targets: readonly TargetView[] }) {
  const text = useText();
  const words = text.workroom.movements;
  const columns: TakenColumn<TargetView>[] = [
    { title: words.targets, cell: ({ name }) => name },
    {
      title: text.movements.fields.domain,
      cell: ({ domain }) =>
        domain === null ? null : text.movements.domains[domain as keyof typeof text.movements.domains],
    },
    { title: words.goal, cell: ({ figure }) => figure && text.movements.figure(figure) },
    { title: text.tableExport.unit, cell: ({ figure }) => figure?.unit ?? null },
    { title: `${words.goal} (${text.tableExport.number})`, cell: ({ figure }) => numberCell(figure?.value) },
    { title: words.actual, cell: ({ progress }) => numberCell(progress.actual) },
    { title: text.tableExport.numerator, cell: ({ progress }) => numberCell(progress.numerator) },
    { title: text.tableExport.denominator, cell: ({ progress }) => numberCell(progress.denominator) },
    { title: text.tableExport.asOf, cell: ({ progress }) => dateCell(progress.asOf) },
    { title: text.tableExport.attainment, cell: ({ progress }) => numberCell(progress.attainment) },
    { title: text.tableExport.expected, cell: ({ progress }) => numberCell(progress.expectedAttainment) },
    { title: words.verdict, cell: ({ progress }) => text.movements.verdicts[progress.verdict] },
    { title: text.tableExport.reported, cell: ({ progress }) => numberCell(progress.coverage?.reported) },
    { title: text.tableExport.asked, cell: ({ progress }) => numberCell(progress.coverage?.of) },
    { title: words.lead, cell: ownerOf },
  ];
  return <TableExport title={`${words.tabs.targets}, ${movement}`} columns={columns} rows={targets} />;
}
