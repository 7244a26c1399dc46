import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AccountId, ActionId, CalendarDate } from './ids.ts';
import { OrganisationRef } from './organisations.ts';

/** What is kept about one account. */
export const PersonalData = z.object({
  account: z.object({
    id: AccountId,
    name: z.string(),
    email: z.string().nullable(),
    createdAt: z.iso.datetime(),
    disabledAt: z.iso.datetime().nullable(),
  }),
  posts: z.array(
    z.object({
      title: z.string(),
      role: z.string(),
      organisation: OrganisationRef,
      /** Null where it has no beginning or no end. */
      from: CalendarDate.nullable(),
      until: CalendarDate.nullable(),
    }),
  ),
  sessions: z.array(
    z.object({ createdAt: z.iso.datetime(), seenAt: z.iso.datetime(), address: z.string(), device: z.string() }),
  ),
  log: z.object({
    /** Entries about what the person did. */
    deeds: z.number().int(),
    /** Of these, from where is still kept. */
    origins: z.number().int(),
    /** Entries whose details are about the account. */
    about: z.number().int(),
  }),
  /** Rows of other tables that name the account: what the person did stands there by post, not by name. */
  elsewhere: z.array(z.object({ table: z.string(), rows: z.number().int() })),
});
export type PersonalData = z.infer<typeof PersonalData>;

export const showPersonalData = endpoint({
  name: 'showPersonalData',
  method: 'POST',
  path: '/api/accounts/:accountId/personal-data',
  input: z.object({ actionId: ActionId, accountId: AccountId }),
  output: PersonalData,
  access: 'session',
  summary: 'What is kept about an account; looking stands in the log.',
});

export const exportPersonalData = endpoint({
  name: 'exportPersonalData',
  method: 'POST',
  path: '/api/accounts/:accountId/personal-data/export',
  input: z.object({ actionId: ActionId, accountId: AccountId }),
  output: z.void(),
  access: 'session',
  answers: 'file',
  summary: 'The same as a JSON file.',
});

export const correctPersonalData = endpoint({
  name: 'correctPersonalData',
  method: 'PATCH',
  path: '/api/accounts/:accountId/personal-data',
  input: z.object({ actionId: ActionId, accountId: AccountId, email: z.email().max(200).nullable() }),
  output: z.object({ accountId: AccountId }),
  access: 'session',
  summary: 'Corrects or removes the e-mail address of an account.',
});

export const erasePersonalPayloads = endpoint({
  name: 'erasePersonalPayloads',
  method: 'POST',
  path: '/api/accounts/:accountId/personal-data/erase',
  input: z.object({ actionId: ActionId, accountId: AccountId, why: z.string().trim().min(3).max(500) }),
  output: z.object({ payloads: z.number().int(), origins: z.number().int() }),
  access: 'session',
  summary: 'Erases what the log keeps about an account beyond the deeds themselves: details, addresses, devices.',
});
