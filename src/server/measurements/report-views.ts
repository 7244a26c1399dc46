/** Figures of a report laid beside what a unit is asked for. */

import type { z } from 'zod';
import { MOST_RESULTS, type previewFigureReport } from '../../contract/figure-imports.ts';
import type { ReadRefusal } from '../../core/reader/limits.ts';
import type { Reading } from '../../core/reader/reading.ts';
import { type MatchedResult, matchResults } from '../../core/rules/result-match.ts';
import { movementFacts } from '../movements/facts.ts';
import { requireReach } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { type AskedFigure, askedFigures } from './asked.ts';
import { type BatchRow, type Judged, planBatch } from './batch.ts';
import { figureText } from './import-views.ts';

export type ReportPlace = { movementId: string; organisationId: string; from: string; until: string };
export type ReadReport = { ok: true; reading: Reading } | { ok: false; refusal: ReadRefusal };
type Out = z.input<(typeof previewFigureReport)['output']>;

/** Letters of the text shown on each side of the quoted words. */
const AROUND = 160;

export async function viewFigureReport(
  read: Read,
  viewer: Viewer,
  { place, outcome }: { place: ReportPlace; outcome: ReadReport },
): Promise<Out> {
  const asked = await askedOf(read, viewer, place);
  if (!outcome.ok) return { failure: { ...outcome.refusal, facts: { ...outcome.refusal.facts } }, results: [] };
  const { reading } = outcome;
  const matches = matchesOf(reading, asked, place);
  const judgements = await judgeEach(read, viewer, { matches, reading, place });
  return {
    failure: null,
    results: matches.map((match, at) => {
      const result = reading.results[at];
      const judged = judgements.get(at);
      const target = asked.find(({ id }) => id === match.targetId);
      const [from, until] = result?.span ?? [0, 0];
      return {
        at,
        state: match.state,
        quote: {
          before: reading.text.slice(Math.max(0, from - AROUND), from),
          words: reading.text.slice(from, until),
          after: reading.text.slice(until, until + AROUND),
        },
        name: result?.name ?? '',
        asOf: result?.asOf ?? null,
        estimated: result?.estimated ?? false,
        target: target ? { id: target.id, name: target.name, unit: target.figure.unit } : null,
        after: match.figure && figureText(match.figure),
        before: judged?.kept ? figureText({ ...judged.kept, value: judged.kept.entered }) : null,
        effect: judged?.incoming.effect ?? null,
        faults: judged?.incoming.effect === 'refused' ? judged.incoming.faults : [],
        doubts: judged?.doubts ?? [],
      };
    }),
  };
}

/** What the unit is asked for in the period. Throws for a movement out of sight. */
export async function askedOf(read: Read, viewer: Viewer, place: ReportPlace): Promise<AskedFigure[]> {
  const movement = await movementFacts(read, viewer, place.movementId);
  await requireReach(read, viewer, 'importFigureReport', place.organisationId);
  const asked = await askedFigures(read, movement);
  return asked.filter(
    ({ periods, units }) =>
      periods.some(({ from, until }) => from === place.from && until === place.until) &&
      units.some(({ id }) => id === place.organisationId),
  );
}

/** Who is asked for figures in a movement, each with its periods, the one that begins first before the others. */
export async function askedUnits(
  read: Read,
  viewer: Viewer,
  movementId: string,
): Promise<{ id: string; name: string; periods: { from: string; until: string }[] }[]> {
  const units = new Map<string, { id: string; name: string; periods: Map<string, { from: string; until: string }> }>();
  for (const { units: asked, periods } of await askedFigures(read, await movementFacts(read, viewer, movementId)))
    for (const { id, name } of asked) {
      const unit = units.get(id) ?? { id, name, periods: new Map() };
      for (const { from, until } of periods) unit.periods.set(`${from} ${until}`, { from, until });
      units.set(id, unit);
    }
  return [...units.values()].map(({ periods, ...unit }) => ({
    ...unit,
    periods: [...periods].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, period]) => period),
  }));
}

export function matchesOf(reading: Reading, asked: readonly AskedFigure[], period: ReportPlace): MatchedResult[] {
  const targets = asked.map(({ id, indicator, figure, asFraction }) => ({
    id,
    indicator,
    unit: figure.unit,
    asFraction,
  }));
  return matchResults(reading.results.slice(0, MOST_RESULTS), targets, period);
}

/** The row that a matched figure would become; null for one that is only listed. */
export function rowOf(match: MatchedResult, at: number, reading: Reading, place: ReportPlace): BatchRow | null {
  const { organisationId, from, until } = place;
  if (match.targetId === null || match.figure === null) return null;
  const estimated = reading.results[at]?.estimated ?? false;
  return { targetId: match.targetId, organisationId, from, until, figure: { ...match.figure, estimated, note: null } };
}

type Judging = { matches: readonly MatchedResult[]; reading: Reading; place: ReportPlace };

/** Each figure judged by itself: which of several about one target is ticked is the person's choice. */
async function judgeEach(
  read: Read,
  viewer: Viewer,
  { matches, reading, place }: Judging,
): Promise<Map<number, Judged>> {
  const judged = new Map<number, Judged>();
  let left = matches.flatMap((match, at) => {
    const row = rowOf(match, at, reading, place);
    return row ? [{ at, row }] : [];
  });
  // So many may speak of one target; more are listed without a judgement.
  for (let turn = 0; turn < MOST_OF_ONE && left.length > 0; turn++) {
    const seen = new Set<string>();
    const now = left.filter(({ row }) => !seen.has(row.targetId) && seen.add(row.targetId));
    left = left.filter((one) => !now.includes(one));
    const plan = await planBatch(
      read,
      viewer,
      now.map(({ row }) => row),
      'importFigureReport',
    );
    for (const [place, { at }] of now.entries()) {
      const one = plan.judged[place];
      if (one) judged.set(at, one);
    }
  }
  return judged;
}

const MOST_OF_ONE = 10;
