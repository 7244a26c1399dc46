/** What is behind and whose it is: targets of several movements, the worst first, and the units that hold each back. */

import type { z } from 'zod';
import type { LateTarget } from '../../contract/movements.ts';
import type { MovementKind } from '../../core/rules/movements.ts';
import { byUrgency, isBehind } from '../../core/rules/standings.ts';
import { asShared, unitStandingOf } from '../../core/rules/unit-standing.ts';
import { measuredFor, sharesOf } from '../measurements/facts.ts';
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

/** Targets that are late, missed or at risk, the worst first. */
export async function lateTargets(
  read: Read,
  viewer: Viewer,
  asked: { rows: readonly Launched[]; standings: ReadonlyMap<string, readonly StandingTarget[]>; most: number },
): Promise<Late[]> {
  const late = asked.rows
    .flatMap((movement) => (asked.standings.get(movement.id) ?? []).map((target) => ({ movement, target })))
    .filter(({ target }) => isBehind(target.progress.verdict))
    .sort((a, b) => byUrgency(a.target.progress, b.target.progress))
    .slice(0, asked.most);
  const behind = await unitsBehind(
    read,
    viewer,
    late.map(({ movement, target }) => ({ targetId: target.id, movement })),
  );
  return late.map(({ movement, target }) => {
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

type Asked = { targetId: string; movement: Pick<Launched, 'kind' | 'year' | 'from' | 'until'> };

/** Of targets that are split: the units that are late with their share or sent nothing, in the order of the split. */
export async function unitsBehind(
  read: Read,
  viewer: Viewer,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Unit[]>> {
  const found = new Map<string, Unit[]>();
  const ids = asked.map(({ targetId }) => targetId);
  const shares = await sharesOf(read, ids);
  if (shares.length === 0) return found;
  const targets = new Map((await figureTargets(read, { targetIds: ids })).map((target) => [target.id, target]));
  const measured = await measuredFor(read, ids);
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
  for (const { key, unit, value, target, movement, own } of parts) {
    const judged = { ...asShared(target, value), verdictGiven: null };
    const { verdict } = unitStandingOf(judged, movement, own, judging, lastYear.get(key));
    if (verdict !== 'late' && verdict !== 'missed' && verdict !== 'no-data') continue;
    found.set(target.id, [...(found.get(target.id) ?? []), unit]);
  }
  return found;
}
