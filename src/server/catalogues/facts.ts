/** The calendar and the catalogue of a province: what is built in, and what it says otherwise. */

import { HOLIDAYS } from '../../core/law/holidays.ts';
import { INDICATORS } from '../../core/law/indicator-catalogue.ts';
import type { Indicator } from '../../core/rules/indicators.ts';
import type { DayKind, SpecialDays } from '../../core/rules/working-days.ts';
import type { Read, Viewer } from '../read.ts';

export type ProvinceDay = {
  day: string;
  kind: DayKind;
  name: string;
  source: string | null;
  verified: boolean;
  own: boolean;
};

/** Days of the province that differ from their weekday, in order. */
export async function provinceDays(read: Read, { provinceId }: Pick<Viewer, 'provinceId'>): Promise<ProvinceDay[]> {
  const own = await read
    .selectFrom('holidays')
    .select(['day', 'kind', 'name', 'source'])
    .where('province_id', '=', provinceId)
    .execute();
  const days = new Map<string, ProvinceDay>(HOLIDAYS.map((day) => [day.day, { ...day, own: false }]));
  for (const row of own) days.set(row.day, { ...row, kind: row.kind as DayKind, verified: true, own: true });
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The same for the rules of working days. */
export async function specialDays(read: Read, viewer: Pick<Viewer, 'provinceId'>): Promise<SpecialDays> {
  return new Map((await provinceDays(read, viewer)).map(({ day, kind }) => [day, kind]));
}

export type ProvinceIndicator = Indicator & {
  own: boolean;
  catalogueName: string | null;
  ownAliases: readonly string[];
  retired: boolean;
  rollUpChecked: RollUpChecked | null;
  version: number;
};

/** Who verified how an indicator is put together. */
export type RollUpChecked = { against: string; post: string; at: string };

/** What an indicator of a province's own is, beside its name and wordings. */
export type OwnIndicator = Pick<Indicator, 'domain' | 'units' | 'better' | 'nature' | 'rollUp' | 'weighedBy'>;

type Checked = { against: string | null; checkedAt: string | null; checkedBy: string | null };
type Change = Checked & { name: string | null; aliases: readonly string[]; retiredAt: string | null; version: number };

const checkedOf = ({ against, checkedAt: at, checkedBy: post }: Checked): RollUpChecked | null =>
  against === null || at === null || post === null ? null : { against, post, at };

const NO_CHANGE: Change = {
  ...{ name: null, aliases: [], retiredAt: null, version: 0 },
  ...{ against: null, checkedAt: null, checkedBy: null },
};

function changed(indicator: Indicator, change: Change): ProvinceIndicator {
  const { name, aliases, retiredAt, version } = change;
  const rollUpChecked = checkedOf(change);
  const renamed = name !== null && name !== indicator.name;
  return {
    ...indicator,
    name: name ?? indicator.name,
    // Documents go on calling it as the catalogue does.
    aliases: [...indicator.aliases, ...(renamed ? [indicator.name] : []), ...aliases],
    own: false,
    catalogueName: renamed ? indicator.name : null,
    ownAliases: aliases,
    retired: retiredAt !== null,
    rollUpAssumed: indicator.rollUpAssumed && rollUpChecked === null,
    rollUpChecked,
    version,
  };
}

/** What most provinces have: the catalogue as it is built in. */
const AS_BUILT = new Map(INDICATORS.map((indicator) => [indicator.code, changed(indicator, NO_CHANGE)]));

/** The catalogue as the province has it, its own indicators last. */
export async function provinceIndicators(
  read: Read,
  { provinceId }: Pick<Viewer, 'provinceId'>,
): Promise<ProvinceIndicator[]> {
  const rows = await read
    .selectFrom('indicator_changes')
    .select(['code', 'own', 'name', 'aliases', 'retired_at as retiredAt', 'version'])
    .select(['roll_up_checked_against as against', 'roll_up_checked_at as checkedAt'])
    .select('roll_up_checked_by_post as checkedBy')
    .where('province_id', '=', provinceId)
    .orderBy('name')
    .execute();
  const changes = new Map(rows.map((row) => [row.code, row]));
  const builtIn = INDICATORS.flatMap((indicator) => {
    const change = changes.get(indicator.code);
    return (change ? changed(indicator, change) : AS_BUILT.get(indicator.code)) ?? [];
  });
  const own = rows.flatMap((row): ProvinceIndicator[] =>
    row.own === null
      ? []
      : [
          {
            ...(row.own as unknown as OwnIndicator),
            code: row.code,
            name: row.name ?? row.code,
            aliases: row.aliases,
            rollUpAssumed: false,
            own: true,
            catalogueName: null,
            ownAliases: row.aliases,
            retired: row.retiredAt !== null,
            rollUpChecked: checkedOf(row),
            version: row.version,
          },
        ],
  );
  return [...builtIn, ...own];
}
