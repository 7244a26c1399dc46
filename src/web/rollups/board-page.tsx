import { Button, NumberInput } from '@mantine/core';
import { IconChartBar, IconListNumbers } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import './rollups.css';
import { OrganisationId } from '../../contract/ids.ts';
import type { OrganisationRef } from '../../contract/organisations.ts';
import { type BoardIndicator, getFigureBoard } from '../../contract/rollups.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { call } from '../call.ts';
import { FigureTabs } from '../figure-tabs.tsx';
import { useText } from '../language.tsx';
import { NextStep } from '../next-step.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { BoardExport } from './board-export.tsx';
import { PartsDialog } from './parts-dialog.tsx';
import { coverageWords, figureWords, Trend } from './rolled-figure.tsx';

/** The viewer's own place and year unless the address names others. */
export function boardLoader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const [place, year] = [query.get('don-vi'), query.get('nam')];
  return call(
    getFigureBoard,
    { ...(place ? { organisationId: OrganisationId.parse(place) } : {}), ...(year ? { year: Number(year) } : {}) },
    { signal: request.signal },
  );
}

/** Tổng hợp số liệu: all figures of a place in a year. */
export function BoardPage() {
  const text = useText();
  const words = text.rollups;
  const { organisation, indicators, year } = useLoaderData<typeof boardLoader>();
  const [, setQuery] = useSearchParams();
  const go = (where: { place?: string; year?: number }) =>
    setQuery({ 'don-vi': where.place ?? organisation.id, nam: String(where.year ?? year) });
  const domains = DOMAIN_CODES.map((domain) => ({
    domain,
    rows: indicators.filter((one) => one.domain === domain),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <>
      <title>{`${words.title} · ${organisation.name} · ${text.frame.product}`}</title>
      <PageHead title={words.title} about={words.about(organisation.name, year)}>
        {indicators.length > 0 ? <BoardExport place={organisation.name} year={year} indicators={indicators} /> : null}
      </PageHead>
      <FigureTabs />
      <div className="board-tools no-print">
        <OrganisationPicker
          label={words.organisation}
          value={organisation}
          onChange={(place) => place && go({ place: place.id })}
        />
        <NumberInput
          label={words.year}
          value={year}
          min={2000}
          max={2100}
          w={110}
          allowDecimal={false}
          onChange={(value) => typeof value === 'number' && value >= 2000 && value <= 2100 && go({ year: value })}
        />
      </div>
      {indicators.length === 0 ? (
        <div className="card">
          <Empty
            icon={<IconChartBar size={36} stroke={1.4} />}
            title={words.none}
            deed={<NextStep act="saveFigures" to="/so-lieu" word={words.noneDeed} />}
          >
            {words.noneAbout}
          </Empty>
        </div>
      ) : (
        <div className="table-frame">
          <table className="table stacking board">
            <caption className="visually-hidden">{`${words.title}, ${organisation.name}, ${year}`}</caption>
            <thead>
              <tr>
                <th scope="col">{words.indicator}</th>
                <th scope="col">{words.latest}</th>
                <th scope="col">{words.figure}</th>
                <th scope="col">{words.coverage}</th>
                <th scope="col">{words.trend}</th>
                <th scope="col" className="no-print">
                  <span className="visually-hidden">{words.rank}</span>
                </th>
              </tr>
            </thead>
            {domains.map(({ domain, rows }) => (
              <tbody key={domain}>
                <tr className="board-domain">
                  <th scope="rowgroup" colSpan={6}>
                    {text.movements.domains[domain]}
                  </th>
                </tr>
                {rows.map((indicator) => (
                  <BoardRow key={indicator.code} indicator={indicator} place={organisation} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </>
  );
}

function BoardRow({ indicator, place }: { indicator: BoardIndicator; place: OrganisationRef }) {
  const text = useText();
  const words = text.rollups;
  const { code, name, unit, periods } = indicator;
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => setAsking(false), []);
  const told = (one: (typeof periods)[number]) => figureWords(text, one) ?? words.noFigure;
  const latest = periods.findLast((one) => figureWords(text, one) !== null) ?? periods.at(-1);
  if (!latest) return null;
  const asked = new URLSearchParams({ 'chi-tieu': code, tu: latest.from, den: latest.until });
  const silent = figureWords(text, latest) === null;
  const story = periods.map((one) => `${text.figurePages.period(one)} ${told(one)}`).join('; ');
  return (
    <tr>
      <th scope="row" className="whole">
        {name}
        <small className="quiet below">
          {unit}
          {indicator.rollUpAssumed ? (
            <span className="badge tone-info board-mark" title={words.assumedAbout}>
              {words.assumed}
            </span>
          ) : null}
        </small>
      </th>
      <td data-label={words.latest}>{text.figurePages.period(latest)}</td>
      <td data-label={words.figure} className="figures">
        <span>
          {silent ? (
            <span className="quiet">{latest.reported > 0 ? words.notAdded : words.noFigure}</span>
          ) : (
            <b>{told(latest)}</b>
          )}
          {latest.estimated && !silent ? <small className="quiet"> {words.estimated}</small> : null}
        </span>
      </td>
      <td data-label={words.coverage}>
        <span>
          {coverageWords(text, latest)}
          {latest.unweighed > 0 && indicator.weighedBy ? (
            <small className="quiet below">{words.unweighed(latest.unweighed, indicator.weighedBy)}</small>
          ) : null}
          <Button variant="subtle" size="compact-xs" className="board-made no-print" onClick={() => setAsking(true)}>
            {words.howMade}
            <span className="visually-hidden">: {name}</span>
          </Button>
        </span>
        {asking ? <PartsDialog place={place} indicator={indicator} period={latest} close={close} /> : null}
      </td>
      <td data-label={words.trend}>
        <Trend indicator={indicator} label={words.trendOf(name, story)} />
      </td>
      <td className="no-print">
        <Link to={`/so-lieu/xep-hang/${place.id}?${asked}`} className="board-rank">
          <IconListNumbers size={18} aria-hidden="true" />
          <span>{words.rank}</span>
          <span className="visually-hidden">: {name}</span>
        </Link>
      </td>
    </tr>
  );
}
