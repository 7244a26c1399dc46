import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { openTaskLink, reportByTaskLink, type TaskByLink } from '../../contract/links.ts';
import { formatDate } from '../../core/text/dates.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { capitalised } from '../sentence.ts';
import { useAct } from '../use-act.ts';
import { type Opening, opening, ShutDoor } from './opening.tsx';

export const taskLinkLoader = ({ params, request }: LoaderFunctionArgs) =>
  opening(call(openTaskLink, { token: params['token'] ?? '' }, { signal: request.signal }));

/** Việc: the one task of a link, and how far it is; nothing else of the product. */
export function TaskByLinkPage() {
  const text = useText();
  const data = useLoaderData<Opening<TaskByLink>>();
  return 'refused' in data ? (
    <ShutDoor refused={data.refused} about={text.links.goneTask} />
  ) : (
    <OpenTask found={data.found} />
  );
}

function OpenTask({ found }: { found: TaskByLink }) {
  const words = useText().links;
  const [task, setTask] = useState(found);
  return (
    <Door title={words.taskOf(task.organisationName)} about={words.taskAbout(task.movementTitle)}>
      <p className="door-task">{capitalised(task.content)}</p>
      <TaskFacts task={task} />
      {task.state === 'cancelled' ? (
        <p className="door-foot">{words.taskCancelled}</p>
      ) : (
        <ReportForm task={task} change={setTask} />
      )}
      <p className="door-foot">{words.taskUntil(formatMoment(task.expiresAt))}</p>
    </Door>
  );
}

function TaskFacts({ task }: { task: TaskByLink }) {
  const text = useText();
  const words = text.links;
  const relation = task.dueRelation as keyof typeof text.movements.dueRelations | null;
  return (
    <dl className="door-facts">
      <dt>{words.due}</dt>
      <dd className={task.overdue ? 'overdue' : ''}>
        {task.dueOn
          ? capitalised(`${relation ? `${text.movements.dueRelations[relation]} ` : ''}${formatDate(task.dueOn)}`)
          : words.dueNone}
        {task.overdue ? `, ${words.overdue}` : ''}
      </dd>
      {task.product ? (
        <>
          <dt>{words.product}</dt>
          <dd>{task.product}</dd>
        </>
      ) : null}
      <dt>{words.stateNow}</dt>
      <dd>
        <StateBadge state={task.state} word={text.movements.taskStates[task.state]} />
      </dd>
      {task.note ? (
        <>
          <dt>{words.noteNow}</dt>
          <dd>{task.note}</dd>
        </>
      ) : null}
    </dl>
  );
}

type Report = { state: 'in-progress' | 'done'; note: string };

function ReportForm({ task, change }: { task: TaskByLink; change: (task: TaskByLink) => void }) {
  const text = useText();
  const words = text.links;
  const token = useParams()['token'] ?? '';
  const { busy, error, run } = useAct();
  const [said, setSaid] = useState<Report>({ state: task.state === 'done' ? 'done' : 'in-progress', note: '' });
  const [sent, setSent] = useState(false);
  const write = (next: Report) => {
    setSaid(next);
    setSent(false);
  };
  const send = async () => {
    const note = said.note.trim() === '' ? null : said.note.trim();
    const done = await run(() => call(reportByTaskLink, { token, version: task.version, state: said.state, note }));
    if (done) {
      change(done);
      write({ ...said, note: '' });
      setSent(true);
    } else {
      // Somebody may have changed the task meanwhile: the words stay, the task is shown as it is now.
      await call(openTaskLink, { token }).then(change, () => undefined);
    }
  };
  return (
    <form
      noValidate
      className="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Radio.Group
        label={words.reportState}
        value={said.state}
        onChange={(value) => write({ ...said, state: value === 'done' ? 'done' : 'in-progress' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="in-progress" label={text.movements.taskStates['in-progress']} />
          <Radio value="done" label={text.movements.taskStates.done} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={words.reportNote}
        description={text.frame.optional}
        autosize
        minRows={3}
        maxLength={2000}
        value={said.note}
        onChange={(event) => write({ ...said, note: event.currentTarget.value })}
      />
      <ActErrorNote error={error?.stale ? { ...error, title: words.reportStale } : error} />
      {sent ? (
        <p className="door-sent" role="status">
          {words.reported}
        </p>
      ) : null}
      <Button type="submit" fullWidth loading={busy}>
        {words.reportSend}
      </Button>
    </form>
  );
}
