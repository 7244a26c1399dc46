import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { ROLES, type Role } from '../../src/core/rules/access.ts';
import { makeApi } from '../../src/server/api.ts';
import { sendTo } from '../support/client.ts';
import { MATRIX, PAGES } from './table.ts';
import { buildWorld, bundleAt, SEATS, type World } from './world.ts';

/** Every page of the workroom: what its loader asks, and whether each role gets it. */

const WEB = join(import.meta.dirname, '../../src/web');
const ROUTES = ['routes-doors.tsx', 'routes.tsx', 'routes-administration.tsx'].map((file) =>
  readFileSync(join(WEB, file), 'utf8'),
);
const API = makeApi({ production: false, demo: null, wakeReadings: () => undefined });
const ENDPOINTS = new Map<string, Endpoint>(API.map(({ endpoint }) => [endpoint.name, endpoint]));

/** Addresses of the route table and the file behind each; how deep a route is nested shows in its indentation. */
function routesOf(source: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const above: { indent: number; path: string }[] = [];
  let last: string | null = null;
  for (const line of source.split('\n')) {
    const route = /^( *)(?:\{ )?(?:path: '([^']+)'|index: true)/.exec(line);
    if (route) {
      const indent = (route[1] ?? '').length;
      while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
      const base = above.at(-1)?.path ?? '';
      const path =
        route[2] === undefined ? base : route[2].startsWith('/') ? route[2] : `${base.replace(/\/$/, '')}/${route[2]}`;
      above.push({ indent, path });
      last = path === '' ? '/' : path;
      if (!found.has(last)) found.set(last, null);
    }
    const file = /import\('\.\/([\w/-]+\.tsx)'\)/.exec(line)?.[1];
    if (file && last && file !== 'frame.tsx') found.set(last, file);
  }
  return found;
}

const routes = new Map(ROUTES.flatMap((source) => [...routesOf(source)]));
const plain = (asked: string) => asked.replace('?', '');

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.database.drop());

async function status(role: Role, name: string): Promise<number> {
  const endpoint = ENDPOINTS.get(name);
  const asked = MATRIX[name];
  if (!endpoint || !asked) throw new Error(`no endpoint ${name}`);
  const bundle = bundleAt(world, world.people[role], world.places[SEATS[role]].own);
  return (await sendTo(world.people[role].browser, endpoint, await asked.ask(bundle))).status;
}

describe('the pages of the workroom', () => {
  it('are all written down', () => {
    expect([...routes.keys()].sort()).toEqual(Object.keys(PAGES).sort());
  });

  it.each([...routes])('%s asks what is written down', (path, file) => {
    if (file === null) return expect(PAGES[path]?.asks).toEqual([]);
    const source = readFileSync(join(WEB, file), 'utf8');
    const asked = [...source.matchAll(/\bcall(?:OrKept)?\(\s*(\w+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => ENDPOINTS.get(name)?.method === 'GET' && name !== 'getOrganisation');
    expect([...new Set(asked)].sort()).toEqual((PAGES[path]?.asks ?? []).map(plain).sort());
    for (const guarded of (PAGES[path]?.asks ?? []).filter((name) => name.endsWith('?'))) {
      expect(source, `${guarded} of ${path} is asked of those who may`).toContain('mayAtAll(');
    }
  });

  it.each(Object.keys(PAGES))('%s opens for whom it should', async (path) => {
    const page = PAGES[path];
    const opened: string[] = [];
    for (const role of ROLES) {
      const answers = await Promise.all(
        (page?.asks ?? []).filter((name) => !name.endsWith('?')).map((name) => status(role, name)),
      );
      opened.push(`${role} ${answers.every((answer) => answer === 200) ? 'y' : 'n'}`);
    }
    const expected = (page?.opens ?? '').trim().split(/\s+/);
    expect(opened).toEqual(ROLES.map((role, at) => `${role} ${expected[at]}`));
  });
});
