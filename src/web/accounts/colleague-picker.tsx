import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { type Colleague, listColleagues } from '../../contract/accounts.ts';
import { matchesSearch } from '../../core/text/search.ts';
import { call } from '../call.ts';
import { useText } from '../language.tsx';

type Props = {
  label: string;
  description?: string;
  /** Account that is not offered: one does not lend or hand over to oneself. */
  except: string;
  /** Offered besides those found, where the list leaves the viewer out. */
  also?: Colleague | null;
  value: Colleague | null;
  onChange: (value: Colleague | null) => void;
};

/** Somebody around by a few letters of their title or place, without diacritics. */
export function ColleaguePicker({ label, description, except, also = null, value, onChange }: Props) {
  const text = useText();
  const [words, setWords] = useState<string | null>(null);
  const [asked] = useDebouncedValue(words ?? '', 200);
  const [opened, setOpened] = useState(false);
  const [answer, setAnswer] = useState<{ asked: string; found: Colleague[] } | null>(null);
  useEffect(() => {
    if (!opened) return;
    const abort = new AbortController();
    call(listColleagues, asked === '' ? {} : { q: asked }, { signal: abort.signal }).then(
      ({ colleagues }) => setAnswer({ asked, found: colleagues }),
      () => setAnswer((before) => (abort.signal.aborted ? before : { asked, found: [] })),
    );
    return () => abort.abort();
  }, [asked, opened]);
  const busy = opened && (answer?.asked !== asked || (words ?? '') !== asked);
  const typed = words === null || (value !== null && words === wordsOf(value)) ? '' : words;
  // What was found for earlier words stays only as far as it fits: a quick press must not choose somebody else.
  const found = (answer?.found ?? []).filter((one) => !busy || matchesSearch(wordsOf(one), typed));
  const offered = [...(also && matchesSearch(wordsOf(also), typed) ? [also] : []), ...found].filter(
    ({ accountId }) => accountId !== except && accountId !== value?.accountId,
  );
  const people = [...(value ? [value] : []), ...offered];
  return (
    <Select
      label={label}
      {...(description ? { description } : {})}
      required
      searchable
      value={value?.accountId ?? null}
      data={people.map((one) => ({ value: one.accountId as string, label: wordsOf(one) }))}
      // The server has searched already, without diacritics.
      filter={({ options }) => options}
      searchValue={words ?? (value ? wordsOf(value) : '')}
      onSearchChange={setWords}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setWords(null)}
      onChange={(id) => onChange(people.find(({ accountId }) => accountId === id) ?? null)}
      rightSection={busy ? <Loader size={16} /> : undefined}
      nothingFoundMessage={busy ? text.frame.loading : text.accountPages.colleagueNone}
      maxDropdownHeight={320}
    />
  );
}

const wordsOf = ({ title, organisationName, name }: Colleague): string => `${title}, ${organisationName} (${name})`;
