/**
 * The words of the joined text with what stands before each, made once and shared by all rules about wording.
 */

import { fold } from '../../text/search.ts';
import type { JoinedText } from '../blocks.ts';
import { isStrictSyllable } from './syllable.ts';

/** What is known of a word by its letters alone; one object for each distinct word. */
export type WordForm = {
  /** Lower case, as printed otherwise. */
  lower: string;
  /** Lower case with the tone mark in one place: "hoà" and "hòa" are both "hòa". */
  canon: string;
  /** Without tone marks and diacritics, đ as d. */
  folded: string;
  /** "lower" begins with a small letter, "title" with a capital, "upper" has two or more capitals and nothing else. */
  casing: 'lower' | 'title' | 'upper' | 'mixed';
  /** Where its tone mark stands, or null where there is no choice. */
  toneMark: 'older' | 'newer' | null;
  /** Has letters only Vietnamese has, and yet is no syllable of it. */
  broken: boolean;
};

/** A distinct word of a document and where it stands, as indices into its words. */
export type FormPlaces = { form: WordForm; at: number[] };

export type Word = {
  text: string;
  form: WordForm;
  start: number;
  end: number;
  /** Index into {@link JoinedText.lines}. */
  line: number;
  /** The marks and blanks between the word before and this one: " ", ", ", " - "; empty at the start of a line. */
  gap: string;
  /** Begins a line (after its label) or follows the end of a sentence. */
  opens: boolean;
};

/** "oà" → "òa", "uỷ" → "ủy": the older place of the tone mark in open syllables, and the newer. */
const TONE_PLACES: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const NEWER = new Map(TONE_PLACES);
const OLDER = new Map(TONE_PLACES.map(([older, newer]) => [newer, older]));

/** The tone mark at the newer place: "uỷ" → "ủy", "hoà" → "hòa"; "quý" and closed syllables ("hoàn") stay. */
export function newerToneMark(lower: string): string {
  if (lower.startsWith('qu')) return lower;
  const newer = NEWER.get(lower.slice(-2));
  return newer === undefined ? lower : lower.slice(0, -2) + newer;
}

/** Which place of the tone mark a syllable shows, or null where there is no choice. */
function toneMarkStyle(lower: string): 'older' | 'newer' | null {
  if (lower.startsWith('qu')) return null;
  const tail = lower.slice(-2);
  return NEWER.has(tail) ? 'older' : OLDER.has(tail) ? 'newer' : null;
}

const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/;

const known = new Map<string, WordForm>();
const KNOWN_AT_MOST = 20_000;

/** What is known of a word by its letters. */
export function formOf(text: string): WordForm {
  const cached = known.get(text);
  if (cached) return cached;
  const lower = text.toLowerCase();
  const form: WordForm = {
    lower,
    canon: newerToneMark(lower),
    folded: fold(text),
    casing: casingOf(text, lower),
    toneMark: toneMarkStyle(lower),
    broken: VIETNAMESE.test(lower) && !isStrictSyllable(lower),
  };
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(text, form);
  return form;
}

function casingOf(text: string, lower: string): WordForm['casing'] {
  if (text === lower) return 'lower';
  if (text.length > 1 && text === text.toUpperCase()) return 'upper';
  return text.slice(1) === lower.slice(1) ? 'title' : 'mixed';
}

/** For each UTF-16 unit up to the end of Latin Extended Additional whether it is part of a word. */
const IN_WORD = Uint8Array.from({ length: 0x1f00 }, (_, code) =>
  /[\p{L}\p{M}]/u.test(String.fromCharCode(code)) ? 1 : 0,
);

function inWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < IN_WORD.length ? IN_WORD[code] === 1 : /[\p{L}\p{M}]/u.test(text[at] ?? '');
}

const ENDS_SENTENCE = /[.?!…]["”’')\]]{0,3} /;

/**
 * All words of the text in order, and the places of each distinct one: a rule about few words asks only where these
 * stand. Linear in its length.
 */
export function wordsOf(doc: JoinedText): { words: Word[]; forms: FormPlaces[] } {
  const words: Word[] = [];
  const forms = new Map<string, FormPlaces>();
  for (const [number, line] of doc.lines.entries()) {
    const { text, start } = line;
    const bodyAt = line.bodyAt >= text.length ? 0 : line.bodyAt;
    let last = -1;
    let at = 0;
    while (at < text.length) {
      if (!inWord(text, at)) {
        at += 1;
        continue;
      }
      const from = at;
      while (at < text.length && inWord(text, at)) at += 1;
      const gap = last < 0 ? '' : from - last === 1 && text.charCodeAt(last) === 32 ? ' ' : text.slice(last, from);
      last = at;
      if (from < bodyAt) continue;
      const word = text.slice(from, at);
      const opens = gap === '' || from === bodyAt || (gap !== ' ' && ENDS_SENTENCE.test(gap));
      const { form } = placed(forms, word, words.length);
      words.push({ text: word, form, start: start + from, end: start + at, line: number, gap, opens });
    }
  }
  return { words, forms: [...forms.values()] };
}

function placed(forms: Map<string, FormPlaces>, word: string, at: number): FormPlaces {
  const known = forms.get(word);
  if (known) {
    known.at.push(at);
    return known;
  }
  const places = { form: formOf(word), at: [at] };
  forms.set(word, places);
  return places;
}

/** Where the words of a kind stand, in order. */
export function wordsWhere(forms: readonly FormPlaces[], wanted: (form: WordForm) => boolean): number[] {
  const places: number[] = [];
  for (const { form, at } of forms) if (wanted(form)) for (const place of at) places.push(place);
  return places.sort((a, b) => a - b);
}

/** True when a word follows the one before it after a single blank. */
export function follows(word: Word | undefined): boolean {
  return word?.gap === ' ';
}
