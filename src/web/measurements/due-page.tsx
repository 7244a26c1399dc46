import { Alert } from '@mantine/core';
import { IconCloudOff, IconTable } from '@tabler/icons-react';
import { Link, useLoaderData } from 'react-router';
import './measurements.css';
import { type DueFigures, listDueFigures } from '../../contract/measurements.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { callOrKept } from '../call-or-kept.ts';
import { FigureTabs } from '../figure-tabs.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { NextStep } from '../next-step.tsx';
import { dateCell, numberCell, TableExport } from '../table-export.tsx';
import { UrgeDue } from './urge-due.tsx';

export const dueLoader = () => callOrKept(listDueFigures, {});

/** Số liệu: what one's unit has to send now, and what waits for one's yes. */
export function DuePage() {
  const text = useText();
  const words = text.figurePages;
  const {
    answer: { due },
    keptAt,
  } = useLoaderData<typeof dueLoader>();
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about}>
        {due.length > 0 ? (
          <TableExport
            title={words.title}
            columns={[
              { title: words.movement, cell: (one: DueFigures) => one.movement.title },
              { title: words.unit, cell: (one) => one.movement.organisation.name },
              { title: words.periodWord, cell: (one) => words.period(one.period) },
              { title: text.workroom.reading.dueOn, cell: (one) => dateCell(one.dueOn) },
              { title: text.tableExport.asked, cell: (one) => numberCell(one.asked) },
              { title: text.tableExport.waiting, cell: (one) => numberCell(one.waiting) },
              { title: text.tableExport.missing, cell: (one) => numberCell(one.missing) },
              { title: text.tableExport.returned, cell: (one) => numberCell(one.returned) },
              { title: words.closed, cell: (one) => (one.closed ? text.tableExport.yes : null) },
            ]}
            rows={due}
          />
        ) : null}
      </PageHead>
      <FigureTabs />
      {keptAt === null ? null : (
        <Alert variant="light" color="yellow" icon={<IconCloudOff size={18} />} className="page-note">
          {text.offline.keptFrom(formatMoment(keptAt))}
        </Alert>
      )}
      {due.length === 0 ? (
        <div className="card">
          <Empty
            icon={<IconTable size={36} stroke={1.4} />}
            title={words.dueNone}
            deed={<NextStep act="createMovement" to="/phong-trao" word={words.dueNoneDeed} />}
          >
            {words.dueNoneAbout}
          </Empty>
        </div>
      ) : (
        <div className="table-frame">
          <table className="table stacking">
            <caption className="visually-hidden">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.movement}</th>
                <th scope="col">{words.periodWord}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {due.map((one) => (
                <DueRow key={`${one.movement.id} ${one.period.from} ${one.period.until}`} due={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function DueRow({ due }: { due: DueFigures }) {
  const text = useText();
  const words = text.figurePages;
  const { movement, period } = due;
  const address = `/so-lieu/${movement.id}?tu=${period.from}&den=${period.until}`;
  return (
    <tr>
      <th scope="row" className="whole">
        <Link to={address}>{movement.title}</Link>
        <small className="quiet below">{movement.organisation.name}</small>
      </th>
      <td data-label={words.periodWord}>
        <span>
          {words.period(period)}
          {due.dueOn && !due.closed ? <small className="quiet below">{words.dueOn(due.dueOn)}</small> : null}
        </span>
      </td>
      <td data-label={words.state}>
        <span className="due-states">
          {due.closed ? <span className="badge">{words.closed}</span> : null}
          {due.mine > 0 && !due.closed ? <span className="badge tone-at-risk">{words.mine(due.mine)}</span> : null}
          {due.waiting > 0 ? <span className="badge tone-on-track">{words.waiting(due.waiting)}</span> : null}
          {due.returned > 0 ? <span className="badge tone-late">{words.returned(due.returned)}</span> : null}
          {due.missing > 0 && !due.closed ? <span className="badge">{words.missing(due.missing)}</span> : null}
          {due.missing === 0 && due.waiting === 0 && due.mine === 0 ? (
            <span className="badge tone-done">{words.allIn}</span>
          ) : null}
          {due.mayApprove && due.missing > due.mine && !due.closed ? <UrgeDue due={due} /> : null}
        </span>
      </td>
    </tr>
  );
}
