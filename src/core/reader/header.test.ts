import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';
import type { Reading } from './reading.ts';

const MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
const BODY =
  'I. MỤC ĐÍCH, YÊU CẦU\n1. Phong trào thi đua phải thiết thực, hiệu quả, gắn với nhiệm vụ chính trị của từng đơn vị.';

type Fields = Partial<Pick<Reading, 'kindCode' | 'kindName' | 'number' | 'symbol' | 'place' | 'date' | 'title'>> & {
  issuer?: string | null;
  level?: string;
  province?: string | null;
};

function fields(text: string, wanted: Fields): Fields {
  const reading = readText(text);
  const all: Fields = {
    ...reading,
    issuer: reading.issuer?.name ?? null,
    level: reading.issuer?.level ?? '',
    province: reading.issuer?.province ?? null,
  };
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, all[key as keyof Fields]]));
}

describe('head of a document', () => {
  it.each<[what: string, text: string, expected: Fields]>([
    [
      'a date whose year stands on the next line',
      `ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG ĐÔNG NGÀN           Độc lập - Tự do - Hạnh phúc\nSố: 21/CT-UBND             Phường Đông Ngàn, ngày 12 tháng 3 năm\n2026\nCHỈ THỊ\nVề đợt thi đua cao điểm\n${BODY}`,
      { number: '21', place: 'Phường Đông Ngàn', date: { year: 2026, month: 3, day: 12 } },
    ],
    [
      'a plan of a commune',
      `ỦY BAN NHÂN DÂN\nXÃ MƯỜNG HOA\n${MOTTO}\nSố: 15/KH-UBND\nMường Hoa, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nPhát động phong trào thi đua yêu nước năm 2026\n${BODY}`,
      {
        issuer: 'Ủy ban nhân dân xã Mường Hoa',
        level: 'commune',
        kindCode: 'KH',
        kindName: 'KẾ HOẠCH',
        number: '15',
        symbol: 'KH-UBND',
        place: 'Mường Hoa',
        date: { year: 2026, month: 2, day: 5 },
        title: 'Phát động phong trào thi đua yêu nước năm 2026',
      },
    ],
    [
      'a directive of a province, title over two lines',
      `ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\n${MOTTO}\nSố:      /CT-UBND\nHà Tĩnh, ngày      tháng 01 năm 2026\nCHỈ THỊ\nVề việc phát động phong trào thi đua\nthực hiện thắng lợi nhiệm vụ năm 2026\nNăm 2026 là năm đầu thực hiện kế hoạch 5 năm.\n${BODY}`,
      {
        issuer: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
        level: 'province',
        province: 'Hà Tĩnh',
        kindCode: 'CT',
        number: null,
        symbol: 'CT-UBND',
        date: { year: 2026, month: 1, day: null },
        title: 'Về việc phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ năm 2026',
      },
    ],
    [
      'number and date on one line, dots for the pen',
      `UBND THÀNH PHỐ CẦN THƠ\nSỞ XÂY DỰNG\n${MOTTO}\nSố: ....../KH-SXD          Cần Thơ, ngày …. tháng …. năm 2026\nKẾ HOẠCH\nTổ chức phong trào thi đua năm 2026\n${BODY}`,
      {
        issuer: 'Sở Xây dựng',
        level: 'unit',
        number: null,
        symbol: 'KH-SXD',
        place: 'Cần Thơ',
        date: { year: 2026, month: null, day: null },
      },
    ],
    [
      'a department of a ward takes the ward into its name',
      `UBND PHƯỜNG TÂN AN\nPHÒNG VĂN HÓA - XÃ HỘI\nSố: 07/HD-VHXH\nTân An, ngày 12 tháng 3 năm 2026\nHƯỚNG DẪN\nTổ chức thi đua theo chuyên đề\n${BODY}`,
      { issuer: 'Phòng Văn hóa - Xã hội phường Tân An', level: 'unit', kindCode: 'HD', symbol: 'HD-VHXH' },
    ],
    [
      'a party committee',
      `ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢO HÀ\n*\nSố 18-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nBảo Hà, ngày 20 tháng 01 năm 2026\nKẾ HOẠCH\nLãnh đạo phong trào thi đua năm 2026\n${BODY}`,
      { issuer: 'Đảng ủy xã Bảo Hà', level: 'commune', number: '18', symbol: 'KH/ĐU', kindCode: 'KH', place: 'Bảo Hà' },
    ],
    [
      'an emulation council',
      `ỦY BAN NHÂN DÂN TỈNH GIA LAI\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\n${MOTTO}\nSố: 03/TB-HĐTĐKT\nGia Lai, ngày 01 tháng 4 năm 2026\nTHÔNG BÁO\nKết luận phiên họp quý I\n${BODY}`,
      { issuer: 'Hội đồng Thi đua - Khen thưởng tỉnh Gia Lai', level: 'unit', province: 'Gia Lai', kindCode: 'TB' },
    ],
    [
      'an official letter',
      `UBND XÃ EA KAR\nVĂN PHÒNG\n${MOTTO}\nSố: 55/VP-TH\nV/v đăng ký thi đua năm 2026\nEa Kar, ngày 09 tháng 01 năm 2026\nKính gửi: Các thôn, buôn.\nĐề nghị các thôn, buôn đăng ký thi đua trước ngày 20/01/2026.`,
      {
        kindName: null,
        kindCode: null,
        number: '55',
        symbol: 'VP-TH',
        title: 'V/v đăng ký thi đua năm 2026',
        place: 'Ea Kar',
      },
    ],
    [
      'a launch text without number',
      `ỦY BAN NHÂN DÂN\nPHƯỜNG NGÔ QUYỀN\n${MOTTO}\nPHÁT ĐỘNG THI ĐUA\nCao điểm 90 ngày đêm chào mừng Quốc khánh\n${BODY}`,
      {
        issuer: 'Ủy ban nhân dân phường Ngô Quyền',
        kindName: 'PHÁT ĐỘNG THI ĐUA',
        kindCode: null,
        number: null,
        symbol: null,
        date: null,
        title: 'Cao điểm 90 ngày đêm chào mừng Quốc khánh',
      },
    ],
    [
      'type and title on one line in capitals',
      `ỦY BAN NHÂN DÂN\nXÃ TRÀ LĨNH\nKẾ HOẠCH PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2026\n${BODY}`,
      { kindName: 'KẾ HOẠCH', kindCode: 'KH', title: 'PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2026' },
    ],
    [
      'a decision names who decides between title and bases',
      `ỦY BAN NHÂN DÂN\nXÃ NẬM CẮN\n${MOTTO}\nSố: 201/QĐ-UBND\nNậm Cắn, ngày 30 tháng 6 năm 2026\nQUYẾT ĐỊNH\nVề việc ban hành tiêu chí thi đua\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NẬM CẮN\nCăn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành tiêu chí thi đua.`,
      { kindName: 'QUYẾT ĐỊNH', title: 'Về việc ban hành tiêu chí thi đua', issuer: 'Ủy ban nhân dân xã Nậm Cắn' },
    ],
    [
      'without a head, the issuer from the opening and the place line',
      `Số: /KH-UBND\nYên Châu, ngày   tháng 3 năm 2026\nKẾ HOẠCH\nThi đua chuyển đổi số\nThực hiện Kế hoạch số 88/KH-UBND ngày 02/02/2026 của UBND tỉnh Sơn La, UBND xã Yên Châu ban hành Kế hoạch như sau:\n${BODY}`,
      { issuer: 'Ủy ban nhân dân xã Yên Châu', level: 'commune', province: 'Sơn La' },
    ],
    [
      'a name without its place is completed',
      `Điện Biên, ngày 05 tháng 01 năm 2026\nCHỈ THỊ\nVề phong trào thi đua\nĐể tạo khí thế mới, Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua trên địa bàn tỉnh Điện Biên.\n${BODY}`,
      { issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Điện Biên', level: 'province' },
    ],
    [
      'a school',
      `UBND XÃ QUẢN BẠ\nTRƯỜNG TIỂU HỌC VÀ THCS SỐ 1\n${MOTTO}\nSố: 21/KH-TH&THCS\nQuản Bạ, ngày 06 tháng 9 năm 2026\nKẾ HOẠCH\nThi đua năm học 2026 - 2027\n${BODY}`,
      { level: 'unit', number: '21', symbol: 'KH-TH&THCS' },
    ],
    [
      'a ministry',
      `BỘ TÀI CHÍNH\n${MOTTO}\nSố: 1201/KH-BTC\nHà Nội, ngày 03 tháng 02 năm 2026\nKẾ HOẠCH\nPhong trào thi đua ngành Tài chính năm 2026\n${BODY}`,
      { issuer: 'Bộ Tài chính', level: 'central', province: null },
    ],
    [
      'a special zone',
      `ỦY BAN NHÂN DÂN\nĐẶC KHU PHÚ QUÝ\n${MOTTO}\nSố: 09/KH-UBND\nPhú Quý, ngày 15 tháng 02 năm 2026\nKẾ HOẠCH\nThi đua bám biển\n${BODY}`,
      { issuer: 'Ủy ban nhân dân đặc khu Phú Quý', level: 'commune' },
    ],
    [
      'a district of earlier years',
      `ỦY BAN NHÂN DÂN\nHUYỆN TAM ĐƯỜNG\n${MOTTO}\nSố: 310/KH-UBND\nTam Đường, ngày 10 tháng 02 năm 2024\nKẾ HOẠCH\nThi đua chào mừng 70 năm Chiến thắng Điện Biên Phủ\n${BODY}`,
      { issuer: 'Ủy ban nhân dân huyện Tam Đường', level: 'district', date: { year: 2024, month: 2, day: 10 } },
    ],
    [
      'urgency and rules between the parts',
      `ỦY BAN NHÂN DÂN\nXÃ BẮC MÊ\n-------\n${MOTTO}\n---------------\nSố: 44/KH-UBND\nBắc Mê, ngày 21 tháng 5 năm 2026\nHỎA TỐC\nKẾ HOẠCH\nThi đua khắc phục hậu quả mưa lũ\n${BODY}`,
      { issuer: 'Ủy ban nhân dân xã Bắc Mê', number: '44', title: 'Thi đua khắc phục hậu quả mưa lũ' },
    ],
  ])('%s', (_what, text, expected) => {
    expect(fields(text, expected)).toEqual(expected);
  });

  it('finds nothing where there is nothing', () => {
    const reading = readText('Một đoạn văn bản không có phần đầu.');
    expect([reading.kindName, reading.number, reading.symbol, reading.place, reading.date, reading.title]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
