import { sql } from 'kysely';
import type { z } from 'zod';
import type { ComparisonBelow, UnitBeside } from '../../contract/comparisons.ts';
import { aimOf, type ComparedRow, compareWithParent, sumTakenOn } from '../../core/rules/compare-with-parent.ts';
import { issueState } from '../../core/rules/issued-plans.ts';
import { movementState, type ResponseKind } from '../../core/rules/movements.ts';
import { findFile } from '../files.ts';
import { idsInSight } from '../organisations/facts.ts';
import { notFound } from '../problem.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { answersOf, type PlanTarget, planTargets, type Shared, sharedOut } from './comparison-facts.ts';
import { askedOf, comparedOut } from './comparison-views.ts';
import { launcherIds, type MovementFacts, movementFacts } from './facts.ts';
import { movementRefs } from './views.ts';

export type UnitOut = z.input<typeof UnitBeside>;
type Out = z.input<typeof ComparisonBelow>;

/** Nobody compares more at once; a province has fewer communes. */
const MOST_UNITS = 500;

/** One movement beside the plans of all below it that one may see. */
export async function viewComparisonBelow(
  read: Read,
  viewer: Viewer,
  { movementId }: { movementId: string },
): Promise<Out> {
  const movement = await movementFacts(read, viewer, movementId);
  const asked = (await planTargets(read, [movementId])).get(movementId) ?? [];
  const shared = await sharedOut(read, asked);
  const units = await unitsBeside(read, viewer, { movement, asked, shared });
  return {
    movement: {
      id: movement.id,
      title: movement.title,
      organisation: { id: movement.organisationId, name: movement.organisationName },
    },
    targets: asked.map((target, at) => ({
      ...comparedOut(target),
      shares: shared.get(target.id)?.shares ?? null,
      takenOn: takenOn(target, units, at),
    })),
    units,
  };
}

/** One unit as {@link viewComparisonBelow} shows it. */
export async function viewUnitBeside(
  read: Read,
  viewer: Viewer,
  { movementId, organisationId }: { movementId: string; organisationId: string },
): Promise<UnitOut> {
  const movement = await movementFacts(read, viewer, movementId);
  const asked = (await planTargets(read, [movementId])).get(movementId) ?? [];
  const shared = await sharedOut(read, asked);
  const [unit] = await unitsBeside(read, viewer, { movement, asked, shared }, organisationId);
  if (!unit) throw notFound();
  return unit;
}

/** What the units with a plan take on together, where the target adds up. */
function takenOn({ figure, addsUp }: PlanTarget, units: readonly UnitOut[], at: number) {
  if (!addsUp || figure === null || figure.value === null) return null;
  if (units.every(({ cells }) => cells.length === 0)) return null;
  return sumTakenOn(
    { value: figure.value, unit: figure.unit },
    units.map(({ cells }) => {
      const { value = null, unit = null } = cells[at] ?? {};
      return value === null ? null : { value, unit };
    }),
  );
}

type Beside = { movement: MovementFacts; asked: readonly PlanTarget[]; shared: ReadonlyMap<string, Shared> };
type UnitRow = Awaited<ReturnType<typeof unitRows>>[number];

async function unitsBeside(
  read: Read,
  viewer: Viewer,
  { movement, asked, shared }: Beside,
  only?: string,
): Promise<UnitOut[]> {
  const rows = await unitRows(read, viewer, movement, only);
  const answering = rows.flatMap(({ answeringId }) => answeringId ?? []);
  const refs = await movementRefs(read, viewer, answering);
  const seen = [...refs.keys()];
  const plans = await planTargets(read, seen);
  const answers = await answersOf(read, seen);
  return rows.map((row) => {
    const plan = plans.get(row.answeringId ?? '');
    const shares = (target: PlanTarget) => shared.get(target.id)?.ofUnit.get(row.id);
    const compared = plan
      ? compareWithParent(
          asked.map((target) => askedOf(target, shares(target))),
          plan,
          answers.get(row.answeringId ?? '') ?? new Map(),
        ).rows
      : [];
    return unitOut(row, viewer, {
      ref: refs.get(row.answeringId ?? ''),
      compared,
      plan: plan ?? [],
      open: movement.archivedAt === null,
    });
  });
}

type Found = {
  ref: NonNullable<Awaited<ReturnType<typeof movementRefs>> extends Map<string, infer R> ? R : never> | undefined;
  compared: readonly ComparedRow[];
  plan: readonly PlanTarget[];
  /** Whether anything may still be recorded. */
  open: boolean;
};

function unitOut(row: UnitRow, viewer: Viewer, { ref, compared, plan, open }: Found): UnitOut {
  const recorded = row.recordVersion !== null;
  const response = row.how === null ? null : { how: row.how as ResponseKind, numbered: row.planNumber !== null };
  const issue = issueState({ response, recorded });
  const onPaper = issue === 'recorded';
  const { periodFrom, periodUntil, year } = row;
  const state =
    year === null
      ? 'running'
      : movementState({ period: { from: periodFrom, until: periodUntil }, year, archived: row.archived }, viewer.today);
  return {
    organisation: { id: row.id, name: row.name },
    issue,
    how: response?.how ?? null,
    movement: ref ? { ...ref, state } : null,
    numberSymbol: onPaper ? row.recordNumber : row.planNumber,
    issuedOn: onPaper ? row.recordDay : row.planDay,
    reason: row.reason,
    recorded:
      recorded && row.recordPost !== null
        ? {
            saidBy: row.saidBy,
            byPost: row.recordPost,
            file: row.fileName === null ? null : { name: row.fileName, bytes: Number(row.fileSize ?? 0) },
          }
        : null,
    recordVersion: row.recordVersion ?? 0,
    mayRecord: row.reached && open,
    cells: compared.map(({ state: cell, ownId, height, reason }) => {
      const own = plan.find(({ id }) => id === ownId);
      const aim = own?.figure ? aimOf(own.figure) : null;
      return {
        state: cell,
        name: own?.name ?? null,
        value: aim?.value ?? null,
        unit: aim?.unit ?? null,
        height,
        reason,
      };
    }),
  };
}

type Row = {
  id: string;
  name: string;
  how: string | null;
  reason: string | null;
  answeringId: string | null;
  planNumber: string | null;
  planDay: string | null;
  year: number | null;
  periodFrom: string | null;
  periodUntil: string | null;
  archived: boolean;
  recordNumber: string | null;
  recordDay: string | null;
  saidBy: string | null;
  fileName: string | null;
  fileSize: string | null;
  recordPost: string | null;
  recordVersion: number | null;
  reached: boolean;
};

/** Those directly below the launchers that issue documents of their own, and all who answered or whose plan is on record. */
async function unitRows(read: Read, viewer: Viewer, movement: MovementFacts, only: string | undefined): Promise<Row[]> {
  const { today } = viewer;
  const launchers = sql.join(launcherIds(movement).map((id) => sql`${id}::uuid`));
  const alone = only === undefined ? sql`` : sql`AND o.id = ${only}::uuid`;
  const { rows } = await sql<Row>`
    SELECT o.id, o.name, r.how, r.reason, r.answering_id AS "answeringId",
      m.number_symbol AS "planNumber", m.issued_on AS "planDay", m.year, m.period_from AS "periodFrom",
      m.period_until AS "periodUntil", m.archived_at IS NOT NULL AS archived,
      p.number_symbol AS "recordNumber", p.issued_on AS "recordDay", p.said_by AS "saidBy", p.file_name AS "fileName",
      p.file_size AS "fileSize", p.by_post AS "recordPost", p.version AS "recordVersion",
      o.id IN ${idsReached(viewer, 'recordIssuedPlan')} AS reached
    FROM organisations o
    LEFT JOIN movement_responses r ON r.answered_id = ${movement.id} AND r.organisation_id = o.id
    LEFT JOIN movements m ON m.id = r.answering_id
    LEFT JOIN issued_plans p ON p.movement_id = ${movement.id} AND p.organisation_id = o.id
    WHERE o.province_id = ${viewer.provinceId} AND o.id IN ${idsInSight(viewer)} AND o.id NOT IN (${launchers}) ${alone}
      AND (r.id IS NOT NULL OR p.movement_id IS NOT NULL
        OR (o.parent_id IN (${launchers}) AND o.issuer_name IS NOT NULL
          AND (o.valid_from IS NULL OR o.valid_from <= ${today}::date)
          AND (o.valid_until IS NULL OR o.valid_until > ${today}::date)))
    ORDER BY o.position, o.name, o.id LIMIT ${MOST_UNITS}`.execute(read);
  return rows;
}

/** The file of a plan on record. */
export async function viewIssuedPlanFile(
  read: Read,
  viewer: Viewer,
  { movementId, organisationId }: { movementId: string; organisationId: string },
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  await movementFacts(read, viewer, movementId);
  const found = await read
    .selectFrom('issued_plans')
    .select(['file_name as name', 'file_sha256 as sha256'])
    .where('movement_id', '=', movementId)
    .where('organisation_id', '=', organisationId)
    .where('province_id', '=', viewer.provinceId)
    .where('organisation_id', 'in', idsInSight(viewer))
    .executeTakeFirst();
  if (!found?.sha256 || found.name === null) throw notFound();
  const bytes = await findFile(read, viewer.provinceId, found.sha256.toString('hex'));
  if (!bytes) throw notFound();
  return { name: found.name, type: 'application/octet-stream', bytes };
}
