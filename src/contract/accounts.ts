import { z } from 'zod';
import { ROLES } from '../core/rules/access.ts';
import { ACCOUNT_NAME, ACCOUNT_STATES } from '../core/rules/accounts.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { AccountId, ActionId, CalendarDate, DeputationId, HandOverId, OrganisationId, PostId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';

/** People and their posts, for those who keep them. */

const role = z.enum(ROLES);
const version = z.number().int().min(1);
export const AccountName = z.string().trim().regex(ACCOUNT_NAME);

export const PostView = z.object({
  id: PostId,
  organisation: OrganisationRef,
  role,
  title: z.string(),
  /** First day; null where it was always so. */
  from: CalendarDate.nullable(),
  /** Last day; null where no end is set. */
  lastDay: CalendarDate.nullable(),
  /** Over, holding today, or still to come. */
  when: z.enum(['past', 'now', 'future']),
  /** Whether the viewer could have given it. */
  mayEnd: z.boolean(),
});
export type PostView = z.infer<typeof PostView>;

export const AccountRow = z.object({
  id: AccountId,
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(ACCOUNT_STATES),
  version,
  /** Those within reach. */
  posts: z.array(PostView),
  /** How many posts it has where the viewer does not reach. */
  postsElsewhere: z.number().int(),
  /** Whether the viewer may change, reset or disable it. */
  mayKeep: z.boolean(),
});
export type AccountRow = z.infer<typeof AccountRow>;

export const DeputationView = z.object({
  id: DeputationId,
  postTitle: z.string(),
  organisationName: z.string(),
  /** The one who acts, by account name. */
  deputy: z.string(),
  from: CalendarDate,
  lastDay: CalendarDate,
  reason: z.string().nullable(),
  when: z.enum(['past', 'now', 'future']),
});
export type DeputationView = z.infer<typeof DeputationView>;

/** One account with everything its keeper asks about. */
export const AccountDetails = AccountRow.extend({
  /** Post of who made it; null for the first of an installation. */
  madeByPost: z.string().nullable(),
  /** Its posts lent to others, and posts lent to it, that are not over. */
  lent: z.array(DeputationView),
  borrowed: z.array(DeputationView),
  /** What was handed over from it and to it, the newest first. */
  handOvers: z.array(z.object({ id: HandOverId, on: CalendarDate, from: z.string(), to: z.string() })),
  /** Roles that the viewer may give. */
  grantable: z.array(role),
  /** Whether the viewer may hand it over, lend its posts and call them back. */
  mayHandOver: z.boolean(),
});
export type AccountDetails = z.infer<typeof AccountDetails>;

/** Shown once, to whoever made it; only its hash is kept. Both null when the same deed was asked a second time. */
export const Opening = z.object({
  password: z.string().nullable(),
  /** Path of a one-time link, "/loi-moi/…". */
  path: z.string().nullable(),
  expiresAt: z.string().nullable(),
});
export type Opening = z.infer<typeof Opening>;

export const listAccounts = endpoint({
  name: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  input: z.object({
    q: z.string().max(200).optional(),
    organisationId: OrganisationId.optional(),
    role: role.optional(),
    state: z.enum(ACCOUNT_STATES).optional(),
    page: z.coerce.number().int().min(1).max(10_000).optional(),
  }),
  output: z.object({
    accounts: z.array(AccountRow),
    count: z.number().int(),
    pageSize: z.number().int(),
    /** Roles that the viewer may give. */
    grantable: z.array(role),
  }),
  access: 'session',
  summary: 'People of one’s area with their posts.',
});

export const getAccount = endpoint({
  name: 'getAccount',
  method: 'GET',
  path: '/api/accounts/:accountId',
  input: z.object({ accountId: AccountId }),
  output: AccountDetails,
  access: 'session',
  summary: 'One account with its posts, deputations and hand-overs.',
});

const newPost = {
  organisationId: OrganisationId,
  role,
  /** "Chuyên viên thi đua - khen thưởng". */
  title: filled(150),
  from: CalendarDate.nullable(),
  /** Last day. */
  lastDay: CalendarDate.nullable(),
};

export const createAccount = endpoint({
  name: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  input: z.object({
    actionId: ActionId,
    name: AccountName,
    email: z.email().max(200).nullable(),
    ...newPost,
    /** 'link': an invitation to send; 'password': one to hand over, changed at the first sign-in. */
    how: z.enum(['link', 'password']),
  }),
  output: z.object({ accountId: AccountId, opening: Opening, warnings: z.array(z.enum(['one-hand'])) }),
  access: 'session',
  summary: 'Make an account with its first post, and what opens it.',
});

export const editAccount = endpoint({
  name: 'editAccount',
  method: 'PATCH',
  path: '/api/accounts/:accountId',
  input: z.object({
    actionId: ActionId,
    accountId: AccountId,
    version,
    name: AccountName,
    email: z.email().max(200).nullable(),
  }),
  output: AccountRow,
  access: 'session',
  summary: 'Change the name or address an account signs in by.',
});

const one = z.object({ actionId: ActionId, accountId: AccountId, version });

export const disableAccount = endpoint({
  name: 'disableAccount',
  method: 'POST',
  path: '/api/accounts/:accountId/disable',
  input: one,
  output: AccountRow,
  access: 'session',
  summary: 'Shut an account; its sessions end at once, and what it did stays.',
});

export const enableAccount = endpoint({
  name: 'enableAccount',
  method: 'POST',
  path: '/api/accounts/:accountId/enable',
  input: one,
  output: AccountRow,
  access: 'session',
  summary: 'Open a shut account again.',
});

export const resetAccount = endpoint({
  name: 'resetAccount',
  method: 'POST',
  path: '/api/accounts/:accountId/reset',
  input: z.object({
    actionId: ActionId,
    accountId: AccountId,
    how: z.enum(['link', 'password']),
    /** Takes the second step away as well, for somebody who lost the telephone. */
    codesToo: z.boolean(),
  }),
  output: z.object({ opening: Opening }),
  access: 'session',
  summary: 'Give somebody a way back in: a link or a password that works once. Their sessions end.',
});

export const addPost = endpoint({
  name: 'addPost',
  method: 'POST',
  path: '/api/accounts/:accountId/posts',
  input: z.object({ actionId: ActionId, accountId: AccountId, ...newPost }),
  output: z.object({ account: AccountRow, warnings: z.array(z.enum(['one-hand'])) }),
  access: 'session',
  summary: 'Give an account one more post.',
});

export const endPost = endpoint({
  name: 'endPost',
  method: 'POST',
  path: '/api/posts/:postId/end',
  input: z.object({ actionId: ActionId, postId: PostId, lastDay: CalendarDate }),
  output: AccountRow,
  access: 'session',
  summary: 'Let a post end after a day.',
});

export const movePosts = endpoint({
  name: 'movePosts',
  method: 'POST',
  path: '/api/organisations/:organisationId/posts/move',
  input: z.object({
    actionId: ActionId,
    /** Where they are held now. */
    organisationId: OrganisationId,
    toOrganisationId: OrganisationId,
    /** First day at the new place. */
    on: CalendarDate,
    postIds: z.array(PostId).min(1).max(200),
  }),
  output: z.object({ moved: z.number().int() }),
  access: 'session',
  summary: 'Let people go on in another organisation with the posts they hold, as after a merger.',
});

/** Somebody a post can be lent to. */
export const Colleague = z.object({
  accountId: AccountId,
  name: z.string(),
  title: z.string(),
  organisationName: z.string(),
});
export type Colleague = z.infer<typeof Colleague>;

export const listColleagues = endpoint({
  name: 'listColleagues',
  method: 'GET',
  path: '/api/colleagues',
  input: z.object({ q: z.string().max(200).optional() }),
  output: z.object({ colleagues: z.array(Colleague) }),
  access: 'session',
  summary: 'People around, by their posts, to lend or hand over to.',
});

export const lendPost = endpoint({
  name: 'lendPost',
  method: 'POST',
  path: '/api/posts/:postId/deputations',
  input: z.object({
    actionId: ActionId,
    postId: PostId,
    deputyId: AccountId,
    from: CalendarDate,
    lastDay: CalendarDate,
    /** Why, or the number of the paper that says so. */
    reason: filled(500).nullable(),
  }),
  output: z.object({ deputationId: DeputationId }),
  access: 'session',
  summary: 'Let somebody act in a post while its holder is away.',
});

export const callBackPost = endpoint({
  name: 'callBackPost',
  method: 'POST',
  path: '/api/deputations/:deputationId/call-back',
  input: z.object({ actionId: ActionId, deputationId: DeputationId }),
  output: z.object({ calledBack: z.literal(true) }),
  access: 'session',
  summary: 'End a deputation at once.',
});

/** Hand-over: what goes over, as it is called now. */
export const HandOverRecord = z.object({
  from: z.object({ name: z.string() }),
  to: z.object({ name: z.string() }),
  posts: z.array(z.object({ title: z.string(), role, organisationName: z.string() })),
  readings: z.array(z.object({ fileName: z.string(), organisationName: z.string() })),
  /** Open tasks whose person is named, with the movement they belong to. */
  tasks: z.array(z.object({ content: z.string(), movement: z.string(), dueOn: CalendarDate.nullable() })),
  /** Movements of the organisations of these posts that are under way: they stay with the organisation. */
  movements: z.array(z.object({ title: z.string(), organisationName: z.string() })),
  links: z.number().int(),
  deputations: z.number().int(),
});
export type HandOverRecord = z.infer<typeof HandOverRecord>;

export const previewHandOver = endpoint({
  name: 'previewHandOver',
  method: 'GET',
  path: '/api/accounts/:accountId/hand-over',
  input: z.object({
    accountId: AccountId,
    /** As tasks name the person who leaves; their open tasks are listed. */
    person: filled(200).optional(),
  }),
  output: z.object({
    record: HandOverRecord.omit({ to: true }),
    /** Who open tasks of these organisations name, for the choice above. */
    persons: z.array(z.string()),
  }),
  access: 'session',
  summary: 'What a hand-over would move.',
});

export const handOver = endpoint({
  name: 'handOver',
  method: 'POST',
  path: '/api/accounts/:accountId/hand-over',
  input: z.object({
    actionId: ActionId,
    accountId: AccountId,
    toAccountId: AccountId,
    /** First day on which the successor holds the posts. */
    on: CalendarDate,
    /** As tasks name the one who leaves and will name the one who comes; null leaves tasks as they are. */
    persons: z.object({ before: filled(200), after: filled(200) }).nullable(),
    reason: filled(500).nullable(),
  }),
  output: z.object({ handOverId: HandOverId }),
  access: 'session',
  summary: 'Pass all open work and all posts of an account to a successor, in one act.',
});

export const getHandOver = endpoint({
  name: 'getHandOver',
  method: 'GET',
  path: '/api/hand-overs/:handOverId',
  input: z.object({ handOverId: HandOverId }),
  output: z.object({
    id: HandOverId,
    organisationName: z.string(),
    on: CalendarDate,
    reason: z.string().nullable(),
    at: z.string(),
    byPost: z.string(),
    record: HandOverRecord,
  }),
  access: 'session',
  summary: 'The record of a hand-over, for print.',
});
