import { Button } from '@mantine/core';
import { IconFileSearch, IconFlag3 } from '@tabler/icons-react';
import { Link, useLoaderData } from 'react-router';
import './overview.css';
import { listAccounts } from '../../contract/accounts.ts';
import { listDataRequests } from '../../contract/data-requests.ts';
import { listReadings } from '../../contract/documents.ts';
import { listDueFigures } from '../../contract/measurements.ts';
import { listMovements, type MovementRow } from '../../contract/movements.ts';
import { listOpenWork } from '../../contract/open-work.ts';
import { getOrganisation } from '../../contract/organisations.ts';
import type { Person } from '../../contract/session.ts';
import { ORGANISATION_LEVELS } from '../../core/rules/organisations.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty, PageHead, Stat, Stats } from '../../ui/page.tsx';
import { VerdictCounts, VerdictLegend } from '../../ui/verdict.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { NextStep } from '../next-step.tsx';
import { loadSession, mayAtAll, useSession } from '../session.tsx';
import { type Beginnings, FirstSteps, setsUp } from './first-steps.tsx';
import { LateCard } from './late-card.tsx';
import { WorkCard } from './work-card.tsx';
import { belowLines, ownLines, type Work } from './work-lines.ts';

const NO_WORK: Work = {
  due: [],
  requests: [],
  own: [],
  below: [],
  reports: [],
  readings: [],
  obstacles: { count: 0, units: [], unitCount: 0 },
};

export async function overviewLoader() {
  const { person } = await loadSession();
  if (person === null || !(mayAtAll(person, 'read') || mayAtAll(person, 'readOpened')))
    return {
      movements: [],
      late: [],
      work: NO_WORK,
      beginnings: person && setsUp(person) ? await begun(person, 0) : null,
    };
  const [{ movements, late }, work] = await Promise.all([
    call(listMovements, { state: 'running', sort: 'until', pageSize: 50, late: 50 }),
    workOf(person),
  ]);
  const beginnings = setsUp(person) ? await begun(person, movements.length) : null;
  return { movements, late, work, beginnings };
}

/** What is asked of a person, from all pages on which something is done. */
async function workOf(person: Person): Promise<Work> {
  const reads = mayAtAll(person, 'read');
  const [{ readings }, { due }, { requests }, open] = await Promise.all([
    mayAtAll(person, 'readReadings') ? call(listReadings, {}) : NO_WORK,
    reads ? call(listDueFigures, {}) : NO_WORK,
    reads ? call(listDataRequests, {}) : NO_WORK,
    reads ? call(listOpenWork, {}) : NO_WORK,
  ]);
  return { readings: mayAtAll(person, 'uploadDocument') ? readings : [], due, requests, ...open };
}

/** How far somebody has come who sets a place up. */
async function begun(person: Person, movements: number): Promise<Beginnings> {
  const [{ organisation }, { count }] = await Promise.all([
    call(getOrganisation, { organisationId: person.organisation.id }),
    mayAtAll(person, 'readAccounts') ? call(listAccounts, {}) : { count: 0 },
  ]);
  return { below: organisation.childCount, people: Math.max(0, count - 1), movements };
}

const sum = (movements: readonly MovementRow[], ...verdicts: (keyof MovementRow['progress'])[]) =>
  movements.reduce(
    (all, { progress }) => all + verdicts.reduce((some, verdict) => some + (progress[verdict] ?? 0), 0),
    0,
  );
const depthOf = (level: string) => (ORGANISATION_LEVELS as readonly string[]).indexOf(level);

/** Movements of one's own place and below; where there is none yet, those of the superiors that are worked for. */
function areaOf(movements: readonly MovementRow[], { organisation }: Person): readonly MovementRow[] {
  const own = movements.filter((one) => depthOf(one.organisation.level) >= depthOf(organisation.level));
  return own.length > 0 ? own : movements;
}

/** My work first, then what is late and whose it is, then all that runs. */
export function OverviewPage() {
  const text = useText();
  const words = text.workroom.overview;
  const { person } = useSession();
  const { movements, late, work, beginnings } = useLoaderData<typeof overviewLoader>();
  const area = areaOf(movements, person);
  const below = belowLines(text, work, person.organisation.id);
  return (
    <>
      <PageHead title={words.title} about={words.greeting(person.post, person.organisation.name)}>
        {mayAtAll(person, 'uploadDocument') ? (
          <Button component={Link} to="/van-ban" leftSection={<IconFileSearch size={18} />}>
            {text.workroom.reading.title}
          </Button>
        ) : null}
      </PageHead>
      {beginnings ? <FirstSteps beginnings={beginnings} /> : null}
      <div className="overview">
        {mayAtAll(person, 'read') ? (
          <div className="overview-work">
            <WorkCard
              id="own-work"
              title={words.ownWork}
              lines={ownLines(text, work, person.organisation.id)}
              none={words.ownWorkNone}
              most={8}
              deed={{ to: '/thong-bao', word: text.notices.title }}
            />
            {below.length > 0 ? (
              <WorkCard id="below-work" title={words.belowWork} lines={below} none={words.ownWorkNone} most={8} />
            ) : null}
          </div>
        ) : null}
        <LateCard late={late} />
      </div>
      {area.length > 0 ? <Standing area={area} /> : null}
      <section className="card" aria-labelledby="running-head">
        <h2 id="running-head">{words.running}</h2>
        {movements.length === 0 ? (
          <Empty
            icon={<IconFlag3 size={36} />}
            title={words.runningNone}
            deed={<NextStep act="createMovement" to="/phong-trao/moi" word={text.workroom.movements.createDeed} />}
          >
            {words.runningNoneAbout}
          </Empty>
        ) : (
          <>
            <MovementLines movements={movements} />
            <VerdictLegend words={text.movements.verdicts} />
          </>
        )}
      </section>
    </>
  );
}

/** How many targets of the area stand where. */
function Standing({ area }: { area: readonly MovementRow[] }) {
  const words = useText().workroom.overview;
  return (
    <Stats>
      <Stat word={words.targets} value={area.reduce((all, { counts }) => all + counts.targets, 0)} />
      <Stat word={capital(words.late)} value={sum(area, 'late', 'missed')} />
      <Stat word={capital(words.atRisk)} value={sum(area, 'at-risk')} />
      <Stat word={capital(words.onTrack)} value={sum(area, 'on-track', 'achieved', 'exceeded')} />
      <Stat word={capital(words.noData)} value={sum(area, 'no-data', 'not-yet-due')} />
    </Stats>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function MovementLines({ movements }: { movements: readonly MovementRow[] }) {
  const text = useText();
  return (
    <ul className="lines">
      {movements.map((movement) => (
        <li key={movement.id}>
          <div>
            <Link to={`/phong-trao/${movement.id}`}>{movement.title}</Link>
            <p className="quiet">
              {movement.organisation.name}
              {movement.period.until ? ` · ${formatDate(movement.period.until)}` : ''}
              {movement.daysLeft === null ? '' : ` · ${text.movements.daysLeft(movement.daysLeft)}`}
            </p>
          </div>
          <VerdictCounts counts={movement.progress} words={text.movements.verdicts} />
        </li>
      ))}
    </ul>
  );
}
