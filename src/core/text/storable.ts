/** Text that every database and every JSON reader takes. */

// Halves of surrogate pairs that stand alone, and NUL. Without the u flag the pattern sees the halves.
const BAD = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/g;

/** Puts U+FFFD in the place of what cannot be stored; as long as before, so places in the text stay true. */
export function storable(text: string): string {
  return text.replace(BAD, '\uFFFD');
}

/** Deeper than anything that is asked or kept; what lies below is nothing. */
const DEEPEST = 60;

/** The same for every text inside a value made of plain objects and lists. */
export function storableValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((part) => storableValue(part, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [storable(key), storableValue(part, depth + 1)]),
  );
}
