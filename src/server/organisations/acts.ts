import type { Tx } from '../act.ts';

export type NewProvince = { id: string; name: string; fixedToday?: string };

/** Sets up a province: the wall around everything that will belong to it. */
export async function addProvince(tx: Tx, { id, name, fixedToday }: NewProvince): Promise<void> {
  await tx
    .insertInto('provinces')
    .values({ id, name, fixed_today: fixedToday ?? null })
    .execute();
}

export type NewOrganisation = {
  id: string;
  provinceId: string;
  parentId: string | null;
  name: string;
  issuerName: string | null;
  kind: string;
  level: string;
  position?: number;
  validFrom?: string | null;
  validUntil?: string | null;
};

const ALWAYS = { from: '-infinity', until: 'infinity' };

/** Adds an organisation under its parent, and its pairs with everybody above, for the days on which it lives. */
export async function addOrganisation(tx: Tx, organisation: NewOrganisation): Promise<void> {
  const { id, provinceId, parentId, validFrom = null, validUntil = null } = organisation;
  await tx
    .insertInto('organisations')
    .values({
      id,
      province_id: provinceId,
      parent_id: parentId,
      name: organisation.name,
      issuer_name: organisation.issuerName,
      kind: organisation.kind,
      level: organisation.level,
      position: organisation.position ?? 0,
      valid_from: validFrom,
      valid_until: validUntil,
    })
    .execute();
  const above = parentId
    ? await tx
        .selectFrom('organisation_closure')
        .select(['ancestor_id', 'depth', 'valid_from', 'valid_until'])
        .where('descendant_id', '=', parentId)
        .execute()
    : [];
  const life = { valid_from: validFrom ?? ALWAYS.from, valid_until: validUntil ?? ALWAYS.until };
  const pairs = [
    { ancestor_id: id, depth: 0, ...life },
    ...above.map((pair) => ({
      ancestor_id: pair.ancestor_id,
      depth: pair.depth + 1,
      valid_from: later(life.valid_from, pair.valid_from),
      valid_until: earlier(life.valid_until, pair.valid_until),
    })),
  ].filter((pair) => rank(pair.valid_from) < rank(pair.valid_until));
  await tx
    .insertInto('organisation_closure')
    .values(pairs.map((pair) => ({ ...pair, descendant_id: id, province_id: provinceId })))
    .execute();
}

const rank = (day: string) => (day === ALWAYS.from ? '' : day === ALWAYS.until ? '~' : day);
const later = (a: string, b: string) => (rank(a) > rank(b) ? a : b);
const earlier = (a: string, b: string) => (rank(a) < rank(b) ? a : b);
