import { z } from 'zod';
import { isPushEndpoint } from '../core/rules/push-endpoint.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, DeviceId } from './ids.ts';

/** How a person is told besides the page: by letter, on their devices. */

export const NoticeWays = z.object({
  mail: z.object({
    /** A mail server is set up here. */
    ready: z.boolean(),
    /** Null where the account has no address: whoever keeps accounts writes it down. */
    address: z.string().nullable(),
    wanted: z.boolean(),
  }),
  push: z.object({
    /** What a browser subscribes with; null where messages cannot be sent. */
    key: z.string().nullable(),
    devices: z.array(
      z.object({
        id: DeviceId,
        /** As the browser named itself. */
        device: z.string(),
        /** SHA-256 of its address, in base64url, by which a browser knows itself again. */
        mark: z.string(),
        madeAt: z.iso.datetime(),
        usedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
});
export type NoticeWays = z.infer<typeof NoticeWays>;

const done = z.object({ done: z.literal(true) });
const acting = { actionId: ActionId };

export const getNoticeWays = endpoint({
  name: 'getNoticeWays',
  method: 'GET',
  path: '/api/account/notices',
  input: z.object({}),
  output: NoticeWays,
  access: 'session',
  summary: 'How one is told besides the page: letters, devices.',
});

export const setNoticeLetters = endpoint({
  name: 'setNoticeLetters',
  method: 'PUT',
  path: '/api/account/notices/letters',
  input: z.object({ ...acting, wanted: z.boolean() }),
  output: done,
  access: 'session',
  summary: 'Whether one wants letters about notices.',
});

/** What a browser's PushManager gives: an address, its public key and a shared secret. */
export const addDevice = endpoint({
  name: 'addDevice',
  method: 'POST',
  path: '/api/account/devices',
  input: z.object({
    ...acting,
    endpoint: z.string().max(1_000).refine(isPushEndpoint, 'an address of a push service'),
    /** An uncompressed point of P-256, 65 bytes. */
    p256dh: z.string().regex(/^B[A-Za-z0-9_-]{86}={0,1}$/),
    /** 16 bytes. */
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/),
  }),
  output: done,
  access: 'session',
  summary: 'Have messages on this device, too.',
});

export const removeDevice = endpoint({
  name: 'removeDevice',
  method: 'DELETE',
  path: '/api/account/devices/:deviceId',
  input: z.object({ ...acting, deviceId: DeviceId }),
  output: done,
  access: 'session',
  summary: 'Have no more messages on one of one’s own devices.',
});
