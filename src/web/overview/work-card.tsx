import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDate } from '../../core/text/dates.ts';
import { useText } from '../language.tsx';
import { useSession } from '../session.tsx';
import type { WorkLine } from './work-lines.ts';

type Props = {
  id: string;
  title: string;
  lines: readonly WorkLine[];
  none: string;
  /** More are shown when somebody asks. */
  most: number;
  deed?: { to: string; word: string };
};

/** Matters of several kinds in one list: what it is, whose, until when, and the way to where it is done. */
export function WorkCard({ id, title, lines, none, most, deed }: Props) {
  const words = useText().workroom.overview;
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, most);
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>
          {title} {lines.length > 0 ? <span className="tab-count">{lines.length}</span> : null}
        </h2>
        {deed ? <Link to={deed.to}>{deed.word}</Link> : null}
      </div>
      {lines.length === 0 ? <p className="quiet card-body">{none}</p> : null}
      <ul className="lines">
        {shown.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      {shown.length < lines.length ? (
        <Button variant="subtle" size="xs" fullWidth onClick={() => setAll(true)}>
          {words.more(lines.length - shown.length)}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ line }: { line: WorkLine }) {
  const words = useText().workroom.overview;
  const { today } = useSession();
  const { kind, what, to, about, who, dueOn, badges } = line;
  return (
    <li>
      <div>
        <Link to={to} className="clamp">
          {what}
        </Link>
        <p className="quiet work-facts">
          <span className="work-kind">{kind}</span>
          {who === null ? null : <b>{who}</b>}
          {dueOn === null ? null : dueOn < today ? (
            <span className="overdue">{words.overdueSince(formatDate(dueOn))}</span>
          ) : (
            <span>{words.dueBy(formatDate(dueOn))}</span>
          )}
        </p>
        {about === '' ? null : <p className="quiet work-about">{about}</p>}
      </div>
      {badges.length === 0 ? null : (
        <span className="work-badges">
          {badges.map(({ tone, words: said }) => (
            <span key={said} className={`badge tone-${tone}`}>
              {said}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}
