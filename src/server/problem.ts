/** The one class for what goes wrong on purpose, and the one function that turns anything thrown into an answer. */

import { PROBLEM_STATUS, type ProblemBody, type ProblemKind, type Reason } from '../contract/problem.ts';
import { problemsVi } from '../core/text/vi/problems.ts';

export type ProblemCode = keyof typeof problemsVi;

/** Something a person can do something about. `code` has a sentence in core/text; `detail` is for the person too, never for a machine. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: ProblemCode;
  readonly detail: string | null;
  readonly fields: { path: string; message: string }[];
  readonly reasons: Reason[];
  constructor(
    kind: ProblemKind,
    code: ProblemCode,
    more: { detail?: string; fields?: { path: string; message: string }[]; reasons?: Reason[] } = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.kind = kind;
    this.code = code;
    this.detail = more.detail ?? null;
    this.fields = more.fields ?? [];
    this.reasons = more.reasons ?? [];
  }
}

/** A rule said no: all its reasons at once. */
export const refused = (reasons: Reason[]): Problem => new Problem('refused', 'refused', { reasons });

/** The record was changed meanwhile; `current` is the newer one. */
export const stale = (current: unknown): Problem =>
  new Problem('stale', 'stale', { reasons: [{ code: 'stale', article: null, facts: { current } }] });

/** Not there, or not for this person: the two look the same from outside. */
export const notFound = (): Problem => new Problem('not-found', 'not-found');

/** Constraints of the database that are the last wall behind a rule, by name. */
const CONSTRAINTS: Partial<Record<string, { kind: ProblemKind; code: ProblemCode }>> = {
  accounts_email_once: { kind: 'refused', code: 'email-taken' },
  movements_number_once: { kind: 'refused', code: 'number-taken' },
  organisations_code_once: { kind: 'refused', code: 'code-taken' },
  accounts_name_once: { kind: 'refused', code: 'account-name-taken' },
  passkeys_credential_once: { kind: 'refused', code: 'passkey-taken' },
  movement_responses_once: { kind: 'refused', code: 'answered-already' },
};

/** Any thrown thing as RFC 9457. What is not a {@link Problem} is broken: the person sees only the request's id. */
export function toProblemBody(thrown: unknown, requestId: string): ProblemBody {
  const problem = asProblem(thrown);
  return {
    type: `urn:thidua:problem:${problem.code}`,
    status: PROBLEM_STATUS[problem.kind],
    kind: problem.kind,
    code: problem.code,
    title: problemsVi[problem.code],
    detail: problem.detail,
    fields: problem.fields,
    reasons: problem.reasons,
    requestId: problem.kind === 'broken' ? requestId : null,
  };
}

function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof Error && 'constraint' in thrown && typeof thrown.constraint === 'string') {
    const known = CONSTRAINTS[thrown.constraint];
    if (known) return new Problem(known.kind, known.code);
  }
  return new Problem('broken', 'broken');
}
