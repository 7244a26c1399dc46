import { Alert, Button, Select } from '@mantine/core';
import { IconDownload, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import './data-requests.css';
import {
  closeDataRequest,
  type DataRequest,
  getDataRequest,
  type RequestAnswer,
  returnRequestAnswer,
} from '../../contract/data-requests.ts';
import { formatDate } from '../../core/text/dates.ts';
import { PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { AnswerSheet } from '../answer-sheet.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { CopyText } from '../copy-text.tsx';
import { useText } from '../language.tsx';
import { othersOf } from '../others.ts';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { MergedTable } from './merged-table.tsx';
import { RequestLinks } from './request-links.tsx';
import { useAnswer } from './use-answer.ts';

export const requestLoader = ({ params, request }: LoaderFunctionArgs): Promise<DataRequest> =>
  call(getDataRequest, { requestId: params['requestId'] ?? '' }, { signal: request.signal });

/** One request: filled in by whoever is asked, put together for whoever asked. */
export function RequestPage() {
  const request = useLoaderData<DataRequest>();
  return <OpenRequest key={request.id} request={request} />;
}

function OpenRequest({ request }: { request: DataRequest }) {
  const text = useText();
  const words = text.dataRequests;
  const { person } = useSession();
  const mine = request.organisation.id === person.organisation.id;
  const all = request.answers.length === request.asked;
  const own = request.answers.find(({ organisation }) => organisation.id === person.organisation.id);
  return (
    <>
      <title>{`${request.title} · ${text.frame.product}`}</title>
      <PageHead
        title={request.title}
        trail={<Link to="/so-lieu/phieu">{words.title}</Link>}
        about={`${request.organisation.name} · ${words.due.toLowerCase()} ${formatDate(request.dueOn)} · ${words.coverage(request.sent, request.asked)}`}
      >
        {request.formName !== null && all && (mine || request.mayManage) ? (
          <Button
            component="a"
            href={`/api/data-requests/${request.id}/form`}
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            {words.takeForm}
          </Button>
        ) : null}
      </PageHead>
      {request.about ? <p className="page-note">{request.about}</p> : null}
      {request.closedAt === null ? null : (
        <Alert variant="light" color="gray" icon={<IconLock size={18} />} className="page-note">
          {words.closed} · {request.closedByPost}
        </Alert>
      )}
      {own?.mayFill ? <Fill request={request} answers={[own]} /> : null}
      {!own && request.answers.some(({ mayFill }) => mayFill) && !mine ? (
        <Fill request={request} answers={request.answers.filter(({ mayFill }) => mayFill)} />
      ) : null}
      {mine || request.mayManage || request.answers.length > 1 ? <MergedTable request={request} /> : null}
      {mine || request.mayManage ? <Units request={request} /> : null}
    </>
  );
}

/** One answer at a time; whoever may fill in for several units chooses which. */
function Fill({ request, answers }: { request: DataRequest; answers: readonly RequestAnswer[] }) {
  const words = useText().dataRequests;
  const [chosen, setChosen] = useState(answers[0]?.organisation.id ?? null);
  const answer = answers.find(({ organisation }) => organisation.id === chosen) ?? answers[0];
  if (!answer) return null;
  return (
    <section className="request-part" aria-labelledby="fill-head">
      <h2 id="fill-head">{words.fillOf(answer.organisation.name)}</h2>
      {answers.length > 1 ? (
        <Select
          label={words.choose}
          searchable
          allowDeselect={false}
          maw={360}
          mb="sm"
          value={answer.organisation.id}
          data={answers.map(({ organisation, state }) => ({
            value: organisation.id as string,
            label: `${organisation.name} · ${words.states[state].toLowerCase()}`,
          }))}
          onChange={(value) => {
            const next = answers.find(({ organisation }) => organisation.id === value);
            if (next) setChosen(next.organisation.id);
          }}
        />
      ) : null}
      <FillOne key={answer.organisation.id} request={request} answer={answer} />
    </section>
  );
}

function FillOne({ request, answer }: { request: DataRequest; answer: RequestAnswer }) {
  const words = useText().dataRequests;
  const { revalidate } = useRevalidator();
  const { cells, wrongs, dirty, busy, error, change, keep, send, state } = useAnswer(request, answer, revalidate);
  const wrong = Object.keys(wrongs).length;
  return (
    <>
      {state === 'returned' && answer.returnedReason ? (
        <Alert variant="light" color="red" className="page-note">
          {words.returned(answer.returnedReason)}
        </Alert>
      ) : null}
      <AnswerSheet
        layout={request.layout}
        unit={answer.organisation.name}
        cells={cells}
        wrongs={wrongs}
        change={change}
        left={keep}
      />
      <div className="request-deeds">
        <Button loading={busy} disabled={state === 'sent' && !dirty} onClick={() => void send()}>
          {state === 'waiting' || state === 'draft' ? words.sendAnswer : words.sendAgain}
        </Button>
        <span className={state === 'sent' && !dirty ? 'badge tone-done' : 'badge'} role="status">
          {state === 'sent' && !dirty ? words.states.sent : words.savedAuto}
        </span>
        {wrong > 0 ? (
          <p className="form-error" role="alert">
            {words.mend(wrong)}
          </p>
        ) : null}
        <ActErrorNote error={error} />
      </div>
      <p className="quiet request-hint no-print">{words.pasteHint}</p>
    </>
  );
}

/** Who has not sent, who has; returning one, closing all. */
function Units({ request }: { request: DataRequest }) {
  const text = useText();
  const words = text.dataRequests;
  const { person, today } = useSession();
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState<RequestAnswer | 'close' | null>(null);
  const missing = request.answers.filter(({ state }) => state !== 'sent');
  const open = request.closedAt === null;
  const said = (sentence: string) => {
    setAsking(null);
    sayDone(sentence);
    void revalidate();
  };
  return (
    <>
      {open ? (
        <section className="card request-card no-print" aria-labelledby="missing-head">
          <div className="request-card-head">
            <h2 id="missing-head">{missing.length === 0 ? words.missingNone : words.missingTitle(missing.length)}</h2>
            {missing.length > 0 ? (
              <CopyText
                word={words.copyZalo}
                content={words.urge({
                  title: request.title,
                  dueOn: request.dueOn,
                  missing: othersOf(
                    missing.map(({ organisation }) => organisation),
                    person.organisation.id,
                  ).map(({ name }) => ({ unit: name, address: null })),
                  from: `${person.post}, ${person.organisation.name}`,
                  today,
                })}
              />
            ) : null}
          </div>
          {request.mayManage ? (
            <div className="request-deeds">
              <RequestLinks request={request} missing={missing} />
            </div>
          ) : null}
          {missing.length > 0 ? <p>{missing.map(({ organisation }) => organisation.name).join(', ')}</p> : null}
        </section>
      ) : null}
      <section className="request-part" aria-labelledby="units-head">
        <h2 id="units-head">{words.byUnit}</h2>
        <div className="table-frame">
          <table className="table stacking">
            <caption className="visually-hidden">{words.byUnit}</caption>
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.giveBack}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {request.answers.map((answer) => (
                <tr key={answer.organisation.id}>
                  <th scope="row" className="whole">
                    {answer.organisation.name}
                  </th>
                  <td data-label={words.state}>
                    <span>
                      <span className={answer.state === 'sent' ? 'badge tone-done' : 'badge'}>
                        {words.states[answer.state]}
                      </span>
                      {answer.state === 'sent' && answer.sentByPost ? (
                        <small className="quiet below">{words.sentBy(answer.sentByPost)}</small>
                      ) : null}
                      {answer.returnedReason ? (
                        <small className="quiet below">{words.returned(answer.returnedReason)}</small>
                      ) : null}
                    </span>
                  </td>
                  <td className="row-deeds">
                    {open && request.mayManage && answer.state === 'sent' ? (
                      <Button
                        variant="default"
                        size="xs"
                        aria-label={words.giveBackOf(answer.organisation.name)}
                        onClick={() => setAsking(answer)}
                      >
                        {words.giveBack}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {open && request.mayManage ? (
          <div className="request-deeds no-print">
            <Button variant="default" leftSection={<IconLock size={16} />} onClick={() => setAsking('close')}>
              {words.close}
            </Button>
          </div>
        ) : null}
      </section>
      <Confirm
        opened={asking === 'close'}
        close={() => setAsking(null)}
        question={words.closeAsk}
        about={words.closeAbout}
        deedWord={words.close}
        deed={(actionId) => call(closeDataRequest, { requestId: request.id, actionId })}
        done={() => said(words.closeDone)}
      />
      <Confirm
        opened={asking !== null && asking !== 'close'}
        close={() => setAsking(null)}
        question={asking !== null && asking !== 'close' ? words.giveBackAsk(asking.organisation.name) : ''}
        deedWord={words.giveBack}
        reasonWord={words.giveBackReason}
        reasonNeeded
        deed={async (actionId, reason) =>
          asking !== null && asking !== 'close'
            ? call(returnRequestAnswer, {
                requestId: request.id,
                organisationId: asking.organisation.id,
                actionId,
                version: asking.version,
                reason: reason ?? '',
              })
            : null
        }
        done={() => said(words.givenBack)}
      />
    </>
  );
}
