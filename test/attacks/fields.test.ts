import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeApi } from '../../src/server/api.ts';
import { doerOf, MATRIX } from '../rights/table.ts';
import { buildWorld, bundleAt, type World } from '../rights/world.ts';
import { sendTo } from '../support/client.ts';

/** Mass assignment: fields that an endpoint does not declare are dropped, at every depth, whatever they are called. */

const API = makeApi({ production: false, demo: null, wakeReadings: () => undefined }).map(({ endpoint }) => endpoint);
const ACTS = API.filter(({ method, name }) => method !== 'GET' && name in MATRIX && doerOf(name) !== null);

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.database.drop());

/** A mark for text, one for ids and one for numbers: none of them is anywhere else. */
const MARK = 'chen-them-7a31';
const MARK_ID = randomUUID();
const MARK_YEAR = 2187;

/** Names of columns and of what the program keeps to itself. */
const EXTRA = {
  ...Object.fromEntries(
    [
      'organisationId',
      'provinceId',
      'province_id',
      'organisation_id',
      'id',
      'createdBy',
      'by_account',
      'accountId',
      'copiedFromId',
      'postId',
    ].map((name) => [name, MARK_ID]),
  ),
  ...Object.fromEntries(
    [
      'role',
      'roles',
      'createdByPost',
      'by_post',
      'archivedBy',
      'source',
      'numberSymbol',
      'state',
      'password_hash',
      'draftSavedBy',
      'kind_name',
    ].map((name) => [name, MARK]),
  ),
  version: MARK_YEAR,
  draftVersion: MARK_YEAR,
  position: MARK_YEAR,
  year: MARK_YEAR,
  sample: true,
  demo: true,
  editedByHand: true,
  __proto__: null,
};

/** `extra` beside what is there, at every depth; what is there stays. */
function stuffed(value: unknown, extra: object): unknown {
  if (Array.isArray(value)) return value.map((part) => stuffed(part, extra));
  if (typeof value !== 'object' || value === null) return value;
  return { ...extra, ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, stuffed(part, extra)])) };
}

type Schema = {
  anyOf?: Schema[] | undefined;
  properties?: Record<string, Schema> | undefined;
  items?: Schema | undefined;
};

/** Fields of a part that may be said in several ways: one way's field is no extra of another's. */
function alternatives(schema: Schema): Set<string> {
  const ways = (schema.anyOf ?? []).filter(({ properties }) => properties !== undefined);
  const own = ways.length > 1 ? ways.flatMap(({ properties = {} }) => Object.keys(properties)) : [];
  const parts = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ];
  return new Set([...own, ...parts.flatMap((part) => [...alternatives(part)])]);
}

async function rowsWithMarks(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`.execute(
    world.database.owner.db,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const mark of [MARK, MARK_ID, String(MARK_YEAR)]) {
      const { rows } = await sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(name)} t
        WHERE t::text ~ ${`(^|[^0-9a-f])${mark}([^0-9a-f]|$)`} LIMIT 1`.execute(world.database.owner.db);
      found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 200)}`));
    }
  return found;
}

describe('fields that nobody asked for', () => {
  it.each(ACTS)('are dropped by $name', async (endpoint) => {
    const person = world.people[doerOf(endpoint.name) ?? 'officer'];
    const asked = MATRIX[endpoint.name];
    const bundle = bundleAt(world, person, world.places.commune.own);
    const schema = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as Schema;
    const without = (known: Set<string>) =>
      Object.fromEntries(Object.entries(EXTRA).filter(([name]) => !known.has(name)));
    const plain = (await asked?.ask(bundle)) ?? {};
    const extra = without(alternatives(schema));
    const parts = Object.fromEntries(Object.entries(plain).map(([name, part]) => [name, stuffed(part, extra)]));
    const input = { ...without(new Set(Object.keys(schema.properties ?? {}))), ...parts };
    const response = await sendTo(person.browser, endpoint, input, asked?.bytes?.());
    const text = await response.text();
    expect(response.status, text).toBe(200);
    expect(text).not.toContain(MARK);
    expect(text).not.toContain(MARK_ID);
    expect(await rowsWithMarks()).toEqual([]);
  });

  it('do not make a person somebody else, in body, query or header', async () => {
    const { browser, viewer } = world.people.reporter;
    const movementId = await bundleAt(world, world.people.reporter, world.places.commune.own).movement();
    const body = {
      actionId: randomUUID(),
      version: 1,
      reason: null,
      roles: ['officer'],
      role: 'officer',
      viewer: world.people.officer.viewer,
    };
    const answer = await browser.send(
      `/api/movements/${movementId}/archive?role=officer&accountId=${world.people.officer.viewer.accountId}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-role': 'officer',
          'x-forwarded-user': world.people.officer.name,
        },
        body: JSON.stringify(body),
      },
    );
    expect(answer.status).toBe(403);
    expect(viewer.roles).toEqual(['reporter']);
  });

  it('cannot reach the prototype of anything', async () => {
    const { browser } = world.people.officer;
    const body = `{"actionId":"${randomUUID()}","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}`;
    const headers = { 'content-type': 'application/json' };
    expect((await browser.send('/api/movements', { method: 'POST', headers, body })).status).toBe(400);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});
