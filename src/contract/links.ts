import { z } from 'zod';
import { TASK_STATES } from '../core/rules/movements.ts';
import { AccountName } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { ActionId, CalendarDate, LinkId, OrganisationId, TaskId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';
import { PasskeyAsked, PasskeyMade, Password } from './own-account.ts';

/**
 * Links that open one thing without a password. Their tokens travel in the body, never in an address of the API, so
 * that no log of a proxy holds one.
 */

const token = z.string().min(20).max(100);
const done = z.object({ done: z.literal(true) });

/** What a link for one task shows: this task, and nothing around it. */
export const TaskByLink = z.object({
  content: z.string(),
  movementTitle: z.string(),
  organisationName: z.string(),
  dueOn: CalendarDate.nullable(),
  dueRelation: z.string().nullable(),
  lastDay: CalendarDate.nullable(),
  overdue: z.boolean(),
  product: z.string().nullable(),
  state: z.enum(TASK_STATES),
  note: z.string().nullable(),
  version: z.number().int(),
  /** Until when the link holds. */
  expiresAt: z.string(),
});
export type TaskByLink = z.infer<typeof TaskByLink>;

export const openTaskLink = endpoint({
  name: 'openTaskLink',
  method: 'POST',
  path: '/api/links/task/open',
  input: z.object({ token }),
  output: TaskByLink,
  access: 'public',
  whileBound: true,
  summary: 'The one task that a link is for.',
});

export const reportByTaskLink = endpoint({
  name: 'reportByTaskLink',
  method: 'POST',
  path: '/api/links/task/report',
  input: z.object({
    token,
    version: z.number().int().min(1),
    state: z.enum(['in-progress', 'done']),
    note: filled(2_000).nullable(),
  }),
  output: TaskByLink,
  access: 'public',
  whileBound: true,
  summary: 'Say how the one task stands.',
});

export const openAccountLink = endpoint({
  name: 'openAccountLink',
  method: 'POST',
  path: '/api/links/account/open',
  input: z.object({ token, kind: z.enum(['invitation', 'recovery']) }),
  output: z.object({
    name: z.string(),
    /** The post of whoever made the link. */
    madeByPost: z.string(),
    posts: z.array(z.object({ title: z.string(), organisationName: z.string() })),
    expiresAt: z.string(),
  }),
  access: 'public',
  whileBound: true,
  summary: 'For whom an invitation or a recovery is.',
});

export const askForPasskeyByLink = endpoint({
  name: 'askForPasskeyByLink',
  method: 'POST',
  path: '/api/links/invitation/passkey',
  input: z.object({ token }),
  output: PasskeyAsked,
  access: 'public',
  whileBound: true,
  summary: 'Begin to open an invited account with a passkey.',
});

export const takeInvitation = endpoint({
  name: 'takeInvitation',
  method: 'POST',
  path: '/api/links/invitation',
  /** One of the two: what opens the account from now on. */
  input: z.object({ token, name: AccountName, password: Password.optional(), passkey: PasskeyMade.optional() }),
  output: done,
  access: 'public',
  whileBound: true,
  summary: 'Choose account name and a password or a passkey; signs in. The link is used up.',
});

export const takeRecovery = endpoint({
  name: 'takeRecovery',
  method: 'POST',
  path: '/api/links/recovery',
  input: z.object({ token, password: Password }),
  output: done.extend({
    /** False where the account asks for a code as well: a link takes no second step away. */
    signedIn: z.boolean(),
  }),
  access: 'public',
  whileBound: true,
  summary: 'Choose a new password; signs in where no code is asked for. The link is used up.',
});

/** A link for a task, as the officer sees it in the task's row. */
export const TaskLink = z.object({
  id: LinkId,
  organisation: OrganisationRef,
  madeAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
});
export type TaskLink = z.infer<typeof TaskLink>;

export const listTaskLinks = endpoint({
  name: 'listTaskLinks',
  method: 'GET',
  path: '/api/tasks/:taskId/links',
  input: z.object({ taskId: TaskId }),
  output: z.object({ links: z.array(TaskLink), may: z.boolean() }),
  access: 'session',
  summary: 'Links that open this task.',
});

export const makeTaskLink = endpoint({
  name: 'makeTaskLink',
  method: 'POST',
  path: '/api/tasks/:taskId/links',
  input: z.object({
    actionId: ActionId,
    taskId: TaskId,
    /** The unit it is for. */
    organisationId: OrganisationId,
  }),
  /** The path is shown once. Null when the same deed was asked a second time. */
  output: z.object({ path: z.string().nullable(), expiresAt: z.string() }),
  access: 'session',
  summary: 'Make a link with which one unit reports on one task without a password.',
});

export const revokeTaskLink = endpoint({
  name: 'revokeTaskLink',
  method: 'DELETE',
  path: '/api/links/:linkId',
  input: z.object({ actionId: ActionId, linkId: LinkId }),
  output: done,
  access: 'session',
  summary: 'Take a task’s link back.',
});
