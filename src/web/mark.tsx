import { Link } from 'react-router';
import { useText } from './language.tsx';

/** The mark of the product, which leads home. */
export function Mark() {
  const text = useText();
  return (
    <Link className="mark" to="/">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M10 1l2.6 6.100 6.400.6-4.900 4.300 1.500 6.400L10 15l-5.600 3.400 1.500-6.400L1 7.700l6.400-.6z"
          fill="currentColor"
        />
      </svg>
      {text.frame.product}
    </Link>
  );
}
