import { describe, expect, it } from 'vitest';
import { SETTING_KEYS, SETTINGS, type SettingValue } from '../law/settings.ts';
import { settingsEn } from '../text/en/settings.ts';
import { settingsVi } from '../text/vi/settings.ts';
import { checkSetting, checkWithdrawal, fitsSetting, isYearDay, type SetValue, settingOn } from './settings.ts';

const KEY = 'titles.base-vote';
const set = (value: SettingValue | null, validFrom: string, depth = 0): SetValue => ({
  key: KEY,
  value,
  validFrom,
  depth,
});

describe('settingOn', () => {
  it.each<[string, SetValue[], string, SettingValue]>([
    ['nothing set: the default', [], '2026-06-30', 80],
    ['another setting: the default', [{ ...set(85, '2026-01-01'), key: 'titles.province-vote' }], '2026-06-30', 80],
    ['the day before it begins', [set(85, '2026-07-01')], '2026-06-30', 80],
    ['its first day', [set(85, '2026-07-01')], '2026-07-01', 85],
    ['the later of two', [set(85, '2026-01-01'), set(90, '2026-06-01')], '2026-06-30', 90],
    ['as it was before the later', [set(85, '2026-01-01'), set(90, '2026-06-01')], '2026-05-31', 85],
    ['from above', [set(85, '2026-01-01', 2)], '2026-06-30', 85],
    ['the nearest goes before the latest', [set(85, '2026-01-01', 0), set(90, '2026-06-01', 1)], '2026-06-30', 85],
    ['as above again', [set(85, '2026-01-01'), set(null, '2026-06-01'), set(90, '2026-02-01', 1)], '2026-06-30', 90],
    ['as above, and nothing there', [set(85, '2026-01-01'), set(null, '2026-06-01')], '2026-06-30', 80],
  ])('%s', (_what, values, on, expected) => {
    expect(settingOn(KEY, values, on)).toBe(expected);
  });
});

describe('checkSetting', () => {
  const asked = {
    key: KEY,
    value: 85,
    validFrom: '2026-07-01',
    today: '2026-06-30',
    governed: false,
    taken: false,
  } as const;
  const codes = (more: object) => checkSetting({ ...asked, ...more }).map(({ code }) => code);

  it.each<[string, object, string[]]>([
    ['a good one', {}, []],
    ['from today on', { validFrom: '2026-06-30' }, []],
    ['as above', { value: null }, []],
    ['below its bounds', { value: 49 }, ['setting-value']],
    ['above its bounds', { value: 101 }, ['setting-value']],
    ['no whole number', { value: 80.5 }, ['setting-value']],
    ['of another kind', { value: true }, ['setting-value']],
    ['in the past', { validFrom: '2026-06-29' }, ['setting-in-past']],
    ['where a place above decides', { governed: true }, ['setting-above-decides']],
    ['a module where somebody is above', { key: 'module.reading', value: false, governed: true }, []],
    ['on a day that has one', { taken: true }, ['setting-taken']],
    [
      'all at once',
      { value: 'x', validFrom: '2020-01-01', governed: true, taken: true },
      ['setting-value', 'setting-above-decides', 'setting-in-past', 'setting-taken'],
    ],
  ])('%s', (_what, more, expected) => {
    expect(codes(more)).toEqual(expected);
  });

  it('takes back what begins today or later', () => {
    expect(checkWithdrawal('2026-06-30', '2026-06-30')).toEqual([]);
    expect(checkWithdrawal('2026-06-29', '2026-06-30').map(({ code }) => code)).toEqual(['setting-began']);
  });
});

describe('the registry', () => {
  it.each(SETTING_KEYS)('%s has a default that fits, and words', (key) => {
    expect(fitsSetting(SETTINGS[key], SETTINGS[key].default)).toBe(true);
    for (const words of [settingsVi, settingsEn]) {
      expect(words.names[key].length).toBeGreaterThan(3);
      expect(words.abouts[key].length).toBeGreaterThan(10);
    }
  });

  it.each(SETTING_KEYS)('%s names its source where it rests on a rule', (key) => {
    const { source, status } = SETTINGS[key];
    if (status !== 'product') expect(source).not.toBeNull();
  });

  it.each([
    ['02-28', true],
    ['12-31', true],
    ['02-29', false],
    ['13-01', false],
    ['00-10', false],
    ['4-1', false],
    ['04-31', false],
    ['12-10x', false],
  ])('days of every year: %s', (text, fits) => {
    expect(isYearDay(text)).toBe(fits);
  });
});
