import { ActionIcon, Loader } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { listMovements, type MovementRow } from '../../contract/movements.ts';
import { formatDate } from '../../core/text/dates.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { VerdictCounts } from '../../ui/verdict.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { sayError } from '../say.ts';
import { periodWords } from './period-words.ts';

/** One movement of the list; in the tree it can be opened to those that answer it. */
export function MovementLine({ movement, tree, depth = 0 }: { movement: MovementRow; tree: boolean; depth?: number }) {
  const text = useText();
  const branch = useBranch(movement);
  const words = text.workroom.movements;
  const opens = tree && movement.answerCount > 0;
  return (
    <>
      <tr>
        <th scope="row" className={`whole movement-name depth-${Math.min(depth, 4)}`}>
          <div className="movement-name-line">
            {tree ? (
              <span className="branch">
                {opens ? (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-expanded={branch.opened}
                    aria-label={`${branch.opened ? words.collapse : words.expand}: ${movement.title}`}
                    onClick={branch.toggle}
                  >
                    {branch.busy ? (
                      <Loader size={14} />
                    ) : branch.opened ? (
                      <IconChevronDown size={16} />
                    ) : (
                      <IconChevronRight size={16} />
                    )}
                  </ActionIcon>
                ) : null}
              </span>
            ) : null}
            <span>
              <Link to={`/phong-trao/${movement.id}`}>{movement.title}</Link>
              <small className="quiet movement-kind">
                {text.movements.kinds[movement.kind]}
                {movement.answeredBy > 0 ? ` · ${words.answers(movement.answeredBy)}` : ''}
              </small>
            </span>
          </div>
        </th>
        <td data-label={words.launcher}>
          <span>
            {movement.organisation.name}
            {movement.jointOrganisations.length > 0 ? (
              <small className="quiet below">
                {words.jointly(movement.jointOrganisations.map(({ name }) => name).join(', '))}
              </small>
            ) : null}
          </span>
        </td>
        <td data-label={words.number}>
          <span>
            {movement.numberSymbol ?? <span className="quiet">{words.noNumber}</span>}
            {movement.issuedOn ? <small className="quiet below">{formatDate(movement.issuedOn)}</small> : null}
          </span>
        </td>
        <td data-label={words.period}>
          <span>
            <StateBadge state={movement.state} word={text.movements.states[movement.state]} />
            <small className="quiet below">
              {periodWords(text, movement.period, movement.year)}
              {movement.state === 'running' && movement.daysLeft !== null
                ? ` · ${text.movements.daysLeft(movement.daysLeft)}`
                : ''}
            </small>
          </span>
        </td>
        <td data-label={words.progress}>
          <span>
            <span className="movement-counts">
              {text.movementPages.whatTargets(movement.counts.targets, movement.counts.tasks)}
            </span>
            <VerdictCounts counts={movement.progress} words={text.movements.verdicts} />
          </span>
        </td>
      </tr>
      {branch.opened
        ? branch.answers.map((answer) => (
            <MovementLine key={`${movement.id}-${answer.id}`} movement={answer} tree depth={depth + 1} />
          ))
        : null}
    </>
  );
}

/** The branch below a movement, fetched when it is first opened. */
function useBranch(movement: MovementRow) {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answers, setAnswers] = useState<MovementRow[] | null>(null);
  const toggle = async () => {
    if (opened || answers) {
      setOpened(!opened);
      return;
    }
    setBusy(true);
    try {
      const found = await call(listMovements, { answering: movement.id, sort: 'organisation', pageSize: 200 });
      setAnswers(found.movements);
      setOpened(true);
    } catch (error) {
      sayError(text, error);
    } finally {
      setBusy(false);
    }
  };
  return { opened, busy, answers: answers ?? [], toggle: () => void toggle() };
}
