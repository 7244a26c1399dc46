import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { ActionId } from '../../contract/ids.ts';
import { answerComment, type CommentView, commentOnMovement } from '../../contract/supervision.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import type { MovementData } from './movement-data.ts';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
const dayOf = (instant: string) => formatDate(calendar.format(new Date(instant)));

/** What supervisors say of the movement and what is answered, in the order in which it was said. */
export function SupervisionTab({ data }: { data: MovementData }) {
  const text = useText();
  const words = text.movementPages.supervision;
  const { movement } = data.detail;
  const { comments, mayComment, mayAnswer } = data.comments;
  return (
    <section className="card" aria-label={words.tab}>
      <p className="card-body quiet">
        {movement.opened ? words.since(movement.opened.byPost, dayOf(movement.opened.at)) : words.notOpen}
      </p>
      {comments.length === 0 ? <Empty title={words.none}>{words.noneAbout}</Empty> : null}
      <ol className="history">
        {comments.map((comment) => (
          <Comment key={comment.id} comment={comment} mayAnswer={mayAnswer} />
        ))}
      </ol>
      {mayComment ? (
        <div className="card-body">
          <Say
            label={words.comment}
            about={words.commentAbout}
            button={words.send}
            said={words.sent}
            send={(actionId, said) => call(commentOnMovement, { movementId: movement.id, actionId, text: said })}
          />
        </div>
      ) : null}
    </section>
  );
}

function Comment({ comment, mayAnswer }: { comment: CommentView; mayAnswer: boolean }) {
  const text = useText();
  const words = text.movementPages.supervision;
  const [answering, setAnswering] = useState(false);
  const { answer } = comment;
  return (
    <li>
      <time dateTime={comment.at} className="quiet">
        {dayOf(comment.at)}
      </time>
      <div>
        <b>{comment.byPost}</b> <span className="quiet">· {comment.organisation.name}</span>
        <p className="said">{comment.text}</p>
        {answer ? (
          <div className="changes">
            <span className="quiet">
              {words.answer} · {answer.byPost}, {dayOf(answer.at)}
            </span>
            <p className="said">{answer.text}</p>
          </div>
        ) : null}
        {mayAnswer && answering ? (
          <Say
            label={words.answer}
            button={words.answer}
            said={words.answered}
            first={answer?.text ?? ''}
            send={(actionId, said) =>
              call(answerComment, { commentId: comment.id, version: comment.version, actionId, text: said })
            }
            leave={() => setAnswering(false)}
          />
        ) : null}
        {mayAnswer && !answering ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAnswering(true)}>
            {answer ? words.answerAgain : words.answer}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

type SayProps = {
  label: string;
  about?: string;
  button: string;
  said: string;
  first?: string;
  send: (actionId: ActionId, text: string) => Promise<unknown>;
  leave?: () => void;
};

/** A text and the button that sends it; it stays until the server has it. */
function Say({ label, about, button, said, first = '', send, leave }: SayProps) {
  const text = useText();
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const [value, setValue] = useState(first);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await run((actionId) => send(actionId, value.trim()))) === null) return;
    setValue('');
    leave?.();
    sayDone(said);
    await revalidator.revalidate();
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <Textarea
        label={label}
        description={about}
        autosize
        minRows={3}
        maxLength={5000}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <ActErrorNote error={error} />
      <Group gap="sm">
        <Button type="submit" loading={busy} disabled={value.trim() === ''}>
          {button}
        </Button>
        {leave ? (
          <Button variant="default" onClick={leave}>
            {text.frame.cancel}
          </Button>
        ) : null}
      </Group>
    </form>
  );
}
