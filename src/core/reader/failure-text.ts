/** The sentence for a failure of reading. */

import { type ReadingText, readingVi } from '../text/vi/reading.ts';
import type { ReadFailureCode, ReadFailureFacts, ReadRefusal } from './limits.ts';

/** Every code has a sentence; the compiler checks it. */
type Sentences = Record<ReadFailureCode, (facts: ReadFailureFacts) => string>;

/** What happened, what was kept, what to do; Vietnamese unless other words are given. */
export function failureText(refusal: ReadRefusal, words: ReadingText = readingVi): string {
  const sentences: Sentences = words.failures;
  return sentences[refusal.code](refusal.facts);
}
