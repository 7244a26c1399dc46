import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { redirect, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { type Session, signIn } from '../../contract/session.ts';
import { call } from '../call.ts';
import { insidePlace } from '../inside.ts';
import { useText } from '../language.tsx';
import { Mark } from '../mark.tsx';
import { errorWords } from '../say.ts';
import { loadSession } from '../session.tsx';

export async function signInLoader() {
  const session = await loadSession();
  if (session.person) throw redirect('/');
  return session;
}

export function SignInPage() {
  const text = useText();
  const session = useLoaderData<Session>();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (account: { name: string; password: string }) => {
    setBusy(true);
    setWrong(null);
    try {
      await call(signIn, account);
      await navigate(insidePlace(params.get('tiep'), window.location.origin));
    } catch (error) {
      setWrong(errorWords(text, error).title);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void enter({ name, password });
  };
  return (
    <main className="door">
      <div className="card door-card">
        <Mark />
        <h1>{text.frame.signInTitle}</h1>
        <p>{text.frame.signInAbout}</p>
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
          <PasswordInput
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
        {session.demoAccounts.length > 0 ? (
          <section className="door-demo" aria-label={text.frame.demoAccounts}>
            <h2>{text.frame.demoAccounts}</h2>
            <p>{text.frame.demoAccountsAbout}</p>
            <ul>
              {session.demoAccounts.map((account) => (
                <li key={account.name}>
                  <button type="button" disabled={busy} onClick={() => void enter(account)}>
                    {account.post}
                    <small>
                      {account.organisationName} · {account.name}
                    </small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </main>
  );
}
