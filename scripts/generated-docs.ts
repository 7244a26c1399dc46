/** Writes docs/generated: what can be said from the code alone is never written by hand. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Endpoint } from '../src/contract/endpoint.ts';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = join(ROOT, 'docs/generated');
const NOTE = '<!-- Written by `npm run docs`; do not edit. -->\n';

const filesUnder = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** Article → function → file → test, from the `@law` tags above exported names of core. */
function rulesPage(): string {
  const rows = filesUnder('src/core', '.ts').flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:const|function|type) (\w+)/g)].flatMap(
      ([, comment = '', name = '']) =>
        [...comment.matchAll(/@law ([^\n*]+)/g)].map((tag) => {
          const test = path.replace(/\.ts$/, '.test.ts');
          return [tag[1] ?? '', `\`${name}\``, `\`${path}\``, existsSync(join(ROOT, test)) ? `\`${test}\`` : ''];
        }),
    );
  });
  rows.sort((a, b) => `${a[0]}${a[1]}`.localeCompare(`${b[0]}${b[1]}`, 'vi'));
  return `# Which article is implemented where\n\n${NOTE}\n${table(['Article', 'Name', 'File', 'Test'], rows)}\n`;
}

/** Tables and columns with their comments, from the migrations. */
function dataPage(): string {
  const sql = filesUnder('migrations', '.sql')
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const unquote = (text: string) => text.replaceAll("''", "'");
  const tables = new Map<string, { comment: string; columns: Map<string, string> }>();
  for (const [, name = '', comment = ''] of sql.matchAll(/COMMENT ON TABLE (?:\w+\.)?(\w+) IS\s+'((?:[^']|'')*)'/gi))
    tables.set(name, { comment: unquote(comment), columns: new Map() });
  // A later migration may say anew what a column means.
  for (const [, name = '', column = '', comment = ''] of sql.matchAll(
    /COMMENT ON COLUMN (?:\w+\.)??(\w+)\.(\w+) IS\s+'((?:[^']|'')*)'/gi,
  ))
    tables.get(name)?.columns.set(`\`${column}\``, unquote(comment));
  const parts = [...tables]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([name, { comment, columns }]) => `## ${name}\n\n${comment}\n\n${table(['Column', 'Meaning'], [...columns])}\n`,
    );
  return `# The tables\n\n${NOTE}\n${parts.join('\n')}`;
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'summary' in value;

async function apiPage(): Promise<string> {
  const modules = await Promise.all(
    filesUnder('src/contract', '.ts').map(
      (path) => import(pathToFileURL(join(ROOT, path)).href) as Promise<Record<string, unknown>>,
    ),
  );
  const endpoints = modules.flatMap((module) => Object.values(module).filter(isEndpoint));
  endpoints.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  const rows = endpoints.map((one) => [`\`${one.method} ${one.path}\``, `\`${one.name}\``, one.access, one.summary]);
  return `# The API\n\n${NOTE}\nThe same, with every schema, is served as OpenAPI 3.1 at \`/api/openapi.json\`.\n\n${table(['Request', 'Name', 'Access', 'What it does'], rows)}\n`;
}

/** Role × act, from the one table of rights. */
async function accessPage(): Promise<string> {
  const { ROLES, ACCESS } = (await import('../src/core/rules/access.ts')) as {
    ROLES: readonly string[];
    ACCESS: Record<string, readonly (string | null)[]>;
  };
  const rows = Object.entries(ACCESS).map(([act, rights]) => [`\`${act}\``, ...rights.map((scope) => scope ?? '–')]);
  return `# Who may do what\n\n${NOTE}\n${table(['Act', ...ROLES], rows)}\n`;
}

const pages: Record<string, string> = {
  'rules.md': rulesPage(),
  'data.md': dataPage(),
  'api.md': await apiPage(),
  'access.md': await accessPage(),
};
const stale = Object.entries(pages).filter(
  ([name, text]) => !existsSync(join(OUT, name)) || readFileSync(join(OUT, name), 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  if (stale.length === 0) console.log('docs/generated is fresh');
  else {
    console.log(`stale: ${stale.map(([name]) => name).join(', ')}; run npm run docs`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(OUT, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(OUT, name), text);
  console.log(
    stale.length === 0
      ? 'nothing to write'
      : `wrote ${stale.map(([name]) => relative(ROOT, join(OUT, name))).join(', ')}`,
  );
}
