import { IconChartLine } from '@tabler/icons-react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import './course.css';
import { type CoursePoint, type CourseRow, getTargetCourse, type TargetCourse } from '../../contract/target-course.ts';
import { daysBetween } from '../../core/rules/calendar.ts';
import { foretold } from '../../core/rules/unit-conversion.ts';
import { dateParts, formatDate } from '../../core/text/dates.ts';
import { CourseChart } from '../../ui/course-chart.tsx';
import { Empty, PageHead } from '../../ui/page.tsx';
import { VerdictBadge } from '../../ui/verdict.tsx';
import { call } from '../call.ts';
import { useText } from '../language.tsx';
import { NextStep } from '../next-step.tsx';
import { dateCell, numberCell, TableExport } from '../table-export.tsx';

export const courseLoader = ({ params, request }: LoaderFunctionArgs) =>
  call(getTargetCourse, { targetId: params['targetId'] ?? '' }, { signal: request.signal });

/** Diễn biến: how a target came to where it stands, where it leads, and of whose figures it is made. */
export function CoursePage() {
  const text = useText();
  const words = text.targetCourse;
  const course = useLoaderData<typeof courseLoader>();
  const { target, movement, points } = course;
  const unit = target.figure?.unit ?? '';
  const told = points.findLast(({ value }) => value !== null);
  return (
    <>
      <title>{`${words.title} · ${target.name} · ${text.frame.product}`}</title>
      <PageHead
        title={target.name}
        trail={<Link to={`/phong-trao/${movement.id}/chi-tieu#${target.id}`}>{movement.title}</Link>}
        about={[movement.organisation.name, target.figure ? words.goal(text.movements.figure(target.figure)) : null]
          .filter((one) => one !== null)
          .join(' · ')}
      />
      {told ? (
        <section className="card course-card" aria-labelledby="course-head">
          <h2 id="course-head">{words.title}</h2>
          <Chart course={course} last={told} />
          <ForecastWords course={course} unit={unit} />
        </section>
      ) : (
        <NothingYet course={course} />
      )}
      {points.length > 0 ? <Points course={course} unit={unit} /> : null}
      {course.rows.length > 0 ? <Rows course={course} unit={unit} last={told ?? null} /> : null}
    </>
  );
}

/** Before the first approved figure: when one is asked, and where it is entered. */
function NothingYet({ course: { movement, points } }: { course: TargetCourse }) {
  const text = useText();
  const words = text.targetCourse;
  const due = points.at(-1);
  const address = `/so-lieu/${movement.id}${due ? `?${new URLSearchParams({ tu: due.from, den: due.until })}` : ''}`;
  return (
    <section className="card course-card">
      <Empty
        icon={<IconChartLine size={36} stroke={1.4} />}
        title={words.none}
        deed={<NextStep act="read" to={address} word={words.noneDeed} />}
      >
        {due ? words.noneAbout : words.noneDue}
      </Empty>
    </section>
  );
}

/** "30/6": the year is said above. */
const dayAndMonth = (day: string): string => {
  const parts = dateParts(day);
  return parts ? `${parts.day}/${parts.month}` : day;
};

/** For drawing alone; what is read stays exact. */
const drawn = (value: string | null): number | null => (value === null ? null : Number(value));

function Chart({ course, last }: { course: TargetCourse; last: CoursePoint }) {
  const text = useText();
  const words = text.targetCourse;
  const { points, goal, forecast, until } = course;
  const from = points[0]?.from ?? until;
  const all = daysBetween(from, until) + 1;
  const share = (day: string) => (daysBetween(from, day) + 1) / all;
  const number = text.movementPages.number;
  const unit = course.target.figure?.unit ?? '';
  const title = words.finding(
    text.figurePages.period(last),
    `${number(last.value ?? '')} ${unit}`.trim(),
    text.movements.verdicts[last.verdict],
  );
  const every = Math.max(1, Math.ceil(points.length / 6));
  return (
    <CourseChart
      title={title}
      points={points.map((point) => ({
        key: point.until,
        at: share(point.until),
        value: drawn(point.value),
        expected: drawn(point.expected && foretold(point.expected, unit)),
      }))}
      goal={goal === null ? null : { value: Number(goal), word: words.goalWord }}
      forecast={
        forecast && {
          value: Number(foretold(forecast.value, unit)),
          low: Number(foretold(forecast.low, unit)),
          high: Number(foretold(forecast.high, unit)),
          word: words.forecastWord,
        }
      }
      words={{ value: words.value, expected: words.expected }}
      ticks={[
        ...points
          .filter((_, at) => at % every === every - 1)
          .map(({ until: day }) => ({ at: share(day), word: dayAndMonth(day) })),
        ...(points.at(-1)?.until === until ? [] : [{ at: 1, word: dayAndMonth(until) }]),
      ]}
      format={(value) => number(String(Number(value.toPrecision(12))))}
    />
  );
}

function ForecastWords({ course: { forecast, noForecast, until }, unit }: { course: TargetCourse; unit: string }) {
  const text = useText();
  const words = text.targetCourse;
  const number = (value: string) => `${text.movementPages.number(foretold(value, unit))} ${unit}`.trim();
  if (!forecast) return noForecast ? <p className="quiet card-body">{words.noForecast[noForecast]}</p> : null;
  return (
    <p className="card-body course-forecast-words">
      <b>{words.forecast(formatDate(until), number(forecast.value))}</b>{' '}
      {words.range(number(forecast.low), number(forecast.high))} {words.ways[forecast.way]}
    </p>
  );
}

function Points({ course, unit }: { course: TargetCourse; unit: string }) {
  const text = useText();
  const words = text.targetCourse;
  const { points, target } = course;
  const number = text.movementPages.number;
  const measured = (word: string) => (unit === '' ? word : `${word} (${unit})`);
  return (
    <section aria-labelledby="points-head">
      <div className="course-head">
        <h2 id="points-head">{words.points}</h2>
        <TableExport
          title={`${words.title}, ${target.name}`}
          lines={[course.movement.title, course.movement.organisation.name]}
          columns={[
            { title: text.figurePages.periodWord, cell: (one: CoursePoint) => text.figurePages.period(one) },
            { title: text.tableExport.until, cell: ({ until }) => dateCell(until) },
            { title: measured(words.value), cell: ({ value }) => numberCell(value) },
            { title: text.tableExport.numerator, cell: ({ numerator }) => numberCell(numerator) },
            { title: text.tableExport.denominator, cell: ({ denominator }) => numberCell(denominator) },
            {
              title: measured(words.expected),
              cell: ({ expected }) => numberCell(expected && foretold(expected, unit)),
            },
            { title: text.tableExport.reported, cell: ({ coverage }) => numberCell(coverage?.reported) },
            { title: text.tableExport.asked, cell: ({ coverage }) => numberCell(coverage?.of) },
            { title: text.workroom.movements.verdict, cell: ({ verdict }) => text.movements.verdicts[verdict] },
          ]}
          rows={points}
        />
      </div>
      <div className="table-frame">
        <table className="table stacking">
          <caption className="visually-hidden">{words.points}</caption>
          <thead>
            <tr>
              <th scope="col">{text.figurePages.periodWord}</th>
              <th scope="col" className="number">
                {measured(words.value)}
              </th>
              <th scope="col" className="number">
                {measured(words.expected)}
              </th>
              <th scope="col">{text.rollups.coverage}</th>
              <th scope="col">{text.workroom.movements.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.until}>
                <th scope="row">{text.figurePages.period(point)}</th>
                <td className="number" data-label={words.value}>
                  {point.value === null ? text.rollups.noFigure : number(point.value)}
                  {point.numerator !== null && point.denominator !== null ? (
                    <small className="quiet">
                      {' '}
                      ({number(point.numerator)}/{number(point.denominator)})
                    </small>
                  ) : null}
                  {point.estimated ? <small className="quiet"> {text.rollups.estimated}</small> : null}
                </td>
                <td className="number" data-label={words.expected}>
                  {point.expected === null ? '—' : number(foretold(point.expected, unit))}
                </td>
                <td data-label={text.rollups.coverage}>
                  {point.coverage ? text.rollups.coverageOf(point.coverage.reported, point.coverage.of) : '—'}
                </td>
                <td data-label={text.workroom.movements.verdict}>
                  <VerdictBadge verdict={point.verdict} word={text.movements.verdicts[point.verdict]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The formula in words and the rows it is made of; who has not reported stands among them. */
function Rows({ course, unit, last }: { course: TargetCourse; unit: string; last: CoursePoint | null }) {
  const text = useText();
  const words = text.targetCourse;
  const { rows, how, assumed, target } = course;
  const number = text.movementPages.number;
  const missing = rows.filter(({ reported }) => !reported).length;
  const measured = (word: string) => (unit === '' ? word : `${word} (${unit})`);
  const figure = ({ value, numerator, denominator }: CourseRow) =>
    numerator !== null && denominator !== null
      ? `${number(numerator)}/${number(denominator)}`
      : value === null
        ? null
        : number(value);
  return (
    <section aria-labelledby="rows-head">
      <div className="course-head">
        <h2 id="rows-head">{words.rows}</h2>
        <TableExport
          title={`${words.rows}, ${target.name}`}
          lines={[...(last ? [text.figurePages.period(last)] : []), course.movement.title]}
          columns={[
            { title: text.figurePages.unit, cell: (row: CourseRow) => row.organisation.name },
            { title: measured(text.figurePages.share), cell: ({ share }) => numberCell(share) },
            { title: measured(words.value), cell: ({ value }) => numberCell(value) },
            { title: text.tableExport.numerator, cell: ({ numerator }) => numberCell(numerator) },
            { title: text.tableExport.denominator, cell: ({ denominator }) => numberCell(denominator) },
            { title: text.figurePages.correction.reason, cell: (row) => row.correctionReason },
          ]}
          rows={rows}
        />
      </div>
      <p>
        {words.formula[how ?? 'own']}{' '}
        {assumed && how !== null ? (
          <span className="badge tone-info" title={text.rollups.assumedAbout}>
            {text.rollups.assumed}
          </span>
        ) : null}{' '}
        {missing > 0 ? words.missing(missing, rows.length) : null}
      </p>
      <div className="table-frame course-rows">
        <table className="table stacking">
          <caption className="visually-hidden">{words.rows}</caption>
          <thead>
            <tr>
              <th scope="col">{text.figurePages.unit}</th>
              <th scope="col" className="number">
                {measured(text.figurePages.share)}
              </th>
              <th scope="col" className="number">
                {measured(words.value)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.organisation.id}>
                <th scope="row">{row.organisation.name}</th>
                <td className="number" data-label={text.figurePages.share}>
                  {row.share === null ? '—' : number(row.share)}
                </td>
                <td className="number" data-label={words.value}>
                  {figure(row) ?? <span className="quiet">{text.rollups.noFigure}</span>}
                  {row.correctionReason ? (
                    <small className="quiet below">{text.figurePages.details.corrected(row.correctionReason)}</small>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
