/** A figure over its periods with the line where it should be, the goal, and where it leads. Drawn small, read in the table below it. */

export type ChartPoint = {
  key: string;
  /** Share of the time from first day to last, 0 to 1. */
  at: number;
  value: number | null;
  expected: number | null;
};

type Props = {
  /** What the chart shows, as a sentence: its finding. */
  title: string;
  points: readonly ChartPoint[];
  goal: { value: number; word: string } | null;
  forecast: { value: number; low: number; high: number; word: string } | null;
  words: { value: string; expected: string };
  /** Short words along the bottom, by their share of the time. */
  ticks: readonly { at: number; word: string }[];
  format: (value: number) => string;
};

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 8;
const RIGHT = 130;
const TOP = 18;
const BOTTOM = 26;

/** Bounds of the drawing: shares and levels are not forced down to zero, amounts that begin near it are. */
function bounds(values: readonly number[]): { low: number; high: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(high) || 1;
  const floor = low >= 0 && low < span * 1.5 ? 0 : low - span * 0.15;
  return { low: floor, high: high + span * 0.1 };
}

const path = (places: readonly (readonly [number, number])[]) =>
  places.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Words at the right edge kept apart from each other. */
function apart<T extends { y: number }>(labels: T[]): T[] {
  const sorted = labels.sort((a, b) => a.y - b.y);
  let last = -Infinity;
  return sorted.map((label) => {
    const y = Math.max(label.y, last + 16);
    last = y;
    return { ...label, y };
  });
}

export function CourseChart({ title, points, goal, forecast, words, ticks, format }: Props) {
  const known = points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
  const expected = points.flatMap(({ at, expected: value }) => (value === null ? [] : [{ at, value }]));
  const all = [...known, ...expected].map(({ value }) => value);
  if (goal) all.push(goal.value);
  if (forecast) all.push(forecast.low, forecast.high);
  if (known.length === 0) return null;
  const { low, high } = bounds(all);
  const x = (at: number) => LEFT + at * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => TOP + (1 - (value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const last = known.at(-1);
  const line = path(known.map(({ at, value }) => [x(at), y(value)] as const));
  const should = expected.length > 0 && goal ? [...expected, { at: 1, value: goal.value }] : expected;
  const labels = apart([
    ...(goal ? [{ y: y(goal.value), word: `${goal.word} ${format(goal.value)}`, tone: 'course-goal-word' }] : []),
    ...(forecast
      ? [{ y: y(forecast.value), word: `${forecast.word} ${format(forecast.value)}`, tone: 'course-forecast-word' }]
      : []),
  ]);
  return (
    <figure className="course-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        {ticks.map(({ at, word }, nth) => (
          <g key={word}>
            <line className="course-grid" x1={x(at)} x2={x(at)} y1={TOP} y2={HEIGHT - BOTTOM} />
            <text
              className={nth > 0 && nth < ticks.length - 1 ? 'course-tick minor' : 'course-tick'}
              x={x(at)}
              y={HEIGHT - 8}
              textAnchor={at > 0.95 ? 'end' : 'middle'}
            >
              {word}
            </text>
          </g>
        ))}
        {goal ? <line className="course-goal" x1={LEFT} x2={x(1)} y1={y(goal.value)} y2={y(goal.value)} /> : null}
        {should.length > 1 ? (
          <path className="course-expected" d={path(should.map(({ at, value }) => [x(at), y(value)] as const))} />
        ) : null}
        {forecast && last ? (
          <>
            <path
              className="course-range"
              d={`${path([
                [x(last.at), y(last.value)],
                [x(1), y(forecast.high)],
                [x(1), y(forecast.low)],
              ])}Z`}
            />
            <path
              className="course-forecast"
              d={path([
                [x(last.at), y(last.value)],
                [x(1), y(forecast.value)],
              ])}
            />
          </>
        ) : null}
        <path className="course-line" d={line} />
        {known.map(({ at, value }) => (
          <circle key={at} className="course-dot" cx={x(at)} cy={y(value)} r="3.5" />
        ))}
        {last ? (
          <text className="course-word" x={x(last.at)} y={y(last.value) - 9} textAnchor="middle">
            {format(last.value)}
          </text>
        ) : null}
        {labels.map(({ y: at, word, tone }) => (
          <text key={word} className={`course-word ${tone}`} x={x(1) + 6} y={at + 4}>
            {word}
          </text>
        ))}
      </svg>
      <p className="course-legend" aria-hidden="true">
        <span className="course-key-line">{words.value}</span>
        {should.length > 1 ? <span className="course-key-expected">{words.expected}</span> : null}
        {goal ? (
          <span className="course-key-goal">
            {goal.word} {format(goal.value)}
          </span>
        ) : null}
      </p>
    </figure>
  );
}
