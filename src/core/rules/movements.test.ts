import { describe, expect, it } from 'vitest';
import { daysLeft, movementState, numberSymbol } from './movements.ts';

const year2026 = { period: { from: null, until: null }, year: 2026 };
const thematic = { period: { from: '2026-03-01', until: '2026-05-19' }, year: 2026 };

describe('the state of a movement', () => {
  it.each([
    ['before its first day', thematic, '2026-02-28', 'upcoming'],
    ['on its first day', thematic, '2026-03-01', 'running'],
    ['on its last day', thematic, '2026-05-19', 'running'],
    ['the day after', thematic, '2026-05-20', 'ended'],
    ['a year without a stated period', year2026, '2026-06-30', 'running'],
    ['the year after', year2026, '2027-01-01', 'ended'],
  ])('%s', (_name, movement, today, state) => {
    expect(movementState({ ...movement, archived: false }, today)).toBe(state);
  });

  it('is archived whatever the day', () => {
    expect(movementState({ ...year2026, archived: true }, '2026-06-30')).toBe('archived');
  });

  it('counts the days left: 184 on 30/6/2026, none on the last day, null afterwards', () => {
    expect(daysLeft(year2026, '2026-06-30')).toBe(184);
    expect(daysLeft(thematic, '2026-05-19')).toBe(0);
    expect(daysLeft(thematic, '2026-05-20')).toBeNull();
  });
});

describe('number and symbol', () => {
  it('joins as the offices do', () => {
    expect(numberSymbol({ number: '02', symbol: 'CT-UBND' })).toBe('02/CT-UBND');
    expect(numberSymbol({ number: '41', symbol: 'CT/TW' })).toBe('41-CT/TW');
    expect(numberSymbol({ number: '72', symbol: '2025/QH15' })).toBe('72/2025/QH15');
    expect(numberSymbol({ number: '7', symbol: null })).toBe('7');
    expect(numberSymbol({ number: null, symbol: 'KH-UBND' })).toBeNull();
  });
});
