import type { DataRequest, RequestLayout } from '../../contract/data-requests.ts';
import { type Merged, mergeAnswers } from '../../core/rules/data-requests.ts';
import { formatDate } from '../../core/text/dates.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { keyed } from '../answer-sheet.tsx';
import { useText } from '../language.tsx';
import { dateCell, numberCell, TableExport } from '../table-export.tsx';

type Column = RequestLayout['columns'][number];

const shown = ({ kind }: Column, value: string): string =>
  value === '' ? '—' : kind === 'text' ? value : kind === 'date' ? formatDate(value) : formatDecimal(value);

const isNumber = ({ kind }: Column) => kind !== 'text' && kind !== 'date';

/** All answers as one table, with sums where numbers add up and how many of the units are in them. */
export function MergedTable({ request }: { request: DataRequest }) {
  const words = useText().dataRequests;
  const { layout, answers } = request;
  const merged = mergeAnswers(
    layout,
    answers.map(({ organisation, state, sent }) => ({
      unit: organisation.name,
      sent: state === 'sent',
      cells: sent ?? [],
    })),
  );
  const first = layout.rows === 'fixed' ? words.nameColumn : words.unit;
  return (
    <section className="request-part" aria-labelledby="merged-head">
      <div className="request-card-head">
        <h2 id="merged-head">{words.merged}</h2>
        <TableExport
          title={request.title}
          lines={[words.mergedAbout(merged.sent, merged.asked)]}
          columns={[
            { title: first, cell: ({ name }) => name },
            ...layout.columns.map((column, at) => ({
              title: column.name,
              cell: ({ cells }: { cells: readonly string[] }) => takenCell(column, cells[at] ?? ''),
            })),
          ]}
          rows={[...merged.rows, totalsRow(merged, words.total)]}
        />
      </div>
      <p className="quiet">{words.mergedAbout(merged.sent, merged.asked)}</p>
      <div className="table-frame">
        <table className="table stacking merged-table">
          <caption className="visually-hidden">{words.merged}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {keyed(layout.columns).map(({ item: column, key }) => (
                <th key={key} scope="col" className={isNumber(column) ? 'number' : undefined}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(merged.rows).map(({ item: row, key: line }) => (
              <tr key={line} className={row.sent ? undefined : 'merged-missing'}>
                <th scope="row" className="whole">
                  {row.name}
                  {row.sent ? null : <small className="quiet below">{words.states.waiting}</small>}
                </th>
                {keyed(layout.columns).map(({ item: column, at, key }) => (
                  <td key={key} className={isNumber(column) ? 'number' : undefined} data-label={column.name}>
                    {shown(column, row.cells[at] ?? '')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                {words.total}
                <small className="quiet below">{words.coverage(merged.sent, merged.asked)}</small>
              </th>
              {keyed(layout.columns).map(({ item: column, at, key }) => (
                <td key={key} className={isNumber(column) ? 'number' : undefined} data-label={column.name}>
                  {merged.totals[at] === null || merged.totals[at] === undefined
                    ? ''
                    : shown(column, merged.totals[at] ?? '')}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

const totalsRow = ({ totals }: Merged, name: string) => ({ name, sent: true, cells: totals.map((sum) => sum ?? '') });

function takenCell(column: Column, value: string) {
  if (value === '') return null;
  if (column.kind === 'date') return dateCell(value);
  return isNumber(column) ? numberCell(value) : value;
}
