/** Port to argon2id. Costs follow OWASP's advice: 19 MiB, two passes, one lane. */

import { hash, verify } from '@node-rs/argon2';

const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COSTS);

/** Compared for accounts that do not exist, so that their answer takes as long. */
let nobody: Promise<string> | null = null;

/** Whether `password` is the one behind `stored`; null stands for an account that is not there. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = stored ?? (await nobody);
  const right = await verify(against, password.normalize('NFC')).catch(() => false);
  return right && stored !== null;
}
