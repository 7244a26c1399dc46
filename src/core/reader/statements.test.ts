import { describe, expect, it } from 'vitest';
import { joinContent } from './join.ts';
import { findOutline } from './outline.ts';
import { readPlain } from './plain.ts';
import type { Statement } from './reading.ts';
import { findStatements } from './statements.ts';
import { findTargets } from './targets.ts';

const PLAN = 'KẾ HOẠCH\n\nPhát động phong trào thi đua năm 2026\n\nI. CHỈ TIÊU\n\n';

function read(text: string): Statement[] {
  const doc = joinContent(readPlain(new TextEncoder().encode(text), 'txt'));
  const outline = findOutline(doc);
  const found = findStatements(doc, outline, findTargets(doc, outline).targets);
  for (const { quote, span } of found) expect(doc.text.slice(...span)).toBe(quote);
  return found;
}

const GOALS: [sentence: string, quote: string, domain: string][] = [
  ['Giữ vững an ninh, trật tự trên địa bàn.', 'Giữ vững an ninh, trật tự trên địa bàn', 'quoc_phong_an_ninh'],
  ['Không để hồ sơ quá hạn.', 'Không để hồ sơ quá hạn', 'cchc_chuyen_doi_so'],
  ['Hạn chế tối đa học sinh bỏ học.', 'Hạn chế tối đa học sinh bỏ học', 'giao_duc'],
  ['Duy trì xã đạt tiêu chí quốc gia về y tế.', 'Duy trì xã đạt tiêu chí quốc gia về y tế', 'y_te'],
  [
    'Hoàn thành và hoàn thành vượt mức dự toán thu ngân sách được giao.',
    'Hoàn thành và hoàn thành vượt mức dự toán thu ngân sách được giao',
    'ngan_sach',
  ],
  [
    'Chính quyền xã được đánh giá hoàn thành tốt nhiệm vụ trở lên.',
    'Chính quyền xã được đánh giá hoàn thành tốt nhiệm vụ trở lên',
    'xay_dung_dang',
  ],
  [
    'Đảng bộ hằng năm đạt: hoàn thành tốt nhiệm vụ trở lên.',
    'Đảng bộ hằng năm đạt: hoàn thành tốt nhiệm vụ trở lên',
    'xay_dung_dang',
  ],
];

describe('goals without a figure', () => {
  it.each(GOALS)('%s', (sentence, quote, domain) => {
    expect(read(`${PLAN}- ${sentence}`).map((one) => [one.quote, one.domain])).toEqual([[quote, domain]]);
  });

  it('cuts a sentence into its goals', () => {
    const found = read(
      `${PLAN}- Bảo đảm vững chắc quốc phòng, giữ vững chủ quyền biên giới; không để phát sinh điểm nóng.`,
    );
    expect(found.map((one) => one.quote)).toEqual([
      'Bảo đảm vững chắc quốc phòng',
      'giữ vững chủ quyền biên giới',
      'không để phát sinh điểm nóng',
    ]);
  });

  it('reads the day by which a goal is to be reached', () => {
    const due = (sentence: string) => read(`${PLAN}- ${sentence}`)[0]?.dueOn;
    expect(due('Phấn đấu xã thoát nghèo vào năm 2027.')).toBe('2027-12-31');
    expect(due('Hoàn thành các mục tiêu đề ra trước ngày 30/6/2026.')).toBe('2026-06-30');
    expect(due('Giữ vững an ninh, trật tự trên địa bàn.')).toBeNull();
  });

  it('makes no goal of the day by which a target or another goal is finished', () => {
    const quotes = (sentence: string) => read(`${PLAN}- ${sentence}`).map((one) => [one.quote, one.dueOn]);
    expect(quotes('Trồng mới 15 ha rừng sản xuất, hoàn thành trước ngày 30/9/2026.')).toEqual([]);
    expect(quotes('Xóa 24 nhà tạm, nhà dột nát; hoàn thành trong quý III năm 2026.')).toEqual([]);
    expect(quotes('Xây dựng nhà văn hóa xã, hoàn thành trước ngày 30/9/2026.')).toEqual([
      ['Xây dựng nhà văn hóa xã, hoàn thành trước ngày 30/9/2026', '2026-09-30'],
    ]);
    expect(quotes('Duy trì trạm y tế đạt chuẩn, hoàn thành trong quý III.')).toEqual([
      ['Duy trì trạm y tế đạt chuẩn, hoàn thành trong quý III', '2026-09-30'],
    ]);
  });

  it('leaves out what is a target, a slogan, a title or a duty', () => {
    expect(read(`${PLAN}- Phấn đấu thu ngân sách đạt 80 tỷ đồng.`)).toEqual([]);
    expect(read(`${PLAN}- Hưởng ứng phong trào “Giữ vững trật tự đô thị văn minh”.`)).toEqual([]);
    expect(
      read(`${PLAN.replace('CHỈ TIÊU', 'TỔ CHỨC THỰC HIỆN')}- Duy trì chế độ báo cáo hằng tháng về Ủy ban.`),
    ).toEqual([]);
    expect(read('QUYẾT ĐỊNH\n\nVề việc tặng Giấy khen cho 02 tập thể\n\nĐiều 1. Duy trì tốt phong trào.')).toEqual([]);
  });

  it('gives two dozen at most', () => {
    const many = Array.from({ length: 200 }, (_, at) => `- Giữ vững danh hiệu thôn văn hóa của thôn Bình An ${at}.`);
    expect(read(PLAN + many.join('\n'))).toHaveLength(24);
  });
});
