import type { Obstacle } from '../contract/obstacles.ts';
import { dayInVietnam } from '../core/rules/calendar.ts';
import './obstacle-content.css';
import { formatDate } from '../core/text/dates.ts';
import { useText } from './language.tsx';

/** What hinders, why, and what is asked for. */
export function ObstacleContent({ row }: { row: Obstacle }) {
  const words = useText().obstacles;
  const parts = (['obstacle', 'cause', 'recommendation'] as const).filter((field) => row[field] !== null);
  const more = row.ofCount - row.of.length;
  return (
    <div className="obstacle-content">
      {parts.map((field) => (
        <p key={field}>
          <span className="obstacle-word">{words[field]}</span>
          {row[field]}
        </p>
      ))}
      <small className="quiet">
        {[
          row.byPost,
          row.saidBy === null ? null : words.saidByShown(row.saidBy),
          row.byLink ? words.byLink : null,
          formatDate(dayInVietnam(row.at)),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </small>
      {row.ofCount > 0 ? <small className="quiet">{words.mergedOf(row.of.join(', '), more)}</small> : null}
    </div>
  );
}

const TONES = { open: '', 'in-hand': ' tone-on-track', answered: ' tone-done', resolved: ' tone-done' } as const;

/** How far it is, who solves it, and the answer. */
export function ObstacleAnswer({ row }: { row: Obstacle }) {
  const text = useText();
  const words = text.obstacles;
  const { state, owner, answer, to, at, byPost } = row.answer;
  return (
    <div className="obstacle-content">
      <span className="obstacle-deeds">
        <span className={`badge${TONES[state]}`}>{words.states[state]}</span>
        {row.merged ? <span className="badge">{words.merged}</span> : null}
      </span>
      {owner === null ? null : (
        <p>
          <span className="obstacle-word">{words.owner}</span>
          {owner.name}
        </p>
      )}
      {answer === null ? null : (
        <p>
          <span className="obstacle-word">{words.answer}</span>
          {answer}
        </p>
      )}
      <small className="quiet">
        {at === null ? words.answeredBy(to.name) : `${byPost ?? ''} · ${formatDate(dayInVietnam(at))}`}
      </small>
    </div>
  );
}
