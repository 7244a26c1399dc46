import { useRef, useState } from 'react';
import type { ActionId } from '../contract/ids.ts';
import { CallProblem, newActionId } from './call.ts';
import { useText } from './language.tsx';
import { errorWords } from './say.ts';

export type ActError = { title: string; about: string | null; stale: boolean };

/**
 * Runs one deed at a time. The action id stays the same until the server has answered, so that pressing again after a
 * lost connection does not do it twice. `error` is what to show where the person is looking.
 */
export function useAct(): {
  busy: boolean;
  error: ActError | null;
  clear: () => void;
  run: <T>(deed: (actionId: ActionId) => Promise<T>) => Promise<T | null>;
} {
  const text = useText();
  const actionId = useRef<ActionId | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ActError | null>(null);
  const run = async <T>(deed: (actionId: ActionId) => Promise<T>): Promise<T | null> => {
    actionId.current ??= newActionId();
    setBusy(true);
    setError(null);
    try {
      const done = await deed(actionId.current);
      actionId.current = null;
      return done;
    } catch (thrown) {
      if (thrown instanceof CallProblem) actionId.current = null;
      const stale = thrown instanceof CallProblem && thrown.body.kind === 'stale';
      setError({ ...errorWords(text, thrown), stale });
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, clear: () => setError(null), run };
}
