import type { z } from 'zod';
import type { listCatalogue, listHolidays } from '../../contract/catalogues.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { workingDaysBetween } from '../../core/rules/working-days.ts';
import { matchesSearch } from '../../core/text/search.ts';
import type { Read, Viewer } from '../read.ts';
import { isGoverned } from '../settings/facts.ts';
import { type ProvinceIndicator, provinceDays, provinceIndicators, specialDays } from './facts.ts';

/** Days of a year that differ from their weekday; the year of the viewer's day when none is asked for. */
export async function viewHolidays(
  read: Read,
  viewer: Viewer,
  input: z.infer<(typeof listHolidays)['input']>,
): Promise<z.input<(typeof listHolidays)['output']>> {
  const year = input.year ?? Number(viewer.today.slice(0, 4));
  const days = (await provinceDays(read, viewer)).filter(({ day }) => day.startsWith(`${year}-`));
  return {
    year,
    days,
    workingDays: workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, await specialDays(read, viewer)),
    maySet: await maySet(read, viewer, 'setHoliday'),
  };
}

/** The catalogue, narrowed by words, domain, or to what the province changed. */
export async function viewCatalogue(
  read: Read,
  viewer: Viewer,
  { q = '', domain, changed }: z.infer<(typeof listCatalogue)['input']>,
): Promise<z.input<(typeof listCatalogue)['output']>> {
  const all = await provinceIndicators(read, viewer);
  const found = all.filter(
    (one) =>
      (domain === undefined || one.domain === domain) &&
      (changed === undefined || one.version > 0) &&
      matchesSearch([one.name, ...one.aliases, one.code].join(' '), q),
  );
  return {
    indicators: found.map(shown),
    total: all.length,
    maySet: await maySet(read, viewer, 'changeIndicator'),
  };
}

/** The calendar and the catalogue are the province's: set only where nobody administers above. */
async function maySet(read: Read, viewer: Viewer, act: 'setHoliday' | 'changeIndicator'): Promise<boolean> {
  if (scopesOf(act, viewer.roles).length === 0) return false;
  return !(await isGoverned(read, { organisationId: viewer.organisationId, on: viewer.today }));
}

const shown = (one: ProvinceIndicator) => ({
  ...one,
  units: [...one.units],
  aliases: [...one.aliases],
  ownAliases: [...one.ownAliases],
  lowerUnits: [...(one.lowerUnits ?? [])],
});
