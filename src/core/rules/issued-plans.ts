/** Tình hình ban hành kế hoạch: who below has issued a plan of its own, in the system or on paper. */

import type { ResponseKind } from './movements.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * 'issued' with a number, 'drafted' without one yet, 'recorded' by what somebody entered on its behalf, 'folded' into
 * another plan, 'not-applicable' with a reason, 'none' where nothing is known.
 */
export const ISSUE_STATES = ['issued', 'recorded', 'drafted', 'folded', 'not-applicable', 'none'] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** A plan in the system goes before what was recorded of it on paper, unless only the paper has a number. */
export function issueState(facts: {
  response: { how: ResponseKind; numbered: boolean } | null;
  recorded: boolean;
}): IssueState {
  const { response, recorded } = facts;
  if (response?.how === 'own-plan' && response.numbered) return 'issued';
  if (recorded) return 'recorded';
  if (!response) return 'none';
  return response.how === 'own-plan' ? 'drafted' : response.how;
}

export const ISSUED_PLAN_REFUSALS = ['plan-needs-number', 'plan-issued-later'] as const;
export type IssuedPlanRefusal = Refusal<(typeof ISSUED_PLAN_REFUSALS)[number]>;

/** A plan on record has a number or a day, and none of the days to come. */
export function checkIssuedPlan(facts: {
  name: string;
  numberSymbol: string | null;
  issuedOn: string | null;
  today: string;
}): IssuedPlanRefusal[] {
  const { name, issuedOn, today } = facts;
  const refusals: IssuedPlanRefusal[] = [];
  if (facts.numberSymbol === null && issuedOn === null) refusals.push(refusal('plan-needs-number', { name }));
  if (issuedOn !== null && issuedOn > today) refusals.push(refusal('plan-issued-later', { name, on: issuedOn }));
  return refusals;
}
