/** The tables of a database as streams of COPY, the same bytes for the same rows whichever server they lie on. */

import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

export type CopiedTable = { name: string; columns: string[]; query: string };

/** How values are written: independent of the server's own settings and of the machine's zone. */
export const PLAIN_FORMS = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL search_path = public;
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s';
  SET LOCAL idle_in_transaction_session_timeout = 0`;

/** Every table in the order of its name, with the query that gives its rows in the order of their key. */
export async function tablesToCopy(client: pg.Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; keys: string[] }>(`
    SELECT c.relname AS name,
      (SELECT coalesce(array_agg(a.attname::text ORDER BY a.attnum), '{}') FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT coalesce(array_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
          ORDER BY array_position(i.indkey::int2[], a.attnum), a.attnum), '{}')
        FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
          AND (i.indexrelid IS NULL OR a.attnum = ANY (i.indkey))) AS keys
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname COLLATE "C"`);
  return rows.map(({ name, columns, keys }) => {
    const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    return {
      name,
      columns,
      query: `COPY (SELECT ${names} FROM ${pg.escapeIdentifier(name)} ORDER BY ${keys.join(', ')}) TO STDOUT`,
    };
  });
}

/** The rows of a table as they come from the server; `rowCount` holds once the stream has ended. */
export const copyOut = (client: pg.Client, table: CopiedTable): ReturnType<typeof copyTo> =>
  client.query(copyTo(table.query));

/** Whether these are tables of this product, made by its migrations. */
export async function ledgerOf(client: pg.Client): Promise<{ name: string; checksum: string }[] | null> {
  const { rowCount } = await client.query(
    "SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'migrations'",
  );
  if (rowCount === 0) return null;
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM public.migrations ORDER BY name',
  );
  return rows;
}

/** A connection of its own for long work; a connection lost in the background shows at the next query. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
