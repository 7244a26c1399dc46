import type { z } from 'zod';
import type { listDomains, searchIndicators } from '../../contract/indicators.ts';
import { DOMAINS } from '../../core/law/domains.ts';
import { INDICATORS } from '../../core/law/indicator-catalogue.ts';
import { searchIndicators as bestMatches, findIndicator } from '../../core/rules/indicator-match.ts';
import { DOMAIN_CODES, type Indicator } from '../../core/rules/indicators.ts';
import { movementsEn } from '../../core/text/en/movements.ts';

type SearchInput = z.infer<(typeof searchIndicators)['input']>;

const shown = (indicator: Indicator) => ({
  ...indicator,
  units: [...indicator.units],
  aliases: [...indicator.aliases],
  lowerUnits: [...(indicator.lowerUnits ?? [])],
});

/** The domains in the order in which documents treat them. */
export function viewDomains(): z.input<(typeof listDomains)['output']> {
  return {
    domains: DOMAIN_CODES.map((code) => ({ code, name: DOMAINS[code], nameEn: movementsEn.domains[code] })),
  };
}

/** The catalogue, narrowed by code, domain and words; without words by domain. */
export function viewIndicators(input: SearchInput): z.input<(typeof searchIndicators)['output']> {
  const limit = input.limit ?? 50;
  const found = candidates(input).filter(
    (indicator) => input.domain === undefined || indicator.domain === input.domain,
  );
  return { indicators: found.slice(0, limit).map(shown), more: found.length > limit };
}

function candidates(input: SearchInput): readonly Indicator[] {
  if (input.code !== undefined) {
    const one = findIndicator(input.code);
    return one ? [one] : [];
  }
  const words = input.q?.trim() ?? '';
  return words === '' ? INDICATORS : bestMatches(words, INDICATORS.length);
}
