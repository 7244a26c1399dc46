import './accounts.css';
import { Button } from '@mantine/core';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { getHandOver } from '../../contract/accounts.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { HandOverId } from '../../contract/ids.ts';
import { PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { OpenWork } from './open-work.tsx';

export const recordLoader = ({ params, request }: LoaderFunctionArgs) =>
  call(getHandOver, { handOverId: params['handOverId'] as HandOverId }, { signal: request.signal });

/** Biên bản bàn giao: as it was kept, to print and sign. */
export function HandOverRecordPage() {
  const text = useText();
  const words = text.accountPages;
  const { organisationName, on, reason, at, byPost, record } = useLoaderData<OutputOf<typeof getHandOver>>();
  return (
    <>
      <title>{`${words.recordTitle} · ${text.frame.product}`}</title>
      <PageHead title={words.recordTitle}>
        <Button onClick={() => window.print()}>{words.recordPrint}</Button>
      </PageHead>
      <article className="account-paper">
        <h2>{words.recordTitle}</h2>
        <p className="account-centre">{organisationName}</p>
        <dl>
          <dt>{words.recordFrom}</dt>
          <dd>{record.from.name}</dd>
          <dt>{words.recordTo}</dt>
          <dd>{record.to.name}</dd>
          {reason ? (
            <>
              <dt>{words.recordReason}</dt>
              <dd>{reason}</dd>
            </>
          ) : null}
        </dl>
        <p>{words.recordOn(on)}.</p>
        <p>{words.recordAt(formatMoment(at), byPost)}.</p>
        <OpenWork record={record} />
        <div className="account-sign">
          <b>{words.recordFrom}</b>
          <b>{words.recordTo}</b>
          <b>{words.recordWitness}</b>
        </div>
      </article>
    </>
  );
}
