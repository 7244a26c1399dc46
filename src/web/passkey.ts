/** The browser's side of passkeys: making one, and showing one. */

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** The person or the device did not go through with it; nothing was sent. */
export class PasskeyStopped extends Error {
  constructor(cause: unknown) {
    super('passkey stopped', { cause });
    this.name = 'PasskeyStopped';
  }
}

/** Whether this browser keeps passkeys for this address: they belong to a name over https, never to a number. */
export const passkeysHere = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(window.location.hostname);

type Json = Record<string, unknown>;

async function stopped<T>(asked: Promise<T>): Promise<Json> {
  try {
    return (await asked) as Json;
  } catch (error) {
    throw new PasskeyStopped(error);
  }
}

/** Makes a passkey as the server asks for it. Throws {@link PasskeyStopped}. */
export async function makePasskey(options: Json): Promise<Json> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return stopped(startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }));
}

/** Shows a passkey the person chooses. Throws {@link PasskeyStopped}. */
export async function showPasskey(options: Json): Promise<Json> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return stopped(startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }));
}

/** How a person may call the device they sit at; they can change it. */
export function deviceName(): string {
  const agent = navigator.userAgent;
  const known = [
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac'],
    ['Linux', 'Linux'],
  ] as const;
  return known.find(([mark]) => agent.includes(mark))?.[1] ?? '';
}
