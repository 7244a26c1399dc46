/** 1 July 2025 in the demo: the district of Phong Thổ ends, its communes go into those of today, by the acts of anybody. */

import { OrganisationId } from '../../contract/ids.ts';
import { TWO_LEVELS_SINCE } from '../../core/rules/organisations.ts';
import { act, type World } from '../act.ts';
import { dissolveOrganisation, mergeOrganisations } from '../organisations/merge-acts.ts';
import type { SeededProvince } from './people.ts';
import { idOf, PHONG_THO_BEFORE, PHONG_THO_PAPER } from './places.ts';

/** Merges the old communes and dissolves the district, as the province's administrator. */
export async function reorganise(world: World, { places, people }: SeededProvince): Promise<void> {
  const viewer = people.get('qt.laichau');
  if (!viewer) throw new Error('the demo has no administrator');
  const change = { on: TWO_LEVELS_SINCE, paper: PHONG_THO_PAPER };
  const at = (key: string) => OrganisationId.parse(idOf(places, key));
  for (const [next, before] of Object.entries(PHONG_THO_BEFORE)) {
    const actionId = world.newId();
    const input = {
      actionId,
      ...change,
      organisationIds: before.map((name) => at(`truoc ${name}`)),
      into: { organisationId: at(next) },
    };
    await act(world, { viewer, name: 'mergeOrganisations', actionId, input }, mergeOrganisations);
  }
  const actionId = world.newId();
  const input = {
    actionId,
    ...change,
    organisationId: at('huyen-phong-tho'),
    successorIds: Object.keys(PHONG_THO_BEFORE)
      // The ward took one commune of it; the district's own work went to the communes.
      .filter((key) => key !== 'Phường Đoàn Kết')
      .map(at),
    childrenTo: null,
  };
  await act(world, { viewer, name: 'dissolveOrganisation', actionId, input }, dissolveOrganisation);
}
