/** How a query asks for organisations as they stood on a day. */

import { type RawBuilder, sql } from 'kysely';
import type { Viewer } from '../read.ts';

/**
 * The day asked for: null for everything that ever was. On days to come and today the rows of `organisations` hold as
 * they are, since no change lies in the future; `past` days need the former names too.
 */
export type Day = { on: string | null; past: boolean };

export function dayOf({ today }: Pick<Viewer, 'today'>, at: string | undefined): Day {
  if (at === 'ever') return { on: null, past: false };
  return { on: at ?? today, past: at !== undefined && at < today };
}

/** Whether an organisation exists on the day. */
export function livesOn(alias: string, { on }: Day): RawBuilder<boolean> {
  if (on === null) return sql`true`;
  const [from, until] = [sql.ref(`${alias}.valid_from`), sql.ref(`${alias}.valid_until`)];
  return sql`(${from} IS NULL OR ${from} <= ${on}) AND (${until} IS NULL OR ${until} > ${on})`;
}

/** Whether a row of organisation_closure holds on the day; without a day those that held last for its descendant. */
export function heldOn(alias: string, { on }: Day, descendant: RawBuilder<unknown>): RawBuilder<boolean> {
  const [from, until] = [sql.ref(`${alias}.valid_from`), sql.ref(`${alias}.valid_until`)];
  return on === null
    ? sql`${until} = (SELECT max(valid_until) FROM organisation_closure WHERE descendant_id = ${descendant})`
    : sql`${from} <= ${on} AND ${until} > ${on}`;
}

/** Joins the former name that an organisation had on a past day; nothing for any other. */
export function coveringOn(alias: string, version: string, { on, past }: Day): RawBuilder<unknown> {
  if (!past) return sql``;
  const of = (column: string) => sql.ref(`${version}.${column}`);
  return sql`LEFT JOIN organisation_versions ${sql.ref(version)} ON ${of('organisation_id')} = ${sql.ref(`${alias}.id`)}
    AND ${of('valid_from')} <= ${on} AND ${of('valid_until')} > ${on}`;
}

type Word = 'name' | 'folded' | 'issuer_name' | 'kind' | 'level' | 'code';

/** A column as it was on the day, where {@link coveringOn} was joined. */
export function wordsAre(column: Word, { past }: Day, alias = 'o', version = 'v'): RawBuilder<string> {
  const now = sql.ref<string>(`${alias}.${column}`);
  if (!past) return now;
  const of = (name: string) => sql.ref(`${version}.${name}`);
  return sql<string>`CASE WHEN ${of('organisation_id')} IS NULL THEN ${now} ELSE ${of(column)} END`;
}
