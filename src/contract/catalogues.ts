import { z } from 'zod';
import { DAY_KINDS } from '../core/rules/working-days.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CalendarDate } from './ids.ts';
import { DomainCode, Indicator, IndicatorCode } from './indicators.ts';

/** A day that is not as its weekday: off, or worked instead. */
export const SpecialDay = z.object({
  day: CalendarDate,
  kind: z.enum(DAY_KINDS),
  name: z.string(),
  source: z.string().nullable(),
  /** False for days nobody has announced yet. */
  verified: z.boolean(),
  /** Set by the province; else from the built-in list. */
  own: z.boolean(),
});
export type SpecialDay = z.infer<typeof SpecialDay>;

export const listHolidays = endpoint({
  name: 'listHolidays',
  method: 'GET',
  path: '/api/holidays',
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.object({
    year: z.number().int(),
    days: z.array(SpecialDay),
    /** Working days of the whole year. */
    workingDays: z.number().int(),
    maySet: z.boolean(),
  }),
  access: 'session',
  summary: 'Public holidays and swapped working days of a year, as the province has them.',
});

export const setHoliday = endpoint({
  name: 'setHoliday',
  method: 'PUT',
  path: '/api/holidays/:day',
  input: z.object({
    actionId: ActionId,
    day: CalendarDate,
    /** Null: as the built-in list has it. */
    kind: z.enum(DAY_KINDS).nullable(),
    name: z.string().trim().max(200),
    source: z.string().trim().max(300).nullable(),
  }),
  output: z.object({ day: CalendarDate }),
  access: 'session',
  summary: 'Says for the province what a day is: off, worked, or as its weekday.',
});

/** An indicator as the catalogue's page shows it. */
export const CatalogueIndicator = Indicator.extend({
  /** The province's own. */
  own: z.boolean(),
  /** The name in the built-in catalogue, where the province calls it otherwise. */
  catalogueName: z.string().nullable(),
  /** Wordings the province added. */
  ownAliases: z.array(z.string()),
  retired: z.boolean(),
  /** Who verified how it is put together, when, and against what; null while nobody has. */
  rollUpChecked: z.object({ against: z.string(), post: z.string(), at: z.iso.datetime() }).nullable(),
  version: z.number().int(),
});
export type CatalogueIndicator = z.infer<typeof CatalogueIndicator>;

export const listCatalogue = endpoint({
  name: 'listCatalogue',
  method: 'GET',
  path: '/api/catalogue/indicators',
  input: z.object({
    q: z.string().max(200).optional(),
    domain: DomainCode.optional(),
    /** Only what the province added or changed. */
    changed: z.enum(['yes']).optional(),
  }),
  output: z.object({ indicators: z.array(CatalogueIndicator), total: z.number().int(), maySet: z.boolean() }),
  access: 'session',
  summary: 'The catalogue of indicators with what the province added, renamed or retired.',
});

const named = {
  name: z.string().trim().min(3).max(300),
  aliases: z.array(z.string().trim().min(2).max(200)).max(20),
};

export const addIndicator = endpoint({
  name: 'addIndicator',
  method: 'POST',
  path: '/api/catalogue/indicators',
  input: z.object({
    actionId: ActionId,
    ...named,
    domain: DomainCode,
    unit: z.string().trim().min(1).max(60),
    better: Indicator.shape.better,
    nature: Indicator.shape.nature,
    rollUp: Indicator.shape.rollUp,
    /** Of a weighted mean only: the indicator that weighs it. */
    weighedBy: IndicatorCode.optional(),
  }),
  output: z.object({ code: IndicatorCode }),
  access: 'session',
  summary: "Adds an indicator of the province's own.",
});

export const changeIndicator = endpoint({
  name: 'changeIndicator',
  method: 'PUT',
  path: '/api/catalogue/indicators/:code',
  input: z.object({
    actionId: ActionId,
    code: IndicatorCode,
    /** 0 where nothing was changed before. */
    version: z.number().int().min(0),
    ...named,
    retired: z.boolean(),
    /** What the way of putting it together was checked against; null takes that back, absent leaves it as it is. */
    rollUpCheckedAgainst: z.string().trim().min(1).max(300).nullable().optional(),
  }),
  output: z.object({ code: IndicatorCode, version: z.number().int() }),
  access: 'session',
  summary:
    'Calls an indicator otherwise, adds wordings, retires it or takes it up again, and says who checked how it is put together.',
});
