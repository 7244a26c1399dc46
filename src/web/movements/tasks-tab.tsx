import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconFileText, IconLink, IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { removeTask, setTaskState } from '../../contract/movement-acts.ts';
import type { TaskView } from '../../contract/movements.ts';
import { TASK_STATES, type TaskState } from '../../core/rules/movements.ts';
import { formatDate } from '../../core/text/dates.ts';
import { matchesSearch } from '../../core/text/search.ts';
import { Empty } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { call, newActionId } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone, sayError } from '../say.ts';
import { sayUndo } from '../say-undo.tsx';
import { capitalised } from '../sentence.ts';
import { originAddress } from '../target-line.tsx';
import type { MovementData } from './movement-data.ts';
import { TaskDialog } from './task-dialog.tsx';
import { TaskExport } from './task-export.tsx';
import { TaskLinkDialog } from './task-link-dialog.tsx';
import { useHashRow } from './use-hash-row.ts';

const assigneeOf = (task: TaskView) => task.assigneeOrganisation?.name ?? task.assignee;

/** Every task with who does it, by when, and how far it is. */
export function TasksTab({ data }: { data: MovementData }) {
  const text = useText();
  const words = text.workroom.movements;
  const revalidator = useRevalidator();
  const { tasks, mayEdit } = data.tasks;
  const [search, setSearch] = useState('');
  const [state, setState] = useState<TaskState | null>(null);
  const [editing, setEditing] = useState<TaskView | 'new' | null>(null);
  const [removing, setRemoving] = useState<TaskView | null>(null);
  const [sending, setSending] = useState<TaskView | null>(null);
  useHashRow();
  const shown = tasks.filter(
    (task) =>
      (state === null || task.state === state) &&
      matchesSearch(`${task.content} ${assigneeOf(task) ?? ''} ${task.person ?? ''}`, search),
  );
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {words.addTask}
    </Button>
  );
  return (
    <>
      {tasks.length === 0 ? (
        <div className="card">
          <Empty title={words.tasksNone} deed={mayEdit ? add : null}>
            {words.tasksNoneAbout}
          </Empty>
        </div>
      ) : (
        <>
          <div className="tab-tools no-print">
            <TextInput
              type="search"
              aria-label={text.movementPages.taskSearch}
              placeholder={text.movementPages.taskSearch}
              leftSection={<IconSearch size={16} />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <Select
              aria-label={words.taskState}
              clearable
              placeholder={text.movementPages.allTaskStates}
              value={state}
              data={TASK_STATES.map((one) => ({ value: one, label: text.movements.taskStates[one] }))}
              onChange={setState}
            />
            <div className="tool-deeds">
              <TaskExport movement={data.detail.movement.head.title} tasks={shown} />
              {mayEdit ? add : null}
            </div>
          </div>
          {shown.length === 0 ? (
            <div className="card">
              <Empty title={text.movementPages.noTaskMatches} />
            </div>
          ) : (
            <TaskTable tasks={shown} mayEdit={mayEdit} edit={setEditing} remove={setRemoving} send={setSending} />
          )}
        </>
      )}
      {editing === null ? null : (
        <TaskDialog
          movementId={data.detail.movement.id}
          task={editing === 'new' ? null : (tasks.find(({ id }) => id === editing.id) ?? editing)}
          close={() => setEditing(null)}
        />
      )}
      {sending ? <TaskLinkDialog task={sending} close={() => setSending(null)} /> : null}
      <Confirm
        opened={removing !== null}
        close={() => setRemoving(null)}
        question={words.removeTaskAsk}
        deedWord={text.frame.remove}
        reasonWord={words.archiveReason}
        deed={async (actionId, reason) =>
          removing ? call(removeTask, { taskId: removing.id, version: removing.version, actionId, reason }) : null
        }
        done={() => {
          sayDone(text.movementPages.removed);
          void revalidator.revalidate();
        }}
      />
    </>
  );
}

type TableProps = {
  tasks: TaskView[];
  mayEdit: boolean;
  edit: (task: TaskView) => void;
  remove: (task: TaskView) => void;
  send: (task: TaskView) => void;
};

function TaskTable({ tasks, ...deeds }: TableProps) {
  const text = useText();
  const words = text.workroom.movements;
  return (
    <div className="table-frame">
      <table className="table stacking task-table">
        <caption className="visually-hidden">{words.tabs.tasks}</caption>
        <thead>
          <tr>
            <th scope="col">{text.workroom.reading.task}</th>
            <th scope="col">{text.workroom.reading.assignee}</th>
            <th scope="col">{text.workroom.reading.dueOn}</th>
            <th scope="col">{words.taskState}</th>
            <th scope="col">
              <span className="visually-hidden">{text.movementPages.deeds}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} {...deeds} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<TableProps, 'tasks'> & { task: TaskView };

function TaskRow({ task, ...deeds }: RowProps) {
  const text = useText();
  const words = text.workroom.reading;
  return (
    <tr id={task.id} tabIndex={-1}>
      <th scope="row" className="whole row-name">
        {capitalised(task.content)}
        {task.product ? (
          <small className="quiet below">
            {text.movements.fields.product}: {task.product}
          </small>
        ) : null}
        {task.authority ? (
          <small className="quiet below">
            {text.movements.fields.authority}: {task.authority}
          </small>
        ) : null}
      </th>
      <td data-label={words.assignee}>
        <span>
          {assigneeOf(task) ?? <span className="quiet">{text.movementPages.ownerNone}</span>}
          <small className="quiet below">{text.movements.dutyRoles[task.role]}</small>
          {task.person ? <small className="quiet below">{task.person}</small> : null}
        </span>
      </td>
      <td data-label={words.dueOn}>
        {task.dueOn ? (
          <span className={task.overdue ? 'overdue' : ''}>
            {task.dueRelation ? `${text.movements.dueRelations[task.dueRelation]} ` : ''}
            {formatDate(task.dueOn)}
            {task.overdue ? <small className="below">{text.workroom.movements.overdue}</small> : null}
          </span>
        ) : (
          <span className="quiet">—</span>
        )}
      </td>
      <td data-label={text.workroom.movements.taskState}>
        <TaskStateField task={task} />
      </td>
      <td className="row-deeds">
        {task.origin ? (
          <ActionIcon
            component={Link}
            to={originAddress(task.origin)}
            variant="subtle"
            aria-label={text.movementPages.sourceOf(task.content.slice(0, 80))}
            title={text.workroom.movements.source}
          >
            <IconFileText size={17} />
          </ActionIcon>
        ) : null}
        {deeds.mayEdit ? <RowDeeds task={task} {...deeds} /> : null}
      </td>
    </tr>
  );
}

function RowDeeds({ task, edit, remove, send }: RowProps) {
  const text = useText();
  const short = task.content.slice(0, 80);
  return (
    <>
      <ActionIcon
        variant="subtle"
        aria-label={text.links.sendOf(short)}
        title={text.links.send}
        onClick={() => send(task)}
      >
        <IconLink size={17} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={text.movementPages.editOf(short)}
        title={text.frame.edit}
        onClick={() => edit(task)}
      >
        <IconPencil size={17} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={text.movementPages.removeOf(short)}
        title={text.frame.remove}
        onClick={() => remove(task)}
      >
        <IconTrash size={17} />
      </ActionIcon>
    </>
  );
}

function TaskStateField({ task }: { task: TaskView }) {
  const text = useText();
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  if (!task.maySetState) return <StateBadge state={task.state} word={text.movements.taskStates[task.state]} />;
  const set = async (state: TaskState) => {
    setBusy(true);
    const put = (version: number, next: TaskState) =>
      call(setTaskState, { taskId: task.id, version, actionId: newActionId(), state: next, note: null });
    try {
      const { version } = await put(task.version, state);
      sayUndo(text, text.movementPages.stateSet, async () => {
        await put(version, task.state);
        await revalidator.revalidate();
      });
    } catch (error) {
      sayError(text, error);
    } finally {
      await revalidator.revalidate();
      setBusy(false);
    }
  };
  return (
    <Select
      size="xs"
      className="state-field"
      aria-label={`${text.workroom.movements.taskState}: ${task.content.slice(0, 80)}`}
      disabled={busy}
      value={task.state}
      data={TASK_STATES.map((state) => ({ value: state, label: text.movements.taskStates[state] }))}
      onChange={(state) => {
        if (state !== null && state !== task.state) void set(state);
      }}
    />
  );
}
