import { Button, SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import './rollups.css';
import { OrganisationId } from '../../contract/ids.ts';
import { IndicatorCode } from '../../contract/indicators.ts';
import { getFigureBoard, RANKED_BY, rankOrganisations } from '../../contract/rollups.ts';
import { COMMUNE_GROUPS } from '../../core/rules/commune-groups.ts';
import { ORGANISATION_KINDS } from '../../core/rules/organisations.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import type { Ranking, RankingQuestion } from './ranking.ts';
import { RankingExport } from './ranking-export.tsx';
import { RankingLack } from './ranking-lack.tsx';
import { RankingTable } from './ranking-table.tsx';

const LEVELS = ['province', 'commune', 'unit'] as const;
type Level = (typeof LEVELS)[number];

/** Whom a place is compared among: communes of a kind, units of a kind, or the members of a cluster. */
function among(level: Level, wish: string | null): Partial<RankingQuestion> {
  const group = COMMUNE_GROUPS.find((one) => one === wish);
  if (group) return level === 'commune' ? { group } : {};
  const kind = ORGANISATION_KINDS.find((one) => one === wish);
  if (kind) return level === 'unit' ? { kind } : {};
  const cluster = OrganisationId.safeParse(wish);
  return cluster.success ? { clusterId: cluster.data } : {};
}

export async function rankingLoader({ params, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const organisationId = OrganisationId.parse(params['organisationId']);
  const [from, until] = [query.get('tu') ?? '', query.get('den') ?? ''];
  const code = query.get('chi-tieu') ?? '';
  const signal = { signal: request.signal };
  const board = await call(getFigureBoard, { organisationId, year: Number(until.slice(0, 4)) }, signal);
  const indicator = board.indicators.find((one) => one.code === code) ?? null;
  const asked = LEVELS.find((one) => one === query.get('cap'));
  const page = Number(query.get('trang')) || 1;
  const wished = RANKED_BY.find((one) => one === query.get('theo'));
  const by = wished === 'heads' && indicator?.rollUp !== 'sum' ? undefined : wished;
  const questionOf = (level: Level): RankingQuestion => ({
    ...{ organisationId, level, indicator: IndicatorCode.parse(code), from, until },
    ...among(level, query.get('nhom')),
    ...(by ? { by } : {}),
  });
  // Without a wish, the first level below that there is.
  let question = questionOf(asked ?? LEVELS[0]);
  let ranking = await call(rankOrganisations, { ...question, page }, signal);
  if (!asked)
    for (const next of LEVELS.slice(1)) {
      if (ranking.count > 0) break;
      question = questionOf(next);
      ranking = await call(rankOrganisations, { ...question, page }, signal);
    }
  return { organisation: board.organisation, indicator, question, ranking, page };
}

/** Xếp hạng: who below a place stands how for one indicator and period. */
export function RankingPage() {
  const text = useText();
  const words = text.rollups;
  const { organisation, indicator, question, ranking, page } = useLoaderData<typeof rankingLoader>();
  const { from, until, level } = question;
  const [query, setQuery] = useSearchParams();
  const narrow = useMediaQuery('(max-width: 640px)') ?? false;
  const go = (more: Record<string, string>) => setQuery({ ...Object.fromEntries(query), ...more });
  const kind = indicator?.periods.find((one) => one.from === from && one.until === until)?.kind;
  const when = words.rankingAbout(organisation.name, text.figurePages.period({ kind: kind ?? 'once', from, until }));
  const pages = Math.max(1, Math.ceil(ranking.count / ranking.pageSize));
  const board = `/so-lieu/tong-hop?${new URLSearchParams({ 'don-vi': organisation.id, nam: until.slice(0, 4) })}`;
  const groups = groupsOf(text, level, ranking);
  const chosen = question.group ?? question.kind ?? question.clusterId ?? '';
  const told = { indicator, question, ranking, when };
  return (
    <>
      <title>{`${words.rankingTitle} · ${indicator?.name ?? ''} · ${text.frame.product}`}</title>
      <PageHead title={indicator?.name ?? words.rankingTitle} trail={<Link to={board}>{words.back}</Link>} about={when}>
        {ranking.count > 0 ? (
          <RankingExport {...told} group={groups.find(({ value }) => value === chosen)?.label ?? ''} />
        ) : null}
      </PageHead>
      <div className="board-tools no-print">
        <SegmentedControl
          aria-label={words.level}
          orientation={narrow ? 'vertical' : 'horizontal'}
          fullWidth={narrow}
          value={level}
          data={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
          onChange={(value) => setQuery(withoutGroup({ ...Object.fromEntries(query), cap: value, trang: '1' }))}
        />
        <SegmentedControl
          aria-label={words.per}
          value={question.by ?? ''}
          data={[
            { value: '', label: words.pers.whole },
            ...RANKED_BY.filter((by) => by !== 'heads' || indicator?.rollUp === 'sum').map((by) => ({
              value: by,
              label: words.pers[by],
            })),
          ]}
          onChange={(value) => go({ cap: level, theo: value, trang: '1' })}
        />
        {groups.length > 1 ? (
          <Select
            label={words.group}
            value={chosen}
            allowDeselect={false}
            data={groups}
            onChange={(value) => go({ cap: level, nhom: value ?? '', trang: '1' })}
          />
        ) : null}
      </div>
      {ranking.count === 0 ? (
        <div className="card">
          <Empty title={words.rankingNone}>{words.rankingNoneAbout}</Empty>
        </div>
      ) : (
        <>
          <RankingLack {...told} place={organisation} />
          <RankingTable {...told} />
          {pages > 1 ? (
            <nav className="ranking-pages no-print" aria-label={words.page(page, pages)}>
              <Button variant="default" disabled={page <= 1} onClick={() => go({ trang: String(page - 1) })}>
                {words.earlier}
              </Button>
              <span>{words.page(page, pages)}</span>
              <Button variant="default" disabled={page >= pages} onClick={() => go({ trang: String(page + 1) })}>
                {words.later}
              </Button>
            </nav>
          ) : null}
        </>
      )}
    </>
  );
}

/** Another level has other groups. */
function withoutGroup(query: Record<string, string>): Record<string, string> {
  const { nhom: _, ...rest } = query;
  return rest;
}

function groupsOf(text: ReturnType<typeof useText>, level: Level | string, { kinds, clusters }: Ranking) {
  const words = text.rollups;
  const kindsHere =
    level === 'commune'
      ? COMMUNE_GROUPS.map((value) => ({ value: value as string, label: words.groups[value] }))
      : kinds.length > 1
        ? kinds.map((value) => ({ value: value as string, label: text.organisations.kinds[value] }))
        : [];
  return [
    { value: '', label: words.allGroups },
    ...kindsHere,
    ...clusters.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
}
