/** Access tokens: made for one unit, shown once, taken back. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  listAccessTokens as ListAccessTokens,
  makeAccessToken as MakeAccessToken,
  revokeAccessToken as RevokeAccessToken,
} from '../../contract/access-tokens.ts';
import type { TokenRight } from '../../core/rules/access-tokens.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound } from '../problem.ts';
import { idsReached, requireReach } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

type In<E extends { input: z.ZodType }> = z.infer<E['input']>;

const DAY_MS = 86_400_000;
const MOST_LISTED = 200;

/** Keeps a token's hash; the token itself stays with whoever asked. */
export async function makeAccessToken(
  tx: Tx,
  { organisationId, name, rights, days }: Omit<In<typeof MakeAccessToken>, 'actionId'>,
  { viewer, now, newId, record }: ActContext,
  tokenHash: Buffer,
): Promise<{ expiresAt: string }> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM organisations
    WHERE id = ${organisationId} AND province_id = ${viewer.provinceId}`.execute(tx);
  if (rows.length === 0) throw notFound();
  await requireReach(tx, viewer, 'makeAccessToken', organisationId);
  const id = newId();
  const expiresAt = new Date(Date.parse(now) + days * DAY_MS).toISOString();
  await tx
    .insertInto('access_tokens')
    .values({
      id,
      province_id: viewer.provinceId,
      token_hash: tokenHash,
      name,
      account_id: viewer.accountId,
      post_id: viewer.postId,
      organisation_id: organisationId,
      rights: [...new Set(rights)],
      made_at: now,
      made_by_post: viewer.postTitle,
      expires_at: expiresAt,
    })
    .execute();
  record({
    ...{ deed: 'token-made', subjectKind: 'access-token', subjectId: id },
    after: { name, organisationId, rights, expiresAt },
  });
  return { expiresAt };
}

export async function revokeAccessToken(
  tx: Tx,
  { tokenId }: In<typeof RevokeAccessToken>,
  { viewer, now, record }: ActContext,
): Promise<{ done: true }> {
  const found = await tx
    .selectFrom('access_tokens')
    .select('organisation_id as organisationId')
    .where('id', '=', tokenId)
    .where((row) => sql<boolean>`${row.ref('organisation_id')} IN ${idsReached(viewer, 'revokeAccessToken')}`)
    .executeTakeFirst();
  if (!found) throw notFound();
  await tx
    .updateTable('access_tokens')
    .set({ revoked_at: now, revoked_by_post: viewer.postTitle })
    .where('id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .execute();
  record({ deed: 'token-revoked', subjectKind: 'access-token', subjectId: tokenId });
  return { done: true };
}

/** Tokens for the units that the viewer may make them for. */
export async function viewAccessTokens(
  read: Read,
  viewer: Viewer,
): Promise<z.input<(typeof ListAccessTokens)['output']>> {
  const rows = await read
    .selectFrom('access_tokens as t')
    .innerJoin('organisations as o', 'o.id', 't.organisation_id')
    .select(['t.id', 't.name', 't.rights', 'o.id as organisationId', 'o.name as organisationName'])
    .select(['t.made_at as madeAt', 't.made_by_post as madeByPost', 't.expires_at as expiresAt'])
    .select(['t.seen_at as seenAt', 't.revoked_at as revokedAt'])
    .where((row) => sql<boolean>`${row.ref('t.organisation_id')} IN ${idsReached(viewer, 'revokeAccessToken')}`)
    .orderBy('t.made_at', 'desc')
    .orderBy('t.id')
    .limit(MOST_LISTED)
    .execute();
  return {
    tokens: rows.map(({ organisationId, organisationName, rights, ...row }) => ({
      ...row,
      rights: rights as TokenRight[],
      organisation: { id: organisationId, name: organisationName },
    })),
  };
}
