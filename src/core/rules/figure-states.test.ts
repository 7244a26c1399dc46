import { describe, expect, it } from 'vitest';
import { checkCorrection, checkSplit, type SplitFacts, stateAfterSending, stateAfterWriting } from './figure-states.ts';

describe('the way of a figure', () => {
  it('is written, sent, approved or returned', () => {
    expect(stateAfterWriting(null, 'unit')).toBe('draft');
    expect(stateAfterWriting('draft', 'unit')).toBe('draft');
    expect(stateAfterSending('draft', 'unit')).toBe('submitted');
    expect(stateAfterSending('returned', 'unit')).toBe('submitted');
  });

  it('goes back to a draft when the unit takes it back, and keeps the reason while it is mended', () => {
    expect(stateAfterWriting('submitted', 'unit')).toBe('draft');
    expect(stateAfterWriting('returned', 'unit')).toBe('returned');
  });

  it('is shut to the unit once approved; a correction by the approver stays approved', () => {
    expect(stateAfterWriting('approved', 'unit')).toBeNull();
    expect(stateAfterWriting('approved', 'approver')).toBe('approved');
    expect(stateAfterSending('draft', 'approver')).toBe('approved');
    expect(stateAfterSending('approved', 'unit')).toBe('approved');
  });

  it('an approved figure is corrected with a reason and never emptied', () => {
    expect(checkCorrection({ empty: false, reason: null })).toEqual(['correction-reason']);
    expect(checkCorrection({ empty: true, reason: 'Ghi nhầm' })).toEqual(['correction-empty']);
    expect(checkCorrection({ empty: false, reason: 'Ghi nhầm' })).toEqual([]);
  });
});

describe('a split', () => {
  const unit = (id: string, value: string | null, below = true) => ({ id, name: id, below, value });
  const split = (facts: Partial<SplitFacts>) =>
    checkSplit({
      whole: '100',
      unit: 'tấn',
      units: [unit('a', '60'), unit('b', '40')],
      difference: '0',
      reason: null,
      ...facts,
    }).map(({ code }) => code);

  it('adds up, or says why not', () => {
    expect(split({})).toEqual([]);
    expect(split({ difference: '-5' })).toEqual(['split-differs']);
    expect(split({ difference: '-5', reason: 'Dự phòng' })).toEqual([]);
  });

  it('is among different units below', () => {
    expect(split({ units: [unit('a', '60'), unit('a', '40')] })).toEqual(['split-unit-twice']);
    expect(split({ units: [unit('a', '100', false)] })).toEqual(['split-unit-not-below']);
  });

  it('gives nobody less than nothing, even where the sum is right', () => {
    expect(split({ units: [unit('a', '105'), unit('b', '-5')] })).toEqual(['split-negative']);
    expect(split({ units: [unit('a', '100'), unit('b', '0')] })).toEqual([]);
  });

  it('cuts nobody in parts', () => {
    const halves = { units: [unit('a', '59.5'), unit('b', '40.5')] };
    expect(split({ ...halves, unit: 'lao động' })).toEqual(['split-not-whole', 'split-not-whole']);
    expect(split({ ...halves, unit: 'ha' })).toEqual([]);
  });

  it('is split once more among months or quarters, which add up to the share or say why not', () => {
    const quarters = (...periods: string[]) => ({ units: [{ ...unit('a', '60'), periods }, unit('b', '40')] });
    expect(split(quarters('10', '20', '30'))).toEqual([]);
    expect(split(quarters('10', '20'))).toEqual(['split-periods-differ']);
    expect(split({ ...quarters('10', '20'), reason: 'Quý IV bổ sung sau' })).toEqual([]);
    expect(split(quarters('-10', '70'))).toEqual(['split-negative']);
    expect(split({ units: [{ ...unit('a', null), periods: ['1'] }, unit('b', '100')] })).toEqual([
      'split-periods-differ',
    ]);
  });

  it('of what does not add up only says who reports', () => {
    expect(split({ whole: null, difference: '-100' })).toEqual(['split-no-figure']);
    expect(split({ whole: null, units: [unit('a', null), unit('b', null)], difference: '0' })).toEqual([]);
  });
});
