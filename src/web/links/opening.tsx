import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { CallProblem } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { errorWords, reasonSentences } from '../say.ts';

/** What a link opened, or why it did not. */
export type Opening<T> = { found: T } | { refused: CallProblem };

/** Asks for what a link opens; only the server's own no is an answer. */
export const opening = <T,>(asked: Promise<T>): Promise<Opening<T>> =>
  asked.then(
    (found) => ({ found }),
    (error: unknown) => {
      if (error instanceof CallProblem && error.body.status < 500) return { refused: error };
      throw error;
    },
  );

/** A link that does not open: ended, used, taken back, or tried too often. The page cannot know which, and says so. */
export function ShutDoor({ refused, about }: { refused: CallProblem; about: string }) {
  const text = useText();
  const { kind } = refused.body;
  const whom = reasonSentences(text, refused.body).join(' ');
  const gone = kind === 'not-found' || kind === 'invalid';
  return (
    <Door title={text.links.goneTitle} about={gone ? about : errorWords(text, refused).title}>
      {gone && whom !== '' ? <p className="door-task">{whom}</p> : null}
      <Button component={Link} to="/dang-nhap" variant="default" fullWidth>
        {text.links.toSignIn}
      </Button>
    </Door>
  );
}
