/** Those who sent figures are told what became of them. */

import { MOST_NAMES, type NoticeLine, type NoticeMatter } from '../../core/rules/notices.ts';
import type { PeriodKind } from '../../core/rules/progress.ts';
import { peopleBy, told } from '../../core/rules/reminders.ts';
import type { ActContext, Tx } from '../act.ts';
import type { MovementFacts } from '../movements/facts.ts';
import { peopleIn } from '../notices/facts.ts';
import { tell } from '../notices.ts';

/** What became of them; `why` says it for each that came back or was corrected. */
export type Became = { how: 'approved' } | { how: 'returned' | 'corrected'; why: ReadonlyMap<string, string> };

type Row = {
  id: string;
  sentBy: string | null;
  unitId: string;
  unit: string;
  target: string;
  kind: PeriodKind;
  from: string;
  until: string;
};

/** Tells whoever sent these figures, one line a unit, period and reason; nobody is told of what they did themselves. */
export async function tellSenders(
  tx: Tx,
  { viewer, now, newId }: ActContext,
  { movement, figureIds, became }: { movement: MovementFacts; figureIds: readonly string[]; became: Became },
): Promise<void> {
  if (figureIds.length === 0) return;
  const rows = await sentRows(tx, figureIds);
  const people = await peopleIn(tx, [...new Set(rows.map(({ unitId }) => unitId))], viewer.today);
  const { doers } = peopleBy(people);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.unitId, row.from, row.until, row.sentBy, reasonOf(became, row)]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const deed = newId();
  const lines = [...groups.values()].flatMap((group, at): NoticeLine[] => {
    const [first] = group;
    if (!first) return [];
    const sender = first.sentBy === null ? null : { accountId: first.sentBy, organisationId: first.unitId, roles: [] };
    const to = (sender ? [sender] : doers(first.unitId)).filter(({ accountId }) => accountId !== viewer.accountId);
    const matter = matterOf(movement, group, first, became, viewer.postTitle);
    return told(to, { ...matter, key: `${matter.kind} ${deed} ${first.unitId} ${first.from} ${first.until} ${at}` });
  });
  await tell(tx, { provinceId: viewer.provinceId, day: viewer.today, now, gather: true }, lines);
}

const reasonOf = (became: Became, { id }: Pick<Row, 'id'>): string | null =>
  became.how === 'approved' ? null : (became.why.get(id) ?? null);

function matterOf(
  movement: MovementFacts,
  group: readonly Row[],
  { id, unitId, unit, kind, from, until }: Row,
  became: Became,
  by: string,
): NoticeMatter {
  const facts = {
    movement: { id: movement.id, name: movement.title },
    unit: { id: unitId, name: unit },
    period: { kind, from, until },
    count: group.length,
    by,
  };
  if (became.how === 'approved') return { kind: 'figures-approved', facts };
  const targets = group.map(({ target }) => target).slice(0, MOST_NAMES);
  return { kind: `figures-${became.how}`, facts: { ...facts, targets, reason: reasonOf(became, { id }) ?? '' } };
}

async function sentRows(tx: Tx, figureIds: readonly string[]): Promise<Row[]> {
  const rows = await tx
    .selectFrom('measurements as m')
    .innerJoin('targets as t', 't.id', 'm.target_id')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .leftJoin('accounts as a', (on) => on.onRef('a.id', '=', 'm.sent_by').on('a.disabled_at', 'is', null))
    .select(['m.id', 'a.id as sentBy', 'm.organisation_id as unitId', 'o.name as unit', 't.name as target'])
    .select(['m.period_kind as kind', 'm.period_from as from', 'm.period_until as until'])
    .where('m.id', 'in', [...figureIds])
    .orderBy('t.position')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as PeriodKind }));
}
