import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/**
 * A security key in software, as a browser would drive it: makes ES256 keys without attestation and signs challenges
 * (WebAuthn level 2, sections 6.1, 6.5 and 7). It can be told to lie.
 */

type Json = Record<string, unknown>;
type Lies = { origin?: string; challenge?: string; verified?: boolean; counter?: number };

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** The little of CBOR that an authenticator says: small numbers, bytes, texts, maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.byteLength), value]);
  const pairs = [...value].flatMap(([key, part]) => [cbor(key), cbor(part as Parameters<typeof cbor>[0])]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

function head(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  return size < 256 ? Buffer.from([(kind << 5) | 24, size]) : Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}

export type Authenticator = {
  /** Answers to being asked for a new key. */
  make: (options: Json, lies?: Lies) => Json;
  /** Answers to being asked who signs in. */
  sign: (options: Json, lies?: Lies) => Json;
};

/** A key with one credential, for the pages of `origin`. */
export function newAuthenticator(origin: string): Authenticator {
  const id = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let signed = 0;
  const said = (type: string, options: Json, lies: Lies): Buffer => {
    const challenge = lies.challenge ?? options['challenge'];
    return Buffer.from(JSON.stringify({ type, challenge, origin: lies.origin ?? origin, crossOrigin: false }));
  };
  const data = (attested: Buffer | null, { verified = true, counter }: Lies): Buffer => {
    signed = counter ?? signed + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(signed);
    const flags = 1 | (verified ? 4 : 0) | (attested ? 64 : 0);
    const where = sha256(new URL(origin).hostname);
    return Buffer.concat([where, Buffer.from([flags]), count, ...(attested ? [attested] : [])]);
  };
  const answer = (response: Json): Json => {
    const named = base64(id);
    return { id: named, rawId: named, type: 'public-key', clientExtensionResults: {}, response };
  };
  return {
    make: (options, lies = {}) => {
      const size = Buffer.alloc(2);
      size.writeUInt16BE(id.byteLength);
      const attested = Buffer.concat([Buffer.alloc(16), size, id, cbor(coseKey(publicKey))]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data(attested, lies)],
      ]);
      return answer({
        clientDataJSON: base64(said('webauthn.create', options, lies)),
        attestationObject: base64(cbor(attestation)),
        transports: ['internal'],
      });
    },
    sign: (options, lies = {}) => {
      const words = said('webauthn.get', options, lies);
      const bytes = data(null, lies);
      const signature = createSign('sha256').update(bytes).update(sha256(words)).sign(privateKey);
      return answer({
        clientDataJSON: base64(words),
        authenticatorData: base64(bytes),
        signature: base64(signature),
      });
    },
  };
}

/** ES256 as COSE writes it. */
function coseKey(key: KeyObject): Map<number, unknown> {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
}
