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

/** More different questions than the product asks often; each costs a little memory on every connection. */
const MOST_PREPARED = 500;
const MOST_COUNTED = 5_000;
/** Asked this often, a question is worth being prepared. */
const WORTH_PREPARING = 3;
const timesAsked = new Map<string, number>();
const preparedNames = new Map<string, string>();

/** The name under which connections prepare a question that is asked again and again; null for others. */
function preparedName(text: string): string | null {
  const known = preparedNames.get(text);
  if (known !== undefined || preparedNames.size >= MOST_PREPARED) return known ?? null;
  const times = (timesAsked.get(text) ?? 0) + 1;
  if (timesAsked.size >= MOST_COUNTED) timesAsked.clear();
  timesAsked.set(text, times);
  if (times < WORTH_PREPARING) return null;
  const name = `q${preparedNames.size}`;
  preparedNames.set(text, name);
  return name;
}

const ask = pg.Client.prototype.query as (this: pg.Client, ...question: unknown[]) => unknown;

/** A connection on which PostgreSQL plans a question once, not every time it is asked. */
class PreparingClient extends pg.Client {
  override query(...question: unknown[]): never {
    const [text, values] = question;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? preparedName(text) : null;
    return (name === null ? ask.apply(this, question) : ask.call(this, { name, text, values })) as never;
  }
}

/** A pool on `url`. A connection lost in the background is told to `lost`; the next query gets a fresh one. */
export function connect(url: string, options: { max?: number; lost?: (error: Error) => void } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    Client: PreparingClient,
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
