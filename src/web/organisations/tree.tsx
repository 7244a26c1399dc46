import { Loader } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { Organisation } from '../../contract/organisations.ts';
import { useText } from '../language.tsx';
import { type TreeLine, treeMove } from './tree-keys.ts';
import { type Branch, useBranches } from './use-branches.ts';

type Props = {
  /** 'YYYY-MM-DD', or null for today. */
  at: string | null;
  selected: string | null;
  select: (id: string) => void;
  /** Another number asks for everything anew. */
  revision: number;
};

/** The tree: one stop for the Tab key, arrow keys inside; to choose an organisation opens its branch as well. */
export function OrganisationTree({ at, selected, select, revision }: Props) {
  const text = useText();
  const { tops, branches, opened, open, shut } = useBranches(at, revision);
  const [focused, setFocused] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  if (tops === null) return <Loader size={20} role="status" aria-label={text.frame.loading} />;
  if (tops.length === 0) return <p className="quiet">{text.organisationPages.found(0)}</p>;

  const lines = linesOf(tops, branches, opened);
  const shown = (id: string | null) => lines.some((line) => line.id === id);
  const stop = shown(focused) ? focused : shown(selected) ? selected : lines[0]?.id;
  const choose = (line: Line) => {
    if (line.opens && !line.open) open(line.id);
    setFocused(line.id);
    select(line.id);
  };
  const press = (event: KeyboardEvent, line: Line) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = treeMove(lines, line.id, event.key);
    if (!move) return;
    event.preventDefault();
    if ('open' in move) open(move.open);
    else if ('shut' in move) shut(move.shut);
    else if ('choose' in move) choose(line);
    else box.current?.querySelector<HTMLElement>(`[data-line="${move.focus}"]`)?.focus();
  };
  const click = (event: MouseEvent, line: Line) => {
    const twist = event.target instanceof Element && event.target.closest('[data-twist]');
    if (!twist) choose(line);
    else if (line.open) shut(line.id);
    else open(line.id);
  };
  return (
    <div ref={box} role="tree" aria-label={text.organisationPages.tree}>
      {lines.map((line) => (
        <Fragment key={line.id}>
          <div
            role="treeitem"
            className="organisation-line"
            style={depthOf(line)}
            data-line={line.id}
            data-chosen={line.id === selected || undefined}
            aria-level={line.depth + 1}
            aria-posinset={line.place}
            aria-setsize={line.siblings}
            aria-selected={line.id === selected}
            {...(line.opens ? { 'aria-expanded': line.open } : {})}
            tabIndex={line.id === stop ? 0 : -1}
            onFocus={() => setFocused(line.id)}
            onKeyDown={(event) => press(event, line)}
            onClick={(event) => click(event, line)}
          >
            {line.opens ? (
              <span className="organisation-twist" aria-hidden="true" data-twist="">
                {line.open ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
              </span>
            ) : (
              <span className="organisation-leaf" />
            )}
            <span className="organisation-name">
              {line.name} {line.opens ? <small className="quiet">{line.children}</small> : null}
            </span>
          </div>
          {line.note ? (
            <div className="quiet organisation-more" style={depthOf(line)}>
              {line.note === 'loading' ? <Loader size={16} aria-hidden="true" /> : text.organisationPages.more}
            </div>
          ) : null}
        </Fragment>
      ))}
    </div>
  );
}

const depthOf = ({ depth }: TreeLine) => ({ ['--depth' as string]: depth });

/** A line with its place among its siblings, and what is to be said after it. */
type Line = TreeLine & { children: number; place: number; siblings: number; note: 'loading' | 'more' | null };

function linesOf(
  tops: readonly Organisation[],
  branches: ReadonlyMap<string, Branch>,
  opened: ReadonlySet<string>,
): Line[] {
  const lines: Line[] = [];
  const walk = (items: readonly Organisation[], depth: number, parentId: string | null) => {
    for (const [at, { id, name, childCount }] of items.entries()) {
      const opens = childCount > 0;
      const open = opens && opened.has(id);
      const branch = branches.get(id);
      const note = open && !branch ? 'loading' : null;
      const seat = { place: at + 1, siblings: items.length, children: childCount };
      lines.push({ id, name, depth, parentId, opens, open, note, ...seat });
      if (open && branch) walk(branch.children, depth + 1, id);
      const last = lines.at(-1);
      if (open && branch?.more && last) last.note = 'more';
    }
  };
  walk(tops, 0, null);
  return lines;
}
