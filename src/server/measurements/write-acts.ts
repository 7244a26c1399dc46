/** How figures are written, few or many: each statement takes all of them. */

import { type RawBuilder, sql } from 'kysely';
import type { EnteredAs } from '../../core/rules/figure-series.ts';
import type { FigureState } from '../../core/rules/figure-states.ts';
import type { PeriodKind } from '../../core/rules/progress.ts';
import type { Tx } from '../act.ts';

/** A figure as it is to stand. */
export type FigureToWrite = {
  id: string;
  targetId: string;
  organisationId: string;
  periodKind: PeriodKind;
  from: string;
  until: string;
  enteredAs: EnteredAs;
  entered: string | null;
  /** What follows from it and those before; null where that is not known yet. */
  cumulative: string | null;
  numerator: string | null;
  denominator: string | null;
  estimated: boolean;
  note: string | null;
  state: FigureState;
  /** Why it takes the place of an approved one; null where it does not. */
  correctionReason: string | null;
};

/** Who writes, when, and who told them. */
export type WrittenBy = { provinceId: string; postTitle: string; now: string; saidBy: string | null };

const RECORD = sql`(id uuid, "targetId" uuid, "organisationId" uuid, "periodKind" text, "from" date, "until" date,
  "enteredAs" text, entered numeric, cumulative numeric, numerator numeric, denominator numeric, estimated boolean,
  note text, state text, "correctionReason" text)`;

/** Adds figures; the ids of those that nobody else had added first. */
export async function addFigures(tx: Tx, figures: readonly FigureToWrite[], by: WrittenBy): Promise<Set<string>> {
  if (figures.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    INSERT INTO measurements (id, province_id, target_id, organisation_id, period_kind, period_from, period_until,
      entered_as, entered_value, value, numerator, denominator, estimated, note, state, said_by, reported_at, reported_by_post)
    SELECT r.id, ${by.provinceId}::uuid, r."targetId", r."organisationId", r."periodKind", r."from", r."until",
      r."enteredAs", r.entered, r.cumulative, r.numerator, r.denominator, r.estimated, r.note, r.state,
      ${by.saidBy}, ${by.now}::timestamptz, ${by.postTitle}
    FROM jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) AS r ${RECORD}
    ON CONFLICT ON CONSTRAINT measurements_once DO NOTHING RETURNING id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Writes over figures; what they were stays among their versions. */
export async function changeFigures(tx: Tx, figures: readonly FigureToWrite[], by: WrittenBy): Promise<void> {
  if (figures.length === 0) return;
  await sql`
    WITH kept AS (${keepVersions(figures.map(({ id }) => id))})
    UPDATE measurements m SET entered_as = r."enteredAs", entered_value = r.entered, value = r.cumulative,
      numerator = r.numerator, denominator = r.denominator, estimated = r.estimated, note = r.note, state = r.state,
      correction_reason = r."correctionReason", said_by = ${by.saidBy}, reported_at = ${by.now}::timestamptz,
      reported_by_post = ${by.postTitle}, version = m.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) AS r ${RECORD} WHERE m.id = r.id`.execute(tx);
}

/** Keeps what figures are before they change, inside the question that changes them: it sees them as they were. */
export const keepVersions = (ids: readonly string[]): RawBuilder<unknown> => sql`
  INSERT INTO measurement_versions (measurement_id, version, province_id, entered_as, entered_value, numerator,
    denominator, estimated, state, note, said_by, returned_reason, correction_reason, at, by_post, ticked)
  SELECT id, version, province_id, entered_as, entered_value, numerator, denominator, estimated, state, note, said_by,
    returned_reason, correction_reason, reported_at, reported_by_post,
    (SELECT array_agg(k.thing_id) FROM measurement_ticks k WHERE k.measurement_id = measurements.id)
  FROM measurements WHERE id = ANY(${[...ids]}::uuid[])`;

type Becoming = {
  state: FigureState;
  approved_at?: string | null;
  approved_by_post?: string | null;
  returned_reason?: null;
  sent_by?: string | null;
};

/** Lets figures become something else on their way; what they were stays among their versions. */
export async function letBecome(tx: Tx, ids: readonly string[], what: Becoming): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .with('kept', () => sql<Record<string, unknown>>`(${keepVersions(ids)})`)
    .updateTable('measurements')
    .set((row) => ({ ...what, version: row('version', '+', 1) }))
    .where(sql<boolean>`id = ANY(${[...ids]}::uuid[])`)
    .execute();
}

/** Sends figures back, each with its reason; what they were stays among their versions. */
export async function sendBack(tx: Tx, figures: readonly { id: string; reason: string }[]): Promise<void> {
  if (figures.length === 0) return;
  await sql`
    WITH kept AS (${keepVersions(figures.map(({ id }) => id))})
    UPDATE measurements m SET state = 'returned', returned_reason = r.reason, approved_at = NULL,
      approved_by_post = NULL, version = m.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) AS r (id uuid, reason text) WHERE m.id = r.id`.execute(
    tx,
  );
}

export type MovedFigure = { id: string; value: string | null };

/** Gives figures the cumulative value that follows from a change before them; they are no other version for it. */
export async function moveFigures(tx: Tx, moved: readonly MovedFigure[]): Promise<void> {
  if (moved.length === 0) return;
  await sql`UPDATE measurements m SET value = r.value
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS r (id uuid, value numeric) WHERE m.id = r.id`.execute(
    tx,
  );
}
