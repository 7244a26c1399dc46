import { Button } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { Link, useLoaderData } from 'react-router';
import './data-requests.css';
import { type ListedRequest, listDataRequests } from '../../contract/data-requests.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { CopyText } from '../copy-text.tsx';
import { FigureTabs } from '../figure-tabs.tsx';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';
import { RequestListExport } from './list-export.tsx';

export const requestListLoader = () => call(listDataRequests, {});

/** Phiếu thu thập số liệu: those sent out, and those to fill in. */
export function RequestListPage() {
  const text = useText();
  const words = text.dataRequests;
  const { requests, mayAsk } = useLoaderData<typeof requestListLoader>();
  const make = mayAsk ? (
    <Button component={Link} to="/so-lieu/phieu/moi">
      {words.make}
    </Button>
  ) : null;
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about}>
        {requests.length > 0 ? <RequestListExport requests={requests} /> : null}
        {make}
      </PageHead>
      <FigureTabs />
      {requests.length === 0 ? (
        <div className="card">
          <Empty icon={<IconClipboardList size={36} stroke={1.4} />} title={words.none}>
            {words.noneAbout}
          </Empty>
        </div>
      ) : (
        <div className="table-frame">
          <table className="table stacking">
            <caption className="visually-hidden">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.request}</th>
                <th scope="col">{words.due}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {requests.map((one) => (
                <RequestLine key={one.id} request={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function RequestLine({ request }: { request: ListedRequest }) {
  const text = useText();
  const words = text.dataRequests;
  const { person, today } = useSession();
  const others = request.missing.filter((name) => name !== person.organisation.name);
  const open = request.closedAt === null;
  const mine = request.organisation.id === person.organisation.id;
  return (
    <tr>
      <th scope="row" className="whole">
        <Link to={`/so-lieu/phieu/${request.id}`}>{request.title}</Link>
        <small className="quiet below">{request.organisation.name}</small>
      </th>
      <td data-label={words.due}>
        <span>{formatDate(request.dueOn)}</span>
      </td>
      <td data-label={words.state}>
        <span className="due-states">
          {open ? null : <span className="badge">{words.closed}</span>}
          {request.sample ? <span className="badge">{words.sample}</span> : null}
          {mine || request.own === null ? (
            <span className={request.sent === request.asked ? 'badge tone-done' : 'badge'}>
              {words.coverage(request.sent, request.asked)}
            </span>
          ) : null}
          {request.own !== null && open ? (
            <span className={`badge ${request.own === 'sent' ? 'tone-done' : 'tone-at-risk'}`}>
              {words.own(request.own)}
            </span>
          ) : null}
          {open && request.dueOn < today && request.sent < request.asked ? (
            <span className="badge tone-late">{words.overdue}</span>
          ) : null}
          {others.length > 0 ? (
            <CopyText
              quiet
              word={words.copyZalo}
              label={`${words.copyZalo}: ${request.title}`}
              content={words.urge({
                title: request.title,
                dueOn: request.dueOn,
                missing: others.map((unit) => ({ unit, address: null })),
                from: `${person.post}, ${person.organisation.name}`,
                today,
              })}
            />
          ) : null}
        </span>
      </td>
    </tr>
  );
}
