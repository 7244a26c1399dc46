/** Ways to sign in besides a name and a password: the second step, passkeys, an identity elsewhere. */

import { accountOfEmail, accountOfIdentity, takePasskey, takeSecondStep } from './accounts/way-acts.ts';
import type { World } from './act.ts';
import { countAttempt } from './attempts.ts';
import { keepChallenge, takeChallenge } from './challenges.ts';
import type { Identity } from './oidc.ts';
import { askForAnyKey, countOfAnswer, credentialOf, relyingOn } from './passkey.ts';
import { Problem } from './problem.ts';
import { openSession, type SecondStep, type SessionSettings, startOf, type Visit } from './session.ts';
import { stepOfCode } from './totp.ts';
import { inProvince, provinceOfIdentity, provinceOfName, provinceOfPasskey } from './wall.ts';

/** The second step of signing in with a password. */
export const secondStep: SecondStep = (trx, asked) => takeSecondStep(trx, asked, stepOfCode);

type Json = Record<string, unknown>;

/** What to ask a browser that wants to sign in with a passkey. */
export async function askToSignIn(
  settings: SessionSettings,
  { origin, visit }: { origin: string; visit: Visit },
): Promise<{ challengeId: string; options: Json }> {
  const relying = relyingOn(origin);
  await countAttempt(settings, [{ what: 'asking', of: visit.address }]);
  const { challenge, options } = await askForAnyKey(relying);
  const challengeId = await keepChallenge(settings, {
    kind: 'passkey-sign-in',
    accountId: null,
    secrets: { challenge },
  });
  return { challengeId, options };
}

/** Signs in with a passkey: a fresh token. Throws `passkey-unknown` for whatever does not hold. */
export async function signInWithPasskey(
  settings: SessionSettings,
  asked: { origin: string; challengeId: string; response: Json; earlierToken: string | null },
  visit: Visit,
): Promise<string> {
  const relying = relyingOn(asked.origin);
  const unknown = new Problem('unauthenticated', 'passkey-unknown');
  const kept = await takeChallenge(settings, { id: asked.challengeId, kind: 'passkey-sign-in', accountId: null });
  const credentialId = credentialOf(asked.response);
  const provinceId = credentialId === null ? null : await provinceOfPasskey(settings.db, credentialId);
  if (!kept || credentialId === null || provinceId === null) throw unknown;
  const { challenge = '' } = kept;
  const accountId = await inProvince(settings.db, provinceId, (trx) =>
    takePasskey(trx, { credentialId, now: settings.now() }, (key) =>
      countOfAnswer(relying, challenge, asked.response, key),
    ),
  );
  const start = accountId === null ? null : await startOf(settings, { provinceId, accountId });
  if (!start) throw unknown;
  return openSession(settings, { ...start, earlierToken: asked.earlierToken }, visit);
}

/**
 * Signs in whoever came back from the provider: a fresh token. Null where no account is joined to that identity; with
 * `join` an account whose address the provider has verified is joined to it the first time.
 */
export async function signInWithIdentity(
  settings: SessionSettings & { world: World },
  identity: Identity,
  { visit, earlierToken, join }: { visit: Visit; earlierToken: string | null; join: JoinByEmail | null },
): Promise<string | null> {
  const { db } = settings;
  const known = await provinceOfIdentity(db, identity);
  const found =
    known === null
      ? await joinedByEmail(settings, identity, join)
      : { provinceId: known, accountId: await inProvince(db, known, (trx) => accountOfIdentity(trx, identity)) };
  if (found?.accountId == null) return null;
  const { provinceId, accountId } = found;
  const start = await startOf(settings, { provinceId, accountId });
  return start && openSession(settings, { ...start, earlierToken }, visit);
}

/** Joins an identity to an account, with its line in the log. */
export type JoinByEmail = (place: { provinceId: string; accountId: string }, identity: Identity) => Promise<boolean>;

async function joinedByEmail(
  { db }: SessionSettings,
  identity: Identity,
  join: JoinByEmail | null,
): Promise<{ provinceId: string; accountId: string } | null> {
  const email = identity.verifiedEmail;
  if (join === null || email === null) return null;
  const provinceId = await provinceOfName(db, email);
  if (provinceId === null) return null;
  const accountId = await inProvince(db, provinceId, (trx) => accountOfEmail(trx, { issuer: identity.issuer, email }));
  if (accountId === null || !(await join({ provinceId, accountId }, identity))) return null;
  return { provinceId, accountId };
}
