import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type MouseEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ReadingContent } from '../../contract/reading.ts';
import { useText } from '../language.tsx';
import { type Highlight, type Piece, type SheetLine, sheetLines, topmost } from './sheet-lines.ts';

export type Marked = { span: readonly [number, number]; quote: string };

type Props = {
  content: ReadingContent;
  highlights: readonly Highlight[];
  /** The fact that row and text show together. */
  active: string | null;
  /** Brings the active fact into view: set when a row was chosen, not when the text was. */
  follow: boolean;
  hover: (key: string | null) => void;
  choose: (key: string) => void;
  addTarget?: (marked: Marked) => void;
  addTask?: (marked: Marked) => void;
};

/** The document on its sheet of paper, every found fact underlined in its colour. */
export function Sheet({ content, highlights, active, follow, hover, choose, addTarget, addTask }: Props) {
  const text = useText();
  const paper = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<(Marked & { top: number; left: number }) | null>(null);
  const lines = useMemo(() => sheetLines(content, highlights), [content, highlights]);
  useEffect(() => show(paper.current, active, follow), [active, follow]);

  const over = (event: MouseEvent) => hover(keyAt(event.target));
  const pressed = (event: MouseEvent) => {
    const found = addTarget ? selection(paper.current, content.text) : null;
    setMarked(found);
    const key = keyAt(event.target);
    if (!found && key) choose(key);
  };
  return (
    <div
      className="paper"
      role="document"
      ref={paper}
      onPointerMove={over}
      onPointerLeave={() => hover(null)}
      onPointerUp={pressed}
    >
      {lines.map((line) => (
        <Line key={line.from} line={line} />
      ))}
      {marked ? (
        <div className="marked-deeds" style={{ top: marked.top, left: marked.left }}>
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(addTarget)}
          >
            {text.workroom.reading.addFromText}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(addTask)}
          >
            {text.workroom.reading.addTaskFromText}
          </Button>
        </div>
      ) : null}
    </div>
  );

  function take(add: ((marked: Marked) => void) | undefined) {
    if (marked && add) add({ span: marked.span, quote: marked.quote });
    window.getSelection()?.removeAllRanges();
    setMarked(null);
  }
}

const Line = memo(
  function Line({ line }: { line: SheetLine }) {
    if (line.kind === 'table')
      return (
        <div className="paper-table">
          <table>
            <tbody>
              {line.rows.map((row) => (
                <tr key={row.from} className={row.head ? 'paper-row-head' : undefined}>
                  {row.cells.map((cell) => (
                    <td key={cell.from} colSpan={cell.span}>
                      <Pieces pieces={cell.pieces} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    const look = [
      line.bold ? 'paper-bold' : '',
      line.italic ? 'paper-italic' : '',
      line.align ? `paper-${line.align}` : '',
    ];
    return (
      <p className={look.filter(Boolean).join(' ')}>
        <Pieces pieces={line.pieces} />
      </p>
    );
  },
  (before, after) => JSON.stringify(before.line) === JSON.stringify(after.line),
);

function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ from, text, over }) => {
    const top = topmost(over);
    if (!top)
      return (
        <span key={from} data-from={from}>
          {text}
        </span>
      );
    return (
      <mark
        key={from}
        data-from={from}
        data-keys={over.map((one) => one.key).join(' ')}
        data-top={top.key}
        className={`hl hl-${top.kind}${top.struck ? ' hl-struck' : ''}${over.some((one) => one.kind === 'finding') ? ' hl-wrong' : ''}`}
      >
        {text}
      </mark>
    );
  });
}

const keyAt = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-top]')?.getAttribute('data-top') ?? null) : null;

/** Lights up the active fact without drawing the whole text again. */
function show(paper: HTMLElement | null, active: string | null, follow: boolean): void {
  if (!paper) return;
  for (const lit of paper.querySelectorAll('.hl-active')) lit.classList.remove('hl-active');
  if (active === null) return;
  const found = paper.querySelectorAll(`[data-keys~="${CSS.escape(active)}"]`);
  for (const piece of found) piece.classList.add('hl-active');
  if (follow && found[0]) bringIntoView(found[0], 3);
}

/** Lines far away have only a guessed height, so the first jump may miss: look again when they have been drawn. */
function bringIntoView(piece: Element, tries: number): void {
  const box = piece.getBoundingClientRect();
  const frame = piece.closest('.workspace-paper')?.getBoundingClientRect() ?? {
    top: 60,
    bottom: window.innerHeight - 70,
  };
  if (box.top >= frame.top && box.bottom <= frame.bottom) return;
  piece.scrollIntoView({ block: 'center' });
  if (tries > 1) requestAnimationFrame(() => requestAnimationFrame(() => bringIntoView(piece, tries - 1)));
}

/** What a person marked with the mouse, as a stretch of the text. */
function selection(paper: HTMLElement | null, text: string): (Marked & { top: number; left: number }) | null {
  const chosen = window.getSelection();
  if (!paper || !chosen || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  if (!paper.contains(range.commonAncestorContainer)) return null;
  const place = placeOf(paper, range);
  if (!place || place[1] - place[0] < 3) return null;
  const [from, to] = place;
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const quote = raw.trim();
  const box = range.getBoundingClientRect();
  const frame = paper.getBoundingClientRect();
  return {
    span: [start, start + quote.length],
    quote,
    top: box.bottom - frame.top + 6,
    left: Math.max(8, Math.min(box.left - frame.left, frame.width - 320)),
  };
}

/** Where in the text a range lies, by the pieces it touches: a triple click ends outside the paragraph it marks. */
function placeOf(paper: HTMLElement, range: Range): readonly [number, number] | null {
  const touched = [...paper.querySelectorAll('[data-from]')].filter((piece) => range.intersectsNode(piece));
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const from = Number(first.getAttribute('data-from')) + (first.contains(range.startContainer) ? range.startOffset : 0);
  const length = last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0);
  return [from, Number(last.getAttribute('data-from')) + length];
}
