import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MovementDraft } from '../../contract/documents.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { MOVEMENT_KINDS } from '../../core/rules/movements.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker, OrganisationsPicker } from '../organisation-picker.tsx';
import type { Drafting } from './draft.ts';

type Props = {
  drafting: Drafting;
  launcher: OrganisationRef;
  launch: (organisation: OrganisationRef) => void;
  /** Who issued it, by the document, where that is somebody else. */
  otherIssuer: string | null;
};

/** Title, theme, period, launcher, number: what the movement is called and who launches it. */
export function HeadForm({ drafting, launcher, launch, otherIssuer }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const { head, document } = drafting.draft;
  const [joint, setJoint] = useState<OrganisationRef[]>([]);
  const changeHead = (field: string, patch: Partial<MovementDraft['head']>) =>
    drafting.change(`head.${field}`, (draft) => ({ ...draft, head: { ...draft.head, ...patch } }));
  const changeDocument = (field: string, patch: Partial<MovementDraft['document']>) =>
    drafting.change(`document.${field}`, (draft) => ({ ...draft, document: { ...draft.document, ...patch } }));
  const changePeriod = (patch: Partial<MovementDraft['head']['period']>) =>
    changeHead('period', { period: { ...head.period, ...patch } });
  const orNull = (value: string) => (value.trim() === '' ? null : value);
  return (
    <div className="head-form">
      <Textarea
        className="wide"
        label={words.movementTitle}
        autosize
        minRows={1}
        maxRows={5}
        required
        value={head.title}
        onChange={(event) => changeHead('title', { title: event.currentTarget.value })}
        error={head.title.trim() === ''}
      />
      <Textarea
        className="wide"
        label={words.theme}
        autosize
        minRows={1}
        maxRows={4}
        value={head.theme ?? ''}
        onChange={(event) => changeHead('theme', { theme: orNull(event.currentTarget.value) })}
      />
      <Select
        label={words.kind}
        value={head.kind}
        data={MOVEMENT_KINDS.map((kind) => ({ value: kind, label: text.movements.kinds[kind] }))}
        onChange={(kind) => kind && changeHead('kind', { kind: kind as (typeof MOVEMENT_KINDS)[number] })}
      />
      <NumberInput
        label={words.year}
        value={head.year}
        min={1945}
        max={2200}
        allowDecimal={false}
        onChange={(year) => typeof year === 'number' && changeHead('year', { year })}
      />
      <DateField label={words.from} value={head.period.from} onChange={(from) => changePeriod({ from })} />
      <DateField label={words.until} value={head.period.until} onChange={(until) => changePeriod({ until })} />
      <TextInput
        label={words.number}
        value={document.number ?? ''}
        placeholder={text.workroom.movements.noNumber}
        onChange={(event) => changeDocument('number', { number: orNull(event.currentTarget.value) })}
      />
      <TextInput
        label={words.symbol}
        value={document.symbol ?? ''}
        onChange={(event) => changeDocument('symbol', { symbol: orNull(event.currentTarget.value) })}
      />
      <DateField
        label={words.issuedOn}
        value={document.issuedOn}
        onChange={(issuedOn) => changeDocument('issuedOn', { issuedOn })}
      />
      <OrganisationPicker
        label={words.launcher}
        value={launcher}
        onChange={(picked) => {
          if (!picked) return;
          launch(picked);
          changeHead('organisationId', { organisationId: picked.id });
        }}
      />
      <OrganisationsPicker
        label={words.joint}
        value={joint}
        onChange={(picked) => {
          setJoint(picked);
          changeHead('jointOrganisationIds', { jointOrganisationIds: picked.map(({ id }) => id) });
        }}
      />
      {otherIssuer === null ? null : (
        <p className="wide note tone-warning" role="status">
          {words.issuerOther(otherIssuer, launcher.name)}
        </p>
      )}
    </div>
  );
}
