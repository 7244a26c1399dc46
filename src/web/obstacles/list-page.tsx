import { Button, Select } from '@mantine/core';
import { IconMessageReport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import type { OutputOf } from '../../contract/endpoint.ts';
import { MovementId } from '../../contract/ids.ts';
import { DomainCode } from '../../contract/indicators.ts';
import { listObstacles, mergeObstacles, type Obstacle, type ObstacleFilters } from '../../contract/obstacles.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { OBSTACLE_LISTS, OBSTACLE_STATES, putTogether } from '../../core/rules/obstacles.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { FigureTabs } from '../figure-tabs.tsx';
import { useText } from '../language.tsx';
import { ObstacleForm } from '../obstacle-form.tsx';
import { sayDone } from '../say.ts';
import { SearchWords } from '../search-words.tsx';
import { ObstacleExport } from './obstacle-export.tsx';
import { ObstacleTable } from './obstacle-table.tsx';

type Loaded = OutputOf<typeof listObstacles>;

function filtersOf(query: URLSearchParams): ObstacleFilters {
  const domain = query.get('linh-vuc');
  const movement = MovementId.safeParse(query.get('phong-trao'));
  const code = domain === 'none' ? ('none' as const) : DOMAIN_CODES.find((one) => one === domain);
  const q = query.get('q')?.slice(0, 200) ?? '';
  const state = OBSTACLE_STATES.find((one) => one === query.get('trang-thai'));
  return {
    whose: OBSTACLE_LISTS.find((one) => one === query.get('xem')) ?? 'all',
    ...(q === '' ? {} : { q }),
    ...(code === undefined ? {} : { domain: code === 'none' ? code : DomainCode.parse(code) }),
    ...(state === undefined ? {} : { state }),
    ...(movement.success ? { movementId: movement.data } : {}),
  };
}

export const obstaclesLoader = ({ request }: LoaderFunctionArgs): Promise<Loaded> =>
  call(listObstacles, filtersOf(new URL(request.url).searchParams), { signal: request.signal });

/** Khó khăn, vướng mắc, đề xuất, kiến nghị of the own place and all below it, by domain. */
export function ObstaclesPage() {
  const text = useText();
  const words = text.obstacles;
  const found = useLoaderData<Loaded>();
  const { revalidate } = useRevalidator();
  const [query] = useSearchParams();
  const filters = filtersOf(query);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [merging, setMerging] = useState(false);
  const { obstacles, all } = found;
  const picked = obstacles.filter(({ id, mayMerge }) => mayMerge && chosen.has(id));
  const done = (sentence: string) => {
    sayDone(sentence);
    setChosen(new Set());
    void revalidate();
  };
  const filtered = [...query.keys()].length > 0;
  return (
    <>
      <title>{`${words.title} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about}>
        <Button component={Link} to={filters.movementId === undefined ? '/so-lieu' : `/so-lieu/${filters.movementId}`}>
          {words.add}
        </Button>
      </PageHead>
      <FigureTabs />
      <Filters found={found} filters={filters} />
      <div className="obstacle-count">
        <span className="quiet" role="status">
          {words.found(obstacles.length, all)}
          {chosen.size > 0 ? ` · ${words.chosen(picked.length)}` : ''}
        </span>
        <span className="obstacle-deeds no-print">
          {picked.length > 0 ? <Button onClick={() => setMerging(true)}>{words.merge}</Button> : null}
          {obstacles.length > 0 ? (
            <ObstacleExport rows={obstacles} lines={[words.whose[filters.whose ?? 'all'], filters.q ?? null]} />
          ) : null}
        </span>
      </div>
      {obstacles.length === 0 ? (
        <Nothing filtered={filtered} />
      ) : (
        <ObstacleTable rows={obstacles} domains={found.domains} chosen={chosen} choose={setChosen} done={done} />
      )}
      {merging ? <MergeDialog rows={picked} close={() => setMerging(false)} done={done} /> : null}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const words = useText().obstacles;
  const [, setQuery] = useSearchParams();
  return (
    <div className="card">
      <Empty
        icon={<IconMessageReport size={36} stroke={1.4} />}
        title={filtered ? words.noneFiltered : words.none}
        deed={
          filtered ? (
            <Button variant="default" onClick={() => setQuery(new URLSearchParams(), { replace: true })}>
              {words.clearFilters}
            </Button>
          ) : null
        }
      >
        {words.noneAbout}
      </Empty>
    </div>
  );
}

function Filters({ found, filters }: { found: Loaded; filters: ObstacleFilters }) {
  const text = useText();
  const words = text.obstacles;
  const [, setQuery] = useSearchParams();
  const set = (key: string, value: string | null) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const domains = [
    { value: 'none', label: words.noDomain },
    ...DOMAIN_CODES.map((code) => ({ value: code, label: text.movements.domains[code] })),
  ];
  return (
    <div className="obstacle-filters no-print">
      <SearchWords label={words.search} value={filters.q ?? ''} onSearch={(q) => set('q', q)} />
      <Select
        label={words.whoseWord}
        allowDeselect={false}
        value={filters.whose ?? 'all'}
        data={OBSTACLE_LISTS.map((one) => ({ value: one, label: words.whose[one] }))}
        onChange={(value) => set('xem', value === 'all' ? null : value)}
      />
      <Select
        label={words.domain}
        placeholder={words.anyDomain}
        clearable
        searchable
        value={filters.domain ?? null}
        data={domains}
        onChange={(value) => set('linh-vuc', value)}
      />
      <Select
        label={words.state}
        placeholder={words.anyState}
        clearable
        value={filters.state ?? null}
        data={OBSTACLE_STATES.map((one) => ({ value: one, label: words.states[one] }))}
        onChange={(value) => set('trang-thai', value)}
      />
      <Select
        label={words.movement}
        placeholder={words.anyMovement}
        clearable
        searchable
        value={filters.movementId ?? null}
        data={found.movements.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(value) => set('phong-trao', value)}
      />
    </div>
  );
}

type MergeProps = { rows: readonly Obstacle[]; close: () => void; done: (sentence: string) => void };

/** A first wording of all of them, for a person to make one of. */
function MergeDialog({ rows, close, done }: MergeProps) {
  const words = useText().obstacles;
  const domains = new Set(rows.map(({ domain }) => domain));
  const [only = null] = domains;
  return (
    <ObstacleForm
      title={words.mergeTitle(rows.length)}
      about={words.mergeAbout}
      first={{
        domain: domains.size === 1 ? only : null,
        obstacle: putTogether(rows.map(({ obstacle }) => obstacle)),
        cause: putTogether(rows.map(({ cause }) => cause)),
        recommendation: putTogether(rows.map(({ recommendation }) => recommendation)),
      }}
      word={words.mergeSave}
      close={close}
      deed={(actionId, { saidBy: _, ...said }) =>
        call(mergeObstacles, {
          actionId,
          obstacles: rows.map(({ id, version }) => ({ obstacleId: id, version })),
          ...said,
        })
      }
      done={() => done(words.mergeDone)}
    />
  );
}
