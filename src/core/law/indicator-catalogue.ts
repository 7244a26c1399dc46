/**
 * The catalogue of indicators that documents of communes and provinces use, with the domains that order it. Codes are
 * stable: they stand in stored targets and in exchanged data.
 */

import type { Indicator } from '../rules/indicators.ts';
import { ECONOMY_INDICATORS } from './indicators-economy.ts';
import { SOCIETY_INDICATORS } from './indicators-society.ts';
import { STATE_INDICATORS } from './indicators-state.ts';
import { SUPPORTING_INDICATORS } from './indicators-supporting.ts';

export const INDICATORS: readonly Indicator[] = [
  ...ECONOMY_INDICATORS,
  ...SOCIETY_INDICATORS,
  ...STATE_INDICATORS,
  ...SUPPORTING_INDICATORS,
];
