import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { readTyped, typedOnce } from '../core/rules/figure-entry.ts';
import { formatDecimal } from '../core/text/numbers.ts';
import type { Text } from '../core/text/vi.ts';
import { useText } from './language.tsx';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  /** An exact decimal: '9950.3'. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What is wrong with the number, where it is one. */
  fault?: string | null;
  /** What is typed became wrong or right; `value` stays the last number that was one. */
  onWrong?: (wrong: boolean) => void;
  /** Stands in the field to begin with, as if it had been typed: something pasted that cannot be read. */
  began?: string | undefined;
};

/** One number as it is typed into a field of its own; `fault` says why what is typed is none. */
function readNumber(text: Text, typed: string): { value: string | null; fault: string | null } {
  const read = readTyped(typed);
  if (read.is === 'empty') return { value: null, fault: null };
  if (read.is === 'figure' && read.figure.value !== null) return { value: read.figure.value, fault: null };
  const readings = read.is === 'unclear' ? read.readings : [];
  const fault =
    readings.length > 0 ? text.fields.twoReadings(readings.map(typedOnce)) : text.workroom.reading.badNumber;
  return { value: null, fault };
}

/**
 * A number the Vietnamese way ("1.314,3"), kept as an exact decimal. What cannot be read stays as it was typed, and no
 * form is sent with it: see `unread.ts`.
 */
export function DecimalField({ value, onChange, fault = null, onWrong, began, ...rest }: Props) {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(began ?? null);
  const wrong = typed === null ? null : readNumber(text, typed).fault;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={typed ?? (value === null ? '' : formatDecimal(value))}
      error={wrong ?? fault}
      data-unread={wrong !== null || undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const read = readNumber(text, next);
        onWrong?.(read.fault !== null);
        if (read.fault === null) onChange(read.value);
      }}
      onBlur={() => {
        if (wrong === null) setTyped(null);
      }}
    />
  );
}
