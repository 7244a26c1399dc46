import { z } from 'zod';
import { MOST_TOKEN_DAYS, TOKEN_RIGHTS } from '../core/rules/access-tokens.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { AccessTokenId, ActionId, OrganisationId } from './ids.ts';
import { OrganisationRef } from './organisations.ts';

/** Mã truy cập: made, listed and taken back by people; what they open says `byToken` at each endpoint. */

const instant = z.iso.datetime();

export const AccessToken = z.object({
  id: AccessTokenId,
  name: z.string(),
  organisation: OrganisationRef,
  rights: z.array(z.enum(TOKEN_RIGHTS)),
  madeAt: instant,
  madeByPost: z.string(),
  expiresAt: instant,
  seenAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type AccessToken = z.infer<typeof AccessToken>;

export const listAccessTokens = endpoint({
  name: 'listAccessTokens',
  method: 'GET',
  path: '/api/access-tokens',
  input: z.object({}),
  output: z.object({ tokens: z.array(AccessToken) }),
  access: 'session',
  summary: 'Access tokens of one’s own organisation and those below, the newest first.',
});

export const makeAccessToken = endpoint({
  name: 'makeAccessToken',
  method: 'POST',
  path: '/api/access-tokens',
  input: z.object({
    actionId: ActionId,
    name: filled(100),
    /** The unit it is for. */
    organisationId: OrganisationId,
    rights: z.array(z.enum(TOKEN_RIGHTS)).min(1).max(TOKEN_RIGHTS.length),
    days: z.number().int().min(1).max(MOST_TOKEN_DAYS),
  }),
  /** The token is shown once. Null when the same deed was asked a second time. */
  output: z.object({ token: z.string().nullable(), expiresAt: instant }),
  access: 'session',
  summary: 'Make a token with which another program reads or writes figures of one unit.',
});

export const revokeAccessToken = endpoint({
  name: 'revokeAccessToken',
  method: 'DELETE',
  path: '/api/access-tokens/:tokenId',
  input: z.object({ actionId: ActionId, tokenId: AccessTokenId }),
  output: z.object({ done: z.literal(true) }),
  access: 'session',
  summary: 'Take an access token back: it opens nothing any more.',
});
