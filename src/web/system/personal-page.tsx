import '../administration/administration.css';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { AccountId } from '../../contract/ids.ts';
import {
  correctPersonalData,
  erasePersonalPayloads,
  exportPersonalData,
  type PersonalData,
  showPersonalData,
} from '../../contract/personal-data.ts';
import { formatDate } from '../../core/text/dates.ts';
import { PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call, downloadFile } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { sayDone } from '../say.ts';
import { mayAtAll, useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';

/** What is kept about an account: one's own, or that of somebody one administers. Nothing is asked before a press. */
export function PersonalPage() {
  const text = useText();
  const words = text.system.personal;
  const { person } = useSession();
  const given = useParams()['accountId'];
  const accountId = given ? AccountId.parse(given) : person.id;
  const own = accountId === person.id;
  const { busy, error, run } = useAct();
  const [data, setData] = useState<PersonalData | null>(null);
  const look = async () => {
    const found = await run((actionId) => call(showPersonalData, { actionId, accountId }));
    if (found) setData(found);
  };
  const take = async () => {
    const done = await run(async (actionId) => {
      await downloadFile(exportPersonalData, { actionId, accountId });
      return true;
    });
    if (done) sayDone(words.downloaded);
  };
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={own ? words.mine : words.title} about={words.about}>
        <Button variant="default" loading={busy} onClick={() => void take()}>
          {words.download}
        </Button>
        <Button loading={busy} onClick={() => void look()}>
          {words.show}
        </Button>
      </PageHead>
      <ActErrorNote error={error} />
      {data ? <Found data={data} again={() => void look()} /> : null}
      {data && !own && mayAtAll(person, 'erasePersonalPayloads') ? (
        <Erase accountId={accountId} again={() => void look()} />
      ) : null}
    </>
  );
}

function Found({ data, again }: { data: PersonalData; again: () => void }) {
  const words = useText().system.personal;
  const { account, posts, sessions, log, elsewhere } = data;
  return (
    <div className="keep-cards">
      <section className="card" aria-labelledby="account-head">
        <h2 id="account-head">{words.account}</h2>
        <div className="card-body">
          <p>
            {words.name}: <b>{account.name}</b>
            <span className="keep-quiet">
              {words.created} {formatMoment(account.createdAt)}
              {account.disabledAt ? `; ${words.disabled} ${formatMoment(account.disabledAt)}` : ''}
            </span>
          </p>
          <Email key={account.email} account={account} again={again} />
        </div>
      </section>
      <Card
        id="posts"
        word={words.posts}
        lines={posts.map(({ title, organisation, from, until }) =>
          [`${title}, ${organisation.name}`, from ? formatDate(from) : '', until ? formatDate(until) : '']
            .filter((part) => part !== '')
            .join(' · '),
        )}
      />
      <Card
        id="sessions"
        word={words.sessions}
        lines={sessions.map(
          ({ seenAt, address, device }) => `${words.sessionSeen(formatMoment(seenAt))} · ${address} · ${device}`,
        )}
      />
      <Card id="log" word={words.log} lines={[words.logAbout(log.deeds, log.about, log.origins)]} />
      <Card
        id="elsewhere"
        word={words.elsewhere}
        about={words.elsewhereAbout}
        lines={elsewhere.map(({ table, rows }) => words.rows(table, rows))}
      />
    </div>
  );
}

function Card({ id, word, about, lines }: { id: string; word: string; about?: string; lines: string[] }) {
  const words = useText().system.personal;
  return (
    <section className="card" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{word}</h2>
      <div className="card-body">
        {about ? <p className="keep-quiet">{about}</p> : null}
        <ul className="keep-history">
          {lines.length === 0 ? <li>{words.none}</li> : lines.map((line) => <li key={line}>{line}</li>)}
        </ul>
      </div>
    </section>
  );
}

function Email({ account, again }: { account: PersonalData['account']; again: () => void }) {
  const text = useText();
  const words = text.system.personal;
  const { busy, error, run } = useAct();
  const [email, setEmail] = useState(account.email ?? '');
  const save = async () => {
    const wanted = email.trim() === '' ? null : email.trim();
    if (!(await run((actionId) => call(correctPersonalData, { actionId, accountId: account.id, email: wanted }))))
      return;
    sayDone(words.corrected);
    again();
  };
  return (
    <form
      className="keep-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        type="email"
        label={words.email}
        placeholder={words.noEmail}
        maxLength={200}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <ActErrorNote error={error} />
      <div>
        <Button type="submit" variant="default" loading={busy} disabled={email === (account.email ?? '')}>
          {words.correct}
        </Button>
      </div>
    </form>
  );
}

function Erase({ accountId, again }: { accountId: AccountId; again: () => void }) {
  const words = useText().system.personal;
  const [asking, setAsking] = useState(false);
  return (
    <p>
      <Button color="red" variant="light" onClick={() => setAsking(true)}>
        {words.erase}
      </Button>
      <Confirm
        opened={asking}
        close={() => setAsking(false)}
        question={words.eraseQuestion}
        deedWord={words.erase}
        reasonWord={words.eraseWhy}
        deed={(actionId, why) => call(erasePersonalPayloads, { actionId, accountId, why: why ?? '' })}
        done={({ payloads, origins }) => {
          sayDone(words.erased(payloads, origins));
          again();
        }}
      />
    </p>
  );
}
