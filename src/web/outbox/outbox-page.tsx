import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import './outbox.css';
import type { Text } from '../../core/text/vi.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { newActionId } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useReached } from '../connection.ts';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { change, outboxReady, takeOut, useOutbox } from '../outbox.ts';
import { tryAgain, type Waiting } from '../outbox-items.ts';
import { sendOutbox } from '../outbox-sender.ts';
import { sayDone } from '../say.ts';
import { ownerOf, useSession } from '../session.tsx';
import { TableExport } from '../table-export.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { ProgramHere } from './program-here.tsx';
import { troubleWords } from './trouble-words.ts';

export const outboxLoader = async () => {
  await outboxReady();
  return null;
};

/** Chờ gửi: what was entered on this machine and the server has not taken yet. */
export function OutboxPage() {
  const text = useText();
  const words = text.offline;
  const { person } = useSession();
  const all = useOutbox();
  const own = all.filter(({ owner }) => owner.startsWith(person.id));
  const others = all.length - own.length;
  const [busy, setBusy] = useState(false);
  const sendNow = async () => {
    setBusy(true);
    await sendOutbox();
    setBusy(false);
  };
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about}>
        {own.length > 0 ? <OutboxExport waiting={own} /> : null}
        {own.length > 0 ? (
          <Button leftSection={<IconSend size={16} />} loading={busy} onClick={() => void sendNow()}>
            {words.sendNow}
          </Button>
        ) : null}
      </PageHead>
      {own.length === 0 ? (
        <div className="card">
          <Empty icon={<IconSend size={36} stroke={1.4} />} title={words.nothing}>
            {words.nothingAbout}
          </Empty>
        </div>
      ) : (
        <div className="table-frame">
          <table className="table stacking">
            <caption className="visually-hidden">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.since}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.deeds}</th>
              </tr>
            </thead>
            <tbody>
              {own.map((one) => (
                <OutboxRow key={one.id} one={one} seated={one.owner === ownerOf(person)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {others > 0 ? <p className="quiet page-note">{words.otherAccounts(others)}</p> : null}
      <ProgramHere />
    </>
  );
}

/** What an entry is, in words: the figures with their targets, a sending, a file. */
export function nameOf(text: Text, one: Waiting): string {
  if (one.is === 'send') return text.offline.sendDeed;
  if (one.is === 'file') return text.offline.file(one.name);
  if (one.is === 'obstacle') return text.offline.obstacle(one.said.obstacle ?? one.said.recommendation ?? '');
  return one.cells.map(({ target }) => target).join(', ');
}

/** What waits, figure by figure: to be kept elsewhere while nothing can be sent. */
function OutboxExport({ waiting }: { waiting: readonly Waiting[] }) {
  const text = useText();
  const words = text.offline;
  type Row = { one: Waiting; what: string; typed: string | null };
  const rows = waiting.flatMap((one): Row[] =>
    one.is === 'figures'
      ? one.cells.map(({ target, typed }) => ({ one, what: target, typed: typed === '' ? words.empty : typed }))
      : [{ one, what: nameOf(text, one), typed: null }],
  );
  return (
    <TableExport
      title={words.title}
      columns={[
        { title: text.figurePages.movement, cell: ({ one }: Row) => one.names.movement },
        { title: text.figurePages.unit, cell: ({ one }) => one.names.unit },
        { title: text.figurePages.periodWord, cell: ({ one }) => text.figurePages.period(one.names.period) },
        { title: words.what, cell: ({ what }) => what },
        { title: text.tableExport.figure, cell: ({ typed }) => typed },
        { title: words.since, cell: ({ one }) => formatMoment(one.at) },
        { title: words.state, cell: ({ one }) => (one.trouble ? troubleWords(text, one.trouble) : words.goesItself) },
      ]}
      rows={rows}
    />
  );
}

function OutboxRow({ one, seated }: { one: Waiting; seated: boolean }) {
  const text = useText();
  const words = text.offline;
  const reached = useReached();
  const [dropping, setDropping] = useState(false);
  const { place, names, trouble } = one;
  const again = async () => {
    await change(() => tryAgain(one, newActionId()));
    await sendOutbox();
  };
  const state = () => {
    if (!seated) return words.otherPost(one.ownerPost);
    if (trouble) return troubleWords(text, trouble);
    return one.is === 'send' ? words.goesAfter : words.goesItself;
  };
  return (
    <tr>
      <th scope="row" className="whole">
        <Link to={`/so-lieu/${place.movementId}?tu=${place.from}&den=${place.until}`}>{names.movement}</Link>
        <small className="quiet below">
          {names.unit} · {text.figurePages.period(names.period)}
        </small>
        {one.is === 'figures' ? (
          <ul className="outbox-cells">
            {one.cells.map(({ cell, target, typed }) => (
              <li key={cell.targetId}>
                {target}: <b>{typed === '' ? words.empty : typed}</b>
              </li>
            ))}
          </ul>
        ) : (
          <span className="below">{nameOf(text, one)}</span>
        )}
      </th>
      <td data-label={words.since}>{formatMoment(one.at)}</td>
      <td data-label={words.state}>
        <span className={trouble ? 'outbox-trouble' : 'quiet'}>{state()}</span>
      </td>
      <td data-label={words.deeds}>
        <span className="outbox-deeds">
          {one.is === 'figures' && trouble?.is === 'conflict' ? (
            <ConflictChoice one={one} theirs={trouble.theirs} />
          ) : trouble && seated ? (
            <Button size="compact-sm" variant="default" disabled={!reached} onClick={() => void again()}>
              {words.again}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" color="red" onClick={() => setDropping(true)}>
            {words.drop}
          </Button>
        </span>
        <Confirm
          opened={dropping}
          close={() => setDropping(false)}
          question={words.dropAsk(nameOf(text, one))}
          about={words.dropAbout}
          deedWord={words.drop}
          deed={async () => {
            await takeOut(one.id);
            return true;
          }}
          done={() => sayDone(words.dropped)}
        />
      </td>
    </tr>
  );
}
