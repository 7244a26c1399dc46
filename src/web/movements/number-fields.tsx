import { TextInput } from '@mantine/core';
import type { DocumentNumber } from '../../contract/facts.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';

/** An empty number of a document, to be filled in when the clerk has given it. */
export const NO_NUMBER: DocumentNumber = { number: null, symbol: null, issuedOn: null, place: null };

const filled = (value: string | null): string | null => {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

export const cleanNumber = ({ number, symbol, issuedOn, place }: DocumentNumber): DocumentNumber => ({
  number: filled(number),
  symbol: filled(symbol),
  issuedOn,
  place: filled(place),
});

type Props = { value: DocumentNumber; change: (value: DocumentNumber) => void };

/** Number, symbol, date and place of the document. */
export function NumberFields({ value, change }: Props) {
  const text = useText();
  const words = text.workroom.reading;
  return (
    <div className="form-four">
      <TextInput
        label={words.number}
        maxLength={50}
        value={value.number ?? ''}
        onChange={(event) => change({ ...value, number: event.currentTarget.value })}
      />
      <TextInput
        label={words.symbol}
        placeholder="KH-UBND"
        maxLength={100}
        value={value.symbol ?? ''}
        onChange={(event) => change({ ...value, symbol: event.currentTarget.value })}
      />
      <DateField
        label={words.issuedOn}
        value={value.issuedOn}
        onChange={(issuedOn) => change({ ...value, issuedOn })}
      />
      <TextInput
        label={text.movements.fields.place}
        maxLength={200}
        value={value.place ?? ''}
        onChange={(event) => change({ ...value, place: event.currentTarget.value })}
      />
    </div>
  );
}
