import { Button } from '@mantine/core';
import { endOwnSession, type OwnAccount, type OwnSession } from '../../contract/own-account.ts';
import type { Text } from '../../core/text/vi.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { deviceOf } from './device.ts';

function deviceWords(text: Text, { device }: OwnSession): string {
  const known = deviceOf(device);
  return known ? text.ownAccount.deviceOn(known.browser, known.system) : text.ownAccount.deviceUnknown;
}

/** Where one is signed in, and an end to it elsewhere. */
export function SessionsCard({ account, changed }: { account: OwnAccount; changed: () => void }) {
  const text = useText();
  const words = text.ownAccount;
  const { busy, error, run } = useAct();
  const end = async (session: OwnSession) => {
    const ended = await run((actionId) => call(endOwnSession, { actionId, sessionId: session.id }));
    if (ended === null) return;
    sayDone(words.sessionEnded);
    changed();
  };
  return (
    <section className="card own-whole" aria-label={words.sessions}>
      <h2>{words.sessions}</h2>
      <p className="card-body quiet">{words.sessionsAbout}</p>
      <ActErrorNote error={error} />
      <ul className="thing-lines">
        {account.sessions.map((session) => {
          const device = deviceWords(text, session);
          const seen = formatMoment(session.seenAt);
          return (
            <li key={session.id}>
              <div>
                {device} {session.current ? <span className="own-here">{words.here}</span> : null}
                <small>{words.sessionAt(session.address, seen)}</small>
              </div>
              {session.current ? null : (
                <Button
                  variant="default"
                  size="xs"
                  disabled={busy}
                  aria-label={words.sessionEndOf(device, seen)}
                  onClick={() => void end(session)}
                >
                  {words.sessionEnd}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
