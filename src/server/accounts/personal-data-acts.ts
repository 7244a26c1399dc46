/** Looking at a person's record, correcting it, and erasing what the log keeps of it: each stands in the log. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  correctPersonalData as CorrectPersonalData,
  erasePersonalPayloads as ErasePersonalPayloads,
  showPersonalData as ShowPersonalData,
} from '../../contract/personal-data.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { eraseOriginsOf, erasePayload } from '../audit.ts';
import { notFound, refused } from '../problem.ts';
import { isAbout, requireAccount } from './personal-data-views.ts';

type Looking = 'showPersonalData' | 'exportPersonalData';

/** Writes down that somebody looks at what is kept about an account; what is there is read apart, so that it is not kept twice. */
export async function noteLook(
  tx: Tx,
  { accountId }: z.infer<(typeof ShowPersonalData)['input']>,
  { viewer, record }: ActContext,
  name: Looking,
): Promise<null> {
  await requireAccount(tx, viewer, name, accountId);
  const deed = name === 'showPersonalData' ? 'personal-data-shown' : 'personal-data-exported';
  record({ deed, subjectKind: 'account', subjectId: accountId });
  return null;
}

/** Corrects the e-mail address. The log keeps that it was done, not the address. */
export async function correctPersonalData(
  tx: Tx,
  { accountId, email }: z.infer<(typeof CorrectPersonalData)['input']>,
  { viewer, record }: ActContext,
): Promise<{ accountId: string }> {
  await requireAccount(tx, viewer, 'correctPersonalData', accountId);
  const wanted = email === null ? null : email.normalize('NFC').trim();
  if (wanted !== null) {
    const { rows } = await sql<{ taken: boolean }>`SELECT EXISTS (SELECT FROM accounts
      WHERE lower(email) = lower(${wanted}) AND id <> ${accountId}) AS taken`.execute(tx);
    if (rows[0]?.taken) throw refused([refusal('email-taken')]);
  }
  await tx.updateTable('accounts').set({ email: wanted }).where('id', '=', accountId).execute();
  const after = { email: wanted === null ? 'removed' : 'changed' };
  record({ deed: 'personal-data-corrected', subjectKind: 'account', subjectId: accountId, after });
  return { accountId };
}

/** In one act; what is left goes with the next. */
const MOST = 5_000;

/**
 * Erases the details of entries about an account, and from where it acted. Who did what and when stays, by post; each
 * erasure stands in the chain.
 */
export async function erasePersonalPayloads(
  tx: Tx,
  { accountId, why }: z.infer<(typeof ErasePersonalPayloads)['input']>,
  { viewer, now, record }: ActContext,
): Promise<{ payloads: number; origins: number }> {
  await requireAccount(tx, viewer, 'erasePersonalPayloads', accountId);
  const { provinceId } = viewer;
  const account = await tx
    .selectFrom('accounts')
    .select(['id', 'email'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (!account) throw notFound();
  const { rows } = await sql<{ seq: string }>`SELECT e.seq FROM audit_entries e
    JOIN audit_payloads p ON p.province_id = e.province_id AND p.seq = e.seq
    WHERE e.province_id = ${provinceId} AND p.payload IS NOT NULL AND e.deed NOT IN ('payload-erased', 'origins-erased') AND ${isAbout(account)}
    ORDER BY e.seq LIMIT ${MOST}`.execute(tx);
  let payloads = 0;
  for (const { seq } of rows) {
    const erased = await erasePayload(tx, { provinceId, seq, at: now, why });
    if (!erased) continue;
    record(erased);
    payloads += 1;
  }
  const origins = await eraseOriginsOf(tx, { provinceId, accountId, at: now });
  if (origins) record(origins.record);
  const count = { payloads, origins: origins?.count ?? 0 };
  record({ deed: 'personal-payloads-erased', subjectKind: 'account', subjectId: accountId, after: count });
  return count;
}
