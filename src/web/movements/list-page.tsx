import './movements.css';
import { Button, Checkbox, Group, Pagination, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconFilePlus, IconFilter, IconFlag3, IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { listMovements, MOVEMENT_SORTS } from '../../contract/movements.ts';
import { getOrganisation, type OrganisationRef } from '../../contract/organisations.ts';
import { MOVEMENT_KINDS, MOVEMENT_STATES } from '../../core/rules/movements.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { VerdictLegend } from '../../ui/verdict.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { mayAtAll, useSession } from '../session.tsx';
import { MovementExport } from './list-export.tsx';
import { isFiltered, type ListFilters, readFilters, toQuestion, withFilters } from './list-filters.ts';
import { MovementLine } from './movement-rows.tsx';

type Loaded = { answer: OutputOf<typeof listMovements>; organisation: OrganisationRef | null };

export async function listLoader({ request }: LoaderFunctionArgs): Promise<Loaded> {
  const filters = readFilters(new URL(request.url).searchParams);
  const { organisationId } = filters;
  const [answer, chosen] = await Promise.all([
    call(listMovements, toQuestion(filters), { signal: request.signal }),
    organisationId === null ? null : call(getOrganisation, { organisationId }, { signal: request.signal }),
  ]);
  return { answer, organisation: chosen?.organisation ?? null };
}

/** All movements the person may see, as a list or as a tree of who answers whom. */
export function MovementListPage() {
  const text = useText();
  const words = text.workroom.movements;
  const { person } = useSession();
  const { answer, organisation } = useLoaderData<Loaded>();
  const [query, setQuery] = useSearchParams();
  const filters = readFilters(query);
  const set = (changes: Partial<ListFilters>) =>
    setQuery((before) => withFilters(before, changes), { replace: true, preventScrollReset: true });
  const deeds = mayAtAll(person, 'createMovement') ? <Deeds /> : null;
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about}>
        {deeds}
      </PageHead>
      <Filters filters={filters} years={answer.years} organisation={organisation} set={set} />
      <div className="list-count">
        <span className="quiet" role="status">
          {words.found(answer.total)}
        </span>
        <span className="list-deeds">
          {answer.total > 0 ? <MovementExport filters={filters} /> : null}
          <SegmentedControl
            aria-label={text.movementPages.view}
            value={filters.tree ? 'tree' : 'list'}
            data={[
              { value: 'list', label: words.list },
              { value: 'tree', label: words.tree },
            ]}
            onChange={(value) => set({ tree: value === 'tree' })}
          />
        </span>
      </div>
      {answer.movements.length > 0 ? (
        <MovementTable answer={answer} tree={filters.tree} />
      ) : isFiltered(filters) ? (
        <div className="card">
          <Empty
            icon={<IconSearch size={32} stroke={1.5} />}
            title={words.noneFiltered}
            deed={
              <Button variant="default" onClick={() => setQuery(new URLSearchParams(), { replace: true })}>
                {words.clearFilters}
              </Button>
            }
          >
            {words.noneFilteredAbout}
          </Empty>
        </div>
      ) : (
        <div className="card">
          <Empty
            icon={<IconFlag3 size={32} stroke={1.5} />}
            title={words.none}
            deed={
              <Group justify="center" gap="sm">
                {deeds}
              </Group>
            }
          >
            {words.noneAbout}
          </Empty>
        </div>
      )}
      {answer.total > answer.pageSize ? (
        <Pagination
          mt="md"
          value={answer.page}
          total={Math.ceil(answer.total / answer.pageSize)}
          onChange={(page) => setQuery((before) => withFilters(before, { page }))}
          getControlProps={(control) => ({
            'aria-label': control === 'previous' ? text.frame.previousPage : text.frame.nextPage,
          })}
        />
      ) : null}
    </>
  );
}

function Deeds() {
  const words = useText().workroom.movements;
  return (
    <>
      <Button component={Link} to="/phong-trao/moi" variant="default" leftSection={<IconPlus size={16} />}>
        {words.create}
      </Button>
      <Button component={Link} to="/van-ban" leftSection={<IconFilePlus size={16} />}>
        {words.fromDocument}
      </Button>
    </>
  );
}

function MovementTable({ answer, tree }: { answer: OutputOf<typeof listMovements>; tree: boolean }) {
  const text = useText();
  const words = text.workroom.movements;
  return (
    <div className="table-frame">
      <table className="table stacking movement-table">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.launcher}</th>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.progress}</th>
          </tr>
        </thead>
        <tbody>
          {answer.movements.map((movement) => (
            <MovementLine key={movement.id} movement={movement} tree={tree} />
          ))}
        </tbody>
      </table>
      <VerdictLegend words={text.movements.verdicts} />
    </div>
  );
}

type FilterProps = {
  filters: ListFilters;
  years: number[];
  organisation: OrganisationRef | null;
  set: (changes: Partial<ListFilters>) => void;
};

function Filters({ filters, years, organisation, set }: FilterProps) {
  const text = useText();
  const narrow = useMediaQuery('(max-width: 640px)') ?? false;
  const [opened, setOpened] = useState(false);
  return (
    <search className="filters no-print" aria-label={text.movementPages.filters}>
      <SearchWords words={filters.words} set={set} />
      {narrow ? (
        <Button
          className="filters-check"
          variant="default"
          aria-expanded={opened}
          leftSection={<IconFilter size={16} />}
          onClick={() => setOpened(!opened)}
        >
          {text.movementPages.filters}
        </Button>
      ) : null}
      {narrow && !opened ? null : <Choices filters={filters} years={years} organisation={organisation} set={set} />}
    </search>
  );
}

function Choices({ filters, years, organisation, set }: FilterProps) {
  const text = useText();
  const words = text.workroom.movements;
  return (
    <>
      <Select
        label={words.year}
        clearable
        placeholder={words.allYears}
        value={filters.year === null ? null : String(filters.year)}
        data={years.map(String)}
        onChange={(year) => set({ year: year === null ? null : Number(year) })}
      />
      <Select
        label={words.kind}
        clearable
        placeholder={words.allKinds}
        value={filters.kind}
        data={MOVEMENT_KINDS.map((kind) => ({ value: kind, label: text.movements.kinds[kind] }))}
        onChange={(kind) => set({ kind })}
      />
      <Select
        label={words.state}
        clearable
        placeholder={words.allStates}
        value={filters.state}
        data={MOVEMENT_STATES.map((state) => ({ value: state, label: text.movements.states[state] }))}
        onChange={(state) => set({ state })}
      />
      <OrganisationPicker
        label={words.organisation}
        clearable
        placeholder={words.allOrganisations}
        value={organisation}
        onChange={(chosen) => set({ organisationId: chosen?.id ?? null })}
      />
      <Select
        label={words.sort}
        value={filters.sort}
        data={MOVEMENT_SORTS.map((sort) => ({ value: sort, label: words.sorts[sort] }))}
        onChange={(sort) => set({ sort: MOVEMENT_SORTS.find((one) => one === sort) ?? 'recent' })}
      />
      <Checkbox
        className="filters-check"
        label={words.archivedShown}
        checked={filters.archived}
        onChange={(event) => set({ archived: event.currentTarget.checked })}
      />
    </>
  );
}

/** Searches while one types, a little behind the last letter; back and forward of the browser change it too. */
function SearchWords({ words, set }: { words: string; set: FilterProps['set'] }) {
  const text = useText();
  const [typed, setTyped] = useState(words);
  const ask = useDebouncedCallback((next: string) => set({ words: next }), 250);
  useEffect(() => setTyped(words), [words]);
  return (
    <TextInput
      className="filters-words"
      type="search"
      label={text.workroom.movements.search}
      leftSection={<IconSearch size={16} />}
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}
