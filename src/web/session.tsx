import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { getSession, type Person, type Session } from '../contract/session.ts';
import { type ActName, scopesOf } from '../core/rules/access.ts';
import { CallOffline, call } from './call.ts';
import { forgetSeat, keepSeat, keptSeat } from './kept.ts';

const Signed = createContext<(Session & { person: Person }) | null>(null);

/** Account and seat: what one entered in one post is not sent, nor shown, in another. */
export function ownerOf({ id, seats }: Person): string {
  const seat = seats.find(({ current }) => current);
  return `${id} ${seat?.postId ?? ''} ${seat?.deputationId ?? ''}`.trim();
}

let owner: string | null = null;
let ended = false;
const watchers = new Set<() => void>();

/** The sign-in ran out, or was ended elsewhere, while a page was open. */
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
    () => ended,
  );

function sessionEnded(now: boolean): void {
  ended = now;
  for (const watch of watchers) watch();
}

let knowing: Promise<unknown> = Promise.resolve();

/** Who works in this page, as far as it is known; null before, after and in between. */
export const ownerNow = (): string | null => owner;

/** The same, once the question that is on its way has been answered. */
export async function ownerKnown(): Promise<string | null> {
  await knowing.catch(() => undefined);
  return owner;
}

export function loadSession(signal?: AbortSignal): Promise<Session> {
  const asking = call(getSession, {}, signal ? { signal } : {}).then(async (session) => {
    const before = owner;
    owner = session.person ? ownerOf(session.person) : null;
    sessionEnded(owner === null && (before !== null || ended));
    if (owner === null) await forgetSeat();
    else await keepSeat({ owner, session });
    return session;
  });
  knowing = asking;
  return asking;
}

/** The session; where the server is not reached, the last one that there was in this browser. */
export async function loadSessionOrKept(signal: AbortSignal): Promise<Session> {
  try {
    return await loadSession(signal);
  } catch (error) {
    if (!(error instanceof CallOffline)) throw error;
    const finding = keptSeat();
    knowing = finding.then((kept) => {
      owner = kept?.owner ?? null;
    });
    const kept = await finding;
    await knowing;
    if (!kept) throw error;
    return kept.session;
  }
}

export function SessionProvider({ session, children }: { session: Session & { person: Person }; children: ReactNode }) {
  return <Signed value={session}>{children}</Signed>;
}

/** Who is signed in; only inside the frame, where somebody always is. */
export function useSession(): Session & { person: Person } {
  const session = useContext(Signed);
  if (!session) throw new Error('no session around this page');
  return session;
}

/** What a person may do somewhere at all; a record says itself whether they may do it there. */
export const mayAtAll = (person: Person, act: ActName): boolean => scopesOf(act, person.roles).length > 0;
