import { createContext, type ReactNode, useContext } from 'react';
import { getSession, type Person, type Session } from '../contract/session.ts';
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
