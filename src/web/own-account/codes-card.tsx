import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  confirmOneTimeCodes,
  type OwnAccount,
  renewRecoveryCodes,
  startOneTimeCodes,
  stopOneTimeCodes,
} from '../../contract/own-account.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { Qr } from '../qr.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { AskPassword } from './password-dialog.tsx';

/** Recovery codes to show, or `null` where they were made and cannot be shown again. */
export type Paper = { codes: readonly string[] | null };

type Props = { account: OwnAccount; changed: () => void; showPaper: (paper: Paper) => void };
type Secret = { secret: string | null; uri: string | null };

/** So many unused recovery codes are few. */
const FEW = 3;

/** One-time codes: on, off, and the paper for when the phone is gone. */
export function CodesCard({ account, changed, showPaper }: Props) {
  const words = useText().ownAccount;
  const [secret, setSecret] = useState<Secret | null>(null);
  const [asking, setAsking] = useState<'start' | 'stop' | 'renew' | null>(null);
  const { on, recoveryCodesLeft } = account.oneTimeCodes;
  return (
    <section className="card" aria-label={words.codes}>
      <h2>{words.codes}</h2>
      <div className="card-body">
        <p>{words.codesAbout}</p>
        <p>
          <b>{on ? words.codesOn(recoveryCodesLeft) : words.codesOff}</b>{' '}
          {on && recoveryCodesLeft <= FEW ? words.codesFew : null}
        </p>
      </div>
      <div className="own-deeds">
        {on ? (
          <>
            <Button variant="default" onClick={() => setAsking('renew')}>
              {words.paperRenew}
            </Button>
            <Button variant="default" onClick={() => setAsking('stop')}>
              {words.codesStop}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsking('start')}>
            {words.codesStart}
          </Button>
        )}
      </div>
      {secret ? (
        <StartDialog
          secret={secret}
          close={() => setSecret(null)}
          done={(paper) => {
            setSecret(null);
            showPaper(paper);
            changed();
          }}
        />
      ) : null}
      {asking === 'start' ? (
        <AskPassword
          account={account}
          question={words.codesStart}
          about={words.passwordAgain}
          deedWord={words.codesNext}
          deed={(actionId, password) => call(startOneTimeCodes, { actionId, password })}
          close={() => setAsking(null)}
          done={(made) => {
            setAsking(null);
            setSecret(made);
          }}
        />
      ) : null}
      {asking === 'stop' ? (
        <AskPassword
          account={account}
          question={words.codesStopAsk}
          about={words.codesStopAbout}
          deedWord={words.codesStop}
          deed={(actionId, password) => call(stopOneTimeCodes, { actionId, password })}
          close={() => setAsking(null)}
          done={() => {
            setAsking(null);
            sayDone(words.codesStopped);
            changed();
          }}
        />
      ) : null}
      {asking === 'renew' ? (
        <AskPassword
          account={account}
          question={words.paperRenewAsk}
          about={words.paperRenewAbout}
          deedWord={words.paperRenew}
          deed={(actionId, password) => call(renewRecoveryCodes, { actionId, password })}
          close={() => setAsking(null)}
          done={({ recoveryCodes }) => {
            setAsking(null);
            showPaper({ codes: recoveryCodes });
            changed();
          }}
        />
      ) : null}
    </section>
  );
}

type StartProps = { secret: Secret; close: () => void; done: (paper: Paper) => void };

function StartDialog({ secret: { secret, uri }, close, done }: StartProps) {
  const text = useText();
  const words = text.ownAccount;
  const { busy, error, run } = useAct();
  const [code, setCode] = useState('');
  const confirm = async () => {
    const confirmed = await run((actionId) => call(confirmOneTimeCodes, { actionId, code: code.trim() }));
    if (confirmed) done({ codes: confirmed.recoveryCodes });
  };
  return (
    <Modal opened onClose={close} title={words.codesStart} closeButtonProps={{ 'aria-label': text.frame.close }}>
      {secret === null || uri === null ? (
        <p>{words.codesAgain}</p>
      ) : (
        <form
          noValidate
          className="own-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (code.trim() !== '') void confirm();
          }}
        >
          <ol>
            <li>
              <p>{words.codesStep1}</p>
              <Qr content={uri} label={words.codesQr} />
              <p>{words.codesByHand}</p>
              <code className="own-key">{inFours(secret)}</code>
            </li>
            <li>
              <TextInput
                label={words.code}
                description={words.codesStep2}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={10}
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
            </li>
          </ol>
          <DialogEnd error={error} busy={busy} close={close} ready={code.trim() !== ''} word={words.codesConfirm} />
        </form>
      )}
    </Modal>
  );
}

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
