import { ActionIcon } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { countNotices } from '../contract/notices.ts';
import { call } from './call.ts';
import { useText } from './language.tsx';

/** Heard by the bell when somebody marked what they were told. */
export const NOTICES_MARKED = 'notices-marked';

const LOOK_EVERY_MS = 2 * 60_000;
const MOST_SHOWN = 99;

/** The way to what one was told, with how much of it is unread: counted when one goes somewhere, and now and then. */
export function Bell() {
  const words = useText().notices;
  const unread = useUnread();
  return (
    <ActionIcon
      component={Link}
      to="/thong-bao"
      variant="subtle"
      color="gray"
      size="lg"
      className="bell"
      aria-label={words.bell(unread)}
      title={words.bell(unread)}
    >
      <IconBell size={19} stroke={1.7} aria-hidden="true" />
      {unread > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
        </span>
      ) : null}
    </ActionIcon>
  );
}

function useUnread(): number {
  const { pathname } = useLocation();
  const [unread, setUnread] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: wherever one goes, it is counted anew
  useEffect(() => {
    const gone = new AbortController();
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      // Without a network the number stays as it was.
      call(countNotices, {}, { signal: gone.signal }).then(
        (found) => setUnread(found.unread),
        () => undefined,
      );
    };
    look();
    const beat = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener(NOTICES_MARKED, look);
    return () => {
      gone.abort();
      clearInterval(beat);
      window.removeEventListener(NOTICES_MARKED, look);
    };
  }, [pathname]);
  return unread;
}
