import { Button } from '@mantine/core';
import { useState } from 'react';
import { type OwnAccount, unlinkIdentity } from '../../contract/own-account.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';

type Props = { account: OwnAccount; changed: () => void };

/** Identities elsewhere that open this account; nothing where no such system is set up. */
export function IdentitiesCard({ account, changed }: Props) {
  const words = useText().ownAccount;
  const { signOnName } = useSession();
  const [parting, setParting] = useState<OwnAccount['identities'][number] | null>(null);
  if (signOnName === null && account.identities.length === 0) return null;
  return (
    <section className="card" aria-label={words.identities}>
      <h2>{words.identities}</h2>
      {account.identities.length === 0 ? (
        <p className="card-body quiet">{words.identitiesNone}</p>
      ) : (
        <ul className="thing-lines">
          {account.identities.map((identity) => (
            <li key={identity.id}>
              <div>
                {identity.issuer}
                <small>{words.identityAt(formatMoment(identity.linkedAt))}</small>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={words.identityUnlinkOf(identity.issuer)}
                onClick={() => setParting(identity)}
              >
                {words.identityUnlink}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {signOnName === null ? null : (
        <div className="own-deeds">
          <Button component="a" href="/sign-on?join" variant="default">
            {words.identityJoin(signOnName)}
          </Button>
        </div>
      )}
      {parting ? (
        <Confirm
          opened
          close={() => setParting(null)}
          question={words.identityUnlinkAsk(parting.issuer)}
          about={words.identityUnlinkAbout}
          deedWord={words.identityUnlink}
          deed={(actionId) => call(unlinkIdentity, { actionId, identityId: parting.id })}
          done={() => {
            setParting(null);
            sayDone(words.identityUnlinked);
            changed();
          }}
        />
      ) : null}
    </section>
  );
}
