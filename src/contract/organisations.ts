import { z } from 'zod';
import {
  CHANGE_PARTS,
  ORGANISATION_CHANGES,
  ORGANISATION_KINDS,
  ORGANISATION_LEVELS,
  SUCCESSIONS,
} from '../core/rules/organisations.ts';
import { endpoint } from './endpoint.ts';
import { CalendarDate, OrganisationChangeId, OrganisationId } from './ids.ts';

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
  /** Official code; null where it has none. */
  code: z.string().nullable(),
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

/** How it was called between two days, or whom it stood under. */
const During = z.object({ name: z.string(), from: CalendarDate.nullable(), until: CalendarDate.nullable() });

export const getOrganisation = endpoint({
  name: 'getOrganisation',
  method: 'GET',
  path: '/api/organisations/:organisationId',
  input: z.object({
    organisationId: OrganisationId,
    /** The day as of which it is shown; as it is, or was last, when absent. */
    at: CalendarDate.optional(),
  }),
  output: z.object({
    organisation: Organisation,
    /** Counts edits, for the acts that change it. */
    version: z.number().int(),
    predecessors: z.array(OrganisationRef.extend({ how: z.enum(SUCCESSIONS), on: CalendarDate })),
    successors: z.array(OrganisationRef.extend({ how: z.enum(SUCCESSIONS), on: CalendarDate })),
    /** Earlier names, the latest first. */
    formerNames: z.array(During),
    /** Whom it stood under through time, the latest first. */
    parents: z.array(During.extend({ id: OrganisationId })),
    /** Clusters it is or was a member of. */
    clusters: z.array(During.extend({ id: OrganisationId })),
    /** Posts that people hold in it today; in one that has ended they wait to be handed over. */
    openPosts: z.number().int(),
  }),
  access: 'session',
  summary: 'One organisation with its names, places, what it came from and what it became.',
});

export const getOrganisationHistory = endpoint({
  name: 'getOrganisationHistory',
  method: 'GET',
  path: '/api/organisations/:organisationId/history',
  input: z.object({ organisationId: OrganisationId }),
  output: z.object({
    changes: z.array(
      z.object({
        id: OrganisationChangeId,
        kind: z.enum(ORGANISATION_CHANGES),
        on: CalendarDate,
        paper: z.string().nullable(),
        postTitle: z.string(),
        at: z.string(),
        undoneAt: z.string().nullable(),
        /** The latest of the organisation that still counts: the one that can be taken back. */
        last: z.boolean(),
        /** What it did, the organisation itself first; at most 50, `count` of them in all. */
        parts: z.array(
          OrganisationRef.extend({
            part: z.enum(CHANGE_PARTS),
            from: z.string().nullable(),
            to: z.string().nullable(),
          }),
        ),
        count: z.number().int(),
      }),
    ),
  }),
  access: 'session',
  summary: 'What was done to one organisation, the latest first.',
});

export const listClusterMembers = endpoint({
  name: 'listClusterMembers',
  method: 'GET',
  path: '/api/clusters/:clusterId/members',
  input: z.object({ clusterId: OrganisationId }),
  output: z.object({
    members: z.array(
      OrganisationRef.extend({ path: z.array(z.string()), from: CalendarDate, until: CalendarDate.nullable() }),
    ),
  }),
  access: 'session',
  summary: 'Who is or was in an emulation cluster, and when.',
});
