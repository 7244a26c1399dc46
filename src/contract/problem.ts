import { z } from 'zod';

/** Kinds of problem and the HTTP status each answers with (RFC 9457). */
export const PROBLEM_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  stale: 409,
  'too-large': 413,
  'unsupported-file': 415,
  refused: 422,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof PROBLEM_STATUS;
export const PROBLEM_KINDS = Object.keys(PROBLEM_STATUS) as [ProblemKind, ...ProblemKind[]];

/** One reason of a refusal: a code with a sentence in core/text, the clause it rests on and the facts it used. */
export const Reason = z.object({
  code: z.string(),
  article: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type Reason = z.infer<typeof Reason>;

/** What every failing request answers: application/problem+json. */
export const ProblemBody = z.object({
  type: z.string(),
  status: z.number().int(),
  kind: z.enum(PROBLEM_KINDS),
  /** Stable code that core/text has a sentence for. */
  code: z.string(),
  /** Vietnamese: what happened, what was kept, what to do. */
  title: z.string(),
  detail: z.string().nullable(),
  /** Fields that are wrong, by path in the input. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
  reasons: z.array(Reason),
  /** Only for `broken`: what to tell the people who run the server. */
  requestId: z.string().nullable(),
});
export type ProblemBody = z.infer<typeof ProblemBody>;
