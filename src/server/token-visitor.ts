/** Who a program is that brings an access token: its maker, in the unit the token is for, and no more than it was given. */

import { type Kysely, sql, type Transaction } from 'kysely';
import type { Role } from '../core/rules/access.ts';
import { TOKEN_CALLS_A_MINUTE, TOKEN_MARK, type TokenRight, tokenRole } from '../core/rules/access-tokens.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import { accessTokensVi } from '../core/text/vi/access-tokens.ts';
import { countAttempt } from './attempts.ts';
import type { DB } from './db/tables.generated.ts';
import { Problem } from './problem.ts';
import type { Viewer } from './read.ts';
import { hashOfSecret } from './secrets.ts';
import { inProvince, provinceOfAccessToken } from './wall.ts';

type Settings = { db: Kysely<DB>; now: () => string; production: boolean };

type Found = {
  accountId: string;
  postId: string;
  name: string;
  postTitle: string;
  organisationId: string;
  rights: TokenRight[];
  demo: boolean;
  today: string;
  /** Calls in this minute, this one counted. */
  calls: number;
  roles: Role[];
};

/** The token of an Authorization header; null where none is brought (a proxy's own password is none of ours). */
export function tokenIn(header: string | undefined): string | null {
  if (header === undefined) return null;
  const [scheme = '', token = '', ...more] = header.trim().split(' ');
  if (scheme.toLowerCase() !== 'bearer') return null;
  if (more.length > 0 || !token.startsWith(TOKEN_MARK) || token.length > 100)
    throw new Problem('unauthenticated', 'token-gone');
  return token;
}

/**
 * The viewer that a token stands for. Throws `token-gone` for one that is not known, was taken back, has expired or
 * whose maker may do nothing here any more: they all look the same. Throws `token-not-here` for what it was not given,
 * `too-many` past its calls of a minute.
 */
export async function visitorOf(
  settings: Settings,
  token: string,
  { right, address }: { right: TokenRight | undefined; address: string },
): Promise<Viewer> {
  const hash = hashOfSecret(token);
  const provinceId = await provinceOfAccessToken(settings.db, hash);
  const found =
    provinceId === null ? null : await inProvince(settings.db, provinceId, (trx) => use(trx, settings, hash));
  if (!found || provinceId === null) {
    await countAttempt(settings, [{ what: 'links', of: address }]);
    throw new Problem('unauthenticated', 'token-gone');
  }
  const role = tokenRole(found.roles);
  if (role === null || (found.demo && settings.production)) throw new Problem('unauthenticated', 'token-gone');
  if (found.calls > TOKEN_CALLS_A_MINUTE) throw new Problem('too-many', 'too-many');
  if (right === undefined || !found.rights.includes(right)) throw new Problem('forbidden', 'token-not-here');
  return {
    accountId: found.accountId,
    postId: found.postId,
    roles: [role],
    deputationId: null,
    postTitle: accessTokensVi.through(found.postTitle, found.name),
    organisationId: found.organisationId,
    provinceId,
    today: found.today,
  };
}

/** Counts the call and finds who it is of, as long as all that the token rests on still holds. */
async function use(trx: Transaction<DB>, { now }: Settings, hash: Buffer): Promise<Found | null> {
  const at = now();
  const minute = `${at.slice(0, 16)}:00.000Z`;
  const { rows } = await sql<Found>`
    UPDATE access_tokens t SET seen_at = ${at}::timestamptz, minute = ${minute}::timestamptz,
      calls = CASE WHEN t.minute = ${minute}::timestamptz THEN t.calls + 1 ELSE 1 END
    FROM accounts a, posts p, provinces v, LATERAL (SELECT coalesce(v.fixed_today, ${dayInVietnam(at)}::date) AS today) d
    WHERE t.token_hash = ${hash} AND t.revoked_at IS NULL AND t.expires_at > ${at}::timestamptz
      AND a.id = t.account_id AND a.disabled_at IS NULL AND p.id = t.post_id AND p.account_id = t.account_id
      AND p.valid_from <= d.today AND p.valid_until > d.today AND v.id = t.province_id
      AND (t.organisation_id = p.organisation_id OR EXISTS (
        SELECT FROM organisation_closure c WHERE c.ancestor_id = p.organisation_id AND c.descendant_id = t.organisation_id
          AND c.valid_from <= d.today AND c.valid_until > d.today))
    RETURNING t.account_id AS "accountId", t.post_id AS "postId", t.name, p.title AS "postTitle",
      t.organisation_id AS "organisationId", t.rights, a.demo,
      d.today, t.calls, ARRAY(SELECT DISTINCT h.role FROM posts h WHERE h.account_id = t.account_id
        AND h.organisation_id = p.organisation_id AND h.valid_from <= d.today AND h.valid_until > d.today) AS roles`.execute(
    trx,
  );
  return rows[0] ?? null;
}
