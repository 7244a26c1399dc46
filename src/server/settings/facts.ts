/** What is set, as rules and other features need it. */

import { sql } from 'kysely';
import type { SettingKey, SettingValue } from '../../core/law/settings.ts';
import type { ProgressLimits } from '../../core/rules/progress.ts';
import { LIMIT_SETTINGS, progressLimits } from '../../core/rules/progress-settings.ts';
import { type SetValue, settingOn } from '../../core/rules/settings.ts';
import type { Read } from '../read.ts';

/** Values set for an organisation and for those it stands under on a day, of one setting or of all. */
export async function setValues(
  read: Pick<Read, 'getExecutor'>,
  { organisationId, on, key }: { organisationId: string; on: string; key?: SettingKey },
): Promise<SetValue[]> {
  const { rows } = await sql<SetValue>`SELECT s.key, s.value, s.valid_from AS "validFrom", c.depth
    FROM organisation_closure c JOIN settings s ON s.organisation_id = c.ancestor_id
    WHERE c.descendant_id = ${organisationId} AND c.valid_from <= ${on} AND c.valid_until > ${on}
      AND s.valid_from <= ${on} AND s.withdrawn_at IS NULL ${key ? sql`AND s.key = ${key}` : sql``}`.execute(
    read as Read,
  );
  return rows;
}

/** The value of one setting for an organisation on a day. */
export async function settingFor<T extends SettingValue>(
  read: Pick<Read, 'getExecutor'>,
  key: SettingKey,
  place: { organisationId: string; on: string },
): Promise<T> {
  return settingOn(key, await setValues(read, { ...place, key }), place.on) as T;
}

/** What is set for a province as a whole until a day, highest places first. */
async function valuesOfProvince(
  read: Pick<Read, 'getExecutor'>,
  { provinceId, on }: { provinceId: string; on: string },
  keys: readonly SettingKey[],
): Promise<SetValue[]> {
  const { rows } = await sql<SetValue>`
    SELECT s.key, s.value, s.valid_from AS "validFrom",
      (SELECT max(depth) FROM organisation_closure c WHERE c.descendant_id = s.organisation_id) AS depth
    FROM settings s WHERE s.province_id = ${provinceId} AND s.key = ANY(${[...keys]}::text[]) AND s.valid_from <= ${on}
      AND s.withdrawn_at IS NULL`.execute(read as Read);
  return rows;
}

/** The limits by which a province judges progress, for any day until today. */
export async function progressLimitsOf(
  read: Pick<Read, 'getExecutor'>,
  { provinceId, today }: { provinceId: string; today: string },
): Promise<(day: string) => ProgressLimits> {
  const values = await valuesOfProvince(read, { provinceId, on: today }, Object.values(LIMIT_SETTINGS));
  const known = new Map<string, ProgressLimits>();
  return (day) => {
    const limits = known.get(day) ?? progressLimits((key) => settingOn(key, values, day));
    known.set(day, limits);
    return limits;
  };
}

/** The value for a province as a whole: what the highest place that set it says. */
export async function settingOfProvince<T extends SettingValue>(
  read: Pick<Read, 'getExecutor'>,
  key: SettingKey,
  { provinceId, on }: { provinceId: string; on: string },
): Promise<T> {
  return settingOn(key, await valuesOfProvince(read, { provinceId, on }, [key]), on) as T;
}

/** Whether somebody administers an organisation above this one. */
export async function isGoverned(
  read: Pick<Read, 'getExecutor'>,
  { organisationId, on }: { organisationId: string; on: string },
): Promise<boolean> {
  const { rows } = await sql<{ governed: boolean }>`SELECT EXISTS (
    SELECT FROM organisation_closure c JOIN posts p ON p.organisation_id = c.ancestor_id
      JOIN accounts a ON a.id = p.account_id AND a.disabled_at IS NULL
    WHERE c.descendant_id = ${organisationId} AND c.depth > 0 AND c.valid_from <= ${on} AND c.valid_until > ${on}
      AND p.role = 'administrator' AND p.valid_from <= ${on} AND p.valid_until > ${on}) AS governed`.execute(
    read as Read,
  );
  return rows[0]?.governed ?? false;
}
