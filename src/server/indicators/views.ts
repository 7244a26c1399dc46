import type { z } from 'zod';
import type { listDomains, searchIndicators } from '../../contract/indicators.ts';
import { DOMAINS } from '../../core/law/domains.ts';
import { DOMAIN_CODES, type Indicator } from '../../core/rules/indicators.ts';
import { type Catalogue, catalogueWith } from '../../core/rules/province-catalogue.ts';
import { movementsEn } from '../../core/text/en/movements.ts';
import { provinceIndicators } from '../catalogues/facts.ts';
import type { Read, Viewer } from '../read.ts';

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

/** The catalogue as the province has it, narrowed by code, domain and words; without words by domain. */
export async function viewIndicators(
  read: Read,
  viewer: Viewer,
  input: SearchInput,
): Promise<z.input<(typeof searchIndicators)['output']>> {
  const changed = (await provinceIndicators(read, viewer)).filter(({ version }) => version > 0);
  const limit = input.limit ?? 50;
  const found = candidates(catalogueWith(changed), input).filter(
    (indicator) => input.domain === undefined || indicator.domain === input.domain,
  );
  return { indicators: found.slice(0, limit).map(shown), more: found.length > limit };
}

function candidates(catalogue: Catalogue, input: SearchInput): readonly Indicator[] {
  if (input.code !== undefined) {
    const one = catalogue.find(input.code);
    return one ? [one] : [];
  }
  const words = input.q?.trim() ?? '';
  return words === '' ? catalogue.all : catalogue.search(words, catalogue.all.length);
}
