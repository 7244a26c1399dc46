/** Markdown's marks of emphasis, by a scan from left to right; a mark without its partner stays in the text. */

/** A stretch of one line in one style. */
export type Stretch = { text: string; bold: boolean; italic: boolean };

type Token =
  | { kind: 'text'; text: string }
  | { kind: 'mark'; sign: string; count: number; opens: boolean; closes: boolean };

const ESCAPED = '\\`*_{}[]()#+-.!|<>~';

/**
 * Strips `**`, `__`, `*` and `_` from lines that follow one another without a gap, and says what was bold and italic.
 * A mark may open on one line and close on a later one. Answers one list of stretches for each line.
 */
export function emphasised(lines: readonly string[]): Stretch[][] {
  const text = lines.join('\n');
  if (!/[*_\\]/.test(text)) return lines.map((line) => [{ text: line, bold: false, italic: false }]);
  const tokens = tokenise(text);
  const partners = pair(tokens);
  const out: Stretch[][] = [[]];
  let bold = 0;
  let italic = 0;
  const put = (piece: string) => {
    for (const [index, part] of piece.split('\n').entries()) {
      if (index > 0) out.push([]);
      if (part !== '') out.at(-1)?.push({ text: part, bold: bold > 0, italic: italic > 0 });
    }
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'text') {
      put(token.text);
      continue;
    }
    const partner = partners.get(index);
    if (!partner) {
      put(token.sign.repeat(token.count));
      continue;
    }
    const step = partner === 'open' ? 1 : -1;
    if (token.count >= 2) bold += step;
    if (token.count !== 2) italic += step;
  }
  // A stretch list per line, also for lines left without text.
  while (out.length < lines.length) out.push([]);
  return out;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') tokens.push({ kind: 'text', text: plain });
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const one = text[at] ?? '';
    if (one === '\\' && ESCAPED.includes(text[at + 1] ?? ' ')) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    if (one !== '*' && one !== '_') {
      plain += one;
      at += 1;
      continue;
    }
    let end = at;
    while (text[end] === one) end += 1;
    const count = end - at;
    const before = text[at - 1] ?? ' ';
    const after = text[end] ?? ' ';
    const word = /[\p{L}\p{N}]/u;
    // Underscores inside a word, or a row of them (a blank to fill in), mean nothing.
    const inert = count > 3 || (one === '_' && word.test(before) && word.test(after));
    if (inert) plain += text.slice(at, end);
    else {
      flush();
      tokens.push({ kind: 'mark', sign: one, count, opens: !/\s/.test(after), closes: !/\s/.test(before) });
    }
    at = end;
  }
  flush();
  return tokens;
}

/** Finds for each mark whether it opens or closes; what finds no partner is left out. */
function pair(tokens: Token[]): Map<number, 'open' | 'close'> {
  const roles = new Map<number, 'open' | 'close'>();
  const waiting = new Map<string, number[]>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue;
    const key = token.sign.repeat(token.count);
    const open = waiting.get(key) ?? [];
    const from = token.closes ? open.pop() : undefined;
    if (from !== undefined) {
      roles.set(from, 'open');
      roles.set(index, 'close');
    } else if (token.opens) {
      open.push(index);
    }
    waiting.set(key, open);
  }
  return roles;
}
