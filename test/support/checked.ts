import { readContent } from '../../src/core/reader/read-document.ts';
import type { Finding, RegistryEntry } from '../../src/core/reader/reading.ts';
import { buildContent } from './joined.ts';
import { type PlanParts, samplePlan } from './sample-plan.ts';

/** What the checker says of a text, one paragraph a line. */
export function findingsOf(text: string, registry?: RegistryEntry[]): Finding[] {
  const about = { name: 'test.txt', sha256: '0'.repeat(64), ...(registry ? { registry } : {}) };
  return readContent(buildContent(text), about).findings;
}

/** What the checker says of the faultless plan with these paragraphs or parts in it, by one rule. */
export function sayingOf(rule: string, parts: string | Partial<PlanParts>, registry?: RegistryEntry[]): Finding[] {
  const plan = samplePlan(typeof parts === 'string' ? { body: parts } : parts);
  return findingsOf(plan, registry).filter((finding) => finding.rule === rule);
}
