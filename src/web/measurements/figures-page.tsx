import { Alert, Select, TextInput } from '@mantine/core';
import { IconClock, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router';
import './measurements.css';
import { type FigureGrid, getFigureGrid } from '../../contract/measurements.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { phaseOf } from '../../core/rules/periods.ts';
import { Empty, PageHead } from '../../ui/page.tsx';
import { callOrKept, type Kept } from '../call-or-kept.ts';
import { useText } from '../language.tsx';
import { outboxReady } from '../outbox.ts';
import { useSession } from '../session.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { EvidenceAround } from './evidence.tsx';
import { FigureExport } from './figure-export.tsx';
import { FileMenu } from './file-menu.tsx';
import { LinkCard } from './link-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { ObstaclesCard } from './obstacles-card.tsx';
import { ReviewAll, ReviewAround } from './review.tsx';
import { FigureSheet } from './sheet.tsx';
import { figuresOf } from './sheet-cells.ts';
import { Deeds } from './sheet-deeds.tsx';
import { OfflineNotes, SheetStatus } from './sheet-notes.tsx';
import { useSheet } from './use-sheet.ts';

export async function figuresLoader({ params, request }: LoaderFunctionArgs): Promise<Kept<FigureGrid>> {
  const query = new URL(request.url).searchParams;
  const [from, until] = [query.get('tu'), query.get('den')];
  await outboxReady();
  return callOrKept(
    getFigureGrid,
    { movementId: params['movementId'] ?? '', ...(from && until ? { from, until } : {}) },
    request.signal,
  );
}

/** A period that has not begun: nothing is asked of anybody yet. */
const onlyToLookAt = (grid: FigureGrid): FigureGrid => ({
  ...grid,
  rows: grid.rows.map((row) => ({ ...row, mayEnter: false })),
  mayApprove: false,
  mayClose: false,
  mayLink: false,
});

/** Figures of one movement and period: enter, send, approve, close. */
export function FiguresPage() {
  const { answer: grid, keptAt } = useLoaderData<Kept<FigureGrid>>();
  // Another period is another sheet: what was typed in the first is kept or has been warned of.
  return <Figures key={`${grid.movement.id} ${grid.period?.from} ${grid.period?.until}`} grid={grid} keptAt={keptAt} />;
}

function Figures({ grid: asked, keptAt }: { grid: FigureGrid; keptAt: string | null }) {
  const text = useText();
  const words = text.figurePages;
  const { person, today } = useSession();
  const toCome = asked.period !== null && phaseOf(asked.period, today) === 'to-come';
  const grid = useMemo(() => (toCome ? onlyToLookAt(asked) : asked), [asked, toCome]);
  const [, setQuery] = useSearchParams();
  const [saidBy, setSaidBy] = useState('');
  const sheet = useSheet(grid, saidBy);
  const { movement, period, rows } = grid;
  const filled = rows.some((row) => figuresOf(row, sheet.cells).length > 0);
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
            <SheetStatus sheet={sheet} filled={filled} />
            <FileMenu grid={asked} period={period} saidBy={saidBy} />
            <FigureExport grid={grid} period={period} sheet={sheet} />
          </div>
          <OfflineNotes sheet={sheet} keptAt={keptAt} />
          {toCome ? (
            <Alert variant="light" color="gray" icon={<IconClock size={18} />} className="page-note">
              {words.toCome(period.from)}
            </Alert>
          ) : null}
          {grid.closed ? (
            <Alert variant="light" color="gray" icon={<IconLock size={18} />} className="page-note">
              {words.closedBy(grid.closed.byPost, dayInVietnam(grid.closed.at))}
            </Alert>
          ) : null}
          {grid.reopened ? (
            <Alert variant="light" color="yellow" icon={<IconLockOpen size={18} />} className="page-note">
              {words.reopened(grid.reopened.byPost, dayInVietnam(grid.reopened.at), grid.reopened.reason)}
            </Alert>
          ) : null}
          <ReviewAround grid={grid} sheet={sheet}>
            <ReviewAll className="review-first no-print" />
            <EvidenceAround grid={grid}>
              <FigureSheet grid={grid} sheet={sheet} />
            </EvidenceAround>
            {rows.some(({ mayEnter }) => mayEnter) ? (
              <p className="quiet sheet-hint no-print">{words.keysHint}</p>
            ) : null}
            <Deeds grid={grid} sheet={sheet} />
          </ReviewAround>
          <CorrectionDialog grid={grid} sheet={sheet} />
          <ObstaclesCard grid={grid} period={period} sheet={sheet} />
          {grid.mayApprove ? <MissingCard grid={grid} period={period} /> : null}
          {grid.mayLink ? <LinkCard grid={grid} period={period} /> : null}
        </>
      )}
    </>
  );
}
