/**
 * Port to the push services of browsers (RFC 8030): messages are encrypted for the device alone (RFC 8291) and signed
 * with the server's own key (RFC 8292). The address comes from a browser, so what it resolves to is looked at in the
 * very lookup that connects: no address of the own machine or network is ever called, and nothing is followed.
 */

import { type LookupAddress, lookup as lookUpName } from 'node:dns';
import { request as overTls } from 'node:https';
import { BlockList, type LookupFunction } from 'node:net';
import webPush from 'web-push';
import { isPushEndpoint } from '../core/rules/push-endpoint.ts';

export type PushKeys = { publicKey: string; privateKey: string };

export type Device = { endpoint: string; p256dh: string; auth: string };

export type PushMessage = {
  /** JSON; at most 3,000 bytes, since push services take about 4,000 with what encryption adds. */
  payload: string;
  /** A later message of the same topic replaces one that has not arrived yet; 32 letters at most. */
  topic: string;
};

/** The push service does not know the device any more: it is to be forgotten. */
export class DeviceGone extends Error {}
/** The push service will never take this message. */
export class MessageRefused extends Error {}

export type Push = { publicKey: string; send: (device: Device, message: PushMessage) => Promise<void> };

export type PushSettings = {
  keys: PushKeys;
  /** Whom a push service may write to when something is wrong: "mailto:…" or "https://…". */
  contact: string;
  /** How names are resolved and called; only tests say otherwise. */
  lookup?: typeof lookUpName;
  request?: typeof overTls;
  isInner?: (address: string, family: 'ipv4' | 'ipv6') => boolean;
};

const MOST_BYTES = 3_000;
const LIFE_SECONDS = 24 * 3_600;
const PATIENCE_MS = 15_000;

/** A fresh pair of keys for a new installation. */
export const newPushKeys = (): PushKeys => webPush.generateVAPIDKeys();

export function openPush({
  keys,
  contact,
  lookup = lookUpName,
  request = overTls,
  isInner = isInnerAddress,
}: PushSettings): Push {
  const guarded = guardedLookup(lookup, isInner);
  return {
    publicKey: keys.publicKey,
    send: async ({ endpoint, p256dh, auth }, { payload, topic }) => {
      if (Buffer.byteLength(payload) > MOST_BYTES) throw new MessageRefused('push message too long');
      // A name in figures would be called without a lookup.
      if (!isPushEndpoint(endpoint)) throw new MessageRefused('push to no push service');
      const subscription = { endpoint, keys: { p256dh, auth } };
      const details = webPush.generateRequestDetails(subscription, payload, {
        vapidDetails: { subject: contact, ...keys },
        TTL: LIFE_SECONDS,
        contentEncoding: 'aes128gcm',
        topic,
      });
      const status = await call(request, guarded, { endpoint, headers: details.headers, body: details.body });
      if (status === 404 || status === 410) throw new DeviceGone(`push ${status}`);
      if (status === 400 || status === 401 || status === 403 || status === 413)
        throw new MessageRefused(`push ${status}`);
      if (status < 200 || status > 299) throw new Error(`push ${status}`);
    },
  };
}

type Calling = { endpoint: string; headers: Record<string, unknown>; body: Buffer | null };

/** Sends one request and reads nothing but how it went. */
function call(request: typeof overTls, lookup: LookupFunction, { endpoint, headers, body }: Calling): Promise<number> {
  return new Promise((done, failed) => {
    const sent = request(
      endpoint,
      { method: 'POST', headers: headers as Record<string, string>, lookup, timeout: PATIENCE_MS, agent: false },
      (answer) => {
        done(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('push timeout')));
    sent.on('error', (error: NodeJS.ErrnoException) =>
      failed(error instanceof MessageRefused ? error : new Error(`push ${error.code ?? error.message}`)),
    );
    sent.end(body);
  });
}

/** Resolves a name, and refuses it where any of its addresses is an inner one. */
function guardedLookup(lookup: typeof lookUpName, isInner: NonNullable<PushSettings['isInner']>): LookupFunction {
  return (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, '', 0);
      const addresses: LookupAddress[] = found;
      const [first] = addresses;
      const inner = addresses.some(({ address, family }) => isInner(address, family === 6 ? 'ipv6' : 'ipv4'));
      if (!first || inner) return answer(new MessageRefused('push to an inner address'), '', 0);
      if (options.all) return answer(null, addresses);
      return answer(null, first.address, first.family);
    });
  };
}

/** Networks that are not the open internet (IANA special-purpose registries). */
const INNER = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INNER.addSubnet(network, bits, 'ipv4');
/** Of IPv6 only what is given out to the open internet (2000::/3), without the tunnels that lead back to IPv4. */
const OUTER_6 = new BlockList();
OUTER_6.addSubnet('2000::', 3, 'ipv6');
const TUNNELS_6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  TUNNELS_6.addSubnet(network, bits, 'ipv6');

/** Whether an address is one of the own machine, the own network, or nobody's. */
export function isInnerAddress(address: string, family: 'ipv4' | 'ipv6'): boolean {
  if (family === 'ipv4') return INNER.check(address, 'ipv4');
  return !OUTER_6.check(address, 'ipv6') || TUNNELS_6.check(address, 'ipv6');
}
