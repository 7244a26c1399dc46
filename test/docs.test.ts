import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Documentation rots unless something reads it: links, npm scripts and paths named in every Markdown file must exist. */

const ROOT = resolve(import.meta.dirname, '..');
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git']);

function markdownFiles(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || relative(ROOT, join(folder, entry.name)) === 'test/gold') return [];
    if (entry.isDirectory()) return markdownFiles(join(folder, entry.name));
    return entry.name.endsWith('.md') ? [join(folder, entry.name)] : [];
  });
}

const pages = markdownFiles().map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') }));
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
);

/** GitHub's anchor of a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replace(/ /g, '-');

describe('every Markdown file', () => {
  it('links only to what is there', () => {
    const dead: string[] = [];
    for (const { path, text } of pages) {
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]{1,300})\)/g)) {
        if (/^(https?|mailto):/.test(target)) continue;
        const [file = '', hash] = target.split('#');
        const to = file === '' ? join(ROOT, path) : resolve(ROOT, dirname(path), file);
        if (!existsSync(to)) dead.push(`${path}: ${target}`);
        else if (hash && to.endsWith('.md')) {
          const anchors = [...readFileSync(to, 'utf8').matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
            anchor(match[1] ?? ''),
          );
          if (!anchors.includes(decodeURIComponent(hash))) dead.push(`${path}: ${target} (no such heading)`);
        }
      }
    }
    expect(dead).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run ([a-z0-9:-]+)/g)]
        .filter((match) => !scripts.includes(match[1] ?? ''))
        .map((match) => `${path}: ${match[0]}`),
    );
    expect(unknown).toEqual([]);
  });

  it('names only paths that exist', () => {
    const missing = pages.flatMap(({ path, text }) =>
      path.startsWith('docs/decisions/')
        ? []
        : [...text.matchAll(/`((?:src|test|docs|migrations|scripts|bench|templates)\/[\w./-]*[\w/])`/g)]
            .map((match) => match[1] ?? '')
            .filter((name) => !existsSync(join(ROOT, name)))
            .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('has its twin: README in English and Vietnamese speak of the same commands', () => {
    const commands = (name: string) =>
      [...readFileSync(join(ROOT, name), 'utf8').matchAll(/^(?:\$ )?((?:npm|npx) [^#\n]+)/gm)].map((match) =>
        (match[1] ?? '').trim(),
      );
    expect(commands('README.vi.md')).toEqual(commands('README.md'));
    expect(commands('README.md').length).toBeGreaterThan(1);
  });
});

describe('the table of the verification standard', () => {
  const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, number = '', level = '', , state = '', where = '']) => ({ number, level, state, where }),
  );

  it('has every requirement of level 1 and 2, once', () => {
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    // As many as version 5.0.0 has.
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(70);
    expect(rows.filter(({ level }) => level === '2')).toHaveLength(183);
  });

  it('says of each how it stands, and where that shows', () => {
    const unclear = rows.filter(
      ({ state, where }) => !['met', 'not applicable', 'open'].includes(state) || where.trim().length < 4,
    );
    expect(unclear).toEqual([]);
  });

  it('names only tests that hold something', () => {
    const tests = rows.flatMap(({ where }) =>
      [...where.matchAll(/`([\w/.-]+\.(?:test|e2e)\.ts)`/g)].map((match) => match[1] ?? ''),
    );
    expect(tests.length).toBeGreaterThan(60);
    const empty = tests.filter((path) => !/\bexpect\(/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(empty).toEqual([]);
  });
});

describe('decision records', () => {
  it('are numbered without gaps and have their three parts', () => {
    const records = readdirSync(join(ROOT, 'docs/decisions'))
      .filter((name) => name.endsWith('.md'))
      .sort();
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
    for (const name of records) {
      const text = readFileSync(join(ROOT, 'docs/decisions', name), 'utf8');
      for (const part of ['## Context', '## Decision', '## Consequences']) expect(text, name).toContain(part);
    }
  });
});

describe('generated pages', () => {
  it('are fresh', { timeout: 120_000 }, () => {
    const printed = execFileSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(printed).toContain('fresh');
  });
});
