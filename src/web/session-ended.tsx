import { Alert, Button } from '@mantine/core';
import { useLocation } from 'react-router';
import { useText } from './language.tsx';
import { useSessionEnded } from './session.tsx';

/** Says that the sign-in has ended while somebody was at work, and what became of the work. */
export function SessionEnded() {
  const text = useText();
  const words = text.offline;
  const { pathname, search } = useLocation();
  if (!useSessionEnded()) return null;
  return (
    <Alert variant="light" color="yellow" className="page-note no-print" title={words.ended} role="alert">
      <p>{words.endedAbout}</p>
      <Button size="compact-sm" component="a" href={`/dang-nhap?tiep=${encodeURIComponent(pathname + search)}`}>
        {text.frame.signIn}
      </Button>
    </Alert>
  );
}
