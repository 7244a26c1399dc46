import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addPasskey, askForPasskey, type OwnAccount, removePasskey } from '../../contract/own-account.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { deviceName, makePasskey, passkeysHere } from '../passkey.ts';
import { PasswordField } from '../password-field.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';

type Props = { account: OwnAccount; changed: () => void };
type Passkey = OwnAccount['passkeys'][number];

/** Passkeys: which there are, one more, one less. */
export function PasskeysCard({ account, changed }: Props) {
  const words = useText().ownAccount;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  return (
    <section className="card" aria-label={words.passkeys}>
      <h2>{words.passkeys}</h2>
      <p className="card-body">{words.passkeysAbout}</p>
      {account.passkeys.length === 0 ? null : (
        <ul className="thing-lines">
          {account.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <div>
                {passkey.name}
                <small>
                  {words.passkeyMade(formatMoment(passkey.madeAt))},{' '}
                  {passkey.usedAt ? words.passkeyUsed(formatMoment(passkey.usedAt)) : words.passkeyUnused}
                </small>
              </div>
              <Button
                variant="default"
                size="xs"
                aria-label={words.passkeyRemoveOf(passkey.name)}
                onClick={() => setRemoving(passkey)}
              >
                {words.passkeyRemove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {passkeysHere() ? (
        <div className="own-deeds">
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.passkeyAdd}
          </Button>
        </div>
      ) : (
        <p className="card-body quiet">{words.passkeysNotHere}</p>
      )}
      {adding ? (
        <AddDialog
          account={account}
          close={() => setAdding(false)}
          done={() => {
            setAdding(false);
            changed();
          }}
        />
      ) : null}
      {removing ? (
        <Confirm
          opened
          close={() => setRemoving(null)}
          question={words.passkeyRemoveAsk(removing.name)}
          about={words.passkeyRemoveAbout}
          deedWord={words.passkeyRemove}
          deed={(actionId) => call(removePasskey, { actionId, passkeyId: removing.id })}
          done={() => {
            setRemoving(null);
            sayDone(words.passkeyRemoved);
            changed();
          }}
        />
      ) : null}
    </section>
  );
}

function AddDialog({ account, close, done }: { account: OwnAccount; close: () => void; done: () => void }) {
  const text = useText();
  const words = text.ownAccount;
  const { busy, error, run } = useAct();
  const [name, setName] = useState(deviceName);
  const [password, setPassword] = useState('');
  const ready = name.trim() !== '' && (password !== '' || !account.hasPassword);
  const add = async () => {
    const added = await run(async (actionId) => {
      const { challengeId, options } = await call(askForPasskey, { password });
      const response = await makePasskey(options);
      return call(addPasskey, { actionId, challengeId, response, name: name.trim() });
    });
    if (added === null) return;
    sayDone(words.passkeyAdded);
    done();
  };
  return (
    <Modal opened onClose={close} title={words.passkeyAdd} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form
        noValidate
        className="own-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void add();
        }}
      >
        <p>{words.passkeyAddAbout}</p>
        <TextInput
          data-autofocus
          label={words.passkeyName}
          placeholder={words.passkeyNameHint}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {account.hasPassword ? (
          <PasswordField
            label={words.passwordCurrent}
            description={words.passwordAgain}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        ) : null}
        <DialogEnd error={error} busy={busy} close={close} ready={ready} word={text.frame.add} />
      </form>
    </Modal>
  );
}
