import { ActionIcon } from '@mantine/core';
import { IconDownload, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ComparisonBelow, UnitBeside } from '../../contract/comparisons.ts';
import type { IssueState } from '../../core/rules/issued-plans.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { VerdictShape } from '../../ui/verdict.tsx';
import { useText } from '../language.tsx';
import { dateCell, TableExport, type TakenColumn } from '../table-export.tsx';
import { IssuedPlanDialog } from './issued-plan-dialog.tsx';

const LIKE = {
  issued: 'achieved',
  recorded: 'achieved',
  drafted: 'on-track',
  folded: 'exceeded',
  'not-applicable': 'not-yet-due',
  none: 'missed',
} as const satisfies Record<IssueState, string>;

const isDone = ({ issue }: UnitBeside) => issue !== 'none' && issue !== 'drafted';

/** Tình hình ban hành kế hoạch: who has issued a plan, with number, date and file, entered on behalf where need be. */
export function IssuedPlans({ comparison }: { comparison: ComparisonBelow }) {
  const text = useText();
  const words = text.comparisons;
  const [recording, setRecording] = useState<string | null>(null);
  const { units, movement } = comparison;
  if (units.length === 0)
    return (
      <div className="card">
        <Empty title={words.noUnits}>{words.noUnitsAbout}</Empty>
      </div>
    );
  const missing = units.filter(({ issue }) => issue === 'none');
  const columns: TakenColumn<UnitBeside>[] = [
    { title: words.unit, cell: ({ organisation }) => organisation.name },
    { title: words.standing, cell: ({ issue }) => words.issues[issue] },
    { title: words.number, cell: ({ numberSymbol }) => numberSymbol },
    { title: words.issuedOn, cell: ({ issuedOn }) => dateCell(issuedOn) },
    { title: words.plan, cell: ({ movement: plan }) => plan?.title ?? null },
    { title: words.saidBy, cell: ({ recorded }) => recorded?.saidBy ?? null },
    { title: words.reason, cell: ({ reason }) => reason },
  ];
  const edited = units.find(({ organisation }) => organisation.id === recording);
  return (
    <section aria-labelledby="compare-issued">
      <div className="compare-head">
        <h2 id="compare-issued">{words.issuedTitle}</h2>
        <div className="tool-deeds">
          <TableExport
            title={`${words.issuedTitle}, ${movement.organisation.name}`}
            lines={[movement.title]}
            columns={columns}
            rows={units}
          />
        </div>
      </div>
      <p className="compare-line">
        <b>{words.issuedCount(units.filter(isDone).length, units.length)}</b>
        {missing.length > 0 ? (
          <span className="quiet">
            . {words.issuedNone(missing.map(({ organisation }) => organisation.name).join(', '))}
          </span>
        ) : null}
      </p>
      <div className="table-frame">
        <table className="table stacking">
          <caption className="visually-hidden">{words.issuedTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.standing}</th>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.issuedOn}</th>
              <th scope="col">{words.plan}</th>
              <th scope="col">
                <span className="visually-hidden">{text.movementPages.deeds}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <PlanRow
                key={unit.organisation.id}
                unit={unit}
                movementId={movement.id}
                record={() => setRecording(unit.organisation.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {edited ? (
        <IssuedPlanDialog
          key={edited.organisation.id}
          movementId={movement.id}
          unit={edited}
          close={() => setRecording(null)}
        />
      ) : null}
    </section>
  );
}

type RowProps = { unit: UnitBeside; movementId: ComparisonBelow['movement']['id']; record: () => void };

function PlanRow({ unit, movementId, record }: RowProps) {
  const text = useText();
  const words = text.comparisons;
  const { organisation, issue, movement, recorded } = unit;
  const address = `/api/movements/${movementId}/issued-plans/${organisation.id}/file`;
  return (
    <tr>
      <th scope="row" className="whole row-name">
        {organisation.name}
      </th>
      <td data-label={words.standing}>
        <span>
          <span className={`badge tone-${LIKE[issue]}`}>
            <VerdictShape verdict={LIKE[issue]} />
            {words.issues[issue]}
          </span>
          {unit.reason ? <small className="below">{unit.reason}</small> : null}
        </span>
      </td>
      <td data-label={words.number}>{unit.numberSymbol ?? <span className="quiet">—</span>}</td>
      <td data-label={words.issuedOn}>
        {unit.issuedOn ? formatDate(unit.issuedOn) : <span className="quiet">—</span>}
      </td>
      <td data-label={words.plan}>
        <span>
          {movement ? <Link to={`/phong-trao/${movement.id}`}>{movement.title}</Link> : null}
          {recorded ? (
            <small className="quiet below">{words.recordedBy(recorded.byPost, recorded.saidBy)}</small>
          ) : null}
          {!movement && !recorded ? <span className="quiet">—</span> : null}
        </span>
      </td>
      <td className="row-deeds">
        {recorded?.file ? (
          <ActionIcon
            component="a"
            href={address}
            download={recorded.file.name}
            variant="subtle"
            aria-label={`${words.file}: ${recorded.file.name}`}
            title={recorded.file.name}
          >
            <IconDownload size={17} />
          </ActionIcon>
        ) : null}
        {unit.mayRecord ? (
          <ActionIcon
            variant="subtle"
            aria-label={words.recordOf(organisation.name)}
            title={words.record}
            onClick={record}
          >
            <IconPencil size={17} />
          </ActionIcon>
        ) : null}
      </td>
    </tr>
  );
}
