/** What is shown once and kept only as a hash: tokens, passwords given out, recovery codes. */

import { createHash, randomBytes } from 'node:crypto';

/** SHA-256, for secrets that are random and long; never for passwords that people choose. */
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** 256 random bits that can stand in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Signs that are not taken for one another when read out or written down. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

function randomSign(): string {
  for (;;) {
    const byte = randomBytes(1)[0] ?? 255;
    // Without a rest the first signs of the list would come more often.
    if (byte < SIGNS.length * 8) return SIGNS.charAt(byte % SIGNS.length);
  }
}

/** Random signs in groups of five, about 25 bits a group: "k3v9w-…". */
export const randomGroups = (groups: number): string =>
  Array.from({ length: groups }, () => Array.from({ length: 5 }, randomSign).join('')).join('-');
