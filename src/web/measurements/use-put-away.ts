import { useEffect, useRef } from 'react';
import { putAwayBeforeReload } from '../new-version.ts';

/** Puts typed figures away before the page goes: closed, sent to the background by a call, or loaded anew. */
export function usePutAway(open: number, putAway: () => Promise<void>): void {
  const latest = useRef(putAway);
  latest.current = putAway;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (open > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [open]);
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void latest.current();
    };
    document.addEventListener('visibilitychange', hidden);
    const taken = putAwayBeforeReload(() => latest.current());
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      taken();
    };
  }, []);
}
