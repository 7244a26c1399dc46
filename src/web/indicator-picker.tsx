import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Indicator } from '../core/rules/indicators.ts';
import { useText } from './language.tsx';
import { useCatalogue } from './use-catalogue.ts';

/** An indicator of the catalogue, found by a few letters without diacritics or by an abbreviation. */
export function IndicatorPicker({
  value,
  onChange,
  label,
}: {
  value: string | null;
  onChange: (indicator: Indicator | null) => void;
  label: string;
}) {
  const text = useText();
  const [words, setWords] = useState<string | null>(null);
  const catalogue = useCatalogue();
  const chosen = value === null ? undefined : catalogue.find(value);
  const options = useMemo(() => {
    const found = words === null || words === '' ? catalogue.all : catalogue.search(words, 40);
    const all = chosen && !found.some(({ code }) => code === chosen.code) ? [chosen, ...found] : found;
    return all.map((one) => ({
      value: one.code,
      label: one.name,
      domain: text.movements.domains[one.domain],
      units: one.units.join(', '),
    }));
  }, [words, chosen, text, catalogue]);
  return (
    <Select
      label={label}
      searchable
      clearable
      placeholder={text.workroom.reading.indicatorNew}
      data={options}
      value={value}
      searchValue={words ?? chosen?.name ?? ''}
      onSearchChange={setWords}
      onDropdownClose={() => setWords(null)}
      filter={({ options: all }) => all}
      nothingFoundMessage={text.workroom.reading.indicatorNone}
      maxDropdownHeight={320}
      renderOption={({ option }) => (
        <span>
          {option.label}
          <small className="quiet option-path">
            {'domain' in option ? `${option.domain} · ${'units' in option ? option.units : ''}` : ''}
          </small>
        </span>
      )}
      onChange={(code) => onChange(code === null ? null : (catalogue.find(code) ?? null))}
    />
  );
}
