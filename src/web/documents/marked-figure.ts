import type { DraftTarget } from '../../contract/documents.ts';
import { scanNumbers } from '../../core/text/numbers.ts';

/** What follows a number when it is a unit: "%", "tỷ đồng", "lượt khách". */
const UNIT = /^\s{0,2}(%|‰|[\p{L}/]{1,12}(?:\s[\p{L}/]{1,12})?)/u;

/** A first guess of the figure in words that a person marked: their first number and what follows it. The person corrects it. */
export function figureIn(words: string): DraftTarget['figure'] {
  const [number] = scanNumbers(words);
  const unit = number ? (UNIT.exec(words.slice(number.end))?.[1] ?? null) : null;
  return {
    measure: unit === '%' ? 'share' : 'amount',
    comparator: 'eq',
    change: 'level',
    value: number?.value ?? null,
    low: null,
    high: null,
    numerator: null,
    denominator: null,
    unit,
    better: 'higher',
    baseline: null,
  };
}

/** Cells of a table stand in the text with a bar between them, which is no part of a name. */
const clean = (words: string): string =>
  words
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');

/** The words without their number: a first name for the target. */
export function nameIn(words: string): string {
  const [number] = scanNumbers(words);
  const name = number ? words.slice(0, number.start) : words;
  return clean(name).replace(/\s+(?:đạt|trên|dưới|là|còn|khoảng)$/u, '') || clean(words);
}
