/** What a link for figures opened, kept on this telephone, and whether it was asked to be sent when there was no network. */

import { type FiguresByLink, openFigureLink } from '../../contract/figure-links.ts';
import { CallOffline, call } from '../call.ts';
import { findAnswer, keepAnswer } from '../kept.ts';

const question = openFigureLink.name;

/** What the link opens; without a network what it opened last, as long as it has not ended. */
export async function openOrKept(token: string, signal: AbortSignal): Promise<FiguresByLink> {
  const owner = `link ${token}`;
  try {
    const answer = await call(openFigureLink, { token }, { signal });
    await keepAnswer({ owner, question, answer, at: new Date().toISOString() });
    return answer;
  } catch (error) {
    if (!(error instanceof CallOffline)) throw error;
    const kept = (await findAnswer(owner, question))?.answer as FiguresByLink | undefined;
    if (!kept || Date.parse(kept.expiresAt) < Date.now()) throw error;
    // Kept by an older program it tells nothing of files.
    return { ...kept, figures: kept.figures.map((one) => ({ ...one, evidence: one.evidence ?? [] })) };
  }
}

const keyOf = (linkId: string) => `thidua.figures.${linkId}.send`;

/** Remembers that the person pressed "Gửi" and nothing got through. */
export function askLater(linkId: string, asked: boolean): void {
  try {
    if (asked) window.localStorage.setItem(keyOf(linkId), '1');
    else window.localStorage.removeItem(keyOf(linkId));
  } catch {
    // A browser that keeps nothing: the page itself still sends while it is open.
  }
}

export function askedBefore(linkId: string): boolean {
  try {
    return window.localStorage.getItem(keyOf(linkId)) === '1';
  } catch {
    return false;
  }
}
