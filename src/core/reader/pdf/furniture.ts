/** Page numbers and running heads: lines at the edge of pages that are no part of the document's text. */

import { textOf } from './lines.ts';
import type { TextLine } from './sheet.ts';

const NUMBER = /^(?:(?:trang|page)\s{0,2})?[-–—]?\s?(\d{1,3})\s?(?:\/\s?\d{1,3})?\s?[-–—]?$/i;

/** Shares of the page's height in which page numbers stand. */
const TOP = 0.12;
const BOTTOM = 0.88;
/** Running heads stand outside the margins of the text, which are 20 mm at least. */
const HEAD = 0.075;
const FOOT = 0.93;

type PageLines = { lines: TextLine[]; height: number; width: number };

/** Takes page numbers and heads that repeat from page to page out of the lines of all pages. */
export function withoutFurniture(pages: PageLines[]): TextLine[][] {
  const repeated = repeatedEdges(pages);
  return pages.map((page) => {
    const dropped = new Set<TextLine>();
    for (const line of edgeLines(page)) {
      const text = textOf(line).trim();
      const lone = (line.left + line.right) / 2 > page.width * 0.3;
      if ((lone && NUMBER.test(text)) || (isMarginal(line, page) && repeated.has(keyOf(text)))) dropped.add(line);
    }
    // A note at the very foot, well apart from the text, is no part of it either (address, name of the copy).
    const foot = page.lines.at(-1);
    const above = page.lines.at(-2);
    if (foot && above && foot.y > page.height * 0.95 && foot.y - above.y > foot.size * 2) dropped.add(foot);
    return dropped.size === 0 ? page.lines : page.lines.filter((line) => !dropped.has(line));
  });
}

/** The first and the last two lines of a page, if they stand at its very edge. */
function edgeLines(page: PageLines): TextLine[] {
  const top = page.lines.slice(0, 2).filter((line) => line.y < page.height * TOP);
  const bottom = page.lines.slice(-2).filter((line) => line.y > page.height * BOTTOM);
  return [...top, ...bottom];
}

const isMarginal = (line: TextLine, page: PageLines): boolean =>
  line.y < page.height * HEAD || line.y > page.height * FOOT;

const keyOf = (text: string): string => text.replace(/\d{1,4}/g, '#').toLowerCase();

function repeatedEdges(pages: PageLines[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const lines = edgeLines(page).filter((line) => isMarginal(line, page));
    const keys = new Set(lines.map((line) => keyOf(textOf(line).trim())));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, pages.length * 0.6);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
}
