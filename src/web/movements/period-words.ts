import type { Period } from '../../contract/facts.ts';
import { formatDate } from '../../core/text/dates.ts';
import type { Text } from '../../core/text/vi.ts';

/** "01/01/2026 – 31/12/2026", "đến 31/12/2026", "cả năm 2026". */
export function periodWords(text: Text, period: Period, year: number): string {
  const { from, until } = period;
  if (from !== null && until !== null) {
    if (from === `${year}-01-01` && until === `${year}-12-31`) return text.movementPages.wholeYear(year);
    return text.movementPages.periodOf(formatDate(from), formatDate(until));
  }
  if (until !== null) return text.movementPages.periodUntil(formatDate(until));
  if (from !== null) return text.movementPages.periodFrom(formatDate(from));
  return text.movementPages.wholeYear(year);
}
