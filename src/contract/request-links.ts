import { z } from 'zod';
import { REQUEST_LIMITS } from '../core/rules/data-requests.ts';
import { RequestCells, RequestLayout } from './data-requests.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CalendarDate, DataRequestId, LinkId, OrganisationId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';

/** A request filled in by a link: one unit, one request, no account. The token travels in the body. */

const token = z.string().min(20).max(100);

export const RequestByLink = z.object({
  /** Of the link, to keep what is typed on this telephone apart from other links. */
  id: LinkId,
  organisationName: z.string(),
  title: z.string(),
  about: z.string().nullable(),
  madeBy: z.object({ post: z.string(), organisation: z.string() }),
  dueOn: CalendarDate,
  closed: z.boolean(),
  layout: RequestLayout,
  version: z.number().int(),
  sent: z.boolean(),
  cells: RequestCells,
  returnedReason: z.string().nullable(),
  expiresAt: z.string(),
});
export type RequestByLink = z.infer<typeof RequestByLink>;

export const openRequestLink = endpoint({
  name: 'openRequestLink',
  method: 'POST',
  path: '/api/links/request/open',
  input: z.object({ token }),
  output: RequestByLink,
  access: 'public',
  whileBound: true,
  summary: 'The table that a link asks one unit to fill in.',
});

export const answerByRequestLink = endpoint({
  name: 'answerByRequestLink',
  method: 'POST',
  path: '/api/links/request/send',
  input: z.object({ token, version: z.number().int().min(1), cells: RequestCells }),
  output: RequestByLink,
  access: 'public',
  whileBound: true,
  summary: 'Send a unit’s answer; with a cell that cannot be read nothing is sent, and every such cell is named.',
});

export const makeRequestLinks = endpoint({
  name: 'makeRequestLinks',
  method: 'POST',
  path: '/api/data-requests/:requestId/links',
  input: z.object({
    requestId: DataRequestId,
    actionId: ActionId,
    organisationIds: z.array(OrganisationId).min(1).max(REQUEST_LIMITS.units),
  }),
  /** Paths are shown once; null when the same deed was asked a second time. */
  output: z.object({
    links: z.array(z.object({ organisation: OrganisationRef, path: z.string().nullable(), expiresAt: z.string() })),
  }),
  access: 'session',
  summary: 'Make a link for each of these units; earlier ones of the same unit and request end.',
});

export const revokeRequestLinks = endpoint({
  name: 'revokeRequestLinks',
  method: 'POST',
  path: '/api/data-requests/:requestId/links/revoke',
  input: z.object({
    requestId: DataRequestId,
    actionId: ActionId,
    organisationIds: z.array(OrganisationId).min(1).max(REQUEST_LIMITS.units),
  }),
  output: z.object({ revoked: z.number().int() }),
  access: 'session',
  summary: 'Take the links of these units for a request back.',
});
