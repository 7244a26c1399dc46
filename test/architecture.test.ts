import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOXES, type Box, boxOf, SOLE_WRITERS } from './support/import-table.ts';

/** Holds the walls of ARCHITECTURE.md: who may import whom, who may write which table. It fails closed: a file that no box claims fails. */

const ROOT = resolve(import.meta.dirname, '..');

type Import = { specifier: string; typeOnly: boolean };
type Source = { path: string; text: string; imports: Import[] };

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]{0,2000}?\sfrom\s+)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

function importsOf(text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(IMPORT))
    found.push({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined });
  for (const match of text.matchAll(DYNAMIC)) found.push({ specifier: match[1] ?? '', typeOnly: false });
  return found;
}

function sourcesUnder(folder: string): Source[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/');
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: importsOf(text) };
    });
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Package of a bare specifier: "@mantine/core/styles.css" → "@mantine/core". */
const packageOf = (specifier: string) =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

const matches = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`);

/** Every way in which one file breaks the table, in words that say what to do. */
function violations(source: Source, fileExists: (path: string) => boolean): string[] {
  const box = boxOf(source.path);
  if (!box) return [`${source.path}: no box of the import table claims this file`];
  const wrong: string[] = [];
  for (const { specifier, typeOnly } of source.imports) {
    if (!specifier.startsWith('.')) {
      const name = packageOf(specifier);
      const allowed = typeOnly ? [...box.packages, ...(box.typePackages ?? [])] : box.packages;
      if (!allowed.some((pattern) => matches(pattern, name)))
        wrong.push(`${source.path}: ${box.name} may not import the package ${name}`);
      continue;
    }
    const target = join(dirname(source.path), specifier).split(sep).join('/');
    if (/^(\.\.\/){4}/.test(specifier)) wrong.push(`${source.path}: ${specifier} climbs more than three folders`);
    if (/\.(css|json|html|sql)$/.test(specifier)) continue;
    if (!fileExists(target)) {
      wrong.push(`${source.path}: ${specifier} is not a file; write the extension (.ts, .tsx)`);
      continue;
    }
    const other = boxOf(target);
    if (!other) wrong.push(`${source.path}: ${target} belongs to no box`);
    else if (!mayImport(box, other, source.path, target, typeOnly))
      wrong.push(`${source.path}: ${box.name} may not import ${other.name} (${target})`);
  }
  return wrong;
}

function mayImport(box: Box, other: Box, from: string, to: string, typeOnly: boolean): boolean {
  if (box.siblings && box.name === other.name) return box.siblings(from, to);
  if (box.name === other.name) return true;
  const row = box.imports.find((allowed) => allowed.box === other.name);
  if (!row) return false;
  if (row.typesOnly && !typeOnly) return false;
  return row.files ? row.files(to) : true;
}

const production = sourcesUnder('src').filter((source) => !isTest(source.path));

describe('the import table', () => {
  it('holds for every file', () => {
    expect(production.flatMap((source) => violations(source, (path) => existsSync(join(ROOT, path))))).toEqual([]);
  });

  it('fails on a planted violation of each kind', () => {
    const plant = (path: string, text: string) =>
      violations({ path, text, imports: importsOf(text) }, () => true).join('\n');
    expect(plant('src/core/rules/x.ts', "import { readFileSync } from 'node:fs';")).toContain('node:fs');
    expect(plant('src/core/rules/x.ts', "import { y } from '../../server/act.ts';")).toContain('may not import');
    expect(plant('src/web/movements/x.ts', "import { y } from '../../server/act.ts';")).toContain('may not import');
    expect(plant('src/web/movements/x.ts', "import { y } from '../documents/y.ts';")).toContain('may not import');
    expect(plant('src/server/movements/acts.ts', "import { Hono } from 'hono';")).toContain('hono');
    expect(plant('src/server/movements/acts.ts', "import { y } from '../documents/acts.ts';")).toContain(
      'may not import',
    );
    expect(plant('src/contract/x.ts', "import { y } from '../server/act.ts';")).toContain('may not import');
    expect(plant('src/somewhere/x.ts', '')).toContain('no box');
    expect(plant('src/core/rules/x.ts', "import {\n  a,\n  b,\n} from 'pg';")).toContain('pg');
    expect(plant('src/core/rules/x.ts', "const y = await import('pg');")).toContain('pg');
    expect(plant('src/core/rules/x.ts', "import { y } from '../law/y.ts';")).toBe('');
  });

  it('has no cycles', () => {
    const graph = new Map(
      production.map((source) => [
        source.path,
        source.imports
          .filter((used) => used.specifier.startsWith('.'))
          .map((used) => join(dirname(source.path), used.specifier).split(sep).join('/')),
      ]),
    );
    expect(cycleIn(graph)).toEqual([]);
    expect(
      cycleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
  });
});

/** The first cycle found, as a path that ends where it began; empty when there is none. */
function cycleIn(graph: Map<string, string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (node: string): string[] => {
    if (state.get(node) === 'done') return [];
    if (state.get(node) === 'open') return [...path.slice(path.indexOf(node)), node];
    state.set(node, 'open');
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    state.set(node, 'done');
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('writing', () => {
  const outside = (pattern: RegExp, allowed: (path: string) => boolean) =>
    production
      .filter((source) => source.path.startsWith('src/server/') && !allowed(source.path) && pattern.test(source.text))
      .map((s) => s.path);

  it('opens transactions only behind the one door', () => {
    expect(outside(/\.transaction\(|\bBEGIN\b/, (path) => SOLE_WRITERS.transactions.includes(path))).toEqual([]);
  });

  it('works without a viewer only for its own bookkeeping', () => {
    expect(outside(/\binProvince\b/, (path) => SOLE_WRITERS.withoutViewer.includes(path))).toEqual([]);
  });

  it('writes a table only from the acts of the feature that owns it', () => {
    const writes = production.flatMap((source) =>
      [...source.text.matchAll(/\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"]([a-z_]+)/g)].map(
        (match) => ({ path: source.path, table: match[1] ?? '' }),
      ),
    );
    const strays = writes.filter(({ path }) => !SOLE_WRITERS.files.some((pattern) => pattern.test(path)));
    expect(strays).toEqual([]);
    const folders = new Map<string, Set<string>>();
    for (const { path, table } of writes) {
      const folder = path.startsWith('src/server/demo/')
        ? null
        : path.split('/').slice(0, 3).join('/').replace(/\.ts$/, '');
      if (folder) folders.set(table, (folders.get(table) ?? new Set()).add(folder));
    }
    const shared = [...folders].filter(
      ([table, writers]) => writers.size > 1 && !SOLE_WRITERS.sharedTables.includes(table),
    );
    expect(shared.map(([table, writers]) => `${table}: ${[...writers].join(', ')}`)).toEqual([]);
  });

  it('awaits or returns every query', () => {
    const floating = production.flatMap((source) =>
      source.path.startsWith('src/server/')
        ? source.text
            .split('\n')
            .flatMap((line, index) =>
              /^\s*(?:db|tx|read)\b[^=]*\.execute\w*\(\);?\s*$/.test(line) ? [`${source.path}:${index + 1}`] : [],
            )
        : [],
    );
    expect(floating).toEqual([]);
  });
});

describe('names', () => {
  it('has no drawers, barrels or default exports', () => {
    const drawers = production.filter(({ path }) =>
      /(^|[/.-])(utils?|helpers?|common|misc|manager|service|base|index)(\.tsx?$|\/)/.test(path),
    );
    expect(drawers.map((source) => source.path)).toEqual([]);
    expect(production.filter(({ text }) => /^export default\b/m.test(text)).map((source) => source.path)).toEqual([]);
  });

  it('has a box for every rule of the table', () => {
    for (const box of BOXES) for (const row of box.imports) expect(BOXES.map((other) => other.name)).toContain(row.box);
  });
});
