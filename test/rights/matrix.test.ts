import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { ROLES, type Role } from '../../src/core/rules/access.ts';
import { makeApi } from '../../src/server/api.ts';
import { openBrowser, sendTo } from '../support/client.ts';
import { MATRIX, OF_THE_HOLDER, OF_THE_SESSION } from './table.ts';
import { buildWorld, bundleAt, PLACES, SEATS, type World } from './world.ts';

/** Runs the matrix of table.ts: each role asks each endpoint about each place, through the whole server. */

const API = makeApi({ production: false, demo: null, wakeReadings: () => undefined });
const ENDPOINTS = new Map<string, Endpoint>(API.map(({ endpoint }) => [endpoint.name, endpoint]));

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.database.drop());

/** Reasons that a rule gives where the act is not refused by itself but by where it would happen. */
const OUT_OF_REACH = ['launcher-out-of-reach', 'source-out-of-reach'];

/** What came out, as a letter of the table. */
async function letterOf(response: Response, listed: (answer: unknown) => boolean): Promise<string> {
  if (response.ok)
    return listed(response.headers.get('content-disposition') ? null : await response.json()) ? 'y' : '-';
  const { reasons, code } = (await response.json()) as { code: string; reasons: { code: string }[] };
  if (response.status === 403) return 'n';
  if (response.status === 404) return '-';
  if (reasons.some((reason) => OUT_OF_REACH.includes(reason.code))) return 'r';
  return response.status === 409 || response.status === 422 ? 'p' : `(${response.status} ${code})`;
}

async function ask(name: string, role: Role): Promise<string> {
  const asked = MATRIX[name];
  const endpoint = ENDPOINTS.get(baseOf(name));
  if (!asked || !endpoint) throw new Error(name);
  const person = world.people[role];
  let letters = '';
  for (const place of PLACES) {
    const bundle = bundleAt(world, person, world.places[SEATS[role]][place]);
    const response = await sendTo(person.browser, endpoint, await asked.ask(bundle), asked.bytes?.());
    letters += await letterOf(response, (answer) => asked.listed?.(answer, bundle) ?? true);
  }
  return letters;
}

/** The endpoint of a row: "getMovement, open to supervision" asks getMovement. */
const baseOf = (name: string) => name.split(',')[0] ?? '';

const columns = (row: string) => row.trim().split(/\s+/);

describe('who may do what, and how far', () => {
  it.each(Object.keys(MATRIX))('%s', async (name) => {
    const expected = columns(MATRIX[name]?.expected ?? '');
    const found: string[] = [];
    for (const role of ROLES) found.push(await ask(name, role));
    const named = (letters: readonly string[]) => ROLES.map((role, at) => `${role.padEnd(18)} ${letters[at]}`);
    expect(named(found)).toEqual(named(expected));
  });

  it('is written down for every endpoint', () => {
    const apart = [...OF_THE_SESSION, ...OF_THE_HOLDER];
    expect([...ENDPOINTS.keys()].filter((name) => !(name in MATRIX) && !apart.includes(name))).toEqual([]);
    expect([...Object.keys(MATRIX), ...apart].filter((name) => !ENDPOINTS.has(baseOf(name)))).toEqual([]);
  });

  it('is shut to whoever has not signed in', async () => {
    const nobody = openBrowser(world.app);
    const open: string[] = [];
    for (const [name, endpoint] of ENDPOINTS) {
      const asked = MATRIX[name];
      const bundle = bundleAt(world, world.people.officer, world.places.commune.own);
      const input = (await asked?.ask(bundle)) ?? { actionId: bundle.actionId, name: 'x', password: 'x' };
      const { status } = await sendTo(nobody, endpoint, input, asked?.bytes?.());
      if (status !== 401) open.push(`${name} ${status}`);
    }
    // Who am I, for the sign-in page; and what a token or a passkey opens, here without one.
    expect(open.filter((one) => !OF_THE_HOLDER.some((name) => one.startsWith(`${name} 4`)))).toEqual([
      'getSession 200',
    ]);
    expect(open.length).toBe(1 + OF_THE_HOLDER.length);
  });
});
