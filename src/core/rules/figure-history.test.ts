import { describe, expect, it } from 'vitest';
import { entriesOf, type FigureMoment } from './figure-history.ts';

const moment = (more: Partial<FigureMoment>): FigureMoment => ({
  entered: '10',
  numerator: null,
  denominator: null,
  estimated: false,
  note: null,
  saidBy: null,
  returnedReason: null,
  correctionReason: null,
  state: 'draft',
  at: '2026-07-01T02:00:00.000Z',
  byPost: 'Trưởng bản',
  ...more,
});

describe('earlier values of a figure', () => {
  it('sending and approving are no entries of their own', () => {
    const entries = entriesOf([moment({}), moment({ state: 'submitted' }), moment({ state: 'approved' })]);
    expect(entries).toEqual([moment({ state: 'approved' })]);
  });

  it('the newest entry stands first, and the reason for sending back stands with what was sent back', () => {
    const mended = { entered: '12', at: '2026-07-02T02:00:00.000Z', returnedReason: 'Thiếu tháng 6' };
    const entries = entriesOf([
      moment({}),
      moment({ state: 'submitted' }),
      moment({ state: 'returned', returnedReason: 'Thiếu tháng 6' }),
      moment({ ...mended, state: 'returned' }),
      moment({ ...mended, state: 'submitted', returnedReason: null }),
    ]);
    expect(entries.map(({ entered, state, returnedReason }) => [entered, state, returnedReason])).toEqual([
      ['12', 'submitted', null],
      ['10', 'returned', 'Thiếu tháng 6'],
    ]);
  });

  it('the same number made final is an entry: the estimate before it stays visible', () => {
    const entries = entriesOf([
      moment({ estimated: true, state: 'approved' }),
      moment({ at: '2026-07-09T02:00:00.000Z', note: 'Số chính thức của Thống kê', state: 'approved' }),
    ]);
    expect(entries.map(({ estimated, note }) => [estimated, note])).toEqual([
      [false, 'Số chính thức của Thống kê'],
      [true, null],
    ]);
  });
});
