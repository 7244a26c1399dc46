import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';

/** kind | number | symbol | date | issuer | subject, "-" where there is none. */
function rows(text: string): string[] {
  const reading = readText(text);
  for (const citation of reading.citations) {
    expect(reading.text.slice(...citation.span)).toBe(citation.quote);
    for (const mention of citation.mentions) expect(mention[1]).toBeGreaterThan(mention[0]);
  }
  return reading.citations.map((c) =>
    [c.kind, c.number, c.symbol, c.date, c.issuer, c.subject].map((part) => part ?? '-').join(' | '),
  );
}

describe('one citation', () => {
  it.each<[what: string, text: string, expected: string]>([
    [
      'state form with a date in figures',
      'Thực hiện Chỉ thị số 07/CT-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Sơn La về phong trào thi đua năm 2026;',
      'Chỉ thị | 07 | CT-UBND | 2026-02-05 | Ủy ban nhân dân tỉnh Sơn La | phong trào thi đua năm 2026',
    ],
    [
      'date in words',
      'Căn cứ Kế hoạch số 118/KH-UBND ngày 03 tháng 3 năm 2026 của UBND thành phố Huế về việc tổ chức thi đua cao điểm.',
      'Kế hoạch | 118 | KH-UBND | 2026-03-03 | UBND thành phố Huế | tổ chức thi đua cao điểm',
    ],
    [
      'stray blanks in number and date',
      'Căn cứ Quyết định số 12 /QĐ-UBND ngày 09/ 4 /2026 của UBND xã Tả Van.',
      'Quyết định | 12 | QĐ-UBND | 2026-04-09 | UBND xã Tả Van | -',
    ],
    [
      'Party form with a comma',
      'Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;',
      'Nghị quyết | 57 | NQ/TW | 2024-12-22 | Bộ Chính trị | đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia',
    ],
    [
      'Party form with blanks around the hyphen and an en dash',
      'Thực hiện Chương trình hành động số 09 – CTr/TU ngày 30/9/2025 của Tỉnh ủy.',
      'Chương trình | 09 | CTr/TU | 2025-09-30 | Tỉnh ủy | -',
    ],
    [
      'a decree with the year in its number',
      'Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng;',
      'Nghị định | 98 | 2023/NĐ-CP | 2023-12-31 | Chính phủ | quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng',
    ],
    [
      'a law by name and number',
      'Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;',
      'Luật | 06 | 2022/QH15 | 2022-06-15 | - | Thi đua, khen thưởng',
    ],
    ['a law by number', 'Căn cứ Luật số 72/2025/QH15;', 'Luật | 72 | 2025/QH15 | - | - | -'],
    [
      'a law by name and date',
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
      'Luật | - | - | 2025-06-16 | - | Tổ chức chính quyền địa phương',
    ],
    [
      'a law by name and year',
      'Các địa phương thực hiện Luật Phòng, chống tham nhũng năm 2018, tăng cường kiểm tra.',
      'Luật | - | - | - | - | Phòng, chống tham nhũng',
    ],
    [
      'a circular of a ministry whose name has a comma',
      'Căn cứ Thông tư số 05/2025/TT-BVHTTDL ngày 12/5/2025 của Bộ Văn hóa, Thể thao và Du lịch hướng dẫn công tác thi đua;',
      'Thông tư | 05 | 2025/TT-BVHTTDL | 2025-05-12 | Bộ Văn hóa, Thể thao và Du lịch | hướng dẫn công tác thi đua',
    ],
    [
      'an official letter',
      'Thực hiện Công văn số 1468/SNV-TĐKT ngày 20/01/2026 của Sở Nội vụ về việc hướng dẫn đăng ký thi đua.',
      'Công văn | 1468 | SNV-TĐKT | 2026-01-20 | Sở Nội vụ | hướng dẫn đăng ký thi đua',
    ],
    [
      'the month only',
      'Thực hiện Kế hoạch số 40/KH-HĐTĐKT tháng 02 năm 2026 của Hội đồng Thi đua - Khen thưởng tỉnh.',
      'Kế hoạch | 40 | KH-HĐTĐKT | - | Hội đồng Thi đua - Khen thưởng tỉnh | -',
    ],
    [
      'a day that does not exist',
      'Thực hiện Kế hoạch số 41/KH-UBND ngày 31/02/2026 của UBND tỉnh.',
      'Kế hoạch | 41 | KH-UBND | - | UBND tỉnh | -',
    ],
    [
      'without "số"',
      'Tiếp tục học tập theo Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.',
      'Chỉ thị | 05 | CT/TW | 2016-05-15 | Bộ Chính trị | -',
    ],
    [
      'the issuer before the date',
      'Căn cứ Kế hoạch số 77/KH-UBND của Ủy ban nhân dân tỉnh ngày 06/01/2026 về phong trào thi đua.',
      'Kế hoạch | 77 | KH-UBND | 2026-01-06 | Ủy ban nhân dân tỉnh | phong trào thi đua',
    ],
    [
      'the date in brackets',
      'theo Hướng dẫn số 09/HD-BTĐKT (ngày 14/3/2026) của Ban Thi đua - Khen thưởng Trung ương.',
      'Hướng dẫn | 09 | HD-BTĐKT | 2026-03-14 | Ban Thi đua - Khen thưởng Trung ương | -',
    ],
    [
      'a hyphen lost',
      'Căn cứ Nghị quyết số 66/NQHĐND ngày 08/12/2025 của HĐND tỉnh.',
      'Nghị quyết | 66 | NQHĐND | 2025-12-08 | HĐND tỉnh | -',
    ],
    [
      'a blank number',
      'Thực hiện Kế hoạch số      /KH-UBND ngày   tháng 01 năm 2026 của UBND tỉnh về thi đua;',
      'Kế hoạch | - | KH-UBND | - | UBND tỉnh | thi đua',
    ],
    [
      'lower-case type in a sentence',
      'Các đơn vị căn cứ kế hoạch số 19/KH-UBND ngày 11/01/2026 để thực hiện.',
      'Kế hoạch | 19 | KH-UBND | 2026-01-11 | - | -',
    ],
    [
      'a title in quotation marks',
      'Thực hiện Quyết định số 923/QĐ-TTg ngày 14/5/2025 của Thủ tướng Chính phủ ban hành Kế hoạch triển khai phong trào “Cả nước thi đua đổi mới sáng tạo và chuyển đổi số” (sau đây viết tắt là Phong trào),',
      'Quyết định | 923 | QĐ-TTg | 2025-05-14 | Thủ tướng Chính phủ | ban hành Kế hoạch triển khai phong trào “Cả nước thi đua đổi mới sáng tạo và chuyển đổi số”',
    ],
    [
      'the sentence goes on with the launcher',
      'Thực hiện Chỉ thị số 03/CT-UBND ngày 08/01/2026 của UBND tỉnh về công tác thi đua, khen thưởng, Ủy ban nhân dân phường Ba Đình ban hành Kế hoạch như sau:',
      'Chỉ thị | 03 | CT-UBND | 2026-01-08 | UBND tỉnh | công tác thi đua, khen thưởng',
    ],
    [
      'a resolution of a party congress',
      'Đẩy mạnh thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2025 - 2030.',
      'Nghị quyết | - | - | - | Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2025 - 2030 | -',
    ],
    [
      'the sentence goes on with a unit',
      'Thực hiện Quyết định số 15/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về giao dự toán, chi ngân sách, năm 2026 xã phấn đấu thu 9 tỷ đồng.',
      'Quyết định | 15 | QĐ-UBND | 2026-01-05 | UBND tỉnh | giao dự toán, chi ngân sách',
    ],
    [
      'a law in small letters',
      'Căn cứ Luật tổ chức chính quyền địa phương ngày 16/6/2025;',
      'Luật | - | - | 2025-06-16 | - | tổ chức chính quyền địa phương',
    ],
    [
      'the subject behind V/v',
      'Theo Kế hoạch số 101/KH-UBND ngày 12-01-2026 của UBND tỉnh Lai Châu V/v phát động thi đua.',
      'Kế hoạch | 101 | KH-UBND | 2026-01-12 | UBND tỉnh Lai Châu | phát động thi đua',
    ],
    ['a short form', 'Quán triệt Nghị quyết 68 trong toàn Đảng bộ.', 'Nghị quyết | 68 | - | - | - | -'],
  ])('%s', (_what, text, expected) => {
    expect(rows(text)[0]).toBe(expected);
  });
});

describe('several citations', () => {
  it('keeps those in a row apart', () => {
    expect(
      rows(
        'Thực hiện Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện học tập và làm theo Bác và Kết luận số 21-KL/TW ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng khóa XIII về xây dựng Đảng.',
      ),
    ).toEqual([
      'Kết luận | 01 | KL/TW | 2021-05-18 | Bộ Chính trị | tiếp tục thực hiện học tập và làm theo Bác',
      'Kết luận | 21 | KL/TW | 2021-10-25 | Ban Chấp hành Trung ương Đảng khóa XIII | xây dựng Đảng',
    ]);
  });

  it('finds the one inside the subject of another', () => {
    const found = rows(
      'Thực hiện Kế hoạch số 31-KH/ĐU ngày 09/3/2026 của Đảng ủy xã về thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về công tác thi đua, khen thưởng.',
    );
    expect(found).toEqual([
      'Kế hoạch | 31 | KH/ĐU | 2026-03-09 | Đảng ủy xã | thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về công tác thi đua, khen thưởng',
      'Chỉ thị | 41 | CT/TW | 2024-12-26 | Bộ Chính trị | công tác thi đua, khen thưởng',
    ]);
  });

  it('makes one row of a document mentioned again in short', () => {
    const reading = readText(
      'Căn cứ Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về công tác thi đua;\nI. NỘI DUNG\n1. Tiếp tục thực hiện Chỉ thị số 41-CT/TW, kịp thời sơ kết Chỉ thị số 41 trong quý III.',
    );
    expect(reading.citations).toHaveLength(1);
    expect(reading.citations[0]?.mentions.map((span) => reading.text.slice(...span))).toEqual([
      'Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về công tác thi đua',
      'Chỉ thị số 41-CT/TW',
      'Chỉ thị số 41',
    ]);
  });

  it('keeps two dates of one number apart', () => {
    expect(
      rows(
        'Căn cứ Kế hoạch số 10/KH-UBND ngày 05/01/2026 của UBND tỉnh;\nCăn cứ Kế hoạch số 10/KH-UBND ngày 08/01/2026 của UBND xã.',
      ),
    ).toHaveLength(2);
  });

  it('takes the type of an enumeration from the symbols', () => {
    expect(
      rows('theo các Quyết định số 11/QĐ-UBND ngày 02/01/2026, số 12/QĐ-UBND ngày 03/01/2026 của UBND tỉnh.'),
    ).toEqual([
      'Quyết định | 11 | QĐ-UBND | 2026-01-02 | - | -',
      'Quyết định | 12 | QĐ-UBND | 2026-01-03 | UBND tỉnh | -',
    ]);
  });

  it('prefers the wording in small letters to a title in capitals', () => {
    const reading = readText(
      'KẾ HOẠCH\nTHỰC HIỆN CHỈ THỊ SỐ 19/CT-TTG NGÀY 16 THÁNG 7 NĂM 2021 CỦA THỦ TƯỚNG CHÍNH PHỦ\nThực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện ban hành Kế hoạch:',
    );
    expect(reading.citations.map((c) => [c.numberSymbol, c.issuer, c.role, c.mentions.length])).toEqual([
      ['19/CT-TTg', 'Thủ tướng Chính phủ', 'basis', 2],
    ]);
  });
});

describe('role', () => {
  it.each([
    ['Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;', 'basis'],
    ['Thực hiện Chỉ thị số 02/CT-UBND ngày 10/01/2026 của UBND tỉnh, Ủy ban nhân dân xã ban hành kế hoạch:', 'basis'],
    ['Theo Công văn số 88/SNV-TĐKT ngày 10/01/2026 của Sở Nội vụ, nhà trường xây dựng kế hoạch.', 'basis'],
    ['1. Tiếp tục thực hiện Chỉ thị số 02/CT-UBND ngày 10/01/2026 của UBND tỉnh.', 'reference'],
    ['Năm 2026 là năm đầu thực hiện Nghị quyết số 15-NQ/TU ngày 10/10/2025.', 'reference'],
  ])('%s → %s', (text, role) => {
    expect(readText(`KẾ HOẠCH\nPhát động thi đua\n${text}`).citations[0]?.role).toBe(role);
  });

  it('reads a section of bases', () => {
    const reading = readText(
      'KẾ HOẠCH\nThi đua\nI. CĂN CỨ XÂY DỰNG KẾ HOẠCH\n- Chỉ thị số 02/CT-UBND ngày 10/01/2026 của UBND tỉnh.\nII. NỘI DUNG\n- Thi đua theo Chỉ thị số 05/CT-UBND.',
    );
    expect(reading.citations.map((c) => c.role)).toEqual(['basis', 'reference']);
  });
});

describe('what is no citation', () => {
  it.each([
    ['Số: 15/KH-UBND\nKẾ HOẠCH\nPhát động thi đua\nTổ chức thực hiện Kế hoạch số 15/KH-UBND này.', 'the own number'],
    ['11/12 trường học đạt chuẩn; 7/8 thôn đạt.', 'a fraction'],
    ['Thu nhập đạt 46 triệu đồng/người/năm, 45/TTHC được rút ngắn.', 'a unit after a slash'],
    ['Căn cứ nội dung Kế hoạch này và Chỉ thị này, các đơn vị thực hiện.', 'this document'],
    ['Thực hiện kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030.', 'a plan for years'],
    ['Chấp hành nghiêm pháp luật của Nhà nước, phát huy vai trò Hội Luật gia.', 'law in general'],
    ['Hoàn thành trước ngày 15/12/2026.', 'a date'],
  ])('%s (%s)', (text) => {
    expect(rows(text)).toEqual([]);
  });

  it('does not take the mark of an annex for a citation', () => {
    expect(
      rows(
        'Số: 15/KH-UBND\nXã A, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nThi đua\nNội dung thi đua gồm các chỉ tiêu./.\nPHỤ LỤC\n(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/02/2026 của UBND xã A)',
      ),
    ).toEqual([]);
  });
});
