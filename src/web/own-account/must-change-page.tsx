import { Button } from '@mantine/core';
import { useState } from 'react';
import { redirect, useNavigate } from 'react-router';
import { changePassword } from '../../contract/own-account.ts';
import { signOut } from '../../contract/session.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Door } from '../door.tsx';
import { useText } from '../language.tsx';
import { PasswordField } from '../password-field.tsx';
import { sayDone } from '../say.ts';
import { loadSession } from '../session.tsx';
import { useAct } from '../use-act.ts';

export async function mustChangeLoader() {
  const { person } = await loadSession();
  if (!person) throw redirect('/dang-nhap');
  if (!person.mustChangePassword) throw redirect('/');
  return null;
}

/** The first sign-in with a password that somebody else gave: nothing goes on before it is one's own. */
export function MustChangePage() {
  const text = useText();
  const words = text.session;
  const navigate = useNavigate();
  const { busy, error, run } = useAct();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = async () => {
    const changed = await run((actionId) => call(changePassword, { actionId, current, next }));
    if (changed === null) return;
    sayDone(words.changed);
    await navigate('/', { replace: true });
  };
  const leave = async () => {
    await run(() => call(signOut, {}));
    await navigate('/dang-nhap');
  };
  return (
    <Door title={words.mustChangeTitle} about={words.mustChangeAbout}>
      <form
        noValidate
        className="door-form"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <PasswordField
          label={words.given}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordField
          label={words.next}
          description={text.links.passwordAbout}
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <ActErrorNote error={error} />
        <Button type="submit" fullWidth loading={busy} disabled={current === '' || next === ''}>
          {words.change}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => void leave()}>
          {text.frame.signOut}
        </Button>
      </form>
    </Door>
  );
}
