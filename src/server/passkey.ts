/** Port to WebAuthn: what a browser is asked and whether its answer holds. Keys are discoverable and verify their user. */

import { isIP } from 'node:net';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Problem } from './problem.ts';

const NAME = 'Thi Đua';

/** Whom keys are made for: a host name, and the origin its pages have. */
export type Relying = { id: string; origin: string };

/** By the address people open the server with. Throws `passkeys-off` where browsers give no keys: numbers, names without https. */
export function relyingOn(origin: string): Relying {
  const { hostname, protocol } = new URL(origin);
  const safe = protocol === 'https:' || hostname === 'localhost';
  if (!safe || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) throw new Problem('refused', 'passkeys-off');
  return { id: hostname, origin };
}

type Json = Record<string, unknown>;
export type Asked = { challenge: string; options: Json };

/** What to ask for a new key of somebody's; `known` are those they have. */
export async function askForKey(
  relying: Relying,
  person: { id: string; name: string; known: readonly string[] },
): Promise<Asked> {
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: relying.id,
    userName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    excludeCredentials: person.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { challenge: options.challenge, options: options as unknown as Json };
}

export type NewKey = { credentialId: string; publicKey: Uint8Array; counter: number; transports: string[] };

/** The key in an answer to {@link askForKey}; null where the answer does not hold. */
export async function keyIn(relying: Relying, challenge: string, response: Json): Promise<NewKey | null> {
  try {
    const found = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: relying.origin,
      expectedRPID: relying.id,
      requireUserVerification: true,
    });
    if (!found.verified) return null;
    const { credential } = found.registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: (credential.transports ?? []).map((way) => way.slice(0, 20)).slice(0, 10),
    };
  } catch {
    // Whatever is malformed in what a stranger sent is an answer that does not hold.
    return null;
  }
}

/** What to ask of whoever signs in: any key of this server's. */
export async function askForAnyKey(relying: Relying): Promise<Asked> {
  const options = await generateAuthenticationOptions({ rpID: relying.id, userVerification: 'required' });
  return { challenge: options.challenge, options: options as unknown as Json };
}

/** Id of the credential that an answer says it is of; null where it says none. */
export function credentialOf(response: Json): string | null {
  const { id } = response;
  return typeof id === 'string' && id.length > 0 && id.length <= 1_500 ? id : null;
}

export type KnownKey = { credentialId: string; publicKey: Uint8Array; counter: number; transports: readonly string[] };

/** How often the key has signed by now; null where the answer does not hold, or the count has fallen back. */
export async function countOfAnswer(
  relying: Relying,
  challenge: string,
  response: Json,
  key: KnownKey,
): Promise<number | null> {
  try {
    const found = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: relying.origin,
      expectedRPID: relying.id,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(key.publicKey),
        counter: key.counter,
        transports: [...key.transports] as AuthenticatorTransportFuture[],
      },
      requireUserVerification: true,
    });
    return found.verified ? found.authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
