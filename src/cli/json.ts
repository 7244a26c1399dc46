/** The reading as JSON for other programs: figures are JSON numbers there, inside the product they are decimals. */

import type { Reading } from '../core/reader/reading.ts';

const FIGURES = ['value', 'low', 'high', 'numerator', 'denominator'];

/** A reading as `thidua read --json` prints it. */
export function readingJson(reading: Reading): string {
  // How lines were laid out serves the screen alone.
  const { layout: _, ...facts } = reading;
  const figures = (row: object) => numbers(row as Record<string, unknown>);
  return JSON.stringify(
    { ...facts, targets: facts.targets.map(figures), results: facts.results.map(figures) },
    null,
    1,
  );
}

function numbers(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (FIGURES.includes(key) && typeof value === 'string') return [key, Number(value)];
      if (key === 'baseline' && value !== null && typeof value === 'object') {
        return [key, numbers(value as Record<string, unknown>)];
      }
      return [key, value];
    }),
  );
}
