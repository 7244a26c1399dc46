import { useCallback, useMemo, useState } from 'react';

/** Rows and text point at each other: hover shows, a click brings into view. */
export type RowLinks = {
  row: (key: string) => { onMouseEnter: () => void; onMouseLeave: () => void; onFocus: () => void };
};

export type Links = RowLinks & {
  active: string | null;
  /** True when a row was chosen, so that the text follows. */
  follow: boolean;
  hoverText: (key: string | null) => void;
  chooseText: (key: string) => void;
};

/** `reveal` opens the tab a fact lies in and brings its row into view. */
export function useLinks(reveal: (key: string) => void): Links {
  const [pointed, setPointed] = useState<{ key: string; follow: boolean } | null>(null);
  const fromRow = useCallback((key: string) => setPointed({ key, follow: true }), []);
  const hoverText = useCallback(
    (key: string | null) =>
      setPointed((now) =>
        key === null ? (now?.follow ? now : null) : now?.key === key ? now : { key, follow: false },
      ),
    [],
  );
  const chooseText = useCallback(
    (key: string) => {
      setPointed({ key, follow: false });
      reveal(key);
    },
    [reveal],
  );
  const row = useCallback(
    (key: string) => ({
      onMouseEnter: () => fromRow(key),
      onMouseLeave: () => setPointed(null),
      onFocus: () => fromRow(key),
    }),
    [fromRow],
  );
  return useMemo(
    () => ({ row, active: pointed?.key ?? null, follow: pointed?.follow ?? false, hoverText, chooseText }),
    [row, pointed, hoverText, chooseText],
  );
}
