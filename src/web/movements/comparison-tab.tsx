import { Link, useSearchParams } from 'react-router';
import type { Comparison, ComparisonBelow } from '../../contract/comparisons.ts';
import { useText } from '../language.tsx';
import { ComparisonAbove } from './comparison-above.tsx';
import { ComparisonUnits } from './comparison-units.tsx';
import { IssuedPlans } from './issued-plans.tsx';

/** What the comparison is made with, and its place in the address. */
const VIEWS = { above: 'cap-tren', below: 'cap-duoi', issued: 'ban-hanh' } as const;
type View = keyof typeof VIEWS;
const VIEW_NAMES = Object.keys(VIEWS) as View[];

/** Đối chiếu: this movement beside its superior's, and the plans of all below beside this one. */
export function ComparisonTab({ above, below }: { above: Comparison; below: ComparisonBelow }) {
  const text = useText();
  const words = text.comparisons;
  const [search] = useSearchParams();
  const asked = VIEW_NAMES.find((name) => VIEWS[name] === search.get('xem'));
  const view = asked ?? (above.parents.length === 0 && below.units.length > 0 ? 'below' : 'above');
  return (
    <>
      <nav className="compare-views no-print" aria-label={words.viewsLabel}>
        {VIEW_NAMES.map((name) => (
          <Link
            key={name}
            to={`?xem=${VIEWS[name]}`}
            aria-current={name === view ? 'page' : undefined}
            preventScrollReset
          >
            {words.views[name]}
          </Link>
        ))}
      </nav>
      {view === 'above' ? <ComparisonAbove comparison={above} /> : null}
      {view === 'below' ? <ComparisonUnits comparison={below} /> : null}
      {view === 'issued' ? <IssuedPlans comparison={below} /> : null}
    </>
  );
}
