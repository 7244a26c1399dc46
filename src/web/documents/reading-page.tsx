import { Button, Loader, Progress } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate, useRevalidator } from 'react-router';
import './documents.css';
import './paper-fonts.ts';
import {
  cancelReading,
  discardReading,
  getReading,
  type ReadingSummary,
  restartReading,
} from '../../contract/documents.ts';
import type { ReadingId } from '../../contract/ids.ts';
import { Wrong } from '../../ui/page.tsx';
import { call, newActionId } from '../call.ts';
import { useText } from '../language.tsx';
import { readingFailureWords } from '../reading-failure.ts';
import { sayError } from '../say.ts';
import { savedBefore } from './saving.ts';
import { Workspace } from './workspace.tsx';

export async function readingLoader({ params, request }: LoaderFunctionArgs) {
  const readingId = params['readingId'] as ReadingId;
  await savedBefore(readingId);
  return call(getReading, { readingId }, { signal: request.signal });
}

const ASK_AGAIN_MS = 400;

/** A reading: how far it is, why it failed, or what was found. */
export function ReadingPage() {
  const answer = useLoaderData<typeof readingLoader>();
  const { reading, content, draft } = answer;
  if (reading.state === 'ready' && content && draft)
    return <Workspace key={reading.id} answer={{ ...answer, content, draft }} />;
  if (reading.state === 'waiting' || reading.state === 'running') return <Underway reading={reading} />;
  if (reading.state === 'used') return <Used reading={reading} />;
  return <Failed reading={reading} />;
}

function Underway({ reading }: { reading: ReadingSummary }) {
  const text = useText();
  const words = text.workroom.reading;
  const navigate = useNavigate();
  const { revalidate, state } = useRevalidator();
  const [stopping, setStopping] = useState(false);
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  const stop = async () => {
    setStopping(true);
    try {
      await call(cancelReading, { readingId: reading.id, actionId: newActionId() });
      await navigate('/van-ban');
    } catch (error) {
      sayError(text, error);
      setStopping(false);
    }
  };
  const { progress } = reading;
  // A page being recognised is not done yet.
  const done = (progress?.page ?? 0) - (progress?.stage === 'recognising' ? 1 : 0);
  const share = progress?.page && progress.pages ? (100 * done) / progress.pages : null;
  return (
    <div className="silence underway">
      <h1>{words.reading}</h1>
      <p>{reading.fileName}</p>
      {share === null ? (
        <Loader size="sm" />
      ) : (
        <Progress value={share} w="min(24rem, 90%)" mx="auto" aria-label={words.reading} />
      )}
      <p role="status">
        {progress ? text.documents.stages[progress.stage] : text.documents.states[reading.state]}
        {progress?.page ? `, ${text.documents.pageOf(progress.page, progress.pages)}` : ''}
      </p>
      <Button variant="default" onClick={() => void stop()} loading={stopping}>
        {words.stop}
      </Button>
    </div>
  );
}

function Failed({ reading }: { reading: ReadingSummary }) {
  const text = useText();
  const words = text.workroom.reading;
  const { revalidate } = useRevalidator();
  useToldOnce(reading);
  const again = async () => {
    try {
      await call(restartReading, { readingId: reading.id, actionId: newActionId() });
      await revalidate();
    } catch (error) {
      sayError(text, error);
    }
  };
  return (
    <Wrong
      icon={<IconFileAlert size={40} stroke={1.4} />}
      title={reading.state === 'cancelled' ? text.documents.states.cancelled : words.failed}
      deed={
        <>
          {reading.failure?.restartable ? (
            <Button onClick={() => void again()} mr="sm">
              {words.restart}
            </Button>
          ) : null}
          <Button component={Link} to="/van-ban" variant={reading.failure?.restartable ? 'default' : 'filled'}>
            {words.another}
          </Button>
        </>
      }
    >
      <b>{reading.fileName}</b>
      <br />
      {reading.failure ? readingFailureWords(text, reading.failure) : null}
    </Wrong>
  );
}

/** Nothing was kept of what cannot be read; once its sender has been told why, it leaves the list too. */
function useToldOnce({ id, state, mine, failure }: ReadingSummary): void {
  const over = state === 'failed' && mine && failure !== null && !failure.restartable;
  useEffect(() => {
    // Whatever keeps it from going now, it goes when it is next looked at.
    if (over) call(discardReading, { readingId: id, actionId: newActionId() }).catch(() => undefined);
  }, [id, over]);
}

function Used({ reading }: { reading: ReadingSummary }) {
  const text = useText();
  return (
    <div className="silence">
      <h1>{text.workroom.reading.usedTitle}</h1>
      <Button component={Link} to={reading.movementId ? `/phong-trao/${reading.movementId}` : '/phong-trao'}>
        {text.workroom.reading.matchOpen}
      </Button>
    </div>
  );
}
