import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';
import { isPersonName } from './signature.ts';

const HEAD = 'KẾ HOẠCH\nPhát động thi đua năm 2026\nI. NỘI DUNG\n1. Các đơn vị thực hiện nghiêm túc Kế hoạch này./.\n';
const sign = (tail: string) => readText(HEAD + tail).signature;

describe('signature', () => {
  it.each<[tail: string, authority: string | null, position: string | null, name: string | null]>([
    ['TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Minh', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Văn Minh'],
    [
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Thị Hoa',
      'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Lò Thị Hoa',
    ],
    ['CHỦ TỊCH\n(Đã ký)\nVàng A Páo', null, 'CHỦ TỊCH', 'Vàng A Páo'],
    ['KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nĐã ký\nTS. Ngô Quang Huy', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Ngô Quang Huy'],
    ['TL. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI\nHà Thu', 'TL. CHỦ TỊCH', 'TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI', 'Hà Thu'],
    ['TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nĐỗ Mạnh', 'TUQ. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Đỗ Mạnh'],
    ['T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNông Văn Sửu', 'T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Nông Văn Sửu'],
    ['Q. CHỦ TỊCH\nY Bhăm', 'Q.', 'CHỦ TỊCH', 'Y Bhăm'],
    ['HIỆU TRƯỞNG\nNGUYỄN THỊ LAN', null, 'HIỆU TRƯỞNG', 'NGUYỄN THỊ LAN'],
    ['TRƯỞNG CÔNG AN XÃ\nThiếu tá Phạm Đình Long', null, 'TRƯỞNG CÔNG AN XÃ', 'Phạm Đình Long'],
    ['TM. UBND XÃ CHỦ TỊCH\nHoàng Sín Dìn', 'TM. UBND XÃ', 'CHỦ TỊCH', 'Hoàng Sín Dìn'],
    ['TM. HỘI ĐỒNG\nCHỦ TỊCH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nVõ Ngọc', 'TM. HỘI ĐỒNG', 'CHỦ TỊCH', 'Võ Ngọc'],
    ['TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', null],
    [
      'Nơi nhận:                    TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;                 CHỦ TỊCH\n- Lưu: VT.                   Bùi Xuân Trường',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Bùi Xuân Trường',
    ],
    [
      'Nơi nhận:\n- Sở Nội vụ;\n- Các thôn;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Ký, đóng dấu)\nMa Seo Chứ',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Ma Seo Chứ',
    ],
  ])('%s', (tail, authority, position, name) => {
    expect(sign(tail)).toEqual({ authority, position, name });
  });

  it('is absent from a text without one', () => {
    expect(sign('Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.')).toBeNull();
  });
});

describe('isPersonName', () => {
  it.each(['Nguyễn Văn A', 'Lê Thị Minh Hạnh', 'Ksor H’Bơ Khăp', 'Đại tá Vũ Mạnh Hà'])('%s', (name) => {
    expect(isPersonName(name)).toBe(true);
  });
  it.each(['Sở Nội vụ', 'Các thôn, bản', 'CHỦ', 'Lưu: VT'])('not %s', (name) => {
    expect(isPersonName(name)).toBe(false);
  });
});
