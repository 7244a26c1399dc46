import type {
  Better,
  Change,
  CITATION_ROLES,
  Comparator,
  DUE_RELATIONS,
  DUTY_ROLES,
  Issuer,
  Measure,
  PartialDate,
  ReadPeriod,
  Severity,
  Signature,
  SourceFormat,
  TextEncoding,
} from '../../src/core/reader/reading.ts';

/**
 * What a careful officer reads out of a document of test/gold/documents, close to the form of a reading.
 *
 * Quotations stand for places: the reader's own text may be joined a little differently, so nothing here counts
 * characters. A field that is left out is not judged; null and [] say that the document has none.
 */
export type Gold = {
  /** What the document is there to try. */
  about: string;
  files: GoldFile[];
  header: GoldHeader;
  /** Every numeric target. */
  targets: GoldTarget[];
  /** Every figure already reached; left out where the document only mentions some in passing. */
  results?: GoldResult[];
  /** Main goals without a figure: these must be found, more may be. */
  statements?: { quote: string; domain?: string }[];
  citations: GoldCitation[];
  recipients: string[];
  /** Movements of others, or of this body, that the document names. */
  movements: { name: string; answered?: boolean; official?: string | null }[];
  /** Quotations that are no movement: sayings, campaigns, terms. */
  notMovements?: string[];
  /** Main duties: these must be found, more may be. */
  duties: GoldDuty[];
  reportDue: GoldDue[];
  anniversaries?: { quote: string; years: number; consistent: boolean }[];
  /** Main headings in order, label and words. */
  outline?: { label: string | null; heading: string }[];
  /** Criteria and rules of commendation: words that one of the found places must hold. */
  criteria?: string[];
  commendation?: string[];
  /** Words with a number in them that must stay out of targets and results. */
  notTargets?: string[];
  /** Words that must not be in the text at all: deleted text, comments, heads and feet of pages. */
  unread?: string[];
  findings: {
    /** Must be there. */
    must: GoldFinding[];
    /** May be there or not: what needs local knowledge or taste. */
    may?: GoldFinding[];
    /** Rules that must say nothing at all about this document, not even an info. */
    silent?: string[];
  };
};

export type GoldFile = {
  name: string;
  format: SourceFormat;
  /** How the file came to be, for the table of results. */
  producer: string;
  encoding?: TextEncoding;
  ocr?: boolean;
  pages?: number;
  /** Other files of test/gold/documents that were at hand, for the rules across documents. */
  with?: string[];
};

export type GoldHeader = {
  issuer?: Issuer | null;
  kindCode?: string | null;
  kindName?: string | null;
  number?: string | null;
  symbol?: string | null;
  place?: string | null;
  date?: PartialDate | null;
  title?: string | null;
  theme?: string | null;
  period?: ReadPeriod | null;
  signature?: Signature | null;
};

export type GoldFigure = {
  /** Indicator and figure. In a table: the row's cells joined by ' | '. */
  quote: string;
  /** A word or two of the name, where no indicator of the catalogue fits. */
  name?: string;
  /** Code of the catalogue; null where none fits. */
  indicator?: string | null;
  domain?: string | null;
  measure?: Measure | undefined;
  comparator?: Comparator | undefined;
  change?: Change | undefined;
  value: string | null;
  low: string | null;
  high: string | null;
  numerator: string | null;
  denominator: string | null;
  unit?: string | null | undefined;
  better?: Better | undefined;
  scope?: string;
  /** Right when found and no fault when not: a second figure of the same clause. */
  optional?: boolean;
  baseline?: { kind?: string; year?: number | null; value?: string | null } | null;
};

export type GoldTarget = GoldFigure & {
  owner?: string | null;
  /** Quote of the target this one is part of. */
  partOf?: string;
  /** How often the document states it; 1 when left out. */
  mentions?: number;
};

export type GoldResult = GoldFigure & { asOf?: string | null; estimated?: boolean };

export type GoldCitation = {
  /** Left out where a citation stands inside another's subject. */
  role?: (typeof CITATION_ROLES)[number];
  kind: string;
  numberSymbol: string;
  date: string | null;
  issuer?: string | null;
  subject?: string | null;
  mentions?: number;
};

export type GoldDuty = {
  organisation: string;
  role?: (typeof DUTY_ROLES)[number];
  /** Words that one of the tasks must hold. */
  task?: string;
  dueOn?: string | null;
  via?: string | null;
};

export type GoldDue = {
  on: string | null;
  /** Right when found and no fault when not: something else than a report is due. */
  optional?: boolean;
  relation?: (typeof DUE_RELATIONS)[number];
  to?: string | null;
  via?: string | null;
};

export type GoldFinding = {
  /** Any of these rules at this place meets the defect. */
  rules: string[];
  /** The least severity that counts. */
  severity: Severity;
  /** Words of the text, or null where something is absent. */
  quote: string | null;
  /** A second place that is as good. */
  or?: string;
  /** Names of the files in which alone the fault is. */
  files?: string[];
};
