/** How words and figures of a reading are held against those of the gold. */

/** Same words whatever the case, the quotation marks, the kind of dash and the blanks. */
export function flat(text: string | null | undefined): string {
  return (text ?? '')
    .normalize('NFC')
    .replace(/[“”"‘’'*#|]/g, ' ')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

export function words(text: string | null | undefined): string[] {
  return flat(text)
    .split(/[^\p{L}\p{N},./%]+/u)
    .map((word) => word.replace(/^[.,]+|[.,]+$/g, ''))
    .filter(Boolean);
}

/** Share of the words of `part` that stand in `whole` too, each counted once. */
export function held(part: string | null | undefined, whole: string | null | undefined): number {
  const wanted = words(part);
  if (wanted.length === 0) return 0;
  const bag = new Map<string, number>();
  for (const word of words(whole)) bag.set(word, (bag.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of wanted) {
    const left = bag.get(word) ?? 0;
    if (left === 0) continue;
    bag.set(word, left - 1);
    hits += 1;
  }
  return hits / wanted.length;
}

/** The words of each stand in the other, at least to this share. */
export const alike = (a: string | null | undefined, b: string | null | undefined, least: number): boolean =>
  Math.min(held(a, b), held(b, a)) >= least;

/** Equal decimals, however many zeros they carry; two absent ones are equal. */
export function sameFigure(a: string | null | undefined, b: string | null | undefined): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  return /^-?\d+(\.\d+)?$/.test(a) && /^-?\d+(\.\d+)?$/.test(b) && Number(a) === Number(b);
}

export type Pairing<G, F> = { pairs: [G, F][]; missed: G[]; extra: F[] };

/** Pairs each row of the gold with at most one of the reading, closest first; a closeness of 0 or less is none. */
export function pair<G, F>(gold: readonly G[], found: readonly F[], closeness: (g: G, f: F) => number): Pairing<G, F> {
  const all = gold
    .flatMap((g, gi) => found.map((f, fi) => ({ g, f, gi, fi, near: closeness(g, f) })))
    .filter((x) => x.near > 0);
  // Of two that are as close, the one that stands at the same place in its list.
  const distance = (x: { gi: number; fi: number }) => Math.abs(x.gi / (gold.length || 1) - x.fi / (found.length || 1));
  all.sort((a, b) => b.near - a.near || distance(a) - distance(b));
  const takenGold = new Set<number>();
  const takenFound = new Set<number>();
  const pairs: [G, F][] = [];
  for (const { g, f, gi, fi } of all) {
    if (takenGold.has(gi) || takenFound.has(fi)) continue;
    takenGold.add(gi);
    takenFound.add(fi);
    pairs.push([g, f]);
  }
  return {
    pairs,
    missed: gold.filter((_, i) => !takenGold.has(i)),
    extra: found.filter((_, i) => !takenFound.has(i)),
  };
}
