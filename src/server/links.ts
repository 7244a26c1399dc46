/**
 * Links that open one thing without a password, made and checked in this one place. A token is random and shown once;
 * here lies its hash. Whatever a link does not open looks the same as a link that never was.
 */

import type { Transaction } from 'kysely';
import { LINK_DAYS, type LinkKind } from '../core/rules/accounts.ts';
import { refusal } from '../core/rules/refusal.ts';
import type { ActContext, Tx } from './act.ts';
import { type Counting, countAttempt } from './attempts.ts';
import type { DB } from './db/tables.generated.ts';
import { Problem } from './problem.ts';
import { hashOfSecret } from './secrets.ts';
import { inProvince, provinceOfLink } from './wall.ts';

const PATHS: Record<LinkKind, string> = {
  invitation: '/loi-moi',
  recovery: '/khoi-phuc',
  task: '/viec',
  figures: '/gui-so-lieu',
  request: '/phieu',
};
/** Whoever holds one that has ended is told who sent it (decision 40). */
const SAYS_WHOM: readonly LinkKind[] = ['figures', 'request'];
/** Those that open again and again, and are shown with what was sent. */
const LASTING: readonly LinkKind[] = ['task', 'figures', 'request'];
const DAY = 86_400_000;

/** Where in the workroom a link leads. */
export const linkPath = (kind: LinkKind, token: string): string => `${PATHS[kind]}/${token}`;

export type LinkPeriod = { from: string; until: string };

export type NewLink = {
  kind: LinkKind;
  /** Random; the caller shows it once. */
  token: string;
  organisationId: string;
  /** The account, the task, or the movement whose figures are asked for. */
  subjectId: string;
  /** Of a link for figures. */
  period?: LinkPeriod;
  /** How many days it holds; the kind's own when absent. */
  days?: number;
};

/** Makes a link. An account has one that is good at a time: earlier ones of its subject end, but for those that last. */
export async function makeLink(tx: Tx, context: ActContext, link: NewLink): Promise<{ id: string; expiresAt: string }> {
  const { viewer, now, newId } = context;
  if (!LASTING.includes(link.kind)) await revokeLinks(tx, { subjectId: link.subjectId, now });
  const id = newId();
  const expiresAt = new Date(Date.parse(now) + (link.days ?? LINK_DAYS[link.kind]) * DAY).toISOString();
  await tx
    .insertInto('links')
    .values({
      id,
      province_id: viewer.provinceId,
      token_hash: hashOfSecret(link.token),
      kind: link.kind,
      organisation_id: link.organisationId,
      subject_id: link.subjectId,
      made_at: now,
      made_by: viewer.accountId,
      made_by_post: viewer.postTitle,
      made_in: viewer.organisationId,
      period_from: link.period?.from ?? null,
      period_until: link.period?.until ?? null,
      expires_at: expiresAt,
    })
    .execute();
  return { id, expiresAt };
}

/** Takes back every link of a subject, or the one that is named; how many there were. */
export async function revokeLinks(
  tx: Pick<Tx, 'updateTable'>,
  { subjectId, linkId, now }: { subjectId: string; linkId?: string; now: string },
): Promise<number> {
  const revoked = await tx
    .updateTable('links')
    .set({ revoked_at: now })
    .where('subject_id', '=', subjectId)
    .where('revoked_at', 'is', null)
    .$if(linkId !== undefined, (query) => query.where('id', '=', linkId ?? ''))
    .executeTakeFirst();
  return Number(revoked.numUpdatedRows);
}

export type OpenedLink = {
  id: string;
  provinceId: string;
  kind: LinkKind;
  organisationId: string;
  organisationName: string;
  subjectId: string;
  madeByPost: string;
  expiresAt: string;
  period: LinkPeriod | null;
  /** The organisation in which the maker worked, where that is known. */
  madeIn: string | null;
};

/**
 * The link with this token, good now and for `kind` alone. Throws `link-gone` for every other, and `too-many-attempts`
 * for an address that has tried too many. Whoever holds one for figures that has ended is told whom to ask.
 */
export async function findLink(
  settings: Counting,
  { token, kind, address }: { token: string; kind: LinkKind; address: string },
): Promise<OpenedLink> {
  const attempt = await countAttempt(settings, [{ what: 'links', of: address }]);
  const hash = hashOfSecret(token);
  const provinceId = await provinceOfLink(settings.db, hash);
  const found =
    provinceId === null ? undefined : await inProvince(settings.db, provinceId, (trx) => linkWith(trx, hash, kind));
  if (!found || provinceId === null) throw new Problem('not-found', 'link-gone');
  const { from, until, revokedAt, usedAt, ...link } = found;
  const { madeIn, madeByPost } = link;
  const usedUp = usedAt !== null && !LASTING.includes(kind);
  if (revokedAt !== null || usedUp || Date.parse(link.expiresAt) <= Date.parse(settings.now())) {
    if (!SAYS_WHOM.includes(kind) || madeIn === null) throw new Problem('not-found', 'link-gone');
    throw new Problem('not-found', 'link-gone', {
      reasons: [refusal('link-made-by', { post: madeByPost, organisation: madeIn })],
    });
  }
  await attempt.takeBack();
  return { ...link, provinceId, kind, period: from === null || until === null ? null : { from, until } };
}

const linkWith = (trx: Transaction<DB>, hash: Buffer, kind: LinkKind) =>
  trx
    .selectFrom('links as l')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .leftJoin('organisations as m', 'm.id', 'l.made_in')
    .select(['l.id', 'l.organisation_id as organisationId', 'o.name as organisationName'])
    .select(['l.subject_id as subjectId', 'l.made_by_post as madeByPost', 'l.expires_at as expiresAt'])
    .select(['l.period_from as from', 'l.period_until as until', 'm.name as madeIn'])
    .select(['l.revoked_at as revokedAt', 'l.used_at as usedAt'])
    .where('l.token_hash', '=', hash)
    .where('l.kind', '=', kind)
    .executeTakeFirst();

/** Notes that the page of a link was opened, for whoever sent it. */
export async function noteOpened(
  { db, now }: Pick<Counting, 'db' | 'now'>,
  { id, provinceId }: OpenedLink,
): Promise<void> {
  await inProvince(db, provinceId, (trx) =>
    trx.updateTable('links').set({ opened_at: now() }).where('id', '=', id).execute(),
  );
}

/** Inside the province of a link, for what it shows; what it does goes through an act. */
export const insideLink = <T>(
  { db }: Pick<Counting, 'db'>,
  { provinceId }: OpenedLink,
  work: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> => inProvince(db, provinceId, work);

/** Marks a link as used within the act that uses it; one that opens once throws `link-gone` for the second of two at the same moment. */
export async function markUsed(tx: Pick<Tx, 'updateTable'>, { id, kind }: OpenedLink, now: string): Promise<void> {
  const used = await tx
    .updateTable('links')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .$if(!LASTING.includes(kind), (query) => query.where('used_at', 'is', null))
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) throw new Problem('not-found', 'link-gone');
}
