import { NumberInput, Select, Switch } from '@mantine/core';
import { IconGridDots } from '@tabler/icons-react';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import './rollups.css';
import { OrganisationId } from '../../contract/ids.ts';
import { type DueOfDomain, getStatusMap, type StandingCell, type StatusMap } from '../../contract/rollups.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import { byNeed, needsAttention, tallyOf, type VerdictTally } from '../../core/rules/standings.ts';
import { Empty, PageHead, Stat, Stats } from '../../ui/page.tsx';
import { MapCellWords, StatusGrid } from '../../ui/status-map.tsx';
import { VerdictLegend, VerdictShape } from '../../ui/verdict.tsx';
import { call } from '../call.ts';
import { FigureTabs } from '../figure-tabs.tsx';
import { useText } from '../language.tsx';
import { NextStep } from '../next-step.tsx';
import { OrganisationPicker } from '../organisation-picker.tsx';
import { MapExport } from './map-export.tsx';

export function mapLoader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const [place, year] = [query.get('don-vi'), query.get('nam')];
  return call(
    getStatusMap,
    { ...(place ? { organisationId: OrganisationId.parse(place) } : {}), ...(year ? { year: Number(year) } : {}) },
    { signal: request.signal },
  );
}

type Due = Omit<DueOfDomain, 'domain'>;
type Unit = Omit<StatusMap['units'][number], 'due'> & { tally: VerdictTally; due: Due };

const sumOf = (all: readonly Due[]): Due => ({
  asked: all.reduce((sum, { asked }) => sum + asked, 0),
  missing: all.reduce((sum, { missing }) => sum + missing, 0),
  overdue: all.reduce((sum, { overdue }) => sum + overdue, 0),
});

const verdictsOf = (cells: readonly (StandingCell | null)[]) => cells.flatMap((cell) => (cell ? [cell.verdict] : []));

/** Toàn cảnh: who of those below is late with what, at one look. */
export function MapPage() {
  const text = useText();
  const words = text.rollups;
  const map = useLoaderData<typeof mapLoader>();
  const [query, setQuery] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setQuery(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const domain = query.get('linh-vuc');
  const kept = map.indicators.flatMap((one, at) => (domain === null || one.domain === domain ? [at] : []));
  const indicators = kept.flatMap((at) => map.indicators[at] ?? []);
  const all: Unit[] = map.units.map((unit) => {
    const cells = kept.map((at) => unit.cells[at] ?? null);
    const due = sumOf(unit.due.filter((one) => domain === null || one.domain === domain));
    // Silent is who owes a figure, and that a newer one came pays no debt.
    return { ...unit, cells, due, tally: { ...tallyOf(verdictsOf(cells)), silent: due.overdue } };
  });
  const inNeed = query.has('can-quan-tam');
  const planned = all.filter(({ cells }) => cells.some((cell) => cell !== null));
  const unplanned = all.filter(({ cells }) => cells.every((cell) => cell === null));
  const units = inNeed ? planned.filter(({ tally }) => tally.late + tally.atRisk > 0) : planned;
  const { organisation, year } = map;
  return (
    <>
      <title>{`${words.map.title} · ${organisation.name} · ${text.frame.product}`}</title>
      <PageHead title={words.map.title} about={words.map.about(organisation.name, year)}>
        {units.length > 0 && indicators.length > 0 ? (
          <MapExport place={organisation.name} year={year} indicators={indicators} units={units} />
        ) : null}
      </PageHead>
      <FigureTabs />
      <div className="board-tools no-print">
        <OrganisationPicker
          label={words.organisation}
          value={organisation}
          onChange={(place) => place && set('don-vi', place.id)}
        />
        <NumberInput
          label={words.year}
          value={year}
          min={2000}
          max={2100}
          w={110}
          allowDecimal={false}
          onChange={(value) => typeof value === 'number' && value >= 2000 && value <= 2100 && set('nam', String(value))}
        />
        <Select
          label={words.map.domain}
          placeholder={words.map.allDomains}
          clearable
          value={domain}
          data={DOMAIN_CODES.filter((code) => map.indicators.some((one) => one.domain === code)).map((code) => ({
            value: code,
            label: text.movements.domains[code],
          }))}
          onChange={(value) => set('linh-vuc', value)}
        />
        <Switch
          label={words.map.onlyNeed}
          checked={inNeed}
          onChange={(event) => set('can-quan-tam', event.currentTarget.checked ? '1' : null)}
        />
      </div>
      {indicators.length === 0 || planned.length === 0 ? (
        <div className="card">
          {map.units.length === 0 ? (
            <Empty
              icon={<IconGridDots size={36} stroke={1.4} />}
              title={words.map.noUnits(organisation.name)}
              deed={
                <NextStep
                  act="createOrganisation"
                  to={`/quan-tri/don-vi?dv=${organisation.id}`}
                  word={words.map.noUnitsDeed}
                />
              }
            >
              {words.map.noUnitsAbout}
            </Empty>
          ) : (
            <Empty
              icon={<IconGridDots size={36} stroke={1.4} />}
              title={words.map.none}
              deed={<NextStep act="createMovement" to="/phong-trao" word={text.figurePages.dueNoneDeed} />}
            >
              {words.map.noneAbout}
            </Empty>
          )}
        </div>
      ) : (
        <>
          <Totals units={planned} />
          <div className="map-page">
            <Needs units={planned} indicators={indicators} />
            <Grid map={map} units={units} indicators={indicators} />
          </div>
          <VerdictLegend words={text.movements.verdicts} />
          {unplanned.length > 0 ? (
            <p className="quiet">
              {words.map.unplanned(unplanned.length, year)}{' '}
              {unplanned.map(({ organisation: { name } }) => name).join(', ')}.
            </p>
          ) : null}
          {map.more > 0 ? <p className="quiet">{words.map.more(map.more)}</p> : null}
        </>
      )}
    </>
  );
}

function Totals({ units }: { units: readonly Unit[] }) {
  const text = useText();
  const words = text.rollups.map;
  const tally = tallyOf(units.flatMap(({ cells }) => verdictsOf(cells)));
  const due = sumOf(units.map((unit) => unit.due));
  const lateUnits = units.filter((unit) => unit.tally.late > 0).length;
  return (
    <Stats>
      <Stat word={words.late} value={tally.late} note={words.ofUnits(lateUnits, units.length)} />
      <Stat word={words.atRisk} value={tally.atRisk} />
      <Stat word={words.good} value={tally.good} />
      <Stat word={words.reported} value={`${due.asked - due.missing}/${due.asked}`} note={words.reportedAbout(due)} />
    </Stats>
  );
}

type IndicatorHead = StatusMap['indicators'][number];

const cellAddress = ({ movementId, targetId }: StandingCell) => `/phong-trao/${movementId}/chi-tieu#${targetId}`;

/** Cần quan tâm: the units in the order in which they need somebody, each with the reason in words. */
function Needs({ units, indicators }: { units: readonly Unit[]; indicators: readonly IndicatorHead[] }) {
  const text = useText();
  const words = text.rollups.map;
  const ranked = units.filter(({ tally }) => needsAttention(tally)).sort((a, b) => byNeed(a.tally, b.tally));
  return (
    <section className="card map-needs" aria-labelledby="map-needs-head">
      <h2 id="map-needs-head">{words.needs}</h2>
      {ranked.length === 0 ? <p className="card-body quiet">{words.needsNone}</p> : null}
      <ol>
        {ranked.slice(0, 10).map((unit) => {
          const worst = unit.cells
            .flatMap((cell, at) => (cell && ['late', 'missed', 'at-risk'].includes(cell.verdict) ? [{ cell, at }] : []))
            .sort((a, b) => Number(a.cell.verdict === 'at-risk') - Number(b.cell.verdict === 'at-risk'));
          return (
            <li key={unit.organisation.id}>
              <b>{unit.organisation.name}</b>
              <span className="quiet below">{words.tally(unit.tally)}</span>
              {worst.slice(0, 2).map(({ cell, at }) => (
                <span key={cell.targetId} className={`map-reason tone-${cell.verdict}`}>
                  <VerdictShape verdict={cell.verdict} />
                  <Link to={cellAddress(cell)}>{indicators[at]?.name}</Link>
                  <small>{text.movements.progress(cell)}</small>
                </span>
              ))}
            </li>
          );
        })}
      </ol>
      {ranked.length > 10 ? <p className="card-body quiet">{words.needsMore(ranked.length - 10)}</p> : null}
    </section>
  );
}

function Grid({ map, units, indicators }: { map: StatusMap; units: readonly Unit[]; indicators: IndicatorHead[] }) {
  const text = useText();
  const words = text.rollups.map;
  const columns = indicators.map((_, at) => tallyOf(verdictsOf(units.map(({ cells }) => cells[at] ?? null))));
  const percent = (value: string | null) => (value === null ? null : `${text.movementPages.number(value)} %`);
  return (
    <StatusGrid
      caption={`${words.title}, ${map.organisation.name}, ${map.year}. ${words.keys}`}
      corner={words.unit}
      columns={indicators.map(({ code, name, unit }) => ({ key: code, name, note: unit }))}
      nothing={words.noTarget}
      sumHeads={[words.late, words.atRisk]}
      rows={units.map(({ organisation, cells, tally }) => ({
        key: organisation.id,
        head: (
          <Link to={`/so-lieu/toan-canh?${new URLSearchParams({ 'don-vi': organisation.id, nam: String(map.year) })}`}>
            {organisation.name}
          </Link>
        ),
        cells: cells.map((cell) =>
          cell === null
            ? null
            : {
                verdict: cell.verdict,
                short: percent(cell.attainment),
                sentence: words.cell(text.movements.verdicts[cell.verdict], text.movements.progress(cell)),
                to: cellAddress(cell),
              },
        ),
        sums: [tally.late, tally.atRisk],
      }))}
      foot={{
        head: words.columnSums,
        cells: [
          ...columns.map((tally) => `${tally.late} / ${tally.atRisk}`),
          ...[
            units.reduce((sum, { tally }) => sum + tally.late, 0),
            units.reduce((sum, { tally }) => sum + tally.atRisk, 0),
          ].map(String),
        ],
      }}
      link={(cell, more) => (
        <Link to={cell.to} {...more}>
          <MapCellWords cell={cell} />
        </Link>
      )}
    />
  );
}
