import './own-account.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { getNoticeWays } from '../../contract/notice-ways.ts';
import { getOwnAccount, type OwnAccount } from '../../contract/own-account.ts';
import { PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { CodesCard, type Paper } from './codes-card.tsx';
import { IdentitiesCard } from './identities-card.tsx';
import { NoticesCard } from './notices-card.tsx';
import { RecoveryPaper } from './paper.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { SessionsCard } from './sessions-card.tsx';

export async function ownAccountLoader({ request: { signal } }: LoaderFunctionArgs) {
  const [account, ways] = await Promise.all([call(getOwnAccount, {}, { signal }), call(getNoticeWays, {}, { signal })]);
  return { account, ways };
}

/** Tài khoản của tôi: what opens this account, and where it is open. */
export function OwnAccountPage() {
  const text = useText();
  const words = text.ownAccount;
  const { account, ways } = useLoaderData<typeof ownAccountLoader>();
  const revalidator = useRevalidator();
  const failed = useSearchParams()[0].get('loi') !== null;
  const [paper, setPaper] = useState<Paper | null>(null);
  const changed = () => void revalidator.revalidate();
  if (paper) return <RecoveryPaper paper={paper} name={account.name} finish={() => setPaper(null)} />;
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about} />
      {failed ? (
        <p className="form-error" role="alert">
          {text.problems['sign-on-failed']}
        </p>
      ) : null}
      <div className="own-cards">
        <WhoCard account={account} />
        <PasswordCard account={account} changed={changed} />
        <PasskeysCard account={account} changed={changed} />
        <CodesCard account={account} changed={changed} showPaper={setPaper} />
        <IdentitiesCard account={account} changed={changed} />
        <NoticesCard ways={ways} changed={changed} />
        <SessionsCard account={account} changed={changed} />
      </div>
    </>
  );
}

function WhoCard({ account }: { account: OwnAccount }) {
  const words = useText().ownAccount;
  const held = account.posts.filter(({ when }) => when === 'now');
  return (
    <section className="card" aria-label={words.who}>
      <h2>{words.who}</h2>
      <dl className="own-facts">
        <dt>{words.name}</dt>
        <dd>
          <b>{account.name}</b>
        </dd>
        <dt>{words.email}</dt>
        <dd>{account.email ?? words.emailNone}</dd>
        <dt>{words.posts}</dt>
        <dd>
          {held.map(({ id, title, organisation }) => (
            <div key={id}>{words.post(title, organisation.name)}</div>
          ))}
        </dd>
      </dl>
      <p className="card-body quiet">{words.nameAbout}</p>
    </section>
  );
}

function PasswordCard({ account, changed }: { account: OwnAccount; changed: () => void }) {
  const words = useText().ownAccount;
  const [changing, setChanging] = useState(false);
  return (
    <section className="card" aria-label={words.password}>
      <h2>{words.password}</h2>
      <p className="card-body">{account.hasPassword ? words.passwordOn : words.passwordOff}</p>
      <div className="own-deeds">
        <Button variant="default" onClick={() => setChanging(true)}>
          {account.hasPassword ? words.passwordChange : words.passwordSet}
        </Button>
      </div>
      {changing ? (
        <PasswordDialog
          account={account}
          close={() => setChanging(false)}
          done={() => {
            setChanging(false);
            changed();
          }}
        />
      ) : null}
    </section>
  );
}
