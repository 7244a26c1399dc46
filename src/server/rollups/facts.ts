/** What an indicator's figures are worth beside each other. */

import { sql } from 'kysely';
import { unitFactor } from '../../core/rules/rolled-figures.ts';
import { type ProvinceIndicator, provinceIndicators } from '../catalogues/facts.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

export type Catalogue = ReadonlyMap<string, ProvinceIndicator>;

/** The catalogue of a province by code. */
export async function catalogueOf(read: Read, provinceId: string): Promise<Catalogue> {
  return new Map((await provinceIndicators(read, { provinceId })).map((one) => [one.code, one]));
}

/** By indicator and unit (empty where it has none): what one of the unit is worth in the indicator's first unit. */
export type Worth = Record<string, Record<string, string>>;

/** For the units in which targets of these indicators are told; those of another kind are left out. */
export async function worthOf(
  read: Read,
  { provinceId, codes, catalogue }: { provinceId: string; codes: readonly string[]; catalogue: Catalogue },
): Promise<Worth> {
  const { rows } = await sql<{ indicator: string; unit: string | null }>`
    SELECT DISTINCT indicator, unit FROM targets WHERE province_id = ${provinceId} AND indicator = ANY(${[...codes]}::text[])`.execute(
    read,
  );
  const worth: Worth = {};
  for (const { indicator, unit } of rows) {
    const factor = unitFactor(catalogue.get(indicator), unit);
    if (factor !== null) worth[indicator] = { ...worth[indicator], [unit ?? '']: factor };
  }
  return worth;
}

/** What one's right reaches, and where one sits: a head's cluster is no member of itself. */
export const maySee = async (read: Read, viewer: Viewer, organisationId: string): Promise<boolean> =>
  organisationId === viewer.organisationId || (await mayDo(read, viewer, 'read', organisationId));
