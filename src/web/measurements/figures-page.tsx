import { Alert, Button, Select, TextInput } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import './measurements.css';
import {
  approveFigures,
  closePeriod,
  type FigureGrid,
  type FigureRow,
  getFigureGrid,
  reopenPeriod,
  returnFigures,
  submitFigures,
} from '../../contract/measurements.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { sayDone } from '../say.ts';
import { useSession } from '../session.tsx';
import { useAct } from '../use-act.ts';
import { FigureExport } from './figure-export.tsx';
import { FileMenu } from './file-menu.tsx';
import { LinkCard } from './link-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { FigureSheet } from './sheet.tsx';
import { keyOf } from './sheet-cells.ts';
import { type Sheet, useSheet } from './use-sheet.ts';

export async function figuresLoader({ params, request }: LoaderFunctionArgs): Promise<FigureGrid> {
  const query = new URL(request.url).searchParams;
  const [from, until] = [query.get('tu'), query.get('den')];
  return call(
    getFigureGrid,
    { movementId: params['movementId'] ?? '', ...(from && until ? { from, until } : {}) },
    { signal: request.signal },
  );
}

/** Figures of one movement and period: enter, send, approve, close. */
export function FiguresPage() {
  const grid = useLoaderData<FigureGrid>();
  // Another period is another sheet: what was typed in the first is kept or has been warned of.
  return <Figures key={`${grid.movement.id} ${grid.period?.from} ${grid.period?.until}`} grid={grid} />;
}

/** A unit's figures as the server has them by now, those kept since the page was loaded too. */
const figuresOf = (row: FigureRow, sheet: Sheet) =>
  row.cells.flatMap((cell) => {
    const figure = sheet.cells[keyOf(row.organisation.id, cell.targetId)]?.figure ?? cell.figure;
    return figure === null ? [] : [figure];
  });

function Figures({ grid }: { grid: FigureGrid }) {
  const text = useText();
  const words = text.figurePages;
  const { person } = useSession();
  const [, setQuery] = useSearchParams();
  const [saidBy, setSaidBy] = useState('');
  const sheet = useSheet(grid, saidBy);
  const { movement, period, rows } = grid;
  const filled = rows.some((row) => figuresOf(row, sheet).length > 0);
  const forOthers = rows.some((row) => row.mayEnter && row.organisation.id !== person.organisation.id);
  return (
    <>
      <title>{`${words.title} · ${movement.title} · ${text.frame.product}`}</title>
      <PageHead
        title={words.title}
        trail={<Link to={`/phong-trao/${movement.id}`}>{movement.title}</Link>}
        about={movement.organisation.name}
      />
      {period === null ? (
        <div className="card">
          <Empty title={words.dueNone}>{words.dueNoneAbout}</Empty>
        </div>
      ) : (
        <>
          <div className="sheet-tools no-print">
            <Select
              aria-label={words.periodWord}
              allowDeselect={false}
              w={260}
              value={`${period.from} ${period.until}`}
              data={grid.periods.map((one) => ({
                value: `${one.from} ${one.until}`,
                label: `${words.period(one)}${one.closed ? ` · ${words.closed.toLowerCase()}` : ''}`,
              }))}
              onChange={(value) => {
                const [tu = '', den = ''] = (value ?? '').split(' ');
                setQuery({ tu, den });
              }}
            />
            {forOthers && grid.closed === null ? (
              <TextInput
                aria-label={words.saidBy}
                placeholder={`${words.saidBy}. ${words.saidByHint}`}
                maxLength={200}
                w={420}
                value={saidBy}
                onChange={(event) => setSaidBy(event.currentTarget.value)}
              />
            ) : null}
            <span className="quiet" role="status">
              {sheet.saving
                ? words.saving
                : sheet.open > 0
                  ? words.unsaved(sheet.open)
                  : filled
                    ? words.savedAll
                    : null}
            </span>
            <FileMenu grid={grid} period={period} saidBy={saidBy} />
            <FigureExport grid={grid} period={period} sheet={sheet} />
          </div>
          {grid.closed ? (
            <Alert variant="light" color="gray" icon={<IconLock size={18} />} className="page-note">
              {words.closedBy(grid.closed.byPost, grid.closed.at.slice(0, 10))}
            </Alert>
          ) : null}
          {grid.reopened ? (
            <Alert variant="light" color="yellow" icon={<IconLockOpen size={18} />} className="page-note">
              {words.reopened(grid.reopened.byPost, grid.reopened.at.slice(0, 10), grid.reopened.reason)}
            </Alert>
          ) : null}
          <FigureSheet grid={grid} sheet={sheet} />
          {rows.some(({ mayEnter }) => mayEnter) ? <p className="quiet sheet-hint no-print">{words.keysHint}</p> : null}
          <Deeds grid={grid} sheet={sheet} />
          {grid.mayApprove ? <MissingCard grid={grid} period={period} /> : null}
          {grid.mayLink ? <LinkCard grid={grid} period={period} /> : null}
        </>
      )}
    </>
  );
}

/** What can be done with the figures as they stand. */
function Deeds({ grid, sheet }: { grid: FigureGrid; sheet: Sheet }) {
  const text = useText();
  const words = text.figurePages;
  const { busy, error, run } = useAct();
  const { revalidate } = useRevalidator();
  const [asking, setAsking] = useState<'close' | 'reopen' | FigureRow | null>(null);
  const { movement, period, rows } = grid;
  if (period === null) return null;
  const where = { movementId: movement.id, from: period.from, until: period.until };
  const sent = (row: FigureRow) =>
    figuresOf(row, sheet).flatMap(({ id, version, state }) => (state === 'submitted' ? [{ id, version }] : []));
  const unsent = (row: FigureRow) =>
    figuresOf(row, sheet).some(({ state }) => state === 'draft' || state === 'returned');
  const waiting = rows.flatMap(sent);
  const toSend = rows.filter((row) => row.mayEnter && unsent(row));
  const send = async (row: FigureRow) => {
    const done = await run((actionId) =>
      call(submitFigures, { ...where, actionId, organisationId: row.organisation.id }),
    );
    if (done) sayDone(words.sent(done.sent));
    await revalidate();
  };
  const approve = async () => {
    const done = await run((actionId) => call(approveFigures, { movementId: movement.id, actionId, figures: waiting }));
    if (done) sayDone(done.stale.length > 0 ? words.staleLeft(done.stale.length) : words.approved(done.approved));
    await revalidate();
  };
  const reload = (sentence: string) => {
    sayDone(sentence);
    void revalidate();
  };
  return (
    <div className="sheet-deeds no-print">
      {grid.closed === null
        ? toSend.map((row) => (
            <Button key={row.organisation.id} loading={busy} disabled={sheet.open > 0} onClick={() => void send(row)}>
              {rows.length === 1 ? words.send : words.sendOf(row.organisation.name)}
            </Button>
          ))
        : null}
      {grid.mayApprove && waiting.length > 0 ? (
        <Button loading={busy} onClick={() => void approve()}>
          {words.approveAll(waiting.length)}
        </Button>
      ) : null}
      {grid.mayApprove && grid.closed === null
        ? rows
            .filter((row) => sent(row).length > 0)
            .map((row) => (
              <Button key={row.organisation.id} variant="default" onClick={() => setAsking(row)}>
                {words.giveBack}: {row.organisation.name}
              </Button>
            ))
        : null}
      {grid.mayClose && grid.closed === null ? (
        <Button variant="default" leftSection={<IconLock size={16} />} onClick={() => setAsking('close')}>
          {words.close}
        </Button>
      ) : null}
      {grid.mayClose && grid.closed !== null ? (
        <Button variant="default" leftSection={<IconLockOpen size={16} />} onClick={() => setAsking('reopen')}>
          {words.reopen}
        </Button>
      ) : null}
      <ActErrorNote error={error} />
      <Confirm
        opened={asking === 'close'}
        close={() => setAsking(null)}
        question={`${words.closeAsk} ${words.closeAbout}`}
        deedWord={words.close}
        deed={(actionId) => call(closePeriod, { ...where, actionId, version: grid.closedVersion })}
        done={() => reload(words.closeDone)}
      />
      <Confirm
        opened={asking === 'reopen'}
        close={() => setAsking(null)}
        question={words.reopenAsk}
        deedWord={words.reopen}
        reasonWord={words.reopenReason}
        reasonNeeded
        deed={(actionId, reason) =>
          call(reopenPeriod, { ...where, actionId, version: grid.closedVersion, reason: reason ?? '' })
        }
        done={() => void revalidate()}
      />
      <Confirm
        opened={asking !== null && asking !== 'close' && asking !== 'reopen'}
        close={() => setAsking(null)}
        question={
          asking !== null && asking !== 'close' && asking !== 'reopen'
            ? words.giveBackAsk(asking.organisation.name)
            : ''
        }
        deedWord={words.giveBack}
        reasonWord={words.giveBackReason}
        reasonNeeded
        deed={async (actionId, reason) =>
          asking !== null && asking !== 'close' && asking !== 'reopen'
            ? call(returnFigures, { movementId: movement.id, actionId, figures: sent(asking), reason: reason ?? '' })
            : null
        }
        done={() => reload(words.givenBack)}
      />
    </div>
  );
}
