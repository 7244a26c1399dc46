import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Origin } from '../contract/facts.ts';
import type { TargetProgress, TargetView } from '../contract/movements.ts';
import { dateParts, formatDate } from '../core/text/dates.ts';
import { readableDecimal } from '../core/text/numbers.ts';
import type { Text } from '../core/text/vi.ts';
import { GoalLine } from '../ui/goal.tsx';
import { useText } from './language.tsx';

/** Where a stored fact's sentence is shown in its document. */
export const originAddress = ({ documentId, span }: Origin): string =>
  `/van-ban/tai-lieu/${documentId}?doan=${span[0]}-${span[1]}`;

/** Until when the figure counts: "đến hết tháng 6". */
export function asOfWords(text: Text, { asOf, period }: TargetProgress): string | null {
  const parts = asOf === null ? null : dateParts(asOf);
  if (asOf === null || !parts) return null;
  if (period === 'month') return text.movementPages.asOfMonth(parts.month);
  if (period === 'quarter') return text.movementPages.asOfQuarter(Math.ceil(parts.month / 3));
  return text.movementPages.asOfDay(formatDate(asOf));
}

type Reached = Pick<TargetView, 'figure' | 'progress'>;

/**
 * What is reached, in the unit of the goal: "13.741", "6/8"; where a change is asked for, what was told of it: "còn
 * 11,7 %". Null without a figure.
 */
export function actualWords(text: Text, { figure, progress }: Reached): string | null {
  const told = toldWords(text, progress);
  const asked = figure?.change;
  if (told === null || (asked !== 'increase-by' && asked !== 'decrease-by')) return told;
  const is = progress.reportedAs ?? 'level';
  return text.movementPages.reachedChange(
    asked,
    is,
    `${told} ${is === 'change' ? (figure?.unit ?? '') : levelUnit(figure)}`.trim(),
  );
}

/** What falls by points is a share; what grows by so many percent is told in a unit that the goal does not name. */
function levelUnit(figure: TargetView['figure']): string {
  const { unit, measure } = figure ?? { unit: null, measure: null };
  if (!unit?.includes('%')) return unit ?? '';
  return measure === 'reduction' || measure === 'share' ? '%' : '';
}

function toldWords(text: Text, { actual, numerator, denominator }: TargetProgress): string | null {
  const number = text.movementPages.number;
  if (numerator !== null && denominator !== null) {
    const fraction = `${number(numerator)}/${number(denominator)}`;
    return actual === null ? fraction : `${number(actual)} (${fraction})`;
  }
  return actual === null ? null : number(readableDecimal(actual));
}

/** Who answers for a target: the organisation it was given to, else the unit the document names. */
export const ownerOf = (target: TargetView): string | null => target.leadOrganisation?.name ?? target.owner;

type Line = {
  target: TargetView;
  /** Where its name leads. */
  to?: string;
  /** What else stands beside where the figure comes from. */
  beside?: ReactNode;
};

/** A target in the one shape it has everywhere. */
export function TargetLine({ target, to, beside }: Line) {
  const text = useText();
  const { progress, figure } = target;
  const goal = figure === null ? null : text.movements.figure(figure);
  const actual = actualWords(text, target);
  const facts = [
    asOfWords(text, progress),
    progress.coverage ? text.movements.coverage(progress.coverage.reported, progress.coverage.of) : null,
    ownerOf(target),
    progress.estimated ? text.movements.estimated : null,
    progress.sample ? text.movements.sample : null,
  ].filter((fact) => fact !== null);
  return (
    <GoalLine
      name={to ? <Link to={to}>{target.name}</Link> : target.name}
      verdict={progress.verdict}
      verdictWord={text.movements.verdicts[progress.verdict]}
      attainment={progress.attainment}
      expected={progress.expectedAttainment}
      sentence={`${target.name}: ${text.movements.progress(progress)}`}
      figures={
        goal === null ? (
          text.movementPages.goalWords
        ) : actual === null ? (
          text.movementPages.goalOnly(goal)
        ) : (
          <>
            <b>{actual}</b> / {goal}
          </>
        )
      }
      facts={
        <>
          {facts.join(' · ')}
          {beside}
        </>
      }
      todayWord={text.frame.today}
    />
  );
}
