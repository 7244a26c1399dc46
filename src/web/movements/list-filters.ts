import type { InputOf } from '../../contract/endpoint.ts';
import { OrganisationId } from '../../contract/ids.ts';
import { type listMovements, MOVEMENT_SORTS } from '../../contract/movements.ts';
import { MOVEMENT_KINDS, MOVEMENT_STATES, type MovementKind, type MovementState } from '../../core/rules/movements.ts';

export type ListFilters = {
  words: string;
  year: number | null;
  kind: MovementKind | null;
  state: MovementState | null;
  organisationId: OrganisationId | null;
  archived: boolean;
  sort: (typeof MOVEMENT_SORTS)[number];
  tree: boolean;
  page: number;
};

const PAGE_SIZE = 50;

const oneOf = <T extends string>(list: readonly T[], value: string | null): T | null =>
  list.find((one) => one === value) ?? null;

const whole = (value: string | null): number | null =>
  value !== null && /^\d{1,5}$/.test(value) ? Number(value) : null;

/** What the address asks for; what it says wrongly counts as not said. */
export function readFilters(query: URLSearchParams): ListFilters {
  const organisation = OrganisationId.safeParse(query.get('donvi'));
  return {
    words: (query.get('q') ?? '').slice(0, 200),
    year: whole(query.get('nam')),
    kind: oneOf(MOVEMENT_KINDS, query.get('loai')),
    state: oneOf(MOVEMENT_STATES, query.get('trangthai')),
    organisationId: organisation.success ? organisation.data : null,
    archived: query.get('luutru') === '1',
    sort: oneOf(MOVEMENT_SORTS, query.get('xep')) ?? 'recent',
    tree: query.get('xem') === 'cay',
    page: Math.max(1, whole(query.get('trang')) ?? 1),
  };
}

/** The address with some filters changed; whatever it is, the first page of it. */
export function withFilters(query: URLSearchParams, changes: Partial<ListFilters>): URLSearchParams {
  const next = new URLSearchParams(query);
  const put = (name: string, value: string | null) => {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  };
  if (changes.words !== undefined) put('q', changes.words);
  if (changes.year !== undefined) put('nam', changes.year === null ? null : String(changes.year));
  if (changes.kind !== undefined) put('loai', changes.kind);
  if (changes.state !== undefined) put('trangthai', changes.state);
  if (changes.organisationId !== undefined) put('donvi', changes.organisationId);
  if (changes.archived !== undefined) put('luutru', changes.archived ? '1' : null);
  if (changes.sort !== undefined) put('xep', changes.sort === 'recent' ? null : changes.sort);
  if (changes.tree !== undefined) put('xem', changes.tree ? 'cay' : null);
  put('trang', changes.page !== undefined && changes.page > 1 ? String(changes.page) : null);
  return next;
}

export const isFiltered = (filters: ListFilters): boolean =>
  filters.words !== '' ||
  filters.year !== null ||
  filters.kind !== null ||
  filters.state !== null ||
  filters.organisationId !== null ||
  filters.archived;

/** The same filters as a question to the server. `answering`: the branch of the tree below that movement. */
export function toQuestion(filters: ListFilters): InputOf<typeof listMovements> {
  const { words, year, kind, state, organisationId, archived, sort, tree, page } = filters;
  return {
    ...(words === '' ? {} : { q: words }),
    ...(year === null ? {} : { year }),
    ...(kind === null ? {} : { kind }),
    ...(state === null ? {} : { state }),
    ...(organisationId === null ? {} : { organisationId, reach: 'subtree' as const }),
    archived: archived || state === 'archived' ? 'all' : 'no',
    // With words or filters the hits themselves are shown, wherever in the tree they stand.
    ...(tree && !isFiltered({ ...filters, year: null, archived: false }) ? { tree: 'roots' as const } : {}),
    sort,
    page,
    pageSize: PAGE_SIZE,
  };
}
