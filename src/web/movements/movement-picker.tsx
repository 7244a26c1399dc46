import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import type { InputOf } from '../../contract/endpoint.ts';
import { listMovements, type MovementRow } from '../../contract/movements.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';

type Props = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  value: MovementRow | null;
  onChange: (value: MovementRow | null) => void;
  /** Which movements may be chosen. */
  among: InputOf<typeof listMovements>;
  /** Leaves out what the question cannot say. */
  allow?: (movement: MovementRow) => boolean;
};

/** A movement, found by a few letters without diacritics. */
export function MovementPicker({ label, description, error, value, onChange, among, allow }: Props) {
  const text = useText();
  const [words, setWords] = useState<string | null>(null);
  const [asked] = useDebouncedValue(words ?? '', 200);
  const [answer, setAnswer] = useState<{ asked: string; found: MovementRow[] } | null>(null);
  const question = JSON.stringify(among);
  useEffect(() => {
    const abort = new AbortController();
    const input = { ...(JSON.parse(question) as Props['among']), pageSize: 40, ...(asked === '' ? {} : { q: asked }) };
    call(listMovements, input, { signal: abort.signal }).then(
      ({ movements }) => setAnswer({ asked, found: movements }),
      () => setAnswer((before) => (abort.signal.aborted ? before : { asked, found: [] })),
    );
    return () => abort.abort();
  }, [asked, question]);
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
