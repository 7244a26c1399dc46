import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../law/settings.ts';
import { PROGRESS_LIMITS } from './progress.ts';
import { LIMIT_SETTINGS, progressLimits } from './progress-settings.ts';

describe('limits of progress as settings', () => {
  it('are the built-in ones where nobody has said anything', () => {
    const limits = progressLimits((key) => SETTINGS[key].default);
    const numbers = (of: Record<string, string>) =>
      Object.fromEntries(Object.entries(of).map(([k, v]) => [k, Number(v)]));
    expect(numbers(limits)).toEqual(numbers(PROGRESS_LIMITS));
  });

  it('are read in percent, each from its own setting, and never cross', () => {
    const said = new Map<string, number>(Object.values(LIMIT_SETTINGS).map((key, at) => [key, 10 + at]));
    expect(Object.values(progressLimits((key) => said.get(key) ?? 0))).toEqual([
      '0.1',
      '0.11',
      '0.12',
      '0.13',
      '0.14',
      '0.15',
    ]);
    expect(SETTINGS['progress.at-risk-from'].most).toBeLessThan(SETTINGS['progress.on-track-from'].least);
  });
});
