/** The OLE compound file that a Word 97 document (and a password-protected DOCX) lies in. Every chain is bounded. */

import { ReadFailure } from '../limits.ts';

export type Ole = {
  /** Names of the streams, as written. */
  names: string[];
  /** Bytes of a stream, or null. Throws {@link ReadFailure} when its chain runs in a circle or out of the file. */
  stream(name: string): Uint8Array | null;
};

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

type Entry = { name: string; start: number; size: number };

/** Opens a compound file. A file cut off on the way lacks sectors that its tables name. */
export function openOle(bytes: Uint8Array): Ole {
  if (bytes.length < 1_536) throw new ReadFailure('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new ReadFailure('damaged');
  const size = 1 << shift;
  const sectors = Math.ceil(bytes.length / size);
  const table = allocationTable(view, size, sectors);
  const read = (start: number): Uint8Array =>
    chainBytes(
      bytes,
      chain(start, (at) => table[at] ?? -2, sectors),
      size,
    );
  const directory = read(view.getUint32(48, true));
  const { root, entries } = entriesOf(directory);
  if (!root) throw new ReadFailure('damaged');

  const smallLimit = view.getUint32(56, true);
  let small: { bytes: Uint8Array; table: Int32Array } | null = null;
  const smallStreams = () => {
    if (small) return small;
    const raw = read(view.getUint32(60, true));
    const links = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    small = {
      bytes: read(root.start),
      table: Int32Array.from({ length: raw.length >> 2 }, (_, at) => links.getInt32(at * 4, true)),
    };
    return small;
  };

  return {
    names: entries.map((entry) => entry.name),
    stream(name) {
      const entry = entries.find((one) => one.name === name);
      if (!entry) return null;
      if (entry.size >= smallLimit) return read(entry.start).subarray(0, entry.size);
      const { bytes: held, table: links } = smallStreams();
      const places = chain(entry.start, (at) => links[at] ?? -2, links.length + 1);
      return chainBytes(held, places, 64, 0).subarray(0, entry.size);
    },
  };
}

/** The table that says which sector follows which; its own sectors are named in the header and in a chain after it. */
function allocationTable(view: DataView, size: number, sectors: number): Int32Array {
  const own: number[] = [];
  for (let at = 0; at < 109; at++) {
    const sector = view.getInt32(76 + at * 4, true);
    if (sector >= 0) own.push(sector);
  }
  let next = view.getInt32(68, true);
  for (let steps = 0; next >= 0 && steps <= sectors; steps++) {
    const from = (next + 1) * size;
    if (from + size > view.byteLength) throw new ReadFailure('truncated');
    for (let at = 0; at < size - 4; at += 4) {
      const sector = view.getInt32(from + at, true);
      if (sector >= 0) own.push(sector);
    }
    next = view.getInt32(from + size - 4, true);
  }
  if (own.length > sectors) throw new ReadFailure('damaged');
  const table = new Int32Array(own.length * (size >> 2)).fill(-1);
  for (const [index, sector] of own.entries()) {
    const from = (sector + 1) * size;
    if (from + size > view.byteLength) throw new ReadFailure('truncated');
    for (let at = 0; at < size >> 2; at++) table[index * (size >> 2) + at] = view.getInt32(from + at * 4, true);
  }
  return table;
}

/** The sectors of a chain, in order. No chain is longer than there are sectors, unless it runs in a circle. */
function chain(start: number, next: (at: number) => number, most: number): number[] {
  const places: number[] = [];
  let at = start;
  // The start is read unsigned: the marks for "end" and "free" are then beyond every sector.
  while (at >= 0 && at < 0xfffffff0) {
    places.push(at);
    if (places.length > most) throw new ReadFailure('damaged');
    at = next(at);
  }
  return places;
}

function chainBytes(bytes: Uint8Array, places: number[], size: number, header = size): Uint8Array {
  const out = new Uint8Array(places.length * size);
  for (const [index, place] of places.entries()) {
    const from = header + place * size;
    if (from >= bytes.length) throw new ReadFailure('truncated');
    out.set(bytes.subarray(from, from + size), index * size);
  }
  return out;
}

const STREAM = 2;
const ROOT = 5;

function entriesOf(directory: Uint8Array): { root: Entry | null; entries: Entry[] } {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  let root: Entry | null = null;
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const type = view.getUint8(at + 66);
    if (type !== STREAM && type !== ROOT) continue;
    const length = Math.max(0, Math.min(view.getUint16(at + 64, true), 64) - 2);
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length));
    const entry = { name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
    if (type === ROOT) root = entry;
    else entries.push(entry);
  }
  return { root, entries };
}

/** What a compound file without a Word document holds. */
export function kindOfOle(names: readonly string[]): string {
  if (names.includes('Workbook') || names.includes('Book')) return 'Excel (XLS)';
  if (names.includes('PowerPoint Document')) return 'PowerPoint (PPT)';
  return 'OLE';
}
