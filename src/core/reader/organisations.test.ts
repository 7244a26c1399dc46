import { describe, expect, it } from 'vitest';
import { levelOf } from './issuer.ts';
import { expandName, opensOrganisation, organisationEnd } from './organisations.ts';
import { properCase } from './proper-case.ts';

const name = (text: string, several = false) => text.slice(0, organisationEnd(text, 0, { several }));

describe('organisationEnd', () => {
  it.each([
    ['Ủy ban nhân dân tỉnh Lai Châu về việc phát động', 'Ủy ban nhân dân tỉnh Lai Châu'],
    ['Bộ Văn hóa, Thể thao và Du lịch hướng dẫn', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['Sở Xây dựng xây dựng kế hoạch', 'Sở Xây dựng'],
    ['Ban Tổ chức Tỉnh ủy tổ chức hội nghị', 'Ban Tổ chức Tỉnh ủy'],
    ['Ban Chấp hành Trung ương Đảng khóa XIII về xây dựng Đảng', 'Ban Chấp hành Trung ương Đảng khóa XIII'],
    ['Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030 đề ra', 'Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030'],
    ['Hội đồng Thi đua - Khen thưởng xã (để tổng hợp)', 'Hội đồng Thi đua - Khen thưởng xã'],
    ['Bộ Giáo dục và Đào tạo hướng dẫn', 'Bộ Giáo dục và Đào tạo'],
    ['Ủy ban bầu cử tỉnh cử cán bộ', 'Ủy ban bầu cử tỉnh'],
    ['Ủy ban nhân dân tỉnh./.', 'Ủy ban nhân dân tỉnh'],
    ['UBND TP. Thủ Đức ban hành', 'UBND TP. Thủ Đức'],
    ['Sở Nội vụ, Văn phòng UBND tỉnh theo dõi', 'Sở Nội vụ'],
  ])('one name: %s', (text, expected) => {
    expect(name(text)).toBe(expected);
  });

  it.each([
    [
      'Thủ trưởng các sở, ban, ngành; Giám đốc các doanh nghiệp căn cứ Kế hoạch',
      'Thủ trưởng các sở, ban, ngành; Giám đốc các doanh nghiệp',
    ],
    [
      'Các tổ chức chính trị - xã hội và các đơn vị có liên quan phối hợp',
      'Các tổ chức chính trị - xã hội và các đơn vị có liên quan',
    ],
    ['Thủ trưởng các đơn vị được giao chỉ tiêu tổ chức phát động', 'Thủ trưởng các đơn vị được giao chỉ tiêu'],
    [
      'Phòng Kinh tế, Phòng Văn hóa - Xã hội, Công an xã và các thôn, bản tham mưu',
      'Phòng Kinh tế, Phòng Văn hóa - Xã hội, Công an xã và các thôn, bản',
    ],
  ])('several: %s', (text, expected) => {
    expect(name(text, true)).toBe(expected);
  });
});

describe('names', () => {
  it('knows where one may begin', () => {
    const text = 'Giao Phòng Kinh tế theo dõi';
    expect([...text].map((_, at) => opensOrganisation(text, at)).indexOf(true)).toBe(5);
    expect(opensOrganisation('Nhà văn hóa', 0)).toBe(false);
  });

  it.each([
    ['ỦY BAN NHÂN DÂN XÃ PHƯỚC LONG', 'Ủy ban nhân dân xã Phước Long'],
    ['HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG', 'Hội đồng Thi đua - Khen thưởng'],
    ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'Sở Giáo dục và Đào tạo'],
    ['TRƯỜNG THPT HOÀNG VĂN THỤ', 'Trường THPT Hoàng Văn Thụ'],
    ['UỶ BAN NHÂN DÂN THÀNH PHỐ HUẾ', 'Ủy ban nhân dân thành phố Huế'],
    ['Ủy ban nhân dân xã', 'Ủy ban nhân dân xã'],
  ])('%s in small letters', (upper, expected) => {
    expect(properCase(upper)).toBe(expected);
  });

  it('writes abbreviations out', () => {
    expect(expandName('UBND xã Tà Phìn')).toBe('Ủy ban nhân dân xã Tà Phìn');
    expect(expandName('Hội đồng TĐKT tỉnh')).toBe('Hội đồng Thi đua - Khen thưởng tỉnh');
  });

  it.each([
    ['Ủy ban nhân dân xã Bát Xát', 'commune'],
    ['Ủy ban nhân dân đặc khu Côn Đảo', 'commune'],
    ['Ủy ban nhân dân huyện Sa Pa', 'district'],
    ['Ủy ban nhân dân thành phố Lai Châu', 'district'],
    ['Ủy ban nhân dân thành phố Đà Nẵng', 'province'],
    ['Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng', 'province'],
    ['Tỉnh ủy Lào Cai', 'province'],
    ['Thủ tướng Chính phủ', 'central'],
    ['Bộ Nội vụ', 'central'],
    ['Sở Nội vụ', 'unit'],
    ['Trường Tiểu học Kim Đồng', 'unit'],
    ['Hội đồng nhân dân xã Bát Xát', 'commune'],
  ])('%s is of level %s', (body, level) => {
    expect(levelOf(body)).toBe(level);
  });
});
