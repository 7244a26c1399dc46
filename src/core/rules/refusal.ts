/**
 * One reason why something may not be done: a code that core/text has a sentence for, the clause it rests on where
 * there is one, and the facts it used. Rules give all reasons at once.
 */
export type Refusal<Code extends string = string> = {
  code: Code;
  article: string | null;
  facts: Record<string, unknown>;
};

/** A refusal that rests on no clause but on sense. */
export function refusal<Code extends string>(code: Code, facts: Record<string, unknown> = {}): Refusal<Code> {
  return { code, article: null, facts };
}
