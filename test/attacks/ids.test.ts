import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { makeApi } from '../../src/server/api.ts';
import { doerOf, MATRIX, OF_THE_HOLDER } from '../rights/table.ts';
import { type Bundle, buildWorld, bundleAt, draftOf, SEATS, type World } from '../rights/world.ts';
import { sendTo } from '../support/client.ts';

/**
 * Other people's ids in every place of the contract that takes one: a foreign province's and a neighbour's. What is
 * found there never comes out, and nothing of theirs changes; nothing of one's own points there afterwards.
 */

const API = makeApi({ production: false, demo: null, wakeReadings: () => undefined }).map(({ endpoint }) => endpoint);

type Kind =
  | 'account'
  | 'organisation'
  | 'movement'
  | 'target'
  | 'task'
  | 'response'
  | 'reading'
  | 'document'
  | 'figure'
  | 'figureImport'
  | 'accessToken'
  | 'comment'
  | 'change'
  | 'setting'
  | 'post'
  | 'deputation'
  | 'handOver'
  | 'taskLink'
  | 'figureLink'
  | 'evidence'
  | 'obstacle'
  | 'request'
  | 'requestForm'
  | 'nothing';
/** What each id of the contract names. An id that is not here fails by its name. */
const KINDS: Record<string, Kind> = {
  accountId: 'account',
  deputyId: 'account',
  toAccountId: 'account',
  postId: 'post',
  postIds: 'post',
  deputationId: 'deputation',
  handOverId: 'handOver',
  linkId: 'taskLink',
  // Jobs are the province's, whose administrators may all try one again (test/rights/table.ts).
  jobId: 'nothing',
  linkIds: 'figureLink',
  // One's own (src/server/notices/notices.test.ts).
  noticeIds: 'nothing',
  evidenceId: 'evidence',
  obstacleId: 'obstacle',
  ownerId: 'organisation',
  measurementId: 'figure',
  requestId: 'request',
  formId: 'requestForm',
  deviceId: 'nothing',
  sessionId: 'nothing',
  passkeyId: 'nothing',
  identityId: 'nothing',
  challengeId: 'nothing',
  organisationId: 'organisation',
  toOrganisationId: 'organisation',
  leadOrganisationId: 'organisation',
  assigneeId: 'organisation',
  under: 'organisation',
  jointOrganisationIds: 'organisation',
  movementId: 'movement',
  answeringMovementId: 'movement',
  answering: 'movement',
  respondsTo: 'movement',
  targetId: 'target',
  targetIds: 'target',
  ownTargetId: 'target',
  supporterIds: 'organisation',
  thingId: 'nothing',
  things: 'nothing',
  partOf: 'target',
  subjectId: 'target',
  taskId: 'task',
  responseId: 'response',
  readingId: 'reading',
  documentId: 'document',
  commentId: 'comment',
  id: 'figure',
  importId: 'figureImport',
  tokenId: 'accessToken',
  changeId: 'change',
  settingId: 'setting',
  ...Object.fromEntries(
    ['parentId', 'organisationIds', 'childIds', 'successorIds', 'childrenTo', 'clusterId', 'memberId'].map(
      (name) => [name, 'organisation'] as const,
    ),
  ),
};

/** Where an id stands in an input: "head.organisationId", "respondsTo.*". */
function idPaths(schema: unknown, path: string[] = []): string[] {
  const json = schema as {
    type?: string;
    format?: string;
    properties?: Record<string, unknown>;
    items?: unknown;
    anyOf?: unknown[];
    oneOf?: unknown[];
  };
  if (json.format === 'uuid') return [path.join('.')];
  const inside = Object.entries(json.properties ?? {}).flatMap(([name, part]) => idPaths(part, [...path, name]));
  const list = json.items ? idPaths(json.items, [...path, '*']) : [];
  const ways = [...(json.anyOf ?? []), ...(json.oneOf ?? [])].flatMap((part) => idPaths(part, path));
  return [...new Set([...inside, ...list, ...ways])];
}

const pathsOf = (endpoint: Endpoint) =>
  idPaths(z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' })).filter(
    (path) => path !== 'actionId',
  );

const nameOf = (path: string) =>
  path
    .split('.')
    .filter((part) => part !== '*')
    .at(-1) ?? '';

/** Inputs that have the parts which the matrix's own leave out. */
const FULLER: Record<string, (bundle: Bundle) => Promise<Record<string, unknown>>> = {
  createMovement: async (b) => ({
    ...(await MATRIX['createMovement']?.ask(b)),
    from: { how: 'copy', movementId: await b.movement(), targetIds: [], tasks: true },
  }),
  respondToMovement: async (b) => ({
    ...(await MATRIX['respondToMovement']?.ask(b)),
    how: 'folded',
    answeringMovementId: await b.movement(),
    reason: null,
  }),
  arrangeTarget: async (b) => ({
    ...(await MATRIX['arrangeTarget']?.ask(b)),
    things: [{ thingId: null, name: 'x', heldFrom: null, heldUntil: null }],
  }),
  returnFigures: async (b) => ({
    ...(await MATRIX['returnFigures']?.ask(b)),
    approve: [{ id: randomUUID(), version: 1 }],
  }),
  saveReadingDraft: async (b) => {
    const row = { key: 'a', kept: true, edited: false, place: null };
    const answers = [{ ...row, name: 'Phong trào', movementId: null }];
    const content = { content: 'Việc', assignee: null, assigneeId: null, role: 'lead', dueOn: null, dueRelation: null };
    const tasks = [{ ...row, ...content, via: null, domain: null, person: null, product: null, authority: null }];
    const draft = { ...draftOf(b.organisationId), answers, tasks };
    return { actionId: b.actionId, readingId: await b.reading('ready'), version: 1, draft };
  },
};

/** The same input with `value` at `path`. */
function put(input: unknown, path: string[], value: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (first === '*') {
    const list = Array.isArray(input) ? input : [];
    return [put(list[0], rest, value), ...list.slice(1)];
  }
  return { ...(input as object), [first]: put((input as Record<string, unknown> | undefined)?.[first], rest, value) };
}

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.database.drop());

async function recordOf(kind: Kind, bundle: Bundle): Promise<string> {
  switch (kind) {
    case 'account':
      return bundle.account();
    case 'organisation':
      return bundle.organisationId;
    case 'movement':
      return bundle.movement();
    case 'target':
      return bundle.target();
    case 'task':
      return bundle.task();
    case 'response':
      return bundle.response();
    case 'reading':
      return bundle.reading('ready');
    case 'document':
      return bundle.document();
    case 'change':
      return bundle.change();
    case 'post':
      return bundle.post();
    case 'deputation':
      return bundle.deputation();
    case 'handOver':
      return bundle.handOver();
    case 'taskLink':
      return bundle.taskLink();
    case 'obstacle':
      return bundle.obstacle();
    case 'evidence':
      return bundle.evidence();
    case 'request':
      return bundle.request('sent');
    case 'requestForm':
      return bundle.requestForm();
    case 'figureLink':
      return (await bundle.figureLink()).linkId;
    case 'setting':
      return bundle.setting();
    case 'accessToken':
      return bundle.accessToken();
    case 'figureImport':
      return bundle.figureImport();
    case 'nothing':
      return crypto.randomUUID();
    case 'comment':
      return bundle.comment();
    case 'figure':
      return (await bundle.figure('submitted')).measurementId;
  }
}

const tables = async (): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'province_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`.execute(world.database.owner.db);
  return rows.map(({ name }) => name);
};

/** Everything a province has, as one hash a table. */
async function fingerprint(provinceId: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of await tables()) {
    const { rows } = await sql<{ hash: string }>`
      SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${sql.table(table)} t
      WHERE province_id = ${provinceId}`.execute(world.database.owner.db);
    found[table] = rows[0]?.hash ?? '';
  }
  return found;
}

/** Rows of a province in which a foreign id stands, by table. */
async function holding(provinceId: string, id: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await tables()) {
    const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)} t
      WHERE province_id = ${provinceId} AND position(${id} IN t::text) > 0`.execute(world.database.owner.db);
    found[table] = rows[0]?.n ?? 0;
  }
  return found;
}

const CASES = API.filter(({ name }) => !OF_THE_HOLDER.includes(name)).flatMap((endpoint) =>
  pathsOf(endpoint).map((path) => ({ endpoint, path, name: endpoint.name })),
);

describe("another's id", () => {
  it('is known by name wherever the contract takes one', () => {
    expect(CASES.filter(({ path }) => !(nameOf(path) in KINDS)).map(({ name, path }) => `${name} ${path}`)).toEqual([]);
    expect(CASES.length).toBeGreaterThan(40);
  });

  async function tryWith(endpoint: Endpoint, path: string, place: 'beside' | 'elsewhere') {
    const role = doerOf(endpoint.name) ?? 'administrator';
    const person = world.people[role];
    const own = bundleAt(world, person, world.places[SEATS[role]].own);
    const theirs = bundleAt(world, person, world.places[SEATS[role]][place]);
    const kind = KINDS[nameOf(path)];
    if (!kind) throw new Error(`${endpoint.name}: ${path}`);
    const id = await recordOf(kind, theirs);
    const secret = `Bí mật ${randomUUID()}`;
    const { db } = world.database.owner;
    // Whatever has a name there gets one that would be known again.
    await db
      .updateTable('movements')
      .set({ title: secret })
      .where('organisation_id', '=', theirs.organisationId)
      .execute();
    await db
      .updateTable('readings')
      .set({ file_name: secret })
      .where('organisation_id', '=', theirs.organisationId)
      .execute();
    await db
      .updateTable('documents')
      .set({ file_name: secret })
      .where('organisation_id', '=', theirs.organisationId)
      .execute();
    await sql`UPDATE targets SET name = ${secret} FROM movements m WHERE m.id = movement_id AND m.organisation_id = ${theirs.organisationId}`.execute(
      db,
    );
    const base = (await (FULLER[endpoint.name] ?? MATRIX[endpoint.name]?.ask)?.(own)) ?? {};
    const input = put(base, path.split('.'), id) as Record<string, unknown>;
    const { provinceId } = world.whose(theirs.organisationId);
    const before = await fingerprint(provinceId);
    const pointing = await holding(person.viewer.provinceId, id);
    const response = await sendTo(person.browser, endpoint, input, MATRIX[endpoint.name]?.bytes?.());
    const text = await response.text();
    return { response, text, secret, id, provinceId, before, pointing };
  }

  it.each(CASES)('of another province: $name, $path', async ({ endpoint, path }) => {
    const { response, text, secret, id, provinceId, before, pointing } = await tryWith(endpoint, path, 'elsewhere');
    expect(response.status, text).not.toBe(500);
    expect(text).not.toContain(secret);
    expect(await fingerprint(provinceId)).toEqual(before);
    const after = await holding(world.people.officer.viewer.provinceId, id);
    // A draft is what a person typed; it is looked up, and refused, when a movement is made of it.
    if (endpoint.name === 'saveReadingDraft') after['readings'] = pointing['readings'] ?? 0;
    // What was asked for is part of the deed.
    if (endpoint.name === 'exportAudit') after['audit_payloads'] = pointing['audit_payloads'] ?? 0;
    expect(after).toEqual(pointing);
  });

  /**
   * Ids of neighbours that may be named: organisations are known to the whole province, to launch with and to give
   * work to. Targets to copy are picked among those of the movement that is copied; others pick nothing.
   */
  /** Names and places of organisations are the whole province's, and so is the audit log to whoever may read it. */
  const OF_EVERYBODY = [
    'getOrganisation',
    'getOrganisationHistory',
    'listClusterMembers',
    'previewCommunes',
    'listAudit',
    'exportAudit',
  ];
  const MAY_BE_NAMED =
    /^(under|leadOrganisationId|.*assigneeId|supporterIds\.\*|.*jointOrganisationIds\.\*|draft\..*|from\.targetIds\.\*|successorIds\.\*|ownerId)$/;

  it.each(CASES.filter(({ path, name }) => !MAY_BE_NAMED.test(path) && !OF_EVERYBODY.includes(name)))(
    'of a neighbour: $name, $path',
    async ({ endpoint, path }) => {
      const { response, text, secret } = await tryWith(endpoint, path, 'beside');
      expect(text).not.toContain(secret);
      // A list asked about a neighbour is empty; everything else says no.
      const list = endpoint.method === 'GET' && response.ok;
      if (list) expect(text).toMatch(/"(movements|lines|rows|accounts|organisations)":\[\]/);
      // A list of figures is answered row by row: none of it was written.
      else if (endpoint.name === 'writeFigureBatch')
        expect(text).toMatch(/^\{"importId":null,"written":0,"unchanged":0,/);
      // So is a sheet, cell by cell.
      else if (endpoint.name === 'saveFigures' && path === 'cells.*.things.*')
        expect(text).toMatch(/"outcome":"refused","faults":\["[a-z-]+"\]/);
      else expect([403, 404, 422], text).toContain(response.status);
    },
  );

  it('that nobody has looks the same as one that is not for this person', async () => {
    const { browser } = world.people.officer;
    const theirs = await bundleAt(world, world.people.officer, world.places.commune.elsewhere).movement();
    const beside = await bundleAt(world, world.people.officer, world.places.commune.beside).movement();
    const answers = await Promise.all(
      [theirs, beside, randomUUID()].map(async (id) => {
        const response = await browser.send(`/api/movements/${id}`);
        return [response.status, await response.json()];
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});
