/** What is due: figures that one's own unit has to send, and those that wait for one's yes. */

import type { z } from 'zod';
import type { listDueFigures } from '../../contract/measurements.ts';
import { daysOf } from '../../core/rules/calendar.ts';
import { movementFacts } from '../movements/facts.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { viewFigureGrid } from './grid-views.ts';

type Due = z.input<(typeof listDueFigures)['output']>;

/** More movements than an office runs in two years at once, and the newest periods of each. */
const MOST_MOVEMENTS = 60;
const MOST_PERIODS = 3;

type Grid = Awaited<ReturnType<typeof viewFigureGrid>>;

/** Movements of one's own organisation and those it reports for, each with the periods that are due, the earliest first. */
export async function viewDueFigures(read: Read, viewer: Viewer): Promise<Due> {
  const rows = await read
    .selectFrom('movements as m')
    .select('m.id')
    .where('m.province_id', '=', viewer.provinceId)
    .where('m.archived_at', 'is', null)
    .where((row) =>
      row.or([
        row('m.organisation_id', '=', viewer.organisationId),
        row.exists(
          row
            .selectFrom('target_shares as s')
            .innerJoin('targets as t', 't.id', 's.target_id')
            .select('s.target_id')
            .whereRef('t.movement_id', '=', 'm.id')
            .where('s.organisation_id', '=', viewer.organisationId),
        ),
      ]),
    )
    .orderBy('m.year', 'desc')
    .orderBy('m.created_at', 'desc')
    .limit(MOST_MOVEMENTS)
    .execute();
  const found: Due['due'] = [];
  for (const { id } of rows) {
    const movement = await movementFacts(read, viewer, id);
    // What has not begun is not due.
    if (daysOf(movement.period, movement.year).from > viewer.today) continue;
    const now = await viewFigureGrid(read, viewer, { movementId: id });
    const mayApprove = await mayDo(read, viewer, 'approveFigures', movement.organisationId);
    const open = now.periods
      .filter((one) => one.until <= viewer.today && !one.closed && one.missing + one.waiting > 0)
      .slice(-MOST_PERIODS)
      .reverse();
    const periods = open.length > 0 ? open : now.period === null ? [] : [now.period];
    for (const { from, until } of periods) {
      const same = now.period?.from === from && now.period.until === until;
      const grid = same ? now : await viewFigureGrid(read, viewer, { movementId: id, from, until });
      if (grid.period !== null) found.push({ ...dueOf(grid, viewer), mayApprove });
    }
  }
  // The longest overdue first.
  return { due: found.sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')) };
}

function dueOf(grid: Grid, viewer: Viewer): Omit<Due['due'][number], 'mayApprove'> {
  const { period } = grid;
  if (period === null) throw new Error('no period');
  const listed = grid.periods.find(({ from, until }) => from === period.from && until === period.until);
  const own = grid.rows.find(({ organisation }) => organisation.id === viewer.organisationId);
  const cells = grid.rows.flatMap((row) => row.cells);
  const sent = (state: string | undefined) => state === 'approved' || state === 'submitted';
  return {
    movement: grid.movement,
    period,
    dueOn: grid.dueOn,
    closed: grid.closed !== null,
    asked: listed?.asked ?? 0,
    waiting: listed?.waiting ?? 0,
    missing: listed?.missing ?? 0,
    mine: own ? own.cells.filter(({ asked, figure }) => asked && !sent(figure?.state)).length : 0,
    returned: cells.filter(({ figure }) => figure?.state === 'returned').length,
  };
}
