/** The file information block at the start of a Word 97 document, and the pieces its text lies in. */

import { READ_LIMITS, ReadFailure } from '../limits.ts';
import { u8, u16, u32 } from './sprms.ts';

/** Where a structure lies in the table stream. */
export type Place = { at: number; size: number };

export type WordHeader = {
  /** Lengths in characters of the stories, in the order in which they follow each other. */
  stories: {
    body: number;
    footnotes: number;
    headers: number;
    macros: number;
    comments: number;
    endnotes: number;
    boxes: number;
  };
  tableStream: '0Table' | '1Table';
  /** Where a structure lies in a table stream of so many bytes. */
  place(index: number, tableLength: number): Place;
};

const MAGIC = 0xa5ec;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** Version number of Word 97, the first with this layout. */
const WORD_97 = 0x00c1;

/** Reads the block. Throws {@link ReadFailure} for a password, for Word 6 and for what is no Word file. */
export function readHeader(document: DataView): WordHeader {
  const magic = u16(document, 0);
  if (magic === 0xa5dc || (magic === MAGIC && u16(document, 2) < WORD_97)) {
    throw new ReadFailure('not-supported', { found: 'Word 6/95' });
  }
  if (magic !== MAGIC || document.byteLength < 0x1aa) throw new ReadFailure('damaged');
  const flags = u16(document, 10);
  if ((flags & ENCRYPTED) !== 0) throw new ReadFailure('password');
  const stories = {
    body: u32(document, 0x4c),
    footnotes: u32(document, 0x50),
    headers: u32(document, 0x54),
    macros: u32(document, 0x58),
    comments: u32(document, 0x5c),
    endnotes: u32(document, 0x60),
    boxes: u32(document, 0x64),
  };
  if (Object.values(stories).some((length) => length > READ_LIMITS.textChars * 2)) throw new ReadFailure('damaged');
  return {
    stories,
    tableStream: (flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table',
    place: (index, tableLength) => {
      const at = Math.min(u32(document, 0x9a + index * 8), tableLength);
      // A damaged size says gigabytes: nothing lies behind the end of its stream.
      return { at, size: Math.min(u32(document, 0x9e + index * 8), tableLength - at) };
    },
  };
}

/** Index of structures among the places of the block. */
export const PLACES = {
  styles: 1,
  sections: 6,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  lists: 73,
  listUses: 74,
} as const;

/** A stretch of text that lies in one run of bytes; `from` and `to` count characters. */
export type Piece = { from: number; to: number; at: number; wide: boolean };

/** The piece table: which bytes hold which characters. */
export function readPieces(table: DataView, place: Place): Piece[] {
  let at = place.at;
  const end = Math.min(place.at + place.size, table.byteLength);
  // Property changes of fast-saved files stand before the table.
  while (at < end && u8(table, at) === 1) at += 3 + u16(table, at + 1);
  if (at >= end || u8(table, at) !== 2) throw new ReadFailure('damaged');
  const size = u32(table, at + 1);
  const start = at + 5;
  const count = Math.floor((size - 4) / 12);
  if (count < 1 || start + size > table.byteLength) throw new ReadFailure('damaged');
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const from = u32(table, start + index * 4);
    const to = u32(table, start + index * 4 + 4);
    const raw = u32(table, start + (count + 1) * 4 + index * 8 + 2);
    const wide = (raw & 0x40000000) === 0;
    const place = wide ? raw : (raw & 0x3fffffff) >>> 1;
    if (to < from || to > READ_LIMITS.textChars * 3) throw new ReadFailure('damaged');
    pieces.push({ from, to, at: place, wide });
  }
  return pieces;
}
