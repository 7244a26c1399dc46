/**
 * What waits to be sent, and what becomes of it; pure, so that "once each" can be tested without a browser. An entry's
 * id is its action id: the server does it once however often it arrives. An entry that was tried may have arrived,
 * so it is never changed any more; what is typed later stands behind it.
 */

import type { ActionId, MovementId, ObstacleId, OrganisationId, TargetId } from '../contract/ids.ts';
import type { FigureCell, PeriodRef, SavedCell, TypedCell } from '../contract/measurements.ts';
import type { Obstacle } from '../contract/obstacles.ts';
import type { ProblemBody } from '../contract/problem.ts';

/** Whose figures, of what time. */
export type Place = { movementId: MovementId; from: string; until: string; organisationId: OrganisationId };

/** One figure as it goes to the server, and as the person knows it. */
export type WaitingCell = { cell: TypedCell; target: string; typed: string };

/** Why an entry does not go on by itself. */
export type Trouble =
  | { is: 'conflict'; theirs: FigureCell | null }
  | { is: 'faults'; faults: SavedCell['faults'] }
  | { is: 'problem'; body: ProblemBody };

type Common = {
  id: ActionId;
  /** The account and post that entered it; sent as no other. */
  owner: string;
  ownerPost: string;
  at: string;
  order: number;
  tried: boolean;
  trouble: Trouble | null;
  place: Place;
  /** In words, for a page that has nothing else at hand. */
  names: { movement: string; unit: string; period: PeriodRef };
};
export type WaitingFigures = Common & { is: 'figures'; saidBy: string | null; cells: WaitingCell[] };
/** "Gửi": the drafts of the place go to whoever approves them. */
export type WaitingSend = Common & { is: 'send' };
export type WaitingFile = Common & {
  is: 'file';
  targetId: TargetId;
  target: string;
  name: string;
  bytes: ArrayBuffer;
};
/** What hinders the place, said anew or reworded. */
export type WaitingObstacle = Common & {
  is: 'obstacle';
  obstacleId: ObstacleId | null;
  version: number;
  said: Pick<Obstacle, 'domain' | 'obstacle' | 'cause' | 'recommendation' | 'saidBy'>;
};
export type Waiting = WaitingFigures | WaitingSend | WaitingFile | WaitingObstacle;

export type Changes = { put: Waiting[]; drop: ActionId[] };

export const samePlace = (one: Place, other: Place): boolean =>
  one.movementId === other.movementId &&
  one.from === other.from &&
  one.until === other.until &&
  one.organisationId === other.organisationId;

const inOrder = (items: readonly Waiting[]) => [...items].sort((a, b) => a.order - b.order);

const standsBeside = (one: Waiting, other: Waiting) => one.owner === other.owner && samePlace(one.place, other.place);

/** Puts an entry behind the others; cells typed anew take the place of those that cannot have arrived yet. */
export function putBehind(items: readonly Waiting[], fresh: Waiting): Changes {
  const order = Math.max(fresh.order, ...items.map((one) => one.order + 1));
  const changes: Changes = { put: [{ ...fresh, order }], drop: [] };
  if (fresh.is === 'send') {
    // Asked for twice before the first has left: once is enough.
    changes.drop = items
      .filter((one) => one.is === 'send' && !one.tried && standsBeside(one, fresh))
      .map(({ id }) => id);
    return changes;
  }
  if (fresh.is !== 'figures') return changes;
  const typed = new Set(fresh.cells.map(({ cell }) => cell.targetId));
  for (const one of items) {
    if (one.is !== 'figures' || !standsBeside(one, fresh) || (one.tried && one.trouble === null)) continue;
    const left = one.cells.filter(({ cell }) => !typed.has(cell.targetId));
    if (left.length === one.cells.length) continue;
    if (left.length === 0) changes.drop.push(one.id);
    else changes.put.push({ ...one, cells: left });
  }
  return changes;
}

/** The next one to go; null where nothing can. "Gửi" waits until every figure of its place is settled. */
export function nextToGo(items: readonly Waiting[], owner: string): Waiting | null {
  const own = inOrder(items).filter((one) => one.owner === owner);
  for (const [at, one] of own.entries()) {
    if (one.trouble !== null) continue;
    const stuck = own
      .slice(0, at)
      .some((earlier) => earlier.trouble !== null && earlier.is !== 'obstacle' && standsBeside(earlier, one));
    if (one.is !== 'send' || !stuck) return one;
  }
  return null;
}

const sameFigure = (cell: TypedCell, figure: FigureCell | null) =>
  figure === null
    ? cell.value === null && cell.numerator === null && cell.note === null
    : figure.estimated === cell.estimated &&
      figure.note === cell.note &&
      figure.entered === cell.value &&
      figure.numerator === cell.numerator &&
      figure.denominator === cell.denominator;

/** Somebody else was quicker, but with the same figure: nobody has to choose. */
export const settled = (sent: WaitingFigures, answer: readonly SavedCell[]): SavedCell[] =>
  answer.map((one) => {
    const own = sent.cells.find(({ cell }) => cell.targetId === one.targetId);
    const same = one.outcome === 'conflict' && own !== undefined && sameFigure(own.cell, one.figure);
    return same ? { ...one, outcome: 'saved' } : one;
  });

/**
 * What the server's answer to figures leaves: nothing of those that are kept; an entry of its own for each that wants a
 * person. Later entries of the same cells build on the answer.
 */
export function figuresAnswered(
  items: readonly Waiting[],
  sent: WaitingFigures,
  answer: readonly SavedCell[],
  newId: () => ActionId,
): Changes {
  const changes: Changes = { put: [], drop: [sent.id] };
  const versions = new Map<string, number | null>();
  for (const { targetId, outcome, figure, faults } of answer) {
    const own = sent.cells.find(({ cell }) => cell.targetId === targetId);
    if (!own) continue;
    versions.set(targetId, figure?.version ?? null);
    const typedAnew = items.some(
      (one) =>
        one.is === 'figures' &&
        one.order > sent.order &&
        standsBeside(one, sent) &&
        one.cells.some(({ cell }) => cell.targetId === targetId),
    );
    // What was typed since then says it all, and is answered by itself.
    if (outcome === 'saved' || typedAnew) continue;
    const trouble: Trouble = outcome === 'conflict' ? { is: 'conflict', theirs: figure } : { is: 'faults', faults };
    changes.put.push({ ...sent, id: newId(), tried: false, trouble, cells: [own] });
  }
  const kept = new Set(answer.filter(({ outcome }) => outcome === 'saved').map(({ targetId }) => targetId as string));
  for (const one of items) {
    if (one.is !== 'figures' || one.order <= sent.order || one.tried || !standsBeside(one, sent)) continue;
    const cells = one.cells.map((waiting) =>
      kept.has(waiting.cell.targetId)
        ? { ...waiting, cell: { ...waiting.cell, version: versions.get(waiting.cell.targetId) ?? null } }
        : waiting,
    );
    changes.put.push({ ...one, cells });
  }
  return changes;
}

/** The server refused the whole; it stays, says why and waits for the person. */
export const refusedWhole = (one: Waiting, body: ProblemBody): Changes => ({
  put: [{ ...one, trouble: { is: 'problem', body } }],
  drop: [],
});

/** "Gửi lại": goes once more, as a deed of its own, since the first one was answered. */
export function tryAgain(one: Waiting, newId: ActionId): Changes {
  return { put: [{ ...one, id: newId, tried: false, trouble: null }], drop: [one.id] };
}

/** Of two figures in one cell the person chose their own: it is laid over the other. */
export function keepMine(one: WaitingFigures, newId: ActionId): Changes {
  if (one.trouble?.is !== 'conflict') return { put: [], drop: [] };
  const version = one.trouble.theirs?.version ?? null;
  const cells = one.cells.map((waiting) => ({ ...waiting, cell: { ...waiting.cell, version } }));
  return { put: [{ ...one, id: newId, tried: false, trouble: null, cells }], drop: [one.id] };
}

export function applied(items: readonly Waiting[], { put, drop }: Changes): Waiting[] {
  const gone = new Set<string>([...drop, ...put.map(({ id }) => id)]);
  return inOrder([...items.filter(({ id }) => !gone.has(id)), ...put]);
}
