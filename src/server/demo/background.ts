/** Quantities that others are weighed by: how many people live where, and what they earn, as communes told them. */

import { act, actForSystem, type World } from '../act.ts';
import { createMovement } from '../movements/acts.ts';
import { addTarget } from '../movements/target-acts.ts';
import type { Viewer } from '../read.ts';
import { BACKGROUND, type Background } from './figures.ts';
import type { SeededProvince } from './people.ts';
import { idOf } from './places.ts';

const DAY = '2026-01-12';
const PLAIN = { measure: 'amount', comparator: 'ge', change: 'level', better: 'higher' } as const;
const HALF_YEAR = { period_kind: 'half-year', period_from: '2026-01-01', period_until: '2026-06-30' } as const;

/** The province asks some communes for two figures each half year; one of them has not told how many people it has. */
export async function addBackground(given: World, province: SeededProvince, viewer: Viewer): Promise<void> {
  const world = { ...given, now: () => `${DAY}T02:00:00.000Z` };
  const made = { actionId: world.newId(), from: null, respondsTo: [] };
  const head = {
    title: 'Nâng cao thu nhập của nhân dân năm 2026',
    theme: null,
    kind: 'thematic' as const,
    year: 2026,
    period: { from: '2026-01-01', until: '2026-12-31' },
    organisationId: viewer.organisationId,
    jointOrganisationIds: [],
  };
  const document = { number: null, symbol: null, issuedOn: null, place: null };
  const { movementId } = await act(
    world,
    { viewer, name: 'createMovement', actionId: made.actionId, input: { ...made, head, document } },
    createMovement,
  );
  for (const background of BACKGROUND) {
    const { name, indicator, unit, goal } = background;
    const figure = {
      ...PLAIN,
      ...{ value: goal, unit, baseline: null, low: null, high: null, numerator: null, denominator: null },
    } as const;
    const actionId = world.newId();
    const asked = { name, indicator, domain: null, figure, scope: null, dueOn: null, owner: null };
    const input = { actionId, movementId, goal: asked, partOf: null, leadOrganisationId: null };
    const { id } = await act(world, { viewer, name: 'addTarget', actionId, input }, addTarget);
    await addFigures(world, province, id, background);
  }
}

async function addFigures(
  world: World,
  { provinceId, places }: SeededProvince,
  targetId: string,
  { figures }: Background,
): Promise<void> {
  const units = figures.map(([key, value, share], position) => ({ id: idOf(places, key), value, share, position }));
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { now, newId, record }) => {
    const split = { target_id: targetId, province_id: provinceId };
    await tx.updateTable('targets').set({ data_period: 'half-year' }).where('id', '=', targetId).execute();
    await tx
      .insertInto('target_splits')
      .values({ ...split, at: now, by_post: 'Số liệu mẫu' })
      .execute();
    await tx
      .insertInto('target_shares')
      .values(
        units.map(({ id, position, share = null }) => ({ ...split, organisation_id: id, position, value: share })),
      )
      .execute();
    const told = units.flatMap(({ id, value }) =>
      value === null
        ? []
        : [
            {
              ...{ id: newId(), ...split, organisation_id: id, ...HALF_YEAR, value, entered_value: value },
              ...{ reported_at: '2026-06-29T09:00:00.000Z', reported_by_post: 'Số liệu mẫu', sample: true },
            },
          ],
    );
    await tx.insertInto('measurements').values(told).execute();
    record({ deed: 'figures-seeded', subjectKind: 'target', subjectId: targetId, after: { figures: told.length } });
  });
}
