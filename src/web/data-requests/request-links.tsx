import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { DataRequest, RequestAnswer } from '../../contract/data-requests.ts';
import { makeRequestLinks, revokeRequestLinks } from '../../contract/request-links.ts';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { LinkSlips, type MadeLink } from '../link-slips.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';

/** Links for units without an account: made for all that are missing in one press, taken back in another. */
export function RequestLinks({ request, missing }: { request: DataRequest; missing: readonly RequestAnswer[] }) {
  const text = useText();
  const words = text.dataRequests;
  const { busy, error, run } = useAct();
  const [made, setMade] = useState<MadeLink[] | null>(null);
  const { today } = useSession();
  const [revoking, setRevoking] = useState(false);
  const ids = (answers: readonly RequestAnswer[]) => answers.map(({ organisation }) => organisation.id);
  const make = async () => {
    const done = await run((actionId) =>
      call(makeRequestLinks, { requestId: request.id, actionId, organisationIds: ids(missing) }),
    );
    if (done === null) return;
    setMade(
      done.links.map(({ organisation, path, expiresAt }) => ({
        unit: organisation.name,
        address: path === null ? null : `${window.location.origin}${path}`,
        expiresAt,
      })),
    );
  };
  return (
    <>
      {missing.length > 0 ? (
        <Button variant="default" leftSection={<IconLink size={16} />} loading={busy} onClick={() => void make()}>
          {text.figureLinks.makeMissing(missing.length)}
        </Button>
      ) : null}
      <Button variant="subtle" onClick={() => setRevoking(true)}>
        {words.revokeLinks}
      </Button>
      <ActErrorNote error={error} />
      {made === null ? null : (
        <LinkSlips
          made={made}
          about={request.title}
          message={(links, from) =>
            words.urge({ title: request.title, dueOn: request.dueOn, missing: links, from, today })
          }
          close={() => setMade(null)}
        />
      )}
      <Confirm
        opened={revoking}
        close={() => setRevoking(false)}
        question={words.revokeLinksAsk}
        about={text.figureLinks.revokeAbout}
        deedWord={words.revokeLinks}
        deed={(actionId) =>
          call(revokeRequestLinks, { requestId: request.id, actionId, organisationIds: ids(request.answers) })
        }
        done={({ revoked }) => {
          setRevoking(false);
          sayDone(text.figureLinks.revoked(revoked));
        }}
      />
    </>
  );
}
