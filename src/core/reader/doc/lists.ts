/** Automatic numbering of a Word 97 file, in the form the DOCX reader counts with. */

import { type ListLevel, type Lists, type Numbering, numberingOf } from '../docx/numbering.ts';
import type { Place } from './header.ts';
import { u8, u16, u32 } from './sprms.ts';

const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
};

/** Reads the lists and their uses; a paragraph names a use by its number from 1. */
export function readListNumbering(table: DataView, lists: Place, uses: Place): Numbering {
  const found: Lists = { abstracts: new Map(), nums: new Map(), styleLinks: new Map() };
  if (lists.size >= 2) readLists(table, lists, found);
  if (uses.size >= 4) readUses(table, uses, found);
  return numberingOf(found);
}

function readLists(table: DataView, place: Place, found: Lists): void {
  const count = Math.min(u16(table, place.at), 5_000);
  let levelAt = place.at + 2 + count * 28;
  for (let index = 0; index < count; index++) {
    const at = place.at + 2 + index * 28;
    const simple = (u8(table, at + 26) & 1) !== 0;
    const levels = new Map<number, ListLevel>();
    for (let level = 0; level < (simple ? 1 : 9); level++) {
      if (levelAt + 28 > table.byteLength) return;
      const read = readLevel(table, levelAt);
      levels.set(level, read.level);
      levelAt = read.end;
    }
    found.abstracts.set(String(u32(table, at)), { levels, styleLink: null });
  }
}

function readLevel(table: DataView, at: number): { level: ListLevel; end: number } {
  const flags = u8(table, at + 5);
  const textAt = at + 28 + u8(table, at + 25) + u8(table, at + 24);
  const letters = Math.min(u16(table, textAt), 200);
  let text = '';
  for (let index = 0; index < letters; index++) {
    const code = u16(table, textAt + 2 + index * 2);
    // Codes below 9 stand for the number of that level.
    text += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  const level: ListLevel = {
    start: u32(table, at) & 0x7fff,
    format: FORMATS[u8(table, at + 4)] ?? 'decimal',
    custom: null,
    text,
    legal: (flags & 4) !== 0,
    restart: (flags & 8) !== 0 ? u8(table, at + 26) : null,
    style: null,
  };
  return { level, end: textAt + 2 + letters * 2 };
}

function readUses(table: DataView, place: Place, found: Lists): void {
  const count = Math.min(u32(table, place.at), 10_000);
  let dataAt = place.at + 4 + count * 16;
  for (let index = 0; index < count; index++) {
    const at = place.at + 4 + index * 16;
    if (at + 16 > table.byteLength) return;
    const num = {
      abstract: String(u32(table, at)),
      starts: new Map<number, number>(),
      levels: new Map<number, ListLevel>(),
    };
    found.nums.set(String(index + 1), num);
    dataAt += 4;
    for (let change = 0; change < u8(table, at + 12) && dataAt + 8 <= table.byteLength; change++) {
      const flags = u32(table, dataAt + 4);
      const level = flags & 0xf;
      if ((flags & 0x10) !== 0) num.starts.set(level, u32(table, dataAt) & 0x7fff);
      dataAt += 8;
      if ((flags & 0x20) === 0) continue;
      const read = readLevel(table, dataAt);
      num.levels.set(level, read.level);
      dataAt = read.end;
    }
  }
}
