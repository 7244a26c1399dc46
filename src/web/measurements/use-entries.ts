import type { FigureGrid } from '../../contract/measurements.ts';
import { newActionId } from '../call.ts';
import { useOutbox, waitingAt } from '../outbox.ts';
import type { Place, Trouble, Waiting, WaitingFigures } from '../outbox-items.ts';
import { ownerOf, useSession } from '../session.tsx';
import { type CellKey, partsOf } from './sheet-cells.ts';

/** An entry of the outbox before it says what it is. */
export type NewEntry = Omit<Waiting, 'is' | 'cells' | 'saidBy'>;

const NOTHING: readonly Waiting[] = [];

/** What of a cell waits in the outbox for somebody: to choose, or to mend it. */
export const troubleAt = (
  items: readonly Waiting[],
  key: CellKey,
  trouble: Trouble['is'],
): WaitingFigures | undefined => {
  const { organisationId, targetId } = partsOf(key);
  return items.find(
    (one): one is WaitingFigures =>
      one.is === 'figures' &&
      one.trouble?.is === trouble &&
      one.place.organisationId === organisationId &&
      one.cells.some(({ cell }) => cell.targetId === targetId),
  );
};

/** What of the outbox belongs to this sheet, and how its entries are made. */
export function useEntries(grid: FigureGrid) {
  const { person } = useSession();
  const all = useOutbox();
  const owner = ownerOf(person);
  const { movement, period } = grid;
  const where = period === null ? null : { movementId: movement.id, from: period.from, until: period.until };
  const waiting = where === null ? NOTHING : waitingAt(all, owner, where);
  const entryFor = (organisationId: Place['organisationId']): NewEntry => ({
    id: newActionId(),
    owner,
    ownerPost: person.post,
    at: new Date().toISOString(),
    order: Date.now(),
    tried: false,
    trouble: null,
    place: { movementId: movement.id, from: period?.from ?? '', until: period?.until ?? '', organisationId },
    names: {
      movement: movement.title,
      unit: grid.rows.find(({ organisation }) => organisation.id === organisationId)?.organisation.name ?? '',
      period: period ?? { kind: 'year', from: '', until: '' },
    },
  });
  return { waiting, entryFor, where, owner };
}
