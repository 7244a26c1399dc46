/** Port to one-time codes by time (RFC 6238): six digits, thirty seconds, SHA-1, as every app shows them. */

import { generateSecret, generateURI, verifySync } from 'otplib';

const PERIOD = 30;
const ISSUER = 'Thi Đua';

export type NewSecret = { secret: string; uri: string };

/** A fresh secret of 160 bits and the address by which an app takes it in. */
export function newCodeSecret(accountName: string): NewSecret {
  const secret = generateSecret({ length: 20 });
  return { secret, uri: generateURI({ issuer: ISSUER, label: accountName, secret }) };
}

/**
 * The half minute whose code this is, at `at` (ISO) or one half minute before or after, and later than `after`; null
 * where it is none. The caller keeps the answer as the next `after`, so that no code is taken twice.
 */
export function stepOfCode({
  secret,
  code,
  at,
  after,
}: {
  secret: string;
  code: string;
  at: string;
  after: number;
}): number | null {
  const token = code.replaceAll(' ', '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(Date.parse(at) / 1000);
  const found = verifySync({ secret, token, epoch, epochTolerance: PERIOD, afterTimeStep: after });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
