import { Button } from '@mantine/core';
import { IconCloudOff, IconMapQuestion, IconTool } from '@tabler/icons-react';
import { Link, useRouteError } from 'react-router';
import { Wrong } from '../ui/page.tsx';
import { CallOffline, CallProblem } from './call.ts';
import { useText } from './language.tsx';

/** A page that could not be shown: not there, not reachable, or broken. */
export function FailedPage() {
  const text = useText();
  const error = useRouteError();
  if (error instanceof CallProblem && error.body.kind === 'unauthenticated') {
    window.location.assign(`/dang-nhap?tiep=${encodeURIComponent(window.location.pathname + window.location.search)}`);
    return null;
  }
  if (error instanceof CallProblem && (error.body.kind === 'not-found' || error.body.kind === 'invalid'))
    return <NotFoundPage />;
  const offline = error instanceof CallOffline;
  const requestId = error instanceof CallProblem ? error.body.requestId : null;
  return (
    <Wrong
      icon={offline ? <IconCloudOff size={36} /> : <IconTool size={36} />}
      title={offline ? text.frame.offlineTitle : text.frame.brokenTitle}
      deed={<Button onClick={() => window.location.reload()}>{text.frame.reload}</Button>}
    >
      {offline ? text.frame.offlineAbout : text.frame.brokenAbout} {requestId ? text.frame.requestId(requestId) : null}
    </Wrong>
  );
}

export function NotFoundPage() {
  const text = useText();
  return (
    <Wrong
      icon={<IconMapQuestion size={36} />}
      title={text.frame.notFoundTitle}
      deed={
        <Button component={Link} to="/">
          {text.frame.home}
        </Button>
      }
    >
      {text.frame.notFoundAbout}
    </Wrong>
  );
}
