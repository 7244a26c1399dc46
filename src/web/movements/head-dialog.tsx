import { Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { editMovement } from '../../contract/movement-acts.ts';
import type { Movement } from '../../contract/movements.ts';
import { focusFirstWrong } from '../arrival.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { HeadFields } from './head-fields.tsx';
import { type HeadDraft, headFaults, toHead } from './head-form.ts';

const draftOf = ({ head, organisation, jointOrganisations }: Movement): HeadDraft => ({
  title: head.title,
  theme: head.theme ?? '',
  kind: head.kind,
  year: String(head.year),
  from: head.period.from,
  until: head.period.until,
  launcher: organisation,
  joint: jointOrganisations,
});

/** Changes the head of a movement; the history keeps what it was. */
export function HeadDialog({ movement, close }: { movement: Movement; close: () => void }) {
  const text = useText();
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const [draft, setDraft] = useState(() => draftOf(movement));
  const [tried, setTried] = useState(false);
  const save = async (event: FormEvent<HTMLElement>) => {
    event.preventDefault();
    setTried(true);
    const head = toHead(draft);
    if (!head) return focusFirstWrong(event.currentTarget);
    const saved = await run((actionId) =>
      call(editMovement, { movementId: movement.id, version: movement.version, actionId, head }),
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
      size="xl"
      title={text.workroom.movements.edit}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <HeadFields draft={draft} change={setDraft} faults={tried ? headFaults(draft) : null} />
        {error?.stale ? <p className="form-note">{text.movementPages.versionNote}</p> : null}
        <DialogEnd error={error} busy={busy} close={close} word={text.frame.save} />
      </form>
    </Modal>
  );
}
