/** Bytes as they were handed in, stored once by content in PostgreSQL, so that every process finds them. */

import { createHash } from 'node:crypto';
import type { Tx } from './act.ts';
import type { Read } from './read.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps `bytes` for the province; the same content twice is kept once. Returns its SHA-256 in hexadecimal. */
export async function keepFile(tx: Tx, provinceId: string, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes);
  await tx
    .insertInto('files')
    .values({
      province_id: provinceId,
      sha256: Buffer.from(sha256, 'hex'),
      bytes: Buffer.from(bytes),
      size: bytes.byteLength,
    })
    .onConflict((row) => row.doNothing())
    .execute();
  return sha256;
}

/** The bytes, byte for byte, or undefined. */
export async function findFile(read: Read, provinceId: string, sha256: string): Promise<Buffer | undefined> {
  const found = await read
    .selectFrom('files')
    .select('bytes')
    .where('province_id', '=', provinceId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .executeTakeFirst();
  return found?.bytes;
}

/** Drops bytes that nothing needs any more; whoever calls has made sure of that. */
export async function dropFile(tx: Tx, provinceId: string, sha256: string): Promise<void> {
  await tx
    .deleteFrom('files')
    .where('province_id', '=', provinceId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .execute();
}
