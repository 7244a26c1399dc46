/** numbering.xml: the labels of automatic numbering, which stand nowhere in the text. */

import { attribute, numberOf, scanXml } from './xml.ts';

export type ListLevel = {
  start: number;
  format: string;
  custom: string | null;
  text: string;
  legal: boolean;
  restart: number | null;
  style: string | null;
};
type Abstract = { levels: Map<number, ListLevel>; styleLink: string | null };
type Num = { abstract: string; starts: Map<number, number>; levels: Map<number, ListLevel> };

export type Numbering = {
  /** Counts the paragraph and gives its label ("II.", "a)", "-"), or null when its list shows none. */
  label(list: string, level: number): string | null;
  /** List and level that a paragraph style is tied to. */
  ofStyle(style: string): number | null;
};

const emptyLevel = (): ListLevel => ({
  start: 1,
  format: 'decimal',
  custom: null,
  text: '',
  legal: false,
  restart: null,
  style: null,
});

/** Lists as a file defines them: abstract lists, and the numbered uses that paragraphs name. */
export type Lists = { abstracts: Map<string, Abstract>; nums: Map<string, Num>; styleLinks: Map<string, string> };

function readLists(xml: string): Lists {
  const lists: Lists = { abstracts: new Map(), nums: new Map(), styleLinks: new Map() };
  let abstract: Abstract | null = null;
  let abstractId = '';
  let num: Num | null = null;
  let level: ListLevel | null = null;
  let overridden = 0;
  scanXml(xml, {
    wantsText: false,
    text() {},
    open(name, tag) {
      switch (name) {
        case 'w:abstractNum':
          abstract = { levels: new Map(), styleLink: null };
          abstractId = attribute(tag, 'abstractNumId') ?? '';
          lists.abstracts.set(abstractId, abstract);
          break;
        case 'w:num':
          num = { abstract: '', starts: new Map(), levels: new Map() };
          lists.nums.set(attribute(tag, 'numId') ?? '', num);
          break;
        case 'w:abstractNumId':
          if (num) num.abstract = attribute(tag, 'val') ?? '';
          break;
        case 'w:numStyleLink':
          if (abstract) abstract.styleLink = attribute(tag, 'val');
          break;
        case 'w:styleLink':
          lists.styleLinks.set(attribute(tag, 'val') ?? '', abstractId);
          break;
        case 'w:lvlOverride':
          overridden = numberOf(tag, 'ilvl', 0, 8) ?? 0;
          break;
        case 'w:startOverride':
          num?.starts.set(overridden, numberOf(tag, 'val', 0, 32_767) ?? 1);
          break;
        case 'w:lvl':
          level = emptyLevel();
          (num ?? abstract)?.levels.set(numberOf(tag, 'ilvl', 0, 8) ?? 0, level);
          break;
        case 'w:rPr':
        case 'w:pPr':
        case 'w:lvlPicBulletId':
          return 'skip';
        default:
          if (level) takeLevel(level, name, tag);
      }
      return undefined;
    },
    close(name) {
      if (name === 'w:abstractNum') abstract = null;
      else if (name === 'w:num') num = null;
      else if (name === 'w:lvl') level = null;
    },
  });
  return lists;
}

function takeLevel(level: ListLevel, name: string, tag: string): void {
  if (name === 'w:start') level.start = numberOf(tag, 'val', 0, 32_767) ?? 1;
  else if (name === 'w:numFmt') {
    level.format = attribute(tag, 'val') ?? 'decimal';
    level.custom = attribute(tag, 'format');
  } else if (name === 'w:lvlText') level.text = (attribute(tag, 'val') ?? '').slice(0, 200);
  else if (name === 'w:isLgl') level.legal = true;
  else if (name === 'w:lvlRestart') level.restart = numberOf(tag, 'val', 0, 9);
  else if (name === 'w:pStyle') level.style = attribute(tag, 'val');
}

/** Reads numbering.xml; without one (`null`) no list has labels. */
export function readNumbering(xml: string | null): Numbering {
  return numberingOf(xml === null ? { abstracts: new Map(), nums: new Map(), styleLinks: new Map() } : readLists(xml));
}

/** Counts through these lists. */
export function numberingOf(lists: Lists): Numbering {
  /** Last number given at each level, by abstract list: several lists that share one go on counting together. */
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  const abstractOf = (num: Num): { id: string; abstract: Abstract } | null => {
    const first = lists.abstracts.get(num.abstract);
    const linked = first?.styleLink ? lists.styleLinks.get(first.styleLink) : undefined;
    const id = linked ?? num.abstract;
    const abstract = lists.abstracts.get(id);
    return abstract ? { id, abstract } : null;
  };

  const byStyle = new Map<string, number>();
  for (const abstract of lists.abstracts.values())
    for (const [at, level] of abstract.levels) if (level.style) byStyle.set(level.style, at);

  return {
    ofStyle: (style) => byStyle.get(style) ?? null,
    label(list, at) {
      const num = lists.nums.get(list);
      const found = num ? abstractOf(num) : null;
      if (!num || !found) return null;
      const levelAt = (index: number) => num.levels.get(index) ?? found.abstract.levels.get(index);
      const level = levelAt(at);
      if (!level) return null;
      const counts = counters.get(found.id) ?? [];
      counters.set(found.id, counts);
      const fresh = num.starts.has(at) && !started.has(`${list}/${at}`);
      if (fresh) started.add(`${list}/${at}`);
      const start = num.starts.get(at) ?? level.start;
      const last = counts[at];
      counts[at] = fresh || last === undefined ? start : last + 1;
      for (let deeper = at + 1; deeper < 9; deeper++) {
        const restart = levelAt(deeper)?.restart;
        if (restart === 0 || (restart != null && at >= restart)) continue;
        counts[deeper] = undefined;
      }
      if (level.format === 'bullet') return bullet(level.text);
      if (level.format === 'none' && !level.text.includes('%')) return level.text.trim() || null;
      const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const shown = levelAt(index);
        if (!shown) return '';
        const count = counts[index] ?? num.starts.get(index) ?? shown.start;
        return formatNumber(count, level.legal && index !== at ? 'decimal' : shown.format, shown.custom);
      });
      return text.trim() || null;
    },
  };
}

/** Word's bullets are glyphs of symbol fonts; what they are for is a dash, or a plus one level down. */
function bullet(text: string): string {
  const sign = text.trim();
  return sign === '+' || sign === '*' || sign === '•' ? sign : '-';
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let left = Math.min(value, 3_999);
  let text = '';
  for (const [step, letters] of ROMAN)
    while (left >= step) {
      text += letters;
      left -= step;
    }
  return text;
}

/** A number as Word shows it: after z comes aa, then bb. */
export function formatNumber(value: number, format: string, custom: string | null = null): string {
  switch (format) {
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value, LATIN).toUpperCase();
    case 'lowerLetter':
      return letters(value, LATIN);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedParen':
      return `(${value})`;
    case 'none':
      return '';
    case 'custom':
      return customNumber(value, custom);
    default:
      return String(value);
  }
}

const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

function letters(value: number, alphabet: readonly string[]): string {
  if (value < 1) return '';
  const letter = alphabet[(value - 1) % alphabet.length] ?? '';
  return letter.repeat(Math.min(1 + Math.floor((value - 1) / alphabet.length), 8));
}

/** A series that the document spells out: "a, b, c, d, đ, e" goes on in the Vietnamese order, "001, 002" with zeros. */
function customNumber(value: number, series: string | null): string {
  const items = (series ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '' && item !== '...' && item !== '…');
  const zeros = /^(0+)1$/.exec(items[0] ?? '')?.[1];
  if (zeros !== undefined) return String(value).padStart(zeros.length + 1, '0');
  if (items.length < 2) return String(value);
  const upper = items[0] === items[0]?.toUpperCase();
  const vietnamese = items.some((item) => item.toLowerCase() === 'đ');
  const alphabet = vietnamese ? [...VIETNAMESE_POINTS] : items;
  const text = letters(value, alphabet);
  return upper ? text.toUpperCase() : text;
}

const VIETNAMESE_POINTS = 'abcdđeghiklmnopqrstuvxy';
