import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import type { InputOf } from '../../contract/endpoint.ts';
import { listMovements, type MovementRow } from '../../contract/movements.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';

export type PickedMovement = Pick<MovementRow, 'id' | 'title' | 'year'> & { organisation: OrganisationRef };

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  value: PickedMovement | null;
  onChange: (value: PickedMovement | null) => void;
  /** Which movements may be chosen. */
  among: InputOf<typeof listMovements>;
  /** Leaves out what the question cannot say. */
  allow?: (movement: MovementRow) => boolean;
  /** Movements of this year come first. */
  yearFirst?: number;
};

/** A movement, found by a few letters without diacritics. */
export function MovementPicker({ label, description, error, value, onChange, among, allow, yearFirst }: Props) {
  const text = useText();
  const [words, setWords] = useState<string | null>(null);
  const [asked] = useDebouncedValue(words ?? '', 200);
  const [answer, setAnswer] = useState<{ asked: string; found: MovementRow[] } | null>(null);
  const question = JSON.stringify(among);
  useEffect(() => {
    const abort = new AbortController();
    const input = { ...(JSON.parse(question) as Props['among']), pageSize: 40, ...(asked === '' ? {} : { q: asked }) };
    const options = { signal: abort.signal };
    Promise.all([
      yearFirst === undefined ? { movements: [] } : call(listMovements, { ...input, year: yearFirst }, options),
      call(listMovements, input, options),
    ]).then(
      ([first, { movements }]) =>
        setAnswer({ asked, found: [...first.movements, ...movements.filter(({ year }) => year !== yearFirst)] }),
      () => setAnswer((before) => (abort.signal.aborted ? before : { asked, found: [] })),
    );
    return () => abort.abort();
  }, [asked, question, yearFirst]);
  const found = (answer?.found ?? []).filter((movement) => allow?.(movement) ?? true);
  const all = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  const busy = answer?.asked !== asked;
  return (
    <Select
      label={label}
      description={description}
      error={error}
      searchable
      placeholder={text.movementPages.sourceSearch}
      data={all.map(({ id, title, organisation, year }) => ({
        value: id,
        label: title,
        about: `${organisation.name} · ${year}`,
      }))}
      value={value?.id ?? null}
      searchValue={words ?? value?.title ?? ''}
      onSearchChange={setWords}
      onDropdownClose={() => setWords(null)}
      filter={({ options }) => options}
      rightSection={busy ? <Loader size={16} /> : undefined}
      nothingFoundMessage={busy ? text.frame.loading : text.movementPages.sourceNone}
      maxDropdownHeight={320}
      renderOption={({ option }) => (
        <span>
          {option.label}
          {'about' in option ? <small className="quiet option-path">{String(option.about)}</small> : null}
        </span>
      )}
      onChange={(id) => onChange(all.find((movement) => movement.id === id) ?? null)}
    />
  );
}
