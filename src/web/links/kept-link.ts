/** What a link opened, kept on this telephone, and what was to be sent with it when there was no network. */

import { useEffect, useRef, useState } from 'react';
import { CallOffline } from '../call.ts';
import { findAnswer, keepAnswer } from '../kept.ts';

const ownerOf = (token: string) => `link ${token}`;

/** Keeps what the link opens, also as a sending left it: what is sent next builds on that, after a reopening too. */
export const keepOpened = (question: string, token: string, answer: unknown): Promise<void> =>
  keepAnswer({ owner: ownerOf(token), question, answer, at: new Date().toISOString() });

/** What the link opens; without a network what it opened last, as long as it has not ended. */
export async function openOrKept<T extends { expiresAt: string }>(
  question: string,
  token: string,
  ask: () => Promise<T>,
): Promise<T> {
  const owner = ownerOf(token);
  try {
    const answer = await ask();
    await keepOpened(question, token, answer);
    return answer;
  } catch (error) {
    if (!(error instanceof CallOffline)) throw error;
    const kept = (await findAnswer(owner, question))?.answer as T | undefined;
    if (!kept || Date.parse(kept.expiresAt) < Date.now()) throw error;
    return kept;
  }
}

const keyOf = (linkId: string) => `thidua.figures.${linkId}.send`;

/** Remembers that the person pressed "Gửi" and nothing got through. */
function askLater(linkId: string, asked: boolean): void {
  try {
    if (asked) window.localStorage.setItem(keyOf(linkId), '1');
    else window.localStorage.removeItem(keyOf(linkId));
  } catch {
    // A browser that keeps nothing: the page itself still sends while it is open.
  }
}

function askedBefore(linkId: string): boolean {
  try {
    return window.localStorage.getItem(keyOf(linkId)) === '1';
  } catch {
    return false;
  }
}

const AGAIN_AFTER_MS = 10_000;

/**
 * Sends again when there may be a network, also after the page was closed and opened: the same twice is one sending to
 * the server. `wait` says that the person pressed "Gửi" and nothing got through, or that it is settled.
 */
export function useSendLater(linkId: string, busy: boolean, send: () => Promise<void>): (asked: boolean) => void {
  const [later, setLater] = useState(() => askedBefore(linkId));
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!later || busy) return undefined;
    const again = () => void latest.current();
    const timer = setInterval(again, AGAIN_AFTER_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [later, busy]);
  return (asked) => {
    askLater(linkId, asked);
    setLater(asked);
  };
}
