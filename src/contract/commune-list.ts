import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId, OrganisationId } from './ids.ts';

/** Official code of a province in the built-in list. */
const ProvinceCode = z.string().regex(/^\d{2}$/);
const Commune = z.object({ code: z.string(), name: z.string() });

export const previewCommunes = endpoint({
  name: 'previewCommunes',
  method: 'GET',
  path: '/api/organisations/:organisationId/communes',
  input: z.object({
    organisationId: OrganisationId,
    /** Of which province; the one of the organisation's name when absent. */
    province: ProvinceCode.optional(),
  }),
  output: z.object({
    /** All that the list knows. */
    provinces: z.array(Commune),
    /** The one that is shown; null where the name says none and none was asked for. */
    province: Commune.nullable(),
    /** What would be added. */
    fresh: z.array(Commune),
    /** What is there already, and by what it was known again. */
    there: z.array(Commune.extend({ by: z.enum(['code', 'name']) })),
  }),
  access: 'session',
  summary: 'Communes of a province in the built-in list: those to be added under it and those that are there.',
});

export const addCommunes = endpoint({
  name: 'addCommunes',
  method: 'POST',
  path: '/api/organisations/:organisationId/communes',
  input: z.object({ actionId: ActionId, organisationId: OrganisationId, province: ProvinceCode }),
  output: z.object({ organisationId: OrganisationId, added: z.number().int() }),
  access: 'session',
  summary: 'Adds the communes of the built-in list that a province still lacks, in one change; twice is once.',
});
