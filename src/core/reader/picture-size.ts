/** Width and height of a picture as its head says, without unfolding it; null for what is no JPEG, PNG or WebP. */

type Picture = { type: 'jpeg' | 'png' | 'webp'; width: number; height: number };

export function pictureSize(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16) return null;
  if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return png(view);
  if (view.getUint16(0) === 0xffd8) return jpeg(view);
  if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webp(view);
  return null;
}

function png(view: DataView): Picture {
  const whole = view.byteLength >= 24 && view.getUint32(12) === 0x49484452;
  return { type: 'png', width: whole ? view.getUint32(16) : 0, height: whole ? view.getUint32(20) : 0 };
}

/** From mark to mark until the one that says the size (SOF0 to SOF15, without DHT, JPG and DAC). */
function jpeg(view: DataView): Picture {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) break;
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    const size = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
    if (size) return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const length = view.getUint16(at + 2);
    if (mark === 0xda || length < 2) break;
    at += 2 + length;
  }
  return { type: 'jpeg', width: 0, height: 0 };
}

function webp(view: DataView): Picture {
  const none: Picture = { type: 'webp', width: 0, height: 0 };
  if (view.byteLength < 30) return none;
  const chunk = view.getUint32(12);
  // "VP8X": 24 bits each, less one.
  if (chunk === 0x56503858) return { ...none, width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
  // "VP8L": 14 bits each, less one.
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { ...none, width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  // "VP8 ".
  if (chunk === 0x56503820)
    return { ...none, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return none;
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
