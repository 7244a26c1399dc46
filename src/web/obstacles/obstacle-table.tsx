import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import './obstacles.css';
import type { OutputOf } from '../../contract/endpoint.ts';
import { type listObstacles, type Obstacle, passObstacle } from '../../contract/obstacles.ts';
import { call } from '../call.ts';
import { Confirm } from '../confirm.tsx';
import { useText } from '../language.tsx';
import { ObstacleAnswer, ObstacleContent } from '../obstacle-content.tsx';
import { AnswerDialog } from './answer-dialog.tsx';

type Props = {
  rows: readonly Obstacle[];
  domains: OutputOf<typeof listObstacles>['domains'];
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
  done: (sentence: string) => void;
};

type Asking = { row: Obstacle; deed: 'answer' | 'pass' | 'back' };

/** By domain: what is said, how far it is, and what can be done with it. */
export function ObstacleTable({ rows, domains, chosen, choose, done }: Props) {
  const words = useText().obstacles;
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const groups = domains
    .map((group) => ({ ...group, rows: rows.filter(({ domain }) => domain === group.domain) }))
    .filter((group) => group.rows.length > 0);
  const pass = asking?.deed === 'pass' || asking?.deed === 'back' ? asking : null;
  return (
    <div className="table-frame">
      <table className="table stacking obstacle-table">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.content}</th>
            <th scope="col">{words.answer}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.domain ?? 'none'}>
            <DomainHead {...group} chosen={chosen} choose={choose} />
            {group.rows.map((row) => (
              <Line
                key={row.id}
                row={row}
                chosen={chosen.has(row.id)}
                choose={(on) => choose(withId(chosen, [row.id], on))}
                ask={(deed) => setAsking({ row, deed })}
              />
            ))}
          </tbody>
        ))}
      </table>
      {asking?.deed === 'answer' ? (
        <AnswerDialog row={asking.row} close={close} done={() => done(words.replyDone)} />
      ) : null}
      <Confirm
        opened={pass !== null}
        close={close}
        question={pass?.deed === 'back' ? `${words.takeBack}?` : words.passAsk}
        {...(pass?.deed === 'back' ? {} : { about: words.passAbout })}
        deedWord={pass?.deed === 'back' ? words.takeBack : words.pass}
        harmless
        deed={async (actionId) =>
          pass === null
            ? null
            : call(passObstacle, {
                ...{ obstacleId: pass.row.id, version: pass.row.version },
                ...{ actionId, up: pass.deed === 'pass' },
              })
        }
        done={() => done(pass?.deed === 'back' ? words.takenBack : words.passDone)}
      />
    </div>
  );
}

const withId = (chosen: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> =>
  on ? new Set([...chosen, ...ids]) : new Set([...chosen].filter((id) => !ids.includes(id)));

type Group = Props['domains'][number] & Pick<Props, 'rows' | 'chosen' | 'choose'>;

function DomainHead({ domain, all, open, rows, chosen, choose }: Group) {
  const text = useText();
  const words = text.obstacles;
  const name = domain === null ? words.noDomain : text.movements.domains[domain];
  const free = rows.flatMap(({ id, mayMerge }) => (mayMerge ? [id] : []));
  return (
    <tr className="obstacle-group">
      <th scope="rowgroup" colSpan={3}>
        <span className="obstacle-domain">
          {free.length > 0 ? (
            <Checkbox
              className="no-print"
              aria-label={words.chooseDomain(name)}
              checked={free.every((id) => chosen.has(id))}
              onChange={(event) => choose(withId(chosen, free, event.currentTarget.checked))}
            />
          ) : null}
          <b>{name}</b>
          <span className="quiet">{open > 0 ? `${all} · ${words.openOf(open)}` : all}</span>
        </span>
      </th>
    </tr>
  );
}

type LineProps = {
  row: Obstacle;
  chosen: boolean;
  choose: (on: boolean) => void;
  ask: (deed: Asking['deed']) => void;
};

function Line({ row, chosen, choose, ask }: LineProps) {
  const text = useText();
  const words = text.obstacles;
  const deeds = [
    row.mayAnswer ? (['answer', words.reply] as const) : null,
    row.mayPass ? (['pass', words.pass] as const) : null,
    row.mayTakeBack ? (['back', words.takeBack] as const) : null,
  ].filter((deed) => deed !== null);
  return (
    <tr>
      <th scope="row" className="whole">
        <span className="obstacle-unit">
          {row.mayMerge ? (
            <Checkbox
              className="no-print"
              aria-label={words.choose(row.organisation.name)}
              checked={chosen}
              onChange={(event) => choose(event.currentTarget.checked)}
            />
          ) : null}
          <span>
            {row.organisation.name}
            <small className="quiet below">{text.figurePages.period(row.period)}</small>
          </span>
        </span>
      </th>
      <td data-label={words.content}>
        <ObstacleContent row={row} />
      </td>
      <td data-label={words.answer}>
        <div>
          <ObstacleAnswer row={row} />
          {deeds.length === 0 ? null : (
            <span className="obstacle-deeds no-print">
              {deeds.map(([deed, word]) => (
                <Button
                  key={deed}
                  size="compact-sm"
                  variant="default"
                  aria-label={words.deedOf(word, row.organisation.name)}
                  onClick={() => ask(deed)}
                >
                  {word}
                </Button>
              ))}
            </span>
          )}
        </div>
      </td>
    </tr>
  );
}
