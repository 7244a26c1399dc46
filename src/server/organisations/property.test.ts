import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProvince, buildViewer, freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { askAs, doAs } from '../../../test/support/deeds.ts';
import { addDays } from '../../core/rules/calendar.ts';
import { Problem } from '../problem.ts';
import type { Viewer } from '../read.ts';
import { createOrganisation, moveOrganisation, renameOrganisation } from './acts.ts';
import { dissolveOrganisation, mergeOrganisations, splitOrganisation } from './merge-acts.ts';
import { undoOrganisationChange } from './undo-acts.ts';
import { viewOrganisation, viewOrganisations } from './views.ts';

/**
 * Random acts on random days, and beside them the plainest model there is: for every act a list of what each
 * organisation was called and whom it stood under from a day on. Whatever the rules let through, every day shows the
 * same in both.
 */

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const FIRST = '2024-01-01';
const DAYS = 20;

type Entry = { from: string; name: string; parent: string | null; lives: boolean };
/** Each organisation's entries in the order of their days; the last that is not later than a day tells of it. */
type Model = Map<string, Entry[]>;

const at = (entries: readonly Entry[], day: string) => entries.filter(({ from }) => from <= day).at(-1);

function modelTree(model: Model, day: string): string[] {
  const lines: string[] = [];
  const walk = (parent: string | null, path: string) => {
    const children = [...model]
      .flatMap(([id, entries]) => {
        const now = at(entries, day);
        return now?.lives && now.parent === parent ? [{ id, name: now.name }] : [];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { id, name } of children) {
      lines.push(`${path}/${name}`);
      walk(id, `${path}/${name}`);
    }
  };
  walk(null, '');
  return lines.sort();
}

const Act = fc.record({
  kind: fc.constantFrom('found', 'rename', 'move', 'merge', 'merge-into', 'split', 'split-off', 'dissolve', 'undo'),
  day: fc.nat(DAYS),
  picks: fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 }),
});
type Act = { kind: string; day: number; picks: number[] };

type Run = {
  viewer: Viewer;
  model: Model;
  top: string;
  last: { before: Model; organisationId: string } | null;
  count: number;
};

const HEAD = { issuerName: null, kind: 'village', level: 'unit', code: null } as const;
const copy = (model: Model): Model => new Map([...model].map(([id, entries]) => [id, [...entries]]));

function write(model: Model, id: string, day: string, change: Partial<Entry>): void {
  const entries = model.get(id) ?? [];
  const before = entries.at(-1) ?? { name: '', parent: null, lives: false };
  // Something that holds from an earlier day than what is written last is written under it too.
  for (const entry of entries) if (entry.from > day) Object.assign(entry, change);
  const now = at(entries, day) ?? before;
  const fresh = entries.filter(({ from }) => from !== day);
  fresh.push({ ...now, ...change, from: day });
  model.set(
    id,
    fresh.sort((a, b) => (a.from < b.from ? -1 : 1)),
  );
}

async function tryAct(run: Run, { kind, day: offset, picks }: Act): Promise<void> {
  const { viewer } = run;
  const model = new Map([...run.model].map(([id, entries]) => [id, entries.map((entry) => ({ ...entry }))]));
  const ids = [...model.keys()];
  const [a = '', b = '', c = ''] = picks.map((pick) => ids[pick % ids.length] ?? '');
  const on = addDays(FIRST, 1 + offset);
  const name = `Bản ${++run.count}`;
  const base = { on, paper: null };
  const children = (parents: string[]) =>
    ids.filter((id) => {
      const last = model.get(id)?.at(-1);
      return last?.lives && last.parent !== null && parents.includes(last.parent);
    });
  let organisationId = a;
  if (kind === 'found') {
    const done = await doAs(database, viewer, 'createOrganisation', createOrganisation, {
      ...base,
      head: { name, ...HEAD },
      parentId: a,
    });
    organisationId = done.organisationId;
    write(model, organisationId, on, { name, parent: a, lives: true });
  } else if (kind === 'rename') {
    const { version } = await askAs(database, viewer, viewOrganisation, { organisationId: a });
    const { level } = (await askAs(database, viewer, viewOrganisation, { organisationId: a })).organisation;
    await doAs(database, viewer, 'renameOrganisation', renameOrganisation, {
      ...base,
      organisationId: a,
      version,
      head: { name, ...HEAD, level },
      slip: false,
    });
    write(model, a, on, { name });
  } else if (kind === 'move') {
    await doAs(database, viewer, 'moveOrganisation', moveOrganisation, { ...base, organisationId: a, parentId: b });
    write(model, a, on, { parent: b });
  } else if (kind === 'merge' || kind === 'merge-into') {
    const into = kind === 'merge' ? { head: { name, ...HEAD }, parentId: c } : { organisationId: c };
    const organisationIds = kind === 'merge' ? [a, b] : [a];
    const moving = children([...new Set(organisationIds)]);
    const done = await doAs(database, viewer, 'mergeOrganisations', mergeOrganisations, {
      ...base,
      organisationIds,
      into,
    });
    if (kind === 'merge') write(model, done.organisationId, on, { name, parent: c, lives: true });
    for (const id of moving) write(model, id, on, { parent: done.organisationId });
    for (const id of organisationIds) write(model, id, on, { lives: false });
  } else if (kind === 'split' || kind === 'split-off') {
    const stays = kind === 'split-off';
    const moving = children([a]);
    const first = stays ? moving.slice(0, 1) : moving.filter((_, place) => place % 2 === 0);
    const second = moving.filter((id) => !first.includes(id));
    const parts = [
      { name, ...HEAD, childIds: first },
      ...(stays ? [] : [{ name: `${name} hai`, ...HEAD, childIds: second }]),
    ];
    const parent = model.get(a)?.at(-1)?.parent ?? null;
    await doAs(database, viewer, 'splitOrganisation', splitOrganisation, { ...base, organisationId: a, stays, parts });
    const found = (await askAs(database, viewer, viewOrganisations, { at: 'ever', q: name, limit: 10 })).organisations;
    for (const [place, part] of parts.entries()) {
      const id = found.find((one) => one.name === part.name)?.id ?? '';
      write(model, id, on, { name: part.name, parent, lives: true });
      for (const child of place === 0 ? first : second) write(model, child, on, { parent: id });
    }
    if (!stays) write(model, a, on, { lives: false });
  } else if (kind === 'dissolve') {
    const moving = children([a]);
    await doAs(database, viewer, 'dissolveOrganisation', dissolveOrganisation, {
      ...base,
      organisationId: a,
      successorIds: [b],
      childrenTo: c,
    });
    for (const id of moving) write(model, id, on, { parent: c });
    write(model, a, on, { lives: false });
  } else {
    const { last } = run;
    const change = await lastChange(viewer);
    if (!last || !change) return;
    await doAs(database, viewer, 'undoOrganisationChange', undoOrganisationChange, { changeId: change });
    run.model = last.before;
    run.last = null;
    return;
  }
  run.last = { before: copy(run.model), organisationId };
  run.model = model;
}

async function lastChange(viewer: Viewer): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM organisation_changes WHERE province_id = ${viewer.provinceId} AND undone_at IS NULL
    ORDER BY seq DESC LIMIT 1`.execute(database.owner.db);
  return rows[0]?.id ?? null;
}

async function start(): Promise<Run> {
  const province = await buildProvince(database, `Tỉnh ${randomUUID()}`);
  const top = province.committee.id;
  const viewer = await buildViewer(database, { provinceId: province.id, organisationId: top, role: 'administrator' });
  const model: Model = new Map([[top, [{ from: '0000-01-01', name: province.name, parent: null, lives: true }]]]);
  const run: Run = { viewer, model, top, last: null, count: 0 };
  for (const place of [0, 0, 1, 1]) await tryAct(run, { kind: 'found', day: -1, picks: [place, 0, 0, 0] });
  run.last = null;
  return run;
}

async function shownTree(viewer: Viewer, day: string): Promise<string[]> {
  const { organisations, more } = await askAs(database, viewer, viewOrganisations, { at: day, limit: 500 });
  expect(more).toBe(false);
  return organisations.map(({ path, name }) => ['', ...path, name].join('/')).sort();
}

/** Pairs of the closure on a day against those that follow from the parents alone. */
async function strayPairs(viewer: Viewer, day: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    WITH RECURSIVE edges AS (
      SELECT ancestor_id AS a, descendant_id AS d FROM organisation_closure
      WHERE province_id = ${viewer.provinceId} AND depth = 1 AND valid_from <= ${day} AND valid_until > ${day}
    ), walk AS (
      SELECT a, d, 1 AS depth FROM edges UNION ALL SELECT e.a, w.d, w.depth + 1 FROM walk w JOIN edges e ON e.d = w.a WHERE w.depth < 30
    ), kept AS (
      SELECT ancestor_id AS a, descendant_id AS d, depth FROM organisation_closure
      WHERE province_id = ${viewer.provinceId} AND depth > 0 AND valid_from <= ${day} AND valid_until > ${day}
    )
    SELECT count(*)::int AS count FROM ((TABLE kept EXCEPT ALL TABLE walk) UNION ALL (TABLE walk EXCEPT ALL TABLE kept)) AS stray`.execute(
    database.owner.db,
  );
  return rows[0]?.count ?? -1;
}

/** One goes under another on a day, and what stood below it follows on the same day: it stood deeper there already. */
const MOVED_TWICE: Act[] = [
  { kind: 'move', day: 6, picks: [1, 2, 0, 0] },
  { kind: 'move', day: 6, picks: [3, 2, 0, 0] },
  { kind: 'move', day: 6, picks: [4, 2, 0, 0] },
];

/** Random picks are refused so often that no merger may come through in a whole run. */
const MERGED: Act[] = [
  { kind: 'merge', day: 4, picks: [1, 2, 0, 0] },
  { kind: 'undo', day: 5, picks: [0, 0, 0, 0] },
  { kind: 'merge', day: 6, picks: [1, 2, 0, 0] },
];

describe('the tree through time', () => {
  it('shows on every day what a plain replay of the acts shows', async () => {
    const allowed = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(Act, { minLength: 6, maxLength: 14 }), async (acts) => {
        const run = await start();
        for (const one of acts) {
          try {
            await tryAct(run, one);
            allowed.set(one.kind, (allowed.get(one.kind) ?? 0) + 1);
          } catch (error) {
            // A refusal leaves everything as it was, which the comparison below shows.
            if (!(error instanceof Problem)) throw error;
          }
        }
        for (let offset = -1; offset <= DAYS + 2; offset += 1) {
          const day = addDays(FIRST, offset);
          expect([day, await shownTree(run.viewer, day)]).toEqual([day, modelTree(run.model, day)]);
          expect([day, await strayPairs(run.viewer, day)]).toEqual([day, 0]);
        }
      }),
      { numRuns: 25, endOnFailure: true, examples: [[MOVED_TWICE], [MERGED]] },
    );
    // The acts really happened: none of them was refused every time.
    expect([...allowed.keys()].sort()).toEqual(
      ['dissolve', 'found', 'merge', 'merge-into', 'move', 'rename', 'split', 'split-off', 'undo'].sort(),
    );
  });
});
