import type { ImportPreview } from '../../contract/organisation-acts.ts';
import { IMPORT_EFFECTS } from '../../core/rules/organisation-import.ts';
import { useText } from '../language.tsx';
import { numberCell, TableExport } from '../table-export.tsx';

/** How many would be new, renamed, moved, ended, and how many stay. */
export function EffectCounts({ counts }: { counts: ImportPreview['counts'] }) {
  const { effects } = useText().organisations;
  return (
    <dl className="import-counts">
      {IMPORT_EFFECTS.map((effect) => (
        <div key={effect} data-none={counts[effect] === 0 || undefined}>
          <dt>{effects[effect]}</dt>
          <dd>{counts[effect]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Line by line what would change. */
export function ChangesTable({ changes }: Pick<ImportPreview, 'changes'>) {
  const text = useText();
  const words = text.organisationPages;
  const { effects } = text.organisations;
  return (
    <section className="table-frame import-frame" aria-label={words.importWill} tabIndex={0}>
      <table className="table stacking">
        <thead>
          <tr>
            <th className="number">{words.rowNumber}</th>
            <th>{words.effect}</th>
            <th>{words.name}</th>
            <th>{words.under}</th>
            <th>{words.before}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.row} ${change.effect}`}>
              <td className="number" data-label={words.rowNumber}>
                {change.row}
              </td>
              <td data-label={words.effect}>{effects[change.effect]}</td>
              <td data-label={words.name}>{change.name}</td>
              <td data-label={words.under}>{change.parent}</td>
              <td data-label={words.before}>{change.before}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What has to be mended, for whoever filled the list in. */
export function FaultsExport({ faults }: Pick<ImportPreview, 'faults'>) {
  const text = useText();
  const words = text.organisationPages;
  const { columns, faults: sentences } = text.organisations;
  return (
    <TableExport
      title={words.fault}
      columns={[
        {
          title: words.place,
          cell: ({ cell, row }: ImportPreview['faults'][number]) =>
            cell ?? (row === 0 ? words.fileWhole : words.rowWhole),
        },
        { title: words.rowNumber, cell: ({ row }) => (row === 0 ? null : numberCell(row)) },
        { title: words.column, cell: ({ column }) => (column ? columns[column] : null) },
        { title: words.fault, cell: ({ code, facts }) => sentences[code](facts) },
      ]}
      rows={faults}
    />
  );
}

/** Cell by cell what has to be mended. */
export function FaultsTable({ faults }: Pick<ImportPreview, 'faults'>) {
  const text = useText();
  const words = text.organisationPages;
  const { columns, faults: sentences } = text.organisations;
  return (
    <section className="table-frame import-frame" aria-label={words.fault} tabIndex={0}>
      <table className="table stacking">
        <thead>
          <tr>
            <th>{words.place}</th>
            <th className="number">{words.rowNumber}</th>
            <th>{words.column}</th>
            <th>{words.fault}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, cell, code, facts }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once as it came, and a cell may have two faults.
            <tr key={at}>
              <td data-label={words.place}>{cell ?? (row === 0 ? words.fileWhole : words.rowWhole)}</td>
              <td className="number" data-label={words.rowNumber}>
                {row === 0 ? null : row}
              </td>
              <td data-label={words.column}>{column ? columns[column] : null}</td>
              <td className="whole">{sentences[code](facts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
