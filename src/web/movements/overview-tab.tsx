import { Link } from 'react-router';
import type { TargetView, TaskView } from '../../contract/movements.ts';
import { daysBetween, daysOf } from '../../core/rules/calendar.ts';
import { DOMAIN_CODES } from '../../core/rules/indicators.ts';
import type { Verdict } from '../../core/rules/progress.ts';
import { byUrgency, isBehind } from '../../core/rules/standings.ts';
import { groupByDomain } from '../../core/rules/targets.ts';
import { formatDate } from '../../core/text/dates.ts';
import type { Text } from '../../core/text/vi.ts';
import { Empty, Stat, Stats } from '../../ui/page.tsx';
import { VerdictBadge, VerdictCounts, VerdictLegend } from '../../ui/verdict.tsx';
import { useText } from '../language.tsx';
import { capitalised } from '../sentence.ts';
import { useSession } from '../session.tsx';
import { ownerOf, TargetLine } from '../target-line.tsx';
import { AnswersCard } from './answers-card.tsx';
import { Behind, CoverageCard, EvidenceLink } from './board-cards.tsx';
import type { MovementData } from './movement-data.ts';

type Props = { data: MovementData; address: string };

const COMING_DAYS = 45;

/** How the movement stands: what is late and whose, what comes due, targets by domain, who answers. */
export function OverviewTab({ data, address }: Props) {
  const text = useText();
  const words = text.workroom.movements;
  const { targets } = data.targets;
  const groups = groupByDomain(targets, DOMAIN_CODES);
  return (
    <>
      <Summary data={data} />
      {data.detail.movement.head.theme ? (
        <p className="theme">
          <span className="quiet">{words.theme}</span> {data.detail.movement.head.theme}
        </p>
      ) : null}
      <div className="movement-overview">
        <div className="aside">
          <LateCard data={data} address={address} />
          {data.board ? <CoverageCard board={data.board} movementId={data.detail.movement.id} /> : null}
          <ComingCard data={data} address={address} />
          <AnswersCard detail={data.detail} />
        </div>
        <section className="card" aria-labelledby="by-domain">
          <h2 id="by-domain">{words.byDomain}</h2>
          {groups.length > 1 ? <DomainBoard groups={groups} /> : null}
          {groups.length === 0 ? <Empty title={words.targetsNone}>{words.targetsNoneAbout}</Empty> : null}
          {groups.map(({ domain, targets: own }) => (
            <section key={domain ?? 'none'} className="domain">
              <h3 id={anchorOf(domain)}>
                {domainName(text, domain)}
                <VerdictCounts counts={countVerdicts(own)} words={text.movements.verdicts} />
              </h3>
              {own.map((target) => (
                <TargetLine
                  key={target.id}
                  target={target}
                  to={`${address}/chi-tieu#${target.id}`}
                  beside={<EvidenceLink board={data.board} target={target} movementId={data.detail.movement.id} />}
                />
              ))}
            </section>
          ))}
          {groups.length > 0 ? <VerdictLegend words={text.movements.verdicts} /> : null}
        </section>
      </div>
    </>
  );
}

type Group = { domain: string | null; targets: readonly TargetView[] };

const anchorOf = (domain: string | null) => `linh-vuc-${domain ?? 'khac'}`;

/** Status by domain at one look; each leads to its targets. */
function DomainBoard({ groups }: { groups: readonly Group[] }) {
  const text = useText();
  return (
    <ul className="domain-board no-print">
      {groups.map(({ domain, targets }) => (
        <li key={anchorOf(domain)}>
          <a href={`#${anchorOf(domain)}`}>{domainName(text, domain)}</a>
          <VerdictCounts counts={countVerdicts(targets)} words={text.movements.verdicts} />
        </li>
      ))}
    </ul>
  );
}

const domainName = (text: Text, domain: string | null): string =>
  domain === null ? text.movements.noDomain : text.movements.domains[domain as keyof typeof text.movements.domains];

function countVerdicts(targets: readonly TargetView[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { progress } of targets) counts[progress.verdict] = (counts[progress.verdict] ?? 0) + 1;
  return counts;
}

function Summary({ data }: { data: MovementData }) {
  const text = useText();
  const words = text.movementPages;
  const { today } = useSession();
  const { movement, counts, progress } = data.detail;
  const begins = daysOf(movement.head.period, movement.head.year).from;
  const share = movement.elapsed === null ? null : Math.round(Number(movement.elapsed) * 100);
  return (
    <Stats>
      <Stat
        word={words.stats.targets}
        value={counts.targets}
        note={<VerdictCounts counts={progress} words={text.movements.verdicts} />}
      />
      <Stat
        word={words.stats.tasks}
        value={counts.tasks}
        note={counts.tasks > 0 ? words.tasksDone(counts.tasksDone, counts.tasks) : null}
      />
      {movement.state === 'upcoming' ? (
        <Stat word={words.stats.begins} value={formatDate(begins)} note={words.beginsIn(daysBetween(today, begins))} />
      ) : (
        <Stat
          word={words.stats.left}
          value={movement.daysLeft === null ? '—' : text.workroom.movements.days(movement.daysLeft)}
          note={
            movement.daysLeft === null
              ? text.workroom.movements.ended
              : share === null
                ? null
                : text.workroom.movements.elapsed(String(share))
          }
        />
      )}
      {counts.answers + counts.unanswered > 0 ? (
        <Stat
          word={words.stats.answers}
          value={`${counts.answers}/${counts.answers + counts.unanswered}`}
          note={counts.unanswered > 0 ? text.workroom.movements.unanswered(counts.unanswered) : null}
        />
      ) : null}
    </Stats>
  );
}

/** What is late or at risk, the worst first, and whose it is. */
function LateCard({ data, address }: Props) {
  const text = useText();
  const words = text.workroom.movements;
  const launcherAnswers = text.workroom.overview.launcherAnswers(data.detail.movement.organisation.name);
  const bad = data.targets.targets
    .filter(({ progress }) => isBehind(progress.verdict))
    .sort((a, b) => byUrgency(a.progress, b.progress));
  return (
    <section className="card" aria-labelledby="late-ones">
      <h2 id="late-ones">{words.lateTitle}</h2>
      {bad.length === 0 ? <p className="card-body quiet">{words.lateNone}</p> : null}
      <ul className="plain">
        {bad.map((target) => (
          <li key={target.id}>
            <Link to={`${address}/chi-tieu#${target.id}`}>{target.name}</Link>
            <span className="plain-facts">
              <VerdictBadge verdict={target.progress.verdict} word={text.movements.verdicts[target.progress.verdict]} />
              <span>{text.movements.progress(target.progress)}</span>
              <b>{ownerOf(target) ?? launcherAnswers}</b>
            </span>
            <Behind board={data.board} targetId={target.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Coming = {
  key: string;
  what: string;
  kind: string;
  who: string | null;
  day: string;
  /** The last working day up to `day`. */
  working: string | null;
  to: string;
};

const open = (task: TaskView) => task.state !== 'done' && task.state !== 'cancelled' && task.lastDay !== null;

/** Tasks and reports that are overdue or due within weeks, and the end of the movement. */
function ComingCard({ data, address }: Props) {
  const text = useText();
  const words = text.workroom.movements;
  const { today } = useSession();
  const { reportDue, movement } = data.detail;
  const coming: Coming[] = [
    ...data.tasks.tasks.filter(open).map((task) => ({
      key: task.id,
      what: capitalised(task.content),
      kind: text.movementPages.taskWord,
      who: task.assigneeOrganisation?.name ?? task.assignee,
      day: task.lastDay ?? '',
      working: task.lastWorkingDay,
      to: `${address}/nhiem-vu#${task.id}`,
    })),
    ...reportDue
      .filter((due) => due.lastDay !== null)
      .map((due) => ({
        key: due.id,
        what: due.to === null ? text.movementPages.dueTitle : words.reportTo(due.to),
        kind: text.movementPages.reportWord,
        who: due.via,
        day: due.lastDay ?? '',
        working: due.lastWorkingDay,
        to: `${address}/can-cu`,
      })),
  ]
    .filter((one) => daysBetween(today, one.day) <= COMING_DAYS && (one.day >= today || movement.daysLeft !== null))
    .sort((a, b) => a.day.localeCompare(b.day));
  const overdue = coming.filter((one) => one.day < today);
  const ahead = coming.filter((one) => one.day >= today);
  return (
    <>
      {overdue.length > 0 ? (
        <section className="card" aria-labelledby="overdue">
          <h2 id="overdue">{words.overdue}</h2>
          <ComingLines coming={overdue} today={today} />
        </section>
      ) : null}
      <section className="card" aria-labelledby="coming-due">
        <h2 id="coming-due">{words.comingDue}</h2>
        {ahead.length === 0 ? <p className="card-body quiet">{words.comingDueNone}</p> : null}
        <ComingLines coming={ahead} today={today} />
      </section>
    </>
  );
}

function ComingLines({ coming, today }: { coming: readonly Coming[]; today: string }) {
  const text = useText();
  const words = text.workroom.movements;
  return (
    <ul className="plain">
      {coming.slice(0, 12).map((one) => (
        <li key={one.key}>
          <Link to={one.to} className="clamp">
            {one.what}
          </Link>
          <span className="plain-facts">
            <span className={one.day < today ? 'overdue' : ''}>
              {words.dueBy(formatDate(one.day))} ({text.movementPages.noteDue(daysBetween(today, one.day))})
            </span>
            {one.working !== null && one.working !== one.day && one.working >= today ? (
              <span>{words.lastWorkingDay(formatDate(one.working))}</span>
            ) : null}
            <span>{one.kind}</span>
            {one.who ? <b>{one.who}</b> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
