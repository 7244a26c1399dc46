import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import './figures.css';
import { type FiguresByLink, sendByFigureLink } from '../../contract/figure-links.ts';
import { CallOffline, CallProblem, call } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { errorWords } from '../say.ts';
import {
  type Fields,
  fieldsOf,
  isOpen,
  keepFields,
  readFields,
  standing,
  type Wrongs,
  wrongsOf,
} from './figure-draft.ts';
import { FigureField } from './figure-field.tsx';
import { askedBefore, askLater, openOrKept } from './kept-link.ts';
import { type Opening, opening, ShutDoor } from './opening.tsx';

export const figureLinkLoader = ({ params, request }: LoaderFunctionArgs) =>
  opening(openOrKept(params['token'] ?? '', request.signal));

/** Gửi số liệu: the figures a link asks of one unit for one period; nothing else of the product. */
export function FiguresByLinkPage() {
  const text = useText();
  const data = useLoaderData<Opening<FiguresByLink>>();
  return 'refused' in data ? (
    <ShutDoor refused={data.refused} about={text.figureLinks.gone} />
  ) : (
    <OpenFigures found={data.found} />
  );
}

type Said = { done: string; about: string | null } | { wrong: string };

function useFigures(first: FiguresByLink) {
  const text = useText();
  const words = text.figureLinks;
  const token = useParams()['token'] ?? '';
  const [found, setFound] = useState(first);
  const [fields, setFields] = useState<Fields>(() => fieldsOf(first));
  const [wrongs, setWrongs] = useState<Wrongs>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const [later, setLater] = useState(() => askedBefore(first.id));
  const wait = (asked: boolean) => {
    askLater(first.id, asked);
    setLater(asked);
  };
  const change = (targetId: string, field: Fields[string]) => {
    const next = { ...fields, [targetId]: field };
    setFields(next);
    setSaid(null);
    const { [targetId]: _, ...others } = wrongs;
    setWrongs(others);
    keepFields(found, next);
  };
  const take = (now: FiguresByLink, left: Wrongs) => {
    // What could not be kept stays as it was typed, on the page and on the telephone.
    const next = Object.fromEntries(
      now.figures.map((asked) => {
        const typed = asked.target.id in left ? fields[asked.target.id] : undefined;
        return [asked.target.id, typed ?? standing(asked)];
      }),
    );
    setFound(now);
    setFields(next);
    setWrongs(left);
    keepFields(now, next);
  };
  const send = async () => {
    const { cells, wrongs: unclear } = readFields(found, fields);
    if (Object.keys(unclear).length > 0) {
      setWrongs(unclear);
      setSaid({ wrong: words.mend });
      return;
    }
    if (cells.length === 0) {
      setSaid({ wrong: words.nothing });
      return;
    }
    setBusy(true);
    try {
      const answer = await call(sendByFigureLink, { token, cells });
      wait(false);
      const left = wrongsOf(answer.cells);
      take(answer.now, left);
      if (Object.keys(left).length > 0)
        setSaid({ wrong: Object.values(left).some(({ conflict }) => conflict) ? words.conflict : words.mend });
      else if (answer.sent === 0) setSaid({ done: words.sentSame, about: words.sentAbout });
      else setSaid({ done: words.sent(answer.sent), about: words.sentAbout });
    } catch (error) {
      if (error instanceof CallOffline) {
        wait(true);
        setSaid({ wrong: words.offline });
      } else {
        wait(false);
        const { title, about } = errorWords(text, error);
        setSaid({ wrong: [title, about].filter((part) => part !== null).join(' ') });
        if (!(error instanceof CallProblem)) throw error;
      }
    } finally {
      setBusy(false);
    }
  };
  useSendLater(later && !busy, send);
  return { found, fields, wrongs, said, busy, change, send };
}

const AGAIN_AFTER_MS = 10_000;

/** Sends again when there may be a network: the same figures twice are one sending to the server. */
function useSendLater(later: boolean, send: () => Promise<void>): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!later) return undefined;
    const again = () => void latest.current();
    const timer = setInterval(again, AGAIN_AFTER_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [later]);
}

const EMPTY = { typed: '', note: '', estimated: false };

function OpenFigures({ found: first }: { found: FiguresByLink }) {
  const text = useText();
  const words = text.figureLinks;
  const { found, fields, wrongs, said, busy, change, send } = useFigures(first);
  const open = found.closed ? [] : found.figures.filter(isOpen);
  const sentBefore = found.figures.some(({ figure }) => figure !== null && figure.state !== 'draft');
  return (
    <Door title={words.title(found.organisationName)} about={words.about(found.movementTitle)}>
      <p className="link-period">
        <b>{text.figurePages.period(found.period)}</b>
        {found.closed || open.length === 0 ? null : <span>{words.dueOn(found.dueOn)}</span>}
      </p>
      {found.closed ? <p className="link-over">{words.closed}</p> : null}
      {!found.closed && open.length === 0 ? <p className="link-over">{words.allApproved}</p> : null}
      <form
        noValidate
        className="link-figures"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {found.figures.map((asked) => (
          <FigureField
            key={asked.target.id}
            asked={asked}
            shut={found.closed || !isOpen(asked)}
            field={fields[asked.target.id] ?? EMPTY}
            wrong={wrongs[asked.target.id] ?? null}
            change={(field) => change(asked.target.id, field)}
          />
        ))}
        {said === null ? null : 'wrong' in said ? (
          <p className="form-error" role="alert">
            {said.wrong}
          </p>
        ) : (
          <p className="door-sent" role="status">
            <b>{said.done}</b> {said.about}
          </p>
        )}
        {open.length > 0 ? (
          <Button type="submit" size="lg" fullWidth loading={busy}>
            {sentBefore ? words.sendAgain : words.send}
          </Button>
        ) : null}
      </form>
      <div className="link-foot">
        {open.length > 0 ? <p>{words.keptHere}</p> : null}
        <p>{words.until(formatMoment(found.expiresAt))}</p>
        <p>{words.ask(found.madeBy.post, found.madeBy.organisation)}</p>
      </div>
    </Door>
  );
}
