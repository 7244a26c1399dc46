import { useState } from 'react';
import { useNavigate } from 'react-router';
import { signOut, signOutEverywhere } from '../contract/session.ts';
import { call, newActionId } from './call.ts';
import { Confirm } from './confirm.tsx';
import { forgetSeat } from './kept.ts';
import { useText } from './language.tsx';
import { outboxNow } from './outbox.ts';
import { sayDone, sayError } from './say.ts';

/** Signing out: asks first where something of this account still waits to be sent. `question` is put on the page. */
export function useLeave(accountId: string) {
  const text = useText();
  const words = text.offline;
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState(false);
  const [asking, setAsking] = useState<'here' | 'everywhere' | null>(null);
  const waiting = () => outboxNow().filter(({ owner }) => owner.startsWith(accountId)).length;
  const go = async (from: 'here' | 'everywhere') => {
    if (from === 'everywhere') await call(signOutEverywhere, { actionId: newActionId() });
    else await call(signOut, {});
    await forgetSeat();
    if (from === 'everywhere') sayDone(text.frame.signedOutEverywhere);
    return true;
  };
  const leave = async (from: 'here' | 'everywhere') => {
    if (waiting() > 0) return setAsking(from);
    setLeaving(true);
    try {
      await go(from);
      await navigate('/dang-nhap');
    } catch (error) {
      sayError(text, error);
      setLeaving(false);
    }
  };
  const question = (
    <Confirm
      opened={asking !== null}
      close={() => setAsking(null)}
      question={words.signOutAsk(waiting())}
      about={words.signOutAbout}
      deedWord={text.frame.signOut}
      deed={() => go(asking ?? 'here')}
      done={() => void navigate('/dang-nhap')}
    />
  );
  return { leaving, leave, question };
}
