import './accounts.css';
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { type Colleague, handOver, previewHandOver } from '../../contract/accounts.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { AccountId } from '../../contract/ids.ts';
import { addDays } from '../../core/rules/calendar.ts';
import { PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { ColleaguePicker } from './colleague-picker.tsx';
import { OpenWork } from './open-work.tsx';

type Loaded = { accountId: AccountId; preview: OutputOf<typeof previewHandOver> };

export async function handOverLoader({ params, request }: LoaderFunctionArgs): Promise<Loaded> {
  const accountId = params['accountId'] as AccountId;
  const person = (new URL(request.url).searchParams.get('nguoi') ?? '').trim().slice(0, 200);
  const asked = { accountId, ...(person === '' ? {} : { person }) };
  return { accountId, preview: await call(previewHandOver, asked, { signal: request.signal }) };
}

/** Bàn giao: what will go over, to whom and when; then one deed. */
export function HandOverPage() {
  const text = useText();
  const words = text.accountPages;
  const { accountId, preview } = useLoaderData<Loaded>();
  const { person, today } = useSession();
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const own = accountId === person.id;
  const before = query.get('nguoi');
  const [to, setTo] = useState<Colleague | null>(null);
  const [on, setOn] = useState<string | null>(own ? addDays(today, 1) : today);
  const [after, setAfter] = useState('');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  // The list of colleagues leaves oneself out; a keeper may well be the one who takes over.
  const myself = own
    ? null
    : { accountId: person.id, name: words.own, title: person.post, organisationName: person.organisation.name };
  const called = after.trim() === '' ? (to?.title ?? '') : after.trim();
  const { record } = preview;
  return (
    <>
      <title>{`${words.handOver} · ${text.frame.product}`}</title>
      <PageHead title={words.handOverTitle(record.from.name)} about={words.handOverAbout} />
      <div className="account-cards">
        <form
          noValidate
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            if (to !== null && on !== null) setAsking(true);
          }}
        >
          <h2>{words.toWhom}</h2>
          <div className="card-body account-form">
            <ColleaguePicker
              label={words.successor}
              description={words.successorAbout}
              except={accountId}
              also={myself}
              value={to}
              onChange={setTo}
            />
            <DateField
              label={words.handOverOn}
              description={own ? words.handOverOwn : null}
              required
              value={on}
              onChange={setOn}
            />
            <Select
              label={words.personBefore}
              description={words.personBeforeAbout}
              placeholder={words.personNone}
              clearable
              searchable
              value={before}
              data={preview.persons}
              onChange={(nguoi) => setQuery(nguoi ? { nguoi } : {}, { replace: true, preventScrollReset: true })}
            />
            {before === null ? null : (
              <TextInput
                label={words.personAfter}
                placeholder={to?.title ?? ''}
                maxLength={200}
                value={after}
                onChange={(event) => setAfter(event.currentTarget.value)}
              />
            )}
            <TextInput
              label={words.handOverReason}
              description={text.frame.optional}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end" gap="sm">
              {to === null ? <span className="quiet">{words.chooseSuccessor}</span> : null}
              <Button type="submit" disabled={to === null || on === null}>
                {words.handOverDeed}
              </Button>
            </Group>
          </div>
        </form>
        <section className="card" aria-labelledby="hand-over-what">
          <h2 id="hand-over-what">{words.what}</h2>
          <div className="card-body account-work">
            <OpenWork record={record} />
          </div>
        </section>
      </div>
      {to !== null && on !== null ? (
        <Confirm
          opened={asking}
          close={() => setAsking(false)}
          question={words.handOverSure(record.from.name, to.title)}
          about={words.handOverSureAbout(on)}
          deedWord={words.handOverDeed}
          deed={(actionId) =>
            call(handOver, {
              actionId,
              accountId,
              toAccountId: to.accountId,
              on,
              persons: before === null || called === '' ? null : { before, after: called.slice(0, 200) },
              reason: reason.trim() === '' ? null : reason.trim(),
            })
          }
          done={({ handOverId }) => {
            sayDone(words.handedOver);
            void navigate(`/ban-giao/bien-ban/${handOverId}`, { replace: true });
          }}
        />
      ) : null}
    </>
  );
}
