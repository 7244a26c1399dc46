/** Tells quickly whether a place lies in one of many spans. */

import type { Span } from '../reading.ts';

/** Sorts and merges the spans once; each question then takes logarithmic time. */
export function placeFinder(spans: readonly Span[]): (place: number) => boolean {
  const merged: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return (place) => {
    let low = 0;
    let high = merged.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = merged[middle];
      if (!span) return false;
      if (place < span[0]) high = middle - 1;
      else if (place >= span[1]) low = middle + 1;
      else return true;
    }
    return false;
  };
}
