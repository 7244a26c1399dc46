import { describe, expect, it } from 'vitest';
import { comparisonsVi } from '../text/vi/comparisons.ts';
import {
  type AskedOfUnit,
  aimOf,
  type ComparedTarget,
  checkAnswer,
  compareWithParent,
  heightOf,
  isUnweighed,
  suggestAnswers,
  sumTakenOn,
  type TargetAnswer,
} from './compare-with-parent.ts';
import { checkIssuedPlan, issueState } from './issued-plans.ts';
import type { GoalFigure } from './targets.ts';

const figure = (value: string, unit: string, more: Partial<GoalFigure> = {}): GoalFigure => ({
  measure: unit.startsWith('%') ? 'share' : 'amount',
  comparator: 'eq',
  change: 'level',
  value,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  unit,
  better: 'higher',
  baseline: null,
  ...more,
});
const target = (id: string, indicator: string | null, of: GoalFigure | null, name = id): ComparedTarget => ({
  id,
  name,
  indicator,
  figure: of,
});
const asked = (one: ComparedTarget, share: string | null = null, addsUp = false): AskedOfUnit => ({
  ...one,
  share,
  addsUp,
});
const decided = (entries: [string, Partial<TargetAnswer>][]) =>
  new Map(
    entries.map(([id, more]) => [id, { how: 'answered', ownTargetId: null, reason: null, ...more } as TargetAnswer]),
  );

describe('Đối chiếu chỉ tiêu cấp trên (practice 11: a plan answers the targets of its superior)', () => {
  const insured = target('p-insured', 'bao_phu_bhyt', figure('95', '%'));
  const budget = target('p-budget', 'thu_ngan_sach', figure('2727', 'tỷ đồng'));
  const jobs = target('p-jobs', 'giai_quyet_viec_lam', figure('10000', 'lao động'));
  const own = [
    target('o-insured', 'bao_phu_bhyt', figure('92.1', '%')),
    target('o-budget', 'thu_ngan_sach', figure('33515', 'triệu đồng')),
    target('o-forest', 'che_phu_rung', figure('58.39', '%')),
  ];

  it('suggests by indicator, says what is missing and what the plan adds', () => {
    const { rows, added } = compareWithParent([asked(insured), asked(budget, null, true), asked(jobs)], own, new Map());
    expect(rows.map(({ state, ownId }) => [state, ownId])).toEqual([
      ['suggested', 'o-insured'],
      ['suggested', 'o-budget'],
      ['missing', null],
    ]);
    expect(added).toEqual(['o-forest']);
  });

  it('says that an answer aims lower, by how much', () => {
    const { rows } = compareWithParent([asked(insured)], own, decided([['p-insured', { ownTargetId: 'o-insured' }]]));
    expect(rows[0]).toMatchObject({ state: 'lower', height: 'lower', difference: '-2.9' });
  });

  it('keeps what was adapted with a reason, and still says that it is lower', () => {
    const { rows } = compareWithParent(
      [asked(insured)],
      own,
      decided([['p-insured', { how: 'adapted', ownTargetId: 'o-insured', reason: 'xã vùng cao' }]]),
    );
    expect(rows[0]).toMatchObject({ state: 'adapted', height: 'lower', reason: 'xã vùng cao' });
  });

  it('compares an amount with the share of the unit, in any unit of its kind, never with the whole', () => {
    const answers = decided([['p-budget', { ownTargetId: 'o-budget' }]]);
    const alone = compareWithParent([asked(budget, null, true)], own, answers).rows[0];
    expect(alone).toMatchObject({ state: 'answered', height: null, difference: null });
    const shared = compareWithParent([asked(budget, '34', true)], own, answers).rows[0];
    expect(shared).toMatchObject({ state: 'lower', difference: '-0.485' });
  });

  it('knows that less is more where lower is better', () => {
    const poor = figure('1.2', '%', { better: 'lower' });
    expect(heightOf({ figure: poor, value: '1.2', unit: '%' }, figure('1', '%', { better: 'lower' }))).toEqual({
      height: 'higher',
      difference: '-0.2',
    });
  });

  it('tells a reduction by so much from a level, and per cent from points only by name', () => {
    const by = figure('3.88', 'điểm %', { measure: 'reduction', change: 'decrease-by' });
    expect(heightOf({ figure: by, value: '3.88', unit: 'điểm %' }, figure('1.2', '%'))).toBeNull();
    const cut = figure('1.2', '%', { measure: 'reduction', change: 'decrease-by' });
    expect(heightOf({ figure: by, value: '3.88', unit: 'điểm %' }, cut)).toEqual({
      height: 'lower',
      difference: '-2.68',
    });
  });

  it('takes the nearer end of a range, and a fraction as per cent', () => {
    const range = figure('0', '%', { comparator: 'between', value: null, low: '12.5', high: '13' });
    expect(aimOf(range)).toEqual({ value: '12.5', unit: '%' });
    const schools = figure('0', 'trường', { measure: 'fraction', value: null, numerator: '7', denominator: '8' });
    expect(aimOf(schools)).toEqual({ value: '87.5', unit: '%' });
  });

  it('suggests each of the own targets once, the one that says its figure alike first', () => {
    const level = target('a', 'ty_le_ho_ngheo', figure('2', '%', { better: 'lower' }));
    const cut = target('b', 'ty_le_ho_ngheo', figure('1', 'điểm %', { measure: 'reduction', change: 'decrease-by' }));
    const ours = [{ ...cut, id: 'own-cut' }];
    expect([...suggestAnswers([level, cut], ours)]).toEqual([['b', 'own-cut']]);
  });

  it('suggests by name what no catalogue knows', () => {
    const goal = target('a', null, null, 'Mỗi bản một câu lạc bộ hát then');
    expect([...suggestAnswers([goal], [{ ...goal, id: 'b', name: 'mỗi bản một câu lạc bộ hát  then' }])]).toEqual([
      ['a', 'b'],
    ]);
  });

  it('says what all units take on beside the whole, missing ones not counted as zero', () => {
    const whole = { value: '2727', unit: 'tỷ đồng' };
    expect(
      sumTakenOn(whole, [{ value: '33515', unit: 'triệu đồng' }, { value: '265.5', unit: 'tỷ đồng' }, null]),
    ).toEqual({
      sum: '299.015',
      difference: '2427.985',
      given: 2,
      of: 3,
    });
  });

  it('says of an answer whose figures cannot be set beside each other that nobody knows whether it is enough', () => {
    const share = figure('95', '%');
    const row = (own: GoalFigure | null) =>
      compareWithParent(
        [asked(target('a', null, share))],
        [target('o', null, own)],
        decided([['a', { how: 'answered', ownTargetId: 'o' }]]),
      ).rows.map((one) => isUnweighed(one, share));
    expect(row(figure('12', 'xã'))).toEqual([true]);
    expect(row(null)).toEqual([true]);
    expect(row(figure('96', '%'))).toEqual([false]);
    expect(row(figure('94', '%'))).toEqual([false]);
    expect(isUnweighed({ state: 'answered', height: null }, null)).toBe(false);
    expect(isUnweighed({ state: 'adapted', height: null }, share)).toBe(false);
  });

  it('speaks of points where two shares differ, and begins a sentence with a capital', () => {
    expect(comparisonsVi.difference('14.9', '%')).toBe('Chênh +14,9 điểm %');
    expect(comparisonsVi.difference('-3', 'xã')).toBe('Chênh −3 xã');
    expect(comparisonsVi.adaptedHeight(comparisonsVi.heights.higher)).toBe('Cao hơn mức cấp trên');
  });

  it('wants a target for an answer, and a reason for anything less', () => {
    const codes = (how: TargetAnswer['how'], reason: string | null, ownOf: { ofPlan: boolean } | null) =>
      checkAnswer({ name: 'x', how, reason, own: ownOf }).map(({ code }) => code);
    expect(codes('answered', null, { ofPlan: true })).toEqual([]);
    expect(codes('answered', null, null)).toEqual(['answer-needs-target']);
    expect(codes('adapted', null, { ofPlan: false })).toEqual(['answer-of-other', 'answer-needs-reason']);
    expect(codes('not-applicable', 'không có rừng', null)).toEqual([]);
  });
});

describe('Tình hình ban hành kế hoạch (practice 12: not everyone below uses the system)', () => {
  it.each([
    [{ response: null, recorded: false }, 'none'],
    [{ response: null, recorded: true }, 'recorded'],
    [{ response: { how: 'own-plan', numbered: true }, recorded: true }, 'issued'],
    [{ response: { how: 'own-plan', numbered: false }, recorded: false }, 'drafted'],
    [{ response: { how: 'own-plan', numbered: false }, recorded: true }, 'recorded'],
    [{ response: { how: 'folded', numbered: false }, recorded: false }, 'folded'],
    [{ response: { how: 'not-applicable', numbered: false }, recorded: false }, 'not-applicable'],
  ] as const)('%j is %s', (facts, state) => {
    expect(issueState(facts)).toBe(state);
  });

  it('wants a number or a day that has come', () => {
    const check = (numberSymbol: string | null, issuedOn: string | null) =>
      checkIssuedPlan({ name: 'Xã Hai', numberSymbol, issuedOn, today: '2026-06-30' }).map(({ code }) => code);
    expect(check('15/KH-UBND', null)).toEqual([]);
    expect(check(null, null)).toEqual(['plan-needs-number']);
    expect(check(null, '2026-07-01')).toEqual(['plan-issued-later']);
  });
});
