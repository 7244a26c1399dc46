import { Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { setDocumentNumber } from '../../contract/movement-acts.ts';
import type { Movement } from '../../contract/movements.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { cleanNumber, NumberFields } from './number-fields.tsx';

/** Enters the number and date that the clerk has given. */
export function NumberDialog({ movement, close }: { movement: Movement; close: () => void }) {
  const text = useText();
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const [value, setValue] = useState(movement.document);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const document = cleanNumber(value);
    const saved = await run((actionId) =>
      call(setDocumentNumber, { movementId: movement.id, version: movement.version, actionId, document }),
    );
    await revalidator.revalidate();
    if (saved === null) return;
    sayDone(text.frame.saved);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={text.movementPages.numberTitle}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <p className="form-note">{text.movementPages.numberAbout}</p>
        <NumberFields value={value} change={setValue} />
        {error?.stale ? <p className="form-note">{text.movementPages.versionNote}</p> : null}
        <DialogEnd error={error} busy={busy} close={close} word={text.frame.save} />
      </form>
    </Modal>
  );
}
