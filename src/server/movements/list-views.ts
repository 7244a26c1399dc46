import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { listMovements, MovementRow } from '../../contract/movements.ts';
import { daysLeft, type MovementKind, type MovementState, movementState } from '../../core/rules/movements.ts';
import { foldedWords } from '../../core/text/search.ts';
import { idsBelow, idsInSight } from '../organisations/facts.ts';
import type { Read, Viewer } from '../read.ts';
import { answeredBy, launchedBy, movementInSight } from './facts.ts';
import { lateTargets } from './late-views.ts';
import { countVerdicts, type StandingTarget, standingsOf } from './target-views.ts';

type Input = z.infer<(typeof listMovements)['input']>;
type Output = z.input<(typeof listMovements)['output']>;

/** First and last day as core/rules/calendar.ts daysOf has them. */
const FIRST_DAY = sql`coalesce(m.period_from, make_date(coalesce(extract(year FROM m.period_until)::int, m.year), 1, 1))`;
const LAST_DAY = sql`coalesce(m.period_until, make_date(coalesce(extract(year FROM m.period_from)::int, m.year), 12, 31))`;

function inState(state: MovementState, today: string): RawBuilder<boolean> {
  switch (state) {
    case 'archived':
      return sql<boolean>`m.archived_at IS NOT NULL`;
    case 'upcoming':
      return sql<boolean>`(m.archived_at IS NULL AND ${FIRST_DAY} > ${today}::date)`;
    case 'ended':
      return sql<boolean>`(m.archived_at IS NULL AND ${FIRST_DAY} <= ${today}::date AND ${LAST_DAY} < ${today}::date)`;
    case 'running':
      return sql<boolean>`(m.archived_at IS NULL AND ${FIRST_DAY} <= ${today}::date AND ${LAST_DAY} >= ${today}::date)`;
  }
}

const inWords = (word: string): RawBuilder<boolean> =>
  sql<boolean>`(fold(m.title || ' ' || coalesce(m.theme, '') || ' ' || coalesce(m.number_symbol, '')) LIKE ${`%${word}%`} OR fold(o.name) LIKE ${`%${word}%`})`;

function filtersOf(viewer: Viewer, input: Input): RawBuilder<boolean>[] {
  const archived = input.archived ?? (input.state === 'archived' ? 'only' : 'no');
  const filters = [sql<boolean>`m.province_id = ${viewer.provinceId}`, movementInSight(viewer)];
  if (archived !== 'all') filters.push(sql<boolean>`(m.archived_at IS NOT NULL) = ${archived === 'only'}`);
  if (input.year !== undefined) filters.push(sql<boolean>`m.year = ${input.year}`);
  if (input.kind !== undefined) filters.push(sql<boolean>`m.kind = ${input.kind}`);
  if (input.state !== undefined) filters.push(inState(input.state, viewer.today));
  if (input.organisationId !== undefined)
    filters.push(
      launchedBy(
        input.reach === 'subtree' ? idsBelow(input.organisationId) : sql<string>`(${input.organisationId}::uuid)`,
      ),
    );
  if (input.answering !== undefined)
    filters.push(
      sql<boolean>`EXISTS (SELECT FROM movement_responses r WHERE r.answering_id = m.id AND r.answered_id = ${input.answering})`,
    );
  if (input.tree === 'roots')
    filters.push(
      sql<boolean>`NOT EXISTS (SELECT FROM movement_responses r JOIN movements a ON a.id = r.answered_id WHERE r.answering_id = m.id AND a.archived_at IS NULL AND a.organisation_id IN ${idsInSight(viewer)})`,
    );
  for (const word of foldedWords(input.q ?? '').slice(0, 10)) filters.push(inWords(word));
  return filters;
}

const ORDERS = {
  recent: sql`m.year DESC, coalesce(m.issued_on, m.created_at::date) DESC, m.created_at DESC`,
  title: sql`fold(m.title)`,
  organisation: sql`CASE o.level WHEN 'central' THEN 0 WHEN 'province' THEN 1 WHEN 'district' THEN 2 WHEN 'commune' THEN 3 ELSE 4 END, fold(o.name)`,
  until: LAST_DAY,
};

type Row = {
  id: string;
  title: string;
  kind: MovementKind;
  year: number;
  organisationId: string;
  organisationName: string;
  level: string;
  joint: { id: string; name: string }[];
  numberSymbol: string | null;
  issuedOn: string | null;
  from: string | null;
  until: string | null;
  archived: boolean;
  targets: number;
  tasks: number;
  documents: number;
  respondsTo: string[];
  answerCount: number;
  answeredBy: number;
};

/** Movements in sight, filtered, searched, sorted and paged. */
export async function viewMovements(read: Read, viewer: Viewer, input: Input): Promise<Output> {
  const page = input.page ?? 1;
  const pageSize = input.pageSize ?? 50;
  const where = sql.join(filtersOf(viewer, input), sql` AND `);
  const from = sql`movements m JOIN organisations o ON o.id = m.organisation_id`;
  const { rows } = await sql<Row>`
    SELECT m.id, m.title, m.kind, m.year, o.id AS "organisationId", o.name AS "organisationName", o.level,
      (SELECT coalesce(json_agg(json_build_object('id', jo.id, 'name', jo.name) ORDER BY j.position), '[]')
        FROM movement_joint_launchers j JOIN organisations jo ON jo.id = j.organisation_id WHERE j.movement_id = m.id) AS joint,
      m.number_symbol AS "numberSymbol", m.issued_on AS "issuedOn", m.period_from AS "from", m.period_until AS "until",
      m.archived_at IS NOT NULL AS archived,
      (SELECT count(*)::int FROM targets WHERE movement_id = m.id) AS targets,
      (SELECT count(*)::int FROM tasks WHERE movement_id = m.id) AS tasks,
      (SELECT count(*)::int FROM movement_documents WHERE movement_id = m.id) AS documents,
      (SELECT coalesce(array_agg(answered_id), '{}') FROM movement_responses WHERE answering_id = m.id) AS "respondsTo",
      (SELECT count(DISTINCT answering_id)::int FROM movement_responses WHERE answered_id = m.id) AS "answerCount",
      ${answeredBy(sql`m.id`)} AS "answeredBy"
    FROM ${from} WHERE ${where}
    ORDER BY ${ORDERS[input.sort ?? 'recent']}, m.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`.execute(
    read,
  );
  const counted = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${from} WHERE ${where}`.execute(read);
  const years = await sql<{ year: number }>`SELECT DISTINCT m.year FROM movements m
    WHERE m.province_id = ${viewer.provinceId} AND ${movementInSight(viewer)} ORDER BY m.year DESC`.execute(read);
  const standings = await standingsOf(
    read,
    viewer,
    rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      organisationId: row.organisationId,
      jointIds: row.joint.map((one) => one.id),
      period: { from: row.from, until: row.until },
      year: row.year,
    })),
  );
  return {
    movements: rows.map((row) => rowOut(row, countVerdicts(verdictsOf(standings.get(row.id))), viewer.today)),
    late: input.late === undefined ? [] : await lateTargets(read, viewer, { rows, standings, most: input.late }),
    total: counted.rows[0]?.n ?? 0,
    page,
    pageSize,
    years: years.rows.map((row) => row.year),
  };
}

const verdictsOf = (targets: readonly StandingTarget[] = []) => targets.map(({ progress }) => progress.verdict);

function rowOut(row: Row, progress: ReturnType<typeof countVerdicts>, today: string): z.input<typeof MovementRow> {
  const period = { from: row.from, until: row.until };
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    year: row.year,
    organisation: { id: row.organisationId, name: row.organisationName, level: row.level },
    jointOrganisations: row.joint,
    numberSymbol: row.numberSymbol,
    issuedOn: row.issuedOn,
    period,
    state: movementState({ period, year: row.year, archived: row.archived }, today),
    daysLeft: daysLeft({ period, year: row.year }, today),
    counts: { targets: row.targets, tasks: row.tasks, documents: row.documents },
    progress,
    respondsTo: row.respondsTo,
    answerCount: row.answerCount,
    answeredBy: row.answeredBy,
  };
}
