import { Link } from 'react-router';
import type { DueFigures } from '../../contract/measurements.ts';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';

/** The page of figures has them all. */
const MOST_LINES = 5;

/** What is due, first on the screen: what one's own unit has to send, and what is missing or waits for one's yes below. */
export function DueCard({ due }: { due: readonly DueFigures[] }) {
  const text = useText();
  const words = text.workroom.overview;
  const open = due.filter(({ closed }) => !closed);
  const mine = open.filter((one) => one.mine > 0);
  const below = open.filter((one) => one.mayApprove && one.waiting + one.missing - one.mine > 0);
  return (
    <section className="card due" aria-labelledby="due-head">
      <div className="card-head">
        <h2 id="due-head">{words.due}</h2>
        <Link to="/thong-bao">{text.notices.title}</Link>
      </div>
      {mine.length + below.length === 0 ? (
        <p className="quiet card-body">{words.dueNone}</p>
      ) : (
        <div className="due-groups">
          <DueGroup title={words.dueMine} none={words.dueMineNone} due={mine} whose="mine" />
          <DueGroup title={words.dueBelow} none={words.dueBelowNone} due={below} whose="below" />
        </div>
      )}
    </section>
  );
}

type Group = { title: string; none: string; due: readonly DueFigures[]; whose: 'mine' | 'below' };

function DueGroup({ title, none, due, whose }: Group) {
  const text = useText();
  const { person } = useSession();
  const words = text.figurePages;
  const more = due.length - MOST_LINES;
  if (due.length === 0 && whose === 'below') return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {due.length === 0 ? (
        <p className="quiet due-none">{none}</p>
      ) : (
        <ul className="lines">
          {due.slice(0, MOST_LINES).map((one) => (
            <li key={`${one.movement.id} ${one.period.from} ${one.period.until}`}>
              <div>
                <Link to={`/so-lieu/${one.movement.id}?tu=${one.period.from}&den=${one.period.until}`}>
                  {words.period(one.period)}
                </Link>
                <p className="quiet">
                  {one.movement.organisation.id === person.organisation.id
                    ? null
                    : `${one.movement.organisation.name} · `}
                  {one.movement.title}
                  <DueOn day={one.dueOn} />
                </p>
              </div>
              <span>{whose === 'mine' ? <MineBadges one={one} /> : <BelowBadges one={one} />}</span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? (
        <p className="due-more">
          <Link to="/so-lieu">{text.workroom.overview.dueMore(more)}</Link>
        </p>
      ) : null}
    </section>
  );
}

function DueOn({ day }: { day: string | null }) {
  const words = useText().figurePages;
  const { today } = useSession();
  if (day === null) return null;
  return <span className={day < today ? 'overdue' : ''}> · {words.dueOn(day)}</span>;
}

function MineBadges({ one }: { one: DueFigures }) {
  const words = useText().figurePages;
  return (
    <>
      {one.returned > 0 ? <span className="badge tone-late">{words.returned(one.returned)}</span> : null}{' '}
      <span className="badge tone-at-risk">{words.mine(one.mine)}</span>
    </>
  );
}

function BelowBadges({ one }: { one: DueFigures }) {
  const words = useText().figurePages;
  const missing = one.missing - one.mine;
  return (
    <>
      {one.waiting > 0 ? <span className="badge tone-on-track">{words.waiting(one.waiting)}</span> : null}{' '}
      {missing > 0 ? <span className="badge">{words.missing(missing)}</span> : null}
    </>
  );
}
