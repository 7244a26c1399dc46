import type { FieldChange, FieldValue } from '../../contract/facts.ts';
import { formatDate } from '../../core/text/dates.ts';
import type { Text } from '../../core/text/vi.ts';
import { periodWords } from './period-words.ts';

/** A value of a field, in words of the language spoken now. */
export function fieldWords(text: Text, field: FieldChange['field'], value: FieldValue | null): string {
  if (value === null) return text.movementPages.empty;
  switch (value.type) {
    case 'text':
      return value.text;
    case 'date':
      return formatDate(value.date);
    case 'year':
      return String(value.year);
    case 'period':
      return periodWords(text, value.period, Number((value.period.from ?? value.period.until ?? '0').slice(0, 4)));
    case 'figure':
      return text.movements.figure(value.figure);
    case 'list':
      return value.items.length === 0 ? text.movementPages.empty : value.items.join('; ');
    case 'code':
      return codeWords(text, field, value.code);
  }
}

/** The word of a closed list; the field says which list. */
function codeWords(text: Text, field: FieldChange['field'], code: string): string {
  const lists: Partial<Record<FieldChange['field'], Partial<Record<string, string>>>> = {
    kind: text.movements.kinds,
    state: { ...text.movements.states, ...text.movements.taskStates },
    role: text.movements.dutyRoles,
    how: text.movements.responses,
    'due-relation': text.movements.dueRelations,
    domain: text.movements.domains,
  };
  return lists[field]?.[code] ?? code;
}
