import type { ListedRequest } from '../../contract/data-requests.ts';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport, type TakenColumn } from '../table-export.tsx';

/** Requests with who asked, until when, how many sent and who has not. */
export function RequestListExport({ requests }: { requests: readonly ListedRequest[] }) {
  const text = useText();
  const words = text.dataRequests;
  const columns: TakenColumn<ListedRequest>[] = [
    { title: words.request, cell: ({ title }) => title },
    { title: text.figurePages.unit, cell: ({ organisation }) => organisation.name },
    { title: words.due, cell: ({ dueOn }) => dateCell(dueOn) },
    { title: text.tableExport.asked, cell: ({ asked }) => numberCell(asked) },
    { title: text.tableExport.reported, cell: ({ sent }) => numberCell(sent) },
    { title: text.tableExport.missing, cell: ({ missing }) => missing.join(', ') },
    { title: words.closed, cell: ({ closedAt }) => dateCell(closedAt) },
  ];
  return <TableExport title={words.title} columns={columns} rows={requests} />;
}
