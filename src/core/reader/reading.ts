/**
 * The reading: what the reader finds in a document, each fact with its place in the normalised text.
 *
 * Figures are exact decimal strings ('9950.3'), never binary fractions. Calendar dates are 'YYYY-MM-DD'.
 * Spans are UTF-16 offsets into {@link Reading.text}; `text.slice(...span) === quote` always holds.
 */

import type { DueRelation } from '../rules/calendar.ts';
import type { CitationRole, DutyRole } from '../rules/movements.ts';
import type { Baseline, Better, Change, Comparator, Measure } from '../rules/targets.ts';

export { DUE_RELATIONS } from '../rules/calendar.ts';
export { CITATION_ROLES, DUTY_ROLES } from '../rules/movements.ts';
export {
  type Baseline,
  BETTER,
  type Better,
  CHANGES,
  type Change,
  COMPARATORS,
  type Comparator,
  MEASURES,
  type Measure,
} from '../rules/targets.ts';

export type Span = readonly [start: number, end: number];

/** A found thing with its place in the text and how sure the reader is, 0 to 1. */
export type Found = { quote: string; span: Span; confidence: number };

export const SOURCE_FORMATS = ['txt', 'md', 'docx', 'doc', 'pdf'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

export const TEXT_ENCODINGS = ['utf-8', 'utf-16', 'windows-1258', 'tcvn3', 'vni', 'mixed'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export type Source = {
  name: string;
  format: SourceFormat;
  /** Number of pages where the format knows it, else null. */
  pages: number | null;
  /** Lower-case hexadecimal SHA-256 of the original bytes. */
  sha256: string;
  encoding: TextEncoding;
  /** True when the text came from optical character recognition. */
  ocr: boolean;
  /** True when other documents were at hand for the cross-document rules (CC-02, CC-04, CC-08). */
  registry: boolean;
};

export const ISSUER_LEVELS = ['commune', 'district', 'province', 'central', 'unit'] as const;
export type IssuerLevel = (typeof ISSUER_LEVELS)[number];
export type Issuer = { name: string; level: IssuerLevel; province: string | null };

/** A date line of a document: each part null where the line leaves it blank for the clerk's pen. */
export type PartialDate = { year: number | null; month: number | null; day: number | null };

/** ISO dates or null; `from: 'issue'` for "từ nay". */
export type ReadPeriod = { from: string | null; until: string | null };

export type Heading = { label: string | null; heading: string; level: number; span: Span };

export type ReportDue = Found & {
  on: string | null;
  relation: DueRelation;
  to: string | null;
  via: string | null;
};

export type Citation = Found & {
  role: CitationRole;
  /** Chỉ thị, Kế hoạch, Luật … as the text names it. */
  kind: string;
  number: string | null;
  symbol: string | null;
  /** "02/CT-UBND", "41-CT/TW", "72/2025/QH15"; null without a number. */
  numberSymbol: string | null;
  date: string | null;
  issuer: string | null;
  subject: string | null;
  /** Every place where this document is cited, the first being `span`. */
  mentions: Span[];
};

/** A number with its meaning, the common part of a target and of a result. */
export type Figure = Found & {
  /** Canonical name: the catalogue's where the indicator is known, else as the text says. */
  name: string;
  /** Code of the indicator catalogue, or null for one to be offered as new. */
  indicator: string | null;
  domain: string | null;
  measure: Measure;
  comparator: Comparator;
  change: Change;
  value: string | null;
  low: string | null;
  high: string | null;
  numerator: string | null;
  denominator: string | null;
  unit: string | null;
  better: Better;
  /** What part of the whole is meant: "trung học cơ sở", "mỗi xã" … */
  scope: string | null;
  baseline: Baseline | null;
};

export type Target = Figure & {
  /** The unit the document names as responsible (table column "Đơn vị chủ trì"), as printed. */
  owner: string | null;
  /** Its own deadline, as the document prints it, and how it is tied to it; both null where it names none. */
  dueOn: string | null;
  dueRelation: DueRelation | null;
  /** Every place where this target is stated, the first being `span`. */
  mentions: Span[];
  /** Index in `targets` of the target this one is part of ("Trong đó: …"), or null. */
  partOf: number | null;
};

export type Result = Figure & {
  /** The day or end of the period the figure speaks of, or null. */
  asOf: string | null;
  /** "ước đạt", "dự kiến". */
  estimated: boolean;
};

export type Statement = Found & { domain: string | null; dueOn: string | null };

export type NamedMovement = Found & {
  name: string;
  officialName: string | null;
  launcher: string | null;
  /** True when this document answers that movement rather than merely naming it. */
  answered: boolean;
};

export type Duty = Found & {
  organisation: string;
  role: DutyRole;
  tasks: string[];
  dueOn: string | null;
  via: string | null;
};

export type Anniversary = Found & {
  event: string;
  years: number;
  from: string;
  until: string;
  computedYears: number;
  consistent: boolean;
};

export type Recipient = Found & { text: string };
export type Signature = { authority: string | null; position: string | null; name: string | null };

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A word of the checker; quote and span are null only where something is absent. */
export type Finding = {
  rule: string;
  severity: Severity;
  message: string;
  suggestion: string | null;
  quote: string | null;
  span: Span | null;
  confidence: number;
};

/** How a stretch of the text stood on the page: for showing it again, never for finding facts. */
export type LaidLine = {
  span: Span;
  align: 'left' | 'right' | 'center' | 'justify' | null;
  bold: boolean;
  italic: boolean;
  page: number | null;
  /** Index into {@link Layout.rows} when this line is a row of a data table, else null. */
  row: number | null;
};

export type LaidRow = {
  table: number;
  head: boolean;
  /** `continued`: a cell merged downwards shows its text in the row above. */
  cells: { column: number; columnSpan: number; continued: boolean; span: Span }[];
};

export type Layout = { lines: LaidLine[]; rows: LaidRow[] };

export type Reading = {
  source: Source;
  text: string;
  layout: Layout;
  issuer: Issuer | null;
  kindCode: string | null;
  kindName: string | null;
  number: string | null;
  symbol: string | null;
  place: string | null;
  date: PartialDate | null;
  title: string | null;
  theme: string | null;
  period: ReadPeriod | null;
  outline: Heading[];
  reportDue: ReportDue[];
  citations: Citation[];
  targets: Target[];
  results: Result[];
  statements: Statement[];
  movements: NamedMovement[];
  duties: Duty[];
  criteria: Found[];
  commendation: Found[];
  anniversaries: Anniversary[];
  recipients: Recipient[];
  signature: Signature | null;
  findings: Finding[];
};

/** A document as its own head names it. */
export type DocumentIdentity = {
  kind: string | null;
  numberSymbol: string | null;
  date: string | null;
  issuer: string | null;
  title: string | null;
};

/** What one document tells about itself and those it cites, kept to compare documents with each other. */
export type RegistryEntry = {
  /** Name of the document or file the facts come from. */
  source: string;
  own: DocumentIdentity;
  cited: {
    kind: string;
    numberSymbol: string | null;
    date: string | null;
    issuer: string | null;
    subject: string | null;
  }[];
};
