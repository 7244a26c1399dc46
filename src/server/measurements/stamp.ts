/** The mark by which a template is known again: whose it is, which period, and that nobody changed that. */

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Read, Viewer } from '../read.ts';

/** Templates of a later make are not read by an earlier program. Since 2 named things have lines of their own. */
export const TEMPLATE_VERSION = 2;

export type Stamp = {
  version: number;
  movementId: string;
  organisationId: string;
  from: string;
  until: string;
  /** The day it was made. */
  made: string;
};

const MAC_CHARS = 32;

const macOf = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex').slice(0, MAC_CHARS);

/** The province's secret for its templates. */
export async function templateKey(read: Read, { provinceId }: Pick<Viewer, 'provinceId'>): Promise<Buffer> {
  const { key } = await read
    .selectFrom('provinces')
    .select('template_key as key')
    .where('id', '=', provinceId)
    .executeTakeFirstOrThrow();
  return key;
}

export function stampText(key: Buffer, { version, movementId, organisationId, from, until, made }: Stamp): string {
  const fields = [version, movementId, organisationId, from, until, made].join(' ');
  return `${Buffer.from(fields).toString('base64url')}.${macOf(key, fields)}`;
}

/** What a stamp says, or null where it is not one of ours. */
export function readStamp(key: Buffer, text: string): Stamp | null {
  const [body = '', mac = ''] = text.slice(0, 1_000).split('.');
  const fields = Buffer.from(body, 'base64url').toString('utf8');
  const own = Buffer.from(macOf(key, fields));
  const given = Buffer.from(mac);
  if (own.length !== given.length || !timingSafeEqual(own, given)) return null;
  const [version = '0', movementId = '', organisationId = '', from = '', until = '', made = ''] = fields.split(' ');
  return { version: Number(version), movementId, organisationId, from, until, made };
}
