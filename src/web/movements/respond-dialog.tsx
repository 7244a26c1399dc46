import { Modal, Radio, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import { respondToMovement } from '../../contract/movement-acts.ts';
import type { Movement } from '../../contract/movements.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { RESPONSE_KINDS, type ResponseKind } from '../../core/rules/movements.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { MovementPicker, type PickedMovement } from './movement-picker.tsx';

/** Answers a superior's movement: by a plan of one's own, folded into another, or not at all with a reason. */
export function RespondDialog({ movement, close }: { movement: Movement; close: () => void }) {
  const text = useText();
  const words = text.workroom.movements;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const own = useSession().person.organisation;
  const [who, setWho] = useState<OrganisationRef | null>(
    own.id === movement.organisation.id ? null : { id: own.id, name: own.name },
  );
  const [how, setHow] = useState<ResponseKind>('own-plan');
  const [answering, setAnswering] = useState<PickedMovement | null>(null);
  const [reason, setReason] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!who) return;
    const done = await run((actionId) =>
      call(respondToMovement, {
        movementId: movement.id,
        actionId,
        organisationId: who.id,
        how,
        answeringMovementId: how === 'not-applicable' ? null : (answering?.id ?? null),
        reason: reason.trim() === '' ? null : reason.trim(),
      }),
    );
    if (done === null) return;
    await revalidator.revalidate();
    sayDone(words.responded);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={words.respondTitle}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" onSubmit={(event) => void send(event)}>
        <p className="form-note">{text.movementPages.respondAbout}</p>
        <OrganisationPicker label={text.movementPages.respondWho} required value={who} onChange={setWho} />
        <Radio.Group label={words.respondHow} value={how} onChange={(value) => setHow(kindOf(value))}>
          <Stack gap={6} mt={4}>
            {RESPONSE_KINDS.map((kind) => (
              <Radio key={kind} value={kind} label={text.movements.responses[kind]} />
            ))}
          </Stack>
        </Radio.Group>
        {how === 'not-applicable' || !who ? null : (
          <>
            <MovementPicker
              label={how === 'own-plan' ? words.respondOwnPlan : words.respondFolded}
              value={answering}
              onChange={setAnswering}
              among={{ organisationId: who.id, reach: 'own' }}
              allow={({ id }) => id !== movement.id}
            />
            <p className="form-note">
              {text.movementPages.respondMakeAbout}{' '}
              <Link to={`/phong-trao/moi?tu=cap-tren&nguon=${movement.id}`}>{text.movementPages.respondMake}</Link>
            </p>
          </>
        )}
        {how === 'not-applicable' ? (
          <Textarea
            label={words.respondReason}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <DialogEnd error={error} busy={busy} close={close} word={text.frame.save} />
      </form>
    </Modal>
  );
}

const kindOf = (value: string): ResponseKind => RESPONSE_KINDS.find((kind) => kind === value) ?? 'own-plan';
