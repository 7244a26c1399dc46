/** A scan as black-and-white office machines write it: a PDF whose page is one JBIG2 picture. */

import { picturePdf } from './picture-pdf.ts';

/** A picture of one bit a pixel; true is black. */
export type Bitmap = { width: number; height: number; black: (x: number, y: number) => boolean };

/** States of the arithmetic coder (ITU-T T.88, table E.1): probability, next after a likely and an unlikely bit, switch. */
const STATES: [qe: number, likely: number, unlikely: number, swap: number][] = (
  '5601,1,1,1 3401,2,6,0 1801,3,9,0 0AC1,4,12,0 0521,5,29,0 0221,38,33,0 5601,7,6,1 5401,8,14,0 4801,9,14,0 3801,10,14,0 ' +
  '3001,11,17,0 2401,12,18,0 1C01,13,20,0 1601,29,21,0 5601,15,14,1 5401,16,14,0 5101,17,15,0 4801,18,16,0 3801,19,17,0 3401,20,18,0 ' +
  '3001,21,19,0 2801,22,19,0 2401,23,20,0 2201,24,21,0 1C01,25,22,0 1801,26,23,0 1601,27,24,0 1401,28,25,0 1201,29,26,0 1101,30,27,0 ' +
  '0AC1,31,28,0 09C1,32,29,0 08A1,33,30,0 0521,34,31,0 0441,35,32,0 02A1,36,33,0 0221,37,34,0 0141,38,35,0 0111,39,36,0 0085,40,37,0 ' +
  '0049,41,38,0 0025,42,39,0 0015,43,40,0 0009,44,41,0 0005,45,42,0 0001,45,43,0 5601,46,46,0'
)
  .split(' ')
  .map((row) => {
    const [qe = '', likely = '', unlikely = '', swap = ''] = row.split(',');
    return [Number.parseInt(qe, 16), Number(likely), Number(unlikely), Number(swap)];
  });

/** The coder of T.88, annex E.2. */
function coder() {
  const out: number[] = [0];
  let a = 0x8000;
  let c = 0;
  let count = 12;
  const put = (byte: number) => out.push(byte & 0xff);
  const byteOut = () => {
    const last = out.length - 1;
    const stuffed = () => {
      put(Math.floor(c / 2 ** 20));
      c %= 2 ** 20;
      count = 7;
    };
    if (out[last] === 0xff) stuffed();
    else if (c < 0x8000000) {
      put(Math.floor(c / 2 ** 19));
      c %= 2 ** 19;
      count = 8;
    } else {
      out[last] = (out[last] ?? 0) + 1;
      if (out[last] === 0xff) {
        c %= 0x8000000;
        stuffed();
      } else {
        put(Math.floor(c / 2 ** 19));
        c %= 2 ** 19;
        count = 8;
      }
    }
  };
  const renormalise = () => {
    do {
      a *= 2;
      c *= 2;
      count -= 1;
      if (count === 0) byteOut();
    } while (a < 0x8000);
  };
  return {
    encode(bit: number, context: { state: number; likely: number }) {
      const [qe, likely, unlikely, swap] = STATES[context.state] ?? [0, 0, 0, 0];
      a -= qe;
      if (bit === context.likely) {
        if (a >= 0x8000) {
          c += qe;
          return;
        }
        if (a < qe) a = qe;
        else c += qe;
        context.state = likely;
      } else {
        if (a < qe) c += qe;
        else a = qe;
        if (swap === 1) context.likely = 1 - context.likely;
        context.state = unlikely;
      }
      renormalise();
    },
    finish(): number[] {
      const top = c + a;
      c = Math.floor(c / 0x10000) * 0x10000 + 0xffff;
      if (c >= top) c -= 0x8000;
      c *= 2 ** count;
      byteOut();
      c *= 2 ** count;
      byteOut();
      return [...out.slice(1), 0xff, 0xac];
    },
  };
}

/** Pixels before the coded one that it is guessed from: template 0 with its usual four adaptive pixels. */
const NEIGHBOURS: [dx: number, dy: number][] = [
  [-1, -2],
  [0, -2],
  [1, -2],
  [-2, -1],
  [-1, -1],
  [0, -1],
  [1, -1],
  [2, -1],
  [-4, 0],
  [-3, 0],
  [-2, 0],
  [-1, 0],
  [3, -1],
  [-3, -1],
  [2, -2],
  [-2, -2],
];

function encode({ width, height, black }: Bitmap): number[] {
  const inside = (x: number, y: number) => (x >= 0 && x < width && y >= 0 && black(x, y) ? 1 : 0);
  const contexts = Array.from({ length: 65_536 }, () => ({ state: 0, likely: 0 }));
  const arithmetic = coder();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let number = 0;
      for (const [dx, dy] of NEIGHBOURS) number = number * 2 + inside(x + dx, y + dy);
      const context = contexts[number];
      if (context) arithmetic.encode(inside(x, y), context);
    }
  return arithmetic.finish();
}

const u32 = (value: number) => [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
const segment = (number: number, type: number, data: number[]) => [
  ...u32(number),
  type,
  0,
  1,
  ...u32(data.length),
  ...data,
];

/** A PDF of one A4 page with this picture on it. */
export function scannedPdf(bitmap: Bitmap): Uint8Array {
  const size = [...u32(bitmap.width), ...u32(bitmap.height)];
  const page = segment(0, 48, [...size, ...u32(0), ...u32(0), 0, 0, 0]);
  const adaptive = [3, 0xff, 0xfd, 0xff, 2, 0xfe, 0xfe, 0xfe];
  const region = segment(1, 38, [...size, ...u32(0), ...u32(0), 0, 0, ...adaptive, ...encode(bitmap)]);
  return picturePdf({
    width: bitmap.width,
    height: bitmap.height,
    colours: '/DeviceGray',
    bits: 1,
    filter: '/JBIG2Decode',
    bytes: Uint8Array.from([...page, ...region]),
  });
}
