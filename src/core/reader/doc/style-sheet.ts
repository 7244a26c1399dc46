/** Styles and fonts of a Word 97 file, in the form the DOCX reader uses. */

import type { ParagraphProperties, RunProperties, Styles } from '../docx/styles.ts';
import { characterChanges, paragraphChanges } from './formatting.ts';
import type { Place } from './header.ts';
import { u8, u16 } from './sprms.ts';

/** Names of the fonts, by their index. */
export function readFonts(table: DataView, place: Place): string[] {
  const fonts: string[] = [];
  const count = Math.min(u16(table, place.at), 5_000);
  let at = place.at + 4;
  for (let index = 0; index < count && at + 40 < table.byteLength; index++) {
    const size = u8(table, at) + 1;
    fonts.push(zeroEnded(table, at + 40, at + size));
    at += size;
  }
  return fonts;
}

function zeroEnded(view: DataView, from: number, to: number): string {
  let text = '';
  for (let at = from; at + 2 <= to && text.length < 64; at += 2) {
    const code = u16(view, at);
    if (code === 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}

type Style = { base: number; name: string; run: RunProperties; paragraph: ParagraphProperties };

const NO_BASE = 0xfff;
const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
const DEEPEST = 30;

/** Reads the style sheet. Style ids are their index, as text. */
export function readStyleSheet(table: DataView, place: Place, fonts: readonly string[]): Styles {
  const headSize = u16(table, place.at);
  const count = Math.min(u16(table, place.at + 2), 4_095);
  const baseSize = u16(table, place.at + 4);
  const font = fonts[u16(table, place.at + 2 + 16)] ?? fonts[u16(table, place.at + 2 + 12)];
  const defaults: RunProperties = font === undefined ? {} : { font };
  const styles: (Style | null)[] = [];
  let at = place.at + 2 + headSize;
  for (let index = 0; index < count && at + 2 <= place.at + place.size; index++) {
    const size = u16(table, at);
    styles.push(size === 0 ? null : readStyle(table, at + 2, at + 2 + size, baseSize, fonts));
    at += 2 + size + (size & 1);
  }

  const chain = (id: number): Style[] => {
    const found: Style[] = [];
    let next = id;
    while (next !== NO_BASE && found.length < DEEPEST) {
      const style = styles[next];
      if (!style || found.includes(style)) break;
      found.unshift(style);
      next = style.base;
    }
    return found;
  };
  const cache = new Map<string, ReturnType<Styles['paragraph']>>();
  return {
    paragraph(id) {
      const key = id ?? '0';
      const cached = cache.get(key);
      if (cached) return cached;
      const own = chain(Number(key));
      const paragraph: ParagraphProperties = Object.assign({}, ...own.map((style) => style.paragraph));
      const level = /^heading ([1-9])$/i.exec(own.at(-1)?.name ?? '')?.[1];
      const answer = {
        run: Object.assign({}, defaults, ...own.map((style) => style.run)) as RunProperties,
        paragraph,
        heading:
          paragraph.outline !== undefined && paragraph.outline < 9
            ? paragraph.outline + 1
            : level
              ? Number(level)
              : null,
      };
      cache.set(key, answer);
      return answer;
    },
    character: (id) => (id === undefined ? {} : Object.assign({}, ...chain(Number(id)).map((style) => style.run))),
  };
}

function readStyle(table: DataView, from: number, to: number, baseSize: number, fonts: readonly string[]): Style {
  const kind = u16(table, from + 2) & 0xf;
  const style: Style = { base: u16(table, from + 2) >> 4, name: '', run: {}, paragraph: {} };
  const nameAt = from + baseSize;
  const letters = Math.min(u16(table, nameAt), 255);
  style.name = zeroEnded(table, nameAt + 2, nameAt + 2 + letters * 2);
  let at = nameAt + 2 + letters * 2 + 2;
  const next = (): { from: number; to: number } => {
    const size = u16(table, at);
    const part = { from: at + 2, to: Math.min(at + 2 + size, to) };
    at = part.from + size + (size & 1);
    return part;
  };
  if (kind === PARAGRAPH_STYLE) {
    const part = next();
    const {
      inTable: _,
      rowEnd: __,
      head: ___,
      row: ____,
      ...paragraph
    } = paragraphChanges(table, { from: part.from + 2, to: part.to }, null);
    style.paragraph = paragraph;
  }
  if (kind === PARAGRAPH_STYLE || kind === CHARACTER_STYLE) {
    const { fontIndex, bold, italic, caps, hidden } = characterChanges(table, next(), {});
    const font = fontIndex === undefined ? undefined : fonts[fontIndex];
    style.run = {
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italic }),
      ...(caps === undefined ? {} : { caps }),
      ...(hidden === undefined ? {} : { hidden }),
      ...(font === undefined ? {} : { font }),
    };
  }
  return style;
}
