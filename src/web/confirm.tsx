import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ActionId } from '../contract/ids.ts';
import { ActErrorNote } from './act-error.tsx';
import { useText } from './language.tsx';
import { useAct } from './use-act.ts';
import { useFocusBack } from './use-focus-back.ts';

type Props<T> = {
  opened: boolean;
  close: () => void;
  question: string;
  /** What will happen, where the question alone does not say it. */
  about?: string;
  deedWord: string;
  /** Takes nothing away: the button is not red. */
  harmless?: boolean;
  /** Asks for a reason too, which the history keeps; it may stay empty unless `reasonNeeded`. */
  reasonWord?: string;
  reasonNeeded?: boolean;
  deed: (actionId: ActionId, reason: string | null) => Promise<T>;
  done: (answer: T) => void;
};

/** Asks by name before something goes away, or is shown to others. */
export function Confirm<T>({
  opened,
  close,
  question,
  about,
  deedWord,
  harmless = false,
  reasonWord,
  reasonNeeded = false,
  deed,
  done,
}: Props<T>) {
  const text = useText();
  const { busy, error, run, clear } = useAct();
  const [reason, setReason] = useState('');
  useFocusBack();
  const leave = () => {
    clear();
    close();
  };
  const doIt = async () => {
    const answer = await run((actionId) => deed(actionId, reason.trim() === '' ? null : reason.trim()));
    if (answer === null) return;
    setReason('');
    leave();
    done(answer);
  };
  return (
    <Modal opened={opened} onClose={leave} title={question} closeButtonProps={{ 'aria-label': text.frame.close }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void doIt();
        }}
      >
        {about ? <p className="form-note">{about}</p> : null}
        {reasonWord ? (
          <Textarea
            label={reasonWord}
            description={reasonNeeded ? null : text.frame.optional}
            required={reasonNeeded}
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <ActErrorNote error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={leave} data-autofocus={reasonWord ? undefined : true}>
            {text.frame.cancel}
          </Button>
          <Button {...(harmless ? {} : { color: 'red' })} type="submit" loading={busy}>
            {deedWord}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
