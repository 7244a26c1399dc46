import { Modal, Select, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import { type MovementId, TargetId } from '../../contract/ids.ts';
import { addTarget, reviseTarget } from '../../contract/movement-acts.ts';
import type { TargetView } from '../../contract/movements.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { focusFirstWrong } from '../arrival.ts';
import { call } from '../call.ts';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';
import { useCatalogue } from '../use-catalogue.ts';
import { GoalFields } from './goal-fields.tsx';
import { cleanGoal, EMPTY_GOAL, goalFaults, withIndicator } from './goal-form.ts';

type Props = {
  movementId: MovementId;
  target: TargetView | null;
  /** Of a new target: what it is to be of. */
  indicator?: string | null;
  others: TargetView[];
  close: () => void;
};

const goalOf = ({ name, indicator, domain, figure, scope, dueOn, owner }: TargetView) => ({
  name,
  indicator,
  domain,
  figure,
  scope,
  dueOn,
  owner,
});

/** Adds a target or revises one; what it was stays in the history. */
export function TargetDialog({ movementId, target, indicator = null, others, close }: Props) {
  const text = useText();
  const words = text.workroom.movements;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const catalogue = useCatalogue();
  const wished = indicator === null ? null : (catalogue.find(indicator) ?? null);
  const [goal, setGoal] = useState(target ? goalOf(target) : withIndicator(EMPTY_GOAL, wished));
  const [lead, setLead] = useState<OrganisationRef | null>(target?.leadOrganisation ?? null);
  const [partOf, setPartOf] = useState<string | null>(target?.partOf ?? null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const faults = goalFaults(goal);
  const save = async (event: FormEvent<HTMLElement>) => {
    event.preventDefault();
    setTried(true);
    if (faults.name || faults.figure.length > 0) return focusFirstWrong(event.currentTarget);
    const content = {
      goal: cleanGoal(goal),
      partOf: partOf === null ? null : TargetId.parse(partOf),
      leadOrganisationId: lead?.id ?? null,
    };
    const saved = await run((actionId) =>
      target
        ? call(reviseTarget, {
            targetId: target.id,
            version: target.version,
            actionId,
            reason: reason.trim() === '' ? null : reason.trim(),
            ...content,
          })
        : call(addTarget, { movementId, actionId, ...content }),
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
      title={target ? text.movementPages.editOf(target.name) : words.addTarget}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <GoalFields goal={goal} change={setGoal} faults={tried ? faults : null} />
        <div className="form-pair">
          <OrganisationPicker
            label={text.movementPages.leadOrganisation}
            clearable
            placeholder={text.frame.notSet}
            value={lead}
            onChange={setLead}
          />
          <Select
            label={text.movementPages.partOfField}
            clearable
            searchable
            placeholder={text.frame.none}
            value={partOf}
            data={others.filter(({ id }) => id !== target?.id).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setPartOf}
          />
        </div>
        {target ? (
          <Textarea
            label={words.reviseReason}
            description={text.frame.optional}
            autosize
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {error?.stale && target ? (
          <p className="form-note">
            {text.movementPages.versionNote} {text.movementPages.now} {target.name},{' '}
            {target.figure ? text.movements.figure(target.figure) : '—'}
          </p>
        ) : null}
        <DialogEnd error={error} busy={busy} close={close} word={text.frame.save} />
      </form>
    </Modal>
  );
}
