/** What a record of the log kept, as lines a person can read. */

/** One value by the way to it: ["place", "name"]. Lists of plain values are one line. */
export type FlatField = { path: readonly string[]; value: string | number | boolean | null };

const MOST = 200;

/** The fields of `value`, in their order; at most 200, deeper things by their way. */
export function flatFields(value: unknown, path: readonly string[] = []): FlatField[] {
  if (value === undefined) return [];
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [{ path, value }];
  if (Array.isArray(value)) {
    if (value.length === 0) return [{ path, value: null }];
    if (value.every((one) => typeof one === 'string' || typeof one === 'number'))
      return [{ path, value: value.slice(0, MOST).join(', ') }];
    return value.flatMap((one, at) => flatFields(one, [...path, String(at + 1)])).slice(0, MOST);
  }
  return Object.entries(value as Record<string, unknown>)
    .flatMap(([key, one]) => flatFields(one, [...path, key]))
    .slice(0, MOST);
}

/** One line of a change: what it was, what it is; absent where that side says nothing of it. */
export type FieldChange = {
  path: readonly string[];
  before?: FlatField['value'];
  after?: FlatField['value'];
};

/** Both sides of a deed beside each other. Where both are known, what stayed the same is left out. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const bothKnown = before !== null && before !== undefined && after !== null && after !== undefined;
  const lines = new Map<string, FieldChange>();
  for (const [side, value] of [
    ['before', before ?? undefined],
    ['after', after ?? undefined],
  ] as const)
    for (const field of flatFields(value)) {
      const key = field.path.join('\u0000');
      lines.set(key, { ...(lines.get(key) ?? { path: field.path }), [side]: field.value });
    }
  return [...lines.values()].filter((line) => !(bothKnown && line.before === line.after));
}
