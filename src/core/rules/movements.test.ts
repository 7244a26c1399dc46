import { describe, expect, it } from 'vitest';
import {
  checkHead,
  checkResponse,
  checkTarget,
  checkTargetRemoval,
  daysLeft,
  movementState,
  numberSymbol,
} from './movements.ts';

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

describe('the head of a movement', () => {
  const launcher = { id: 'a', name: 'Xã A', validFrom: '2025-07-01', validUntil: null };
  const ended = { id: 'b', name: 'Huyện B', validFrom: null, validUntil: '2025-07-01' };
  const head = { ...year2026, launcher, joint: [], numberTakenBy: null };
  const codes = (part: Partial<Parameters<typeof checkHead>[0]>) =>
    checkHead({ ...head, ...part }).map(({ code }) => code);

  it('holds together', () => expect(codes({})).toEqual([]));
  it('is refused when its dates are the wrong way round', () => {
    expect(codes({ period: { from: '2026-06-01', until: '2026-05-01' } })).toEqual(['period-reversed']);
  });
  it('lets a unit launch only in its own life: a district ended on 30/6/2025 still has its years 2022-2024', () => {
    expect(codes({ launcher: ended })).toEqual(['launcher-not-alive']);
    expect(codes({ launcher: ended, year: 2022, period: { from: '2022-01-01', until: '2024-12-31' } })).toEqual([]);
    expect(codes({ year: 2024 })).toEqual(['launcher-not-alive']);
    const firstDay = { period: { from: '2025-07-01', until: '2025-12-31' }, year: 2025 };
    expect(codes({ launcher: ended, ...firstDay })).toEqual(['launcher-not-alive']);
  });
  it('gives all reasons at once', () => {
    expect(codes({ joint: [launcher, ended], numberTakenBy: { title: 'x', numberSymbol: '05/KH-UBND' } })).toEqual([
      'joint-is-launcher',
      'joint-not-alive',
      'number-taken',
    ]);
  });
});

describe('a target', () => {
  const target = { name: 'Thu ngân sách', figure: null, id: null, partOf: null, movementId: 'm' };
  const codes = (part: Partial<Parameters<typeof checkTarget>[0]>) =>
    checkTarget({ ...target, ...part }).map(({ code }) => code);

  it('may be a goal without a figure, but not a figure without a value', () => {
    expect(codes({})).toEqual([]);
    const figure = {
      measure: 'amount',
      comparator: 'eq',
      change: 'level',
      value: null,
      low: null,
      high: null,
    } as const;
    const empty = {
      ...figure,
      numerator: null,
      denominator: null,
      unit: null,
      better: 'higher',
      baseline: null,
    } as const;
    expect(checkTarget({ ...target, figure: empty })[0]).toMatchObject({
      code: 'figure-faulty',
      facts: { fault: 'value-missing' },
    });
  });
  it('is part of another of the same movement, and never of itself, however far round', () => {
    expect(codes({ partOf: { id: 'p', movementId: 'm', wholes: [] } })).toEqual([]);
    expect(codes({ partOf: { id: 'p', movementId: 'other', wholes: [] } })).toEqual(['target-part-of-other']);
    expect(codes({ id: 't', partOf: { id: 't', movementId: 'm', wholes: [] } })).toEqual(['target-part-of-itself']);
    expect(codes({ id: 't', partOf: { id: 'p', movementId: 'm', wholes: ['t'] } })).toEqual(['target-part-of-itself']);
  });
  it('is not taken away while figures or parts stand under it', () => {
    expect(checkTargetRemoval({ name: 'x', figures: 0, parts: 0 })).toEqual([]);
    expect(checkTargetRemoval({ name: 'x', figures: 6, parts: 3 }).map(({ code }) => code)).toEqual([
      'target-has-figures',
      'target-has-parts',
    ]);
  });
});

describe("answering a superior's movement (practice 11)", () => {
  const answer = {
    how: 'own-plan' as const,
    reason: null,
    answered: { id: 'parent', launcherIds: ['province'] },
    answerer: { id: 'commune', name: 'Xã A', above: ['province'] },
    answering: { id: 'plan', launcherIds: ['commune'] },
    already: false,
  };
  const codes = (part: Partial<Parameters<typeof checkResponse>[0]>) =>
    checkResponse({ ...answer, ...part }).map(({ code }) => code);

  it.each([
    ['by an own plan', {}, []],
    ['folded into another', { how: 'folded' as const }, []],
    ['not at all, with a reason', { how: 'not-applicable' as const, answering: null, reason: 'Xã không có rừng' }, []],
    ['not at all, without one', { how: 'not-applicable' as const, answering: null }, ['response-needs-reason']],
    ['by no plan', { answering: null }, ['response-needs-movement']],
    ['by itself', { answering: { id: 'parent', launcherIds: ['province'] } }, ['response-is-itself']],
    ["by another's plan", { answering: { id: 'x', launcherIds: ['other'] } }, ['response-not-own-movement']],
    ['from a unit that is not below', { answerer: { id: 'commune', name: 'Xã A', above: [] } }, ['response-not-below']],
    ['twice', { already: true }, ['response-answered-already']],
  ])('%s', (_name, part, expected) => expect(codes(part)).toEqual(expected));
});
