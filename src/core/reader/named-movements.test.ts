import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';
import { isNoMovement, officialMovement } from './movement-names.ts';

function movements(body: string) {
  const reading = readText(`KẾ HOẠCH\nPhát động phong trào thi đua chào xuân mới\nI. NỘI DUNG\n1. ${body}`);
  for (const { quote, span } of reading.movements) expect(reading.text.slice(...span)).toBe(quote);
  return reading.movements;
}
const names = (body: string) => movements(body).map((movement) => movement.name);

describe('named movements', () => {
  it.each<[body: string, expected: string[]]>([
    ['Hưởng ứng phong trào thi đua “Dân vận khéo” trong toàn xã.', ['Dân vận khéo']],
    ['Đẩy mạnh phong trào "Toàn dân bảo vệ an ninh Tổ quốc".', ['Toàn dân bảo vệ an ninh Tổ quốc']],
    [
      'Thực hiện cuộc vận động «Người Việt Nam ưu tiên dùng hàng Việt Nam».',
      ['Người Việt Nam ưu tiên dùng hàng Việt Nam'],
    ],
    ["Tham gia phong trào ''Nhà sạch, vườn đẹp''.", ['Nhà sạch, vườn đẹp']],
    ['Tham gia phong trào ‘‘Mỗi tuần một cây xanh’’ của tỉnh.', ['Mỗi tuần một cây xanh']],
    ['Triển khai phong trào ”Ngày thứ Bảy cùng dân”.', ['Ngày thứ Bảy cùng dân']],
    [
      'Triển khai các phong trào: “Thi đua quyết thắng”; “Vì an ninh Tổ quốc” và “Lao động giỏi, lao động sáng tạo”.',
      ['Thi đua quyết thắng', 'Vì an ninh Tổ quốc', 'Lao động giỏi, lao động sáng tạo'],
    ],
    [
      'Đẩy mạnh phong trào thi đua “Sạch làng, đẹp ngõ trên địa bàn xã; Phong trào thi đua “Ánh sáng vùng biên”.',
      ['Sạch làng, đẹp ngõ', 'Ánh sáng vùng biên'],
    ],
    [
      'Triển khai phong trào thi đua xây dựng đường giao thông nông thôn kiểu mẫu; giữ gìn vệ sinh.',
      ['thi đua xây dựng đường giao thông nông thôn kiểu mẫu'],
    ],
    [
      'Gắn với phong trào thi đua Cả nước chung sức xây dựng nông thôn mới của Chính phủ.',
      ['Cả nước chung sức xây dựng nông thôn mới'],
    ],
  ])('%s', (body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  it.each([
    'Thực hiện cơ chế “một cửa”, “một cửa liên thông”.',
    'Kịp thời biểu dương gương “người tốt, việc tốt”.',
    'Xây dựng gia đình theo tiêu chí “5 không, 3 sạch”.',
    'Gắn với việc “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.',
    'Nhớ lời Bác dạy “Thi đua là yêu nước, yêu nước thì phải thi đua”.',
    'Theo phương châm “dân biết, dân bàn, dân làm”.',
    'Đại hội thi đua yêu nước với chủ đề “Kết nối và tỏa sáng”.',
    'Phong trào thi đua phải có trọng tâm, trọng điểm, tránh hình thức.',
    'Đẩy mạnh phong trào thi đua trong lĩnh vực văn hóa - xã hội.',
    'Phong trào thi đua hoàn thành các chỉ tiêu được giao.',
  ])('none: %s', (body) => {
    expect(names(body)).toEqual([]);
  });

  it('leaves out the own movement and its theme', () => {
    const reading = readText(
      'KẾ HOẠCH\nPhát động phong trào thi đua “Tuyến đường hoa biên giới” năm 2026\nUBND xã phát động phong trào thi đua với chủ đề “Rực rỡ biên cương”.\nI. NỘI DUNG\n1. Hưởng ứng phong trào thi đua “Tuyến đường hoa biên giới”.',
    );
    expect(reading.movements).toEqual([]);
  });

  it('names the launcher from the text, else from the catalogue', () => {
    const found = movements(
      'Triển khai các phong trào thi đua do Chủ tịch Ủy ban nhân dân tỉnh phát động, trọng tâm là phong trào “Ba nhất ba không”; “Chung sức xây dựng nông thôn mới”.',
    );
    expect(found.map((movement) => movement.launcher)).toEqual(Array(2).fill('Chủ tịch Ủy ban nhân dân tỉnh'));
    expect(movements('Hưởng ứng phong trào “Chung sức xây dựng nông thôn mới”.')[0]?.launcher).toBe(
      'Thủ tướng Chính phủ',
    );
    expect(movements('Hưởng ứng phong trào “Hè xanh” do Tỉnh đoàn phát động.')[0]?.launcher).toBe('Tỉnh đoàn');
  });

  it('tells answering from naming', () => {
    expect(movements('Tiếp tục hưởng ứng phong trào thi đua “Dân vận khéo”.')[0]?.answered).toBe(true);
    expect(movements('Kết quả của phong trào thi đua “Dân vận khéo” năm 2025 là căn cứ xét khen.')[0]?.answered).toBe(
      false,
    );
  });

  it('makes one entry of a movement named twice', () => {
    expect(
      names(
        'Hưởng ứng phong trào “Chung sức xây dựng nông thôn mới”.\n2. Đẩy mạnh phong trào “Cả nước chung sức xây dựng nông thôn mới”.',
      ),
    ).toEqual(['Chung sức xây dựng nông thôn mới']);
  });
});

describe('officialMovement', () => {
  it.each([
    ['Thi đua đổi mới sáng tạo và chuyển đổi số', 'Cả nước thi đua đổi mới sáng tạo và chuyển đổi số'],
    ['cả nước thi đua đổi mới, sáng tạo và chuyển đổi số', 'Cả nước thi đua đổi mới sáng tạo và chuyển đổi số'],
    ['Chung tay vì người nghèo', 'Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau'],
    ['Chung tay xóa nhà tạm, nhà dột nát trên toàn quốc', 'Cả nước chung tay xóa nhà tạm, nhà dột nát'],
    [
      'Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh',
      'Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh',
    ],
    ['Nhà sạch, vườn đẹp', null],
    ['Thi đua', null],
  ])('%s → %s', (name, official) => {
    expect(officialMovement(name)?.name ?? null).toBe(official);
  });

  it('knows what is no movement', () => {
    expect(isNoMovement('Người tốt, việc tốt')).toBe(true);
    expect(isNoMovement('Học tập và làm theo tư tưởng, đạo đức và phong cách Hồ Chí Minh')).toBe(true);
    expect(isNoMovement('Dân vận khéo')).toBe(false);
  });
});
