import { Button, SegmentedControl } from '@mantine/core';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import './rollups.css';
import { OrganisationId } from '../../contract/ids.ts';
import { IndicatorCode } from '../../contract/indicators.ts';
import { getFigureBoard, type RankedOrganisation, rankOrganisations } from '../../contract/rollups.ts';
import { COMMUNE_GROUPS } from '../../core/rules/commune-groups.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { everyPage, numberCell, TableExport } from '../table-export.tsx';
import { coverageWords, figureWords } from './rolled-figure.tsx';

const LEVELS = ['province', 'commune', 'unit'] as const;

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
  const wished = COMMUNE_GROUPS.find((one) => one === query.get('nhom')) ?? null;
  const perHead = query.get('theo') === 'dan-so' && indicator?.rollUp === 'sum';
  const rank = (level: (typeof LEVELS)[number]) =>
    call(
      rankOrganisations,
      {
        ...{ organisationId, level, indicator: IndicatorCode.parse(code), from, until, page },
        ...(level === 'commune' && wished ? { group: wished } : {}),
        ...(perHead ? { perHead: 'yes' as const } : {}),
      },
      signal,
    );
  // Without a wish, the first level below that there is.
  let level = asked ?? LEVELS[0];
  let ranking = await rank(level);
  if (!asked)
    for (const next of LEVELS.slice(1)) {
      if (ranking.count > 0) break;
      level = next;
      ranking = await rank(next);
    }
  const group = level === 'commune' ? wished : null;
  return { organisation: board.organisation, indicator, period: { from, until }, level, group, perHead, ranking, page };
}

/** Xếp hạng: who below a place stands how for one indicator and period. */
export function RankingPage() {
  const text = useText();
  const words = text.rollups;
  const { organisation, indicator, period, level, group, perHead, ranking, page } =
    useLoaderData<typeof rankingLoader>();
  const [query, setQuery] = useSearchParams();
  const go = (more: Record<string, string>) => setQuery({ ...Object.fromEntries(query), ...more });
  const kind = indicator?.periods.find(({ from, until }) => from === period.from && until === period.until)?.kind;
  const when = text.figurePages.period({ kind: kind ?? 'once', ...period });
  const pages = Math.max(1, Math.ceil(ranking.count / ranking.pageSize));
  const unit = perHead ? words.perHead(indicator?.unit ?? null) : indicator?.unit;
  const figureTitle = unit ? `${words.figure} (${unit})` : words.figure;
  const board = `/so-lieu/tong-hop?${new URLSearchParams({ 'don-vi': organisation.id, nam: period.until.slice(0, 4) })}`;
  return (
    <>
      <title>{`${words.rankingTitle} · ${indicator?.name ?? ''} · ${text.frame.product}`}</title>
      <PageHead
        title={indicator?.name ?? words.rankingTitle}
        trail={<Link to={board}>{words.back}</Link>}
        about={words.rankingAbout(organisation.name, when)}
      >
        {indicator && ranking.count > 0 ? (
          <TableExport
            title={`${words.rankingTitle}, ${indicator.name}`}
            lines={[words.rankingAbout(organisation.name, when), group ? words.groups[group] : words.levels[level]]}
            columns={[
              { title: words.place, cell: (one: RankedOrganisation) => numberCell(one.rank) },
              { title: words.organisation, cell: (one) => one.organisation.name },
              { title: figureTitle, cell: ({ compared }) => numberCell(compared) },
              ...(perHead ? [{ title: words.heads, cell: ({ heads }: RankedOrganisation) => numberCell(heads) }] : []),
              { title: text.tableExport.numerator, cell: ({ figure }) => numberCell(figure.numerator) },
              { title: text.tableExport.denominator, cell: ({ figure }) => numberCell(figure.denominator) },
              {
                title: text.tableExport.reported,
                cell: ({ figure }) => numberCell(figure.own ? null : figure.reported),
              },
              { title: text.tableExport.asked, cell: ({ figure }) => numberCell(figure.own ? null : figure.asked) },
            ]}
            rows={() =>
              everyPage(async (at) => {
                const { organisations, count, pageSize } = await call(rankOrganisations, {
                  organisationId: organisation.id,
                  level,
                  ...(group ? { group } : {}),
                  ...(perHead ? { perHead: 'yes' as const } : {}),
                  indicator: indicator.code,
                  ...period,
                  page: at,
                });
                return { rows: organisations, all: count, pageSize };
              })
            }
          />
        ) : null}
      </PageHead>
      <div className="board-tools no-print">
        <SegmentedControl
          aria-label={words.level}
          value={level}
          data={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
          onChange={(value) => go({ cap: value, trang: '1' })}
        />
        {level === 'commune' ? (
          <SegmentedControl
            aria-label={words.group}
            value={group ?? ''}
            data={[
              { value: '', label: words.allGroups },
              ...COMMUNE_GROUPS.map((value) => ({ value, label: words.groups[value] })),
            ]}
            onChange={(value) => go({ cap: level, nhom: value, trang: '1' })}
          />
        ) : null}
        {indicator?.rollUp === 'sum' ? (
          <SegmentedControl
            aria-label={words.per}
            value={perHead ? 'dan-so' : ''}
            data={[
              { value: '', label: words.pers.whole },
              { value: 'dan-so', label: words.pers.head },
            ]}
            onChange={(value) => go({ theo: value, trang: '1' })}
          />
        ) : null}
      </div>
      {ranking.count === 0 ? (
        <div className="card">
          <Empty title={words.rankingNone}>{words.rankingNoneAbout}</Empty>
        </div>
      ) : (
        <>
          <p className="quiet">{(perHead ? words.comparedPerHead : words.compared)(ranking.compared, ranking.count)}</p>
          <div className="table-frame ranking-frame">
            <table className="table stacking">
              <caption className="visually-hidden">{words.rankingAbout(organisation.name, when)}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.place}</th>
                  <th scope="col">{words.organisation}</th>
                  <th scope="col">{figureTitle}</th>
                  {perHead ? <th scope="col">{words.heads}</th> : null}
                  <th scope="col">{words.coverage}</th>
                </tr>
              </thead>
              <tbody>
                {ranking.organisations.map(({ rank, organisation: one, figure, compared, heads }) => (
                  <tr key={one.id}>
                    <td data-label={words.place} className="figures">
                      {rank ?? '–'}
                    </td>
                    <th scope="row">
                      <Link
                        to={`/so-lieu/tong-hop?${new URLSearchParams({ 'don-vi': one.id, nam: period.until.slice(0, 4) })}`}
                      >
                        {one.name}
                      </Link>
                    </th>
                    <td data-label={figureTitle} className="figures">
                      {(perHead
                        ? compared && text.movementPages.number(rounded(compared))
                        : figureWords(text, figure)) ?? (
                        <span className="quiet">
                          {perHead && figureWords(text, figure) ? words.noHeads : words.noFigure}
                        </span>
                      )}
                    </td>
                    {perHead ? (
                      <td data-label={words.heads} className="figures">
                        {heads === null ? '–' : text.movementPages.number(heads)}
                      </td>
                    ) : null}
                    <td data-label={words.coverage}>{coverageWords(text, figure)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
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

/** For reading alone: two places, and three digits of what is smaller than ten. */
const rounded = (value: string): string =>
  String(Number(Math.abs(Number(value)) < 10 ? Number(value).toPrecision(3) : Number(value).toFixed(2)));
