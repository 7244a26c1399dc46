import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import './figures.css';
import { answerByRequestLink, openRequestLink, type RequestByLink } from '../../contract/request-links.ts';
import { shaped } from '../../core/rules/data-requests.ts';
import { AnswerSheet, type CellWrongs, wrongCells } from '../answer-sheet.tsx';
import { CallOffline, CallProblem, call } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { errorWords } from '../say.ts';
import { openOrKept, useSendLater } from './kept-link.ts';
import { type Opening, opening, ShutDoor } from './opening.tsx';

export function requestLinkLoader({ params, request }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const ask = () => call(openRequestLink, { token }, { signal: request.signal });
  return opening(openOrKept(openRequestLink.name, token, ask));
}

/** Điền phiếu: the table that a link asks of one unit; nothing else of the product. */
export function RequestByLinkPage() {
  const text = useText();
  const data = useLoaderData<Opening<RequestByLink>>();
  return 'refused' in data ? (
    <ShutDoor refused={data.refused} about={text.dataRequests.linkGone} />
  ) : (
    <OpenRequest found={data.found} />
  );
}

const keyOf = (linkId: string) => `thidua.request.${linkId}`;

/** What was typed on this telephone and not sent; null where nothing was. */
function readKept({ id, layout }: RequestByLink): string[][] | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(id)) ?? 'null');
    const rows =
      Array.isArray(kept) && kept.every((row) => Array.isArray(row) && row.every((one) => typeof one === 'string'));
    return rows ? shaped(layout, kept as string[][]) : null;
  } catch {
    // The browser keeps nothing: the table begins as the server has it.
    return null;
  }
}

function keep({ id }: RequestByLink, cells: string[][] | null): void {
  try {
    if (cells === null) window.localStorage.removeItem(keyOf(id));
    else window.localStorage.setItem(keyOf(id), JSON.stringify(cells));
  } catch {
    // A browser that keeps nothing: what is typed stays on the page alone.
  }
}

type Said = { done: string } | { wrong: string };

function OpenRequest({ found: first }: { found: RequestByLink }) {
  const text = useText();
  const words = text.dataRequests;
  const token = useParams()['token'] ?? '';
  const [found, setFound] = useState(first);
  const [cells, setCells] = useState(() => readKept(first) ?? shaped(first.layout, first.cells));
  const [wrongs, setWrongs] = useState<CellWrongs>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  // Declared here, since sending waits and waiting sends.
  const again = useRef<() => Promise<void>>(async () => undefined);
  const wait = useSendLater(first.id, busy, () => again.current());
  const change = (next: string[][]) => {
    setCells(next);
    keep(found, next);
    setSaid(null);
    const left = wrongCells(found.layout, next);
    setWrongs((before) => Object.fromEntries(Object.entries(left).filter(([key]) => key in before)));
  };
  const send = async () => {
    const left = wrongCells(found.layout, cells);
    const count = Object.keys(left).length;
    setWrongs(left);
    if (count > 0) {
      wait(false);
      setSaid({ wrong: words.mend(count) });
      return;
    }
    setBusy(true);
    try {
      const now = await call(answerByRequestLink, { token, version: found.version, cells });
      setFound(now);
      setCells(shaped(now.layout, now.cells));
      keep(now, null);
      wait(false);
      setSaid({ done: words.sentByLink });
    } catch (error) {
      if (error instanceof CallOffline) {
        wait(true);
        setSaid({ wrong: words.offlineByLink });
      } else {
        wait(false);
        const { title, about } = errorWords(text, error);
        setSaid({ wrong: [title, about].filter((part) => part !== null).join(' ') });
        if (!(error instanceof CallProblem)) throw error;
        // Somebody may have changed it meanwhile: what is typed stays, sending goes on from the newer one.
        if (error.body.kind === 'stale') await call(openRequestLink, { token }).then(setFound, () => undefined);
      }
    } finally {
      setBusy(false);
    }
  };
  again.current = send;
  return (
    <Door title={found.title} about={words.fillOf(found.organisationName)}>
      <p className="link-period">
        <span>{text.figureLinks.dueOn(found.dueOn)}</span>
      </p>
      {found.about ? <p>{found.about}</p> : null}
      {found.closed ? <p className="link-over">{words.refusals['request-closed']({})}</p> : null}
      {found.returnedReason ? <p className="form-error">{words.returned(found.returnedReason)}</p> : null}
      <form
        noValidate
        className="link-figures"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <AnswerSheet
          layout={found.layout}
          unit={found.organisationName}
          cells={cells}
          wrongs={wrongs}
          change={change}
        />
        {said === null ? null : 'wrong' in said ? (
          <p className="form-error" role="alert">
            {said.wrong}
          </p>
        ) : (
          <p className="door-sent" role="status">
            {said.done}
          </p>
        )}
        {found.closed ? null : (
          <Button type="submit" size="lg" fullWidth loading={busy}>
            {found.sent || found.returnedReason ? words.sendAgain : words.sendAnswer}
          </Button>
        )}
      </form>
      <div className="link-foot">
        <p>{text.figureLinks.keptHere}</p>
        <p>{words.linkUntil(formatMoment(found.expiresAt))}</p>
        <p>{text.figureLinks.ask(found.madeBy.post, found.madeBy.organisation)}</p>
      </div>
    </Door>
  );
}
