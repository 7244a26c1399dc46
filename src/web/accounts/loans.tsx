import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Colleague, callBackPost, type DeputationView, lendPost } from '../../contract/accounts.ts';
import type { PostId } from '../../contract/ids.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { DateField } from '../date-field.tsx';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { ColleaguePicker } from './colleague-picker.tsx';

export type LentPost = { id: PostId; title: string; organisationName: string };

/** Lends a post to a colleague for some days. */
export function LendDialog({
  post,
  holderId,
  close,
  done,
}: {
  post: LentPost;
  holderId: string;
  close: () => void;
  done: () => void;
}) {
  const text = useText();
  const words = text.accountPages;
  const { today } = useSession();
  const { busy, error, run } = useAct();
  const [deputy, setDeputy] = useState<Colleague | null>(null);
  const [from, setFrom] = useState<string | null>(today);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const ready = deputy !== null && from !== null && lastDay !== null;
  const submit = async () => {
    if (!ready) return;
    const said = reason.trim() === '' ? null : reason.trim();
    const lent = await run((actionId) =>
      call(lendPost, { actionId, postId: post.id, deputyId: deputy.accountId, from, lastDay, reason: said }),
    );
    if (lent === null) return;
    sayDone(words.lentDone);
    done();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={words.lendAsk(post.title, post.organisationName)}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form
        noValidate
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="account-note">{words.lendAbout}</p>
        <ColleaguePicker label={words.deputy} except={holderId} value={deputy} onChange={setDeputy} />
        <div className="account-pair">
          <DateField label={words.from} required value={from} onChange={setFrom} />
          <DateField label={words.lastDay} required value={lastDay} onChange={setLastDay} />
        </div>
        <TextInput
          label={words.lendReason}
          description={text.frame.optional}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DialogEnd error={error} busy={busy} close={close} ready={ready} word={words.lend} />
      </form>
    </Modal>
  );
}

type CardProps = {
  /** Own posts that others act in, or posts of others that one acts in. */
  side: 'lent' | 'borrowed';
  title: string;
  loans: readonly DeputationView[];
  /** Whether the viewer may end them: back to the holder, or given back by the deputy. */
  mayEnd: boolean;
  ended: () => void;
  /** What else can be done with one. */
  deed?: (loan: DeputationView) => ReactNode;
};

/** Who acts for whom, until when; and an end to it. */
export function LoanCard({ side, title, loans, mayEnd, ended, deed }: CardProps) {
  const words = useText().accountPages;
  const [ending, setEnding] = useState<DeputationView | null>(null);
  const back = side === 'borrowed';
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {loans.length === 0 ? (
        <p className="card-body quiet">{back ? words.borrowedNone : words.lentNone}</p>
      ) : (
        <ul className="thing-lines">
          {loans.map((loan) => (
            <li key={loan.id}>
              <div>
                {back ? loan.postTitle : words.lendTo(loan.postTitle, loan.deputy)}
                <small>
                  {loan.organisationName} · {words.since(loan.from)} {words.until(loan.lastDay)} ·{' '}
                  {words.lendWhen[loan.when]}
                </small>
                {loan.reason ? <small>{loan.reason}</small> : null}
              </div>
              <Group gap="xs">
                {deed?.(loan)}
                {mayEnd ? (
                  <Button variant="default" size="xs" onClick={() => setEnding(loan)}>
                    {back ? words.giveBack : words.callBack}
                  </Button>
                ) : null}
              </Group>
            </li>
          ))}
        </ul>
      )}
      {ending ? (
        <Confirm
          opened
          close={() => setEnding(null)}
          question={back ? words.giveBackAsk(ending.postTitle) : words.callBackAsk(ending.postTitle, ending.deputy)}
          about={back ? words.giveBackAbout : words.callBackAbout}
          deedWord={back ? words.giveBack : words.callBack}
          deed={(actionId) => call(callBackPost, { actionId, deputationId: ending.id })}
          done={() => {
            setEnding(null);
            sayDone(words.calledBack);
            ended();
          }}
        />
      ) : null}
    </section>
  );
}
