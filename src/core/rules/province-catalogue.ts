/** The catalogue of indicators as a province has it: its own ones beside the built-in, renamed ones, retired ones gone. */

import { INDICATORS } from '../law/indicator-catalogue.ts';
import { matchesSearch } from '../text/search.ts';
import { findIndicator, searchIndicators } from './indicator-match.ts';
import type { Indicator } from './indicators.ts';

/** What a province added or says otherwise. */
export type ChangedIndicator = Indicator & { retired: boolean };

export type Catalogue = {
  /** Those that are offered, the province's own last. */
  all: readonly Indicator[];
  /** Retired ones too: what was chosen once keeps its name. */
  find: (code: string) => Indicator | undefined;
  /** Those offered that match, those of the province first. */
  search: (words: string, atMost: number) => Indicator[];
};

const BUILT_IN: ReadonlySet<string> = new Set(INDICATORS.map(({ code }) => code));

/** Puts what a province changed over the built-in catalogue. */
export function catalogueWith(changed: readonly ChangedIndicator[]): Catalogue {
  const changes = new Map(changed.map((one) => [one.code, one]));
  const offered = (one: Indicator): Indicator[] => {
    const change = changes.get(one.code);
    if (!change) return [one];
    return change.retired ? [] : [change];
  };
  const own = changed.filter(({ code, retired }) => !retired && !BUILT_IN.has(code));
  return {
    all: [...INDICATORS.flatMap(offered), ...own],
    find: (code) => changes.get(code) ?? findIndicator(code),
    search(words, atMost) {
      const said = changed.filter(
        ({ name, aliases, code, retired }) => !retired && matchesSearch([name, ...aliases, code].join(' '), words),
      );
      const known = new Set(said.map(({ code }) => code));
      const others = searchIndicators(words, atMost + changed.length).flatMap(offered);
      return [...said, ...others.filter(({ code }) => !known.has(code))].slice(0, atMost);
    },
  };
}
