import { Link } from 'react-router';
import type { ComparisonBelow, UnitBeside } from '../../contract/comparisons.ts';
import { COMPARED_STATES, isUnweighed } from '../../core/rules/compare-with-parent.ts';
import { Empty } from '../../ui/page.tsx';
import { useText } from '../language.tsx';
import { TableExport, type TakenColumn } from '../table-export.tsx';
import { ComparedBadge } from './compared-badge.tsx';

/** One movement beside the plans of all below it: targets down the side, units across. */
export function ComparisonUnits({ comparison }: { comparison: ComparisonBelow }) {
  const text = useText();
  const words = text.comparisons;
  const { targets } = comparison;
  // Those with something to compare stand first.
  const units = [...comparison.units].sort((a, b) => Math.sign(b.cells.length) - Math.sign(a.cells.length));
  if (units.length === 0)
    return (
      <div className="card">
        <Empty title={words.noUnits}>{words.noUnitsAbout}</Empty>
      </div>
    );
  const planned = units.filter(({ cells }) => cells.length > 0);
  return (
    <section aria-labelledby="compare-down">
      <div className="compare-head">
        <h2 id="compare-down">{words.downTitle}</h2>
        <div className="tool-deeds">
          <UnitsExport comparison={comparison} />
        </div>
      </div>
      <ul className="compare-key">
        {COMPARED_STATES.filter((state) => planned.some(({ cells }) => cells.some((cell) => cell.state === state))).map(
          (state) => (
            <li key={state}>
              <ComparedBadge state={state} word={words.states[state]} />
            </li>
          ),
        )}
        {planned.some(({ cells }) => cells.some((cell, at) => isUnweighed(cell, targets[at]?.figure ?? null))) ? (
          <li>
            <ComparedBadge state="answered" unweighed word={words.unweighed} />
          </li>
        ) : null}
      </ul>
      <section className="table-frame matrix-frame" aria-label={words.downTitle} tabIndex={0}>
        <table className="table matrix">
          <caption className="visually-hidden">{words.downTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.asked}</th>
              <th scope="col" className="number">
                {words.takenOn}
              </th>
              {units.map((unit) => (
                <th key={unit.organisation.id} scope="col">
                  {unit.movement ? (
                    <Link to={`/phong-trao/${unit.movement.id}/doi-chieu`}>{unit.organisation.name}</Link>
                  ) : (
                    unit.organisation.name
                  )}
                  <small className="quiet below">{words.issues[unit.issue]}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {targets.map((target, at) => (
              <tr key={target.id}>
                <th scope="row">
                  {target.name}
                  <small className="quiet below">
                    {target.figure ? text.movements.figure(target.figure) : text.movementPages.goalWords}
                  </small>
                  {target.shares && target.shares.difference !== '0' ? (
                    <small className="below tone-warning compare-off">
                      {words.sharesOff(target.shares.difference, target.figure?.unit ?? null)}
                    </small>
                  ) : null}
                </th>
                <TakenOnCell target={target} />
                {units.map((unit) => (
                  <UnitCell key={unit.organisation.id} cell={unit.cells[at]} asked={target.figure} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function TakenOnCell({ target }: { target: ComparisonBelow['targets'][number] }) {
  const words = useText().comparisons;
  const { takenOn, figure } = target;
  const unit = figure?.unit ?? null;
  return (
    <td className="number">
      {takenOn ? (
        <>
          {words.takenOnOf(takenOn.sum, unit)}
          <small className="quiet below">
            {words.takenShort(takenOn.difference, unit)} · {words.coverage(takenOn.given, takenOn.of)}
          </small>
        </>
      ) : (
        <span className="quiet">—</span>
      )}
    </td>
  );
}

type CellProps = { cell: UnitBeside['cells'][number] | undefined; asked: ComparisonBelow['targets'][number]['figure'] };

function UnitCell({ cell, asked }: CellProps) {
  const words = useText().comparisons;
  if (!cell)
    return (
      <td className="quiet" title={words.noPlan}>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{words.noPlan}</span>
      </td>
    );
  const unweighed = isUnweighed(cell, asked);
  return (
    <td>
      <ComparedBadge
        state={cell.state}
        unweighed={unweighed}
        word={cell.value === null ? words.states[cell.state] : words.value(cell.value, cell.unit)}
      />
      {unweighed ? (
        <small className="quiet below">{words.unweighedShort}</small>
      ) : cell.value === null ? null : (
        <span className="visually-hidden">{words.states[cell.state]}</span>
      )}
      {cell.reason ? <small className="quiet below">{cell.reason}</small> : null}
    </td>
  );
}

function UnitsExport({ comparison }: { comparison: ComparisonBelow }) {
  const text = useText();
  const words = text.comparisons;
  const { targets, units, movement } = comparison;
  const rows = targets.map((target, at) => ({ target, at }));
  type Row = (typeof rows)[number];
  const columns: TakenColumn<Row>[] = [
    { title: words.asked, cell: ({ target }) => target.name },
    {
      title: text.workroom.movements.goal,
      cell: ({ target }) => target.figure && text.movements.figure(target.figure),
    },
    ...units.map((unit) => ({
      title: unit.organisation.name,
      cell: ({ at }: Row) => {
        const cell = unit.cells[at];
        if (!cell) return null;
        const state = isUnweighed(cell, targets[at]?.figure ?? null) ? words.unweighed : words.states[cell.state];
        return cell.value === null ? state : `${words.value(cell.value, cell.unit)} (${state})`;
      },
    })),
  ];
  return (
    <TableExport
      title={`${words.downTitle}, ${movement.organisation.name}`}
      lines={[movement.title]}
      columns={columns}
      rows={rows}
    />
  );
}
