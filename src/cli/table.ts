/** Tables and wrapped text for a terminal; widths are those of the letters on the screen, not of their codes. */

const MARK = /\p{Mn}/u;
/** East Asian letters and pictures take two columns. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/** Columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) if (!MARK.test(letter)) width += WIDE.test(letter) ? 2 : 1;
  return width;
}

export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Breaks a text at blanks into lines no wider than `width`; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    let rest = word;
    if (line !== '' && widthOf(line) + 1 + widthOf(rest) > width) {
      lines.push(line);
      line = '';
    }
    while (widthOf(rest) > width) {
      const letters = [...rest];
      lines.push(letters.slice(0, width).join(''));
      rest = letters.slice(width).join('');
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

export type Column = {
  title: string;
  /** Never narrower than this. */
  least: number;
  /** Numbers stand to the right. */
  right?: boolean;
};

/** Lines of a table no wider than `width`: wide columns give way first, their text is wrapped. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const kept = columns.map((_, at) => rows.some((row) => (row[at] ?? '') !== ''));
  const shown = columns.filter((_, at) => kept[at]);
  const cells = rows.map((row) => row.filter((_, at) => kept[at]));
  const widths = fitted(
    shown.map((column, at) => Math.max(widthOf(column.title), ...cells.map((row) => widthOf(row[at] ?? '')))),
    shown.map((column) => Math.max(column.least, Math.min(widthOf(column.title), 12))),
    width - 2 * (shown.length - 1),
  );
  const draw = (row: readonly string[]): string[] => {
    const wrapped = shown.map((_, at) => wrap(row[at] ?? '', widths[at] ?? 1));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      shown
        .map((column, at) => {
          const text = wrapped[at]?.[line] ?? '';
          const room = widths[at] ?? 0;
          return column.right ? ' '.repeat(Math.max(0, room - widthOf(text))) + text : padTo(text, room);
        })
        .join('  ')
        .trimEnd(),
    );
  };
  const rule = widths.map((size) => '─'.repeat(size)).join('  ');
  return [...draw(shown.map((column) => column.title)), rule, ...cells.flatMap(draw)];
}

/** Takes from the widest columns until all fit. */
function fitted(wanted: number[], least: number[], room: number): number[] {
  const widths = [...wanted];
  let over = widths.reduce((sum, size) => sum + size, 0) - room;
  while (over > 0) {
    let widest = -1;
    for (const [at, size] of widths.entries())
      if (size > (least[at] ?? 1) && (widest < 0 || size > (widths[widest] ?? 0))) widest = at;
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 1) - 1;
    over -= 1;
  }
  return widths;
}
