import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto';
import type { lookup as Lookup } from 'node:dns';
import { createServer, type IncomingHttpHeaders, request as plain, type Server } from 'node:http';
import type { request as overTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DeviceGone,
  isInnerAddress,
  MessageRefused,
  newPushKeys,
  openPush,
  type Push,
  type PushSettings,
} from './push.ts';

/** A push service on this machine, which opens what it gets as a browser would. */

type Got = { path: string; headers: IncomingHttpHeaders; body: Buffer };

let server: Server;
const got: Got[] = [];
let answer = 201;
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(answer, answer === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const keys = newPushKeys();
/** A name server that says an address for every name. */
const saying = (...addresses: string[]) =>
  ((_name: string, _options: unknown, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof Lookup;
/** The encryption and the guard are the product's; only the line underneath has no TLS here. */
const onPlainLine = ((endpoint: string, options: object, heard: never) =>
  plain(
    {
      ...options,
      host: new URL(endpoint).hostname,
      path: new URL(endpoint).pathname,
      port: (server.address() as AddressInfo).port,
    },
    heard,
  )) as unknown as typeof overTls;
const open = (more: Partial<PushSettings> = {}): Push =>
  openPush({
    keys,
    contact: 'mailto:thi-dua@example.vn',
    lookup: saying('127.0.0.1'),
    request: onPlainLine,
    isInner: () => false,
    ...more,
  });

function device() {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  const of = {
    endpoint: 'https://push.example.com/send/abc',
    p256dh: pair.getPublicKey('base64url'),
    auth: auth.toString('base64url'),
  };
  return { pair, auth, of };
}

const hmac = (key: Buffer, ...parts: (Buffer | string)[]) => {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made.digest();
};

/** RFC 8291 and RFC 8188, written from the receiving side. */
function decrypt(body: Buffer, { pair, auth }: ReturnType<typeof device>): string {
  const salt = body.subarray(0, 16);
  const length = body[20] ?? 0;
  const theirs = body.subarray(21, 21 + length);
  const shared = pair.computeSecret(theirs);
  const ikm = hmac(hmac(auth, shared), 'WebPush: info\0', pair.getPublicKey(), theirs, Buffer.from([1]));
  const prk = hmac(salt, ikm);
  const key = hmac(prk, 'Content-Encoding: aes128gcm\0', Buffer.from([1])).subarray(0, 16);
  const nonce = hmac(prk, 'Content-Encoding: nonce\0', Buffer.from([1])).subarray(0, 12);
  const sealed = body.subarray(21 + length);
  const opening = createDecipheriv('aes-128-gcm', key, nonce);
  opening.setAuthTag(sealed.subarray(-16));
  const opened = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
  return opened.subarray(0, opened.lastIndexOf(2)).toString('utf8');
}

describe('a message to a device', () => {
  it('is read by that device alone, and signed with the key of this server', async () => {
    answer = 201;
    const mine = device();
    const payload = JSON.stringify({ title: 'Bản Nà Đon còn 3 số liệu, hạn 06/7/2026', url: '/thong-bao' });
    await open().send(mine.of, { payload, topic: 'thong-bao' });
    const [{ path, headers, body } = { path: '', headers: {}, body: Buffer.alloc(0) }] = got.slice(-1);
    expect(path).toBe('/send/abc');
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', topic: 'thong-bao' });
    expect(body.includes('Bản Nà Đon')).toBe(false);
    expect(decrypt(body, mine)).toBe(payload);
    expect(() => decrypt(body, device())).toThrow();

    const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(String(headers.authorization)) ?? [];
    expect(key).toBe(keys.publicKey);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(key, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const signed = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(signed).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: 'https://push.example.com',
      sub: 'mailto:thi-dua@example.vn',
    });
  });

  it('says whether the device is gone, the message is refused, or it may be tried again; nothing is followed', async () => {
    const send = (status: number) => {
      answer = status;
      return open().send(device().of, { payload: '{}', topic: 'a' });
    };
    await expect(send(410)).rejects.toThrow(DeviceGone);
    await expect(send(404)).rejects.toThrow(DeviceGone);
    await expect(send(413)).rejects.toThrow(MessageRefused);
    await expect(send(503)).rejects.toThrow('push 503');
    const before = got.length;
    await expect(send(302)).rejects.toThrow('push 302');
    expect(got.length).toBe(before + 1);
  });

  it.each([
    ['the own machine', ['127.0.0.1']],
    ['the own machine, by IPv6', ['::1']],
    ['the own machine, as IPv4 in IPv6', ['::ffff:127.0.0.1']],
    ['the own network', ['192.168.1.10']],
    ['the cloud that the server runs in', ['169.254.169.254']],
    ['an outer address and an inner one', ['142.250.1.1', '10.0.0.5']],
  ])('never calls a name that leads to %s', async (_where, addresses) => {
    const before = got.length;
    const guarded = open({ lookup: saying(...addresses), isInner: isInnerAddress });
    await expect(guarded.send(device().of, { payload: '{}', topic: 'a' })).rejects.toThrow(MessageRefused);
    expect(got.length).toBe(before);
  });

  it('sends nothing that push services would not take', async () => {
    const before = got.length;
    const payload = JSON.stringify({ title: 'ấ'.repeat(1_001) });
    await expect(open().send(device().of, { payload, topic: 'a' })).rejects.toThrow(MessageRefused);
    expect(got.length).toBe(before);
  });

  it('knows which addresses are the open internet', () => {
    const inner = ['0.0.0.0', '10.1.2.3', '100.64.0.1', '172.31.255.255', '198.18.0.1', '224.0.0.1', '255.255.255.255'];
    expect(inner.filter((address) => !isInnerAddress(address, 'ipv4'))).toEqual([]);
    expect(
      ['8.8.8.8', '142.250.0.1', '172.32.0.1', '100.128.0.1'].filter((address) => isInnerAddress(address, 'ipv4')),
    ).toEqual([]);
    const inner6 = [
      '::',
      '::1',
      'fe80::1',
      'fd00::1',
      'ff02::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
    ];
    expect(inner6.filter((address) => !isInnerAddress(address, 'ipv6'))).toEqual([]);
    expect(isInnerAddress('2a00:1450:4001::1', 'ipv6')).toBe(false);
  });
});
