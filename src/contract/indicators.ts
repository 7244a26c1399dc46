import { z } from 'zod';
import { DIRECTIONS, DOMAIN_CODES } from '../core/rules/indicators.ts';
import { NATURES, ROLL_UPS } from '../core/rules/progress.ts';
import { endpoint } from './endpoint.ts';

/** A code of the catalogue or of a province's own indicator. */
export const IndicatorCode = z.string().regex(/^[a-z0-9_]{1,80}$/);
export const DomainCode = z.enum(DOMAIN_CODES);

export const Domain = z.object({ code: DomainCode, name: z.string(), nameEn: z.string() });
export type Domain = z.infer<typeof Domain>;

export const Indicator = z.object({
  code: IndicatorCode,
  name: z.string(),
  aliases: z.array(z.string()),
  domain: DomainCode,
  units: z.array(z.string()),
  better: z.enum(DIRECTIONS),
  /** Units in which, other than `better` says, lower is better: a rank. */
  lowerUnits: z.array(z.string()),
  nature: z.enum(NATURES),
  rollUp: z.enum(ROLL_UPS),
  /** True until somebody confirms the way it rolls up: "chưa kiểm chứng". */
  rollUpAssumed: z.boolean(),
});
export type Indicator = z.infer<typeof Indicator>;

export const listDomains = endpoint({
  name: 'listDomains',
  method: 'GET',
  path: '/api/domains',
  input: z.object({}),
  output: z.object({ domains: z.array(Domain) }),
  access: 'session',
  summary: 'The domains (lĩnh vực), in the order in which screens and reports show them.',
});

export const searchIndicators = endpoint({
  name: 'searchIndicators',
  method: 'GET',
  path: '/api/indicators',
  input: z.object({
    /** Words without diacritics, of the name or an alias; all indicators by domain when absent. */
    q: z.string().max(200).optional(),
    domain: DomainCode.optional(),
    /** Only this one, by code. */
    code: IndicatorCode.optional(),
    limit: z.coerce.number().int().min(1).max(300).optional(),
  }),
  output: z.object({ indicators: z.array(Indicator), more: z.boolean() }),
  access: 'session',
  summary: 'The catalogue of indicators, best match first.',
});
