import { Button, Group, Select } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { ActionId, OrganisationId } from '../../contract/ids.ts';
import type { FigureGrid, PeriodRef } from '../../contract/measurements.ts';
import { listObstacles, type Obstacle, saveObstacle, withdrawObstacle } from '../../contract/obstacles.ts';
import { CallOffline, call, newActionId } from '../call.ts';
import { callOrKept } from '../call-or-kept.ts';
import { useText } from '../language.tsx';
import { ObstacleAnswer, ObstacleContent } from '../obstacle-content.tsx';
import { ObstacleForm } from '../obstacle-form.tsx';
import { onAnswered, putInOutbox } from '../outbox.ts';
import type { WaitingObstacle } from '../outbox-items.ts';
import { sayDone, sayError } from '../say.ts';
import { sayUndo } from '../say-undo.tsx';
import { useSession } from '../session.tsx';
import type { Sheet } from './use-sheet.ts';

type Props = { grid: FigureGrid; period: PeriodRef; sheet: Sheet };
const NOTHING = { domain: null, obstacle: null, cause: null, recommendation: null };

/** What hinders the units of this sheet in this period, said beside their figures. */
export function ObstaclesCard({ grid, period, sheet }: Props) {
  const text = useText();
  const words = text.obstacles;
  const [rows, setRows] = useState<readonly Obstacle[] | 'asking' | 'failed'>('asking');
  const [saying, setSaying] = useState<Obstacle | 'new' | null>(null);
  const movementId = grid.movement.id;
  const { from, until } = period;
  const load = useCallback(async () => {
    try {
      const { answer } = await callOrKept(listObstacles, { movementId, from, until });
      const own = answer.obstacles.filter((one) => one.period.from === from && one.period.until === until);
      setRows(own);
    } catch {
      setRows('failed');
    }
  }, [movementId, from, until]);
  useEffect(() => {
    void load();
    return onAnswered(({ sent }) => {
      if (sent.is === 'obstacle') void load();
    });
  }, [load]);
  const waiting = sheet.waiting.filter((one) => one.is === 'obstacle');
  const mayEnter = grid.rows.some((row) => row.mayEnter);
  const saved = (how: Kept) => {
    sayDone(how === 'later' ? words.savedLater : words.saved);
    void load();
  };
  if (rows === 'asking' || (!mayEnter && rows.length === 0)) return null;
  return (
    <section className="card missing-card" aria-label={words.cardTitle}>
      <div className="missing-head">
        <h2>{words.cardTitle}</h2>
        <Group gap="sm" className="no-print">
          <Link to={`/so-lieu/kho-khan?phong-trao=${movementId}&xem=all`}>{words.cardMore}</Link>
          {mayEnter ? (
            <Button variant="default" onClick={() => setSaying('new')}>
              {words.add}
            </Button>
          ) : null}
        </Group>
      </div>
      {rows === 'failed' ? <p className="quiet">{words.cardFailed}</p> : null}
      {rows !== 'failed' && rows.length + waiting.length === 0 ? <p className="quiet">{words.cardNone}</p> : null}
      {rows === 'failed' || rows.length === 0 ? null : (
        <ul className="obstacle-list">
          {rows.map((row) => (
            <Line key={row.id} row={row} edit={() => setSaying(row)} reload={load} />
          ))}
        </ul>
      )}
      {waiting.length > 0 ? (
        <ul className="obstacle-list">
          {waiting.map((one) => (
            <WaitingLine key={one.id} one={one} />
          ))}
        </ul>
      ) : null}
      {saying === 'new' ? (
        <SayNew grid={grid} period={period} sheet={sheet} close={() => setSaying(null)} done={saved} />
      ) : null}
      {saying !== null && saying !== 'new' ? (
        <ObstacleForm
          title={words.editTitle}
          first={saying}
          word={words.save}
          close={() => setSaying(null)}
          deed={(actionId, said) =>
            keepSaid(sheet, saying.organisation.id, {
              ...{ actionId, obstacleId: saying.id, version: saying.version },
              said: { ...said, saidBy: said.saidBy ?? saying.saidBy },
            })
          }
          done={saved}
        />
      ) : null}
    </section>
  );
}

type Kept = 'now' | 'later';
type ToKeep = Pick<WaitingObstacle, 'obstacleId' | 'version' | 'said'> & { actionId: ActionId };

/** Saves what is said; without a network it waits in the outbox with the figures, as the same deed. */
async function keepSaid(sheet: Sheet, organisationId: OrganisationId, { actionId, ...saying }: ToKeep): Promise<Kept> {
  const entry = { ...sheet.entryFor(organisationId), ...saying, id: actionId, is: 'obstacle' as const };
  const { obstacleId, version, said } = saying;
  try {
    await call(saveObstacle, { ...entry.place, ...said, actionId, obstacleId, version });
    return 'now';
  } catch (error) {
    if (!(error instanceof CallOffline)) throw error;
    // It may have arrived all the same: the same deed goes again.
    await putInOutbox({ ...entry, tried: true });
    return 'later';
  }
}

function WaitingLine({ one: { said, names } }: { one: WaitingObstacle }) {
  const text = useText();
  const words = text.obstacles;
  return (
    <li>
      <div>
        <b>{names.unit}</b>
        {(['obstacle', 'cause', 'recommendation'] as const).map((field) =>
          said[field] === null ? null : (
            <p key={field}>
              <span className="obstacle-word">{words[field]}</span>
              {said[field]}
            </p>
          ),
        )}
      </div>
      <div>
        <span className="badge tone-at-risk">{text.offline.waitingCell}</span>{' '}
        <Link to="/cho-gui">{text.offline.toOutbox}</Link>
      </div>
    </li>
  );
}

function Line({ row, edit, reload }: { row: Obstacle; edit: () => void; reload: () => Promise<void> }) {
  const text = useText();
  const words = text.obstacles;
  const withdraw = async () => {
    try {
      const gone = await call(withdrawObstacle, {
        ...{ obstacleId: row.id, version: row.version },
        ...{ actionId: newActionId(), withdrawn: true },
      });
      sayUndo(text, words.withdrawn, async () => {
        const { id: obstacleId, version } = gone;
        await call(withdrawObstacle, { obstacleId, version, actionId: newActionId(), withdrawn: false });
        await reload();
      });
    } catch (error) {
      sayError(text, error);
    }
    await reload();
  };
  return (
    <li>
      <div>
        <b>{row.organisation.name}</b>{' '}
        <span className="quiet">{row.domain === null ? words.noDomain : text.movements.domains[row.domain]}</span>
        <ObstacleContent row={row} />
      </div>
      <div>
        <ObstacleAnswer row={row} />
        {row.mayChange ? (
          <span className="obstacle-deeds no-print">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.deedOf(words.edit, row.organisation.name)}
              onClick={edit}
            >
              {words.edit}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.deedOf(words.withdraw, row.organisation.name)}
              onClick={() => void withdraw()}
            >
              {words.withdraw}
            </Button>
          </span>
        ) : null}
      </div>
    </li>
  );
}

function SayNew({ grid, period, sheet, close, done }: Props & { close: () => void; done: (how: Kept) => void }) {
  const words = useText().obstacles;
  const { person } = useSession();
  const units = grid.rows.flatMap(({ mayEnter, organisation }) => (mayEnter ? [organisation] : []));
  const launcher = grid.movement.organisation;
  // The launcher's own officer may say what hinders the whole, whoever reports its figures.
  const places =
    launcher.id === person.organisation.id && !units.some(({ id }) => id === launcher.id)
      ? [...units, launcher]
      : units;
  const [unitId, setUnitId] = useState<string>(
    places.find(({ id }) => id === person.organisation.id)?.id ?? places[0]?.id ?? '',
  );
  const unit = places.find(({ id }) => id === unitId);
  if (!unit) return null;
  return (
    <ObstacleForm
      title={words.addTitle}
      first={NOTHING}
      forOther={unit.id !== person.organisation.id}
      before={
        places.length < 2 ? null : (
          <Select
            label={words.unit}
            searchable
            allowDeselect={false}
            value={unitId}
            data={places.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => setUnitId(value ?? '')}
          />
        )
      }
      word={words.save}
      close={close}
      draft={`said.${person.id} ${grid.movement.id} ${period.from} ${period.until}`}
      deed={(actionId, said) => keepSaid(sheet, unit.id, { actionId, obstacleId: null, version: 0, said })}
      done={done}
    />
  );
}
