import './organisations.css';
import { Button, Group, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFileImport, IconListDetails, IconSearch, IconSitemap, IconTableExport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { CalendarDate, OrganisationId } from '../../contract/ids.ts';
import { exportOrganisations, getOrganisationTemplate } from '../../contract/organisation-acts.ts';
import {
  getOrganisation,
  getOrganisationHistory,
  listClusterMembers,
  listOrganisations,
  type Organisation,
} from '../../contract/organisations.ts';
import type { Person } from '../../contract/session.ts';
import { Empty } from '../../ui/page.tsx';
import { call, fileAddress } from '../call.ts';
import { DateField } from '../date-field.tsx';
import { useText } from '../language.tsx';
import { mayAtAll, useSession } from '../session.tsx';
import { CommunesDialog } from './communes-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { OrganisationPanel, type PanelData } from './panel.tsx';
import { OrganisationTree } from './tree.tsx';

/** What the address holds: the day, the words and the one that is shown. */
function readQuery(query: URLSearchParams) {
  const at = CalendarDate.safeParse(query.get('ngay'));
  const chosen = OrganisationId.safeParse(query.get('dv'));
  return {
    at: at.success ? at.data : null,
    id: chosen.success ? chosen.data : null,
    words: (query.get('q') ?? '').slice(0, 200),
    /** "?nhap=excel" opens the import at once: other pages lead here with it. */
    importing: query.get('nhap') === 'excel',
    /** "?them=xa" opens the built-in list in the same way. */
    adding: query.get('them') === 'xa',
  };
}

type Loaded = { panel: PanelData | null; found: Organisation[] | null };

export async function organisationsLoader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const { at, id, words } = readQuery(new URL(request.url).searchParams);
  const { signal } = request;
  const day = at === null ? {} : { at };
  const [panel, found] = await Promise.all([
    id === null ? null : loadPanel(id, day, signal),
    words === '' ? null : call(listOrganisations, { q: words, limit: 50, ...day }, { signal }),
  ]);
  return { panel, found: found?.organisations ?? null };
}

async function loadPanel(
  organisationId: OrganisationId,
  day: { at?: string },
  signal: AbortSignal,
): Promise<PanelData> {
  const [detail, { changes }] = await Promise.all([
    call(getOrganisation, { organisationId, ...day }, { signal }),
    call(getOrganisationHistory, { organisationId }, { signal }),
  ]);
  const isCluster = detail.organisation.kind === 'cluster';
  const members = isCluster ? await call(listClusterMembers, { clusterId: organisationId }, { signal }) : null;
  return { detail, changes, members: members?.members ?? null };
}

/** The tree of organisations on a day, one of them beside it, and what an administrator can do. */
export function OrganisationsPage() {
  const text = useText();
  const words = text.organisationPages;
  const { today, person } = useSession();
  const { panel, found } = useLoaderData<Loaded>();
  const [query, setQuery] = useSearchParams();
  const revalidator = useRevalidator();
  const [revision, setRevision] = useState(0);
  const { at, id, importing, adding } = readQuery(query);
  const set = (changes: Record<string, string | null>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { preventScrollReset: true },
    );
  const past = at !== null && at < today;
  const again = () => {
    setRevision((before) => before + 1);
    void revalidator.revalidate();
  };
  // After a deed the focus goes to what came of it: the button that was pressed may be gone.
  const [arrived, setArrived] = useState<string | null>(null);
  const show = (dv: string) => {
    setArrived(null);
    set({ dv });
  };
  const changed = (organisationId: OrganisationId) => {
    setArrived(organisationId);
    set({ dv: organisationId });
    again();
  };
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <search className="organisation-find no-print" aria-label={words.search}>
        <SearchWords words={query.get('q') ?? ''} set={(q) => set({ q })} />
        <DateField
          label={words.at}
          value={at ?? today}
          onChange={(day) => {
            if (day !== null) set({ ngay: day === today ? null : day });
          }}
        />
        {at === null ? null : (
          <Button variant="default" onClick={() => set({ ngay: null })}>
            {words.today}
          </Button>
        )}
      </search>
      <Lists at={at} open={set} />
      {importing && mayAtAll(person, 'importOrganisations') ? (
        <ImportDialog
          close={() => set({ nhap: null })}
          done={() => {
            set({ nhap: null, ngay: null });
            again();
          }}
        />
      ) : null}
      {adding && mayAddCommunes(person) ? (
        <CommunesDialog
          under={person.organisation}
          close={() => set({ them: null })}
          done={() => {
            set({ them: null, ngay: null });
            again();
          }}
        />
      ) : null}
      {past ? (
        <p className="form-note organisation-past" role="status">
          {words.pastNote(at)}
        </p>
      ) : null}
      <div className="organisation-page">
        <section className="card" aria-label={words.tree}>
          <div className="organisation-tree-body">
            {found ? (
              <Found found={found} selected={id} select={show} />
            ) : (
              <OrganisationTree at={at} selected={id} select={show} revision={revision} />
            )}
          </div>
        </section>
        {panel ? (
          <OrganisationPanel
            key={panel.detail.organisation.id}
            data={panel}
            past={at !== null}
            show={show}
            arrived={panel.detail.organisation.id === arrived}
            changed={changed}
          />
        ) : (
          <div className="card">
            <Empty icon={<IconSitemap size={32} stroke={1.5} />} title={words.choose}>
              {words.chooseAbout}
            </Empty>
          </div>
        )}
      </div>
    </>
  );
}

/** A list of communes is for whoever keeps a province. */
const mayAddCommunes = (person: Person): boolean =>
  person.organisation.level === 'province' && mayAtAll(person, 'addCommunes');

/** The tree as a whole: from a list, to a list. */
function Lists({ at, open }: { at: string | null; open: (changes: Record<string, string>) => void }) {
  const { organisationPages: words, tableExport: taking } = useText();
  const { person } = useSession();
  return (
    <Group gap="xs" className="organisation-lists no-print">
      {mayAtAll(person, 'importOrganisations') ? (
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden="true" />}
          onClick={() => open({ nhap: 'excel' })}
        >
          {words.importList}
        </Button>
      ) : null}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconTableExport size={16} aria-hidden="true" />}
            aria-label={taking.takeOf(words.exportTitle)}
          >
            {taking.take}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['xlsx', 'csv'] as const).map((as) => (
            <Menu.Item
              key={as}
              component="a"
              href={fileAddress(exportOrganisations, { as, ...(at === null ? {} : { at }) })}
              download
            >
              {as === 'xlsx' ? taking.excel : taking.csv}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button component="a" variant="default" href={fileAddress(getOrganisationTemplate, {})} download>
        {words.template}
      </Button>
      {mayAddCommunes(person) ? (
        <Button
          variant="default"
          leftSection={<IconListDetails size={16} aria-hidden="true" />}
          onClick={() => open({ them: 'xa' })}
        >
          {words.addCommunes}
        </Button>
      ) : null}
    </Group>
  );
}

function Found({
  found,
  selected,
  select,
}: {
  found: Organisation[];
  selected: string | null;
  select: (id: string) => void;
}) {
  const words = useText().organisationPages;
  return (
    <>
      <p className="quiet" role="status">
        {words.found(found.length)}
      </p>
      <ul className="organisation-branch">
        {found.map((one) => (
          <li key={one.id} className="organisation-line" data-chosen={one.id === selected || undefined}>
            <button
              type="button"
              className="organisation-name"
              aria-current={one.id === selected ? 'true' : undefined}
              onClick={() => select(one.id)}
            >
              {one.name}
              <small className="quiet">{one.path.join(' › ')}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Searches while one types, a little behind the last letter. */
function SearchWords({ words, set }: { words: string; set: (words: string) => void }) {
  const text = useText().organisationPages;
  const [typed, setTyped] = useState(words);
  const ask = useDebouncedCallback(set, 250);
  useEffect(() => setTyped(words), [words]);
  return (
    <Group>
      <TextInput
        flex={1}
        type="search"
        label={text.search}
        placeholder={text.searchAbout}
        leftSection={<IconSearch size={16} />}
        value={typed}
        maxLength={200}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
    </Group>
  );
}
