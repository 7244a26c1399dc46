import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';

function found(body: string) {
  const reading = readText(`KẾ HOẠCH\nPhát động thi đua năm 2026\n${body}`);
  for (const { quote, span } of [...reading.criteria, ...reading.commendation])
    expect(reading.text.slice(...span)).toBe(quote);
  return {
    criteria: reading.criteria.map((row) => row.quote),
    commendation: reading.commendation.map((row) => row.quote),
  };
}

describe('criteria and commendation', () => {
  it('takes the lines of their sections', () => {
    expect(
      found(
        'I. TIÊU CHÍ ĐÁNH GIÁ\n1. Hoàn thành 100% chỉ tiêu được giao.\n2. Không có đơn thư vượt cấp.\nII. KHEN THƯỞNG\n- Tặng Giấy khen cho 05 tập thể.\n- Mức thưởng theo quy định hiện hành.\nIII. TỔ CHỨC THỰC HIỆN\n1. Các thôn thực hiện nghiêm túc.',
      ),
    ).toEqual({
      criteria: ['Hoàn thành 100% chỉ tiêu được giao.', 'Không có đơn thư vượt cấp.'],
      commendation: ['Tặng Giấy khen cho 05 tập thể.', 'Mức thưởng theo quy định hiện hành.'],
    });
  });

  it('parts a section about both by sentence', () => {
    expect(
      found(
        'I. TIÊU CHÍ, HÌNH THỨC KHEN THƯỞNG\nTập thể được xét khi hoàn thành chỉ tiêu. Chủ tịch UBND xã tặng Giấy khen cho tập thể dẫn đầu.',
      ),
    ).toEqual({
      criteria: ['Tập thể được xét khi hoàn thành chỉ tiêu'],
      commendation: ['Chủ tịch UBND xã tặng Giấy khen cho tập thể dẫn đầu'],
    });
  });

  it.each<[body: string, criteria: number, commendation: number]>([
    ['1. Kết quả thi đua là một trong các tiêu chí để bình xét cuối năm.', 1, 0],
    ['1. Lấy mức độ hoàn thành làm cơ sở để đánh giá, xếp loại đơn vị.', 1, 0],
    ['1. Ưu tiên khen thưởng người lao động trực tiếp, vùng sâu, vùng xa.', 0, 1],
    ['1. Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các tập thể xuất sắc.', 0, 1],
    ['1. Thủ trưởng đơn vị khen thưởng theo thẩm quyền.', 0, 1],
    ['1. Nâng cao chất lượng công tác thi đua, khen thưởng trong toàn xã.', 0, 0],
    ['1. Duy trì xã đạt tiêu chí quốc gia về y tế.', 0, 0],
    ['1. Hội đồng Thi đua - Khen thưởng xã theo dõi việc thực hiện.', 0, 0],
  ])('%s', (body, criteria, commendation) => {
    const rows = found(body);
    expect([rows.criteria.length, rows.commendation.length]).toEqual([criteria, commendation]);
  });
});
