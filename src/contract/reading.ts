import { z } from 'zod';
import {
  BETTER,
  CHANGES,
  CITATION_ROLES,
  COMPARATORS,
  DUE_RELATIONS,
  DUTY_ROLES,
  ISSUER_LEVELS,
  MEASURES,
  type Reading,
  SEVERITIES,
  SOURCE_FORMATS,
  TEXT_ENCODINGS,
} from '../core/reader/reading.ts';
import { BASELINE_KINDS } from '../core/rules/targets.ts';

/**
 * The reading of core/reader/reading.ts on the wire; reading.test.ts holds the two equal. Dates and figures are as the
 * document has them, so a day that no calendar knows ("30/02/2026") is shown and not refused.
 */
const readDate = z.string();
const readDecimal = z.string();

export const Span = z.tuple([z.number().int().min(0), z.number().int().min(0)]).readonly();
const found = { quote: z.string(), span: Span, confidence: z.number() };

export const ReadBaseline = z.object({
  kind: z.enum(BASELINE_KINDS),
  year: z.number().int().nullable(),
  value: readDecimal.nullable(),
  text: z.string().nullable(),
});

const figure = {
  ...found,
  name: z.string(),
  indicator: z.string().nullable(),
  domain: z.string().nullable(),
  measure: z.enum(MEASURES),
  comparator: z.enum(COMPARATORS),
  change: z.enum(CHANGES),
  value: readDecimal.nullable(),
  low: readDecimal.nullable(),
  high: readDecimal.nullable(),
  numerator: readDecimal.nullable(),
  denominator: readDecimal.nullable(),
  unit: z.string().nullable(),
  better: z.enum(BETTER),
  scope: z.string().nullable(),
  baseline: ReadBaseline.nullable(),
};

export const ReadFinding = z.object({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  suggestion: z.string().nullable(),
  quote: z.string().nullable(),
  span: Span.nullable(),
  confidence: z.number(),
});

const source = z.object({
  name: z.string(),
  format: z.enum(SOURCE_FORMATS),
  pages: z.number().int().nullable(),
  sha256: z.string(),
  encoding: z.enum(TEXT_ENCODINGS),
  ocr: z.boolean(),
  registry: z.boolean(),
});

const layout = z.object({
  lines: z.array(
    z.object({
      span: Span,
      align: z.enum(['left', 'right', 'center', 'justify']).nullable(),
      bold: z.boolean(),
      italic: z.boolean(),
      page: z.number().int().nullable(),
      row: z.number().int().nullable(),
    }),
  ),
  rows: z.array(
    z.object({
      table: z.number().int(),
      head: z.boolean(),
      cells: z.array(
        z.object({ column: z.number().int(), columnSpan: z.number().int(), continued: z.boolean(), span: Span }),
      ),
    }),
  ),
});

export const ReadingContent = z.object({
  source,
  text: z.string(),
  layout,
  issuer: z.object({ name: z.string(), level: z.enum(ISSUER_LEVELS), province: z.string().nullable() }).nullable(),
  kindCode: z.string().nullable(),
  kindName: z.string().nullable(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  place: z.string().nullable(),
  date: z
    .object({
      year: z.number().int().nullable(),
      month: z.number().int().nullable(),
      day: z.number().int().nullable(),
    })
    .nullable(),
  title: z.string().nullable(),
  theme: z.string().nullable(),
  period: z.object({ from: z.string().nullable(), until: z.string().nullable() }).nullable(),
  outline: z.array(
    z.object({ label: z.string().nullable(), heading: z.string(), level: z.number().int(), span: Span }),
  ),
  reportDue: z.array(
    z.object({
      ...found,
      on: readDate.nullable(),
      relation: z.enum(DUE_RELATIONS),
      to: z.string().nullable(),
      via: z.string().nullable(),
    }),
  ),
  citations: z.array(
    z.object({
      ...found,
      role: z.enum(CITATION_ROLES),
      kind: z.string(),
      number: z.string().nullable(),
      symbol: z.string().nullable(),
      numberSymbol: z.string().nullable(),
      date: readDate.nullable(),
      issuer: z.string().nullable(),
      subject: z.string().nullable(),
      mentions: z.array(Span),
    }),
  ),
  targets: z.array(
    z.object({
      ...figure,
      owner: z.string().nullable(),
      /** Readings kept from before a target had a day of its own lack both. */
      dueOn: readDate.nullable().default(null),
      dueRelation: z.enum(DUE_RELATIONS).nullable().default(null),
      mentions: z.array(Span),
      partOf: z.number().int().nullable(),
    }),
  ),
  results: z.array(z.object({ ...figure, asOf: readDate.nullable(), estimated: z.boolean() })),
  statements: z.array(z.object({ ...found, domain: z.string().nullable(), dueOn: readDate.nullable() })),
  movements: z.array(
    z.object({
      ...found,
      name: z.string(),
      officialName: z.string().nullable(),
      launcher: z.string().nullable(),
      answered: z.boolean(),
    }),
  ),
  duties: z.array(
    z.object({
      ...found,
      organisation: z.string(),
      role: z.enum(DUTY_ROLES),
      tasks: z.array(z.string()),
      dueOn: readDate.nullable(),
      via: z.string().nullable(),
    }),
  ),
  criteria: z.array(z.object(found)),
  commendation: z.array(z.object(found)),
  anniversaries: z.array(
    z.object({
      ...found,
      event: z.string(),
      years: z.number().int(),
      from: z.string(),
      until: z.string(),
      computedYears: z.number().int(),
      consistent: z.boolean(),
    }),
  ),
  recipients: z.array(z.object({ ...found, text: z.string() })),
  signature: z
    .object({ authority: z.string().nullable(), position: z.string().nullable(), name: z.string().nullable() })
    .nullable(),
  findings: z.array(ReadFinding),
}) satisfies z.ZodType<Reading>;
export type ReadingContent = z.infer<typeof ReadingContent>;
