import type { ReadingSummary } from '../contract/documents.ts';
import type { Text } from '../core/text/vi.ts';

type Failure = NonNullable<ReadingSummary['failure']>;

/** Why a document could not be read: what happened, what was kept, what to do. */
export function readingFailureWords(text: Text, { code, facts }: Failure): string {
  if (code === 'interrupted') return text.documents.interrupted;
  return text.reading.failures[code](facts);
}
