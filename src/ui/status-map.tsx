import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Verdict } from '../core/rules/progress.ts';
import { VerdictShape } from './verdict.tsx';

export type MapCell = {
  verdict: Verdict;
  /** Beside the shape: "41,0 %". */
  short: string | null;
  /** The whole sentence, for the mouse and for readers of the screen. */
  sentence: string;
  to: string;
};

export type MapRow = { key: string; head: ReactNode; cells: readonly (MapCell | null)[]; sums: readonly number[] };

type Props = {
  caption: string;
  corner: string;
  columns: readonly { key: string; name: string; note: string | null }[];
  rows: readonly MapRow[];
  /** Heads of the sums at the end of each row, and the last row's head. */
  sumHeads: readonly string[];
  foot: { head: string; cells: readonly string[] };
  /** What a cell without such a target says. */
  nothing: string;
  link: (cell: MapCell, more: { tabIndex: number; 'data-place': string; onFocus: () => void }) => ReactNode;
};

const STEPS: Record<string, readonly [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * Units against targets, a shape and a word in every cell. One stop for the Tab key: arrows walk inside, Home and End
 * go to the ends of a row, and what is read aloud names row, column, word and figure.
 */
export function StatusGrid({ caption, corner, columns, rows, sumHeads, foot, nothing, link }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const places = rows.flatMap((row, r) => row.cells.flatMap((cell, c) => (cell === null ? [] : [`${r} ${c}`])));
  const current = at !== null && places.includes(at) ? at : (places[0] ?? null);
  const focus = (r: number, c: number) => {
    const found = table.current?.querySelector<HTMLElement>(`[data-place="${r} ${c}"]`);
    found?.focus();
    return found !== null && found !== undefined;
  };
  const keys = (event: KeyboardEvent<HTMLTableElement>) => {
    const [r = 0, c = 0] = (current ?? '').split(' ').map(Number);
    const step = STEPS[event.key];
    const last = columns.length - 1;
    let moved = false;
    if (step) {
      // Over cells without a target to the next one that way.
      for (let far = 1; far <= Math.max(rows.length, columns.length) && !moved; far++)
        moved = focus(r + step[0] * far, c + step[1] * far);
    } else if (event.key === 'Home') for (let to = 0; to < c && !moved; to++) moved = focus(r, to);
    else if (event.key === 'End') for (let to = last; to > c && !moved; to--) moved = focus(r, to);
    else return;
    event.preventDefault();
  };
  return (
    <div className="table-frame map-frame">
      <table className="map" ref={table} onKeyDown={keys}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="map-corner">
              {corner}
            </th>
            {columns.map(({ key, name, note }) => (
              <th key={key} scope="col" className="map-head" title={name}>
                <span>
                  {name}
                  {note ? <small> ({note})</small> : null}
                </span>
              </th>
            ))}
            {sumHeads.map((head) => (
              <th key={head} scope="col" className="map-head map-sum">
                <span>{head}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, c) => {
                const place = `${r} ${c}`;
                const column = columns[c]?.key ?? place;
                if (cell === null)
                  return (
                    <td key={column} className="map-nothing">
                      <span className="visually-hidden">{nothing}</span>
                    </td>
                  );
                const more = { tabIndex: place === current ? 0 : -1, 'data-place': place, onFocus: () => setAt(place) };
                return (
                  <td key={column} className={`map-cell tone-${cell.verdict}`} title={cell.sentence}>
                    {link(cell, more)}
                  </td>
                );
              })}
              {row.sums.map((sum, s) => (
                <td key={sumHeads[s]} className="map-sum number">
                  {sum}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{foot.head}</th>
            {foot.cells.map((words, c) => (
              <td key={columns[c]?.key ?? `sum-${c}`} className="map-sum number">
                {words}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What stands in a cell: the shape, the figure beside it, and the whole for those who hear it. */
export function MapCellWords({ cell }: { cell: MapCell }) {
  return (
    <>
      <VerdictShape verdict={cell.verdict} />
      <span aria-hidden="true">{cell.short}</span>
      <span className="visually-hidden">{cell.sentence}</span>
    </>
  );
}
