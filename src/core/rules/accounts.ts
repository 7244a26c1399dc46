/** People and their posts: who may make whom, what a post needs, lending one, links that open one thing. */

import { ACCESS, type ActName, ROLES, type Role, scopeOf } from './access.ts';
import { daysBetween } from './calendar.ts';
import type { OrganisationKind } from './organisations.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What a link is good for. */
export const LINK_KINDS = ['invitation', 'recovery', 'task', 'figures', 'request'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** How an identity elsewhere came to open an account. */
export const IDENTITY_LINKS = ['by-person', 'by-email'] as const;
export type IdentityLink = (typeof IDENTITY_LINKS)[number];

/** What a browser may be asked to answer within minutes. */
export const CHALLENGE_KINDS = ['passkey-new', 'passkey-sign-in', 'sign-on'] as const;
export type ChallengeKind = (typeof CHALLENGE_KINDS)[number];

/** How an account stands: not yet opened by its person, in use, without a post, shut. */
export const ACCOUNT_STATES = ['invited', 'active', 'without-post', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** Days a link holds. A task link holds at least this long, or until some days after its task is due. */
export const LINK_DAYS = { invitation: 14, recovery: 2, task: 30, figures: 30, request: 30 } as const;
/** How long a link for figures may hold, for whoever makes it to choose. */
export const FIGURE_LINK_DAYS = [7, 14, 30, 60] as const;
export const LINK_DAYS_AFTER_DUE = 14;
/** The longest a post may be lent. */
export const LONGEST_LOAN_DAYS = 366;

/** Letters, digits, dots and hyphens: what can be typed on any keyboard and read out on the telephone. */
export const ACCOUNT_NAME = /^[a-zA-Z0-9][a-zA-Z0-9.-]{2,49}$/;

export type AccountRefusal =
  | 'account-out-of-reach'
  | 'account-disabled'
  | 'account-own'
  | 'account-own-ways'
  | 'link-made-by'
  | 'grant-out-of-reach'
  | 'grant-wider'
  | 'post-needs-cluster'
  | 'post-needs-council'
  | 'post-not-there'
  | 'post-twice'
  | 'post-dates'
  | 'post-organisation-ended'
  | 'post-own-administrator'
  | 'move-past'
  | 'loan-dates'
  | 'loan-past'
  | 'loan-long'
  | 'loan-own'
  | 'loan-twice'
  | 'loan-ended'
  | 'loan-post-ended'
  | 'hand-over-itself'
  | 'hand-over-past'
  | 'hand-over-nothing'
  | 'password-wrong'
  | 'passkey-wrong'
  | 'code-wrong'
  | 'last-way-in';

/** Who makes or keeps accounts: all roles of the post they sit in, and whether that is at the top of the province. */
export type Keeper = { roles: readonly Role[]; top: boolean };

/** True where the role reaches the whole province with a right that not everybody has. */
export function isProvinceWide(role: Role): boolean {
  return (Object.keys(ACCESS) as ActName[]).some(
    (act) => scopeOf(act, role) === 'province' && !ROLES.every((one) => scopeOf(act, one) === 'province'),
  );
}

/**
 * Roles that a keeper may give, within reach: an administrator all of them, an officer only reporters; one that
 * reaches the whole province comes only from its top, so that nobody gives what reaches further than they do.
 */
export function grantableRoles({ roles, top }: Keeper): Role[] {
  return ROLES.filter((role) => {
    if (isProvinceWide(role) && !top) return false;
    return roles.includes('administrator') || (roles.includes('officer') && role === 'reporter');
  });
}

export type PostPlace = {
  role: Role;
  /** Whether the keeper's right reaches the organisation. */
  reached: boolean;
};

/** Whether a keeper may change an account: each of its posts is one they could have given. */
export function mayKeep(keeper: Keeper, posts: readonly PostPlace[]): boolean {
  const grantable = grantableRoles(keeper);
  return posts.length > 0 && posts.every(({ role, reached }) => reached && grantable.includes(role));
}

export type NewPost = PostPlace & {
  organisation: { name: string; kind: OrganisationKind; validUntil: string | null };
  from: string | null;
  until: string | null;
  /** Posts of the same account in the same organisation and role that are not over. */
  same: readonly { from: string; until: string }[];
};

/** Whether a keeper may give a post; all reasons at once. */
export function checkGrant(keeper: Keeper, post: NewPost): Refusal<AccountRefusal>[] {
  const found: Refusal<AccountRefusal>[] = [];
  const { name, kind, validUntil } = post.organisation;
  if (!post.reached) found.push(refusal('grant-out-of-reach', { name }));
  else if (!grantableRoles(keeper).includes(post.role)) found.push(refusal('grant-wider', { role: post.role }));
  if (post.role === 'cluster-head' && kind !== 'cluster') found.push(refusal('post-needs-cluster', { name }));
  if ((post.role === 'council-member' || post.role === 'council-secretary') && kind !== 'council')
    found.push(refusal('post-needs-council', { name }));
  if (post.from !== null && post.until !== null && post.from >= post.until) found.push(refusal('post-dates'));
  if (validUntil !== null && (post.from === null || post.from >= validUntil))
    found.push(refusal('post-organisation-ended', { name, on: validUntil }));
  const [from, until] = [post.from ?? '0001-01-01', post.until ?? '9999-12-31'];
  if (post.same.some((other) => other.from < until && from < other.until)) found.push(refusal('post-twice', { name }));
  return found;
}

/** Roles that together leave nobody to look over one's shoulder; a person may hold them all, and should know. */
const ONE_HAND = ['administrator', 'officer', 'council-secretary'] as const;

export type AccountWarning = 'one-hand';

/** What is worth saying about all roles of one person. The law leaves it open: it is said, not refused. */
export function accountWarnings(roles: readonly Role[]): AccountWarning[] {
  return ONE_HAND.every((role) => roles.includes(role)) ? ['one-hand'] : [];
}

export type Loan = {
  from: string;
  /** First day on which it no longer holds. */
  until: string;
  today: string;
  holderId: string;
  deputyId: string;
  deputyDisabled: boolean;
  post: { from: string; until: string };
  /** Loans of the same post to the same person that have not ended. */
  others: readonly { from: string; until: string }[];
};

/** Whether a post may be lent to somebody for some days. */
export function checkLoan(loan: Loan): Refusal<AccountRefusal>[] {
  const found: Refusal<AccountRefusal>[] = [];
  if (loan.from >= loan.until) found.push(refusal('loan-dates'));
  else {
    if (loan.until <= loan.today) found.push(refusal('loan-past', { today: loan.today }));
    if (daysBetween(loan.from, loan.until) > LONGEST_LOAN_DAYS) found.push(refusal('loan-long'));
  }
  if (loan.holderId === loan.deputyId) found.push(refusal('loan-own'));
  if (loan.deputyDisabled) found.push(refusal('account-disabled'));
  if (loan.post.until <= loan.from || loan.post.from > loan.from) found.push(refusal('loan-post-ended'));
  if (loan.others.some((other) => other.from < loan.until && loan.from < other.until))
    found.push(refusal('loan-twice'));
  return found;
}

/** Whether everything of one account may go to another on a day. */
export function checkHandOver(facts: {
  fromId: string;
  toId: string;
  toDisabled: boolean;
  on: string;
  today: string;
  items: number;
}): Refusal<AccountRefusal>[] {
  const found: Refusal<AccountRefusal>[] = [];
  if (facts.fromId === facts.toId) found.push(refusal('hand-over-itself'));
  if (facts.toDisabled) found.push(refusal('account-disabled'));
  if (facts.on < facts.today) found.push(refusal('hand-over-past', { today: facts.today }));
  if (facts.items === 0) found.push(refusal('hand-over-nothing'));
  return found;
}

/** Last day but one of a task's link: {@link LINK_DAYS} from today, or some days after the task is due. */
export function taskLinkDays(today: string, lastDay: string | null): number {
  if (lastDay === null) return LINK_DAYS.task;
  return Math.min(366, Math.max(LINK_DAYS.task, daysBetween(today, lastDay) + LINK_DAYS_AFTER_DUE));
}

/**
 * An account name to begin with, from the role and the place: "cb.binhlu", "dv.nadon". `place` is the organisation's
 * name folded into words, without the word for its kind.
 */
export function proposedName(role: Role, words: readonly string[]): string {
  const place = words
    .filter((word) => !KIND_WORDS.has(word))
    .join('')
    .slice(0, 40);
  return `${NAME_HEADS[role]}.${place === '' ? 'donvi' : place}`;
}

const NAME_HEADS: Record<Role, string> = {
  administrator: 'qt',
  officer: 'cb',
  leader: 'ld',
  reporter: 'dv',
  'council-member': 'hd',
  'council-secretary': 'tk',
  supervisor: 'gs',
  'cluster-head': 'ct',
  auditor: 'kt',
};

const KIND_WORDS = new Set([
  'tinh',
  'thanh',
  'pho',
  'xa',
  'phuong',
  'dac',
  'khu',
  'ban',
  'thon',
  'to',
  'dan',
  'uy',
  'nhan',
]);
