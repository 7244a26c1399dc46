/** What the joined text keeps of the page it stood on, for showing it again. */

import type { JoinedText } from './blocks.ts';
import type { Layout } from './reading.ts';

export function layoutOf(doc: JoinedText): Layout {
  return {
    lines: doc.lines.map(({ start, end, style, page, row }) => ({
      span: [start, end],
      align: style.align,
      bold: style.bold,
      italic: style.italic,
      page,
      row,
    })),
    rows: doc.rows.map(({ table, head, cells }) => ({ table, head, cells })),
  };
}
