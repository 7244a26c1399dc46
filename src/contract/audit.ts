import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AccountId, ActionId, CalendarDate, OrganisationId } from './ids.ts';

/** Place of an entry in its province's chain, from 1 without gaps. */
export const AuditSeq = z.string().regex(/^[1-9]\d{0,17}$/);

const filters = {
  /** Who. */
  accountId: AccountId.optional(),
  /** In this organisation or below it. */
  organisationId: OrganisationId.optional(),
  act: z.string().max(60).optional(),
  subjectKind: z.string().max(60).optional(),
  subjectId: z.uuid().optional(),
  from: CalendarDate.optional(),
  /** Last day, included. */
  until: CalendarDate.optional(),
  /** Words without diacritics, each anywhere: post, organisation, act, before and after. */
  q: z.string().max(200).optional(),
};

/** One thing that happened. From where (address, device) is not part of it: {@link openAuditOrigin}. */
export const AuditEntry = z.object({
  seq: AuditSeq,
  at: z.iso.datetime(),
  /** Null for what the system did by itself. */
  accountId: AccountId.nullable(),
  /** The post in which it was done, as it was called then. */
  post: z.string(),
  organisation: z.object({ id: OrganisationId, name: z.string() }).nullable(),
  /** Whether it was done for somebody who was away. */
  deputised: z.boolean(),
  act: z.string(),
  deed: z.string(),
  subject: z.object({ kind: z.string(), id: z.uuid().nullable(), name: z.string().nullable() }),
  before: z.unknown(),
  after: z.unknown(),
  /** When before and after were erased. */
  erasedAt: z.iso.datetime().nullable(),
  /** Whether from where it was done is still kept. */
  hasOrigin: z.boolean(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const listAudit = endpoint({
  name: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  input: z.object({
    ...filters,
    /** Entries before this one. */
    before: AuditSeq.optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  }),
  output: z.object({
    entries: z.array(AuditEntry),
    /** Where to go on: as `before` of the next question; null at the beginning of the log. */
    next: AuditSeq.nullable(),
  }),
  access: 'session',
  summary: 'The audit log, newest first, as far as the right reaches.',
});

export const exportAudit = endpoint({
  name: 'exportAudit',
  method: 'POST',
  path: '/api/audit/export',
  input: z.object({ actionId: ActionId, ...filters, withOrigins: z.boolean() }),
  output: z.void(),
  access: 'session',
  answers: 'file',
  summary: 'The audit log as CSV; taking it away stands in the log too.',
});

export const openAuditOrigin = endpoint({
  name: 'openAuditOrigin',
  method: 'POST',
  path: '/api/audit/:seq/origin',
  input: z.object({ actionId: ActionId, seq: AuditSeq }),
  output: z.object({ address: z.string(), device: z.string() }).nullable(),
  access: 'session',
  summary: 'From where an entry was made; looking stands in the log too.',
});

export const getAuditHead = endpoint({
  name: 'getAuditHead',
  method: 'GET',
  path: '/api/audit/head',
  input: z.object({}),
  output: z.object({
    province: z.string(),
    count: z.string(),
    /** SHA-256 of the last entry, 64 digits. */
    hash: z.string(),
    lastAt: z.iso.datetime().nullable(),
    /** The last walk along the whole chain. */
    checked: z.object({ at: z.iso.datetime(), whole: z.boolean() }).nullable(),
  }),
  access: 'session',
  summary: 'Where the chain of the province ends, for printing and keeping elsewhere.',
});

export const checkAudit = endpoint({
  name: 'checkAudit',
  method: 'POST',
  path: '/api/audit/check',
  input: z.object({ actionId: ActionId }),
  output: z.object({
    whole: z.boolean(),
    rows: z.string(),
    breaks: z.array(z.object({ seq: z.string(), how: z.string() })),
  }),
  access: 'session',
  summary: 'Walks the chain of the province from end to end and says where it is broken.',
});
