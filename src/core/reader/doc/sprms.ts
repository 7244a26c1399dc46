/** Lists of property changes ("sprm") in a Word 97 file: an operation of two bytes, then its operand. */

export type Sprm = { code: number; at: number; size: number };

/** How many times over the bytes of a stream may be read in all: the parts of a sound one lie beside each other. */
export const MOST_TIMES = 4;

/** Bytes of the operand by the three highest bits of the operation; 0 means that the first byte says. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3];

const TABLE_DEFINITION = 0xd608;
const TABS = 0xc615;

/** Calls back for each change between two places. Stops where the list does not hold together. */
export function eachSprm(view: DataView, from: number, to: number, take: (sprm: Sprm) => void): void {
  let at = from;
  const end = Math.min(to, view.byteLength);
  while (at + 3 <= end) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = OPERANDS[code >> 13] ?? 1;
    if (size === 0) {
      if (code === TABLE_DEFINITION) {
        if (at + 2 > end) return;
        size = view.getUint16(at, true) + 1;
      } else {
        size = view.getUint8(at) + 1;
        if (code === TABS && size === 256) return;
      }
    }
    if (at + size > end) return;
    take({ code, at, size });
    at += size;
  }
}

/** Bounded look into a view; 0 beyond its end. */
export const u16 = (view: DataView, at: number): number =>
  at >= 0 && at + 2 <= view.byteLength ? view.getUint16(at, true) : 0;
export const i16 = (view: DataView, at: number): number =>
  at >= 0 && at + 2 <= view.byteLength ? view.getInt16(at, true) : 0;
export const u32 = (view: DataView, at: number): number =>
  at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : 0;
export const u8 = (view: DataView, at: number): number => (at >= 0 && at < view.byteLength ? view.getUint8(at) : 0);

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
