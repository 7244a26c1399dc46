import { useState } from 'react';
import { changePost, type Seat } from '../contract/session.ts';
import { call, newActionId } from './call.ts';
import { forgetSeat } from './kept.ts';
import { useText } from './language.tsx';
import { sayError } from './say.ts';

/** Sits down in another post. Everything is loaded anew from the start page: nothing that the other post saw stays on the screen. */
export function useSeat(): { busy: boolean; sit: (seat: Seat) => Promise<void> } {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const sit = async ({ postId, deputationId }: Seat) => {
    setBusy(true);
    try {
      await call(changePost, { actionId: newActionId(), postId, deputationId });
      await forgetSeat();
      window.location.assign('/');
    } catch (error) {
      sayError(text, error);
      setBusy(false);
    }
  };
  return { busy, sit };
}
