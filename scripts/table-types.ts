/** TypeScript of the live schema; comments of tables and columns arrive as JSDoc. */
import { type Kysely, sql } from 'kysely';

type Column = {
  table: string;
  about: string | null;
  name: string;
  type: string;
  nullable: boolean;
  defaulted: boolean;
  comment: string | null;
};

const COLUMNS = sql<Column>`
SELECT c.relname AS "table", obj_description(c.oid, 'pg_class') AS about, a.attname AS name, format_type(a.atttypid, NULL) AS type,
  NOT a.attnotnull AS nullable, (a.atthasdef OR a.attidentity <> '') AS defaulted, col_description(c.oid, a.attnum) AS comment
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY c.relname, a.attnum`;

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  numeric: 'string',
  bigint: 'string',
  integer: 'number',
  smallint: 'number',
  real: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  'timestamp with time zone': 'string',
  'uuid[]': 'string[]',
  'text[]': 'string[]',
  'integer[]': 'number[]',
};

/** JSON is written as text that was stringified, and read as what it holds. */
function typeOf({ type, table, name }: Column): string {
  if (type === 'jsonb' || type === 'json') return 'ColumnType<unknown, string, string>';
  if (type === 'bigint') return 'ColumnType<string, string | number | bigint, string | number | bigint>';
  const known = TYPES[type];
  if (!known) throw new Error(`${table}.${name}: no TypeScript type for ${type}`);
  return known;
}

function member(column: Column): string {
  const plain = `${typeOf(column)}${column.nullable ? ' | null' : ''}`;
  // Generated<> takes a plain type only: a big integer brings its own ways of writing.
  const generated = plain.startsWith('ColumnType<')
    ? plain.replace(/^ColumnType<([^,]+), ([^,]+),/, 'ColumnType<$1, $2 | undefined,')
    : `Generated<${plain}>`;
  const type = column.defaulted ? generated : plain;
  return `  /** ${column.comment ?? ''} */\n  ${column.name}: ${type};\n`;
}

const nameOf = (table: string) =>
  table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function source(columns: Column[]): string {
  const tables = byTable(columns);
  const parts = [...tables].map(
    ([table, members]) =>
      `/** ${members[0]?.about ?? ''} */\nexport interface ${nameOf(table)} {\n${members.map(member).join('')}}\n`,
  );
  const db = `export interface DB {\n${[...tables.keys()].map((table) => `  ${table}: ${nameOf(table)};\n`).join('')}}\n`;
  const used = [...parts, db].join('\n');
  const imports = ['ColumnType', 'Generated'].filter((name) => used.includes(`${name}<`));
  return `// Written by \`npm run db:types\` from the migrations; do not edit.\nimport type { ${imports.join(', ')} } from 'kysely';\n\n${used}`;
}

function byTable(columns: Column[]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  return tables;
}

/** The source of src/server/db/tables.generated.ts for the database as it is. */
export async function databaseTypes<T>(db: Kysely<T>): Promise<string> {
  return source((await COLUMNS.execute(db)).rows);
}
