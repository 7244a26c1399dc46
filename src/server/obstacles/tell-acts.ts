/** Those who said what hinders them are told what became of it. */

import { sql } from 'kysely';
import type { NoticeMatter } from '../../core/rules/notices.ts';
import { OBSTACLE_LIMITS, type ObstacleState } from '../../core/rules/obstacles.ts';
import { peopleBy, told } from '../../core/rules/reminders.ts';
import type { ActContext, Tx } from '../act.ts';
import { peopleIn } from '../notices/facts.ts';
import { tell } from '../notices.ts';
import { heldIn, type ObstacleRow, obstacleRows } from './facts.ts';

/** What became of it at the place where it stands now. */
export type Became =
  | { how: 'answered'; state: ObstacleState; answer: string | null }
  | { how: 'passed'; to: { id: string; name: string } };

const LONGEST_NAME = 120;

/** Tells every place whose words are in it, one line each; nobody is told of what they did themselves. */
export async function tellWhoSaid(
  tx: Tx,
  { viewer, now, newId }: ActContext,
  id: string,
  became: Became,
): Promise<void> {
  const rows = await saidIn(tx, id);
  const people = await peopleIn(tx, [...new Set(rows.map(({ organisationId }) => organisationId))], viewer.today);
  const { doers } = peopleBy(people);
  const deed = newId();
  const lines = rows.flatMap((row) => {
    const to = doers(row.organisationId).filter(({ accountId }) => accountId !== viewer.accountId);
    const matter = matterOf(row, became, viewer.postTitle);
    return told(to, { ...matter, key: `${matter.kind} ${deed} ${row.id}` });
  });
  await tell(tx, { provinceId: viewer.provinceId, day: viewer.today, now, gather: true }, lines);
}

function matterOf(row: ObstacleRow, became: Became, by: string): NoticeMatter {
  const words = row.obstacle ?? row.recommendation ?? '';
  const facts = {
    movement: { id: row.movementId, name: row.movementTitle },
    unit: { id: row.organisationId, name: row.organisationName },
    obstacle: { id: row.id, name: words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1)}…` : words },
    by,
  };
  if (became.how === 'passed') return { kind: 'obstacle-passed', facts: { ...facts, to: became.to } };
  return { kind: 'obstacle-answered', facts: { ...facts, state: became.state, answer: became.answer } };
}

/** It, and all that was put together in it, however many steps below; putting together keeps them within the limit. */
const saidIn = (tx: Tx, id: string): Promise<ObstacleRow[]> =>
  obstacleRows(tx, sql<boolean>`b.withdrawn_at IS NULL AND b.id IN (${heldIn([id])})`, OBSTACLE_LIMITS.held);
