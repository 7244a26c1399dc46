/** One paragraph of a Word file while it is read: its stretches of text with their style, then a block. */

import type { Paragraph } from '../blocks.ts';
import { decodeLegacyRun, type LegacyFont, legacyFont } from '../encodings.ts';
import { READ_LIMITS, ReadFailure } from '../limits.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphProperties, RunProperties, Styles } from './styles.ts';
import { mendSymbols } from './symbols.ts';

type Stretch = { text: string; font: string | undefined; legacy: LegacyFont | null; bold: boolean; italic: boolean };

export type OpenParagraph = {
  properties: ParagraphProperties;
  stretches: Stretch[];
  length: number;
  /** Page on which its first character stands. */
  page: number | null;
  /** The mark at its end was deleted: it goes on in the next paragraph. */
  markDeleted: boolean;
};

/** How many accented letters stood in fonts with codes of their own, and how many in Unicode. */
export type LetterCount = { tcvn3: number; vni: number; unicode: number; chars: number };

export type ParagraphSources = { styles: Styles; numbering: Numbering; letters: LetterCount };

export const openParagraph = (): OpenParagraph => ({
  properties: {},
  stretches: [],
  length: 0,
  page: null,
  markDeleted: false,
});

/** What holds for a run: document defaults, paragraph style, character style, then its own properties. */
export function effectiveRun(paragraph: OpenParagraph, run: RunProperties, styles: Styles): RunProperties {
  return { ...styles.paragraph(paragraph.properties.style).run, ...styles.character(run.style), ...run };
}

/** Adds text of one run. Stretches of one style are kept together, since a letter of VNI may lie across two runs. */
export function addText(paragraph: OpenParagraph, text: string, run: RunProperties, page: number): void {
  if (run.hidden || text === '') return;
  const bold = run.bold ?? false;
  const italic = run.italic ?? false;
  const shown = mendSymbols(run.caps ? text.toUpperCase() : text, run.font);
  paragraph.length += shown.length;
  if (paragraph.length > READ_LIMITS.lineChars) throw new ReadFailure('line-too-long');
  if (paragraph.page === null && shown.trim() !== '') paragraph.page = page;
  const legacy = legacyFont(run.font);
  const last = paragraph.stretches.at(-1);
  if (last && last.bold === bold && last.italic === italic && last.legacy === legacy) last.text += shown;
  else paragraph.stretches.push({ text: shown, font: run.font, legacy, bold, italic });
}

const LETTER = /[\p{L}\p{N}]/gu;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const HIGH = /[\u00a1-\u00ff]/g;
// Blanks by another name; zero-width characters. A soft hyphen may be a letter of TCVN3 and is dropped later.
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u3000]/g;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

function decoded(stretch: Stretch, letters: LetterCount): string {
  if (!stretch.legacy) {
    letters.unicode += stretch.text.match(ACCENTED)?.length ?? 0;
    return stretch.text;
  }
  letters[stretch.legacy.encoding] += stretch.text.match(HIGH)?.length ?? 0;
  return decodeLegacyRun(stretch.text, stretch.font);
}

/** A paragraph is bold when nearly all its letters are; the number before a heading often is not. */
function emphasis(stretches: readonly Stretch[], texts: readonly string[]): { bold: boolean; italic: boolean } {
  if (!stretches.some((stretch) => stretch.bold || stretch.italic)) return { bold: false, italic: false };
  let all = 0;
  let bold = 0;
  let italic = 0;
  for (const [at, stretch] of stretches.entries()) {
    const count = texts[at]?.match(LETTER)?.length ?? 0;
    all += count;
    if (stretch.bold) bold += count;
    if (stretch.italic) italic += count;
  }
  return { bold: all > 0 && bold >= all * 0.8, italic: all > 0 && italic >= all * 0.8 };
}

/** The finished block. Counts the paragraph in its list, so it must be called once for each, in order. */
export function closeParagraph(
  paragraph: OpenParagraph,
  part: Paragraph['part'],
  page: number,
  sources: ParagraphSources,
): Paragraph {
  const inherited = sources.styles.paragraph(paragraph.properties.style);
  const texts = paragraph.stretches.map((stretch) => decoded(stretch, sources.letters));
  const { bold, italic } = emphasis(paragraph.stretches, texts);
  const text = texts.join('').normalize('NFC').replace(BLANKS, ' ').replace(INVISIBLE, '');
  sources.letters.chars += text.length;
  if (sources.letters.chars > READ_LIMITS.textChars) throw new ReadFailure('too-large', { megabytes: 20 });
  const own = paragraph.properties;
  const outline = own.outline === undefined ? inherited.heading : own.outline < 9 ? own.outline + 1 : null;
  return {
    kind: 'paragraph',
    text,
    label: labelOf(paragraph, inherited.paragraph, sources),
    style: {
      bold,
      italic,
      align: own.align ?? inherited.paragraph.align ?? null,
      heading: outline,
    },
    page: paragraph.page ?? page,
    part,
    printedLine: false,
  };
}

function labelOf(paragraph: OpenParagraph, inherited: ParagraphProperties, sources: ParagraphSources): string | null {
  const own = paragraph.properties;
  const list = own.numbering ?? inherited.numbering;
  if (list === undefined || list === '0') return null;
  const tied = own.style === undefined ? null : sources.numbering.ofStyle(own.style);
  return sources.numbering.label(list, own.level ?? tied ?? inherited.level ?? 0);
}
