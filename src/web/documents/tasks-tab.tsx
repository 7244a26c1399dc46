import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import type { DraftTask } from '../../contract/documents.ts';
import { DUE_RELATIONS } from '../../core/rules/calendar.ts';
import { DUTY_ROLES } from '../../core/rules/movements.ts';
import { Empty } from '../../ui/page.tsx';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { type Drafting, newTask } from './draft.ts';
import { DraftTaskExport } from './draft-exports.tsx';
import { ChoiceCell, ConfidenceDots, KeepCell, TextCell } from './fields.tsx';
import type { RowLinks } from './links.ts';
import { rowClass } from './targets-tab.tsx';

export function TasksTab({ drafting, links }: { drafting: Drafting; links: RowLinks }) {
  const text = useText();
  const words = text.workroom.reading;
  const { tasks } = drafting.draft;
  return (
    <>
      <div className="tab-tools">
        <span className="quiet">{words.selectHint}</span>
        <div className="tool-deeds">
          {tasks.length > 0 ? <DraftTaskExport tasks={tasks} /> : null}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => drafting.addRow('tasks', newTask(null, ''))}
          >
            {words.addTask}
          </Button>
        </div>
      </div>
      {tasks.length === 0 ? (
        <Empty title={words.tabs.tasks}>{words.rowNone}</Empty>
      ) : (
        <table className="table stacking facts">
          <thead>
            <tr>
              <th>
                <span className="visually-hidden">{words.keep}</span>
              </th>
              <th>{words.task}</th>
              <th>{words.assignee}</th>
              <th>{words.dueOn}</th>
              <th>
                <span className="visually-hidden">{words.confidence(2)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((row) => (
              <TaskRow key={row.key} row={row} changeRow={drafting.changeRow} links={links} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const TaskRow = memo(function TaskRow({
  row,
  changeRow,
  links,
}: {
  row: DraftTask;
  changeRow: Drafting['changeRow'];
  links: RowLinks;
}) {
  const text = useText();
  const words = text.workroom.reading;
  const change = (field: string, patch: Partial<DraftTask>) => changeRow('tasks', row.key, field, patch);
  return (
    <tr id={`row-${row.key}`} className={rowClass(row)} {...links.row(row.key)}>
      <td className="whole">
        <KeepCell
          label={`${words.keep}: ${row.content}`}
          kept={row.kept}
          onChange={(kept) => change('kept', { kept })}
        />
      </td>
      <td className="whole fact-name">
        <TextCell
          label={words.task}
          value={row.content}
          required
          onChange={(content) => change('content', { content })}
        />
      </td>
      <td data-label={words.assignee} className="fact-who">
        <TextCell
          label={words.assignee}
          value={row.assignee ?? ''}
          onChange={(assignee) =>
            change('assignee', { assignee: assignee.trim() === '' ? null : assignee, assigneeId: null })
          }
        />
        <ChoiceCell
          label={words.role}
          value={row.role}
          options={DUTY_ROLES.map((role) => [role, text.movements.dutyRoles[role]] as const)}
          onChange={(role) => role && change('role', { role })}
        />
      </td>
      <td data-label={words.dueOn} className="fact-due">
        <ChoiceCell
          label={words.dueRelation}
          value={row.dueRelation}
          options={DUE_RELATIONS.map((relation) => [relation, text.movements.dueRelations[relation]] as const)}
          empty="–"
          onChange={(dueRelation) => change('dueRelation', { dueRelation })}
        />
        <DateField
          size="xs"
          aria-label={words.dueOn}
          value={row.dueOn}
          onChange={(dueOn) => change('dueOn', { dueOn })}
        />
      </td>
      <td className="fact-sure" data-label="">
        {row.edited ? null : <ConfidenceDots confidence={row.place?.confidence ?? null} />}
      </td>
    </tr>
  );
});
