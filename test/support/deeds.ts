import { randomUUID } from 'node:crypto';
import type { ActName } from '../../src/core/rules/access.ts';
import { type ActContext, act, type Tx } from '../../src/server/act.ts';
import { type Read, reading, type Viewer } from '../../src/server/read.ts';
import { buildOrganisation, buildProvince, buildViewer, freshDatabase, type TestDatabase } from './database.ts';

/** Does a deed as a person would through the api table: the right, the transaction, the audit row. */
export function doAs<I extends { actionId: string }, O>(
  database: Pick<TestDatabase, 'world'>,
  viewer: Viewer,
  name: ActName,
  deed: (tx: Tx, input: I, context: ActContext) => Promise<O>,
  input: Omit<I, 'actionId'> & { actionId?: string },
): Promise<O> {
  const actionId = input.actionId ?? randomUUID();
  return act(database.world, { viewer, name, actionId, input: { ...input, actionId } as I }, deed);
}

/** Asks a view as a person would. */
export function askAs<I, O>(
  database: Pick<TestDatabase, 'db'>,
  viewer: Viewer,
  view: (read: Read, viewer: Viewer, input: I) => Promise<O>,
  input: I,
): Promise<O> {
  return reading(database.db, viewer, (read) => view(read, viewer, input));
}

/** Two provinces; in the first a commune with a village, and a second commune; officers and others of each. */
export async function buildPlace() {
  const database = await freshDatabase();
  const province = await buildProvince(database, 'Tỉnh Mẫu');
  const provinceId = province.id;
  const build = (parentId: string, name: string, level: string, kind = 'people-committee') =>
    buildOrganisation(database, { provinceId, parentId, name, level, kind });
  const commune = await build(province.committee.id, 'Xã Một', 'commune');
  const other = await build(province.committee.id, 'Xã Hai', 'commune');
  const village = await build(commune.id, 'Bản Một', 'unit', 'village');
  const elsewhere = await buildProvince(database, 'Tỉnh Khác');
  const officer = (organisationId: string, of = provinceId) =>
    buildViewer(database, { provinceId: of, organisationId });
  return {
    database,
    ids: { province: province.committee.id, commune: commune.id, other: other.id, village: village.id },
    people: {
      province: await officer(province.committee.id),
      commune: await officer(commune.id),
      other: await officer(other.id),
      village: await buildViewer(database, { provinceId, organisationId: village.id, role: 'reporter' }),
      leader: await buildViewer(database, { provinceId, organisationId: commune.id, role: 'leader' }),
      elsewhere: await officer(elsewhere.committee.id, elsewhere.id),
    },
  };
}

export type Place = Awaited<ReturnType<typeof buildPlace>>;

export const NO_NUMBER = { number: null, symbol: 'KH-UBND', issuedOn: null, place: null };

export const headOf = (organisationId: string, more: { title?: string; year?: number } = {}) => ({
  title: more.title ?? 'Thi đua hoàn thành nhiệm vụ năm 2026',
  theme: null,
  kind: 'regular' as const,
  year: more.year ?? 2026,
  period: { from: null, until: null } as { from: string | null; until: string | null },
  organisationId,
  jointOrganisationIds: [] as string[],
});

export const amountGoal = (
  name: string,
  value: string,
  more: { indicator?: string; domain?: 'kinh_te' | 'ngan_sach' } = {},
) => ({
  name,
  indicator: more.indicator ?? null,
  domain: more.domain ?? null,
  figure: {
    measure: 'amount' as const,
    comparator: 'eq' as const,
    change: 'level' as const,
    value: value as string | null,
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    unit: 'triệu đồng',
    better: 'higher' as const,
    baseline: null,
  },
  scope: null,
  dueOn: null,
  owner: null,
});

export const plainTask = (content: string, assigneeId: string | null = null) => ({
  content,
  assignee: null,
  assigneeId,
  role: 'lead' as const,
  dueOn: '2026-06-15' as string | null,
  dueRelation: 'before' as const,
  via: null,
  domain: null,
  person: null,
  product: null,
  authority: null,
});
