/** A request while it is drawn up, kept on this device until it is sent. */

import type { RequestLayout } from '../../contract/data-requests.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';

export type MakeDraft = {
  title: string;
  about: string;
  dueOn: string | null;
  layout: RequestLayout;
  form: { id: string; name: string } | null;
  fixed: string;
  to: 'chosen' | 'communes' | 'villages';
  units: OrganisationRef[];
};

const KEY = 'thidua.request-draft';
const MOST_KEPT = 200_000;

export const EMPTY_LAYOUT: RequestLayout = {
  rows: 'per-unit',
  columns: [{ name: '', kind: 'whole', place: null }],
  fixed: [],
  form: null,
};

export const emptyDraft = (to: MakeDraft['to']): MakeDraft => ({
  title: '',
  about: '',
  dueOn: null,
  layout: EMPTY_LAYOUT,
  form: null,
  fixed: '',
  to,
  units: [],
});

/** `owner`: the account in its place; another's draft is not shown. */
export function readDraft(owner: string): MakeDraft | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(KEY) ?? 'null') as { owner?: unknown; draft?: unknown } | null;
    if (kept === null || kept.owner !== owner) return null;
    const draft = kept.draft as Partial<MakeDraft> | undefined;
    const whole =
      draft !== undefined &&
      typeof draft.title === 'string' &&
      typeof draft.about === 'string' &&
      typeof draft.fixed === 'string' &&
      Array.isArray(draft.units) &&
      Array.isArray(draft.layout?.columns);
    return whole ? (draft as MakeDraft) : null;
  } catch {
    // Kept by an older page, or the browser keeps nothing: drawing begins anew.
    return null;
  }
}

export function keepDraft(owner: string, draft: MakeDraft | null): void {
  try {
    const text = JSON.stringify({ owner, draft });
    if (draft === null) window.localStorage.removeItem(KEY);
    else if (text.length <= MOST_KEPT) window.localStorage.setItem(KEY, text);
  } catch {
    // A browser that keeps nothing: the draft stays on the page alone.
  }
}

/** The layout as it is sent: names without blanks around them, rows from the lines that were typed. */
export function layoutOf(draft: MakeDraft): RequestLayout {
  const columns = draft.layout.columns
    .map((column) => ({ ...column, name: column.name.trim() }))
    .filter(({ name }) => name !== '');
  if (draft.layout.form !== null) return { ...draft.layout, columns };
  const fixed = draft.fixed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((name) => ({ name: name.slice(0, 300), place: null }));
  return { ...draft.layout, columns, fixed: draft.layout.rows === 'fixed' ? fixed : [] };
}
