/** A movement that asks two villages for a figure each quarter, and a link for one of them. */

import { makeFigureLinks } from '../../src/contract/figure-links.ts';
import { createMovement } from '../../src/contract/movement-acts.ts';
import { splitTarget } from '../../src/server/measurements/split-acts.ts';
import { addTarget } from '../../src/server/movements/target-acts.ts';
import { amountGoal, doAs, headOf, NO_NUMBER } from './deeds.ts';
import { act, type Office } from './keepers.ts';

export type Asked = { movementId: string; targetId: string };

export async function askVillages(office: Office, villages: readonly string[], unit = 'người'): Promise<Asked> {
  const { officer, database } = office;
  const asked = { head: headOf(office.ids.commune), document: NO_NUMBER, from: null, respondsTo: [] };
  const { movementId } = await act(officer, createMovement, asked as never);
  const goal = amountGoal('Giải quyết việc làm', '100', { indicator: 'giai_quyet_viec_lam' });
  const { id: targetId } = await doAs(database, officer.viewer, 'addTarget', addTarget, {
    movementId,
    goal: { ...goal, figure: { ...goal.figure, unit } },
    partOf: null,
    leadOrganisationId: null,
  });
  await database.owner.db.updateTable('targets').set({ data_period: 'quarter' }).where('id', '=', targetId).execute();
  await doAs(database, officer.viewer, 'splitTarget', splitTarget, {
    targetId,
    version: 0,
    shares: villages.map((organisationId) => ({ organisationId, value: String(100 / villages.length) })),
    reason: null,
  });
  return { movementId, targetId };
}

type Of = { unit?: string; period: { from: string; until: string }; as?: Office['officer'] };

export async function linkOf(office: Office, { movementId }: Asked, of: Of) {
  const made = await act(of.as ?? office.officer, makeFigureLinks, {
    movementId,
    ...of.period,
    organisationIds: [(of.unit ?? office.ids.village) as never],
    days: 14,
  } as never);
  const [one] = made.links;
  return { token: one?.path?.split('/').at(-1) ?? '', path: one?.path ?? null, expiresAt: one?.expiresAt ?? '' };
}
