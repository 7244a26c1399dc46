/** A commune of many villages whose reporters send at once over HTTP, and what each of them was told was kept. */
import { randomUUID } from 'node:crypto';
import { addAccount } from '../../src/server/accounts/acts.ts';
import { actForSystem, type World } from '../../src/server/act.ts';
import { addProvince } from '../../src/server/organisations/acts.ts';
import { insertUnits, type NewUnit } from '../../src/server/organisations/tree-acts.ts';
import { openSession, startOf } from '../../src/server/session.ts';

export const PERIOD = { from: '2026-01-01', until: '2026-06-30' };
const INDICATOR = 'giai_quyet_viec_lam';

export type Member = { accountId: string; organisationId: string; cookie: string };
export type Crowd = {
  provinceId: string;
  committeeId: string;
  movementId: string;
  targetIds: string[];
  officer: Member;
  reporters: Member[];
};

/** Opens a session past the page for signing in, as many at once as there are people. */
async function signedIn(world: World, provinceId: string, accountId: string): Promise<string> {
  const settings = { db: world.db, now: world.now, production: false };
  const start = await startOf(settings, { provinceId, accountId });
  if (!start) throw new Error('nobody to sign in');
  const token = await openSession(settings, start, { address: '127.0.0.1', device: 'crowd' });
  return `thidua_session=${token}`;
}

/** Plants a commune with its officer, `many` villages with a reporter each, and a movement that asks all of them. */
export async function plantCrowd(world: World, many: number): Promise<Crowd> {
  const provinceId = randomUUID();
  const unit = (parentId: string | null, name: string, level: string, kind: string, position: number): NewUnit => ({
    ...{ id: randomUUID(), parentId, name, issuerName: null, kind, level, code: null, position },
    ...{ validFrom: null, validUntil: null },
  });
  const committee = unit(null, 'Xã Đông Người', 'commune', 'people-committee', 0);
  const villages = Array.from({ length: many }, (_, at) => unit(committee.id, `Thôn ${at + 1}`, 'unit', 'village', at));
  const movementId = randomUUID();
  const targetIds = [randomUUID(), randomUUID(), randomUUID()];
  const members = [
    { organisationId: committee.id, role: 'officer' as const },
    ...villages.map(({ id }) => ({ organisationId: id, role: 'reporter' as const })),
  ];
  const accounts = members.map((member, at) => ({
    ...member,
    accountId: randomUUID(),
    name: `dong-${provinceId.slice(0, 8)}-${at}`,
  }));
  await actForSystem(world, { provinceId, name: 'crowd' }, async (tx, { now, newId, record }) => {
    await addProvince(tx, { id: provinceId, name: `Tỉnh Đông Người ${provinceId}`, fixedToday: '2026-07-01' });
    await insertUnits(tx, provinceId, [committee, ...villages]);
    for (const { accountId, organisationId, role, name } of accounts) {
      const posts = [{ id: newId(), organisationId, role, title: 'Người thử' }];
      await addAccount(tx, { id: accountId, provinceId, name, passwordHash: null, posts });
    }
    await tx
      .insertInto('movements')
      .values({
        ...{
          id: movementId,
          province_id: provinceId,
          organisation_id: committee.id,
          title: 'Phong trào',
          kind: 'regular',
        },
        ...{
          year: 2026,
          source: 'empty',
          created_at: now,
          created_by: accounts[0]?.accountId ?? '',
          created_by_post: 'x',
        },
      })
      .execute();
    for (const [position, id] of targetIds.entries()) {
      const figure = {
        measure: 'amount',
        comparator: 'ge',
        change: 'level',
        better: 'higher',
        value: '1000000',
        unit: 'lao động',
      };
      const place = {
        id,
        province_id: provinceId,
        movement_id: movementId,
        position,
        name: `Chỉ tiêu ${position + 1}`,
      };
      const asked = {
        indicator: position === 0 ? INDICATOR : null,
        data_period: 'half-year',
        entered_as: 'cumulative',
      };
      await tx
        .insertInto('targets')
        .values({ ...place, ...figure, ...asked })
        .execute();
      await tx
        .insertInto('target_splits')
        .values({ target_id: id, province_id: provinceId, at: now, by_post: 'x' })
        .execute();
      const shares = villages.map((village, at) => ({ organisation_id: village.id, position: at }));
      await tx
        .insertInto('target_shares')
        .values(shares.map((share) => ({ ...share, target_id: id, province_id: provinceId })))
        .execute();
    }
    record({ deed: 'planted', subjectKind: 'province', subjectId: provinceId });
  });
  const cookies: Member[] = [];
  for (const { accountId, organisationId } of accounts)
    cookies.push({ accountId, organisationId, cookie: await signedIn(world, provinceId, accountId) });
  const [officer, ...reporters] = cookies;
  if (!officer) throw new Error('no officer');
  return { provinceId, committeeId: committee.id, movementId, targetIds, officer, reporters };
}

/** What one reporter has been told is kept: value and version of each target's figure. */
export type Kept = Map<string, { value: string; version: number }>;

export type Sending = { path: string; body: Record<string, unknown> };

/** Values of one turn, the same for all targets so that a half-kept act would show. */
export function figuresToSend(crowd: Crowd, member: Member, kept: Kept, value: string): Sending {
  const cells = crowd.targetIds.map((targetId) => ({
    ...{ targetId, version: kept.get(targetId)?.version ?? null, value },
    ...{ numerator: null, denominator: null, estimated: false, note: null },
  }));
  const where = { ...PERIOD, organisationId: member.organisationId, actionId: randomUUID() };
  return { path: `/api/movements/${crowd.movementId}/figures`, body: { ...where, cells, saidBy: null } };
}

export const sendingIn = (crowd: Crowd, member: Member): Sending => ({
  path: `/api/movements/${crowd.movementId}/figures/submit`,
  body: { ...PERIOD, organisationId: member.organisationId, actionId: randomUUID() },
});

export type Asked = { ms: number; status: number; body: unknown };

/** One request as a browser makes it. Status 0: nobody answered. */
export async function ask(url: string, member: Member, path: string, body?: Record<string, unknown>): Promise<Asked> {
  const from = performance.now();
  try {
    const response = await fetch(url + path, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: member.cookie, origin: url, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json();
    return { ms: performance.now() - from, status: response.status, body: answer };
  } catch {
    return { ms: performance.now() - from, status: 0, body: null };
  }
}

type SavedAnswer = { cells: { targetId: string; outcome: string; figure: { version: number } | null }[] };

/** Notes what was answered as kept; what was not kept is a fault, given back as words. */
export function noteKept(kept: Kept, sending: Sending, answer: Asked): string | null {
  if (answer.status !== 200) return `${answer.status} ${JSON.stringify(answer.body)}`;
  const sent = sending.body['cells'] as { targetId: string; value: string }[];
  for (const { targetId, outcome, figure } of (answer.body as SavedAnswer).cells) {
    const value = sent.find((cell) => cell.targetId === targetId)?.value;
    if (outcome !== 'saved' || !figure || value === undefined) return `${outcome} for ${targetId}`;
    kept.set(targetId, { value, version: figure.version });
  }
  return null;
}
