import '../administration/administration.css';
import './accounts.css';
import { Button, Select } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { type AccountRow, listAccounts } from '../../contract/accounts.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { OrganisationId } from '../../contract/ids.ts';
import { getOrganisation, type OrganisationRef } from '../../contract/organisations.ts';
import { ROLES, type Role } from '../../core/rules/access.ts';
import { ACCOUNT_STATES, type AccountState } from '../../core/rules/accounts.ts';
import { Empty } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { SearchWords } from '../search-words.tsx';
import { everyPage, TableExport } from '../table-export.tsx';
import { MovePeople } from './move-people.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';
import { Slip, type SlipData } from './slip.tsx';
import { StateBadge } from './state-badge.tsx';

type Query = {
  q?: string;
  organisationId?: OrganisationId;
  role?: Role;
  state?: AccountState;
  page?: number;
};

/** What the address asks for; words it does not know are left out. */
function readQuery(query: URLSearchParams): Query {
  const words = (query.get('q') ?? '').slice(0, 200);
  const organisation = OrganisationId.safeParse(query.get('don-vi'));
  const role = ROLES.find((one) => one === query.get('vai-tro'));
  const state = ACCOUNT_STATES.find((one) => one === query.get('tinh-trang'));
  const page = Number(query.get('trang') ?? '1');
  return {
    ...(words === '' ? {} : { q: words }),
    ...(organisation.success ? { organisationId: organisation.data } : {}),
    ...(role ? { role } : {}),
    ...(state ? { state } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 10_000 ? { page } : {}),
  };
}

type Found = OutputOf<typeof listAccounts>;
type Loaded = { found: Found; query: Query; organisation: OutputOf<typeof getOrganisation> | null };

export async function accountListLoader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const query = readQuery(new URL(request.url).searchParams);
  const { organisationId } = query;
  const { signal } = request;
  const [found, chosen] = await Promise.all([
    call(listAccounts, query, { signal }),
    organisationId ? call(getOrganisation, { organisationId }, { signal }) : null,
  ]);
  return { found, query, organisation: chosen };
}

type Set = (changes: Record<string, string | null>) => void;

/** People of one's area with their posts, and somebody new. */
export function AccountListPage() {
  const text = useText();
  const words = text.accountPages;
  const { found, query, organisation } = useLoaderData<Loaded>();
  const [, setQuery] = useSearchParams();
  const { revalidate } = useRevalidator();
  const [adding, setAdding] = useState(false);
  const [slip, setSlip] = useState<SlipData | null>(null);
  const set: Set = (changes) =>
    setQuery(
      (before) => {
        before.delete('trang');
        for (const [name, value] of Object.entries(changes)) {
          if (value) before.set(name, value);
          else before.delete(name);
        }
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  if (slip) return <Slip slip={slip} finish={() => setSlip(null)} />;
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <section aria-labelledby="accounts-head">
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <div className="keep-deeds">
        <div>
          <h2 id="accounts-head" className="visually-hidden">
            {words.title}
          </h2>
          <span className="keep-quiet">{words.about}</span>
        </div>
        <div className="page-head-deeds no-print">{add}</div>
      </div>
      <Filters query={query} organisation={organisation?.organisation ?? null} set={set} />
      {organisation?.organisation.validUntil ? (
        <MovePeople
          key={organisation.organisation.id}
          ended={organisation}
          accounts={found.accounts}
          done={() => void revalidate()}
        />
      ) : null}
      {found.accounts.length === 0 ? (
        <div className="card">
          <Empty icon={<IconUsers size={32} stroke={1.5} />} title={words.noneFound}>
            {words.noneFoundAbout}
          </Empty>
        </div>
      ) : (
        <Rows found={found} query={query} set={set} />
      )}
      {found.count === 1 && Object.keys(query).length === 0 ? (
        <div className="card account-alone">
          <Empty icon={<IconUsers size={32} stroke={1.5} />} title={words.none}>
            {words.noneAbout}
          </Empty>
        </div>
      ) : null}
      {adding ? (
        <NewAccountDialog
          grantable={found.grantable}
          close={() => setAdding(false)}
          done={(made) => {
            setAdding(false);
            setSlip(made);
            void revalidate();
          }}
        />
      ) : null}
    </section>
  );
}

function Filters({ query, organisation, set }: { query: Query; organisation: OrganisationRef | null; set: Set }) {
  const text = useText();
  const words = text.accountPages;
  return (
    <search className="keep-filters no-print" aria-label={words.search}>
      <SearchWords
        label={words.search}
        placeholder={words.searchAbout}
        value={query.q ?? ''}
        onSearch={(q) => set({ q })}
      />
      <OrganisationPicker
        label={words.organisation}
        placeholder={words.allOrganisations}
        clearable
        value={organisation}
        onChange={(chosen) => set({ 'don-vi': chosen?.id ?? null })}
      />
      <Select
        label={words.role}
        placeholder={words.allRoles}
        clearable
        value={query.role ?? null}
        data={ROLES.map((role) => ({ value: role, label: text.roles.names[role] }))}
        onChange={(role) => set({ 'vai-tro': role })}
      />
      <Select
        label={words.state}
        placeholder={words.allStates}
        clearable
        value={query.state ?? null}
        data={ACCOUNT_STATES.map((state) => ({ value: state, label: text.accounts.states[state] }))}
        onChange={(state) => set({ 'tinh-trang': state })}
      />
    </search>
  );
}

function Rows({ found, query, set }: { found: Found; query: Query; set: Set }) {
  const text = useText();
  const words = text.accountPages;
  const page = query.page ?? 1;
  const pages = Math.ceil(found.count / found.pageSize);
  return (
    <>
      <div className="keep-deeds">
        <p className="keep-quiet" role="status">
          {words.count(found.count)}
        </p>
        <AccountExport query={query} />
      </div>
      <div className="table-frame">
        <table className="table stacking">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.posts}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {found.accounts.map((account) => (
              <Row key={account.id} account={account} />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 ? (
        <nav className="account-pages no-print" aria-label={words.title}>
          <Button variant="default" disabled={page <= 1} onClick={() => set({ trang: String(page - 1) })}>
            {text.frame.previousPage}
          </Button>
          <span>{text.frame.pageOf(page, pages)}</span>
          <Button variant="default" disabled={page >= pages} onClick={() => set({ trang: String(page + 1) })}>
            {text.frame.nextPage}
          </Button>
        </nav>
      ) : null}
    </>
  );
}

/** Everybody whom the filters find. */
function AccountExport({ query }: { query: Query }) {
  const text = useText();
  const words = text.accountPages;
  const held = ({ posts }: AccountRow) => posts.filter(({ when }) => when !== 'past');
  return (
    <TableExport
      title={words.title}
      lines={[
        query.q ? text.tableExport.filters(query.q) : null,
        query.role ? text.tableExport.filters(text.roles.names[query.role]) : null,
        query.state ? text.tableExport.filters(text.accounts.states[query.state]) : null,
      ]}
      columns={[
        { title: words.name, cell: ({ name }: AccountRow) => name },
        { title: text.tableExport.email, cell: ({ email }) => email },
        {
          title: words.posts,
          cell: (account) =>
            held(account)
              .map(({ title }) => title)
              .join('; '),
        },
        {
          title: words.organisation,
          cell: (account) =>
            held(account)
              .map(({ organisation }) => organisation.name)
              .join('; '),
        },
        {
          title: words.role,
          cell: (account) =>
            held(account)
              .map(({ role }) => text.roles.names[role])
              .join('; '),
        },
        { title: words.state, cell: ({ state }) => text.accounts.states[state] },
      ]}
      rows={() =>
        everyPage(async (page) => {
          const { accounts, count, pageSize } = await call(listAccounts, { ...query, page });
          return { rows: accounts, all: count, pageSize };
        })
      }
    />
  );
}

function Row({ account }: { account: AccountRow }) {
  const text = useText();
  const words = text.accountPages;
  const held = account.posts.filter(({ when }) => when !== 'past');
  return (
    <tr>
      <th scope="row">
        <span>
          <Link to={`/quan-tri/tai-khoan/${account.id}`}>{account.name}</Link>
          {account.email ? <span className="keep-quiet">{account.email}</span> : null}
        </span>
      </th>
      <td data-label={words.posts}>
        <span>
          {held.map((post) => (
            <span key={post.id} className="account-post">
              {post.title}
              <small>
                {post.organisation.name} · {text.roles.names[post.role]}
                {post.when === 'future' && post.from ? ` · ${words.since(post.from)}` : ''}
              </small>
            </span>
          ))}
          {held.length === 0 ? <span className="keep-quiet">{words.noPosts}</span> : null}
          {account.postsElsewhere > 0 ? (
            <span className="keep-quiet">{words.elsewhere(account.postsElsewhere)}</span>
          ) : null}
        </span>
      </td>
      <td data-label={words.state}>
        <StateBadge state={account.state} />
      </td>
    </tr>
  );
}
