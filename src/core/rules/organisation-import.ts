/**
 * What a filled-in list of organisations would change: compared with what is there, row by row, before anything is
 * written. What the list leaves out stays as it is.
 */

import { fitsUnder, type UnitFacts } from './organisation-acts.ts';
import { ORGANISATION_CODE, type OrganisationKind, type OrganisationLevel, TWO_LEVELS_SINCE } from './organisations.ts';

/** Columns of the list in their order; `key` is the record's own id, by which a renamed row is known again. */
export const IMPORT_COLUMNS = [
  'code',
  'name',
  'kind',
  'level',
  'parentCode',
  'parentName',
  'issuerName',
  'from',
  'until',
  'key',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export type ImportRow = {
  /** As the program numbers it. */
  row: number;
  code: string | null;
  name: string;
  kind: OrganisationKind | null;
  level: OrganisationLevel | null;
  parentCode: string | null;
  parentName: string | null;
  issuerName: string | null;
  from: string | null;
  until: string | null;
  key: string | null;
};

export const IMPORT_FAULTS = [
  'wrong-columns',
  'file-outdated',
  'other-province',
  'no-rows',
  'missing',
  'too-long',
  'unknown-kind',
  'unknown-level',
  'bad-code',
  'bad-key',
  'date-is-text',
  'formula',
  'cell-error',
  'merged',
  'wrong-cell',
  'unknown-key',
  'row-twice',
  'code-twice',
  'code-taken',
  'unknown-parent',
  'ambiguous-parent',
  'circle',
  'level-does-not-fit',
  'name-taken',
  'district-ended',
  'until-before-from',
  'from-stays',
  'change-in-future',
  'changed-since',
  'parent-later',
  'parent-ended',
  'children-left',
  'top-stays',
] as const;
export type ImportFaultCode = (typeof IMPORT_FAULTS)[number];

/** What is wrong with one cell (or a whole row, or the file: row 0). */
export type ImportFault = {
  row: number;
  column: ImportColumn | null;
  code: ImportFaultCode;
  facts: Record<string, unknown>;
};

export const IMPORT_EFFECTS = ['new', 'renamed', 'moved', 'ended', 'unchanged'] as const;
export type ImportEffect = (typeof IMPORT_EFFECTS)[number];

/** An organisation as it is now, with what is written about it. */
export type KnownUnit = UnitFacts & { code: string | null; issuerName: string | null };

export type Head = {
  name: string;
  issuerName: string | null;
  kind: OrganisationKind;
  level: OrganisationLevel;
  code: string | null;
};

/** Whom a row stands under: one that is there, by id, or a new one, by its row. */
export type ParentRef = { id: string } | { row: number };

export type ImportStep =
  | { effect: 'new'; row: number; head: Head; parent: ParentRef; from: string | null; until: string | null }
  | { effect: 'renamed'; row: number; id: string; head: Head; before: string }
  | { effect: 'moved'; row: number; id: string; name: string; parent: ParentRef; before: string | null }
  | { effect: 'ended'; row: number; id: string; name: string; until: string };

export type ImportPlan = {
  /** New ones first, those above before those below. */
  steps: ImportStep[];
  unchanged: number;
  faults: ImportFault[];
};

type Given = {
  rows: readonly ImportRow[];
  /** All that live and are of the person's reach, and those above that rows may name. */
  known: readonly KnownUnit[];
  /** Whom a new row without a parent stands under: the person's own organisation. */
  own: string;
  /** Day from which names and places of the list hold. */
  on: string;
  today: string;
};

const comparable = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('vi');

/** A row with what it was recognised as. */
type Entry = { row: ImportRow; unit: KnownUnit | null; parent: ParentRef | null; head: Head };

/** Compares a list with what is there. All faults at once; with any of them nothing is to be done. */
export function planImport(given: Given): ImportPlan {
  const faults: ImportFault[] = [];
  const index = indexOf(given);
  const entries = given.rows.map((row): Entry => recognise(row, index, faults));
  checkTwice(entries, faults);
  for (const entry of entries) entry.parent = parentOf(entry, given, index, faults);
  const nodes = nodesOf(given, entries);
  for (const entry of entries) checkEntry(entry, given, nodes, faults);
  checkNames(entries, nodes, faults);
  checkCodes(entries, given, faults);
  const order = inOrder(entries, nodes, faults);
  const steps = order.flatMap((entry) => stepsOf(entry));
  checkEnded(steps, entries, given, faults);
  const touched = new Set(steps.map(({ row }) => row));
  const rank = ({ effect }: ImportStep) => IMPORT_EFFECTS.indexOf(effect);
  return {
    steps: steps.sort((a, b) => rank(a) - rank(b)),
    unchanged: entries.filter(({ row }) => !touched.has(row.row)).length,
    faults,
  };
}

type Index = {
  byId: Map<string, KnownUnit>;
  byCode: Map<string, KnownUnit>;
  byName: Map<string, KnownUnit[]>;
  rowsByCode: Map<string, ImportRow>;
  rowsByName: Map<string, ImportRow[]>;
};

function indexOf({ rows, known }: Given): Index {
  const byName = new Map<string, KnownUnit[]>();
  for (const unit of known) push(byName, comparable(unit.name), unit);
  const rowsByName = new Map<string, ImportRow[]>();
  for (const row of rows) push(rowsByName, comparable(row.name), row);
  return {
    byId: new Map(known.map((unit) => [unit.id, unit])),
    byCode: new Map(known.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit]]))),
    byName,
    rowsByCode: new Map(rows.flatMap((row) => (row.code === null ? [] : [[row.code, row]]))),
    rowsByName,
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const fault = (
  row: ImportRow,
  column: ImportColumn | null,
  code: ImportFaultCode,
  facts: Record<string, unknown> = {},
): ImportFault => ({
  row: row.row,
  column,
  code,
  facts,
});

/** By its key, else by its code, else by its name under the parent it names. */
function recognise(row: ImportRow, index: Index, faults: ImportFault[]): Entry {
  let unit: KnownUnit | null = null;
  if (row.key !== null) {
    unit = index.byId.get(row.key) ?? null;
    if (!unit) faults.push(fault(row, 'key', 'unknown-key', { name: row.name }));
  } else if (row.code !== null) unit = index.byCode.get(row.code) ?? null;
  unit ??= row.key === null ? byPlace(row, index) : null;
  const kind = row.kind ?? unit?.kind ?? null;
  const level = row.level ?? unit?.level ?? null;
  if (kind === null) faults.push(fault(row, 'kind', 'missing'));
  if (level === null) faults.push(fault(row, 'level', 'missing'));
  const head = {
    name: row.name,
    issuerName: row.issuerName ?? unit?.issuerName ?? null,
    kind: kind ?? 'department',
    level: level ?? 'unit',
    code: row.code ?? unit?.code ?? null,
  };
  return { row, unit, parent: null, head };
}

/** One of this name under the parent that the row names; without a code of its own that differs. */
function byPlace(row: ImportRow, index: Index): KnownUnit | null {
  const same = (index.byName.get(comparable(row.name)) ?? []).filter(({ code }) => row.code === null || code === null);
  const found = same.filter((unit) => {
    const parent = unit.parentId === null ? null : index.byId.get(unit.parentId);
    if (row.parentCode !== null) return parent?.code === row.parentCode;
    return (
      row.parentName === null ||
      (parent !== null && parent !== undefined && comparable(parent.name) === comparable(row.parentName))
    );
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function checkTwice(entries: readonly Entry[], faults: ImportFault[]): void {
  const units = new Map<string, number>();
  const codes = new Map<string, number>();
  for (const { row, unit } of entries) {
    const before = unit ? units.get(unit.id) : undefined;
    if (before !== undefined) faults.push(fault(row, null, 'row-twice', { name: row.name, other: before }));
    else if (unit) units.set(unit.id, row.row);
    if (row.code === null) continue;
    const other = codes.get(row.code);
    if (other !== undefined) faults.push(fault(row, 'code', 'code-twice', { value: row.code, other }));
    else codes.set(row.code, row.row);
    if (!ORGANISATION_CODE.test(row.code)) faults.push(fault(row, 'code', 'bad-code', { value: row.code }));
  }
}

function parentOf({ row, unit }: Entry, { own }: Given, index: Index, faults: ImportFault[]): ParentRef | null {
  if (row.parentCode === null && row.parentName === null)
    return unit ? (unit.parentId === null ? null : { id: unit.parentId }) : { id: own };
  const now = unit?.parentId ? index.byId.get(unit.parentId) : undefined;
  // As it is: nothing to look for, whatever else is called so.
  if (
    now &&
    (row.parentCode === null || row.parentCode === now.code) &&
    (row.parentName === null || comparable(row.parentName) === comparable(now.name))
  )
    return { id: now.id };
  if (row.parentCode !== null) {
    const known = index.byCode.get(row.parentCode);
    if (known) return { id: known.id };
    const other = index.rowsByCode.get(row.parentCode);
    if (other) return { row: other.row };
    faults.push(fault(row, 'parentCode', 'unknown-parent', { value: row.parentCode }));
    return null;
  }
  const name = comparable(row.parentName ?? '');
  const named = (index.byName.get(name) ?? []).filter(({ id }) => id !== unit?.id);
  const ids = new Set(named.map(({ id }) => id));
  const fresh = (index.rowsByName.get(name) ?? []).filter(
    (other) => other.row !== row.row && !isKnown(other, index, ids),
  );
  if (named.length + fresh.length === 1) return named[0] ? { id: named[0].id } : { row: fresh[0]?.row ?? 0 };
  const code = named.length + fresh.length === 0 ? 'unknown-parent' : 'ambiguous-parent';
  faults.push(fault(row, 'parentName', code, { value: row.parentName, count: named.length + fresh.length }));
  return null;
}

const isKnown = (row: ImportRow, index: Index, ids: ReadonlySet<string>): boolean => {
  const unit =
    row.key !== null ? index.byId.get(row.key) : row.code !== null ? index.byCode.get(row.code) : byPlace(row, index);
  return unit !== undefined && unit !== null && ids.has(unit.id);
};

/** The tree as it would stand afterwards: rows of the list in place of what they were recognised as. */
type Node = {
  name: string;
  level: OrganisationLevel;
  from: string | null;
  until: string | null;
  parent: string | null;
  entry: Entry | null;
};
type Nodes = Map<string, Node>;

const idOf = (entry: Entry): string => entry.unit?.id ?? `row ${entry.row.row}`;

function nodesOf({ known }: Given, entries: readonly Entry[]): Nodes {
  const nodes: Nodes = new Map(
    known.map((unit) => [
      unit.id,
      { name: unit.name, level: unit.level, from: unit.validFrom, until: null, parent: unit.parentId, entry: null },
    ]),
  );
  const byRow = new Map(entries.map((entry) => [entry.row.row, idOf(entry)]));
  for (const entry of entries) {
    const { row, unit, head, parent } = entry;
    const above = parent === null ? null : 'id' in parent ? parent.id : (byRow.get(parent.row) ?? null);
    const from = unit ? unit.validFrom : row.from;
    nodes.set(idOf(entry), { name: head.name, level: head.level, from, until: row.until, parent: above, entry });
  }
  return nodes;
}

function checkEntry(entry: Entry, { on, today }: Given, nodes: Nodes, faults: ImportFault[]): void {
  const { row, unit, head } = entry;
  const say = (column: ImportColumn | null, code: ImportFaultCode, facts: Record<string, unknown> = {}) =>
    void faults.push(fault(row, column, code, facts));
  const parent = nodes.get(nodes.get(idOf(entry))?.parent ?? '');
  if (parent && !fitsUnder(head.level, parent.level))
    say('level', 'level-does-not-fit', { name: head.name, parent: parent.name });
  if (row.from !== null && row.until !== null && row.until <= row.from)
    say('until', 'until-before-from', { from: row.from, until: row.until });
  if (row.until !== null && row.until > today) say('until', 'change-in-future', { on: row.until, today });
  if (!unit) {
    if (row.from !== null && row.from > today) say('from', 'change-in-future', { on: row.from, today });
    const lasts = row.until === null || row.until > TWO_LEVELS_SINCE;
    if (head.level === 'district' && lasts) say('level', 'district-ended', { name: head.name, on: TWO_LEVELS_SINCE });
    if (parent && row.from !== null && parent.from !== null && row.from < parent.from)
      say('from', 'parent-later', { parent: parent.name, on: parent.from });
    return;
  }
  if (row.from !== null && row.from !== unit.validFrom) say('from', 'from-stays', { on: unit.validFrom });
  const latest = [
    ...(renames(entry) ? [unit.namedSince, unit.validFrom] : []),
    ...(moves(entry) ? [unit.placedSince, unit.validFrom] : []),
  ];
  for (const day of latest) if (day !== null && on <= day) say(null, 'changed-since', { name: unit.name, on: day });
  if (moves(entry) && unit.parentId === null) say('parentName', 'top-stays', { name: unit.name });
  if (row.until !== null) {
    const last = [unit.validFrom, unit.namedSince, unit.placedSince, unit.joinedOn].filter((day) => day !== null);
    for (const day of last) if (row.until <= day) say('until', 'changed-since', { name: unit.name, on: day });
    if (unit.parentId === null) say('until', 'top-stays', { name: unit.name });
    if (renames(entry) || moves(entry)) say('until', 'wrong-cell', { value: row.until });
  }
}

const renames = ({ unit, head }: Entry): boolean =>
  unit !== null &&
  (unit.name !== head.name ||
    unit.issuerName !== head.issuerName ||
    unit.kind !== head.kind ||
    unit.level !== head.level ||
    unit.code !== head.code);

const moves = ({ unit, parent }: Entry): boolean =>
  unit !== null && parent !== null && (!('id' in parent) || parent.id !== unit.parentId);

/** Names among siblings, where the list brings or changes one of them. */
function checkNames(entries: readonly Entry[], nodes: Nodes, faults: ImportFault[]): void {
  const siblings = new Map<string, Entry | null>();
  const keyOf = ({ parent, name }: Node) => `${parent} ${comparable(name)}`;
  for (const node of nodes.values()) if (node.entry === null && node.until === null) siblings.set(keyOf(node), null);
  for (const entry of entries) {
    const node = nodes.get(idOf(entry));
    if (!node || node.parent === null || node.until !== null) continue;
    const key = keyOf(node);
    const changed = entry.unit === null || renames(entry) || moves(entry);
    if (siblings.has(key) && changed)
      faults.push(
        fault(entry.row, 'name', 'name-taken', { name: node.name, parent: nodes.get(node.parent)?.name ?? '' }),
      );
    siblings.set(key, entry);
  }
}

function checkCodes(entries: readonly Entry[], { known }: Given, faults: ImportFault[]): void {
  const own = new Map(entries.flatMap((entry) => (entry.unit ? [[entry.unit.id, entry] as const] : [])));
  const taken = new Map(
    known.flatMap((unit) => {
      const next = own.get(unit.id);
      const code = next ? (next.row.until === null ? next.head.code : null) : unit.code;
      return code === null ? [] : [[code, unit] as const];
    }),
  );
  for (const { row, unit, head } of entries) {
    const holder = head.code === null ? undefined : taken.get(head.code);
    if (holder && holder.id !== unit?.id) faults.push(fault(row, 'code', 'code-taken', { name: holder.name }));
  }
}

/** Those above before those below; what stands below itself is a fault. */
function inOrder(entries: readonly Entry[], nodes: Nodes, faults: ImportFault[]): Entry[] {
  const depths = new Map<string, number>();
  const depthOf = (start: string): number | null => {
    const way: string[] = [];
    const seen = new Set<string>();
    let at: string | null = start;
    while (at !== null && !depths.has(at)) {
      if (seen.has(at)) return null;
      seen.add(at);
      way.push(at);
      at = nodes.get(at)?.parent ?? null;
    }
    let depth = at === null ? -1 : (depths.get(at) ?? 0);
    for (const id of way.reverse()) depths.set(id, ++depth);
    return depths.get(start) ?? null;
  };
  const placed = entries.map((entry) => ({ entry, depth: depthOf(idOf(entry)) }));
  for (const { entry, depth } of placed)
    if (depth === null) faults.push(fault(entry.row, 'parentName', 'circle', { name: entry.head.name }));
  return placed
    .sort((a, b) => (a.depth ?? 0) - (b.depth ?? 0) || a.entry.row.row - b.entry.row.row)
    .map(({ entry }) => entry);
}

function stepsOf(entry: Entry): ImportStep[] {
  const { row, unit, head, parent } = entry;
  if (!unit) return parent ? [{ effect: 'new', row: row.row, head, parent, from: row.from, until: row.until }] : [];
  const steps: ImportStep[] = [];
  if (renames(entry)) steps.push({ effect: 'renamed', row: row.row, id: unit.id, head, before: unit.name });
  if (moves(entry) && parent)
    steps.push({ effect: 'moved', row: row.row, id: unit.id, name: head.name, parent, before: unit.parentId });
  if (row.until !== null) steps.push({ effect: 'ended', row: row.row, id: unit.id, name: unit.name, until: row.until });
  return steps;
}

/** Whatever stands under one that ends has to leave it or end with it, and nothing new may come to it. */
function checkEnded(
  steps: readonly ImportStep[],
  entries: readonly Entry[],
  { known, on }: Given,
  faults: ImportFault[],
): void {
  const ended = new Map(steps.flatMap((step) => (step.effect === 'ended' ? [[step.id, step] as const] : [])));
  const rows = new Map(entries.map((entry) => [entry.row.row, entry]));
  const leaving = new Set(steps.flatMap((step) => (step.effect === 'moved' ? [step.id] : [])));
  for (const unit of known) {
    const above = ended.get(unit.parentId ?? '');
    if (!above) continue;
    const own = ended.get(unit.id);
    const leaves = leaving.has(unit.id) ? on <= above.until : own !== undefined && own.until <= above.until;
    const entry = rows.get(above.row);
    if (!leaves && entry)
      faults.push(fault(entry.row, 'until', 'children-left', { name: above.name, child: unit.name }));
  }
  for (const step of steps) {
    if ((step.effect !== 'new' && step.effect !== 'moved') || !('id' in step.parent)) continue;
    const above = ended.get(step.parent.id);
    const entry = rows.get(step.row);
    if (above && entry)
      faults.push(fault(entry.row, 'parentName', 'parent-ended', { parent: above.name, on: above.until }));
  }
}
