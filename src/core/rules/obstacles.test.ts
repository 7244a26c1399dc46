import { describe, expect, it } from 'vitest';
import { checkAnswer, checkSaid, checkUntouched, kindOfPeriod, OBSTACLE_LIMITS, putTogether } from './obstacles.ts';

const PERIOD = { from: '2026-04-01', until: '2026-06-30' };
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code);

describe('practice 9: what hinders, and what is asked for', () => {
  it('needs the one or the other; a cause alone says nothing', () => {
    const nothing = { obstacle: null, cause: 'Mưa lũ', recommendation: null };
    expect(codes(checkSaid(nothing, PERIOD))).toEqual(['obstacle-empty']);
    expect(checkSaid({ ...nothing, recommendation: 'Sửa đường' }, PERIOD)).toEqual([]);
    expect(codes(checkSaid({ ...nothing, obstacle: 'x' }, { from: '2026-06-30', until: '2026-04-01' }))).toEqual([
      'obstacle-period-odd',
    ]);
  });

  it('is reworded until the level above is at it', () => {
    const untouched = { state: 'open', merged: false, withdrawn: false } as const;
    expect(checkUntouched(untouched)).toEqual([]);
    expect(codes(checkUntouched({ ...untouched, merged: true }))).toEqual(['obstacle-taken-up']);
    expect(codes(checkUntouched({ ...untouched, state: 'in-hand' }))).toEqual(['obstacle-taken-up']);
    expect(codes(checkUntouched({ ...untouched, withdrawn: true }))).toEqual(['obstacle-withdrawn']);
  });

  it('is in hand of somebody by name, and answered by words', () => {
    expect(codes(checkAnswer({ state: 'in-hand', ownerId: null, answer: null }))).toEqual(['obstacle-owner-missing']);
    expect(codes(checkAnswer({ state: 'resolved', ownerId: 'a', answer: null }))).toEqual(['obstacle-answer-missing']);
    expect(checkAnswer({ state: 'answered', ownerId: null, answer: 'Đã cấp vật tư' })).toEqual([]);
  });

  it('is put together with each thing said once, in the order it came', () => {
    expect(putTogether(['Thiếu nước sạch.', null, 'thiếu  nước sạch', 'Đường hỏng'])).toBe(
      '- Thiếu nước sạch.\n- Đường hỏng',
    );
    expect(putTogether(['Thiếu nước', ''])).toBe('Thiếu nước');
    expect(putTogether([null, ' '])).toBeNull();
    const long = Array.from({ length: 200 }, (_, at) => `${at} ${'x'.repeat(100)}`);
    expect(putTogether(long)?.length).toBe(OBSTACLE_LIMITS.text);
  });

  it('is told by the period as people call it', () => {
    expect(kindOfPeriod({ from: '2026-06-01', until: '2026-06-30' })).toBe('month');
    expect(kindOfPeriod(PERIOD)).toBe('quarter');
    expect(kindOfPeriod({ from: '2026-01-01', until: '2026-06-30' })).toBe('half-year');
    expect(kindOfPeriod({ from: '2025-09-01', until: '2026-05-31' })).toBe('nine-months');
    expect(kindOfPeriod({ from: '2026-01-01', until: '2026-12-31' })).toBe('year');
  });
});
