import { Select, Textarea, TextInput } from '@mantine/core';
import { MOVEMENT_KINDS } from '../../core/rules/movements.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker, OrganisationsPicker } from '../organisation-picker.tsx';
import type { HeadDraft, HeadFaults } from './head-form.ts';

type Props = { draft: HeadDraft; change: (draft: HeadDraft) => void; faults: HeadFaults | null };

/** Title, theme, kind, year, period and launchers of a movement. */
export function HeadFields({ draft, change, faults }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  const put = (part: Partial<HeadDraft>) => change({ ...draft, ...part });
  return (
    <>
      <Textarea
        label={words.movementTitle}
        required
        autosize
        maxLength={1000}
        value={draft.title}
        error={faults?.title ? text.movementPages.titleMissing : null}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <Textarea
        label={words.theme}
        description={text.movementPages.themeHint}
        autosize
        maxLength={2000}
        value={draft.theme}
        onChange={(event) => put({ theme: event.currentTarget.value })}
      />
      <div className="form-four">
        <Select
          label={words.kind}
          value={draft.kind}
          data={MOVEMENT_KINDS.map((kind) => ({ value: kind, label: text.movements.kinds[kind] }))}
          onChange={(kind) => put({ kind: kind ?? 'regular' })}
        />
        <TextInput
          label={words.year}
          required
          inputMode="numeric"
          maxLength={4}
          value={draft.year}
          error={faults?.year ? text.movementPages.yearWrong : null}
          onChange={(event) => put({ year: event.currentTarget.value })}
        />
        <DateField label={words.from} value={draft.from} onChange={(from) => put({ from })} />
        <DateField label={words.until} value={draft.until} onChange={(until) => put({ until })} />
      </div>
      {faults?.period ? (
        <p className="form-error" role="alert">
          {text.movementPages.periodReversed}
        </p>
      ) : null}
      <div className="form-pair">
        <OrganisationPicker
          label={words.launcher}
          required
          value={draft.launcher}
          error={faults?.launcher ? text.workroom.movements.launcher : null}
          onChange={(launcher) => put({ launcher })}
        />
        <OrganisationsPicker
          label={words.joint}
          placeholder={draft.joint.length === 0 ? text.movementPages.jointHint : ''}
          value={draft.joint}
          onChange={(joint) => put({ joint })}
        />
      </div>
    </>
  );
}
