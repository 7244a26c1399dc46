import { type DueFigures, getFigureGrid, listDueFigures } from '../contract/measurements.ts';
import { callOrKept } from './call-or-kept.ts';

const MOST_AT_HAND = 20;
const FRESH_FOR_MS = 10 * 60 * 1000;

let fetched: { owner: string; at: number } | null = null;

/** What a person has to do themselves comes first. */
const byNeed = (one: DueFigures, other: DueFigures) => other.mine + other.returned - (one.mine + one.returned);

/**
 * Fetches the figures that are due, so that they are there when the network is not: the list, and the sheet of each of
 * the first twenty. Quietly: whatever fails is tried again with the next page.
 */
export async function keepFiguresAtHand(owner: string): Promise<void> {
  if (fetched?.owner === owner && Date.now() - fetched.at < FRESH_FOR_MS) return;
  fetched = { owner, at: Date.now() };
  try {
    const { answer } = await callOrKept(listDueFigures, {});
    const open = answer.due.filter(({ closed }) => !closed).toSorted(byNeed);
    for (const { movement, period } of open.slice(0, MOST_AT_HAND))
      await callOrKept(getFigureGrid, { movementId: movement.id, from: period.from, until: period.until });
  } catch {
    fetched = null;
  }
}
