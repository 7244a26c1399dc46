import type { ClipboardEvent } from 'react';
import type { PeriodRef, PeriodShare, Share } from '../../contract/measurements.ts';
import { readTyped } from '../../core/rules/figure-entry.ts';
import { type Shared, shareFault } from '../../core/rules/figure-states.ts';
import { splitEvenly, sumOfSplit } from '../../core/rules/target-split.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import type { Text } from '../../core/text/vi.ts';
import { DecimalField } from '../decimal-field.tsx';
import { useText } from '../language.tsx';
import { pasted } from './sheet-cells.ts';

/** One month or quarter of a unit's share; `began` is what was pasted there and is no number. */
type PeriodField = { value: string | null; unread?: boolean; began?: string | undefined };
/** By the first day of the period. */
export type PeriodFields = Readonly<Record<string, PeriodField>>;
type Row = { id: string; name: string; value: string | null; periods: PeriodFields };

export const periodFields = ({ periods }: Pick<Share, 'periods'>): PeriodFields =>
  Object.fromEntries(periods.map(({ from, value }) => [from, { value }]));

const valuesOf = (row: Row, periods: readonly PeriodRef[]) =>
  periods.map(({ from }) => row.periods[from]?.value ?? null);

/** What of a unit's share is left after its periods; '0' where it was not split so. */
export function leftOfShare(row: Row, periods: readonly PeriodRef[]): string {
  const { difference, given } = sumOfSplit(row.value ?? '0', valuesOf(row, periods));
  return given === 0 ? '0' : difference;
}

export const isPeriodWrong = (row: Row, shared: Shared): boolean =>
  Object.values(row.periods).some(({ value, unread }) => unread === true || shareFault(value, shared) !== null);

/** Why a share cannot be given, beside its field. */
export function faultWords(words: Text['figurePages'], value: string | null, shared: Shared): string | null {
  const fault = shareFault(value, shared);
  return fault === null ? null : words.splitFaults[fault];
}

export const periodShares = (row: Row, periods: readonly PeriodRef[]): PeriodShare[] =>
  periods.flatMap(({ from, until }) => {
    const value = row.periods[from]?.value ?? null;
    return value === null ? [] : [{ from, until, value }];
  });

/** Every share split evenly among the periods, the rest to the first ones; without a share nothing is said. */
export function evenPeriods(row: Row, periods: readonly PeriodRef[]): PeriodFields {
  const parts = row.value === null ? null : splitEvenly(row.value, periods.length);
  return Object.fromEntries(periods.map(({ from }, at) => [from, { value: parts?.[at] ?? null }]));
}

function fieldOf(typed: string, before: PeriodField | undefined): PeriodField {
  const read = readTyped(typed);
  if (read.is === 'empty') return { value: null };
  if (read.is === 'figure' && read.figure.value !== null) return { value: read.figure.value };
  return { value: before?.value ?? null, unread: true, began: typed };
}

/** A block from a spreadsheet, laid over the periods of the units from one field on. */
export function withPastedPeriods<R extends Row>(
  rows: readonly R[],
  periods: readonly PeriodRef[],
  at: { row: number; column: number },
  text: string,
): R[] {
  const block = pasted(text, at, (row, column) => {
    const from = periods[column]?.from;
    return rows[row] && from !== undefined ? `${row} ${from}` : null;
  });
  return rows.map((row, index) => ({
    ...row,
    periods: Object.fromEntries(
      periods.flatMap(({ from }) => {
        const typed = block.get(`${index} ${from}`);
        const before = row.periods[from];
        const now = typed === undefined ? before : fieldOf(typed, before);
        return now === undefined ? [] : [[from, now]];
      }),
    ),
  }));
}

export function PeriodHeads({ periods }: { periods: readonly PeriodRef[] }) {
  const words = useText().figurePages;
  return (
    <>
      {periods.map((period) => (
        <th key={period.from} scope="col" className="number">
          {words.period(period)}
        </th>
      ))}
      <th scope="col" className="number">
        {words.splitRest}
      </th>
    </>
  );
}

type CellsProps = {
  row: Row;
  periods: readonly PeriodRef[];
  shared: Shared;
  /** Counts how often fields begin anew. */
  turn: number;
  disabled: boolean;
  set: (from: string, field: PeriodField) => void;
  paste: (column: number) => (event: ClipboardEvent<HTMLInputElement>) => void;
};

export function PeriodCells({ row, periods, shared, turn, disabled, set, paste }: CellsProps) {
  const words = useText().figurePages;
  const left = leftOfShare(row, periods);
  return (
    <>
      {periods.map((period, column) => {
        const field = row.periods[period.from];
        const value = field?.value ?? null;
        return (
          <td key={period.from} className="number" data-label={words.period(period)}>
            <DecimalField
              key={turn}
              aria-label={`${words.period(period)}, ${row.name}`}
              disabled={disabled}
              value={value}
              began={field?.began}
              onPaste={paste(column)}
              fault={faultWords(words, value, shared)}
              onChange={(next) => set(period.from, { value: next })}
              onWrong={(unread) => set(period.from, { value, unread })}
            />
          </td>
        );
      })}
      <td className={left === '0' ? 'number' : 'number split-odd'} data-label={words.splitRest}>
        {formatDecimal(left)}
      </td>
    </>
  );
}

/** How much all units together were given for each period. */
export function PeriodSums({
  rows,
  periods,
  before,
}: {
  rows: readonly Row[];
  periods: readonly PeriodRef[];
  before: number;
}) {
  const words = useText().figurePages;
  const sum = (values: readonly (string | null)[]) => formatDecimal(sumOfSplit('0', values).sum);
  return (
    <tfoot>
      <tr>
        <th scope="row" className="whole" colSpan={before}>
          {words.splitTotal}
        </th>
        <td className="number" data-label={words.share}>
          {sum(rows.map(({ value }) => value))}
        </td>
        {periods.map((period) => (
          <td key={period.from} className="number" data-label={words.period(period)}>
            {sum(rows.map((row) => row.periods[period.from]?.value ?? null))}
          </td>
        ))}
        <td colSpan={2} />
      </tr>
    </tfoot>
  );
}
