import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';

/** A plan in Word's format, in words of its own, that no document of the demo resembles. */

export type PlanFacts = { number: string; title: string; year: number };

const line = (text: string, options: { bold?: boolean; centre?: boolean; italic?: boolean } = {}) =>
  new Paragraph({
    alignment: options.centre ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    children: [
      new TextRun({
        text,
        bold: options.bold ?? false,
        italics: options.italic ?? false,
        font: 'Times New Roman',
        size: 28,
      }),
    ],
  });

const cell = (children: Paragraph[]) => new TableCell({ width: { size: 50, type: WidthType.PERCENTAGE }, children });

function head({ number }: PlanFacts): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        children: [
          cell([
            line('ỦY BAN NHÂN DÂN', { centre: true }),
            line('XÃ BÌNH LƯ', { centre: true, bold: true }),
            line(`Số: ${number}/KH-UBND`, { centre: true }),
          ]),
          cell([
            line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { centre: true, bold: true }),
            line('Độc lập - Tự do - Hạnh phúc', { centre: true, bold: true }),
            line('Bình Lư, ngày 18 tháng 5 năm 2026', { centre: true, italic: true }),
          ]),
        ],
      }),
    ],
  });
}

function body({ title, year }: PlanFacts): Paragraph[] {
  return [
    line('KẾ HOẠCH', { centre: true, bold: true }),
    line(title, { centre: true, bold: true }),
    line(
      'Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022; thực hiện Kế hoạch số 1187/KH-UBND ngày 09/3/2026 của Ủy ban nhân dân tỉnh Lai Châu, Ủy ban nhân dân xã ban hành kế hoạch như sau:',
    ),
    line('I. MỤC ĐÍCH, YÊU CẦU', { bold: true }),
    line('1. Khơi dậy tinh thần thi đua của các bản, cơ quan, đơn vị, trường học trên địa bàn xã.'),
    line('II. CHỈ TIÊU THI ĐUA', { bold: true }),
    line(`1. Trồng mới 42,5 ha rừng; tỷ lệ che phủ rừng đạt trên 47,3% vào cuối năm ${year}.`),
    line('2. Giảm tỷ lệ hộ nghèo 3,4%; giải quyết việc làm mới cho 265 lao động.'),
    line('3. Phấn đấu 92% hộ gia đình đạt danh hiệu gia đình văn hóa; 5/6 trường đạt chuẩn quốc gia.'),
    line('III. TỔ CHỨC THỰC HIỆN', { bold: true }),
    line('1. Phòng Kinh tế xã chủ trì, theo dõi, tổng hợp kết quả thực hiện các chỉ tiêu về trồng rừng.'),
    line(
      `2. Các bản, cơ quan, đơn vị, trường học báo cáo kết quả về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) trước ngày 30/11/${year}.`,
    ),
    line('Nơi nhận:', { bold: true, italic: true }),
    line('- Ủy ban nhân dân tỉnh;'),
    line('- Thường trực Đảng ủy, HĐND xã;'),
    line('- Các bản, cơ quan, đơn vị, trường học;'),
    line('- Lưu: VT, VHXH.'),
    line('TM. ỦY BAN NHÂN DÂN', { centre: true, bold: true }),
    line('CHỦ TỊCH', { centre: true, bold: true }),
  ];
}

export async function planFile(facts: PlanFacts): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [head(facts), ...body(facts)] }] }));
}

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
