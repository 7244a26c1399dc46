/**
 * Where to go on after signing in: a place of this workroom, or its start. Browsers read an address more freely than
 * one thinks (backslashes, tabs, "/.//host"), so it is read the same way and judged by what came out.
 */
export function insidePlace(asked: string | null, origin: string): string {
  if (asked === null || !asked.startsWith('/') || !URL.canParse(asked, origin)) return '/';
  const read = new URL(asked, origin);
  const place = read.pathname + read.search + read.hash;
  return read.origin === origin && !place.startsWith('//') && !place.startsWith('/\\') ? place : '/';
}
