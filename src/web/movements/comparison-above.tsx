import { ActionIcon, Button, Select } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useRevalidator, useSearchParams } from 'react-router';
import { answerTargets, type Comparison, type ComparisonRow } from '../../contract/comparisons.ts';
import { COMPARED_STATES, type ComparedState, isUnweighed } from '../../core/rules/compare-with-parent.ts';
import { Empty } from '../../ui/page.tsx';
import { ActErrorNote } from '../act-error.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { NextStep } from '../next-step.tsx';
import { sayDone } from '../say.ts';
import { numberCell, TableExport, type TakenColumn } from '../table-export.tsx';
import { useAct } from '../use-act.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { ComparedBadge } from './compared-badge.tsx';

/** A plan beside the movement of the level above: every target with what answers it. */
export function ComparisonAbove({ comparison }: { comparison: Comparison }) {
  const text = useText();
  const words = text.comparisons;
  const [search, setSearch] = useSearchParams();
  const [only, setOnly] = useState<ComparedState | null>(null);
  const [deciding, setDeciding] = useState<ComparisonRow | null>(null);
  const { parent, parents, rows, added, mayDecide } = comparison;
  if (!parent)
    return (
      <div className="card">
        <Empty
          title={words.noParent}
          deed={<NextStep act="createMovement" to="/phong-trao?xem=cay" word={text.figurePages.dueNoneDeed} />}
        >
          {words.noParentAbout}
        </Empty>
      </div>
    );
  const shown = rows.filter(({ state }) => only === null || state === only);
  return (
    <section aria-labelledby="compare-up">
      <div className="compare-head">
        <h2 id="compare-up">{words.upTitle}</h2>
        {parents.length > 1 ? (
          <Select
            aria-label={words.parentPick}
            value={parent.id}
            data={parents.map(({ id, title }) => ({ value: id, label: title }))}
            allowDeselect={false}
            onChange={(id) => {
              const next = new URLSearchParams(search);
              next.set('voi', id ?? parent.id);
              setSearch(next, { preventScrollReset: true });
            }}
          />
        ) : (
          <p className="quiet">
            <Link to={`/phong-trao/${parent.id}/chi-tieu`}>{parent.title}</Link> · {parent.organisation.name}
          </p>
        )}
      </div>
      <div className="compare-counts">
        <StateFilters rows={rows} only={only} choose={setOnly} />
        <div className="tool-deeds">
          <ComparisonExport comparison={comparison} rows={shown} />
          {mayDecide ? <ConfirmAll comparison={comparison} /> : null}
        </div>
      </div>
      {rows.length === 0 ? (
        <div className="card">
          <Empty title={words.noTargetsAbove} />
        </div>
      ) : (
        <div className="table-frame">
          <table className="table stacking compare-table">
            <caption className="visually-hidden">{words.upTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{words.asked}</th>
                <th scope="col">{words.ours}</th>
                <th scope="col">{words.standing}</th>
                <th scope="col">
                  <span className="visually-hidden">{text.movementPages.deeds}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <ComparedLine key={row.target.id} row={row} comparison={comparison} decide={setDeciding} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3 className="compare-added">{words.added(added.length)}</h3>
      {added.length === 0 ? (
        <p className="quiet">{words.addedNone}</p>
      ) : (
        <ul className="plain card">
          {added.map(({ id, name, figure }) => (
            <li key={id}>
              {name}
              <span className="plain-facts">{figure ? <span>{text.movements.figure(figure)}</span> : null}</span>
            </li>
          ))}
        </ul>
      )}
      {deciding ? (
        <AnswerDialog
          key={deciding.target.id}
          comparison={comparison}
          row={rows.find(({ target }) => target.id === deciding.target.id) ?? deciding}
          close={() => setDeciding(null)}
        />
      ) : null}
    </section>
  );
}

type Filters = {
  rows: readonly ComparisonRow[];
  only: ComparedState | null;
  choose: (state: ComparedState | null) => void;
};

/** How many targets stand where; pressing one shows only those. */
function StateFilters({ rows, only, choose }: Filters) {
  const words = useText().comparisons;
  return (
    <ul className="compare-filters">
      {COMPARED_STATES.map((state) => {
        const count = rows.filter((row) => row.state === state).length;
        if (count === 0) return null;
        return (
          <li key={state}>
            <button type="button" aria-pressed={only === state} onClick={() => choose(only === state ? null : state)}>
              <ComparedBadge state={state} word={words.states[state]} /> <b>{count}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

type LineProps = { row: ComparisonRow; comparison: Comparison; decide: (row: ComparisonRow) => void };

function ComparedLine({ row, comparison, decide }: LineProps) {
  const text = useText();
  const words = text.comparisons;
  const { target, own, state, height, difference, share, shares } = row;
  const unit = target.figure?.unit ?? null;
  return (
    <tr>
      <th scope="row" className="whole row-name" data-label={words.asked}>
        {target.name}
        <small className="quiet below">
          {target.figure ? text.movements.figure(target.figure) : text.movementPages.goalWords}
        </small>
        {share === null ? null : <small className="below">{words.share(share, unit)}</small>}
        {shares && shares.difference !== '0' ? (
          <small className="below tone-warning compare-off">{words.sharesOff(shares.difference, unit)}</small>
        ) : null}
      </th>
      <td data-label={words.ours}>
        <span>
          {own ? own.name : <span className="quiet">—</span>}
          {own?.figure ? <small className="below">{text.movements.figure(own.figure)}</small> : null}
        </span>
      </td>
      <td data-label={words.standing}>
        <span>
          <ComparedBadge
            state={state}
            unweighed={isUnweighed(row, target.figure)}
            word={isUnweighed(row, target.figure) ? words.unweighed : words.states[state]}
          />
          {height !== null && height !== 'same' && difference !== null ? (
            <small className="quiet below">
              {state === 'lower' ? '' : `${words.adaptedHeight(words.heights[height])}. `}
              {words.difference(difference, unit)}
            </small>
          ) : null}
          {state === 'suggested' ? <small className="quiet below">{words.suggestedBy}</small> : null}
          {own && height === null && share === null && target.figure ? (
            <small className="quiet below">{words.noShare}</small>
          ) : null}
          {row.reason ? <small className="below">{row.reason}</small> : null}
          {row.byPost ? <small className="quiet below">{words.decidedBy(row.byPost)}</small> : null}
        </span>
      </td>
      <td className="row-deeds">
        {comparison.mayDecide ? (
          <>
            {state === 'suggested' ? <ConfirmOne movementId={comparison.movement.id} row={row} /> : null}
            <ActionIcon
              variant="subtle"
              aria-label={words.decideOf(target.name)}
              title={words.decide}
              onClick={() => decide(row)}
            >
              <IconPencil size={17} />
            </ActionIcon>
          </>
        ) : null}
      </td>
    </tr>
  );
}

const confirmation = ({ target, version, own }: ComparisonRow) => ({
  targetId: target.id,
  version,
  how: 'answered' as const,
  ownTargetId: own?.id ?? null,
  reason: null,
});

function ConfirmOne({ movementId, row }: { movementId: Comparison['movement']['id']; row: ComparisonRow }) {
  const words = useText().comparisons;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const confirm = async () => {
    const done = await run((actionId) => call(answerTargets, { movementId, actionId, answers: [confirmation(row)] }));
    await revalidator.revalidate();
    if (done !== null) sayDone(words.saved);
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        loading={busy}
        aria-label={words.confirmOf(row.target.name)}
        title={words.confirm}
        onClick={() => void confirm()}
      >
        <IconCheck size={17} />
      </ActionIcon>
      <ActErrorNote error={error} />
    </>
  );
}

/** Takes every suggestion as it is. */
function ConfirmAll({ comparison }: { comparison: Comparison }) {
  const words = useText().comparisons;
  const revalidator = useRevalidator();
  const { busy, error, run } = useAct();
  const suggested = comparison.rows.filter(({ state }) => state === 'suggested').slice(0, 500);
  const unweighed = suggested.filter(({ height, target }) => isUnweighed({ state: 'answered', height }, target.figure));
  if (suggested.length === 0) return <ActErrorNote error={error} />;
  const confirm = async () => {
    const answers = suggested.map(confirmation);
    const done = await run((actionId) =>
      call(answerTargets, { movementId: comparison.movement.id, actionId, answers }),
    );
    await revalidator.revalidate();
    if (done !== null) sayDone(words.saved);
  };
  return (
    <>
      <ActErrorNote error={error} />
      <Button loading={busy} onClick={() => void confirm()}>
        {words.confirmAll(suggested.length, unweighed.length)}
      </Button>
    </>
  );
}

function ComparisonExport({ comparison, rows }: { comparison: Comparison; rows: readonly ComparisonRow[] }) {
  const text = useText();
  const words = text.comparisons;
  const columns: TakenColumn<ComparisonRow>[] = [
    { title: words.asked, cell: ({ target }) => target.name },
    {
      title: text.workroom.movements.goal,
      cell: ({ target }) => target.figure && text.movements.figure(target.figure),
    },
    { title: text.tableExport.unit, cell: ({ target }) => target.figure?.unit ?? null },
    { title: text.figurePages.splitTitle, cell: ({ share }) => numberCell(share) },
    { title: words.ours, cell: ({ own }) => own?.name ?? null },
    {
      title: `${words.ours} (${text.workroom.movements.goal})`,
      cell: ({ own }) => (own?.figure ? text.movements.figure(own.figure) : null),
    },
    {
      title: words.standing,
      cell: (row) => (isUnweighed(row, row.target.figure) ? words.unweighed : words.states[row.state]),
    },
    { title: words.difference('0', null).split(' ')[0] ?? '', cell: ({ difference }) => numberCell(difference) },
    { title: words.reason, cell: ({ reason }) => reason },
  ];
  const lines = [comparison.movement.title, comparison.parent?.title ?? null];
  return (
    <TableExport
      title={`${words.upTitle}, ${comparison.movement.organisation.name}`}
      lines={lines}
      columns={columns}
      rows={rows}
    />
  );
}
