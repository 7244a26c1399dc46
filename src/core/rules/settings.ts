/** What a setting is on a day in an organisation, and who may set it to what. */

import { SETTINGS, type Setting, type SettingKey, type SettingValue } from '../law/settings.ts';
import { type Refusal, refusal } from './refusal.ts';

/** One value that somebody set. `depth`: how far above the organisation asked for it was set, 0 for itself. */
export type SetValue = { key: string; value: SettingValue | null; validFrom: string; depth: number };

/**
 * The value that holds: the nearest place that has one on the day decides, there the latest; a place that set "as
 * above" (null) leaves it to the next. Without any, the default of the registry.
 */
export function settingOn(key: SettingKey, values: readonly SetValue[], on: string): SettingValue {
  const held = values.filter((one) => one.key === key && one.validFrom <= on);
  const depths = [...new Set(held.map(({ depth }) => depth))].sort((a, b) => a - b);
  for (const depth of depths) {
    const latest = held.filter((one) => one.depth === depth).reduce((a, b) => (b.validFrom > a.validFrom ? b : a));
    if (latest.value !== null) return latest.value;
  }
  return SETTINGS[key].default;
}

export type SettingRefusal =
  | 'setting-value'
  | 'setting-above-decides'
  | 'setting-in-past'
  | 'setting-taken'
  | 'setting-began';

/** Whether a value fits its setting: of its kind and within its bounds. */
export function fitsSetting(setting: Setting, value: SettingValue): boolean {
  switch (setting.kind) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'number':
      return Number.isInteger(value) && Number(value) >= setting.least && Number(value) <= setting.most;
    case 'year-day':
      return typeof value === 'string' && isYearDay(value);
  }
}

/** A day that every year has, "MM-DD". */
export function isYearDay(text: string): boolean {
  const match = /^(\d{2})-(\d{2})$/.exec(text);
  const [month, day] = [Number(match?.[1]), Number(match?.[2])];
  const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return match !== null && last !== undefined && day >= 1 && day <= last;
}

type NewSetting = {
  key: SettingKey;
  /** Null: as the place above, or the default. */
  value: SettingValue | null;
  validFrom: string;
  today: string;
  /** Somebody administers an organisation above this one. */
  governed: boolean;
  /** A value from that very day is there already. */
  taken: boolean;
};

/** Whether a value may be set from a day on. What already held stays as it was: the past is not set anew. */
export function checkSetting({ key, value, validFrom, today, governed, taken }: NewSetting): Refusal<SettingRefusal>[] {
  const setting: Setting = SETTINGS[key];
  const found: Refusal<SettingRefusal>[] = [];
  if (value !== null && !fitsSetting(setting, value)) found.push(refusal('setting-value', bounds(setting)));
  if (setting.atTheTop && governed) found.push(refusal('setting-above-decides'));
  if (validFrom < today) found.push(refusal('setting-in-past', { today }));
  if (taken) found.push(refusal('setting-taken', { on: validFrom }));
  return found;
}

const bounds = (setting: Setting) => (setting.kind === 'number' ? { least: setting.least, most: setting.most } : {});

/** Whether a value may be taken back: only before its first day has passed; afterwards another one is set. */
export function checkWithdrawal(validFrom: string, today: string): Refusal<SettingRefusal>[] {
  return validFrom < today ? [refusal('setting-began', { on: validFrom })] : [];
}
