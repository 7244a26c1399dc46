/** Bytes as they were handed in, stored once by content in PostgreSQL, so that every process finds them. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
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

/** Tables whose rows need the bytes they name. */
const HOLDERS = ['documents', 'evidence', 'issued_plans', 'data_request_forms'];

/** Drops bytes unless something still has them. Waits for whoever is handing the same ones in. */
export async function dropUnusedFile(tx: Tx, provinceId: string, sha256: Buffer): Promise<void> {
  await tx
    .selectFrom('files')
    .select('size')
    .where('province_id', '=', provinceId)
    .where('sha256', '=', sha256)
    .forUpdate()
    .execute();
  const held = (table: string) =>
    sql`EXISTS (SELECT FROM ${sql.table(table)} WHERE province_id = ${provinceId} AND file_sha256 = ${sha256})`;
  const { rows } = await sql<{ used: boolean }>`
    SELECT ${sql.join(HOLDERS.map(held), sql` OR `)} AS used`.execute(tx);
  if (rows[0]?.used) return;
  await dropFile(tx, provinceId, sha256.toString('hex'));
}

/** Drops bytes that nothing needs any more; whoever calls has made sure of that. */
async function dropFile(tx: Tx, provinceId: string, sha256: string): Promise<void> {
  await tx
    .deleteFrom('files')
    .where('province_id', '=', provinceId)
    .where('sha256', '=', Buffer.from(sha256, 'hex'))
    .execute();
}
