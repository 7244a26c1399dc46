import './movements.css';
import { Alert } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { compareBelow, compareWithParent } from '../../contract/comparisons.ts';
import { MovementId } from '../../contract/ids.ts';
import { getMovementHistory } from '../../contract/movement-acts.ts';
import { getMovementBoard } from '../../contract/movement-board.ts';
import { getMovement, listTargets, listTasks } from '../../contract/movements.ts';
import { listComments } from '../../contract/supervision.ts';
import { dayInVietnam } from '../../core/rules/calendar.ts';
import { formatDate } from '../../core/text/dates.ts';
import { PageHead } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useArrival } from '../arrival.ts';
import { call } from '../call.ts';
import { showCurrentTab } from '../current-tab.ts';
import { NotFoundPage } from '../failed-page.tsx';
import { useText } from '../language.tsx';
import { loadSession, mayAtAll, useSession } from '../session.tsx';
import { CitationsTab } from './citations-tab.tsx';
import { ComparisonTab } from './comparison-tab.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import type { MovementData } from './movement-data.ts';
import { MovementDeeds } from './movement-deeds.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { periodWords } from './period-words.ts';
import { SupervisionTab } from './supervision-tab.tsx';
import { TargetsTab } from './targets-tab.tsx';
import { TasksTab } from './tasks-tab.tsx';

/** Tabs of a movement and their place in the address. */
const TABS = {
  overview: '',
  targets: 'chi-tieu',
  tasks: 'nhiem-vu',
  comparison: 'doi-chieu',
  citations: 'can-cu',
  documents: 'van-ban',
  supervision: 'giam-sat',
  history: 'lich-su',
} as const;
type Tab = keyof typeof TABS;
const TAB_NAMES = Object.keys(TABS) as Tab[];

export async function movementLoader({ params, request }: LoaderFunctionArgs): Promise<MovementData | null> {
  const id = MovementId.safeParse(params['movementId']);
  if (!id.success) return null;
  const question = { movementId: id.data };
  const options = { signal: request.signal };
  const { person } = await loadSession();
  const overview = (params['tab'] ?? '') === TABS.overview && person !== null && mayAtAll(person, 'read');
  const [detail, targets, tasks, comments, history, board] = await Promise.all([
    call(getMovement, question, options),
    call(listTargets, question, options),
    call(listTasks, question, options),
    call(listComments, question, options),
    params['tab'] === TABS.history ? call(getMovementHistory, question, options) : null,
    overview ? call(getMovementBoard, question, options) : null,
  ]);
  const beside = MovementId.safeParse(new URL(request.url).searchParams.get('voi'));
  const [above, below] =
    params['tab'] === TABS.comparison
      ? await Promise.all([
          call(compareWithParent, { ...question, ...(beside.success ? { answering: beside.data } : {}) }, options),
          call(compareBelow, question, options),
        ])
      : [null, null];
  return { detail, targets, tasks, comments, history, board, comparison: above && below && { above, below } };
}

/** One movement: how it stands and everything it is made of, each fact with its way back to the document. */
export function MovementPage() {
  const data = useLoaderData<MovementData | null>();
  const { tab: slug = '' } = useParams();
  const tab = TAB_NAMES.find((name) => TABS[name] === slug);
  if (!data || !tab) return <NotFoundPage />;
  return <Shown key={data.detail.movement.id} data={data} tab={tab} />;
}

function Shown({ data, tab }: { data: MovementData; tab: Tab }) {
  useArrival();
  const text = useText();
  const words = text.workroom.movements;
  const { movement, counts, documents, citations } = data.detail;
  const { comments } = data.comments;
  const address = `/phong-trao/${movement.id}`;
  const numbers: Partial<Record<Tab, number>> = {
    targets: counts.targets,
    tasks: counts.tasks,
    citations: citations.length,
    documents: documents.length,
    ...(comments.length > 0 ? { supervision: comments.length } : {}),
  };
  const { person } = useSession();
  const shown = TAB_NAMES.filter((name) => {
    if (name === 'history' || name === 'comparison') return mayAtAll(person, 'read');
    // Where nothing was ever opened there is nothing to show.
    return name !== 'supervision' || movement.opened !== null || comments.length > 0;
  });
  const nameOf = (name: Tab) => {
    if (name === 'supervision') return text.movementPages.supervision.tab;
    return name === 'comparison' ? text.comparisons.tab : words.tabs[name];
  };
  return (
    <>
      <title>{`${movement.head.title} · ${text.frame.product}`}</title>
      <PageHead
        title={movement.head.title}
        trail={<Link to="/phong-trao">{words.title}</Link>}
        about={<About data={data} />}
      >
        <MovementDeeds data={data} />
      </PageHead>
      {movement.archived ? (
        <Alert className="page-note" variant="light" color="gray" icon={<IconArchive size={18} />}>
          {words.archivedNote}{' '}
          {text.movementPages.archivedBy(movement.archived.byPost, formatDate(dayInVietnam(movement.archived.at)))}{' '}
          {movement.archived.reason}
        </Alert>
      ) : null}
      <nav key={tab} className="page-tabs no-print" aria-label={movement.head.title} ref={showCurrentTab}>
        {shown.map((name) => (
          <Link
            key={name}
            to={TABS[name] === '' ? address : `${address}/${TABS[name]}`}
            aria-current={name === tab ? 'page' : undefined}
            preventScrollReset
          >
            {nameOf(name)}
            {numbers[name] === undefined ? null : <span className="tab-count">{numbers[name]}</span>}
          </Link>
        ))}
      </nav>
      {tab === 'overview' ? <OverviewTab data={data} address={address} /> : null}
      {tab === 'targets' ? <TargetsTab data={data} /> : null}
      {tab === 'tasks' ? <TasksTab data={data} /> : null}
      {tab === 'comparison' && data.comparison ? <ComparisonTab {...data.comparison} /> : null}
      {tab === 'citations' ? <CitationsTab data={data} /> : null}
      {tab === 'documents' ? <DocumentsTab data={data} /> : null}
      {tab === 'supervision' ? <SupervisionTab data={data} /> : null}
      {tab === 'history' && data.history ? <HistoryTab first={data.history} movementId={movement.id} /> : null}
    </>
  );
}

/** One line under the title: who, which paper, when, how long still. */
function About({ data }: { data: MovementData }) {
  const text = useText();
  const { movement } = data.detail;
  const { head } = movement;
  const joint = movement.jointOrganisations.map(({ name }) => name).join(', ');
  return (
    <span className="about-line">
      <StateBadge state={movement.state} word={text.movements.states[movement.state]} />
      <span>
        {movement.organisation.name}
        {joint === '' ? '' : ` (${text.workroom.movements.jointly(joint)})`}
      </span>
      <span>
        {movement.numberSymbol ?? text.workroom.movements.noNumber}
        {movement.document.issuedOn ? `, ${formatDate(movement.document.issuedOn)}` : ''}
      </span>
      <span>{text.movements.kinds[head.kind]}</span>
      <span>
        {periodWords(text, head.period, head.year)}
        {movement.state === 'running' && movement.daysLeft !== null ? (
          <b>, {text.movements.daysLeft(movement.daysLeft)}</b>
        ) : null}
      </span>
      {movement.sample ? <span className="badge tone-honour">{text.workroom.movements.sampleNote}</span> : null}
    </span>
  );
}
