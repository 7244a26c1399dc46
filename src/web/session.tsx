import { createContext, type ReactNode, useContext } from 'react';
import { getSession, type Person, type Session } from '../contract/session.ts';
import { type ActName, scopesOf } from '../core/rules/access.ts';
import { call } from './call.ts';

const Signed = createContext<(Session & { person: Person }) | null>(null);

export const loadSession = (signal?: AbortSignal): Promise<Session> => call(getSession, {}, signal ? { signal } : {});

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
