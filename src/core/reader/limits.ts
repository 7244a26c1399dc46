/** What may be read at all, and the ways in which reading ends without a result. */

/** Bounds of a file. Each is far above any real launch document and far below what would harm the machine. */
export const READ_LIMITS = {
  /** Bytes of a file: a scan of 500 pages fits. */
  fileBytes: 100 * 1024 * 1024,
  /** Bytes of a text file: some 5,000 pages. */
  textBytes: 20 * 1024 * 1024,
  pages: 500,
  /** Characters of one line or paragraph. */
  lineChars: 1_000_000,
  /** Characters of a whole document: 500 full pages are about 1.8 million. */
  textChars: 6_000_000,
  blocks: 200_000,
  zipEntries: 5_000,
  /** Bytes of one part of a DOCX after unpacking, and of all parts that are read. */
  zipPartBytes: 64 * 1024 * 1024,
  zipTotalBytes: 96 * 1024 * 1024,
  /** Bytes that all entries together claim to unpack to, pictures included. */
  zipDeclaredBytes: 1024 * 1024 * 1024,
  /** Unpacked to packed size of a part over 4 MiB; XML of Word reaches about 60. */
  zipRatio: 250,
  xmlDepth: 400,
  /** Nested tables and text boxes. */
  nesting: 30,
  /** Cells in one table of a file. */
  tableCells: 100_000,
} as const;

export const READ_FAILURE_CODES = [
  'empty',
  'not-supported',
  'wrong-extension',
  'not-text',
  'truncated',
  'damaged',
  'zip-bomb',
  'xml-entities',
  'too-deep',
  'password',
  'no-text',
  'not-a-sheet',
  'too-many-rows',
  'no-ocr',
  'garbled',
  'too-many-pages',
  'line-too-long',
  'too-large',
  'deadline',
  'memory',
  'cancelled',
  'crashed',
] as const;
export type ReadFailureCode = (typeof READ_FAILURE_CODES)[number];

/** What a sentence about a failure may name: formats, counts, page numbers. */
export type ReadFailureFacts = Readonly<Record<string, string | number>>;

/** The plain form of a failure: crosses processes and the wire. */
export type ReadRefusal = { code: ReadFailureCode; facts: ReadFailureFacts };

/** Reading ended without a result, for a reason a person can be told; the sentence is in core/text. */
export class ReadFailure extends Error {
  readonly code: ReadFailureCode;
  readonly facts: ReadFailureFacts;

  constructor(code: ReadFailureCode, facts: ReadFailureFacts = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'ReadFailure';
    this.code = code;
    this.facts = facts;
  }

  toRefusal(): ReadRefusal {
    return { code: this.code, facts: this.facts };
  }
}
