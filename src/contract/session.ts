import { z } from 'zod';
import { ROLES } from '../core/rules/access.ts';
import { endpoint } from './endpoint.ts';
import { AccountId, ActionId, CalendarDate, OrganisationId, ProvinceId } from './ids.ts';

/** Who is signed in. People are shown by their post ("Chuyên viên thi đua - khen thưởng"), never by a private name. */
export const Person = z.object({
  id: AccountId,
  post: z.string(),
  /** All that the person is in this organisation. */
  roles: z.array(z.enum(ROLES)),
  organisation: z.object({ id: OrganisationId, name: z.string(), level: z.string() }),
  province: z.object({ id: ProvinceId, name: z.string() }),
  /** Parts of the product that are switched off here. */
  modulesOff: z.array(z.string()),
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
});
export type Session = z.infer<typeof Session>;

export const getSession = endpoint({
  name: 'getSession',
  method: 'GET',
  path: '/api/session',
  input: z.object({}),
  output: Session,
  access: 'public',
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
  }),
  output: Session,
  access: 'public',
  summary: 'Sign in; sets the session cookie.',
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  input: z.object({}),
  output: Session,
  access: 'session',
  summary: 'End this session.',
});

export const signOutEverywhere = endpoint({
  name: 'signOutEverywhere',
  method: 'POST',
  path: '/api/session/sign-out-everywhere',
  input: z.object({ actionId: ActionId }),
  output: Session,
  access: 'session',
  summary: 'End every session of this account, this one too.',
});
