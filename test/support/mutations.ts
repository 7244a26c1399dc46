/** Damages files in ways that happen (cut off, bits flipped, pieces lost or doubled), the same way for the same seed. */

/** A small generator of numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One damaged copy of the bytes. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const place = (most = bytes.length) => Math.floor(random() * most);
  const kind = Math.floor(random() * 6);
  if (kind === 0) return bytes.slice(0, place());
  if (kind === 1) {
    const from = place();
    const length = 1 + place(Math.min(4_000, bytes.length));
    return joined(bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + length)));
  }
  if (kind === 2) {
    const from = place();
    const piece = bytes.subarray(from, from + 1 + place(4_000));
    const at = place();
    return joined(bytes.subarray(0, at), piece, bytes.subarray(at));
  }
  const copy = bytes.slice();
  if (kind === 3) {
    const from = place();
    copy.fill(place(256), from, from + 1 + place(300));
    return copy;
  }
  const flips = kind === 4 ? 1 : 2 + place(40);
  for (let count = 0; count < flips; count++) {
    const at = place();
    copy[at] = (copy[at] ?? 0) ^ (1 << place(8));
  }
  return copy;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
