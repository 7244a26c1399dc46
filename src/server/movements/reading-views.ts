import type { z } from 'zod';
import type { compareReading } from '../../contract/documents.ts';
import { checkReadingUse } from '../../core/rules/documents.ts';
import { readingFacts } from '../documents/facts.ts';
import { refused } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { movementFacts } from './facts.ts';
import { compareWithDraft } from './revision-facts.ts';

type Output = z.input<(typeof compareReading)['output']>;

/** What the checked draft of a reading would change in a movement made from an earlier version. */
export async function viewReadingChanges(
  read: Read,
  viewer: Viewer,
  { readingId, movementId }: { readingId: string; movementId: string },
): Promise<Output> {
  const reading = await readingFacts(read, viewer, readingId);
  const refusals = checkReadingUse(reading.state);
  if (refusals.length > 0 || reading.draft === null) throw refused(refusals);
  const movement = await movementFacts(read, viewer, movementId);
  const { changes, unchanged } = await compareWithDraft(read, movement, reading.draft);
  return {
    movement: { id: movement.id, title: movement.title, version: movement.version },
    changes: changes.map(({ storedId: _, row, ...change }) => ({ ...change, place: row?.place ?? null })),
    unchanged: unchanged.length,
  };
}
