import { z } from 'zod';
import { READ_FAILURE_CODES } from '../core/reader/limits.ts';
import { IMPORT_COLUMNS, IMPORT_EFFECTS, IMPORT_FAULTS } from '../core/rules/organisation-import.ts';
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

/** A list of organisations as an Excel file: at most so many bytes. */
export const ORGANISATION_FILE_BYTES = 20 * 1024 * 1024;
const MOST_SHOWN = 500;

/** What a list would change. With faults nothing can be written. */
const ImportPreview = z.object({
  /** To be sent back with the same file: what was shown is what happens. Null where there is nothing to write. */
  token: z.string().nullable(),
  /** Why the file could not be read at all. */
  failure: z
    .object({ code: z.enum(READ_FAILURE_CODES), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  /** The sheet that was read: the first that is not hidden. */
  sheet: z.string().nullable(),
  counts: z.object({
    new: z.number().int(),
    renamed: z.number().int(),
    moved: z.number().int(),
    ended: z.number().int(),
    unchanged: z.number().int(),
  }),
  /** The first of what would change. */
  changes: z
    .array(
      z.object({
        row: z.number().int(),
        effect: z.enum(IMPORT_EFFECTS),
        name: z.string(),
        /** The earlier name, or whom it stood under before. */
        before: z.string().nullable(),
        /** Whom it will stand under, for new and moved ones. */
        parent: z.string().nullable(),
      }),
    )
    .max(MOST_SHOWN),
  /** The first of what has to be mended; `faultCount` in all. */
  faults: z
    .array(
      z.object({
        row: z.number().int(),
        column: z.enum(IMPORT_COLUMNS).nullable(),
        cell: z.string().nullable(),
        code: z.enum(IMPORT_FAULTS),
        facts: z.record(z.string(), z.unknown()),
      }),
    )
    .max(MOST_SHOWN),
  faultCount: z.number().int(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const previewOrganisationImport = endpoint({
  name: 'previewOrganisationImport',
  method: 'POST',
  path: '/api/organisations/import/preview',
  input: z.object({ name: z.string().min(1).max(255), on: CalendarDate }),
  output: ImportPreview,
  access: 'session',
  upload: { maxBytes: ORGANISATION_FILE_BYTES },
  summary: 'What a filled-in list of organisations would change, and what in it has to be mended; writes nothing.',
});

export const importOrganisations = endpoint({
  name: 'importOrganisations',
  method: 'POST',
  path: '/api/organisations/import',
  input: z.object({
    actionId: ActionId,
    name: z.string().min(1).max(255),
    on: CalendarDate,
    /** Of the preview; another answer of the tree since then is refused. */
    token: z.string().regex(/^[0-9a-f]{64}$/),
    paper: z.string().trim().min(1).max(300).optional(),
  }),
  output: z.object({ changed: z.number().int() }),
  access: 'session',
  upload: { maxBytes: ORGANISATION_FILE_BYTES },
  summary: 'Writes all of a list that was previewed, or nothing.',
});

export const exportOrganisations = endpoint({
  name: 'exportOrganisations',
  method: 'GET',
  path: '/api/organisations/export',
  input: z.object({ at: CalendarDate.optional(), as: z.enum(['xlsx', 'csv']).default('xlsx') }),
  output: z.void(),
  answers: 'file',
  access: 'session',
  summary: 'The organisations of a day as an Excel list, which can be filled in and imported, or as CSV.',
});

export const getOrganisationTemplate = endpoint({
  name: 'getOrganisationTemplate',
  method: 'GET',
  path: '/api/organisations/template',
  input: z.object({}),
  output: z.void(),
  answers: 'file',
  access: 'session',
  summary: 'The empty form of the list of organisations.',
});
