import { z } from 'zod';
import { SETTING_GROUPS, SETTING_KEYS, SETTING_STATUSES, SETTING_UNITS } from '../core/law/settings.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CalendarDate, SettingId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';

export const SettingKey = z.enum(SETTING_KEYS);
export const SettingValue = z.union([z.boolean(), z.number().int(), z.string().max(20)]);

/** A value somebody set: for an organisation and whoever stands below, from a day on. */
export const SettingLine = z.object({
  id: SettingId,
  value: SettingValue.nullable(),
  validFrom: CalendarDate,
  organisation: OrganisationRef,
  setAt: z.iso.datetime(),
  post: z.string(),
  reason: z.string().nullable(),
  /** The paper or person that it was checked against; null where nobody says it was. */
  checkedAgainst: z.string().nullable(),
  withdrawn: z.object({ at: z.iso.datetime(), post: z.string() }).nullable(),
  mayWithdraw: z.boolean(),
});
export type SettingLine = z.infer<typeof SettingLine>;

export const SettingView = z.object({
  key: SettingKey,
  group: z.enum(SETTING_GROUPS),
  kind: z.enum(['yes-no', 'number', 'year-day']),
  /** What holds on the day asked for. */
  value: SettingValue,
  default: SettingValue,
  unit: z.enum(SETTING_UNITS).nullable(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  source: z.string().nullable(),
  status: z.enum(SETTING_STATUSES),
  /** Who verified the value that holds, when, and against what. */
  checked: z.object({ against: z.string(), post: z.string(), at: z.iso.datetime() }).nullable(),
  /** Whether this person may set it here; where not, `above` says that a place above decides. */
  maySet: z.boolean(),
  aboveDecides: z.boolean(),
  /** Newest first, of the organisation and those above it. */
  history: z.array(SettingLine),
});
export type SettingView = z.infer<typeof SettingView>;

export const listSettings = endpoint({
  name: 'listSettings',
  method: 'GET',
  path: '/api/settings',
  input: z.object({ on: CalendarDate.optional() }),
  output: z.object({ organisation: OrganisationRef, on: CalendarDate, settings: z.array(SettingView) }),
  access: 'session',
  summary: "Every setting as it holds for the person's organisation on a day, with its history.",
});

export const setSetting = endpoint({
  name: 'setSetting',
  method: 'POST',
  path: '/api/settings',
  input: z.object({
    actionId: ActionId,
    key: SettingKey,
    /** Null: as the place above, or the default. */
    value: SettingValue.nullable(),
    validFrom: CalendarDate,
    reason: z.string().trim().min(1).max(500).nullable(),
    /** The paper or person that the value was checked against, where it was. */
    checkedAgainst: z.string().trim().min(1).max(300).nullable().default(null),
  }),
  output: z.object({ id: SettingId }),
  access: 'session',
  summary: "Sets a value for the person's organisation and whoever stands below, from a day on.",
});

export const withdrawSetting = endpoint({
  name: 'withdrawSetting',
  method: 'POST',
  path: '/api/settings/:settingId/withdraw',
  input: z.object({ actionId: ActionId, settingId: SettingId }),
  output: z.object({ id: SettingId }),
  access: 'session',
  summary: 'Takes a value back before its first day has passed.',
});
