import { describe, expect, it } from 'vitest';
import { joinText, readText } from '../../../test/support/joined.ts';
import { findTableDuties } from './duty-tables.ts';
import type { Duty } from './reading.ts';

function duties(body: string): Duty[] {
  const reading = readText(
    `ỦY BAN NHÂN DÂN\nXÃ KHÁNH YÊN\nKẾ HOẠCH\nPhát động thi đua năm 2026\nI. MỤC TIÊU\nTạo khí thế thi đua sôi nổi trong toàn xã.\nII. TỔ CHỨC THỰC HIỆN\n${body}`,
  );
  for (const { quote, span } of reading.duties) expect(reading.text.slice(...span)).toBe(quote);
  return reading.duties;
}
const short = (body: string) => duties(body).map(({ organisation, role }) => `${role}: ${organisation}`);

describe('who is asked', () => {
  it.each<[body: string, expected: string[]]>([
    ['1. Phòng Văn hóa - Xã hội chủ trì, tham mưu tổ chức thực hiện Kế hoạch.', ['lead: Phòng Văn hóa - Xã hội']],
    [
      '1. Giao Phòng Kinh tế chủ trì, phối hợp với Văn phòng HĐND và UBND xã theo dõi các chỉ tiêu kinh tế.',
      ['lead: Phòng Kinh tế', 'supporting: Văn phòng HĐND và UBND xã'],
    ],
    [
      '2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội phối hợp tuyên truyền, vận động Nhân dân.',
      ['supporting: Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội'],
    ],
    [
      'a) Thủ trưởng các cơ quan, đơn vị xây dựng kế hoạch thi đua trong tháng 02.',
      ['lead: Thủ trưởng các cơ quan, đơn vị'],
    ],
    ['- Trưởng các thôn, bản có trách nhiệm phổ biến đến từng hộ.', ['lead: Trưởng các thôn, bản']],
    ['- UBND các xã, phường có trách nhiệm xây dựng kế hoạch.', ['lead: UBND các xã, phường']],
    [
      'Sở Văn hóa, Thể thao và Du lịch hướng dẫn các cơ quan báo chí đưa tin.',
      ['lead: Sở Văn hóa, Thể thao và Du lịch'],
    ],
    [
      'Công an xã, Ban Chỉ huy Quân sự xã phối hợp giữ gìn an ninh trật tự.',
      ['supporting: Công an xã, Ban Chỉ huy Quân sự xã'],
    ],
    [
      'Căn cứ Kế hoạch này, các trường học trên địa bàn phát động thi đua dạy tốt, học tốt.',
      ['lead: các trường học trên địa bàn'],
    ],
    ['Yêu cầu Thủ trưởng các cơ quan nghiêm túc thực hiện.', ['lead: Thủ trưởng các cơ quan']],
    [
      '3. Hội Nông dân xã, Hội Liên hiệp Phụ nữ xã vận động hội viên đăng ký thi đua.',
      ['lead: Hội Nông dân xã, Hội Liên hiệp Phụ nữ xã'],
    ],
    [
      '4. Phòng Kinh tế theo dõi chỉ tiêu; Trạm Y tế báo cáo tỷ lệ tiêm chủng.',
      ['lead: Phòng Kinh tế', 'lead: Trạm Y tế'],
    ],
    ['5. Kinh phí do Phòng Kinh tế tham mưu bố trí.', ['lead: Phòng Kinh tế']],
    ['6. Các Cụm, Khối thi đua tổ chức ký kết giao ước.', ['lead: Các Cụm, Khối thi đua']],
    ['7. Liên đoàn Lao động tỉnh phát động phong trào trong công nhân.', ['lead: Liên đoàn Lao động tỉnh']],
    [
      '8. Người đứng đầu các cơ quan, đơn vị chịu trách nhiệm về kết quả thi đua.',
      ['lead: Người đứng đầu các cơ quan, đơn vị'],
    ],
    ['9. Đài Truyền thanh xã tăng thời lượng phát sóng.', ['lead: Đài Truyền thanh xã']],
  ])('%s', (body, expected) => {
    expect(short(body)).toEqual(expected);
  });

  it('reads headings with their tasks below', () => {
    const [first, second] = duties(
      '1. Các phòng, ban, đơn vị:\na) Xây dựng kế hoạch thi đua của đơn vị; phát động trước ngày 28/02/2026.\nb) Báo cáo kết quả về UBND xã (qua Phòng Văn hóa - Xã hội).\n2. PHÒNG KINH TẾ\n- Theo dõi các chỉ tiêu.\n- Tổng hợp số liệu hằng quý.',
    );
    expect(first).toMatchObject({
      organisation: 'Các phòng, ban, đơn vị',
      dueOn: '2026-02-28',
      via: 'Phòng Văn hóa - Xã hội',
    });
    expect(first?.tasks).toEqual([
      'Xây dựng kế hoạch thi đua của đơn vị',
      'phát động trước ngày 28/02/2026',
      'Báo cáo kết quả về UBND xã (qua Phòng Văn hóa - Xã hội)',
    ]);
    expect(second).toMatchObject({
      organisation: 'PHÒNG KINH TẾ',
      tasks: ['Theo dõi các chỉ tiêu', 'Tổng hợp số liệu hằng quý'],
    });
  });

  it('does not take the heading over a list of names for one', () => {
    expect(
      short(
        '1. Trách nhiệm của các ngành, đoàn thể\n1.1. Phòng Kinh tế: Theo dõi chỉ tiêu.\n1.2. Các ông (bà) trưởng bản: Họp dân.',
      ),
    ).toEqual(['lead: Phòng Kinh tế', 'lead: Các ông (bà) trưởng bản']);
  });

  it('reads a list under a name with a colon', () => {
    const [duty] = duties(
      'Căn cứ kết quả thi đua theo Kế hoạch này Thủ trưởng đơn vị:\n- Khen thưởng theo thẩm quyền;\n- Đề nghị cấp trên khen thưởng.',
    );
    expect(duty).toMatchObject({
      organisation: 'Thủ trưởng đơn vị',
      tasks: ['Khen thưởng theo thẩm quyền', 'Đề nghị cấp trên khen thưởng'],
    });
  });

  it.each([
    'Trên đây là Kế hoạch phát động thi đua, đề nghị các cơ quan, đơn vị thực hiện./.',
    'Các chỉ tiêu thi đua được đánh giá hằng quý.',
    'Tổ chức phát động thi đua đến từng thôn, bản.',
    'Báo cáo kết quả theo quy định.',
    'Ủy ban nhân dân xã ban hành Kế hoạch phát động thi đua.',
    'Phòng, chống dịch bệnh trên đàn vật nuôi.',
    'Đoàn kết, thống nhất trong toàn hệ thống chính trị.',
  ])('nobody: %s', (body) => {
    expect(short(body)).toEqual([]);
  });

  it('keeps the purposes of a plan out', () => {
    expect(
      readText(
        'KẾ HOẠCH\nThi đua\nI. MỤC ĐÍCH, YÊU CẦU\n1. Các cơ quan, đơn vị tích cực hưởng ứng phong trào.\nII. TỔ CHỨC THỰC HIỆN\n1. Công an xã giữ gìn trật tự.',
      ).duties,
    ).toHaveLength(1);
  });
});

describe('tables of assignment', () => {
  it('takes lead, support and deadline from their columns', () => {
    const doc = joinText('');
    const row = (table: number, number: number, head: boolean, texts: string[]) => ({
      table,
      row: number,
      head,
      texts,
    });
    const rows = [
      row(0, 0, true, ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành']),
      row(0, 1, false, [
        '1',
        'Xây dựng kế hoạch thi đua',
        'Phòng Văn hóa - Xã hội',
        'Các đơn vị',
        'Trước ngày 15/02/2026',
      ]),
      row(0, 2, false, ['2', 'Sơ kết 6 tháng', 'Văn phòng', '', 'Quý III/2026']),
    ];
    let text = '';
    const placed = rows.map(({ texts, ...rest }) => {
      const start = text.length;
      const cells = texts.map((cell, column) => {
        const at = text.length;
        text += cell;
        const span = [at, text.length] as const;
        text += ' | ';
        return { column, columnSpan: 1, continued: false, span };
      });
      const span = [start, text.length] as const;
      return { ...rest, cells, span };
    });
    const found = findTableDuties({ ...doc, text, rows: placed }, 2026);
    expect(found.map(({ organisation, role, tasks, dueOn }) => ({ organisation, role, tasks, dueOn }))).toEqual([
      {
        organisation: 'Phòng Văn hóa - Xã hội',
        role: 'lead',
        tasks: ['Xây dựng kế hoạch thi đua'],
        dueOn: '2026-02-15',
      },
      { organisation: 'Các đơn vị', role: 'supporting', tasks: ['Xây dựng kế hoạch thi đua'], dueOn: '2026-02-15' },
      { organisation: 'Văn phòng', role: 'lead', tasks: ['Sơ kết 6 tháng'], dueOn: '2026-09-30' },
    ]);
  });
});
