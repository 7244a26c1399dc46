/** Which communes of the built-in list a province still lacks. */

import type { ListedCommune, ListedProvince } from '../law/communes.ts';

/** A living organisation that a listed commune may already be. */
export type StandingUnit = { name: string; code: string | null };

export type KnownAs = 'code' | 'name';

export type CommunePlan = {
  /** To be added, in the order of the list. */
  fresh: ListedCommune[];
  /** Left alone, and by what each was known. */
  there: (ListedCommune & { by: KnownAs })[];
};

/** Tone marks: grave, acute, tilde, hook, dot. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A name as it is compared: "Xã Hoà An" and "Xã Hòa An" are one, "Xã Cẩm Giang" and "Xã Cẩm Giàng" are two. The tone of
 * a syllable counts, the letter that carries it does not.
 */
export function sameName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '’')
    .split(/\s/)
    .filter((word) => word !== '')
    .map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ');
}

/**
 * What is to be added under a province. One is there when a living organisation carries its code, or one
 * under the province its name; asked a second time there is nothing left.
 */
export function planCommunes(
  listed: readonly ListedCommune[],
  { codes, below }: { codes: ReadonlySet<string>; below: readonly StandingUnit[] },
): CommunePlan {
  const names = new Set(below.map(({ name }) => sameName(name)));
  const plan: CommunePlan = { fresh: [], there: [] };
  for (const commune of listed) {
    const by: KnownAs | null = codes.has(commune.code) ? 'code' : names.has(sameName(commune.name)) ? 'name' : null;
    if (by === null) plan.fresh.push(commune);
    else plan.there.push({ ...commune, by });
  }
  return plan;
}

/** The listed province that an organisation's name means: "Tỉnh Lai Châu", "UBND tỉnh Lai Châu", "Lai Châu". */
export function listedProvinceOf(name: string, listed: readonly ListedProvince[]): ListedProvince | null {
  const words = ` ${sameName(name)} `;
  const bare = (province: string) => sameName(province.replace(/^(?:Tỉnh|Thành phố) /, ''));
  return listed.find((province) => words.endsWith(` ${bare(province.name)} `)) ?? null;
}
