import { Button, Modal, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type SettingView, setSetting } from '../../contract/settings.ts';
import type { SettingValue } from '../../core/law/settings.ts';
import { isYearDay } from '../../core/rules/settings.ts';
import { call } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { DialogEnd } from '../dialog-end.tsx';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';

type Props = { setting: SettingView; close: () => void; done: () => void };

/** "10/12" as "12-10"; null for what is no day of every year. */
function yearDayOf(typed: string): string | null {
  const match = /^\s{0,9}(\d{1,2})\s?[/.-]\s?(\d{1,2})\s{0,9}$/.exec(typed);
  const day = `${(match?.[2] ?? '').padStart(2, '0')}-${(match?.[1] ?? '').padStart(2, '0')}`;
  return match && isYearDay(day) ? day : null;
}

/** Sets a value from a day on; what held before stays readable. */
export function SettingDialog({ setting, close, done }: Props) {
  const text = useText();
  const words = text.settings;
  const { today } = useSession();
  const { busy, error, run } = useAct();
  const [value, setValue] = useState<SettingValue | null>(setting.value);
  const [typed, setTyped] = useState(String(setting.value).split('-').reverse().join('/'));
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const [against, setAgainst] = useState('');
  const asAbove = value === null;
  const save = async () => {
    if (validFrom === null) return;
    const said = reason.trim() === '' ? null : reason.trim();
    const checkedAgainst = asAbove || against.trim() === '' ? null : against.trim();
    const saved = await run((actionId) =>
      call(setSetting, { actionId, key: setting.key, value, validFrom, reason: said, checkedAgainst }),
    );
    if (saved) done();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={words.changeNamed(words.names[setting.key])}
      closeButtonProps={{ 'aria-label': text.frame.close }}
    >
      <form
        className="keep-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          setting={setting}
          value={value}
          typed={typed}
          set={(next, spelled) => {
            setValue(next);
            if (spelled !== undefined) setTyped(spelled);
          }}
        />
        <Button
          variant="subtle"
          size="xs"
          justify="start"
          aria-pressed={asAbove}
          onClick={() => setValue(asAbove ? setting.value : null)}
        >
          {words.asAbove}
        </Button>
        <DateField label={words.validFrom} required value={validFrom} onChange={setValidFrom} />
        <TextInput
          label={words.reason}
          description={text.frame.optional}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          label={words.checkedAgainst}
          description={words.checkedHint}
          maxLength={300}
          disabled={asAbove}
          value={asAbove ? '' : against}
          onChange={(event) => setAgainst(event.currentTarget.value)}
        />
        <DialogEnd error={error} busy={busy} close={close} ready={validFrom !== null} word={text.frame.save} />
      </form>
    </Modal>
  );
}

type FieldProps = {
  setting: SettingView;
  value: SettingValue | null;
  typed: string;
  set: (value: SettingValue | null, typed?: string) => void;
};

function Field({ setting, value, typed, set }: FieldProps) {
  const words = useText().settings;
  if (setting.kind === 'yes-no') {
    const [yes, no] = setting.group === 'modules' ? [words.turnedOn, words.turnedOff] : [words.yes, words.no];
    return (
      <Radio.Group
        label={words.value}
        value={value === null ? null : String(value)}
        onChange={(next) => set(next === 'true')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="true" label={yes} />
          <Radio value="false" label={no} />
        </Stack>
      </Radio.Group>
    );
  }
  if (setting.kind === 'number')
    return (
      <NumberInput
        label={`${words.value}${setting.unit ? ` (${words.units[setting.unit]})` : ''}`}
        description={words.between(String(setting.least), String(setting.most))}
        value={typeof value === 'number' ? value : ''}
        allowDecimal={false}
        {...(setting.least === null ? {} : { min: setting.least })}
        {...(setting.most === null ? {} : { max: setting.most })}
        onChange={(next) => set(typeof next === 'number' ? next : null)}
      />
    );
  return (
    <TextInput
      label={words.value}
      description={words.yearDayHint}
      error={value !== null && yearDayOf(typed) === null ? words.yearDayWrong : null}
      value={value === null ? '' : typed}
      maxLength={10}
      onChange={(event) => {
        const next = event.currentTarget.value;
        set(yearDayOf(next) ?? next, next);
      }}
    />
  );
}
