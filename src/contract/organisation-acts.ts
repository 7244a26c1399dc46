import { z } from 'zod';
import { ORGANISATION_CODE, ORGANISATION_KINDS, ORGANISATION_LEVELS } from '../core/rules/organisations.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CalendarDate, OrganisationChangeId, OrganisationId } from './ids.ts';

/** What an organisation is called and is. */
export const OrganisationHead = z.object({
  name: z.string().trim().min(1).max(200),
  issuerName: z.string().trim().min(1).max(250).nullable(),
  kind: z.enum(ORGANISATION_KINDS),
  level: z.enum(ORGANISATION_LEVELS),
  code: z.string().regex(ORGANISATION_CODE).nullable(),
});
export type OrganisationHead = z.infer<typeof OrganisationHead>;

/** The first day on which it holds, today at the latest, and the paper that says so. */
const change = {
  actionId: ActionId,
  on: CalendarDate,
  paper: z.string().trim().min(1).max(300).nullable(),
};

/** Whom the tree shows afterwards. */
const done = z.object({ organisationId: OrganisationId });

const MOST = 100;

export const createOrganisation = endpoint({
  name: 'createOrganisation',
  method: 'POST',
  path: '/api/organisations',
  input: z.object({
    ...change,
    /** Null: it was always there, as far as anybody knows. */
    on: CalendarDate.nullable(),
    head: OrganisationHead,
    parentId: OrganisationId,
  }),
  output: done,
  access: 'session',
  summary: 'Adds an organisation under another, from a day on.',
});

export const renameOrganisation = endpoint({
  name: 'renameOrganisation',
  method: 'POST',
  path: '/api/organisations/:organisationId/rename',
  input: z.object({
    ...change,
    organisationId: OrganisationId,
    version: z.number().int(),
    head: OrganisationHead,
    /** The earlier words were a slip: they are replaced and not kept as a former name. */
    slip: z.boolean(),
  }),
  output: done,
  access: 'session',
  summary:
    'Gives an organisation another name, kind, level or code from a day on; before that day it keeps the old ones.',
});

export const moveOrganisation = endpoint({
  name: 'moveOrganisation',
  method: 'POST',
  path: '/api/organisations/:organisationId/move',
  input: z.object({ ...change, organisationId: OrganisationId, parentId: OrganisationId }),
  output: done,
  access: 'session',
  summary: 'Places an organisation, with all that stands below it, under another from a day on.',
});

export const mergeOrganisations = endpoint({
  name: 'mergeOrganisations',
  method: 'POST',
  path: '/api/organisations/merge',
  input: z.object({
    ...change,
    organisationIds: z.array(OrganisationId).min(1).max(MOST),
    into: z.union([
      z.object({ organisationId: OrganisationId }),
      z.object({ head: OrganisationHead, parentId: OrganisationId }),
    ]),
  }),
  output: done,
  access: 'session',
  summary:
    'Ends organisations on a day and puts one, new or there already, in their place; what stands under them goes with it.',
});

export const splitOrganisation = endpoint({
  name: 'splitOrganisation',
  method: 'POST',
  path: '/api/organisations/:organisationId/split',
  input: z.object({
    ...change,
    organisationId: OrganisationId,
    /** True: it goes on beside the parts that leave it. */
    stays: z.boolean(),
    parts: z
      .array(OrganisationHead.extend({ childIds: z.array(OrganisationId).max(2_000) }))
      .min(1)
      .max(MOST),
  }),
  output: done,
  access: 'session',
  summary: 'Makes several organisations out of one from a day on, each with what is given to it of those below.',
});

export const dissolveOrganisation = endpoint({
  name: 'dissolveOrganisation',
  method: 'POST',
  path: '/api/organisations/:organisationId/dissolve',
  input: z.object({
    ...change,
    organisationId: OrganisationId,
    /** Who takes over its work: they may read what it left. */
    successorIds: z.array(OrganisationId).max(MOST),
    /** Who takes those that stand under it. */
    childrenTo: OrganisationId.nullable(),
  }),
  output: done,
  access: 'session',
  summary: 'Ends an organisation on a day and says who takes over its work and those below it.',
});

export const undoOrganisationChange = endpoint({
  name: 'undoOrganisationChange',
  method: 'POST',
  path: '/api/organisation-changes/:changeId/undo',
  input: z.object({ actionId: ActionId, changeId: OrganisationChangeId }),
  output: z.object({ organisationId: OrganisationId.nullable() }),
  access: 'session',
  summary:
    'Takes back a mistaken change of the tree that is the last of its organisations and on which nothing hangs yet.',
});

export const addClusterMember = endpoint({
  name: 'addClusterMember',
  method: 'POST',
  path: '/api/clusters/:clusterId/members',
  input: z.object({ actionId: ActionId, clusterId: OrganisationId, memberId: OrganisationId, on: CalendarDate }),
  output: z.object({ memberId: OrganisationId }),
  access: 'session',
  summary: 'Puts an organisation into an emulation cluster from a day on.',
});

export const endClusterMember = endpoint({
  name: 'endClusterMember',
  method: 'POST',
  path: '/api/clusters/:clusterId/members/:memberId/end',
  input: z.object({ actionId: ActionId, clusterId: OrganisationId, memberId: OrganisationId, on: CalendarDate }),
  output: z.object({ memberId: OrganisationId }),
  access: 'session',
  summary: 'Takes an organisation out of a cluster from a day on.',
});
