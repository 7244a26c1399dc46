/** A report's figures from the command line: offered with their sentences as on the page, and only those named are written. */

import { CalendarDate, MovementId } from '../contract/ids.ts';
import { failureText } from '../core/reader/failure-text.ts';
import { namesakesAmong } from '../core/text/search.ts';
import { importCommandVi as words } from '../core/text/vi/import-command.ts';
import { readingHereVi } from '../core/text/vi/reading.ts';
import { act, type World } from './act.ts';
import { type Found, failed, sentence } from './figure-file.ts';
import { sha256Of } from './files.ts';
import { importFigureReport } from './measurements/report-acts.ts';
import { askedUnits, type ReadReport, type ReportPlace, viewFigureReport } from './measurements/report-views.ts';
import { Problem } from './problem.ts';
import { type Read, reading, type Viewer } from './read.ts';

/** Which figures of a report are meant: those that fit a target and the period, or some by their number. */
export type Take = 'matched' | readonly number[] | null;

/** As typed: a movement by its id or the address of its page, a unit by its id or name; none is one's own. */
export type ReportWhere = { movement: string; unit: string | null; from: string; until: string };

type Report = { name: string; bytes: Uint8Array; outcome: ReadReport; where: ReportWhere; take: Take };
type Results = Awaited<ReturnType<typeof viewFigureReport>>['results'];
export type ReportFound = Found & { results: Results };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const MOST_NAMED = 12;

const none = (name: string, ...messages: string[]): ReportFound => ({
  ...failed(...messages.map((message) => ({ at: name, message }))),
  results: [],
});

export async function takeReport(
  world: World,
  viewer: Viewer,
  { name, bytes, outcome, where, take }: Report,
  dryRun: boolean,
): Promise<ReportFound> {
  if (!outcome.ok) return none(name, failureText(outcome.refusal, readingHereVi));
  const ask = <T>(question: (read: Read) => Promise<T>) => reading(world.db, viewer, question);
  const place = await ask((read) => placeOf(read, viewer, where));
  if (typeof place === 'string') return none(name, place);
  const seen = await ask((read) => viewFigureReport(read, viewer, { place, outcome })).catch((error: unknown) => {
    if (error instanceof Problem) return null;
    throw error;
  });
  if (!seen) return none(name, sentence('not-reached', {}));
  const { results } = seen;
  const usable = results.filter(({ effect }) => effect === 'new' || effect === 'changed');
  const ticked =
    take === 'matched' ? usable.filter(({ state }) => state === 'matched').map(({ at }) => at) : [...(take ?? [])];
  const faults = faultsOf(results, ticked);
  const chosen = usable.filter(({ at }) => ticked.includes(at));
  const count = (effect: string) => chosen.filter((one) => one.effect === effect).length;
  const counts = { new: count('new'), changed: count('changed'), unchanged: 0 };
  const found = { faults, faultCount: faults.length, counts, written: 0, results };
  if (dryRun || faults.length > 0 || chosen.length === 0) return found;
  const actionId = world.newId();
  const given = { ...place, actionId, name, ticked: ticked.join(',') };
  const doing = { viewer, name: 'importFigureReport', actionId, input: { ...given, sha256: sha256Of(bytes) } } as const;
  const { written } = await act(world, doing, (tx, { sha256: _, ...input }, context) =>
    importFigureReport(tx, input as never, context, { outcome, bytes }),
  );
  return { ...found, written };
}

/** Why what was named cannot be written: not there, not usable, or two figures of one target. */
function faultsOf(results: Results, ticked: readonly number[]): { at: string; message: string }[] {
  return ticked.flatMap((number, place) => {
    const one = results.find(({ at }) => at === number);
    const at = words.resultNumber(number);
    if (!one) return [{ at, message: words.noResult }];
    if (one.effect === 'refused') return one.faults.map((code) => ({ at, message: sentence(code, {}) }));
    if (one.effect === null) return [{ at, message: words.onlyListed }];
    if (one.effect === 'unchanged') return [{ at, message: words.sameAsKept }];
    const twice = ticked
      .slice(0, place)
      .find((other) => results.find((result) => result.at === other)?.target?.id === one.target?.id);
    return twice === undefined ? [] : [{ at, message: words.sameTarget(twice) }];
  });
}

const namedById = ({ id, name }: { id: string; name: string }): string => `${name} (${id})`;

/** Of which unit, movement and period the report is; a sentence where that cannot be. */
async function placeOf(read: Read, viewer: Viewer, where: ReportWhere): Promise<ReportPlace | string> {
  const movementId = MovementId.safeParse(UUID.exec(where.movement.toLowerCase())?.[0]);
  if (!movementId.success) return words.noMovement;
  const from = CalendarDate.safeParse(where.from);
  const until = CalendarDate.safeParse(where.until);
  if (!from.success || !until.success) return words.badDay;
  const units = await askedUnits(read, viewer, movementId.data).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'not-found') return null;
    throw error;
  });
  if (!units) return words.noMovement;
  const wanted = where.unit ?? viewer.organisationId;
  const byId = units.filter(({ id }) => id === wanted.toLowerCase());
  const [unit, ...others] = byId.length > 0 ? byId : namesakesAmong(units)(wanted);
  if (!unit)
    return words.noUnit(
      units.slice(0, MOST_NAMED).map(({ name }) => name),
      units.length > MOST_NAMED,
    );
  if (others.length > 0) return words.severalUnits([unit, ...others].slice(0, MOST_NAMED).map(namedById));
  const period = unit.periods.some((one) => one.from === from.data && one.until === until.data);
  if (!period) return words.noPeriod(unit.periods.slice(0, MOST_NAMED).map((one) => `${one.from} … ${one.until}`));
  return { movementId: movementId.data, organisationId: unit.id, from: from.data, until: until.data };
}
