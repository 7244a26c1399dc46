/** What one document tells about itself and what it cites, to hold against other documents. */

import { isoDate } from '../text/dates.ts';
import type { Reading, RegistryEntry } from './reading.ts';

/** The facts of a reading that the cross-document rules compare. */
export function toRegistryEntry(reading: Reading): RegistryEntry {
  const { date, number, symbol } = reading;
  const party = symbol !== null && /^[A-Za-zĐđ]+\/[A-ZĐ]/.test(symbol);
  return {
    source: reading.source.name,
    own: {
      kind: reading.kindName,
      numberSymbol: number !== null && symbol !== null ? `${number}${party ? '-' : '/'}${symbol}` : null,
      date: date === null ? null : isoDate(date.year, date.month, date.day),
      issuer: reading.issuer?.name ?? null,
      title: reading.title,
    },
    cited: reading.citations.map(({ kind, numberSymbol, date: citedOn, issuer, subject }) => ({
      kind,
      numberSymbol,
      date: citedOn,
      issuer,
      subject,
    })),
  };
}
