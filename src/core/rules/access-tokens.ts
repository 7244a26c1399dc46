/** Mã truy cập: what another program may do with figures, and for how long. */

import type { Role } from './access.ts';

export const TOKEN_RIGHTS = ['read', 'write'] as const;
export type TokenRight = (typeof TOKEN_RIGHTS)[number];

/** What is written on every token before its random part, so that one that leaked is known for what it is. */
export const TOKEN_MARK = 'thidua_';

/** For how many days a token may be made. */
export const TOKEN_DAYS = [30, 90, 180, 366] as const;
export const MOST_TOKEN_DAYS = 366;

/** Calls that one token may make in a minute. */
export const TOKEN_CALLS_A_MINUTE = 60;

/**
 * What a token is in its unit: as an officer's it reaches what stands below, an administrator's speaks for that unit
 * alone. Null where the maker holds neither role any more.
 */
export function tokenRole(makerRoles: readonly Role[]): Role | null {
  if (makerRoles.includes('officer')) return 'officer';
  return makerRoles.includes('administrator') ? 'reporter' : null;
}
