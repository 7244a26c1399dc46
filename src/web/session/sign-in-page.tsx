import { Button, TextInput } from '@mantine/core';
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { redirect, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { askToSignIn, signInWithPasskey } from '../../contract/own-account.ts';
import { type Session, signIn } from '../../contract/session.ts';
import { CallProblem, call } from '../call.ts';
import { Door } from '../door.tsx';
import { insidePlace } from '../inside.ts';
import { useText } from '../language.tsx';
import { passkeysHere, showPasskey } from '../passkey.ts';
import { PasswordField } from '../password-field.tsx';
import { errorWords } from '../say.ts';
import { loadSession } from '../session.tsx';
import { CodeStep } from './code-step.tsx';

export async function signInLoader() {
  const session = await loadSession();
  if (session.person) throw redirect('/');
  return session;
}

/** What may come back with somebody who was sent to sign in elsewhere. */
const FROM_ELSEWHERE = ['sign-on-off', 'sign-on-failed', 'sign-on-unknown'] as const;

type Known = { name: string; password: string };

export function SignInPage() {
  const text = useText();
  const session = useLoaderData<Session>();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const said = FROM_ELSEWHERE.find((code) => code === params.get('loi'));
  const [wrong, setWrong] = useState<string | null>(said ? text.problems[said] : null);
  const [busy, setBusy] = useState(false);
  /** The password was right, and a code is asked for. */
  const [known, setKnown] = useState<Known | null>(null);
  const through = async (way: () => Promise<unknown>, codeNeeded?: () => void) => {
    setBusy(true);
    setWrong(null);
    try {
      await way();
      await navigate(insidePlace(params.get('tiep'), window.location.origin));
    } catch (error) {
      setBusy(false);
      if (error instanceof CallProblem && error.body.code === 'code-needed' && codeNeeded) codeNeeded();
      else setWrong(errorWords(text, error).title);
    }
  };
  const enter = (account: Known) =>
    through(
      () => call(signIn, account),
      () => setKnown(account),
    );
  if (known)
    return (
      <CodeStep
        busy={busy}
        wrong={wrong}
        confirm={(code) => void through(() => call(signIn, { ...known, code }))}
        leave={() => {
          setKnown(null);
          setWrong(null);
        }}
      />
    );
  return (
    <Door title={text.frame.signInTitle} about={text.frame.signInAbout}>
      <PasswordForm busy={busy} wrong={wrong} enter={(account) => void enter(account)} />
      <OtherWays
        session={session}
        busy={busy}
        withPasskey={() =>
          void through(async () => {
            const { challengeId, options } = await call(askToSignIn, {});
            await call(signInWithPasskey, { challengeId, response: await showPasskey(options) });
          })
        }
      />
      <details className="door-more">
        <summary>{text.session.forgotten}</summary>
        <p>{text.session.forgottenAbout}</p>
        <p>{text.session.forgottenPhone}</p>
      </details>
      <DemoAccounts session={session} busy={busy} enter={(account) => void enter(account)} />
    </Door>
  );
}

function PasswordForm({
  busy,
  wrong,
  enter,
}: {
  busy: boolean;
  wrong: string | null;
  enter: (account: Known) => void;
}) {
  const text = useText();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter({ name, password });
  };
  return (
    <form className="door-form" onSubmit={submit}>
      <TextInput
        label={text.frame.accountName}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordField
        label={text.frame.password}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {wrong ? (
        <p className="form-error" role="alert">
          {wrong}
        </p>
      ) : null}
      <Button type="submit" fullWidth loading={busy}>
        {text.frame.signIn}
      </Button>
    </form>
  );
}

type Ways = { session: Session; busy: boolean; withPasskey: () => void };

function OtherWays({ session, busy, withPasskey }: Ways) {
  const words = useText().session;
  const passkeys = passkeysHere();
  if (!passkeys && session.signOnName === null) return null;
  return (
    <div className="door-ways">
      <span className="door-or">{words.or}</span>
      {passkeys ? (
        <Button
          variant="default"
          fullWidth
          disabled={busy}
          leftSection={<IconFingerprint size={18} aria-hidden="true" />}
          title={words.withPasskeyAbout}
          onClick={withPasskey}
        >
          {words.withPasskey}
        </Button>
      ) : null}
      {session.signOnName === null ? null : (
        <Button
          component="a"
          href="/sign-on"
          variant="default"
          fullWidth
          leftSection={<IconLogin2 size={18} aria-hidden="true" />}
        >
          {words.elsewhere(session.signOnName)}
        </Button>
      )}
    </div>
  );
}

type Demo = { session: Session; busy: boolean; enter: (account: Known) => void };

function DemoAccounts({ session, busy, enter }: Demo) {
  const text = useText();
  if (session.demoAccounts.length === 0) return null;
  return (
    <section className="door-demo" aria-label={text.frame.demoAccounts}>
      <h2>{text.frame.demoAccounts}</h2>
      <p>{text.frame.demoAccountsAbout}</p>
      <ul>
        {session.demoAccounts.map((account) => (
          <li key={account.name}>
            <button type="button" disabled={busy} onClick={() => enter(account)}>
              {account.post}
              <small>
                {account.organisationName} · {account.name}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
