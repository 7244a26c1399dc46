/**
 * What may be done to the tree of organisations, and when. Every change holds from a day on, today at the latest; it
 * comes after everything that is already written about the organisations it ends, renames or moves, so that the past
 * stays as it was entered.
 */

import {
  ORGANISATION_LEVELS,
  type OrganisationKind,
  type OrganisationLevel,
  TWO_LEVELS_SINCE,
} from './organisations.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What the rules need to know of an organisation that a change touches. */
export type UnitFacts = {
  id: string;
  name: string;
  kind: OrganisationKind;
  level: OrganisationLevel;
  parentId: string | null;
  /** First day of its life; null where not known. */
  validFrom: string | null;
  /** First day on which it no longer exists; null while it lives. */
  validUntil: string | null;
  /** First day of its present name; null since ever. */
  namedSince: string | null;
  /** First day under its present parent; null since ever. */
  placedSince: string | null;
  /** The latest days on which something came to stand under it, and ceased to. */
  joinedOn: string | null;
  leftOn: string | null;
  /** How many stand under it now. */
  openChildren: number;
};

export type TreeRefusal =
  | 'change-in-future'
  | 'changed-since'
  | 'unit-ended'
  | 'unit-not-yet'
  | 'top-stays'
  | 'under-itself'
  | 'stands-there-already'
  | 'level-does-not-fit'
  | 'district-ended'
  | 'name-taken'
  | 'code-taken'
  | 'nothing-changed'
  | 'merge-too-few'
  | 'merge-different-level'
  | 'merge-different-kind'
  | 'merge-above-below'
  | 'split-too-few'
  | 'not-a-province'
  | 'children-without-place'
  | 'successor-is-itself'
  | 'undo-not-last'
  | 'undo-done'
  /** Something refers to what the change began: a post, a movement, a figure. */
  | 'undo-hangs';

type Verdict = Refusal<TreeRefusal>[];

/** The day of a change: none that is still to come. */
export function checkDay(on: string, today: string): Verdict {
  return on > today ? [refusal('change-in-future', { on, today })] : [];
}

/** Whether an organisation exists on a day and goes on existing today. */
export function checkLives(unit: UnitFacts, on: string): Verdict {
  const { name, validFrom, validUntil } = unit;
  if (validUntil !== null) return [refusal('unit-ended', { name, on: validUntil })];
  return validFrom !== null && on < validFrom ? [refusal('unit-not-yet', { name, on: validFrom })] : [];
}

/** The day after which a change of the kind may hold; null where nothing is written yet. */
export function latestOf(...days: (string | null)[]): string | null {
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}

function after(unit: UnitFacts, on: string, ...days: (string | null)[]): Verdict {
  const latest = latestOf(...days);
  return latest !== null && on <= latest ? [refusal('changed-since', { name: unit.name, on: latest })] : [];
}

const rank = (level: OrganisationLevel): number => ORGANISATION_LEVELS.indexOf(level);
const LOWEST = rank('unit');

/** Whether `level` may stand under `above`: each level under a higher one, units also under units. */
export function fitsUnder(level: OrganisationLevel, above: OrganisationLevel): boolean {
  return rank(level) > rank(above) || (rank(level) === LOWEST && rank(above) === LOWEST);
}

/** What a place in the tree asks of whoever is to stand there. */
export type Place = {
  parent: UnitFacts;
  /** Names (as compared without case) of those that stand under the parent on the day, those that move or end left out. */
  takenNames: readonly string[];
};

type Named = { name: string; level: OrganisationLevel; kind: OrganisationKind };

const comparable = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase('vi');

function checkPlace({ name, level }: Named, { parent, takenNames }: Place, on: string): Verdict {
  const found: Verdict = [...checkLives(parent, on)];
  if (!fitsUnder(level, parent.level)) found.push(refusal('level-does-not-fit', { name, parent: parent.name }));
  if (takenNames.some((taken) => comparable(taken) === comparable(name)))
    found.push(refusal('name-taken', { name, parent: parent.name }));
  return found;
}

/** A district lives before the two levels only. */
const checkDistrict = ({ name, level }: Named, on: string): Verdict =>
  level === 'district' && on >= TWO_LEVELS_SINCE ? [refusal('district-ended', { name, on: TWO_LEVELS_SINCE })] : [];

type Founding = { unit: Named; place: Place; on: string; today: string; codeTakenBy: string | null };

/** Whether a new organisation may begin under a parent on a day. */
export function checkFound({ unit, place, on, today, codeTakenBy }: Founding): Verdict {
  return [
    ...checkDay(on, today),
    ...checkDistrict(unit, on),
    ...checkPlace(unit, place, on),
    ...(codeTakenBy === null ? [] : [refusal('code-taken' as const, { name: codeTakenBy })]),
  ];
}

type Renaming = {
  unit: UnitFacts;
  next: Named;
  same: boolean;
  /** Level of whom it stands under; null at the top. */
  above: OrganisationLevel | null;
  takenNames: readonly string[];
  codeTakenBy: string | null;
  on: string;
  today: string;
};

/** Whether an organisation may be called (or be) otherwise from a day on. */
export function checkRename({ unit, next, same, above, takenNames, codeTakenBy, on, today }: Renaming): Verdict {
  const found: Verdict = [
    ...checkDay(on, today),
    ...checkLives(unit, on),
    ...after(unit, on, unit.namedSince, unit.validFrom),
  ];
  if (same) found.push(refusal('nothing-changed', { name: unit.name }));
  if (next.level !== unit.level) {
    found.push(...checkDistrict(next, on));
    if (above !== null && !fitsUnder(next.level, above))
      found.push(refusal('level-does-not-fit', { name: next.name, parent: null }));
  }
  if (takenNames.some((taken) => comparable(taken) === comparable(next.name)))
    found.push(refusal('name-taken', { name: next.name }));
  if (codeTakenBy !== null) found.push(refusal('code-taken', { name: codeTakenBy }));
  return found;
}

type Moving = { unit: UnitFacts; place: Place; isBelow: boolean; on: string; today: string };

/** Whether an organisation may stand under another from a day on; `isBelow`: the new parent is itself or stands below it at any time since. */
export function checkMove({ unit, place, isBelow, on, today }: Moving): Verdict {
  const found: Verdict = [...checkDay(on, today), ...checkLives(unit, on)];
  if (unit.parentId === null) found.push(refusal('top-stays', { name: unit.name }));
  else found.push(...after(unit, on, unit.placedSince, unit.validFrom));
  if (unit.parentId === place.parent.id)
    return [...found, refusal('stands-there-already', { name: unit.name, parent: place.parent.name })];
  if (isBelow) found.push(refusal('under-itself', { name: unit.name, parent: place.parent.name }));
  return [...found, ...checkPlace(unit, place, on)];
}

/** Whether an organisation may end on a day: everything written about it lies before. */
export function checkEnds(unit: UnitFacts, on: string): Verdict {
  const found = checkLives(unit, on);
  if (unit.parentId === null) found.push(refusal('top-stays', { name: unit.name }));
  if (found.length > 0) return found;
  // Something may leave it on the very day: that is how districts ended, after their communes.
  if (unit.leftOn !== null && on < unit.leftOn)
    found.push(refusal('changed-since', { name: unit.name, on: unit.leftOn }));
  return [...found, ...after(unit, on, unit.validFrom, unit.namedSince, unit.placedSince, unit.joinedOn)];
}

type Merging = {
  ending: readonly UnitFacts[];
  /** A living organisation they are merged into, or the new one; `placeBelow`: it would stand under one of those that end. */
  into: { unit: UnitFacts } | { unit: Named; place: Place; placeBelow: boolean; codeTakenBy: string | null };
  /** Ids of those among them that stand above another of them. */
  above: readonly string[];
  on: string;
  today: string;
};

/** Whether organisations may be merged into one on a day: alike, side by side, each with nothing written after that day. */
export function checkMerge({ ending, into, above, on, today }: Merging): Verdict {
  const existing = 'place' in into ? null : into.unit;
  const found: Verdict = [...checkDay(on, today), ...ending.flatMap((unit) => checkEnds(unit, on))];
  if (ending.length < (existing ? 1 : 2)) found.push(refusal('merge-too-few'));
  for (const unit of ending) {
    if (unit.level !== into.unit.level) found.push(refusal('merge-different-level', { name: unit.name }));
    if (unit.kind !== into.unit.kind) found.push(refusal('merge-different-kind', { name: unit.name }));
    if (above.includes(unit.id)) found.push(refusal('merge-above-below', { name: unit.name }));
  }
  if (existing) {
    found.push(...checkLives(existing, on));
    if (ending.some((unit) => unit.id === existing.id))
      found.push(refusal('successor-is-itself', { name: existing.name }));
    if (above.includes(existing.id)) found.push(refusal('merge-above-below', { name: existing.name }));
  } else if ('place' in into) {
    const { unit, place } = into;
    found.push(...checkDistrict(unit, on), ...checkPlace(unit, place, on));
    if (into.placeBelow) found.push(refusal('under-itself', { name: unit.name, parent: place.parent.name }));
    if (into.codeTakenBy !== null) found.push(refusal('code-taken', { name: into.codeTakenBy }));
  }
  return found;
}

type Splitting = {
  unit: UnitFacts;
  parts: readonly { unit: Named; place: Place; codeTakenBy: string | null }[];
  /** It goes on beside the parts that leave it. */
  stays: boolean;
  /** How many of its children go with a part, and how many were given to none. */
  given: number;
  unplaced: number;
  on: string;
  today: string;
};

/** Whether an organisation may be split on a day: into two or more, or some leave it and it stays. */
export function checkSplit({ unit, parts, stays, given, unplaced, on, today }: Splitting): Verdict {
  const found: Verdict = [...checkDay(on, today)];
  if (stays) {
    found.push(...checkLives(unit, on));
    if (unit.parentId === null) found.push(refusal('top-stays', { name: unit.name }));
    if (given > 0) found.push(...after(unit, on, unit.joinedOn));
  } else found.push(...checkEnds(unit, on));
  if (parts.length < (stays ? 1 : 2)) found.push(refusal('split-too-few'));
  const names = parts.map((part) => comparable(part.unit.name));
  for (const [at, part] of parts.entries()) {
    found.push(...checkDistrict(part.unit, on), ...checkPlace(part.unit, part.place, on));
    if (names.indexOf(names[at] ?? '') < at) found.push(refusal('name-taken', { name: part.unit.name }));
    if (part.codeTakenBy !== null) found.push(refusal('code-taken', { name: part.codeTakenBy }));
  }
  if (!stays && unplaced > 0) found.push(refusal('children-without-place', { name: unit.name, count: unplaced }));
  return found;
}

type Dissolving = {
  unit: UnitFacts;
  successors: readonly UnitFacts[];
  /** Who takes those that stand under it; null: nobody. */
  heir: UnitFacts | null;
  /** The heir is itself or stands below it. */
  heirBelow: boolean;
  /** Names of those under it that cannot stand under the heir. */
  misfits: readonly string[];
  on: string;
  today: string;
};

/** Whether an organisation may end on a day without a new one: whoever stands under it needs another place. */
export function checkDissolve({ unit, successors, heir, heirBelow, misfits, on, today }: Dissolving): Verdict {
  const found: Verdict = [...checkDay(on, today), ...checkEnds(unit, on)];
  for (const successor of successors) {
    found.push(...checkLives(successor, on));
    if (successor.id === unit.id) found.push(refusal('successor-is-itself', { name: unit.name }));
  }
  if (heir !== null) {
    found.push(...checkLives(heir, on));
    if (heirBelow) found.push(refusal('under-itself', { name: unit.name, parent: heir.name }));
    for (const name of misfits) found.push(refusal('level-does-not-fit', { name, parent: heir.name }));
  } else if (unit.openChildren > 0)
    found.push(refusal('children-without-place', { name: unit.name, count: unit.openChildren }));
  return found;
}

type Undoing = {
  undone: boolean;
  /** Names of organisations of the change that were changed again later. */
  changedLater: readonly string[];
};

/** Whether a mistaken change may be taken back: it is the last of all its organisations and nothing hangs on it. */
export function checkUndo({ undone, changedLater }: Undoing): Verdict {
  if (undone) return [refusal('undo-done')];
  return changedLater.map((name) => refusal('undo-not-last', { name }));
}
