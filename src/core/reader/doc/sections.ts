/** Sections of a Word 97 file and whether their pages lie. */

import type { Place } from './header.ts';
import { eachSprm, MOST_TIMES, u8, u16, u32 } from './sprms.ts';

/** For each section after the first that begins a page: its first character → landscape. */
export function landscapeAt(document: DataView, table: DataView, place: Place): Map<number, boolean> {
  const sections = new Map<number, boolean>();
  const count = Math.min(Math.max(0, Math.floor((place.size - 4) / 16)), 5_000);
  let before = false;
  let left = document.byteLength * MOST_TIMES;
  for (let index = 0; index < count; index++) {
    const from = u32(table, place.at + index * 4);
    const at = u32(table, place.at + (count + 1) * 4 + index * 12 + 2);
    let landscape = false;
    let continuous = false;
    if (at < document.byteLength) {
      const size = u16(document, at);
      left -= size;
      if (left < 0) return sections;
      eachSprm(document, at + 2, at + 2 + size, (sprm) => {
        if (sprm.code === 0x301d) landscape = u8(document, sprm.at) === 2;
        else if (sprm.code === 0x3009) continuous = u8(document, sprm.at) === 0;
      });
    }
    if (index > 0 && (!continuous || landscape !== before)) sections.set(from, landscape);
    before = landscape;
  }
  return sections;
}
