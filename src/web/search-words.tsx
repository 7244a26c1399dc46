import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

type Props = { label: string; placeholder?: string; value: string; onSearch: (words: string) => void };

/** Searches while one types, a little behind the last letter. */
export function SearchWords({ label, placeholder, value, onSearch }: Props) {
  const [typed, setTyped] = useState(value);
  const ask = useDebouncedCallback(onSearch, 300);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      className="keep-words"
      type="search"
      label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      leftSection={<IconSearch size={16} />}
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
