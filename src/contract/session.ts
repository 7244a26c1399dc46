import { z } from 'zod';
import { ROLES } from '../core/rules/access.ts';
import { endpoint } from './endpoint.ts';
import { AccountId, ActionId, CalendarDate, DeputationId, OrganisationId, PostId, ProvinceId } from './ids.ts';

/** A place a person may sit in: a post of their own, or one that was lent to them. */
export const Seat = z.object({
  postId: PostId,
  /** Null for one's own. */
  deputationId: DeputationId.nullable(),
  title: z.string(),
  organisationName: z.string(),
  /** Last day; null where no end is set. */
  lastDay: CalendarDate.nullable(),
  current: z.boolean(),
});
export type Seat = z.infer<typeof Seat>;

/** Who is signed in. People are shown by their post ("Chuyên viên thi đua - khen thưởng"), never by a private name. */
export const Person = z.object({
  id: AccountId,
  post: z.string(),
  /** The post acted for, while its holder is away; null in a post of one's own. */
  actingFor: z.string().nullable(),
  /** All that the person is in this organisation. */
  roles: z.array(z.enum(ROLES)),
  organisation: z.object({ id: OrganisationId, name: z.string(), level: z.string() }),
  province: z.object({ id: ProvinceId, name: z.string() }),
  /** Parts of the product that are switched off here. */
  modulesOff: z.array(z.string()),
  /** Everything the person may sit in today, this one too. */
  seats: z.array(Seat),
  /** The password was given by somebody else: nothing else is answered before it is changed. */
  mustChangePassword: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** An account of the demo, shown on its sign-in page with its password; never outside the demo. */
export const DemoAccount = z.object({
  name: z.string(),
  password: z.string(),
  post: z.string(),
  organisationName: z.string(),
});
export type DemoAccount = z.infer<typeof DemoAccount>;

export const Session = z.object({
  /** Null before signing in. */
  person: Person.nullable(),
  /** The organisation's day, Asia/Ho_Chi_Minh; the demo stands still on its own. */
  today: CalendarDate,
  demo: z.boolean(),
  /** Filled only in the demo and only before signing in. */
  demoAccounts: z.array(DemoAccount),
  /** What the button for signing in by OpenID Connect says; null where none is set up. */
  signOnName: z.string().nullable(),
});
export type Session = z.infer<typeof Session>;

export const getSession = endpoint({
  name: 'getSession',
  method: 'GET',
  path: '/api/session',
  input: z.object({}),
  output: Session,
  access: 'public',
  whileBound: true,
  summary: 'Who is signed in, what day it is and whether this is the demo.',
});

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/session',
  input: z.object({
    /** Account name or e-mail address. */
    name: z.string().trim().min(1).max(200),
    password: z.string().min(1).max(200),
    /** The second step where the account has one: six digits, or a recovery code. */
    code: z.string().trim().max(40).optional(),
  }),
  output: Session,
  access: 'public',
  whileBound: true,
  summary: 'Sign in; sets the session cookie.',
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  input: z.object({}),
  output: Session,
  access: 'session',
  whileBound: true,
  summary: 'End this session.',
});

export const signOutEverywhere = endpoint({
  name: 'signOutEverywhere',
  method: 'POST',
  path: '/api/session/sign-out-everywhere',
  input: z.object({ actionId: ActionId }),
  output: Session,
  access: 'session',
  whileBound: true,
  summary: 'End every session of this account, this one too.',
});

export const changePost = endpoint({
  name: 'changePost',
  method: 'PUT',
  path: '/api/session/post',
  input: z.object({ actionId: ActionId, postId: PostId, deputationId: DeputationId.nullable() }),
  output: Session,
  access: 'session',
  summary: 'Sit in another post of one’s own, or act in one that was lent; the session gets a new token.',
});
