import { Button } from '@mantine/core';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type getSystem, sendTestLetter } from '../../contract/system.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';

/** The mail server as it was set up, and a letter to try it. */
export function MailCard({ mail }: { mail: OutputOf<typeof getSystem>['mail'] }) {
  const words = useText().system.mail;
  const { busy, error, run } = useAct();
  const test = async () => {
    const sent = await run((actionId) => call(sendTestLetter, { actionId }));
    if (sent) sayDone(words.sent(sent.to));
  };
  return (
    <section className="card" aria-labelledby="mail-head">
      <div className="card-head">
        <h2 id="mail-head">{words.title}</h2>
        {mail ? (
          <Button variant="default" loading={busy} title={words.testAbout} onClick={() => void test()}>
            {words.test}
          </Button>
        ) : null}
      </div>
      <ActErrorNote error={error} />
      {mail ? (
        <p className="card-body">
          {words.server(mail.host, mail.port)}, {mail.secure ? words.secure : words.later},{' '}
          {mail.signedIn ? words.signedIn : words.open}. {words.from(mail.from)}. {words.about}
        </p>
      ) : (
        <p className="card-body quiet">{words.none}</p>
      )}
    </section>
  );
}
