/**
 * Fields keep what was typed even where it cannot be read ("1,000", "31/2/2026") and mark themselves `data-unread`. The
 * form they stand in still knows the last value that was one, or none: sent like that, it would save something else
 * than what stands there.
 */
const UNREAD = '[data-unread]';

/** Puts the focus on the first field whose text cannot be read; false where there is none. */
export function stopAtUnread(within: ParentNode): boolean {
  const field = within.querySelector<HTMLElement>(UNREAD);
  field?.focus();
  return field !== null;
}

/** From now on no form is sent that holds such a field. */
export function guardForms(): void {
  document.addEventListener(
    'submit',
    (event) => {
      if (!(event.target instanceof HTMLFormElement) || !stopAtUnread(event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
