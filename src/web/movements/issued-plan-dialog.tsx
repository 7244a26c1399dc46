import { Button, FileInput, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useRevalidator } from 'react-router';
import {
  attachIssuedPlan,
  type ComparisonBelow,
  MAX_PLAN_BYTES,
  recordIssuedPlan,
  removeIssuedPlan,
  type UnitBeside,
} from '../../contract/comparisons.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useAct } from '../use-act.ts';

type Props = { movementId: ComparisonBelow['movement']['id']; unit: UnitBeside; close: () => void };

const filled = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** Enters the number, date and file of a plan that a unit issued outside the program. */
export function IssuedPlanDialog({ movementId, unit, close }: Props) {
  const text = useText();
  const words = text.comparisons;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const attaching = useAct();
  const onRecord = unit.recorded !== null;
  const [number, setNumber] = useState(onRecord ? (unit.numberSymbol ?? '') : '');
  const [issuedOn, setIssuedOn] = useState(onRecord ? unit.issuedOn : null);
  const [saidBy, setSaidBy] = useState(unit.recorded?.saidBy ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [removing, setRemoving] = useState(false);
  /** What was kept already, when the file did not go through. */
  const [kept, setKept] = useState<number | null>(null);
  const where = { movementId, organisationId: unit.organisation.id };
  const tooLarge = file !== null && file.size > MAX_PLAN_BYTES;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (tooLarge) return;
    const saved = await run((actionId) =>
      call(recordIssuedPlan, {
        ...where,
        actionId,
        version: kept ?? unit.recordVersion,
        numberSymbol: filled(number),
        issuedOn,
        saidBy: filled(saidBy),
      }),
    );
    await revalidator.revalidate();
    if (saved === null) return;
    setKept(saved.recordVersion);
    if (file) {
      const sent = await attaching.run((actionId) =>
        call(attachIssuedPlan, { ...where, actionId, version: saved.recordVersion, name: file.name }, { bytes: file }),
      );
      await revalidator.revalidate();
      if (sent === null) return;
    }
    sayDone(words.recordSaved);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={words.recordOf(unit.organisation.name)}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form className="form" noValidate onSubmit={(event) => void save(event)}>
        <p className="form-note">{words.recordAbout}</p>
        <div className="form-pair">
          <TextInput
            label={words.number}
            placeholder="15/KH-UBND"
            maxLength={150}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <DateField label={words.issuedOn} value={issuedOn} onChange={setIssuedOn} />
        </div>
        <TextInput
          label={words.saidBy}
          description={words.saidByAbout}
          maxLength={200}
          value={saidBy}
          onChange={(event) => setSaidBy(event.currentTarget.value)}
        />
        <FileInput
          label={words.file}
          placeholder={unit.recorded?.file?.name ?? words.filePick}
          clearable
          value={file}
          onChange={setFile}
          error={tooLarge ? words.fileTooLarge : null}
        />
        <ActErrorNote error={error ?? attaching.error} />
        <Group justify="flex-end" gap="sm">
          {onRecord ? (
            <Button variant="subtle" color="red" disabled={busy} onClick={() => setRemoving(true)}>
              {words.recordRemove}
            </Button>
          ) : null}
          <Button variant="default" onClick={close}>
            {text.frame.cancel}
          </Button>
          <Button type="submit" loading={busy || attaching.busy}>
            {text.frame.save}
          </Button>
        </Group>
      </form>
      <Confirm
        opened={removing}
        close={() => setRemoving(false)}
        question={words.recordRemoveAsk(unit.organisation.name)}
        deedWord={words.recordRemove}
        deed={(actionId) => call(removeIssuedPlan, { ...where, actionId, version: kept ?? unit.recordVersion })}
        done={() => {
          sayDone(words.recordRemoved);
          close();
          void revalidator.revalidate();
        }}
      />
    </Modal>
  );
}
