/** The limits of progress as a province set them. */

import { Decimal as Exact } from 'decimal.js';
import type { SettingKey, SettingValue } from '../law/settings.ts';
import type { ProgressLimits } from './progress.ts';

/** Which setting each limit is; all in percent. */
export const LIMIT_SETTINGS = {
  onTrackFrom: 'progress.on-track-from',
  atRiskFrom: 'progress.at-risk-from',
  about: 'progress.about',
  keep: 'progress.keep',
  beyondBound: 'progress.beyond-bound',
  lateFrom: 'progress.late-from',
} as const satisfies Record<keyof ProgressLimits, SettingKey>;

/** The limits as shares of one, from whatever says what a setting is. */
export function progressLimits(saying: (key: SettingKey) => SettingValue): ProgressLimits {
  const share = (limit: keyof ProgressLimits) => new Exact(Number(saying(LIMIT_SETTINGS[limit]))).div(100).toString();
  return {
    onTrackFrom: share('onTrackFrom'),
    atRiskFrom: share('atRiskFrom'),
    about: share('about'),
    keep: share('keep'),
    beyondBound: share('beyondBound'),
    lateFrom: share('lateFrom'),
  };
}
