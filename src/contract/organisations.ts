import { z } from 'zod';
import { ORGANISATION_KINDS, ORGANISATION_LEVELS, SUCCESSIONS } from '../core/rules/organisations.ts';
import { endpoint } from './endpoint.ts';
import { CalendarDate, OrganisationId } from './ids.ts';

export const OrganisationRef = z.object({ id: OrganisationId, name: z.string() });
export type OrganisationRef = z.infer<typeof OrganisationRef>;

/** One organisation as it stood on the day asked for. */
export const Organisation = z.object({
  id: OrganisationId,
  /** "Xã Bình Lư", "Bản …", "Trường Tiểu học …". */
  name: z.string(),
  /** As an issuer of documents: "Ủy ban nhân dân xã Bình Lư"; null where it issues none. */
  issuerName: z.string().nullable(),
  kind: z.enum(ORGANISATION_KINDS),
  level: z.enum(ORGANISATION_LEVELS),
  parentId: OrganisationId.nullable(),
  /** Names from the province down to the parent, for a picker's second line. */
  path: z.array(z.string()),
  /** Steps below the top of what was asked for. */
  depth: z.number().int(),
  childCount: z.number().int(),
  validFrom: CalendarDate.nullable(),
  /** First day on which it no longer exists. */
  validUntil: CalendarDate.nullable(),
});
export type Organisation = z.infer<typeof Organisation>;

export const listOrganisations = endpoint({
  name: 'listOrganisations',
  method: 'GET',
  path: '/api/organisations',
  input: z.object({
    /** The day on which they existed; today when absent. 'ever' includes ended ones. */
    at: z.union([CalendarDate, z.literal('ever')]).optional(),
    /** Only what stands below this one, and itself. */
    under: OrganisationId.optional(),
    /** Only its direct children (with `under`): for a tree that opens branch by branch. */
    reach: z.enum(['children', 'subtree']).optional(),
    /** Words without diacritics, in any order; then the best match first instead of tree order. */
    q: z.string().max(200).optional(),
    level: z.enum(ORGANISATION_LEVELS).optional(),
    kind: z.enum(ORGANISATION_KINDS).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  output: z.object({ organisations: z.array(Organisation), more: z.boolean() }),
  access: 'session',
  summary: "Organisations of the person's province: a tree in reading order, or a search for a picker.",
});

export const getOrganisation = endpoint({
  name: 'getOrganisation',
  method: 'GET',
  path: '/api/organisations/:organisationId',
  input: z.object({ organisationId: OrganisationId }),
  output: z.object({
    organisation: Organisation,
    predecessors: z.array(OrganisationRef.extend({ how: z.enum(SUCCESSIONS), on: CalendarDate })),
    successors: z.array(OrganisationRef.extend({ how: z.enum(SUCCESSIONS), on: CalendarDate })),
  }),
  access: 'session',
  summary: 'One organisation with what it came from and what it became.',
});
