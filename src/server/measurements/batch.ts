/** Many figures at once, judged as one by one they would be: the same rules, asked over whole sets. */

import { sql } from 'kysely';
import type { ActName } from '../../core/rules/access.ts';
import { doubtsOf, type EntryDoubt, type EntryFault, entryFactsOf } from '../../core/rules/figure-entry.ts';
import {
  figureOfTicks,
  type Incoming,
  judgeIncoming,
  type RowFault,
  type WrittenFigure,
} from '../../core/rules/figure-import.ts';
import { type EnteredPeriod, seriesOf } from '../../core/rules/figure-series.ts';
import { ratioTicked } from '../../core/rules/target-details.ts';
import { type MovementFacts, movementFacts } from '../movements/facts.ts';
import { Problem } from '../problem.ts';
import { idsReached } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { approverOf } from './approver.ts';
import { type AskedFigure, addsUp, askedFigures } from './asked.ts';
import { closedPeriods, type KeptFigure } from './facts.ts';
import type { MovedFigure } from './write-acts.ts';

export type BatchRow = {
  targetId: string;
  organisationId: string;
  from: string;
  until: string;
  figure: WrittenFigure;
  /** Of the few named things, those that were ticked: part and whole follow from them. Null where nothing was ticked. */
  things?: readonly string[] | null;
};

/** A kept figure, as far as a batch needs it. */
export type LeanFigure = Omit<
  KeptFigure,
  'saidBy' | 'returnedReason' | 'correctionReason' | 'at' | 'byPost' | 'approvedAt' | 'earlier' | 'ticked'
>;

export type BatchFault = EntryFault | RowFault;

export type Judged = {
  row: BatchRow;
  target: AskedFigure | null;
  kept: LeanFigure | null;
  /** Counted with the rest of the batch; null where it does not follow. */
  cumulative: string | null;
  incoming: Incoming | { effect: 'refused'; faults: BatchFault[] };
  doubts: EntryDoubt[];
};

export type BatchPlan = {
  judged: Judged[];
  /** Figures of other periods whose cumulative moves with it. */
  moved: MovedFigure[];
};

const isSame = (one: { from: string; until: string }, other: { from: string; until: string }) =>
  one.from === other.from && one.until === other.until;
export const placeOf = ({ targetId, organisationId, from, until }: Omit<BatchRow, 'figure' | 'things'>): string =>
  `${targetId} ${organisationId} ${from} ${until}`;
const pairOf = ({ targetId, organisationId }: Pick<BatchRow, 'targetId' | 'organisationId'>) =>
  `${targetId} ${organisationId}`;

type Around = {
  movement: MovementFacts;
  closed: { from: string; until: string }[];
  writer: 'unit' | 'approver';
};

type BatchFacts = {
  targets: Map<
    string,
    AskedFigure & { units: AskedFigure['units']; byUnit: Map<string, AskedFigure['units'][number]> }
  >;
  around: Map<string, Around>;
  reached: ReadonlySet<string>;
  kept: Map<string, LeanFigure[]>;
  /** What is ticked in the kept figures of rows that tick, by figure. */
  ticked: ReadonlyMap<string, readonly string[]>;
};

/** What stands against each row or would come of it. Nothing is written. */
export async function planBatch(
  read: Read,
  viewer: Viewer,
  rows: readonly BatchRow[],
  right: ActName,
): Promise<BatchPlan> {
  const facts = await batchFacts(read, viewer, rows, right);
  const seen = new Set<string>();
  const judged = rows.map((row): Judged => {
    const place = placeOf(row);
    const twice = seen.has(place);
    seen.add(place);
    return judge(row, facts, viewer.today, twice);
  });
  return { judged, moved: countOn(judged, facts) };
}

function judge(row: BatchRow, facts: BatchFacts, today: string, twice: boolean): Judged {
  const target = facts.targets.get(row.targetId) ?? null;
  const kept = facts.kept.get(pairOf(row))?.find((one) => isSame(one, row)) ?? null;
  const found = { row, target, kept, cumulative: null, doubts: [] };
  const no = (fault: BatchFault): Judged => ({ ...found, incoming: { effect: 'refused', faults: [fault] } });
  if (!target) return no('target-not-there');
  if (!facts.reached.has(row.organisationId)) return no('not-reached');
  const around = facts.around.get(target.movementId);
  const period = target.periods.find((one) => isSame(one, row));
  if (!around || !period || !target.byUnit.has(row.organisationId)) return no('not-asked');
  if (twice) return no('row-twice');
  const counted = countedRow(row, target);
  if (typeof counted === 'string') return no(counted);
  const { things } = counted;
  const closed = around.closed.some((one) => isSame(one, row));
  const incoming = judgeIncoming(counted.figure, {
    ...entryFactsOf(target, { period, today, closed }),
    writer: around.writer,
    kept: kept && { ...kept, value: kept.entered },
    sameTicks: !things || !kept || sameThings(things, facts.ticked.get(kept.id) ?? []),
  });
  return { ...found, row: counted, incoming };
}

const sameThings = (one: readonly string[], other: readonly string[]): boolean =>
  [...new Set(one)].sort().join() === [...other].sort().join();

/** A row whose things were ticked, with the part and the whole that follow; any other as it is. */
function countedRow(row: BatchRow, { units, things: listed }: AskedFigure): BatchRow | RowFault {
  const { things = null, figure } = row;
  if (things === null) return row;
  const own = units.length === 1 ? listed : [];
  if (own.length === 0 || things.some((id) => !own.some((thing) => thing.id === id))) return 'not-listed';
  const counted = figureOfTicks(figure, ratioTicked(own, things));
  return counted === null ? 'ticks-disagree' : { ...row, figure: { ...figure, ...counted } };
}

/** Counts the cumulative of what would be written, says what looks like a slip, and finds what else moves. */
function countOn(judged: Judged[], facts: BatchFacts): MovedFigure[] {
  const pairs = new Map<string, Judged[]>();
  for (const one of judged) {
    if (one.incoming.effect !== 'new' && one.incoming.effect !== 'changed') continue;
    const known = pairs.get(pairOf(one.row));
    if (known) known.push(one);
    else pairs.set(pairOf(one.row), [one]);
  }
  const moved: MovedFigure[] = [];
  for (const [pair, written] of pairs) {
    const target = facts.targets.get(written[0]?.row.targetId ?? '');
    if (!target) continue;
    const kept = facts.kept.get(pair) ?? [];
    const stays = kept.filter((figure) => !written.some(({ row }) => isSame(row, figure)));
    const entered: EnteredPeriod[] = [
      ...stays.map(({ from, until, entered: value, enteredAs }) => ({ from, until, value, enteredAs })),
      ...written.map(({ row }) => ({ ...row, value: row.figure.value, enteredAs: target.enteredAs })),
    ].flatMap(({ from, until, value, enteredAs }) => (value === null ? [] : [{ from, until, value, enteredAs }]));
    const points = seriesOf(target.periods, entered);
    for (const [at, point] of points.entries()) {
      const one = written.find(({ row }) => isSame(row, point));
      if (one) {
        const before = points.slice(0, at).findLast(({ cumulative }) => cumulative !== null)?.cumulative ?? null;
        const unit = target.byUnit.get(one.row.organisationId);
        const share = unit?.share ?? (target.units.length === 1 ? target.figure.value : null);
        one.cumulative = point.cumulative;
        one.doubts = doubtsOf({ cumulative: point.cumulative, before, target: share, addsUp: addsUp(target) });
        continue;
      }
      const figure = stays.find((other) => isSame(other, point));
      if (figure && figure.value !== point.cumulative) moved.push({ id: figure.id, value: point.cumulative });
    }
  }
  return moved;
}

/** More movements than a list of figures has to do with. */
const MOST_MOVEMENTS = 100;

async function batchFacts(read: Read, viewer: Viewer, rows: readonly BatchRow[], right: ActName): Promise<BatchFacts> {
  const targetIds = [...new Set(rows.map(({ targetId }) => targetId))];
  const unitIds = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const movements = await movementsOf(read, targetIds);
  const facts: BatchFacts = {
    targets: new Map(),
    around: new Map(),
    reached: await reachedAmong(read, viewer, unitIds, right),
    kept: new Map(),
    ticked: new Map(),
  };
  for (const movementId of movements) {
    const around = await aroundOf(read, viewer, movementId);
    if (!around) continue;
    facts.around.set(movementId, around);
    for (const target of await askedFigures(read, around.movement))
      facts.targets.set(target.id, { ...target, byUnit: new Map(target.units.map((unit) => [unit.id, unit])) });
  }
  for (const figure of await leanFigures(read, rows)) {
    const known = facts.kept.get(pairOf(figure));
    if (known) known.push(figure);
    else facts.kept.set(pairOf(figure), [figure]);
  }
  const ticking = rows.filter(({ things }) => things).flatMap((row) => facts.kept.get(pairOf(row)) ?? []);
  return { ...facts, ticked: await tickedIn(read, ticking) };
}

/** What is ticked in these figures. */
async function tickedIn(read: Read, figures: readonly Pick<LeanFigure, 'id'>[]): Promise<Map<string, string[]>> {
  const ticked = new Map<string, string[]>();
  if (figures.length === 0) return ticked;
  const { rows } = await sql<{ id: string; things: string[] }>`
    SELECT measurement_id AS id, array_agg(thing_id) AS things FROM measurement_ticks
    WHERE measurement_id = ANY(${figures.map(({ id }) => id)}::uuid[]) GROUP BY measurement_id`.execute(read);
  for (const { id, things } of rows) ticked.set(id, things);
  return ticked;
}

/** Movements of these targets, whoever may see them. */
export async function movementsOf(read: Read, targetIds: readonly string[]): Promise<string[]> {
  if (targetIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT movement_id AS id FROM targets
    WHERE id = ANY(${[...targetIds]}::uuid[]) LIMIT ${MOST_MOVEMENTS}`.execute(read);
  return rows.map(({ id }) => id);
}

/** Null for a movement out of sight, and for one put away: its figures do not change any more. */
async function aroundOf(read: Read, viewer: Viewer, movementId: string): Promise<Around | null> {
  const movement = await movementFacts(read, viewer, movementId).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'not-found') return null;
    throw error;
  });
  if (!movement || movement.archivedAt !== null) return null;
  const periods = await closedPeriods(read, movementId);
  const { forLauncher } = await approverOf(read, viewer, movement);
  return {
    movement,
    closed: periods.filter(({ reopenedAt }) => reopenedAt === null),
    writer: forLauncher ? 'approver' : 'unit',
  };
}

/** Those of the units that the viewer's right reaches. */
export async function reachedAmong(
  read: Read,
  viewer: Viewer,
  unitIds: readonly string[],
  right: ActName,
): Promise<ReadonlySet<string>> {
  if (unitIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`SELECT id FROM unnest(${[...unitIds]}::uuid[]) AS unit (id)
    WHERE id IN ${idsReached(viewer, right)}`.execute(read);
  return new Set(rows.map(({ id }) => id));
}

/** Every figure of these targets and units, of whatever period. */
export async function leanFigures(
  read: Read,
  pairs: readonly Pick<BatchRow, 'targetId' | 'organisationId'>[],
): Promise<LeanFigure[]> {
  const own = [...new Map(pairs.map((pair) => [pairOf(pair), pair])).values()];
  if (own.length === 0) return [];
  const { rows } = await sql<LeanFigure>`
    SELECT m.id, m.version, m.target_id AS "targetId", m.organisation_id AS "organisationId", m.period_from AS "from",
      m.period_until AS until, m.state, m.entered_as AS "enteredAs", m.entered_value AS entered, m.value, m.numerator,
      m.denominator, m.estimated, m.note
    FROM unnest(${own.map(({ targetId }) => targetId)}::uuid[], ${own.map(({ organisationId }) => organisationId)}::uuid[])
      AS pair (target_id, organisation_id)
    JOIN measurements m ON m.target_id = pair.target_id AND m.organisation_id = pair.organisation_id
    ORDER BY m.period_until, m.id`.execute(read);
  return rows;
}
