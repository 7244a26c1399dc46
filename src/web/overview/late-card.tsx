import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LateTarget } from '../../contract/movements.ts';
import { VerdictBadge } from '../../ui/verdict.tsx';
import { useText } from '../language.tsx';

const MOST_LINES = 6;

/** What is late or in danger and whose it is, the worst first. */
export function LateCard({ late }: { late: readonly LateTarget[] }) {
  const text = useText();
  const words = text.workroom.overview;
  const [all, setAll] = useState(false);
  const shown = all ? late : late.slice(0, MOST_LINES);
  const several = new Set(late.map(({ movement }) => movement.organisation.id)).size > 1;
  return (
    <section className="card" aria-labelledby="late-head">
      <div className="card-head">
        <h2 id="late-head">
          {words.lateTitle} {late.length > 0 ? <span className="tab-count">{late.length}</span> : null}
        </h2>
        <Link to="/so-lieu/toan-canh">{text.rollups.map.title}</Link>
      </div>
      {late.length === 0 ? <p className="quiet card-body">{words.lateNone}</p> : null}
      <ul className="lines">
        {shown.map((one) => (
          <li key={one.id}>
            <div>
              <Link to={`/phong-trao/${one.movement.id}/chi-tieu#${one.id}`}>{one.name}</Link>
              <p className="work-facts">
                <b>{one.owner ?? words.launcherAnswers(one.movement.organisation.name)}</b>
                {several && one.owner !== null ? <span className="quiet">{one.movement.organisation.name}</span> : null}
                <span className="quiet">{text.movements.progress(one.progress)}</span>
              </p>
              {one.behindCount > 0 ? (
                <p className="quiet">
                  {words.behind(
                    one.behind.map(({ name }) => name),
                    one.behindCount,
                  )}
                </p>
              ) : null}
            </div>
            <VerdictBadge verdict={one.progress.verdict} word={text.movements.verdicts[one.progress.verdict]} />
          </li>
        ))}
      </ul>
      {shown.length < late.length ? (
        <Button variant="subtle" size="xs" fullWidth onClick={() => setAll(true)}>
          {words.lateMore(late.length - shown.length)}
        </Button>
      ) : null}
    </section>
  );
}
