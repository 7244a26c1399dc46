import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../src/core/rules/access.ts';
import { appendAudit } from '../../src/server/audit.ts';
import type { Viewer } from '../../src/server/read.ts';
import { type Browser, givePassword, openBrowser, testApp } from '../support/client.ts';
import { buildOrganisation, buildProvince, buildViewer, freshDatabase, NOW, TODAY } from '../support/database.ts';

/** Places as a person in one seat sees them; {@link SEATS} says which they are. */
export const PLACES = ['own', 'below', 'beside', 'above', 'elsewhere'] as const;
export type PlaceName = (typeof PLACES)[number];

/**
 * Where each role sits. Most sit in a commune: a village stands below it, another commune beside it, the province
 * above. The council stands under the commune whose council it is, the cluster under the province; "below" the council
 * is the commune's village, "below" the cluster one of its members, "beside" the cluster a commune that is no member.
 */
export const SEATS: Record<Role, Seat> = {
  administrator: 'commune',
  officer: 'commune',
  leader: 'commune',
  reporter: 'commune',
  'council-member': 'council',
  'council-secretary': 'council',
  supervisor: 'commune',
  'cluster-head': 'cluster',
  auditor: 'commune',
};
type Seat = 'commune' | 'council' | 'cluster';

/** One database with two provinces, and everybody signed in. Fixtures of a case are made when it is asked. */
export async function buildWorld() {
  const database = await freshDatabase();
  const province = await buildProvince(database, 'Tỉnh Mẫu');
  const elsewhere = await buildProvince(database, 'Tỉnh Khác');
  const build = (parentId: string, name: string, level: string, kind = 'people-committee') =>
    buildOrganisation(database, { provinceId: province.id, parentId, name, level, kind });
  const top = province.committee.id;
  const commune = (await build(top, 'Xã Một', 'commune')).id;
  const other = (await build(top, 'Xã Hai', 'commune')).id;
  const village = (await build(commune, 'Bản Một', 'unit', 'village')).id;
  const council = (await build(commune, 'Hội đồng xã Một', 'commune', 'council')).id;
  const cluster = (await build(top, 'Cụm số 1', 'province', 'cluster')).id;
  const db = database.owner.db;
  const membership = { province_id: province.id, cluster_id: cluster };
  await db
    .insertInto('cluster_members')
    .values([
      { ...membership, member_id: other, valid_from: '2026-01-01' },
      { ...membership, member_id: commune, valid_from: '2025-01-01', valid_until: TODAY },
    ])
    .execute();
  const foreign = elsewhere.committee.id;
  const places: Record<Seat, Record<PlaceName, string>> = {
    commune: { own: commune, below: village, beside: other, above: top, elsewhere: foreign },
    council: { own: council, below: village, beside: other, above: commune, elsewhere: foreign },
    cluster: { own: cluster, below: other, beside: commune, above: top, elsewhere: foreign },
  };
  const app = testApp(database);
  const people = {} as Record<Role, Person>;
  for (const role of ROLES) {
    const viewer = await buildViewer(database, {
      provinceId: province.id,
      organisationId: places[SEATS[role]].own,
      role,
    });
    const name = await givePassword(database, viewer.accountId);
    const browser = openBrowser(app);
    await browser.signIn(name);
    people[role] = { viewer, name, browser };
  }
  const owners: Record<string, Viewer> = {
    [province.id]: people.officer.viewer,
    [elsewhere.id]: await buildViewer(database, { provinceId: elsewhere.id, organisationId: foreign }),
  };
  const whose = (organisationId: string) => owners[organisationId === foreign ? elsewhere.id : province.id] as Viewer;
  return { database, app, people, places, top, foreign, whose };
}

export type Person = { viewer: Viewer; name: string; browser: Browser };
export type World = Awaited<ReturnType<typeof buildWorld>>;

export type FigureOf = { movementId: string; targetId: string; measurementId: string };

/** What a case is asked about: records of one place, made by somebody of its province, and fresh for this case. */
export type Bundle = {
  /** Who asks. */
  person: Person;
  organisationId: string;
  /** What stands directly above the place; the place itself at the top. */
  superiorId: string;
  actionId: string;
  /** Makes a record at the place; its id. */
  movement: (more?: { archived?: boolean; opened?: boolean; at?: string }) => Promise<string>;
  /** What a supervisor said of a movement of the place. */
  comment: () => Promise<string>;
  target: () => Promise<string>;
  task: () => Promise<string>;
  /** A target of the place that the place itself reports each quarter, with its figure of the second one. */
  figure: (state?: 'draft' | 'submitted', closed?: boolean) => Promise<FigureOf>;
  /** A token with which a program reads the place's figures. */
  accessToken: () => Promise<string>;
  /** An import that wrote such a figure. */
  figureImport: () => Promise<string>;
  /** What hinders the place, said for the period of {@link figure} and put to itself. */
  obstacle: () => Promise<string>;
  /** A file beside {@link figure}; `removed`: taken away again. */
  evidence: (removed?: boolean) => Promise<string>;
  /** One of the named things that a target counts. */
  thing: (targetId: string) => Promise<string>;
  /** The place's answer to a movement of its superior. */
  response: () => Promise<string>;
  /** A plan of the place that answers a movement of its superior, and a target of that one. */
  answering: () => Promise<{ movementId: string; targetId: string }>;
  /** A plan of the place on paper, on record under a movement of its superior; that movement's id. */
  issuedPlan: () => Promise<string>;
  document: (movementId?: string) => Promise<string>;
  reading: (state: 'ready' | 'waiting' | 'failed') => Promise<string>;
  /** An organisation that stands under the place. */
  unit: (kind?: 'village' | 'cluster') => Promise<string>;
  /** An account with a post there. */
  account: () => Promise<string>;
  /** The post of such an account, one of its loans, and what was handed over from it. */
  post: () => Promise<string>;
  deputation: () => Promise<string>;
  handOver: () => Promise<string>;
  /** A link with which the place reports on a task of its own. */
  taskLink: () => Promise<string>;
  /** A link with which the place sends its figure of {@link figure}, or of another movement. */
  figureLink: (movementId?: string) => Promise<{ movementId: string; linkId: string }>;
  /** A form that the place handed in. */
  requestForm: () => Promise<string>;
  /** A table that the place asks of itself, in whatever state its answer is. */
  request: (state?: 'waiting' | 'sent') => Promise<string>;
  /** A value set for the place, from a day to come. */
  setting: () => Promise<string>;
  /** Something the server has given up in the place's province. */
  job: () => Promise<string>;
  /** An entry of the log about a deed done there. */
  auditEntry: () => Promise<{ seq: string; subjectId: string }>;
  /** A change of such an organisation. */
  change: () => Promise<string>;
  /** A cluster under the place with a member that stands there too. */
  membership: () => Promise<{ clusterId: string; memberId: string }>;
};

export function bundleAt(world: World, person: Person, organisationId: string): Bundle {
  const { database, places, top, foreign } = world;
  const { db } = database.owner;
  const { accountId, provinceId } = world.whose(organisationId);
  const superiors: Record<string, string> = {
    [places.commune.below]: places.commune.own,
    [places.council.own]: places.commune.own,
    [top]: top,
    [foreign]: foreign,
  };
  const superiorId = superiors[organisationId] ?? top;
  const base = () => ({ id: randomUUID(), province_id: provinceId });
  const somebody = () => buildViewer(database, { provinceId, organisationId, role: 'reporter' });
  const movement: Bundle['movement'] = async ({ archived = false, opened = false, at = organisationId } = {}) => {
    const row = base();
    const made = { created_at: NOW, created_by: accountId, created_by_post: 'x', source: 'empty' };
    const away = {
      ...(archived ? { archived_at: NOW, archived_by: 'x' } : {}),
      ...(opened ? { opened_at: NOW, opened_by: 'x' } : {}),
    };
    await db
      .insertInto('movements')
      .values({ ...row, ...made, ...away, organisation_id: at, title: 'Phong trào', kind: 'regular', year: 2026 })
      .execute();
    return row.id;
  };
  const file = async () => {
    const bytes = Buffer.from('Kế hoạch');
    const sha256 = Buffer.alloc(32, 7);
    await db
      .insertInto('files')
      .values({ province_id: provinceId, sha256, bytes, size: bytes.byteLength })
      .onConflict((one) => one.doNothing())
      .execute();
    return sha256;
  };
  const document: Bundle['document'] = async (movementId) => {
    const row = base();
    const file_sha256 = await file();
    const added = { added_at: NOW, added_by: accountId, added_by_post: 'x' };
    await db
      .insertInto('documents')
      .values({ ...row, ...added, organisation_id: organisationId, file_sha256, file_name: 'kế hoạch.txt', size: 8 })
      .execute();
    if (movementId !== undefined)
      await db
        .insertInto('movement_documents')
        .values({ province_id: provinceId, movement_id: movementId, document_id: row.id, position: 1 })
        .execute();
    return row.id;
  };
  const unit: Bundle['unit'] = async (kind = 'village') =>
    (
      await buildOrganisation(database, {
        provinceId,
        parentId: organisationId,
        name: `Đơn vị ${randomUUID()}`,
        level: 'unit',
        kind,
      })
    ).id;
  const figure: Bundle['figure'] = async (state = 'draft', closed = false) => {
    const [movementId, targetId, measurementId] = [await movement(), randomUUID(), randomUUID()];
    const figure = { measure: 'amount', comparator: 'eq', change: 'level', better: 'higher', value: '10' };
    await db
      .insertInto('targets')
      .values({
        ...figure,
        id: targetId,
        province_id: provinceId,
        movement_id: movementId,
        position: 1,
        name: 'x',
        data_period: 'quarter',
      })
      .execute();
    const said = { reported_at: NOW, reported_by_post: 'x', entered_value: '5', value: '5', state };
    const period = { period_kind: 'quarter', period_from: '2026-04-01', period_until: '2026-06-30' };
    await db
      .insertInto('measurements')
      .values({
        ...said,
        ...period,
        id: measurementId,
        province_id: provinceId,
        target_id: targetId,
        organisation_id: organisationId,
      })
      .execute();
    if (closed)
      await db
        .insertInto('closed_periods')
        .values({
          movement_id: movementId,
          province_id: provinceId,
          period_from: period.period_from,
          period_until: period.period_until,
          closed_at: NOW,
          closed_by_post: 'x',
        })
        .execute();
    return { movementId, targetId, measurementId };
  };
  return {
    unit,
    account: async () => (await somebody()).accountId,
    post: async () => (await somebody()).postId,
    deputation: async () => {
      const [holder, deputy] = [await somebody(), await somebody()];
      const row = { ...base(), post_id: holder.postId, account_id: deputy.accountId };
      await db
        .insertInto('deputations')
        .values({ ...row, valid_from: TODAY, valid_until: '2026-07-31' })
        .execute();
      return row.id;
    },
    handOver: async () => {
      const [from, to] = [await somebody(), await somebody()];
      const none = { posts: [], readings: [], tasks: [], movements: [], links: 0, deputations: 0 };
      const row = { ...base(), from_account_id: from.accountId, to_account_id: to.accountId };
      const record = JSON.stringify({ from: { name: 'a' }, to: { name: 'b' }, ...none });
      await db
        .insertInto('hand_overs')
        .values({ ...row, organisation_id: organisationId, on_date: TODAY, record, at: NOW, by_post: 'x' })
        .execute();
      return row.id;
    },
    accessToken: async () => {
      const holder = await somebody();
      const row = { ...base(), account_id: holder.accountId, post_id: holder.postId, organisation_id: organisationId };
      const made = { token_hash: randomBytes(32), name: 'x', rights: ['read'], made_at: NOW, made_by_post: 'x' };
      await db
        .insertInto('access_tokens')
        .values({ ...row, ...made, expires_at: '2026-12-31' })
        .execute();
      return row.id;
    },
    taskLink: async () => {
      const task = { ...base(), movement_id: await movement(), position: 1, content: 'Việc', role: 'lead' };
      await db.insertInto('tasks').values(task).execute();
      const row = { ...base(), token_hash: randomBytes(32), kind: 'task', organisation_id: organisationId };
      const made = { subject_id: task.id, made_at: NOW, made_by: accountId, made_by_post: 'x' };
      await db
        .insertInto('links')
        .values({ ...row, ...made, expires_at: '2026-12-31' })
        .execute();
      return row.id;
    },
    figureLink: async (movementId) => {
      const of = { movementId: movementId ?? (await movement()), from: '2026-04-01', until: '2026-06-30' };
      const row = { ...base(), token_hash: randomBytes(32), kind: 'figures', organisation_id: organisationId };
      const made = { subject_id: of.movementId, made_at: NOW, made_by: accountId, made_by_post: 'x' };
      await db
        .insertInto('links')
        .values({ ...row, ...made, period_from: of.from, period_until: of.until, expires_at: '2026-12-31' })
        .execute();
      return { movementId: of.movementId, linkId: row.id };
    },
    requestForm: async () => {
      const file = Buffer.from('x');
      const file_sha256 = Buffer.alloc(32, 9);
      await db
        .insertInto('files')
        .values({ province_id: provinceId, sha256: file_sha256, bytes: file, size: file.byteLength })
        .onConflict((one) => one.doNothing())
        .execute();
      const row = { ...base(), organisation_id: organisationId, file_sha256, file_name: 'x.xlsx', at: NOW };
      const layout = JSON.stringify(REQUEST_LAYOUT);
      await db
        .insertInto('data_request_forms')
        .values({ ...row, layout, by_account: accountId })
        .execute();
      return row.id;
    },
    request: async (state = 'waiting') => {
      const row = { ...base(), organisation_id: organisationId, title: `Phiếu ${randomUUID()}`, due_on: '2026-12-31' };
      const made = { layout: JSON.stringify(REQUEST_LAYOUT), made_at: NOW, made_by_post: 'x' };
      await db
        .insertInto('data_requests')
        .values({ ...row, ...made })
        .execute();
      const sent = state === 'sent' ? { sent_cells: JSON.stringify([['1']]), sent_at: NOW } : {};
      const unit = { request_id: row.id, organisation_id: organisationId, province_id: provinceId, position: 0 };
      await db
        .insertInto('data_request_answers')
        .values({ ...unit, ...sent, state, cells: JSON.stringify([['1']]) })
        .execute();
      return row.id;
    },
    setting: async () => {
      const row = { ...base(), organisation_id: organisationId, key: 'module.clusters', valid_from: dayToCome() };
      const made = { value: 'true', set_at: NOW, set_by: accountId, set_by_post: 'x' };
      await db
        .insertInto('settings')
        .values({ ...row, ...made })
        .execute();
      return row.id;
    },
    job: async () => {
      const row = { ...base(), kind: 'mail', key: randomUUID(), state: 'dead', ended_at: NOW };
      await db.insertInto('jobs').values(row).execute();
      return row.id;
    },
    auditEntry: async () => {
      const subjectId = randomUUID();
      const of = {
        provinceId,
        accountId,
        organisationId,
        postTitle: 'x',
        act: 'editMovement',
        actionId: null,
        at: NOW,
      };
      await db.transaction().execute(async (trx) => {
        // Far along, so that no entry of another province has the same number.
        if (organisationId === foreign)
          await trx
            .insertInto('audit_heads')
            .values({ province_id: provinceId, count: 1_000_000, hash: Buffer.alloc(32) })
            .onConflict((row) => row.doNothing())
            .execute();
        await appendAudit(trx, of, [{ deed: 'edited', subjectKind: 'movement', subjectId }]);
      });
      const { seq } = await db
        .selectFrom('audit_entries')
        .select('seq')
        .where('subject_id', '=', subjectId)
        .executeTakeFirstOrThrow();
      return { seq, subjectId };
    },
    change: async () => {
      const row = { ...base(), kind: 'rename', on_date: '2026-01-01', post_title: 'x', at: NOW };
      await db.insertInto('organisation_changes').values(row).execute();
      const part = { organisation_id: await unit(), part: 'renamed', name: 'x' };
      await db
        .insertInto('organisation_change_parts')
        .values({ ...part, province_id: provinceId, change_id: row.id })
        .execute();
      return row.id;
    },
    membership: async () => {
      const [clusterId, memberId] = [await unit('cluster'), await unit()];
      await db
        .insertInto('cluster_members')
        .values({ province_id: provinceId, cluster_id: clusterId, member_id: memberId, valid_from: '2026-01-01' })
        .execute();
      return { clusterId, memberId };
    },
    person,
    organisationId,
    superiorId,
    actionId: randomUUID(),
    movement,
    document,
    comment: async () => {
      const row = { ...base(), movement_id: await movement({ opened: true }), organisation_id: organisationId };
      const said = { at: NOW, by_account: accountId, by_post: 'x', text: 'Ý kiến' };
      await db
        .insertInto('movement_comments')
        .values({ ...row, ...said })
        .execute();
      return row.id;
    },
    target: async () => {
      const row = { ...base(), movement_id: await movement(), position: 1 };
      // By its id it is found among all others of its name.
      await db
        .insertInto('targets')
        .values({ ...row, name: `Chỉ tiêu ${row.id}` })
        .execute();
      return row.id;
    },
    task: async () => {
      const row = { ...base(), movement_id: await movement(), position: 1, content: 'Việc', role: 'lead' };
      await db.insertInto('tasks').values(row).execute();
      return row.id;
    },
    figure,
    figureImport: async () => {
      const { movementId, measurementId } = await figure();
      const row = { ...base(), movement_id: movementId, organisation_id: organisationId };
      const said = { kind: 'template', file_name: 'a.xlsx', figures: 1, at: NOW, by_post: 'x' };
      await db
        .insertInto('figure_imports')
        .values({ ...row, ...said })
        .execute();
      await db
        .insertInto('figure_import_cells')
        .values({ import_id: row.id, measurement_id: measurementId, province_id: provinceId, version: 1 })
        .execute();
      return row.id;
    },
    obstacle: async () => {
      const id = randomUUID();
      const row = { id, province_id: provinceId, movement_id: await movement(), organisation_id: organisationId };
      const said = { period_from: '2026-04-01', period_until: '2026-06-30', obstacle: 'x', at: NOW, by_post: 'x' };
      await db
        .insertInto('obstacles')
        .values({ ...row, ...said, to_organisation_id: organisationId })
        .execute();
      return id;
    },
    evidence: async (removed = false) => {
      const { targetId } = await figure();
      const gone = removed ? { removed_at: NOW, removed_by_post: 'x' } : {};
      const row = {
        ...base(),
        ...gone,
        target_id: targetId,
        organisation_id: organisationId,
        period_from: '2026-04-01',
        period_until: '2026-06-30',
        kind: 'pdf',
        media_type: 'application/pdf',
        file_name: 'x.pdf',
        file_sha256: await file(),
        size: 8,
        added_at: NOW,
        added_by_post: 'x',
      };
      await db.insertInto('evidence').values(row).execute();
      return row.id;
    },
    thing: async (targetId) => {
      const row = { ...base(), target_id: targetId, position: 0, name: 'x' };
      await db.insertInto('target_things').values(row).execute();
      return row.id;
    },
    response: async () => {
      const row = { ...base(), answered_id: await movement({ at: superiorId }), organisation_id: organisationId };
      const how = { how: 'not-applicable', reason: 'x', at: NOW, by_account: accountId, by_post: 'x' };
      await db
        .insertInto('movement_responses')
        .values({ ...row, ...how })
        .execute();
      return row.id;
    },
    answering: async () => {
      const [parentId, movementId, targetId] = [await movement({ at: superiorId }), await movement(), randomUUID()];
      await db
        .insertInto('targets')
        .values({ ...base(), id: targetId, movement_id: parentId, position: 1, name: 'x' })
        .execute();
      const row = { ...base(), answered_id: parentId, organisation_id: organisationId, answering_id: movementId };
      const how = { how: 'own-plan', at: NOW, by_account: accountId, by_post: 'x' };
      await db
        .insertInto('movement_responses')
        .values({ ...row, ...how })
        .execute();
      return { movementId, targetId };
    },
    issuedPlan: async () => {
      const movementId = await movement({ at: superiorId });
      await document();
      const file = { file_sha256: Buffer.alloc(32, 7), file_name: 'kế hoạch.txt', file_size: '8' };
      const row = { province_id: provinceId, movement_id: movementId, organisation_id: organisationId };
      await db
        .insertInto('issued_plans')
        .values({ ...row, ...file, number_symbol: '1/KH-UBND', at: NOW, by_post: 'x' })
        .execute();
      return movementId;
    },
    reading: async (state) => {
      const row = { ...base(), document_id: await document(), organisation_id: organisationId };
      const started = {
        file_name: 'kế hoạch.txt',
        size: 8,
        started_at: NOW,
        started_by: accountId,
        started_by_post: 'x',
      };
      const draft = state === 'ready' ? { draft: JSON.stringify(draftOf(organisationId)), draft_saved_at: NOW } : {};
      const failure = state === 'failed' ? { failure_code: 'interrupted' } : {};
      await db
        .insertInto('readings')
        .values({ ...row, ...started, ...draft, ...failure, draft_saved_by: 'x', state })
        .execute();
      return row.id;
    },
  };
}

/** A day on which nothing is set yet. */
export const dayToCome = (): string =>
  new Date(Date.parse('2100-01-01T00:00:00Z') + randomInt(1_000_000) * 86_400_000).toISOString().slice(0, 10);

export const headOf = (organisationId: string) => ({
  title: 'Thi đua',
  theme: null,
  kind: 'regular',
  year: 2026,
  period: { from: null, until: null },
  organisationId,
  jointOrganisationIds: [],
});

export const REQUEST_LAYOUT = {
  rows: 'per-unit',
  columns: [{ name: 'Số hộ', kind: 'whole', place: null }],
  fixed: [],
  form: null,
};

export const NO_NUMBER = { number: null, symbol: null, issuedOn: null, place: null };

export const draftOf = (organisationId: string) => ({
  head: headOf(organisationId),
  document: NO_NUMBER,
  targets: [],
  tasks: [],
  citations: [],
  reportDue: [],
  recipients: [],
  answers: [],
});
