import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatDecimal, readDecimal } from '../core/text/numbers.ts';
import { useText } from './language.tsx';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  /** An exact decimal: '9950.3'. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What is wrong with the number, where it is one. */
  fault?: string | null;
  /** What is typed became wrong or right; `value` stays the last number that was one. */
  onWrong?: (wrong: boolean) => void;
};

/** A number the Vietnamese way ("1.314,3"), kept as an exact decimal. */
export function DecimalField({ value, onChange, fault = null, onWrong, ...rest }: Props) {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = (text: string) => text.trim() !== '' && readDecimal(text) === null;
  const wrong = typed !== null && isWrong(typed);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={typed ?? (value === null ? '' : formatDecimal(value))}
      error={wrong ? text.workroom.reading.badNumber : fault}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        onWrong?.(isWrong(next));
        const number = readDecimal(next);
        if (next.trim() === '') onChange(null);
        else if (number !== null) onChange(number);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}
