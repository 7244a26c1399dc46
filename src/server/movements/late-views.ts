/** What is behind and whose it is: targets of several movements, the worst first, and the units that hold each back. */

import type { z } from 'zod';
import type { LateTarget } from '../../contract/movements.ts';
import type { MovementKind } from '../../core/rules/movements.ts';
import type { Verdict } from '../../core/rules/progress.ts';
import { byUrgency, isBehind } from '../../core/rules/standings.ts';
import { asShared, hasNoPlan, unitStandingOf } from '../../core/rules/unit-standing.ts';
import { measuredFor, sharesOf } from '../measurements/facts.ts';
import { idsAmongAbove } from '../organisations/facts.ts';
import type { Read, Viewer } from '../read.ts';
import { judgingOf, lastYearAsked, lastYearFigures } from '../rollups/facts.ts';
import { figureTargets } from './facts.ts';
import type { StandingTarget } from './target-views.ts';

type Late = z.input<typeof LateTarget>;
type Unit = { id: string; name: string };

type Launched = {
  id: string;
  title: string;
  kind: MovementKind;
  year: number;
  from: string | null;
  until: string | null;
  organisationId: string;
  organisationName: string;
};

const MOST_UNITS = 5;

/** Targets that are late, missed or at risk, the worst first; of a superior's movements those that one answers for. */
export async function lateTargets(
  read: Read,
  viewer: Viewer,
  asked: { rows: readonly Launched[]; standings: ReadonlyMap<string, readonly StandingTarget[]>; most: number },
): Promise<Late[]> {
  const above = await idsAmongAbove(
    read,
    viewer.organisationId,
    asked.rows.map(({ organisationId }) => organisationId),
  );
  const all = asked.rows.flatMap((movement) =>
    (asked.standings.get(movement.id) ?? []).map((target) => ({ movement, target })),
  );
  const own = await ownParts(
    read,
    viewer,
    all.filter(({ movement }) => above.has(movement.organisationId)),
  );
  const late = [...all.filter(({ movement }) => !above.has(movement.organisationId)), ...own]
    .filter(({ target }) => isBehind(target.progress.verdict))
    .sort((a, b) => byUrgency(a.target.progress, b.target.progress))
    .slice(0, asked.most);
  const behind = await unitsBehind(
    read,
    viewer,
    late
      .filter(({ movement }) => !above.has(movement.organisationId))
      .map(({ movement, target }) => ({ targetId: target.id, movement })),
  );
  return late.map(({ movement, target: { leadId: _, ...target } }) => {
    const units = behind.get(target.id) ?? [];
    return {
      ...target,
      movement: {
        id: movement.id,
        title: movement.title,
        organisation: { id: movement.organisationId, name: movement.organisationName },
      },
      behind: units.slice(0, MOST_UNITS),
      behindCount: units.length,
    };
  });
}

type Standing = { movement: Launched; target: StandingTarget };

/** What one's own organisation answers for among the targets of a superior: those given to it, and its shares. */
async function ownParts(read: Read, viewer: Viewer, above: readonly Standing[]): Promise<Standing[]> {
  const { organisationId } = viewer;
  const given = above.filter(({ target }) => target.leadId === organisationId);
  const others = above.filter(({ target }) => target.leadId !== organisationId);
  const shares = await standingShares(
    read,
    viewer,
    others.map(({ movement, target }) => ({ targetId: target.id, movement })),
    organisationId,
  );
  return [
    ...given,
    ...others.flatMap(({ movement, target }) => {
      const share = shares.find(({ targetId }) => targetId === target.id);
      return share ? [{ movement, target: { ...target, owner: share.unit.name, progress: share.progress } }] : [];
    }),
  ];
}

type Asked = { targetId: string; movement: Pick<Launched, 'kind' | 'year' | 'from' | 'until'> };

/** Of targets that are split: the units that are late with their share or sent nothing, in the order of the split. */
export async function unitsBehind(
  read: Read,
  viewer: Viewer,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Unit[]>> {
  const found = new Map<string, Unit[]>();
  for (const { targetId, unit, progress } of await standingShares(read, viewer, asked))
    if (BEHIND.has(progress.verdict)) found.set(targetId, [...(found.get(targetId) ?? []), unit]);
  return found;
}

const BEHIND: ReadonlySet<Verdict> = new Set(['late', 'missed', 'no-data']);

type StandingShare = { targetId: string; unit: Unit; progress: StandingTarget['progress'] };

/** Where each unit stands with its share of these targets, in the order of the split; or one unit alone. */
async function standingShares(
  read: Read,
  viewer: Viewer,
  asked: readonly Asked[],
  only: string | null = null,
): Promise<StandingShare[]> {
  const all = await sharesOf(
    read,
    asked.map(({ targetId }) => targetId),
    only,
  );
  const shares = only === null ? all : all.filter(({ organisationId }) => organisationId === only);
  if (shares.length === 0) return [];
  const ids = [...new Set(shares.map(({ targetId }) => targetId))];
  const targets = new Map((await figureTargets(read, { targetIds: ids })).map((target) => [target.id, target]));
  const measured = await measuredFor(read, ids, only);
  const movements = new Map(asked.map(({ targetId, movement }) => [targetId, movement]));
  const parts = shares.flatMap(({ targetId, organisationId, name, value }) => {
    const [target, launched] = [targets.get(targetId), movements.get(targetId)];
    if (!target || !launched) return [];
    const { kind, year, from, until } = launched;
    const movement = { kind, year, period: { from, until }, launcherIds: [organisationId] };
    const own = (measured.get(targetId) ?? []).filter((figure) => figure.organisationId === organisationId);
    const unit = { id: organisationId, name };
    return [{ key: `${targetId} ${organisationId}`, unit, value, target, movement, own }];
  });
  const judging = await judgingOf(read, viewer);
  const lastYear = await lastYearFigures(
    read,
    parts.flatMap(({ key, target, movement, own }) => lastYearAsked(key, target, movement, own)),
  );
  return parts.flatMap(({ key, unit, value, target, movement, own }) => {
    const judged = { ...asShared(target, value), verdictGiven: null };
    const progress = unitStandingOf(judged, movement, own, judging, lastYear.get(key));
    // What was reported without a plan is neither early nor late.
    const units = all.filter(({ targetId }) => targetId === target.id).length;
    if (progress.verdict !== 'no-data' && hasNoPlan(judged, value, units)) return [];
    return [{ targetId: target.id, unit, progress }];
  });
}
