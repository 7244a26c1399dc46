/** What reading a damaged Word 97 file costs: looks into its bytes, counted, against the size of the file. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../test/support/mutations.ts';
import { ReadFailure } from '../limits.ts';
import { longLists, paragraphChanges, readRuns } from './formatting.ts';
import { readDoc } from './read-doc.ts';
import { landscapeAt } from './sections.ts';
import { textRuns } from './text.ts';

const FOLDER = join(import.meta.dirname, '../../../../test/gold/documents');
const file = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

/** A look asks a view how long it is, even where it lies beyond the end, or takes a number of two bytes from it. */
const { byteLength, getUint16 } = Object.getOwnPropertyDescriptors(DataView.prototype);
let looks = 0;
let most = Number.POSITIVE_INFINITY;

class TooManyLooks extends Error {}

function count(): void {
  looks += 1;
  if (looks > most) throw new TooManyLooks(`more than ${most} looks`);
}

beforeEach(() => {
  looks = 0;
  most = Number.POSITIVE_INFINITY;
  Object.defineProperties(DataView.prototype, {
    byteLength: {
      ...byteLength,
      get(this: DataView): number {
        count();
        return byteLength.get?.call(this) as number;
      },
    },
    getUint16: {
      ...getUint16,
      value(this: DataView, at: number, little: boolean): number {
        count();
        return getUint16.value?.call(this, at, little) as number;
      },
    },
  });
});

afterEach(() => {
  Object.defineProperties(DataView.prototype, { byteLength, getUint16 });
});

/** Looks for each byte of a file; a sound one takes about half of one. */
const LOOKS_A_BYTE = 2;

function looksToRead(bytes: Uint8Array): number {
  looks = 0;
  most = bytes.length * LOOKS_A_BYTE;
  try {
    readDoc(bytes);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  }
  return looks;
}

const swollen = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
};

describe('a file of N bytes costs a few looks for each of them', () => {
  const samples = ['plan-commune.doc', 'decision-articles.doc'].map(file);

  it('when it is sound', () => {
    for (const bytes of samples) {
      const seen = looksToRead(bytes);
      expect(seen).toBeGreaterThan(bytes.length / 4);
      expect(seen).toBeLessThan(bytes.length * LOOKS_A_BYTE * 0.5);
    }
  });

  it('whatever size, count or place its header claims', () => {
    for (const bytes of samples) {
      const header = headerAt(bytes);
      for (let at = 0x4c; at < 0x2f0; at += 4)
        for (const value of [0xfffffff0, 0x00ffffff, 0x00000fff])
          expect(() => looksToRead(swollen(bytes, header + at, value)), `${at}: ${value}`).not.toThrow();
    }
  });

  it('whatever a number anywhere in it claims', () => {
    const random = randomFrom(86);
    for (let turn = 0; turn < 400; turn++) {
      const bytes = samples[turn % samples.length] ?? new Uint8Array(0);
      const at = Math.floor(random() * (bytes.length - 4));
      const value = [0xffffffff, 0x7fffffff, 0x0000ffff][Math.floor(random() * 3)] ?? 0;
      expect(() => looksToRead(swollen(bytes, at, value)), `${at}: ${value}`).not.toThrow();
    }
  });
});

describe('parts that name the same bytes over and over', () => {
  it('pieces of text', () => {
    const document = new DataView(new ArrayBuffer(1_000));
    const pieces = Array.from({ length: 500 }, (_, at) => ({ from: at * 900, to: at * 900 + 900, at: 0, wide: false }));
    expect(() => [...textRuns(document, pieces, 0, 450_000)]).toThrow(ReadFailure);
    expect([...textRuns(document, pieces, 0, 3_600)]).toHaveLength(4);
  });

  it('pages of runs', () => {
    const document = new DataView(new ArrayBuffer(1_024));
    document.setUint8(1_023, 40);
    for (let at = 0; at <= 40; at++) document.setUint32(512 + at * 4, 1_000 + at, true);
    const runs = (pages: number) => {
      const table = new DataView(new ArrayBuffer(4 + pages * 8));
      for (let at = 0; at < pages; at++) table.setUint32((pages + 1 + at) * 4, 1, true);
      return readRuns(document, table, { at: 0, size: 4 + pages * 8 }, 'characters').length;
    };
    expect(runs(1)).toBe(40);
    expect(runs(1_000)).toBe(40);
  });

  it('lists of changes too long for their page', () => {
    const changes = new DataView(new ArrayBuffer(4_000));
    for (let at = 0; at < 4_000; at += 2) changes.setUint16(at, 3_000, true);
    const long = longLists(changes);
    const named = (place: number) => {
      const view = new DataView(new ArrayBuffer(6));
      view.setUint16(0, 0x6646, true);
      view.setUint32(2, place, true);
      return paragraphChanges(view, { from: 0, to: 6 }, long);
    };
    for (let turn = 0; turn < 1_000; turn++) named(0);
    const before = looks;
    named(0);
    expect(looks - before).toBeLessThan(10);
    expect(() => {
      for (let place = 2; place < 1_000; place += 2) named(place);
    }).toThrow(ReadFailure);
  });

  it('sections', () => {
    const document = new DataView(new ArrayBuffer(10_000));
    for (let at = 0; at < 10_000; at += 2) document.setUint16(at, 9_000, true);
    const looksFor = (sections: number) => {
      const table = new DataView(new ArrayBuffer(4 + sections * 16));
      for (let at = 0; at < sections; at++) table.setUint32((sections + 1) * 4 + at * 12 + 2, at % 900, true);
      const before = looks;
      landscapeAt(document, table, { at: 0, size: 4 + sections * 16 });
      return looks - before;
    };
    expect(looksFor(4_000)).toBeLessThanOrEqual(looksFor(40) * 1.1);
  });
});

/** Where the document's stream begins: at a sector, with its magic number. */
function headerAt(bytes: Uint8Array): number {
  for (let at = 512; at < bytes.length; at += 512) if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return at;
  throw new Error('no Word document');
}
