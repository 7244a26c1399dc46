/**
 * A backup as it lies on disk. One folder:
 *
 *   manifest.json     what is in it: versions, migrations, every part with its rows and hashes, heads of the audit chains
 *   SHA256SUMS        hash of every file, the manifest's too; `sha256sum -c SHA256SUMS` checks it without this program
 *   tables/*.copy.gz  one table each, in PostgreSQL's text format of COPY, rows in the order of their key
 *
 * Whoever has the folder has everything, password hashes too; it is made readable for its owner alone.
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Migration } from './migrate.ts';

export const BACKUP_FORMAT = 1;
export const PRODUCT = 'thidua';
export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
const LARGEST_MANIFEST = 8 * 1024 * 1024;

export type BackupPart = {
  table: string;
  columns: string[];
  /** Inside the folder: "tables/organisations.copy.gz". */
  file: string;
  rows: number;
  bytes: number;
  /** Of the file as it lies there. */
  sha256: string;
  /** Of the rows in it, however they are packed: two backups of the same rows agree in this. */
  contentSha256: string;
};

export type Manifest = {
  format: number;
  product: string;
  /** Version of the program that made it. */
  version: string;
  /** 'demo' or 'real', as the database is marked. */
  kind: string;
  madeAt: string;
  /** PostgreSQL that it came from. */
  server: string;
  migrations: { name: string; checksum: string }[];
  parts: BackupPart[];
  sequences: { name: string; value: string; called: boolean }[];
  /** Where the audit chains ended, for comparing with heads written down elsewhere. */
  auditHeads: { province: string; rows: string; head: string }[];
};

/** What keeps a backup or a restore from going on; nothing was changed. `code` has a sentence in core/text. */
export class BackupError extends Error {
  readonly code:
    | 'backup-there-already'
    | 'backup-folder-closed'
    | 'backup-no-space'
    | 'backup-no-database'
    | 'backup-not-there'
    | 'backup-cut-short'
    | 'backup-changed'
    | 'backup-newer'
    | 'backup-of-another-line'
    | 'restore-not-empty'
    | 'restore-foreign-tables'
    | 'restore-in-use'
    | 'restore-other-kind'
    | 'restore-differs'
    | 'rehearsal-not-allowed'
    | 'backup-busy';
  constructor(code: BackupError['code'], detail: string) {
    super(detail);
    this.name = 'BackupError';
    this.code = code;
  }
}

/** The lines of SHA256SUMS. */
export const sumsOf = (manifest: Manifest, manifestSha256: string): string =>
  [...manifest.parts.map(({ sha256, file }) => `${sha256}  ${file}`), `${manifestSha256}  ${MANIFEST}`, ''].join('\n');

export const sha256Hex = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads the backup in `folder` and checks every byte of it against its hashes, and that the program knows all its
 * migrations. Throws {@link BackupError}; changes nothing anywhere.
 */
export async function checkBackup(folder: string, known: readonly Migration[]): Promise<Manifest> {
  const manifest = await readManifest(folder);
  refuseUnknown(manifest, known);
  for (const part of manifest.parts) await checkPart(folder, part);
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  if ((await sizeOf(folder, '')) === null) throw new BackupError('backup-not-there', folder);
  const text = await readWhole(folder, MANIFEST);
  const sums = await readWhole(folder, SUMS);
  const manifest = parsed(text);
  if (!manifest || manifest.product !== PRODUCT) throw new BackupError('backup-changed', MANIFEST);
  if (manifest.format > BACKUP_FORMAT) throw new BackupError('backup-newer', `${manifest.version}`);
  if (!isManifest(manifest)) throw new BackupError('backup-changed', MANIFEST);
  if (sums !== sumsOf(manifest, sha256Hex(text))) throw new BackupError('backup-changed', `${MANIFEST}, ${SUMS}`);
  return manifest;
}

async function sizeOf(folder: string, file: string): Promise<number | null> {
  return stat(join(folder, file)).then(
    ({ size }) => size,
    () => null,
  );
}

async function readWhole(folder: string, file: string): Promise<string> {
  const size = await sizeOf(folder, file);
  if (size === null) throw new BackupError('backup-cut-short', join(folder, file));
  if (size > LARGEST_MANIFEST) throw new BackupError('backup-changed', file);
  return readFile(join(folder, file), 'utf8');
}

function parsed(text: string): Manifest | null {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    // Said by the caller: a manifest that cannot be read was changed.
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** Its shape, and that no part lies outside the folder. */
function isManifest(manifest: Manifest): boolean {
  const { version, kind, madeAt, server, migrations, parts, sequences, auditHeads } = manifest;
  return (
    [version, kind, madeAt, server].every(isText) &&
    [migrations, parts, sequences, auditHeads].every(Array.isArray) &&
    migrations.every(({ name, checksum }) => isText(name) && isHash(checksum)) &&
    sequences.every(({ name, value, called }) => isText(name) && /^-?\d{1,19}$/.test(value) && called === !!called) &&
    parts.every(isPart)
  );
}

const isPart = ({ table, columns, file, rows, bytes, sha256, contentSha256 }: BackupPart): boolean =>
  isText(table) &&
  /^[a-z][a-z0-9_]{0,62}$/.test(table) &&
  Array.isArray(columns) &&
  columns.every(isText) &&
  (file === `tables/${table}.copy.gz` || file === `tables/${table}.copy`) &&
  isCount(rows) &&
  isCount(bytes) &&
  isHash(sha256) &&
  isHash(contentSha256);

/** Every migration of the backup must be one of the program's: a later program's are not known here. */
function refuseUnknown({ migrations, version }: Manifest, known: readonly Migration[]): void {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of migrations) {
    const own = checksums.get(name);
    if (own === undefined) throw new BackupError('backup-newer', `${version}, ${name}`);
    if (own !== checksum) throw new BackupError('backup-of-another-line', name);
  }
}

async function checkPart(folder: string, { file, bytes, sha256 }: BackupPart): Promise<void> {
  const size = await sizeOf(folder, file);
  if (size === null || size < bytes) throw new BackupError('backup-cut-short', file);
  if (size > bytes) throw new BackupError('backup-changed', file);
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, file)), hash);
  if (hash.digest('hex') !== sha256) throw new BackupError('backup-changed', file);
}
