import { useCallback, useReducer } from 'react';
import type { DraftTarget, DraftTask, MovementDraft } from '../../contract/documents.ts';
import type { Place } from '../../contract/facts.ts';
import { newActionId } from '../call.ts';

/** Lists of a draft whose rows a person keeps, strikes out, changes and adds. */
export const ROW_LISTS = ['targets', 'tasks', 'citations', 'reportDue', 'recipients', 'answers'] as const;
export type RowList = (typeof ROW_LISTS)[number];
export type RowOf<L extends RowList> = MovementDraft[L][number];

type History = {
  now: MovementDraft;
  past: MovementDraft[];
  future: MovementDraft[] /** What the last step changed: typing on in one field is one step. */;
  last: string | null;
};

type Step =
  | { kind: 'change'; what: string; change: (draft: MovementDraft) => MovementDraft }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'replace'; draft: MovementDraft };

const STEPS = 200;

function next(history: History, step: Step): History {
  switch (step.kind) {
    case 'change': {
      const now = step.change(history.now);
      if (now === history.now) return history;
      const past = step.what === history.last ? history.past : [...history.past, history.now].slice(-STEPS);
      return { now, past, future: [], last: step.what };
    }
    case 'undo': {
      const before = history.past.at(-1);
      return before
        ? { now: before, past: history.past.slice(0, -1), future: [history.now, ...history.future], last: null }
        : history;
    }
    case 'redo': {
      const [after, ...future] = history.future;
      return after ? { now: after, past: [...history.past, history.now], future, last: null } : history;
    }
    case 'replace':
      return { now: step.draft, past: [], future: [], last: null };
  }
}

export type Drafting = {
  draft: MovementDraft;
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  replace: (draft: MovementDraft) => void;
  /** Changes the head or the document's number; `what` names the field. */
  change: (what: string, change: (draft: MovementDraft) => MovementDraft) => void;
  /** Changes one row and marks it as changed by hand. */
  changeRow: <L extends RowList>(list: L, key: string, field: string, patch: Partial<RowOf<L>>) => void;
  addRow: <L extends RowList>(list: L, row: RowOf<L>) => void;
};

/** The draft as it is being checked, with undo and redo. */
export function useDraft(first: MovementDraft): Drafting {
  const [history, step] = useReducer(next, { now: first, past: [], future: [], last: null });
  const change = useCallback(
    (what: string, how: (draft: MovementDraft) => MovementDraft) => step({ kind: 'change', what, change: how }),
    [],
  );
  const changeRow = useCallback(
    <L extends RowList>(list: L, key: string, field: string, patch: Partial<RowOf<L>>) =>
      change(`${list}.${key}.${field}`, (draft) => ({
        ...draft,
        [list]: (draft[list] as RowOf<L>[]).map((row) =>
          row.key === key ? { ...row, ...patch, edited: field === 'kept' ? row.edited : true } : row,
        ),
      })),
    [change],
  );
  const addRow = useCallback(
    <L extends RowList>(list: L, row: RowOf<L>) =>
      change(`${list}.${row.key}`, (draft) => ({ ...draft, [list]: placed(draft[list] as RowOf<L>[], row) })),
    [change],
  );
  return {
    draft: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: useCallback(() => step({ kind: 'undo' }), []),
    redo: useCallback(() => step({ kind: 'redo' }), []),
    replace: useCallback((draft: MovementDraft) => step({ kind: 'replace', draft }), []),
    change,
    changeRow,
    addRow,
  };
}

/** A row from the text goes where its sentence stands among the others; one without a place goes last. */
function placed<R extends { place: Place | null }>(rows: R[], row: R): R[] {
  const at = row.place?.span[0];
  const before = at === undefined ? -1 : rows.findIndex((other) => other.place !== null && other.place.span[0] > at);
  return before < 0 ? [...rows, row] : [...rows.slice(0, before), row, ...rows.slice(before)];
}

const newKey = () => `new-${newActionId().slice(0, 8)}`;
const fresh = () => ({ key: newKey(), kept: true, edited: true });

/** An empty target, or one from marked words. */
export function newTarget(place: Place | null, figure: DraftTarget['figure'], name: string): DraftTarget {
  return {
    ...fresh(),
    place,
    name,
    indicator: null,
    domain: null,
    figure,
    scope: null,
    dueOn: null,
    owner: null,
    partOf: null,
  };
}

export function newTask(place: Place | null, content: string): DraftTask {
  return {
    ...fresh(),
    place,
    content,
    assignee: null,
    assigneeId: null,
    role: 'lead',
    dueOn: null,
    dueRelation: null,
    via: null,
    domain: null,
    person: null,
    product: null,
    authority: null,
  };
}
