/** What a figure was before: for whoever sees the figure. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { getFigureHistory } from '../../contract/measurements.ts';
import { entriesOf, type FigureMoment } from '../../core/rules/figure-history.ts';
import type { EnteredAs } from '../../core/rules/figure-series.ts';
import { movementFacts } from '../movements/facts.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { seenFigures } from './grid-views.ts';

type Moment = FigureMoment & { enteredAs: EnteredAs };

const MOST = 500;

/** Earlier values of one figure, the newest first, the value it has now among them. */
export async function viewFigureHistory(
  read: Read,
  viewer: Viewer,
  { movementId, measurementId }: z.infer<(typeof getFigureHistory)['input']>,
): Promise<z.input<(typeof getFigureHistory)['output']>> {
  const movement = await movementFacts(read, viewer, movementId);
  const figure = await read
    .selectFrom('measurements')
    .select(['target_id as targetId', 'organisation_id as organisationId'])
    .where('id', '=', measurementId)
    .executeTakeFirst();
  if (!figure) throw notFound();
  const seen = await seenFigures(read, viewer, movement, figure.organisationId);
  if (!seen.some(({ id }) => id === figure.targetId)) throw notFound();
  const { rows } = await sql<Moment>`
    SELECT * FROM (
      SELECT version, entered_value AS entered, entered_as AS "enteredAs", numerator, denominator, estimated, note,
        said_by AS "saidBy", returned_reason AS "returnedReason",
        correction_reason AS "correctionReason", state, at, by_post AS "byPost"
      FROM measurement_versions WHERE measurement_id = ${measurementId}
      UNION ALL
      SELECT version, entered_value, entered_as, numerator, denominator, estimated, note,
        said_by, returned_reason, correction_reason, state, reported_at, reported_by_post
      FROM measurements WHERE id = ${measurementId}
      ORDER BY version DESC LIMIT ${MOST}) newest
    ORDER BY version`.execute(read);
  return { entries: entriesOf(rows) };
}
