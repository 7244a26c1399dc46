import { describe, expect, it } from 'vitest';
import { checkEntry, doubtsOf, type EntryFacts, isCounted, readTyped } from './figure-entry.ts';

const value = (figure: string) => ({
  is: 'figure',
  figure: { value: figure, numerator: null, denominator: null },
});

describe('what is typed into a cell', () => {
  it.each([
    ['1.000', '1000'],
    ['13.741,5', '13741.5'],
    [' 98,2 % ', '98.2'],
    ['0', '0'],
    ['-1,2', '-1.2'],
    ['+7', '7'],
    ['1 234 567', '1234567'],
  ])('%j is %s', (typed, read) => {
    expect(readTyped(typed)).toEqual(value(read));
  });

  it('is a part of a whole', () => {
    expect(readTyped('7/8')).toEqual({ is: 'figure', figure: { value: null, numerator: '7', denominator: '8' } });
    expect(readTyped('18 / 24')).toMatchObject({ figure: { numerator: '18', denominator: '24' } });
    expect(readTyped('7/x')).toMatchObject({ fault: 'not-a-number' });
  });

  it('is asked about where it has two readings, never guessed', () => {
    expect(readTyped('1,000')).toEqual({ is: 'unclear', fault: 'two-readings', readings: ['1', '1000'] });
    expect(readTyped('62.07')).toEqual(value('62.07'));
  });

  it.each([
    ['bốn mươi', 'not-a-number'],
    ['12a', 'not-a-number'],
    ['=SUM(A1:A9)', 'formula'],
    ['@cmd', 'formula'],
    ['+A1', 'formula'],
    ['-cmd|calc', 'formula'],
    ['9'.repeat(41), 'too-long'],
    ['1234567890123456789', 'too-long'],
    ['1/2/3', 'not-a-number'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(readTyped(typed)).toEqual({ is: 'unclear', fault, readings: [] });
  });

  it('may be nothing at all, which is not zero', () => {
    for (const typed of ['', '   ', '-', '…']) expect(readTyped(typed)).toEqual({ is: 'empty' });
  });
});

const facts = (changes: Partial<EntryFacts> = {}): EntryFacts => ({
  rule: { unit: 'người', measure: 'amount', asksChange: false },
  period: { from: '2026-06-01', until: '2026-06-30' },
  today: '2026-06-30',
  closed: false,
  mayPassHundred: false,
  ...changes,
});
const of = (typed: string, changes: Partial<EntryFacts> = {}) => {
  const read = readTyped(typed);
  if (read.is !== 'figure') throw new Error(read.is);
  return checkEntry(read.figure, facts(changes));
};
const share = { unit: '%', measure: 'share', asksChange: false } as const;

describe('a figure before it is kept', () => {
  it('may be right', () => {
    expect(of('120')).toEqual([]);
    expect(of('98,2', { rule: share })).toEqual([]);
    expect(of('7/8', { rule: { ...share, measure: 'fraction' } })).toEqual([]);
  });

  it('has no negative people and no half school', () => {
    expect(of('-5')).toEqual(['negative']);
    expect(of('2,5', { rule: { unit: 'trường', measure: 'amount', asksChange: false } })).toEqual(['not-whole']);
    expect(of('-2,1', { rule: { unit: '%', measure: 'growth', asksChange: false } })).toEqual([]);
  });

  it('has no 140 % of households', () => {
    expect(of('140', { rule: share })).toEqual(['above-hundred']);
    expect(of('140', { rule: share, mayPassHundred: true })).toEqual([]);
    expect(of('9/8', { rule: { ...share, measure: 'fraction' } })).toEqual(['part-above-whole']);
    expect(of('0/0', { rule: { ...share, measure: 'fraction' } })).toEqual(['whole-zero']);
  });

  it('is of no month of the future and of no closed period', () => {
    expect(of('5', { period: { from: '2026-07-01', until: '2026-07-31' } })).toEqual(['period-to-come']);
    expect(of('5', { closed: true })).toEqual(['period-closed']);
  });

  it('is doubted where it looks like a slip', () => {
    const doubt = (cumulative: string | null, before: string | null, target: string | null = null, addsUp = true) =>
      doubtsOf({ cumulative, before, target, addsUp });
    expect(doubt('90', '100')).toEqual(['cumulative-falls']);
    expect(doubt('90', '100', null, false)).toEqual([]);
    expect(doubt('100', '100')).toEqual([]);
    expect(doubt('1000', '100')).toEqual(['ten-times']);
    expect(doubt('999', '100')).toEqual([]);
    expect(doubt('335150', null, '33515')).toEqual(['far-above-target']);
    expect(doubt('12.5', '1.25')).toEqual(['ten-times']);
    expect(doubt(null, '1')).toEqual([]);
  });

  it('knows what is counted one by one', () => {
    for (const unit of ['người', 'hộ', 'trường', 'lượt người', 'công trình']) expect(isCounted(unit)).toBe(true);
    for (const unit of ['%', 'triệu đồng', 'tấn', 'ha', null]) expect(isCounted(unit)).toBe(false);
  });
});
