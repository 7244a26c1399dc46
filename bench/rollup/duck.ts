/** The same questions put to DuckDB over a Parquet copy of the raw rows, where it is installed. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** The little of @duckdb/node-api that is used; it is no dependency, being 70 MB for this one bench. */
type Connection = { runAndReadAll: (sql: string) => Promise<unknown>; closeSync: () => void };
type Api = { DuckDBInstance: { create: (path: string) => Promise<{ connect: () => Promise<Connection> }> } };

export type Duck = {
  /** Median milliseconds of three turns; `$1`, `$2` … are put in as text. */
  time: (sql: string, values: readonly string[]) => Promise<number>;
  close: () => Promise<void>;
};

const TABLES = {
  measurements: 'SELECT organisation_id, indicator, period_until, state, value FROM measurements',
  organisation_closure: 'SELECT ancestor_id, descendant_id, depth FROM organisation_closure',
  organisations: 'SELECT id, level FROM organisations',
};

/** Copies what the questions need; null where DuckDB is not installed. */
export async function openDuck(owner: pg.Client, folder: string): Promise<Duck | null> {
  const name = '@duckdb/node-api';
  const api = (await import(name).catch(() => null)) as Api | null;
  if (!api) return null;
  const connection = await (await api.DuckDBInstance.create(':memory:')).connect();
  await connection.runAndReadAll("SET threads = 2; SET memory_limit = '2GB'");
  for (const [table, select] of Object.entries(TABLES)) {
    const csv = join(folder, `${table}.csv`);
    const parquet = join(folder, `${table}.parquet`);
    await pipeline(owner.query(copyTo(`COPY (${select}) TO STDOUT (FORMAT csv, HEADER)`)), createWriteStream(csv));
    await connection.runAndReadAll(`COPY (FROM read_csv('${csv}')) TO '${parquet}' (FORMAT parquet)`);
    await connection.runAndReadAll(`CREATE VIEW ${table} AS FROM read_parquet('${parquet}')`);
  }
  const time: Duck['time'] = async (sql, values) => {
    const asked = values.reduce((text, value, at) => text.replaceAll(`$${at + 1}`, `'${value}'`), sql);
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const from = performance.now();
      await connection.runAndReadAll(asked);
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[1] ?? 0;
  };
  return { time, close: async () => connection.closeSync() };
}
