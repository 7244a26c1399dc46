import { Link } from 'react-router';
import type { BoardPeriod, MovementBoard } from '../../contract/movement-board.ts';
import type { TargetView } from '../../contract/movements.ts';
import { formatDate } from '../../core/text/dates.ts';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';

const sheetAddress = (movementId: string, { from, until }: { from: string; until: string }) =>
  `/so-lieu/${movementId}?tu=${from}&den=${until}`;

/** Of each period that is over: how many figures came, and of whom some are missing. */
export function CoverageCard({ board, movementId }: { board: MovementBoard; movementId: string }) {
  const text = useText();
  const words = text.movementPages.board;
  return (
    <section className="card" aria-labelledby="coverage">
      <h2 id="coverage">{words.coverage}</h2>
      {board.periods.length === 0 ? <p className="card-body quiet">{words.coverageNone}</p> : null}
      <ul className="plain">
        {board.periods.map((period) => (
          <li key={`${period.from} ${period.until}`}>
            <Link to={sheetAddress(movementId, period)}>{text.figurePages.period(period)}</Link>
            <PeriodFacts period={period} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PeriodFacts({ period }: { period: BoardPeriod }) {
  const text = useText();
  const words = text.movementPages.board;
  const { today } = useSession();
  const { asked, sent, waiting, missing, dueOn } = period;
  const late = sent < asked && dueOn < today;
  return (
    <>
      <div className="bar coverage-bar" aria-hidden="true">
        <div className="bar-fill" style={{ width: `${(100 * sent) / asked}%` }} />
      </div>
      <span className="plain-facts">
        <b>{words.sent(sent, asked)}</b>
        {waiting > 0 ? <span className="badge tone-on-track">{text.figurePages.waiting(waiting)}</span> : null}
        {sent < asked ? (
          <span className={late ? 'overdue' : ''}>
            {late
              ? text.workroom.overview.overdueSince(formatDate(dueOn))
              : text.workroom.overview.dueBy(formatDate(dueOn))}
          </span>
        ) : null}
      </span>
      {missing.count > 0 ? (
        <span className="below quiet">
          {text.workroom.overview.notSent(
            missing.units.map(({ name }) => name),
            missing.count,
          )}
        </span>
      ) : null}
    </>
  );
}

/** Units that hold a target back, where it is split. */
export function Behind({ board, targetId }: { board: MovementBoard | null; targetId: string }) {
  const text = useText();
  const found = board?.behind.find((one) => one.targetId === targetId);
  if (!found) return null;
  const names = found.units.map(({ name }) => name);
  return <span className="below quiet">{text.workroom.overview.behind(names, found.count)}</span>;
}

/** The way to the files beside a target's figures. */
export function EvidenceLink({
  board,
  target,
  movementId,
}: {
  board: MovementBoard | null;
  target: TargetView;
  movementId: string;
}) {
  const words = useText().movementPages.board;
  const found = board?.evidence.find((one) => one.targetId === target.id);
  if (!found) return null;
  return (
    <>
      {' · '}
      <Link to={sheetAddress(movementId, found)}>
        {words.evidence(found.files)}
        <span className="visually-hidden">: {target.name}</span>
      </Link>
    </>
  );
}
