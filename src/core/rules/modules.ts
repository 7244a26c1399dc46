/** Parts of the product that a place may do without: switched off, their deeds are refused and their doors hidden. */

import type { SettingKey } from '../law/settings.ts';
import type { ActName } from './access.ts';

export type ModuleKey = Extract<SettingKey, `module.${string}`>;

/** Deeds that begin something in a module. What ends or clears away what is there stays possible. */
const DEEDS: Partial<Record<ActName, ModuleKey>> = {
  uploadDocument: 'module.reading',
  restartReading: 'module.reading',
  saveReadingDraft: 'module.reading',
  createMovementFromReading: 'module.reading',
  updateMovementFromReading: 'module.reading',
  addClusterMember: 'module.clusters',
};

/** The module a deed belongs to; undefined for what every place needs. */
export const moduleOf = (act: ActName): ModuleKey | undefined => DEEDS[act];
