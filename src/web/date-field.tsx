import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatDate, isoDate } from '../core/text/dates.ts';
import { useText } from './language.tsx';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  /** 'YYYY-MM-DD'. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** "5/2/2026", "05-02-2026", "5.2.2026" or "05022026"; null for anything that is no day. */
export function readDay(typed: string): string | null {
  const match =
    /^\s{0,9}(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4})\s{0,9}$/.exec(typed) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(typed.trim());
  return match ? isoDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** A day the Vietnamese way, whatever language the browser speaks. */
export function DateField({ value, onChange, ...rest }: Props) {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const shown = typed ?? (value === null ? '' : formatDate(value));
  const wrong = typed !== null && typed.trim() !== '' && readDay(typed) === null;
  const leave = () => {
    setLeft(true);
    if (!wrong) setTyped(null);
  };
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      placeholder={text.fields.datePlaceholder}
      {...rest}
      value={shown}
      error={wrong && (left || typed.length >= 8) ? text.fields.dateWrong : null}
      data-unread={wrong || undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        setLeft(false);
        if (next.trim() === '') onChange(null);
        else {
          const day = readDay(next);
          if (day !== null) onChange(day);
        }
      }}
      onBlur={leave}
    />
  );
}
