import { ActionIcon, Button, Select, Switch, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type ClipboardEvent, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import './measurements.css';
import { getTargetSplit, splitTarget, type TargetSplit } from '../../contract/measurements.ts';
import { readTyped } from '../../core/rules/figure-entry.ts';
import { type Shared, shareFault } from '../../core/rules/figure-states.ts';
import { pastedShares, splitByWeight, splitEvenly, sumOfSplit } from '../../core/rules/target-split.ts';
import { formatDecimal } from '../../core/text/numbers.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { DecimalField } from '../decimal-field.tsx';
import { useText } from '../language.tsx';
import { NextStep } from '../next-step.tsx';
import { sayDone } from '../say.ts';
import { numberCell, TableExport } from '../table-export.tsx';
import { useAct } from '../use-act.ts';
import {
  evenPeriods,
  faultWords,
  isPeriodWrong,
  leftOfShare,
  PeriodCells,
  type PeriodFields,
  PeriodHeads,
  PeriodSums,
  periodFields,
  periodShares,
  withPastedPeriods,
} from './split-periods.tsx';

type Loaded = { split: TargetSplit; movementId: string };

export async function splitLoader({ params, request }: LoaderFunctionArgs): Promise<Loaded> {
  const split = await call(getTargetSplit, { targetId: params['targetId'] ?? '' }, { signal: request.signal });
  return { split, movementId: params['movementId'] ?? '' };
}

/** `unread`: what stands in its field is no number; `began`: what was pasted there and is none. */
type Row = {
  id: string;
  name: string;
  value: string | null;
  lastYear: string | null;
  population: string | null;
  /** The share once more by month or quarter. */
  periods: PeriodFields;
  unread?: boolean;
  began?: string | undefined;
};

const isWrong = ({ value, unread }: Row, shared: Shared) => unread === true || shareFault(value, shared) !== null;

/** What a target may be split by, beside evenly. */
const WEIGHTS = ['lastYear', 'population'] as const;

/** Units without the weight: as nothing they would be given nothing. */
const lacking = (rows: readonly Row[], by: (typeof WEIGHTS)[number]): string[] =>
  rows.filter((row) => row[by] === null).map(({ name }) => name);

/** Why a split by weight cannot be pressed: whose figure is not there. */
function Lacks({ rows }: { rows: readonly Row[] }) {
  const words = useText().figurePages;
  return WEIGHTS.map((by) => {
    const names = lacking(rows, by);
    return names.length === 0 ? null : (
      <p key={by} id={`lacks-${by}`} className="quiet split-lacks">
        {words.splitLacks[by](names)}
      </p>
    );
  });
}

/** A row with what was pasted for it; what is no number stands in its field as it is. */
function pastedRow({ value }: Row, typed: string | undefined): Partial<Row> {
  if (typed === undefined) return {};
  const read = readTyped(typed);
  if (read.is === 'figure' && read.figure.value !== null)
    return { value: read.figure.value, unread: false, began: undefined };
  return { value, unread: true, began: typed };
}

/** Phân bổ chỉ tiêu: units and their shares, the sum checked as one types. */
export function SplitPage() {
  const text = useText();
  const words = text.figurePages;
  const navigate = useNavigate();
  const { split, movementId } = useLoaderData<Loaded>();
  const [rows, setRows] = useState<Row[]>(
    split.shares.map(({ organisation, ...share }) => ({ ...organisation, ...share, periods: periodFields(share) })),
  );
  const [byPeriod, setByPeriod] = useState(split.shares.some(({ periods }) => periods.length > 0));
  const [reason, setReason] = useState(split.reason ?? '');
  const [turn, setTurn] = useState(0);
  const [tried, setTried] = useState(false);
  const [strange, setStrange] = useState<readonly string[]>([]);
  const { busy, error, run } = useAct();
  const { whole } = split;
  const unit = split.target.figure?.unit ?? '';
  const shared = { whole, unit };
  const periods = byPeriod ? split.periods : [];
  const apart = rows.filter((row) => leftOfShare(row, periods) !== '0');
  const sum = sumOfSplit(
    whole ?? '0',
    // What its field does not show, or may not be, is not shared out.
    rows.map((row) => (isWrong(row, shared) ? null : row.value)),
  );
  const left = split.candidates.filter(({ id }) => !rows.some((row) => row.id === id));
  const spare = [
    ...left,
    ...split.shares
      .map(({ organisation, lastYear, population }) => ({ ...organisation, lastYear, population }))
      .filter(({ id }) => !rows.some((row) => row.id === id)),
  ];
  const add = (units: readonly Omit<Row, 'value' | 'periods'>[]) =>
    setRows([...rows, ...units.map((unit) => ({ ...unit, value: null, periods: {} }))]);
  const set = (id: string, change: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.id === id ? { ...row, ...change } : row)));
  const take = (shares: string[] | null) => {
    if (!shares) return;
    setRows(rows.map((row, at) => ({ ...row, value: shares[at] ?? null, unread: false, began: undefined })));
    // Fields begin anew, those with something unread too.
    setTurn(turn + 1);
  };
  const paste = (from: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const copied = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(copied.trim())) return;
    event.preventDefault();
    const { typed, unknown } = pastedShares(rows, from, copied);
    setRows(rows.map((row) => ({ ...row, ...pastedRow(row, typed.get(row.id)) })));
    setTurn(turn + 1);
    setStrange(unknown);
  };
  const pastePeriods = (row: number) => (column: number) => (event: ClipboardEvent<HTMLInputElement>) => {
    const copied = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(copied.trim())) return;
    event.preventDefault();
    setRows(withPastedPeriods(rows, periods, { row, column }, copied));
    setTurn(turn + 1);
  };
  const spread = () => {
    setRows(rows.map((row) => ({ ...row, periods: evenPeriods(row, split.periods) })));
    setTurn(turn + 1);
  };
  const wrong = rows
    .filter((row) => isWrong(row, shared) || (byPeriod && isPeriodWrong(row, shared)))
    .map(({ name }) => name);
  const save = async () => {
    setTried(true);
    if (wrong.length > 0) return;
    const done = await run((actionId) =>
      call(splitTarget, {
        targetId: split.target.id,
        actionId,
        version: split.version,
        shares: rows.map((row) => ({ organisationId: row.id, value: row.value, periods: periodShares(row, periods) })),
        reason: reason.trim() === '' ? null : reason.trim(),
      }),
    );
    if (!done) return;
    sayDone(words.splitSaved);
    await navigate(`/phong-trao/${movementId}/chi-tieu#${split.target.id}`);
  };
  const withPeople = rows.some(({ population }) => population !== null);
  const over = sum.difference.startsWith('-');
  return (
    <>
      <title>{`${words.splitTitle} · ${text.frame.product}`}</title>
      <PageHead
        title={words.splitTitle}
        trail={<Link to={`/phong-trao/${movementId}/chi-tieu`}>{split.target.name}</Link>}
        about={
          whole === null ? words.splitNoWhole : words.splitWhole(`${formatDecimal(whole)}${unit ? ` ${unit}` : ''}`)
        }
      >
        {rows.length > 0 ? (
          <TableExport
            title={words.splitOf(split.target.name)}
            columns={[
              { title: words.unit, cell: (row: Row) => row.name },
              { title: unit ? `${words.lastYear} (${unit})` : words.lastYear, cell: (row) => numberCell(row.lastYear) },
              { title: words.population, cell: (row) => numberCell(row.population) },
              { title: unit ? `${words.share} (${unit})` : words.share, cell: (row) => numberCell(row.value) },
              ...periods.map((period) => ({
                title: words.period(period),
                cell: (row: Row) => numberCell(row.periods[period.from]?.value ?? null),
              })),
            ]}
            rows={rows}
          />
        ) : null}
      </PageHead>
      {split.maySplit && spare.length + rows.length > 0 ? (
        <div className="sheet-tools no-print">
          <Select
            searchable
            aria-label={words.splitAdd}
            placeholder={words.splitAdd}
            value={null}
            data={spare.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => add(spare.filter((one) => one.id === id))}
          />
          {spare.length > 1 ? (
            <Button variant="default" onClick={() => add(spare)}>
              {words.splitAddAll(spare.length)}
            </Button>
          ) : null}
          {whole !== null && rows.length > 0 ? (
            <>
              <Button variant="default" onClick={() => take(splitEvenly(whole, rows.length))}>
                {words.splitEvenly}
              </Button>
              {WEIGHTS.map((by) => (
                <Button
                  key={by}
                  variant="default"
                  disabled={lacking(rows, by).length > 0}
                  aria-describedby={`lacks-${by}`}
                  onClick={() =>
                    take(
                      splitByWeight(
                        whole,
                        rows.map((row) => row[by] ?? '0'),
                      ),
                    )
                  }
                >
                  {words.splitBy[by]}
                </Button>
              ))}
              <Lacks rows={rows} />
              {split.periods.length > 0 ? (
                <Switch
                  label={words.splitByPeriod}
                  checked={byPeriod}
                  onChange={(event) => setByPeriod(event.currentTarget.checked)}
                />
              ) : null}
              {byPeriod ? (
                <Button variant="default" onClick={spread}>
                  {words.splitPeriodsEvenly}
                </Button>
              ) : null}
            </>
          ) : null}
        </div>
      ) : null}
      {rows.length === 0 ? (
        spare.length === 0 ? (
          <div className="card">
            <Empty
              title={words.splitNoUnits}
              deed={<NextStep act="createOrganisation" to="/quan-tri/don-vi" word={text.rollups.map.noUnitsDeed} />}
            >
              {words.splitNone}
            </Empty>
          </div>
        ) : (
          <p className="quiet">{words.splitNone}</p>
        )
      ) : (
        <div className={byPeriod ? 'table-frame' : 'table-frame split-frame'}>
          <table className={byPeriod ? 'table stacking split-table split-periods' : 'table stacking split-table'}>
            <caption className="visually-hidden">{words.splitOf(split.target.name)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col" className="number">
                  {words.lastYear}
                </th>
                {withPeople ? (
                  <th scope="col" className="number">
                    {words.population}
                  </th>
                ) : null}
                {whole === null ? null : (
                  <th scope="col" className="number">
                    {words.share}
                    {unit ? ` (${unit})` : ''}
                  </th>
                )}
                {byPeriod ? <PeriodHeads periods={periods} /> : null}
                <th scope="col">
                  <span className="visually-hidden">{text.frame.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={row.id}>
                  <th scope="row" className="whole">
                    {row.name}
                  </th>
                  <td className="number" data-label={words.lastYear}>
                    {row.lastYear === null ? '—' : formatDecimal(row.lastYear)}
                  </td>
                  {withPeople ? (
                    <td className="number" data-label={words.population}>
                      {row.population === null ? '—' : formatDecimal(row.population)}
                    </td>
                  ) : null}
                  {whole === null ? null : (
                    <td className="number" data-label={unit ? `${words.share} (${unit})` : words.share}>
                      <DecimalField
                        key={turn}
                        aria-label={`${words.share}, ${row.name}`}
                        disabled={!split.maySplit}
                        value={row.value}
                        began={row.began}
                        onPaste={paste(at)}
                        fault={faultWords(words, row.value, shared)}
                        onChange={(value) => set(row.id, { value })}
                        onWrong={(unread) => set(row.id, { unread })}
                      />
                    </td>
                  )}
                  {byPeriod ? (
                    <PeriodCells
                      {...{ row, periods, shared, turn }}
                      disabled={!split.maySplit}
                      set={(from, field) => set(row.id, { periods: { ...row.periods, [from]: field } })}
                      paste={pastePeriods(at)}
                    />
                  ) : null}
                  <td>
                    {split.maySplit ? (
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={words.splitRemove(row.name)}
                        onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
                      >
                        <IconTrash size={17} />
                      </ActionIcon>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
            {byPeriod ? <PeriodSums rows={rows} periods={periods} before={withPeople ? 3 : 2} /> : null}
          </table>
        </div>
      )}
      {whole === null || rows.length === 0 ? null : (
        <p className={sum.difference === '0' ? 'split-sum split-even' : 'split-sum split-odd'} role="status">
          {words.splitSum(`${formatDecimal(sum.sum)}/${formatDecimal(whole)}${unit ? ` ${unit}` : ''}`)},{' '}
          {sum.difference === '0'
            ? words.splitExact
            : over
              ? words.splitOver(formatDecimal(sum.difference.slice(1)))
              : words.splitLeft(formatDecimal(sum.difference))}
        </p>
      )}
      {apart.length > 0 ? (
        <p className="split-sum split-odd" role="status">
          {words.splitApart(apart.map(({ name }) => name))}
        </p>
      ) : null}
      {whole !== null && (apart.length > 0 || (sum.difference !== '0' && rows.some(({ value }) => value !== null))) ? (
        <Textarea
          label={words.splitReason}
          maxLength={1000}
          autosize
          minRows={2}
          maw={560}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {strange.length > 0 ? (
        <p className="form-error" role="alert">
          {words.splitStrange(strange)}
        </p>
      ) : null}
      {whole !== null && rows.length > 1 && split.maySplit ? <p className="quiet">{words.splitPaste}</p> : null}
      {tried && wrong.length > 0 ? (
        <p className="form-error" role="alert">
          {words.splitMend(wrong)}
        </p>
      ) : null}
      <ActErrorNote error={error} />
      {split.maySplit && spare.length + rows.length > 0 ? (
        <Button mt="md" loading={busy} onClick={() => void save()}>
          {words.splitSave}
        </Button>
      ) : null}
    </>
  );
}
