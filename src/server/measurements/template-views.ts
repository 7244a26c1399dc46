/** The Excel template of a period: a sheet for each unit that the person enters figures for. */

import { entryRuleOf } from '../../core/rules/figure-entry.ts';
import { cellRule, keyOfTarget, sameDecimal } from '../../core/rules/figure-import.ts';
import { refusal } from '../../core/rules/refusal.ts';
import { holdsOn, type NamedThing, ratioTicked } from '../../core/rules/target-details.ts';
import { figurePagesVi } from '../../core/text/vi/figure-pages.ts';
import { figuresVi } from '../../core/text/vi/figures.ts';
import { targetDetailsVi } from '../../core/text/vi/target-details.ts';
import { figureSheet, type TemplateRow } from '../../core/writer/figure-sheet.ts';
import type { FormSheet } from '../../core/writer/xlsx-form.ts';
import { movementFacts } from '../movements/facts.ts';
import { notFound, refused } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { type AskedFigure, askedFigures } from './asked.ts';
import { reachedAmong } from './batch.ts';
import { cellOf } from './cells.ts';
import { closedPeriods, type KeptFigure, keptFigures } from './facts.ts';
import { stampText, TEMPLATE_VERSION, templateKey } from './stamp.ts';

type Where = { movementId: string; from: string; until: string; organisationId?: string | undefined };

/** As many sheets as one workbook may have, and as many files as are packed together. */
const MOST_SHEETS = 300;
const MOST_FILES = 2_000;

export type Templates = { movement: string; period: string; sheets: FormSheet[] };

export async function viewTemplates(
  read: Read,
  viewer: Viewer,
  { movementId, from, until, organisationId, as }: Where & { as: 'book' | 'files' },
): Promise<Templates> {
  const movement = await movementFacts(read, viewer, movementId);
  const asked = (await askedFigures(read, movement)).filter(({ periods }) =>
    periods.some((one) => one.from === from && one.until === until),
  );
  const period = asked[0]?.periods.find((one) => one.from === from && one.until === until);
  if (!period) throw notFound();
  const units = new Map(asked.flatMap((one) => one.units.map((unit) => [unit.id, unit.name] as const)));
  const reached = await reachedAmong(read, viewer, [...units.keys()], 'saveFigures');
  const wanted = [...units].filter(
    ([id]) => reached.has(id) && (organisationId === undefined || id === organisationId),
  );
  if (wanted.length === 0) throw refused([refusal('template-for-nobody')]);
  const most = as === 'book' ? MOST_SHEETS : MOST_FILES;
  if (wanted.length > most) throw refused([refusal('template-too-many', { count: wanted.length, most })]);
  const kept = new Map<string, KeptFigure[]>();
  for (const figure of await keptFigures(
    read,
    asked.map(({ id }) => id),
  )) {
    const key = `${figure.targetId} ${figure.organisationId}`;
    kept.set(key, [...(kept.get(key) ?? []), figure]);
  }
  const shut = (await closedPeriods(read, movementId)).find((one) => one.from === from && one.until === until);
  const closed = shut !== undefined && shut.reopenedAt === null;
  const key = await templateKey(read, viewer);
  const words = figurePagesVi.period(period);
  const sheets = wanted.map(([id, name]) => {
    const made = viewer.today;
    const stamp = { version: TEMPLATE_VERSION, movementId, organisationId: id, from, until, made };
    const rows = asked.flatMap((target): TemplateRow[] =>
      target.units.some((unit) => unit.id === id)
        ? [rowOf(target, { id, from, until }, kept.get(`${target.id} ${id}`) ?? [], closed)]
        : [],
    );
    return figureSheet({
      stamp: stampText(key, stamp),
      movement: movement.title,
      unit: name,
      period: words,
      made,
      rows,
    });
  });
  return { movement: movement.title, period: words, sheets };
}

function rowOf(
  target: AskedFigure,
  at: { id: string; from: string; until: string },
  kept: readonly KeptFigure[],
  closed: boolean,
): TemplateRow {
  const unit = target.units.find(({ id }) => id === at.id);
  const share = unit?.share ?? (target.units.length === 1 ? target.figure.value : null);
  const { figure, before, lastYear } = cellOf(target, at, kept, share);
  const { asFraction } = target;
  const { unit: measured } = target.figure;
  const { rule, mayPassHundred } = entryRuleOf(target);
  const filled = figure !== null && (figure.entered !== null || figure.numerator !== null);
  const locked = closed || figure?.state === 'approved';
  const things = target.units.length === 1 ? target.things : [];
  const asTicked = filled && isTicked(things, figure);
  // What follows from ticks stands in their lines alone: changing one of them would contradict it.
  const ratio = filled && !(asTicked && !locked) ? figure : null;
  return {
    key: keyOfTarget({ id: target.id, enteredAs: target.enteredAs, asFraction, unit: measured }),
    name: target.name,
    unit: measured,
    enteredAs: target.enteredAs,
    asFraction,
    share,
    before,
    lastYear,
    figure: filled
      ? {
          value: figure.entered,
          numerator: ratio?.numerator ?? null,
          denominator: ratio?.denominator ?? null,
          estimated: figure.estimated,
          note: figure.note,
        }
      : null,
    state: filled ? figuresVi.states[figure.state] : '',
    locked,
    rule: cellRule(rule, mayPassHundred),
    things: things.map((thing) => ({
      id: thing.id,
      name: thing.name,
      ticked: asTicked ? figure.ticked.includes(thing.id) : null,
      state: holdsOn(thing, at.until) ? targetDetailsVi.holds : '',
    })),
  };
}

/** Whether part and whole of a figure are what was ticked. */
function isTicked(
  things: readonly NamedThing[],
  { ticked, numerator, denominator }: Pick<KeptFigure, 'ticked' | 'numerator' | 'denominator'>,
): boolean {
  if (things.length === 0 || numerator === null || denominator === null) return false;
  const ratio = ratioTicked(things, ticked);
  return sameDecimal(ratio.numerator, numerator) && sameDecimal(ratio.denominator, denominator);
}
