import { Loader, MultiSelect, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { OrganisationId } from '../contract/ids.ts';
import { listOrganisations, type Organisation, type OrganisationRef } from '../contract/organisations.ts';
import { matchesSearch } from '../core/text/search.ts';
import { call } from './call.ts';
import { useText } from './language.tsx';

type Shared = {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  disabled?: boolean;
  required?: boolean;
  placeholder?: string;
  /** The day on which it must exist; today when absent. */
  at?: string;
};

/** One organisation, found by a few letters without diacritics. */
export function OrganisationPicker({
  value,
  onChange,
  at,
  clearable = false,
  ...rest
}: Shared & {
  value: OrganisationRef | null;
  onChange: (value: OrganisationRef | null) => void;
  clearable?: boolean;
}) {
  const search = useOrganisations(at);
  return (
    <Select
      {...rest}
      {...search.props}
      searchable
      clearable={clearable}
      value={value?.id ?? null}
      data={optionsOf(search.found, value ? [value] : [])}
      onChange={(id, option) =>
        onChange(id === null || option === null ? null : { id: OrganisationId.parse(id), name: option.label })
      }
      searchValue={search.words ?? value?.name ?? ''}
      onDropdownClose={search.forget}
    />
  );
}

/** Several organisations. */
export function OrganisationsPicker({
  value,
  onChange,
  at,
  without = [],
  ...rest
}: Shared & {
  value: OrganisationRef[];
  onChange: (value: OrganisationRef[]) => void;
  /** Those that make no sense here, such as the one that is being merged. */
  without?: readonly OrganisationId[];
}) {
  const search = useOrganisations(at);
  const options = optionsOf(
    search.found.filter(({ id }) => !without.includes(id)),
    value,
  );
  return (
    <MultiSelect
      {...rest}
      {...search.props}
      searchable
      clearable
      hidePickedOptions
      maxValues={20}
      value={value.map((one) => one.id)}
      data={options}
      searchValue={search.words ?? ''}
      onChange={(ids) =>
        onChange(
          ids.map((id) => ({
            id: OrganisationId.parse(id),
            name: options.find((option) => option.value === id)?.label ?? '',
          })),
        )
      }
      onDropdownClose={search.forget}
    />
  );
}

const optionsOf = (found: Organisation[], chosen: OrganisationRef[]) => [
  ...chosen
    .filter((one) => !found.some((other) => other.id === one.id))
    .map(({ id, name }) => ({ value: id, label: name, path: '' })),
  ...found.map(({ id, name, path }) => ({ value: id as string, label: name, path: path.join(' › ') })),
];

function useOrganisations(at: string | undefined) {
  const text = useText();
  const [words, setWords] = useState<string | null>(null);
  const [asked] = useDebouncedValue(words ?? '', 200);
  const [answer, setAnswer] = useState<{ asked: string; found: Organisation[] } | null>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (!opened) return;
    const abort = new AbortController();
    call(
      listOrganisations,
      { ...(asked === '' ? {} : { q: asked }), ...(at ? { at } : {}), limit: 40 },
      { signal: abort.signal },
    ).then(
      ({ organisations }) => setAnswer({ asked, found: organisations }),
      () => setAnswer((before) => (abort.signal.aborted ? before : { asked, found: [] })),
    );
    return () => abort.abort();
  }, [asked, at, opened]);
  const typed = words ?? '';
  const busy = opened && (answer?.asked !== asked || typed !== asked);
  // What was found for earlier words stays only as far as it fits: a quick press must not choose another one.
  const found = (answer?.found ?? []).filter(
    ({ name, path }) => !busy || matchesSearch([name, ...path].join(' '), typed),
  );
  const props = {
    onSearchChange: setWords,
    onDropdownOpen: () => setOpened(true),
    // The server has searched already, without diacritics and by the whole path.
    filter: ({ options }) => options,
    rightSection: busy ? <Loader size={16} /> : undefined,
    nothingFoundMessage: busy ? text.frame.loading : text.fields.organisationNone,
    renderOption: ({ option }) => (
      <span>
        {option.label}
        {'path' in option && option.path ? <small className="quiet option-path">{String(option.path)}</small> : null}
      </span>
    ),
    maxDropdownHeight: 320,
  } satisfies Partial<SelectProps>;
  return { words, found, props, forget: () => setWords(null) };
}
