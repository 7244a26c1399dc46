import { Button, Menu, Select } from '@mantine/core';
import { IconDownload, IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import { type AuditEntry, exportAudit, listAudit } from '../../contract/audit.ts';
import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import { getOrganisation, type OrganisationRef } from '../../contract/organisations.ts';
import { Empty } from '../../ui/page.tsx';
import { call, downloadFile, newActionId } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { sayDone, sayError } from '../say.ts';
import { SearchWords } from '../search-words.tsx';
import { EntryRow } from './entry-row.tsx';

type Filters = Omit<InputOf<typeof listAudit>, 'before' | 'limit'>;
type Page = OutputOf<typeof listAudit>;
type Loaded = { page: Page; filters: Filters; organisation: OrganisationRef | null };

/** Names in the address, by the filter they stand for. */
const NAMES: Record<keyof Filters, string> = {
  q: 'q',
  act: 'viec',
  subjectKind: 'doi-tuong',
  organisationId: 'don-vi',
  from: 'tu',
  until: 'den',
  accountId: 'nguoi',
  subjectId: 'ma',
};

const readFilters = (query: URLSearchParams): Filters =>
  Object.fromEntries(
    Object.entries(NAMES).flatMap(([name, word]) => {
      const value = query.get(word);
      return value ? [[name, value]] : [];
    }),
  );

export async function auditLoader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const filters = readFilters(new URL(request.url).searchParams);
  const { organisationId } = filters;
  const [page, chosen] = await Promise.all([
    call(listAudit, filters, { signal: request.signal }),
    organisationId ? call(getOrganisation, { organisationId }, { signal: request.signal }) : null,
  ]);
  return { page, filters, organisation: chosen?.organisation ?? null };
}

/** Who did what, newest first. */
export function AuditPage() {
  const text = useText();
  const words = text.auditLog;
  const { page, filters, organisation } = useLoaderData<Loaded>();
  const [, setQuery] = useSearchParams();
  const set = (changes: Partial<Record<keyof Filters, string | null>>) =>
    setQuery(
      (before) => {
        for (const [name, value] of Object.entries(changes)) {
          const word = NAMES[name as keyof Filters];
          if (value) before.set(word, value);
          else before.delete(word);
        }
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const filtered = Object.keys(filters).length > 0;
  return (
    <section aria-labelledby="audit-head">
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <div className="keep-deeds">
        <div>
          <h2 id="audit-head" className="visually-hidden">
            {words.title}
          </h2>
          <span className="keep-quiet">{words.about}</span>
        </div>
        <div className="page-head-deeds no-print">
          <Button
            component={Link}
            to="/quan-tri/nhat-ky/xac-nhan"
            variant="default"
            leftSection={<IconShieldCheck size={16} />}
          >
            {words.head}
          </Button>
          <Export filters={filters} />
        </div>
      </div>
      <FilterFields filters={filters} organisation={organisation} set={set} />
      <Chosen filters={filters} clear={() => setQuery(new URLSearchParams(), { replace: true })} />
      <Entries first={page} filters={filters} filtered={filtered} set={set} />
    </section>
  );
}

type Set = (changes: Partial<Record<keyof Filters, string | null>>) => void;

function FilterFields({
  filters,
  organisation,
  set,
}: {
  filters: Filters;
  organisation: OrganisationRef | null;
  set: Set;
}) {
  const text = useText();
  const words = text.auditLog;
  const named = (list: Readonly<Record<string, string>>) =>
    Object.entries(list)
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  return (
    <search className="keep-filters no-print" aria-label={words.search}>
      <SearchWords label={words.search} value={filters.q ?? ''} onSearch={(q) => set({ q })} />
      <Select
        label={words.act}
        placeholder={words.allActs}
        clearable
        searchable
        value={filters.act ?? null}
        data={named(words.acts)}
        onChange={(act) => set({ act })}
      />
      <Select
        label={words.subject}
        placeholder={words.allSubjects}
        clearable
        value={filters.subjectKind ?? null}
        data={named(words.subjects)}
        onChange={(subjectKind) => set({ subjectKind })}
      />
      <OrganisationPicker
        label={words.organisation}
        placeholder={words.allOrganisations}
        clearable
        value={organisation}
        onChange={(chosen) => set({ organisationId: chosen?.id ?? null })}
      />
      <DateField label={words.from} value={filters.from ?? null} onChange={(from) => set({ from })} />
      <DateField label={words.until} value={filters.until ?? null} onChange={(until) => set({ until })} />
    </search>
  );
}

/** Filters that have no field of their own. */
function Chosen({ filters, clear }: { filters: Filters; clear: () => void }) {
  const words = useText().auditLog;
  const said = filters.accountId ? words.chosenPerson : filters.subjectId ? words.chosenSubject : null;
  if (said === null) return null;
  return (
    <div className="keep-deeds" role="status">
      <span className="keep-quiet">{said}</span>
      <Button variant="default" size="xs" onClick={clear}>
        {words.clear}
      </Button>
    </div>
  );
}

function Export({ filters }: { filters: Filters }) {
  const text = useText();
  const words = text.auditLog;
  const [busy, setBusy] = useState(false);
  const take = async (withOrigins: boolean) => {
    setBusy(true);
    try {
      await downloadFile(exportAudit, { actionId: newActionId(), ...filters, withOrigins });
      sayDone(words.exported);
    } catch (error) {
      sayError(text, error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={16} />}>
          {words.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void take(false)}>{words.export}</Menu.Item>
        <Menu.Item onClick={() => void take(true)}>{words.exportWithOrigins}</Menu.Item>
        <Menu.Label>{words.originAbout}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

type EntriesProps = { first: Page; filters: Filters; filtered: boolean; set: Set };

function Entries({ first, filters, filtered, set }: EntriesProps) {
  const text = useText();
  const words = text.auditLog;
  const [older, setOlder] = useState<{ after: Page; pages: Page[] }>({ after: first, pages: [] });
  const [busy, setBusy] = useState(false);
  const pages = [first, ...(older.after === first ? older.pages : [])];
  const entries: AuditEntry[] = pages.flatMap((page) => page.entries);
  const next = pages.at(-1)?.next ?? null;
  const more = async () => {
    if (next === null) return;
    setBusy(true);
    try {
      const page = await call(listAudit, { ...filters, before: next });
      setOlder((now) => ({ after: first, pages: [...(now.after === first ? now.pages : []), page] }));
    } catch (error) {
      sayError(text, error);
    } finally {
      setBusy(false);
    }
  };
  if (entries.length === 0 && next === null)
    return (
      <div className="card">
        <Empty icon={<IconHistory size={32} stroke={1.5} />} title={filtered ? words.noneFiltered : words.none}>
          {filtered ? words.noneFilteredAbout : words.noneAbout}
        </Empty>
      </div>
    );
  return (
    <>
      <div className="table-frame">
        <table className="table stacking">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.on}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.seq} entry={entry} set={set} />
            ))}
          </tbody>
        </table>
      </div>
      {next === null ? null : (
        <p className="no-print">
          <Button variant="default" loading={busy} onClick={() => void more()}>
            {entries.length === 0 ? words.searchOn : words.more}
          </Button>
        </p>
      )}
    </>
  );
}
