import type { Text } from '../../core/text/vi.ts';
import { CallProblem } from '../call.ts';
import type { Trouble } from '../outbox-items.ts';
import { errorWords } from '../say.ts';

/** Why an entry does not go on by itself, in the language spoken now. */
export function troubleWords(text: Text, trouble: Trouble): string {
  if (trouble.is === 'faults') return trouble.faults.map((fault) => text.figures.faults[fault]).join(' ');
  if (trouble.is === 'conflict')
    return trouble.theirs ? text.offline.conflict(trouble.theirs.byPost) : text.offline.conflictGone;
  const { title, about } = errorWords(text, new CallProblem(trouble.body));
  return about ? `${title} ${about}` : title;
}
