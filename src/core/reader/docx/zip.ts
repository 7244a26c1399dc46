/**
 * The ZIP container of a DOCX, read by its central directory. Every size is bounded twice: as claimed before anything
 * is unpacked, and as it really comes out, so that a small file cannot fill the memory.
 */

import { Inflate, inflateSync } from 'fflate';
import { READ_LIMITS, ReadFailure } from '../limits.ts';

type Entry = { name: string; method: number; packed: number; size: number; crc: number; at: number };

export type Zip = {
  has(name: string): boolean;
  /** Unpacks one part; null when there is none of that name. Throws {@link ReadFailure}. */
  read(name: string): Uint8Array | null;
  names(): string[];
  /** Bytes of everything in it unpacked, as its directory says. */
  declared: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENCRYPTED = 1;

/** Opens a ZIP. A file that begins like one but lacks its directory was cut off on the way. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, findEnd(view));
  let unpacked = 0;
  return {
    has: (name) => entries.has(keyOf(name)),
    names: () => [...entries.values()].map((entry) => entry.name),
    declared: [...entries.values()].reduce((sum, { size }) => sum + size, 0),
    read: (name) => {
      const entry = entries.get(keyOf(name));
      if (!entry) return null;
      const data = unpack(view, bytes, entry);
      unpacked += data.length;
      if (unpacked > READ_LIMITS.zipTotalBytes) throw new ReadFailure('zip-bomb');
      return data;
    },
  };
}

const keyOf = (name: string) => name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();

/** Place of the end record: the last 22 bytes, or before a comment of at most 65,535. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ReadFailure('truncated');
}

function readDirectory(view: DataView, bytes: Uint8Array, end: number): Map<string, Entry> {
  const { count, start } = directoryPlace(view, end);
  if (count > READ_LIMITS.zipEntries) throw new ReadFailure('zip-bomb');
  if (start >= end && count > 0) throw new ReadFailure('truncated');
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  let declared = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new ReadFailure('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new ReadFailure('password');
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    widen(view, entry, at + 46 + nameLength, view.getUint16(at + 30, true));
    declared += entry.size;
    if (declared > READ_LIMITS.zipDeclaredBytes) throw new ReadFailure('zip-bomb');
    if (!entries.has(keyOf(name))) entries.set(keyOf(name), entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const WIDE = 0xffffffff;

function directoryPlace(view: DataView, end: number): { count: number; start: number } {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== 0xffff && start !== WIDE) return { count, start };
  // ZIP64: a locator of 20 bytes before the end record points to a wider one.
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return { count, start };
  const wide = wideNumber(view, end - 12);
  if (wide + 56 > end) throw new ReadFailure('damaged');
  return { count: wideNumber(view, wide + 32), start: wideNumber(view, wide + 48) };
}

const wideNumber = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Takes sizes that do not fit 32 bits, or that a streaming writer put there anyway, from the ZIP64 extra field. */
function widen(view: DataView, entry: Entry, from: number, length: number): void {
  if (entry.size !== WIDE && entry.packed !== WIDE && entry.at !== WIDE) return;
  let at = from;
  while (at + 4 <= from + length && at + 4 <= view.byteLength) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + size <= view.byteLength) {
      let field = at + 4;
      for (const key of ['size', 'packed', 'at'] as const) {
        if (entry[key] !== WIDE || field + 8 > at + 4 + size) continue;
        entry[key] = wideNumber(view, field);
        field += 8;
      }
      return;
    }
    at += 4 + size;
  }
}

const SUSPICIOUS_FROM = 4 * 1024 * 1024;

function unpack(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.size > READ_LIMITS.zipPartBytes) throw new ReadFailure('zip-bomb');
  if (entry.size > SUSPICIOUS_FROM && entry.size > entry.packed * READ_LIMITS.zipRatio)
    throw new ReadFailure('zip-bomb');
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) throw new ReadFailure('damaged');
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (start + entry.packed > bytes.length) throw new ReadFailure('truncated');
  const packed = bytes.subarray(start, start + entry.packed);
  const data = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size) : null;
  if (!data) throw new ReadFailure('damaged');
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw new ReadFailure('damaged');
  return data;
}

/** Packed parts up to this size unpack to at most 264 MB of work, which is done without watching every step. */
const SMALL = 256 * 1024;

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    if (packed.length <= SMALL) {
      // One byte more than claimed: when it is filled too, the claim was a lie.
      const out = inflateSync(packed, { out: new Uint8Array(size + 1) });
      if (out.length > size) throw new ReadFailure('zip-bomb');
      return out;
    }
    return inflateWatched(packed, size);
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw new ReadFailure('damaged', {}, error);
  }
}

function inflateWatched(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new ReadFailure('zip-bomb');
    out.set(chunk, filled);
    filled += chunk.length;
  });
  const step = 16 * 1024;
  for (let at = 0; at < packed.length; at += step) {
    stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  return out.subarray(0, filled);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum of a ZIP entry: a flipped bit must not turn 12 % into 13 %. */
export function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < data.length; at++) crc = (CRC_TABLE[(crc ^ (data[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
