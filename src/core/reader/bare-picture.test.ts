import { describe, expect, it } from 'vitest';
import { barePicture } from './bare-picture.ts';
import { pictureSize } from './picture-size.ts';

/** Pictures made by hand, part by part, with what a telephone hangs on them. */

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const jpegPart = (mark: number, body: number[]) => [
  0xff,
  mark,
  ...[(body.length + 2) >> 8, (body.length + 2) & 255],
  ...body,
];
const FRAME = jpegPart(0xc0, [8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
const SCAN = [...jpegPart(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const PLACE = 'GPS 22.39 103.65';

/** EXIF of a telephone held sideways: how to turn it, and the place. */
function exif(turned: number, little: boolean): number[] {
  const two = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) => (little ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
  const entry = (tag: number, type: number, value: number) => [
    ...two(tag),
    ...two(type),
    ...four(1),
    ...two(value),
    0,
    0,
  ];
  const head = [...ascii(little ? 'II' : 'MM'), ...two(42), ...four(8)];
  return [...head, ...two(2), ...entry(0x010f, 2, 0), ...entry(0x0112, 3, turned), ...four(0), ...ascii(PLACE)];
}

const jpeg = (...parts: number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat(), ...FRAME, ...SCAN, 0xff, 0xd9]);
const told = (bytes: Uint8Array) => String.fromCharCode(...bytes);

describe('a JPEG', () => {
  const jfif = jpegPart(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const profile = jpegPart(0xe2, [...ascii('ICC_PROFILE'), 0, 1, 1, 9, 9]);
  const spoken = [
    jpegPart(0xe1, [...ascii('http://ns.adobe.com/xap/1.0/'), 0, ...ascii(PLACE)]),
    jpegPart(0xe2, [...ascii('MPF'), 0, ...ascii(PLACE)]),
    jpegPart(0xed, ascii(PLACE)),
    jpegPart(0xfe, ascii(PLACE)),
  ];

  it('loses what it tells of its place and keeps its dots, its frame and its colours', () => {
    const bare = barePicture(jpeg(jfif, ...spoken, profile));
    expect(bare).toEqual(jpeg(jfif, profile));
    expect(pictureSize(bare)).toEqual({ type: 'jpeg', width: 30, height: 20 });
  });

  it.each([true, false])('still stands upright (%s)', (little) => {
    const bare = barePicture(jpeg(jpegPart(0xe1, [...ascii('Exif'), 0, 0, ...exif(6, little)])));
    expect(told(bare)).not.toContain('GPS');
    expect(told(bare)).toContain('Exif');
    // Its own words for it are read again the same way.
    expect(barePicture(bare)).toEqual(bare);
    expect(bare.length - jpeg().length).toBe(36);
    const upright = barePicture(jpeg(jpegPart(0xe1, [...ascii('Exif'), 0, 0, ...exif(1, little)])));
    expect(upright).toEqual(jpeg());
  });

  it('loses what was hung behind its end', () => {
    const hung = Uint8Array.from([...jpeg(), ...ascii(`<script>${PLACE}`)]);
    expect(barePicture(hung)).toEqual(jpeg());
  });

  it('that breaks off between its parts is damaged', () => {
    expect(() => barePicture(jpeg(jfif).subarray(0, 24))).toThrow();
    expect(() => barePicture(Uint8Array.from([...jpeg().subarray(0, 15), ...ascii('not a mark at all')]))).toThrow();
  });
});

const chunk = (type: string, body: number[]) => [0, 0, 0, body.length, ...ascii(type), ...body, 7, 7, 7, 7];
const png = (...chunks: number[][]) =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [0, 0, 0, 30, 0, 0, 0, 20, 8, 2, 0, 0, 0]),
    ...chunks.flat(),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
  ]);

it('a PNG loses its texts, its time and what comes behind its end', () => {
  const spoken = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prIv'].map((type) => chunk(type, ascii(PLACE)));
  const hung = Uint8Array.from([...png(...spoken, chunk('tRNS', [1])), ...ascii(PLACE)]);
  expect(barePicture(hung)).toEqual(png(chunk('tRNS', [1])));
  expect(() => barePicture(png().subarray(0, 40))).toThrow();
});

const riff = (type: string, body: number[]) => [
  ...ascii(type),
  body.length,
  0,
  0,
  0,
  ...body,
  ...(body.length % 2 ? [0] : []),
];
const webp = (...parts: number[][]) => {
  const body = [...ascii('WEBP'), ...parts.flat()];
  return Uint8Array.from([...ascii('RIFF'), body.length, 0, 0, 0, ...body]);
};

it('a WebP loses its EXIF and XMP, and says so in its head', () => {
  const head = (flags: number) => riff('VP8X', [flags, 0, 0, 0, 29, 0, 0, 19, 0, 0]);
  const dots = riff('VP8L', [0x2f, 1, 2]);
  const spoken = webp(head(0x1c), dots, riff('EXIF', exif(1, true)), riff('XMP ', ascii(PLACE)));
  expect(barePicture(spoken)).toEqual(webp(head(0x10), dots));
  const turned = barePicture(webp(head(0x0c), dots, riff('EXIF', exif(8, true))));
  expect(told(turned)).not.toContain('GPS');
  expect(turned[20]).toBe(0x08);
  expect(barePicture(turned)).toEqual(turned);
});

it('anything else stays as it is', () => {
  const pdf = Uint8Array.from(ascii(`%PDF-1.7 ${PLACE}`));
  expect(barePicture(pdf)).toBe(pdf);
});
