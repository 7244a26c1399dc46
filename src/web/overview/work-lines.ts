import type { ListedRequest } from '../../contract/data-requests.ts';
import type { ReadingSummary } from '../../contract/documents.ts';
import type { DueFigures } from '../../contract/measurements.ts';
import type { OpenReport, OpenTask } from '../../contract/open-work.ts';
import type { Text } from '../../core/text/vi.ts';
import { capitalised } from '../sentence.ts';

/** What is asked of a person, wherever it stands. */
export type Work = {
  due: readonly DueFigures[];
  requests: readonly ListedRequest[];
  own: readonly OpenTask[];
  below: readonly OpenTask[];
  reports: readonly OpenReport[];
  readings: readonly ReadingSummary[];
  obstacles: { count: number; units: readonly string[]; unitCount: number };
};

export type WorkLine = {
  key: string;
  /** "Số liệu", "Phiếu thu thập", "Nhiệm vụ" … */
  kind: string;
  what: string;
  to: string;
  about: string;
  /** Whose it is, where it is not one's own. */
  who: string | null;
  dueOn: string | null;
  badges: readonly { tone: 'late' | 'at-risk' | 'on-track' | 'info'; words: string }[];
};

type Badge = WorkLine['badges'][number];

const figuresAddress = ({ movement, period }: DueFigures) =>
  `/so-lieu/${movement.id}?tu=${period.from}&den=${period.until}`;

const aboutMovement = (one: { title: string; organisation: { id: string; name: string } }, ownId: string) =>
  one.organisation.id === ownId ? one.title : `${one.organisation.name} · ${one.title}`;

const badge = (tone: Badge['tone'], words: string): Badge => ({ tone, words });

/** What came back or waits for one's yes goes first, then what is due longest; what has no day at the end. */
function inOrder(lines: readonly (WorkLine & { returned: boolean })[]): WorkLine[] {
  return [...lines].sort(
    (a, b) => Number(b.returned) - Number(a.returned) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
  );
}

/** What every line of figures of a period begins with, whoever they are asked of. */
const figuresLine = (text: Text, one: DueFigures, ownId: string) => ({
  key: `figures ${one.movement.id} ${one.period.from} ${one.period.until}`,
  kind: text.workroom.overview.kinds.figures,
  what: text.figurePages.period(one.period),
  to: figuresAddress(one),
  about: aboutMovement(one.movement, ownId),
  who: null,
  dueOn: one.dueOn,
});

const requestLine = (text: Text, { id, title, dueOn }: ListedRequest) => ({
  key: `request ${id}`,
  kind: text.workroom.overview.kinds.request,
  what: title,
  to: `/so-lieu/phieu/${id}`,
  who: null,
  dueOn,
});

/** To do, due and returned: of one's own place. */
export function ownLines(text: Text, work: Work, ownId: string): WorkLine[] {
  const words = text.workroom.overview;
  const figures = work.due
    .filter((one) => !one.closed && one.mine > 0)
    .map((one) => ({
      ...figuresLine(text, one, ownId),
      returned: one.returned > 0,
      badges: [
        ...(one.returned > 0 ? [badge('late', text.figurePages.returned(one.returned))] : []),
        badge('at-risk', text.figurePages.mine(one.mine)),
      ],
    }));
  const requests = work.requests
    .filter(({ own, closedAt }) => closedAt === null && own !== null && own !== 'sent')
    .map((one) => ({
      ...requestLine(text, one),
      about: words.askedBy(one.organisation.name),
      returned: one.own === 'returned',
      badges: [badge(one.own === 'returned' ? 'late' : 'at-risk', text.dataRequests.states[one.own ?? 'waiting'])],
    }));
  return inOrder([
    ...figures,
    ...approvalLines(text, work, ownId),
    ...obstacleLines(text, work),
    ...requests,
    ...taskLines(text, work.own, ownId),
    ...paperLines(text, work, ownId),
  ]);
}

/** Figures that others sent and that wait for one's yes. */
const approvalLines = (text: Text, { due }: Work, ownId: string) =>
  due
    .filter((one) => !one.closed && one.mayApprove && one.waiting > 0)
    .map((one) => ({
      ...figuresLine(text, one, ownId),
      key: `approval ${one.movement.id} ${one.period.from} ${one.period.until}`,
      kind: text.workroom.overview.kinds.approval,
      dueOn: null,
      returned: true,
      badges: [badge('at-risk', text.figurePages.waiting(one.waiting))],
    }));

/** What units below say hinders them and what waits for a word of one's own place. */
function obstacleLines(text: Text, { obstacles: { count, units, unitCount } }: Work) {
  if (count === 0) return [];
  const words = text.workroom.overview;
  return [
    {
      key: 'obstacles',
      kind: text.obstacles.tab,
      what: words.obstacles(count),
      to: '/so-lieu/kho-khan?xem=to-us',
      about: words.obstaclesOf(units, unitCount),
      who: null,
      dueOn: null,
      returned: true,
      badges: [],
    },
  ];
}

function taskLines(text: Text, tasks: readonly OpenTask[], ownId: string) {
  return tasks.map((task) => ({
    key: `task ${task.id}`,
    kind: text.workroom.overview.kinds.task,
    what: capitalised(task.content),
    to: `/phong-trao/${task.movement.id}/nhiem-vu#${task.id}`,
    about: aboutMovement(task.movement, ownId),
    who: task.doer.id === ownId ? null : task.doer.name,
    dueOn: task.lastWorkingDay,
    returned: false,
    badges: [],
  }));
}

/** Reports to be written, and papers that were read and wait for somebody to look through them. */
function paperLines(text: Text, { reports, readings }: Work, ownId: string) {
  const words = text.workroom.overview;
  return [
    ...reports.map((report) => ({
      key: `report ${report.id}`,
      kind: words.kinds.report,
      what: report.to === null ? words.report : words.reportTo(report.to),
      to: `/phong-trao/${report.movement.id}/can-cu`,
      about: aboutMovement(report.movement, ownId),
      who: null,
      dueOn: report.lastWorkingDay,
      returned: false,
      badges: [],
    })),
    ...readings
      .filter(({ state }) => state === 'ready' || state === 'running' || state === 'waiting')
      .map((reading) => ({
        key: `reading ${reading.id}`,
        kind: words.kinds.reading,
        what: reading.title ?? reading.fileName,
        to: `/van-ban/${reading.id}`,
        about: '',
        who: null,
        dueOn: null,
        returned: false,
        badges: [badge('info', text.documents.states[reading.state])],
      })),
  ];
}

/** What is missing or overdue below. */
export function belowLines(text: Text, work: Work, ownId: string): WorkLine[] {
  const words = text.workroom.overview;
  const figures = work.due
    .filter((one) => !one.closed && one.mayApprove && one.missing > one.mine)
    .map((one) => ({
      ...figuresLine(text, one, ownId),
      who: one.missingOf.count > 0 ? words.notSent(one.missingOf.units, one.missingOf.count) : null,
      returned: false,
      badges: [badge('info', text.figurePages.missing(one.missing - one.mine))],
    }));
  const requests = work.requests
    .filter(({ closedAt, organisation, sent, asked }) => closedAt === null && organisation.id === ownId && sent < asked)
    .map((one) => ({
      ...requestLine(text, one),
      about: words.notSent(one.missing.slice(0, 3), one.asked - one.sent),
      returned: false,
      badges: [badge('info', text.figurePages.missing(one.asked - one.sent))],
    }));
  return inOrder([...figures, ...requests, ...taskLines(text, work.below, ownId)]);
}
