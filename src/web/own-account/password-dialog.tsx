import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { ActionId } from '../../contract/ids.ts';
import { changePassword, type OwnAccount } from '../../contract/own-account.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { PasswordField } from '../password-field.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';

type Props = { account: OwnAccount; close: () => void; done: () => void };

/** A new password, after the present one. */
export function PasswordDialog({ account, close, done }: Props) {
  const text = useText();
  const words = text.ownAccount;
  const { busy, error, run } = useAct();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const ready = next !== '' && (current !== '' || !account.hasPassword);
  const submit = async () => {
    const changed = await run((actionId) => call(changePassword, { actionId, current, next }));
    if (changed === null) return;
    sayDone(words.passwordChanged);
    done();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={account.hasPassword ? words.passwordChange : words.passwordSet}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form
        noValidate
        className="own-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void submit();
        }}
      >
        <input hidden readOnly name="username" autoComplete="username" value={account.name} />
        {account.hasPassword ? (
          <PasswordField
            data-autofocus
            label={words.passwordCurrent}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        ) : null}
        <PasswordField
          label={words.passwordNext}
          description={words.passwordAbout}
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <p className="quiet">{words.passwordEnds}</p>
        <DialogEnd error={error} busy={busy} close={close} ready={ready} word={text.frame.save} />
      </form>
    </Modal>
  );
}

type Asking<T> = {
  account: OwnAccount;
  question: string;
  about: string;
  deedWord: string;
  deed: (actionId: ActionId, password: string) => Promise<T>;
  close: () => void;
  done: (answer: T) => void;
};

/** Asks for the password once more before something that keeps strangers out changes. */
export function AskPassword<T>({ account, question, about, deedWord, deed, close, done }: Asking<T>) {
  const text = useText();
  const { busy, error, run } = useAct();
  const [password, setPassword] = useState('');
  const submit = async () => {
    const answer = await run((actionId) => deed(actionId, password));
    if (answer !== null) done(answer);
  };
  return (
    <Modal opened onClose={close} title={question} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form
        noValidate
        className="own-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{about}</p>
        {account.hasPassword ? (
          <PasswordField
            data-autofocus
            label={text.ownAccount.passwordCurrent}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        ) : null}
        <DialogEnd
          error={error}
          busy={busy}
          close={close}
          ready={!account.hasPassword || password !== ''}
          word={deedWord}
        />
      </form>
    </Modal>
  );
}
