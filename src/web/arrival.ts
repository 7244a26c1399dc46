import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** The state of a navigation that follows something just made: the page it leads to takes the focus. */
export const ARRIVED = { arrived: true } as const;

/** Puts the focus on the page's heading when one comes here from having made it. */
export function useArrival(): void {
  const { state, key } = useLocation();
  const arrived = typeof state === 'object' && state !== null && 'arrived' in state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each arrival anew
  useEffect(() => {
    const heading = arrived ? document.querySelector<HTMLElement>('main h1') : null;
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [arrived, key]);
}

/** After a form was refused: the focus goes to the first field that is wrong, or what is said of it, once it is there. */
export function focusFirstWrong(form: HTMLElement): void {
  requestAnimationFrame(() => {
    const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"], .form-error');
    if (wrong?.classList.contains('form-error')) wrong.tabIndex = -1;
    wrong?.focus();
  });
}
