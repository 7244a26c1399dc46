import { useEffect, useState } from 'react';

/**
 * For a dialog that is taken away with its own closing: the focus goes back to what opened it, unless it found a place
 * by then. (A dialog that stays and is only closed does this by itself.)
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const { activeElement } = document;
      const lost = activeElement === null || activeElement === document.body || !activeElement.isConnected;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}
