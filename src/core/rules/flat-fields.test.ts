import { describe, expect, it } from 'vitest';
import { fieldChanges, flatFields } from './flat-fields.ts';

describe('what the log kept', () => {
  it('is read line by line, deeper things by their way', () => {
    expect(flatFields({ name: 'Bản A', place: { code: null, parts: ['x', 'y'] }, rows: [{ n: 1 }, { n: 2 }] })).toEqual(
      [
        { path: ['name'], value: 'Bản A' },
        { path: ['place', 'code'], value: null },
        { path: ['place', 'parts'], value: 'x, y' },
        { path: ['rows', '1', 'n'], value: 1 },
        { path: ['rows', '2', 'n'], value: 2 },
      ],
    );
  });

  it('shows what changed, and leaves out what stayed the same', () => {
    expect(fieldChanges({ name: 'Cũ', level: 'unit' }, { name: 'Mới', level: 'unit', code: '1' })).toEqual([
      { path: ['name'], before: 'Cũ', after: 'Mới' },
      { path: ['code'], after: '1' },
    ]);
  });

  it('shows all of what was made, and of what was taken away', () => {
    expect(fieldChanges(null, { name: 'Bản A' })).toEqual([{ path: ['name'], after: 'Bản A' }]);
    expect(fieldChanges({ name: 'Bản A' }, null)).toEqual([{ path: ['name'], before: 'Bản A' }]);
    expect(fieldChanges(undefined, null)).toEqual([]);
  });

  it('stays bounded', () => {
    expect(flatFields(Array.from({ length: 5_000 }, (_, n) => ({ n })))).toHaveLength(200);
  });
});
