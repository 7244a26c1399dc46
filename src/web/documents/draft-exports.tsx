import type { DraftCitation, DraftRecipient, DraftReportDue, DraftTask } from '../../contract/documents.ts';
import type { ReadingContent } from '../../contract/reading.ts';
import { useText } from '../language.tsx';
import { dateCell, TableExport } from '../table-export.tsx';

/** The tables of a paper as they were read and checked so far, to be taken away; rows left out stay out. */

const kept = <Row extends { kept: boolean }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.kept);

export function DraftTaskExport({ tasks }: { tasks: readonly DraftTask[] }) {
  const text = useText();
  const words = text.workroom.reading;
  return (
    <TableExport
      title={words.tabs.tasks}
      columns={[
        { title: words.task, cell: ({ content }: DraftTask) => content },
        { title: words.assignee, cell: ({ assignee }) => assignee },
        { title: words.role, cell: ({ role }) => text.movements.dutyRoles[role] },
        {
          title: words.dueRelation,
          cell: ({ dueRelation }) => dueRelation && text.movements.dueRelations[dueRelation],
        },
        { title: words.dueOn, cell: ({ dueOn }) => dateCell(dueOn) },
      ]}
      rows={kept(tasks)}
    />
  );
}

export function DraftCitationExport({ citations }: { citations: readonly DraftCitation[] }) {
  const words = useText().workroom.reading;
  return (
    <TableExport
      title={words.tabs.citations}
      columns={[
        { title: words.kind, cell: ({ kind }: DraftCitation) => kind },
        { title: words.number, cell: ({ numberSymbol }) => numberSymbol },
        { title: words.issuer, cell: ({ issuer }) => issuer },
        { title: words.date, cell: ({ date }) => dateCell(date) },
        { title: words.subject, cell: ({ subject }) => subject },
        { title: words.citationRole, cell: ({ role }) => words.roles[role] },
      ]}
      rows={kept(citations)}
    />
  );
}

export function DraftDueExport({ reportDue }: { reportDue: readonly DraftReportDue[] }) {
  const text = useText();
  const words = text.workroom.reading;
  return (
    <TableExport
      title={words.tabs.dues}
      columns={[
        {
          title: words.dueRelation,
          cell: ({ relation }: DraftReportDue) => relation && text.movements.dueRelations[relation],
        },
        { title: words.dueOn, cell: ({ on }) => dateCell(on) },
        { title: words.to, cell: ({ to }) => to },
        { title: words.via, cell: ({ via }) => via },
      ]}
      rows={kept(reportDue)}
    />
  );
}

export function DraftRecipientExport({ recipients }: { recipients: readonly DraftRecipient[] }) {
  const words = useText().workroom.reading;
  return (
    <TableExport
      title={words.tabs.recipients}
      columns={[{ title: words.recipient, cell: (row: DraftRecipient) => row.text }]}
      rows={kept(recipients)}
    />
  );
}

/** What the checker says, for whoever wrote the paper. */
export function FindingExport({ findings }: Pick<ReadingContent, 'findings'>) {
  const text = useText();
  const words = text.workroom.reading;
  return (
    <TableExport
      title={words.tabs.findings}
      columns={[
        {
          title: text.tableExport.severity,
          cell: ({ severity }: ReadingContent['findings'][number]) => words.severities[severity],
        },
        { title: words.finding, cell: ({ message }) => message },
        { title: text.tableExport.code, cell: ({ rule }) => rule },
        { title: text.tableExport.quote, cell: ({ quote }) => quote },
        { title: words.suggestion, cell: ({ suggestion }) => suggestion },
      ]}
      rows={findings}
    />
  );
}
