import { describe, expectTypeOf, it } from 'vitest';
import type { Reading } from '../core/reader/reading.ts';
import type { ReadingContent } from './reading.ts';

describe('the reading on the wire', () => {
  it('has exactly the fields of the reader', () => {
    expectTypeOf<ReadingContent>().toExtend<Reading>();
    expectTypeOf<Reading>().toExtend<ReadingContent>();
  });
});
