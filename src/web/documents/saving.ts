import { useCallback, useEffect, useRef, useState } from 'react';
import type { MovementDraft, SavedDraft } from '../../contract/documents.ts';
import { saveReadingDraft } from '../../contract/documents.ts';
import type { ReadingId } from '../../contract/ids.ts';
import { CallProblem, call, newActionId } from '../call.ts';

export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'failed' }
  | { kind: 'stale'; newer: SavedDraft };

/** Saves still on their way when a person left the page, so that coming back waits for them. */
const leaving = new Map<ReadingId, Promise<unknown>>();

/** Resolves when nothing of this reading is on its way to the server any more. */
export const savedBefore = async (readingId: ReadingId): Promise<void> => {
  await leaving.get(readingId);
  leaving.delete(readingId);
};

const WAIT_MS = 700;
const RETRY_MS = 5000;

/** Keeps the draft on the server by itself, a moment after the last change; `flush` saves what is open and gives the version. */
export function useSaving(readingId: ReadingId, first: SavedDraft, draft: MovementDraft) {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: first.savedAt });
  const version = useRef(first.version);
  const saved = useRef(first.draft);
  const latest = useRef(draft);
  const running = useRef<Promise<boolean> | null>(null);
  latest.current = draft;

  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current;
    if (latest.current === saved.current) return true;
    const sending = latest.current;
    setState({ kind: 'saving' });
    running.current = call(saveReadingDraft, {
      readingId,
      actionId: newActionId(),
      version: version.current,
      draft: sending,
    }).then(
      (answer) => {
        version.current = answer.version;
        saved.current = sending;
        setState({ kind: 'saved', at: answer.savedAt });
        return true;
      },
      (error: unknown) => {
        const newer =
          error instanceof CallProblem && error.body.kind === 'stale'
            ? (error.body.reasons[0]?.facts['current'] as SavedDraft | undefined)
            : undefined;
        setState(newer ? { kind: 'stale', newer } : { kind: 'failed' });
        return false;
      },
    );
    const done = await running.current;
    running.current = null;
    return done;
  }, [readingId]);

  useEffect(() => {
    if (draft === saved.current || state.kind === 'stale') return;
    const timer = setTimeout(() => void save(), state.kind === 'failed' ? RETRY_MS : WAIT_MS);
    return () => clearTimeout(timer);
  }, [draft, save, state.kind]);

  // Leaving for another page of the workroom does not wait for the timer.
  useEffect(
    () => () => {
      if (latest.current !== saved.current) leaving.set(readingId, save());
    },
    [save, readingId],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current !== saved.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  // Between a change and its save nothing may read "saved".
  const shown: SaveState = state.kind === 'saved' && draft !== saved.current ? { kind: 'saving' } : state;
  return {
    state: shown,
    /** Saves what is not saved yet; the version that then stands, or null when it could not be saved. */
    flush: async (): Promise<number | null> => ((await save()) ? version.current : null),
    /** After a conflict: goes on from the newer draft, or writes this one over it. */
    settle: (newer: SavedDraft, keepMine: boolean) => {
      version.current = newer.version;
      saved.current = newer.draft;
      setState({ kind: 'saved', at: newer.savedAt });
      if (keepMine) void save();
    },
  };
}
