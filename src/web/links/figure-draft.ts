/** What is typed into the page of a link for figures, kept on this telephone until it is sent; and how it is read. */

import { type FiguresByLink, LinkedCell, MOST_UNANSWERED } from '../../contract/figure-links.ts';
import type { SavedCell, TypedCell } from '../../contract/measurements.ts';
import { type EnteredFigure, readTyped, shownFigure } from '../../core/rules/figure-entry.ts';

export type Asked = FiguresByLink['figures'][number];
/** `things`: what was ticked of the named things; absent where nobody has touched them on this telephone. */
export type Field = { typed: string; note: string; estimated: boolean; things?: readonly string[] };
export type Fields = Record<string, Field>;
export type Fault = SavedCell['faults'][number];
/** What is wrong with a field: faults, what an unclear number may mean, or that somebody else was quicker. */
export type Wrong = { faults: Fault[]; readings: string[]; conflict: boolean };
export type Wrongs = Record<string, Wrong>;

const keyOf = (linkId: string) => `thidua.figures.${linkId}`;
const MOST_KEPT = 100_000;

export const isOpen = ({ figure }: Asked): boolean => figure?.state !== 'approved';

/** A field as the server has it. */
export const standing = ({ figure }: Asked): Field => ({
  typed: shownFigure(figure),
  note: figure?.note ?? '',
  estimated: figure?.estimated ?? false,
});

/** The fields as the server has them, with what was typed on this telephone and not sent yet. */
export function fieldsOf(found: FiguresByLink): Fields {
  const kept = readKept(found.id);
  return Object.fromEntries(
    found.figures.map((asked) => {
      const own = isOpen(asked) ? kept[asked.target.id] : undefined;
      return [asked.target.id, own ?? standing(asked)];
    }),
  );
}

function readKept(linkId: string): Fields {
  try {
    const text = window.localStorage.getItem(keyOf(linkId)) ?? '{}';
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Field] => isField(entry[1])));
  } catch {
    // Kept by an older page, or the browser keeps nothing: the fields begin as the server has them.
    return {};
  }
}

function isField(value: unknown): value is Field {
  if (typeof value !== 'object' || value === null) return false;
  const { typed, note, estimated, things } = value as Partial<Field>;
  const ticked = things === undefined || (Array.isArray(things) && things.every((one) => typeof one === 'string'));
  return typeof typed === 'string' && typeof note === 'string' && typeof estimated === 'boolean' && ticked;
}

/** Keeps what differs from what the server has; forgets the rest. */
export function keepFields(found: FiguresByLink, fields: Fields): void {
  const open = found.figures.filter((asked) => isOpen(asked) && !same(fields[asked.target.id], standing(asked)));
  const text = JSON.stringify(Object.fromEntries(open.map(({ target }) => [target.id, fields[target.id]])));
  try {
    if (open.length === 0) window.localStorage.removeItem(keyOf(found.id));
    else if (text.length <= MOST_KEPT) window.localStorage.setItem(keyOf(found.id), text);
  } catch {
    // A browser that keeps nothing (private window, full): what is typed stays on the page alone.
  }
}

const same = (one: Field | undefined, other: Field) =>
  one === undefined ||
  (one.things === undefined &&
    one.typed.trim() === other.typed.trim() &&
    one.note.trim() === other.note.trim() &&
    one.estimated === other.estimated);

/** What can be sent, and what is unclear and has to be mended before. */
export function readFields(found: FiguresByLink, fields: Fields): { cells: TypedCell[]; wrongs: Wrongs } {
  const cells: TypedCell[] = [];
  const wrongs: Wrongs = {};
  for (const asked of found.figures) {
    const { target, figure } = asked;
    const field = fields[target.id];
    if (field === undefined || !isOpen(asked)) continue;
    const read = readTyped(field.typed);
    if (read.is === 'unclear') {
      wrongs[target.id] = { faults: [read.fault], readings: read.readings, conflict: false };
      continue;
    }
    if (read.is === 'empty' && figure === null && field.things === undefined) continue;
    const empty: EnteredFigure = { value: null, numerator: null, denominator: null };
    cells.push({
      targetId: target.id,
      version: figure?.version ?? null,
      ...(read.is === 'empty' ? empty : read.figure),
      estimated: field.estimated,
      note: field.note.trim() === '' ? null : field.note.trim(),
      ...(field.things === undefined ? {} : { things: [...field.things] }),
    });
  }
  return { cells, wrongs };
}

const sentKeyOf = (linkId: string) => `thidua.figures.${linkId}.sent`;

type Sent = NonNullable<LinkedCell['sentBefore']>;

/** What went out of this telephone and was never answered, by target: it may have arrived. */
function readSent(linkId: string): Record<string, Sent> {
  try {
    const kept = JSON.parse(window.localStorage.getItem(sentKeyOf(linkId)) ?? '{}') as unknown;
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).flatMap(([targetId, sent]) => {
        const read = LinkedCell.shape.sentBefore.safeParse(sent);
        return read.success && read.data !== undefined ? [[targetId, read.data]] : [];
      }),
    );
  } catch {
    return {};
  }
}

/** Cells as they go out, with what went out of them before without an answer; remembered until there is one. */
export function goingOut(linkId: string, cells: readonly TypedCell[]): LinkedCell[] {
  const before = readSent(linkId);
  const after = { ...before };
  for (const { targetId, version: _, ...sent } of cells)
    after[targetId] = [...(before[targetId] ?? []), sent].slice(-MOST_UNANSWERED);
  try {
    window.localStorage.setItem(sentKeyOf(linkId), JSON.stringify(after));
  } catch {
    // A browser that keeps nothing: the server will ask the person to look again.
  }
  return cells.map((cell) => {
    const sentBefore = before[cell.targetId];
    return sentBefore ? { ...cell, sentBefore } : cell;
  });
}

/** An answer came: what stands there is known. */
export function answered(linkId: string): void {
  try {
    window.localStorage.removeItem(sentKeyOf(linkId));
  } catch {
    // Nothing was kept.
  }
}

/** What the server would not keep, by field. */
export function wrongsOf(cells: readonly SavedCell[]): Wrongs {
  return Object.fromEntries(
    cells
      .filter(({ outcome }) => outcome !== 'saved')
      .map(({ targetId, faults, outcome }) => [
        targetId,
        { faults, readings: [], conflict: outcome === 'conflict' } satisfies Wrong,
      ]),
  );
}
