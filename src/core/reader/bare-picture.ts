/**
 * A picture as its pixels alone: without where, when and with what it was taken, and without what was hung behind it.
 * Nothing is drawn anew; the parts that do not show are left out. What turns it upright is kept.
 */

import { ReadFailure } from './limits.ts';
import { pictureSize } from './picture-size.ts';

/** The same bytes where it is no JPEG, PNG or WebP. Throws {@link ReadFailure} `damaged` where its parts do not add up. */
export function barePicture(bytes: Uint8Array): Uint8Array {
  switch (pictureSize(bytes)?.type) {
    case 'jpeg':
      return bareJpeg(bytes);
    case 'png':
      return barePng(bytes);
    case 'webp':
      return bareWebp(bytes);
    default:
      return bytes;
  }
}

const damaged = () => new ReadFailure('damaged');
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const signs = (bytes: Uint8Array, at: number, count: number) => String.fromCharCode(...bytes.subarray(at, at + count));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What is needed to show a JPEG rightly besides its tables: JFIF, the colour profile, how Adobe mixed its colours. */
function shows(bytes: Uint8Array, mark: number, at: number): boolean {
  if (mark === 0xfe) return false;
  if (mark < 0xe0 || mark > 0xef) return true;
  if (mark === 0xe0) return signs(bytes, at + 4, 4) === 'JFIF';
  if (mark === 0xe2) return signs(bytes, at + 4, 11) === 'ICC_PROFILE';
  return mark === 0xee && signs(bytes, at + 4, 5) === 'Adobe';
}

function bareJpeg(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  let turned = 1;
  let at = 2;
  for (;;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) throw damaged();
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    if (mark === 0xd9) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) throw damaged();
    if (mark === 0xe1 && signs(bytes, at + 4, 4) === 'Exif') turned = orientationOf(bytes.subarray(at + 10, end));
    if (shows(bytes, mark, at)) parts.push(bytes.subarray(at, end));
    at = end;
    if (mark !== 0xda) continue;
    const from = at;
    at = endOfScan(bytes, at);
    parts.push(bytes.subarray(from, at));
    // A picture that breaks off is shown by every browser as far as it goes.
    if (at + 4 > bytes.length) break;
  }
  const head = Uint8Array.of(0xff, 0xd8);
  const upright = turned === 1 ? [] : [exifMark(turned)];
  return joined([head, ...upright, ...parts, Uint8Array.of(0xff, 0xd9)]);
}

/** Where the dots of a scan end: at the next mark that is neither a restart nor a stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

const ORIENTATION = 0x0112;

/** How a picture has to be turned to stand upright (1 to 8), as its TIFF part says; 1 where it says nothing sound. */
function orientationOf(tiff: Uint8Array): number {
  const view = viewOf(tiff);
  if (tiff.length < 14) return 1;
  const little = signs(tiff, 0, 2) === 'II';
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return 1;
  const count = view.getUint16(first, little);
  for (let entry = 0; entry < count; entry++) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF part that says how to turn the picture and nothing else. */
function tiffOf(turned: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, 3);
  view.setUint32(14, 1);
  view.setUint16(18, turned);
  return new Uint8Array(view.buffer);
}

function exifMark(turned: number): Uint8Array {
  const tiff = tiffOf(turned);
  return joined([Uint8Array.of(0xff, 0xe1, 0, 8 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0), tiff]);
}

const PNG_SHOWN = /^(?:IHDR|PLTE|IDAT|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|cICP)$/;

/** Chunks of text, time and place are left out, and what comes after the end. */
function barePng(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  let at = 8;
  for (;;) {
    if (at + 12 > bytes.length) throw damaged();
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) throw damaged();
    const type = signs(bytes, at + 4, 4);
    if (type === 'IEND' || PNG_SHOWN.test(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(parts);
    at = end;
  }
}

const WEBP_SHOWN = /^(?:VP8 |VP8L|VP8X|ALPH|ICCP|ANIM|ANMF)$/;
/** Flags of the head that announce what is left out: EXIF and XMP. */
const TOLD = 0x0c;
const HAS_EXIF = 0x08;

function bareWebp(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  let turned = 1;
  let head: Uint8Array | null = null;
  for (let at = 12; at + 8 <= whole; ) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > whole) throw damaged();
    const type = signs(bytes, at, 4);
    const part = bytes.slice(at, Math.min(end, whole));
    if (type === 'EXIF') turned = orientationOf(withoutPrefix(part.subarray(8)));
    if (type === 'VP8X') head = part;
    if (WEBP_SHOWN.test(type)) parts.push(part);
    at = end;
  }
  if (head) head[8] = ((head[8] ?? 0) & ~TOLD) | (turned === 1 ? 0 : HAS_EXIF);
  if (head && turned !== 1) {
    const tiff = tiffOf(turned);
    parts.push(joined([Uint8Array.of(0x45, 0x58, 0x49, 0x46, tiff.length, 0, 0, 0), tiff]));
  }
  const body = joined([Uint8Array.of(0x57, 0x45, 0x42, 0x50), ...parts]);
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, body.length, true);
  return joined([Uint8Array.of(0x52, 0x49, 0x46, 0x46), new Uint8Array(size.buffer), body]);
}

/** Some programs write "Exif" before the TIFF part, as in a JPEG. */
const withoutPrefix = (part: Uint8Array): Uint8Array => (signs(part, 0, 4) === 'Exif' ? part.subarray(6) : part);
