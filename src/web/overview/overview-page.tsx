import { Button } from '@mantine/core';
import { IconFileSearch, IconFlag3 } from '@tabler/icons-react';
import { Link, useLoaderData } from 'react-router';
import './overview.css';
import { listAccounts } from '../../contract/accounts.ts';
import { listReadings } from '../../contract/documents.ts';
import { listDueFigures } from '../../contract/measurements.ts';
import { listMovements, type MovementRow } from '../../contract/movements.ts';
import { getOrganisation } from '../../contract/organisations.ts';
import type { Person } from '../../contract/session.ts';
import { formatDate } from '../../core/text/dates.ts';
import { Empty, PageHead, Stat, Stats } from '../../ui/page.tsx';
import { VerdictCounts, VerdictLegend } from '../../ui/verdict.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { loadSession, mayAtAll, useSession } from '../session.tsx';
import { DueCard } from './due-card.tsx';
import { type Beginnings, FirstSteps, setsUp } from './first-steps.tsx';

export async function overviewLoader() {
  const { person } = await loadSession();
  if (person === null || !(mayAtAll(person, 'read') || mayAtAll(person, 'readOpened')))
    return {
      readings: [],
      movements: [],
      due: [],
      beginnings: person && setsUp(person) ? await begun(person, 0) : null,
    };
  const [{ readings }, { movements }, { due }] = await Promise.all([
    mayAtAll(person, 'readReadings') ? call(listReadings, {}) : { readings: [] },
    call(listMovements, { state: 'running', sort: 'until', pageSize: 50 }),
    mayAtAll(person, 'read') ? call(listDueFigures, {}) : { due: [] },
  ]);
  const beginnings = setsUp(person) ? await begun(person, movements.length) : null;
  return { readings, movements, due, beginnings };
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
const troubled = ({ progress }: MovementRow) =>
  3 * ((progress.late ?? 0) + (progress.missed ?? 0)) + (progress['at-risk'] ?? 0);

/** My work first, then what runs and what is late. */
export function OverviewPage() {
  const text = useText();
  const words = text.workroom.overview;
  const { person } = useSession();
  const { readings, movements, due, beginnings } = useLoaderData<typeof overviewLoader>();
  const waiting = readings.filter(({ state }) => state === 'ready' || state === 'running' || state === 'waiting');
  const attention = movements.filter((movement) => troubled(movement) > 0).sort((a, b) => troubled(b) - troubled(a));
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
      {mayAtAll(person, 'read') ? <DueCard due={due} /> : null}
      <Stats>
        <Stat word={words.targets} value={movements.reduce((all, { counts }) => all + counts.targets, 0)} />
        <Stat word={capital(words.late)} value={sum(movements, 'late', 'missed')} />
        <Stat word={capital(words.atRisk)} value={sum(movements, 'at-risk')} />
        <Stat word={capital(words.onTrack)} value={sum(movements, 'on-track', 'achieved', 'exceeded')} />
        <Stat word={capital(words.noData)} value={sum(movements, 'no-data', 'not-yet-due')} />
      </Stats>
      <div className="overview">
        {mayAtAll(person, 'uploadDocument') ? (
          <section className="card" aria-labelledby="waiting-head">
            <h2 id="waiting-head">{words.waiting}</h2>
            {waiting.length === 0 ? (
              <p className="quiet card-body">{words.waitingNone}</p>
            ) : (
              <ul className="lines">
                {waiting.map((reading) => (
                  <li key={reading.id}>
                    <Link to={`/van-ban/${reading.id}`}>{reading.title ?? reading.fileName}</Link>
                    <span className="quiet">{text.documents.states[reading.state]}</span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ) : null}
        <section className="card" aria-labelledby="attention-head">
          <h2 id="attention-head">{words.attention}</h2>
          {attention.length === 0 ? (
            <p className="quiet card-body">{words.attentionNone}</p>
          ) : (
            <MovementLines movements={attention.slice(0, 8)} />
          )}
        </section>
        <section className="card overview-all" aria-labelledby="running-head">
          <h2 id="running-head">{words.running}</h2>
          {movements.length === 0 ? (
            <Empty icon={<IconFlag3 size={36} />} title={words.runningNone}>
              {words.runningNoneAbout}
            </Empty>
          ) : (
            <>
              <MovementLines movements={movements} />
              <VerdictLegend words={text.movements.verdicts} />
            </>
          )}
        </section>
      </div>
    </>
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
