/** Making a passkey: what a browser is asked, and the key in its answer. */

import type { z } from 'zod';
import type { PasskeyMade } from '../contract/own-account.ts';
import { refusal } from '../core/rules/refusal.ts';
import type { NewPasskey } from './accounts/own-acts.ts';
import type { Ask } from './bind.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import { askForKey, keyIn, relyingOn } from './passkey.ts';
import { refused } from './problem.ts';

/** What to ask a browser for a new key of somebody's, and the challenge it has to answer. */
export async function askKeyOf(ask: Ask, person: { id: string; name: string; known: readonly string[] }) {
  const { challenge, options } = await askForKey(relyingOn(ask.origin), person);
  const kept = { kind: 'passkey-new', accountId: person.id, secrets: { challenge } } as const;
  return { challengeId: await keepChallenge(ask.world, kept), options };
}

/** The key that a browser has made for somebody. Throws `passkey-wrong` for what does not hold. */
export async function keyOf(ask: Ask, accountId: string, made: z.output<typeof PasskeyMade>): Promise<NewPasskey> {
  const { challengeId: id, response, name } = made;
  const kept = await takeChallenge(ask.world, { id, kind: 'passkey-new', accountId });
  const key = kept && (await keyIn(relyingOn(ask.origin), kept['challenge'] ?? '', response));
  if (!key) throw refused([refusal('passkey-wrong')]);
  return { ...key, name };
}
