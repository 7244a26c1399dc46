import type { FigureImportPreview, ImportedCell, ImportedFault } from '../../contract/figure-imports.ts';
import { FIGURE_EFFECTS } from '../../core/rules/figure-import.ts';
import { figureFault } from '../../core/text/figure-fault.ts';
import type { Text } from '../../core/text/vi.ts';
import { useText } from '../language.tsx';
import { TableExport } from '../table-export.tsx';

/** How many are new, changed, unchanged, left empty. */
export function ImportCounts({ counts }: { counts: FigureImportPreview['counts'] }) {
  const { effects, empty } = useText().figureTemplates;
  const shown = [
    ...FIGURE_EFFECTS.map((effect) => [effects[effect], counts[effect]] as const),
    [empty, counts.empty] as const,
  ];
  return (
    <dl className="figure-counts">
      {shown.map(([word, count]) => (
        <div key={word} data-none={count === 0 || undefined}>
          <dt>{word}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Cell by cell what would be written. */
export function CellsTable({ cells }: { cells: readonly ImportedCell[] }) {
  const text = useText();
  const words = text.figureTemplates;
  return (
    <section className="table-frame figure-frame" aria-label={words.takeWill} tabIndex={0}>
      <table className="table stacking">
        <thead>
          <tr>
            <th>{words.place}</th>
            <th>{words.unit}</th>
            <th>{words.target}</th>
            <th>{words.effect}</th>
            <th className="number">{words.before}</th>
            <th className="number">{words.after}</th>
            <th>{words.mind}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={`${cell.sheet} ${cell.cell}`}>
              <td data-label={words.place}>{cell.cell}</td>
              <td data-label={words.unit}>{cell.organisation.name}</td>
              <td className="whole">{cell.target.name}</td>
              <td data-label={words.effect}>{words.effects[cell.effect]}</td>
              <td className="number" data-label={words.before}>
                {cell.before}
              </td>
              <td className="number" data-label={words.after}>
                <b>{cell.after}</b> {cell.target.unit}
              </td>
              <td data-label={words.mind}>{mindOf(text, cell).join('. ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const mindOf = (text: Text, { doubts, notes, estimated, note, missingNames }: ImportedCell): string[] => [
  ...(missingNames.length > 0 ? [text.figureTemplates.missing(missingNames)] : []),
  ...doubts.map((doubt) => text.figures.doubts[doubt]),
  ...notes.map((one) => text.figureTemplates.notes[one]),
  ...(estimated ? [text.figureTemplates.estimate] : []),
  ...(note === null ? [] : [note]),
];

/** What has to be mended, for whoever filled the file in. */
export function FaultsExport({ faults, name }: { faults: readonly ImportedFault[]; name: string }) {
  const text = useText();
  const words = text.figureTemplates;
  return (
    <TableExport
      title={words.faultsTitle}
      lines={[words.takeFile(name)]}
      columns={[
        { title: words.unit, cell: ({ sheet }: ImportedFault) => sheet ?? words.wholeFile },
        { title: words.place, cell: ({ cell }) => cell },
        { title: words.target, cell: ({ target }) => target },
        { title: words.fault, cell: (fault) => figureFault(text, fault) },
      ]}
      rows={faults}
    />
  );
}

/** Cell by cell what has to be mended. */
export function FaultsTable({ faults }: { faults: readonly ImportedFault[] }) {
  const text = useText();
  const words = text.figureTemplates;
  return (
    <section className="table-frame figure-frame" aria-label={words.faultsTitle} tabIndex={0}>
      <table className="table stacking">
        <thead>
          <tr>
            <th>{words.unit}</th>
            <th>{words.place}</th>
            <th>{words.target}</th>
            <th>{words.fault}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once as it came, and a cell may have two faults.
            <tr key={at}>
              <td data-label={words.unit}>{fault.sheet ?? words.wholeFile}</td>
              <td data-label={words.place}>{fault.cell}</td>
              <td data-label={words.target}>{fault.target}</td>
              <td className="whole">{figureFault(text, fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
