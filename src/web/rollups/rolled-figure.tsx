import type { BoardIndicator, RolledFigure } from '../../contract/rollups.ts';
import { readableDecimal } from '../../core/text/numbers.ts';
import type { Text } from '../../core/text/vi.ts';

type Told = Pick<RolledFigure, 'value' | 'numerator' | 'denominator'>;

/** "1.240", "7/8"; null where there is nothing to tell. */
export function figureWords(text: Text, { value, numerator, denominator }: Told): string | null {
  const number = (exact: string) => text.movementPages.number(readableDecimal(exact));
  const fraction = numerator !== null && denominator !== null ? `${number(numerator)}/${number(denominator)}` : null;
  if (value === null) return fraction;
  return fraction === null ? number(value) : `${number(value)} (${fraction})`;
}

/** "22/24 đơn vị"; where nobody was asked there is nothing to count. */
export function coverageWords(text: Text, { own, reported, asked }: Pick<RolledFigure, 'own' | 'reported' | 'asked'>) {
  if (own) return text.rollups.own;
  return asked === 0 ? '–' : text.rollups.coverageOf(reported, asked);
}

/** For the height of a bar alone; what is read stays exact. */
export function heightOf({ value, numerator, denominator }: Told): number | null {
  if (value !== null) return Number(value);
  if (numerator === null || denominator === null || Number(denominator) === 0) return null;
  return Number(numerator) / Number(denominator);
}

/** The periods of a year as small bars, the greatest filling the height; a period without a figure stays empty. */
export function Trend({ indicator, label }: { indicator: BoardIndicator; label: string }) {
  const heights = indicator.periods.map(heightOf);
  const most = Math.max(...heights.map((height) => Math.abs(height ?? 0)), 0);
  const width = 100 / Math.max(heights.length, 1);
  return (
    <svg className="trend" viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label={label}>
      {heights.map((height, at) => {
        const tall = height === null || most === 0 ? 0 : Math.max(1, (Math.abs(height) / most) * 24);
        const { until, from } = indicator.periods[at] ?? { until: '', from: '' };
        return (
          <rect
            key={`${from} ${until}`}
            className={height === null ? 'trend-empty' : 'trend-bar'}
            x={at * width + width * 0.1}
            width={width * 0.8}
            y={height === null ? 23 : 24 - tall}
            height={height === null ? 1 : tall}
          />
        );
      })}
    </svg>
  );
}
