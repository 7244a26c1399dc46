import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { withdrawResponse } from '../../contract/movement-acts.ts';
import type { getMovement, ResponseView } from '../../contract/movements.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';

/** Whom this movement answers, who answers it, and who has not yet. */
export function AnswersCard({ detail }: { detail: OutputOf<typeof getMovement> }) {
  const text = useText();
  const words = text.workroom.movements;
  const { respondsTo, responses, unanswered, counts } = detail;
  const others = counts.answers - responses.length;
  return (
    <>
      {respondsTo.length > 0 ? (
        <section className="card" aria-labelledby="answers-to">
          <h2 id="answers-to">{words.answersTo}</h2>
          <ul className="plain">
            {respondsTo.map(({ responseId, how, movement }) => (
              <li key={responseId}>
                <Link to={`/phong-trao/${movement.id}`}>{movement.title}</Link>
                <span className="plain-facts">
                  <span>{movement.organisation.name}</span>
                  <span>{text.movements.responses[how]}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {counts.answers + unanswered.length > 0 ? (
        <section className="card" aria-labelledby="answers-below">
          <h2 id="answers-below">{words.answersBelow}</h2>
          {counts.answers === 0 ? <p className="card-body quiet">{text.movementPages.answersNone}</p> : null}
          <ul className="plain">
            {responses.map((response) => (
              <Response key={response.id} response={response} />
            ))}
          </ul>
          {others > 0 ? (
            <p className="card-body quiet">
              {responses.length > 0 ? text.movementPages.answersOthers(others) : words.answers(others)}
            </p>
          ) : null}
          {unanswered.length > 0 ? (
            <details className="card-more">
              <summary>{words.unanswered(unanswered.length)}</summary>
              <p className="quiet">{unanswered.map(({ name }) => name).join(', ')}</p>
            </details>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

function Response({ response }: { response: ResponseView }) {
  const text = useText();
  const revalidator = useRevalidator();
  const [asking, setAsking] = useState(false);
  return (
    <li>
      <b>{response.organisation.name}</b>
      <span className="plain-facts">
        <span>{text.movements.responses[response.how]}</span>
        {response.movement ? <Link to={`/phong-trao/${response.movement.id}`}>{response.movement.title}</Link> : null}
        {response.reason ? <span>{response.reason}</span> : null}
        {response.mayWithdraw ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setAsking(true)}>
            {text.workroom.movements.withdraw}
          </Button>
        ) : null}
      </span>
      <Confirm
        opened={asking}
        close={() => setAsking(false)}
        question={text.movementPages.withdrawAsk(response.organisation.name)}
        deedWord={text.workroom.movements.withdraw}
        deed={(actionId) => call(withdrawResponse, { responseId: response.id, version: response.version, actionId })}
        done={() => {
          sayDone(text.movementPages.withdrawn);
          void revalidator.revalidate();
        }}
      />
    </li>
  );
}
