/** What is wrong with a figure of a file or a list, in words; whichever list its code is of. */

import type { FigureTemplatesText } from './vi/figure-templates.ts';
import type { FiguresText } from './vi/figures.ts';

type Facts = Record<string, unknown>;
type Words = { figures: Pick<FiguresText, 'faults'>; figureTemplates: Pick<FigureTemplatesText, 'fileFaults'> };

export function figureFault(
  { figures, figureTemplates }: Words,
  { code, facts }: { code: string; facts: Facts },
): string {
  const own = figureTemplates.fileFaults as Partial<Record<string, (facts: Facts) => string>>;
  const sentence = own[code];
  if (sentence) return sentence(facts);
  const common = figures.faults as Partial<Record<string, string>>;
  const readings =
    Array.isArray(facts['readings']) && facts['readings'].length > 0 ? ` (${facts['readings'].join(' / ')})` : '';
  const value = typeof facts['value'] === 'string' ? `“${facts['value']}”: ` : '';
  return `${value}${common[code] ?? code}${readings}`;
}
