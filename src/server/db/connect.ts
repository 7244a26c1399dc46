/** Opens the pools. The database is always a URL here; who made it (the embedded supervisor or a server's operator) is not known. */

import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.generated.ts';

export type Database = { db: Kysely<DB>; close: () => Promise<void> };

const DATE_ARRAY = 1182;
const INSTANT_ARRAY = 1185;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;

const textArray = pg.types.getTypeParser(TEXT_ARRAY as Parameters<typeof pg.types.getTypeParser>[0]);
const plain = (value: string): string => value;
const instant = (value: string): string => (/infinity/.test(value) ? value : new Date(value).toISOString());
const each = (parse: (value: string) => string) => (value: string) =>
  (textArray(value) as (string | null)[]).map((one) => (one === null ? null : parse(one)));

/** How values of PostgreSQL arrive, set once: calendar dates, exact numbers and big integers as strings, instants as ISO strings. */
const PARSERS: Partial<Record<number, (value: string) => unknown>> = {
  [pg.types.builtins.DATE]: plain,
  [pg.types.builtins.TIMESTAMPTZ]: instant,
  [DATE_ARRAY]: each(plain),
  [INSTANT_ARRAY]: each(instant),
  [NUMERIC_ARRAY]: each(plain),
};
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && PARSERS[oid]) || pg.types.getTypeParser(oid, format as 'text');
  },
};

/** A pool on `url`. A connection lost in the background is told to `lost`; the next query gets a fresh one. */
export function connect(url: string, options: { max?: number; lost?: (error: Error) => void } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types: TYPES,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', (error) => options.lost?.(error));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

/** The role this pool works as. */
export async function roleOf(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ role: string }>`SELECT current_user AS role`.execute(db);
  return rows[0]?.role ?? '';
}
