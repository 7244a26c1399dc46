import type { FieldValue } from '../contract/facts.ts';
import { formatDate } from '../core/text/dates.ts';
import type { Text } from '../core/text/vi.ts';
import { useText } from './language.tsx';
import { useCatalogue } from './use-catalogue.ts';

type Props = { field: keyof Text['movements']['fields']; value: FieldValue | null };

/** A value of a history or a comparison, in the words of the language spoken now. */
export function FieldValueWords({ field, value }: Props) {
  const text = useText();
  const catalogue = useCatalogue();
  if (value === null) return <>{text.frame.notSet}</>;
  // An indicator is called by its name, not by its code.
  const indicator = field === 'indicator' && value.type === 'code' ? catalogue.find(value.code) : undefined;
  return <>{indicator?.name ?? fieldWords(text, field, value)}</>;
}

/** The same as plain text; an indicator stays its code. */
export function fieldWords(text: Text, field: Props['field'], value: FieldValue): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'date':
      return formatDate(value.date);
    case 'year':
      return String(value.year);
    case 'period':
      return `${value.period.from ? formatDate(value.period.from) : '…'} – ${value.period.until ? formatDate(value.period.until) : '…'}`;
    case 'figure':
      return text.movements.figure(value.figure);
    case 'list':
      return value.items.join('; ');
    case 'code':
      return codeWord(text, field, value.code);
  }
}

/** The word of a closed list: the field says which. */
function codeWord(text: Text, field: Props['field'], code: string): string {
  const lists: Partial<Record<Props['field'], Readonly<Record<string, string>>>> = {
    kind: text.movements.kinds,
    state: { ...text.movements.states, ...text.movements.taskStates },
    role: { ...text.movements.dutyRoles, ...text.workroom.reading.roles },
    how: { ...text.comparisons.answers, ...text.movements.responses },
    'due-relation': text.movements.dueRelations,
    domain: text.movements.domains,
    'plan-level': text.targetDetails.levels,
    'year-kind': text.targetDetails.yearKinds,
    'entered-as': text.figures.enteredAs,
    'data-period': text.targetDetails.periodKinds,
  };
  return lists[field]?.[code] ?? code;
}
