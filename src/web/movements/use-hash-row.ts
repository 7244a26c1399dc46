import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Brings the row that the address names ("#…") into view and marks it, for links from the overview. */
export function useHashRow(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const row = document.getElementById(hash.slice(1));
    if (!row) return;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    row.classList.add('row-named');
    return () => row.classList.remove('row-named');
  }, [hash]);
}
