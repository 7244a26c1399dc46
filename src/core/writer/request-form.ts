/** Puts the answers of a request back into the very form it came as. */

import { plainName } from '../reader/request-form.ts';
import { addsUp, type Merged, type RequestLayout } from '../rules/data-requests.ts';
import { formatDate } from '../text/dates.ts';
import { type FilledCell, type Filling, fillForm } from './fill-form.ts';

/** The form with its values. Throws as {@link fillForm} does. */
export function filledRequest(bytes: Uint8Array, layout: RequestLayout, merged: Merged): Uint8Array {
  return fillForm(bytes, fillingOf(layout, merged));
}

/** What goes where: rows that name a unit take its values, others follow them; the row of totals takes the sums. */
export function fillingOf(layout: RequestLayout, merged: Merged): Filling {
  const { form } = layout;
  if (!form) return { cells: [], insert: null };
  const rows = layout.rows === 'fixed' ? fixedPlaces(layout, merged) : unitPlaces(layout, merged);
  const cells: FilledCell[] = [];
  for (const { place, cells: values, head } of rows.places) {
    for (const { column, value, number } of head) cells.push({ row: place, column, value, number });
    cells.push(...valueCells(layout, place, values));
  }
  const total = form.totalRow === null ? null : rows.moved(form.totalRow);
  if (total !== null)
    for (const [at, sum] of merged.totals.entries()) {
      const column = layout.columns[at]?.place ?? null;
      if (sum !== null && column !== null) cells.push({ row: total, column, value: sum, number: true });
    }
  return { cells, insert: rows.insert };
}

function valueCells(layout: RequestLayout, row: number, values: readonly string[]): FilledCell[] {
  return layout.columns.flatMap(({ place, kind }, at): FilledCell[] => {
    const value = values[at] ?? '';
    if (place === null || value === '') return [];
    if (kind === 'date') return [{ row, column: place, value: formatDate(value), number: false }];
    return [{ row, column: place, value, number: addsUp(kind) || kind === 'percent' }];
  });
}

type Placed = { place: number; cells: readonly string[]; head: { column: number; value: string; number: boolean }[] };
type Places = { places: Placed[]; insert: Filling['insert']; moved: (row: number) => number };

function fixedPlaces(layout: RequestLayout, merged: Merged): Places {
  const places = layout.fixed.flatMap(({ place }, at): Placed[] =>
    place === null ? [] : [{ place, cells: merged.rows[at]?.cells ?? [], head: [] }],
  );
  return { places, insert: null, moved: (row) => row };
}

function unitPlaces({ form }: RequestLayout, merged: Merged): Places {
  if (!form) return { places: [], insert: null, moved: (row) => row };
  const known = new Map(form.units.map(({ name, place }) => [plainName(name), place]));
  const named = merged.rows.filter(({ name }) => (known.get(plainName(name)) ?? null) !== null);
  const others = merged.rows.filter((row) => !named.includes(row));
  const used = new Set(form.units.map(({ place }) => place));
  const lowest = Math.max(form.firstRow - 1, ...form.units.map(({ place }) => place ?? 0));
  // A row of totals above the units limits nothing.
  const below = [form.footRow, form.totalRow].filter((row): row is number => row !== null && row > lowest);
  const limit = below.length === 0 ? null : Math.min(...below);
  const free: number[] = [];
  for (let row = lowest + 1; free.length < others.length && (limit === null || row < limit); row++)
    if (!used.has(row) && row !== form.totalRow) free.push(row);
  const missing = others.length - free.length;
  const before = limit ?? lowest + 1;
  const fresh = Array.from({ length: missing }, (_, at) => before + at);
  const like = form.units[0]?.place ?? form.firstRow;
  const places = [
    ...named.map(({ name, cells }) => ({ place: known.get(plainName(name)) ?? 0, cells, head: [] })),
    ...others.map(({ name, cells }, at) => {
      const place = [...free, ...fresh][at] ?? before;
      const order = form.orderColumn;
      const number = form.units.length + at + 1;
      const head = [{ column: form.nameColumn, value: name, number: false }];
      return {
        place,
        cells,
        head: order === null ? head : [{ column: order, value: String(number), number: true }, ...head],
      };
    }),
  ];
  const moved = (row: number) => (missing > 0 && row >= before ? row + missing : row);
  return { places, insert: missing > 0 ? { before, count: missing, like } : null, moved };
}
