/** Glyphs of symbol fonts (Symbol, Wingdings) as the characters they mean. */

const SYMBOL: Record<number, string> = {
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  184: '÷',
  185: '≠',
  187: '≈',
  174: '→',
  222: '⇒',
  183: '•',
  45: '-',
  37: '%',
  43: '+',
  61: '=',
  60: '<',
  62: '>',
};

const WINGDINGS: Record<number, string> = {
  108: '•',
  110: '•',
  113: '•',
  118: '•',
  159: '•',
  167: '•',
  216: '•',
  224: '→',
  240: '→',
  252: '✓',
  254: '✓',
};

const isSymbolFont = (font: string): boolean => /^(symbol|wingdings|webdings|marlett)/i.test(font);

/** The character that a code of the named symbol font means; '' where it is mere ornament. */
export function symbolOf(font: string, code: number): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return /^symbol/i.test(font) ? (SYMBOL[low] ?? '') : (WINGDINGS[low] ?? '');
}

/** Text of a run in a symbol font; codes stand at U+F020 and on, or as plain characters. Other fonts: as it is. */
export function mendSymbols(text: string, font: string | undefined): string {
  if (font === undefined || !isSymbolFont(font)) {
    if (!/[\uf020-\uf0ff]/.test(text)) return text;
    return text.replace(/[\uf020-\uf0ff]/g, (glyph) => symbolOf('symbol', glyph.charCodeAt(0)));
  }
  return Array.from(text, (glyph) => (glyph === ' ' ? ' ' : symbolOf(font, glyph.codePointAt(0) ?? 0))).join('');
}
