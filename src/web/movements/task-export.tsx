import type { TaskView } from '../../contract/movements.ts';
import { useText } from '../language.tsx';
import { capitalised } from '../sentence.ts';
import { dateCell, TableExport, type TakenColumn } from '../table-export.tsx';

/** The tasks as they are filtered. */
export function TaskExport({ movement, tasks }: { movement: string; tasks: readonly TaskView[] }) {
  const text = useText();
  const words = text.workroom;
  const columns: TakenColumn<TaskView>[] = [
    { title: words.reading.task, cell: ({ content }) => capitalised(content) },
    { title: words.reading.assignee, cell: (task) => task.assigneeOrganisation?.name ?? task.assignee },
    { title: text.movements.fields.role, cell: ({ role }) => text.movements.dutyRoles[role] },
    { title: text.movements.fields.person, cell: ({ person }) => person },
    { title: text.movements.fields.product, cell: ({ product }) => product },
    { title: text.movements.fields.authority, cell: ({ authority }) => authority },
    { title: words.reading.dueOn, cell: ({ dueOn }) => dateCell(dueOn) },
    { title: words.movements.taskState, cell: ({ state }) => text.movements.taskStates[state] },
    { title: words.movements.overdue, cell: ({ overdue }) => (overdue ? text.tableExport.yes : null) },
  ];
  return <TableExport title={`${words.movements.tabs.tasks}, ${movement}`} columns={columns} rows={tasks} />;
}
