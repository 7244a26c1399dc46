import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { type AccessToken, listAccessTokens, revokeAccessToken } from '../../contract/access-tokens.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { formatMoment } from '../moment.ts';
import { sayDone } from '../say.ts';
import { dateCell, TableExport } from '../table-export.tsx';
import { TokenDialog } from './token-dialog.tsx';

export const tokensLoader = ({ request }: LoaderFunctionArgs) => call(listAccessTokens, {}, { signal: request.signal });

/** Tokens with which other programs read and write figures. */
export function TokensPage() {
  const words = useText().accessTokens;
  const { tokens } = useLoaderData<OutputOf<typeof listAccessTokens>>();
  const { revalidate } = useRevalidator();
  const [making, setMaking] = useState(false);
  return (
    <>
      <p className="keep-quiet">{words.about}</p>
      <div className="keep-deeds">
        {tokens.length > 0 ? <TokenExport tokens={tokens} /> : null}
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {words.make}
        </Button>
      </div>
      {tokens.length === 0 ? (
        <div className="card">
          <Empty icon={<IconKey size={32} stroke={1.5} />} title={words.none}>
            {words.noneAbout}
          </Empty>
        </div>
      ) : (
        <Table tokens={tokens} changed={() => void revalidate()} />
      )}
      <p className="keep-quiet">{words.docs}</p>
      {making ? (
        <TokenDialog
          close={() => {
            setMaking(false);
            void revalidate();
          }}
        />
      ) : null}
    </>
  );
}

function TokenExport({ tokens }: { tokens: readonly AccessToken[] }) {
  const words = useText().accessTokens;
  return (
    <TableExport
      title={words.title}
      columns={[
        { title: words.name, cell: ({ name }: AccessToken) => name },
        { title: words.unit, cell: ({ organisation }) => organisation.name },
        { title: words.may, cell: ({ rights }) => rights.map((right) => words.rights[right]).join('; ') },
        { title: words.made, cell: ({ madeByPost, madeAt }) => words.madeBy(madeByPost, dayInVietnam(madeAt)) },
        { title: words.seen, cell: ({ seenAt }) => dateCell(seenAt) },
        { title: words.ends, cell: ({ expiresAt }) => dateCell(expiresAt) },
        { title: words.revoked, cell: ({ revokedAt }) => dateCell(revokedAt) },
      ]}
      rows={tokens}
    />
  );
}

function Table({ tokens, changed }: { tokens: readonly AccessToken[]; changed: () => void }) {
  const words = useText().accessTokens;
  const [leaving, setLeaving] = useState<AccessToken | null>(null);
  return (
    <div className="table-frame">
      <table className="table stacking">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.may}</th>
            <th scope="col">{words.made}</th>
            <th scope="col">{words.seen}</th>
            <th scope="col">{words.ends}</th>
            <th scope="col">
              <span className="visually-hidden">{words.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td data-label={words.unit}>{one.organisation.name}</td>
              <td data-label={words.may}>{one.rights.map((right) => words.rights[right]).join('; ')}</td>
              <td data-label={words.made}>{words.madeBy(one.madeByPost, dayInVietnam(one.madeAt))}</td>
              <td data-label={words.seen}>{one.seenAt === null ? words.seenNever : formatMoment(one.seenAt)}</td>
              <td data-label={words.ends}>
                {Date.parse(one.expiresAt) < Date.now() ? words.ended : formatDate(dayInVietnam(one.expiresAt))}
              </td>
              <td>
                {one.revokedAt === null ? (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={words.revokeOf(one.name)}
                    onClick={() => setLeaving(one)}
                  >
                    {words.revoke}
                  </Button>
                ) : (
                  <span className="quiet">{words.revoked}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Confirm
        opened={leaving !== null}
        close={() => setLeaving(null)}
        question={words.revokeAsk(leaving?.name ?? '')}
        about={words.revokeAbout}
        deedWord={words.revoke}
        deed={async (actionId) => (leaving ? call(revokeAccessToken, { actionId, tokenId: leaving.id }) : null)}
        done={() => {
          sayDone(words.revokedDone);
          changed();
        }}
      />
    </div>
  );
}
