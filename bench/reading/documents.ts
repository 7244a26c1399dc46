import { type GoldSource, grid, h, head, MOTTO, p, sign, sub, title } from '../../test/gold/make/document.ts';

/** What a page of a plan says; the figures differ from page to page, so that no two facts are the same. */
const TOPICS = [
  'Thi đua phát triển sản xuất nông nghiệp',
  'Thi đua xây dựng kết cấu hạ tầng nông thôn',
  'Thi đua nâng cao chất lượng giáo dục, y tế',
  'Thi đua giảm nghèo, giải quyết việc làm',
  'Thi đua cải cách hành chính, chuyển đổi số',
  'Thi đua bảo vệ môi trường, xây dựng nếp sống văn hóa',
];

const decimal = (value: number): string => value.toFixed(1).replace('.', ',');
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/**
 * What plans set themselves; `n` makes each page's figure another. A page holds three of them and every third page a
 * table with three more: some four to a page, where real plans have between one and five.
 */
const GOALS: readonly ((n: number) => string)[] = [
  (n) => `tổng sản lượng lương thực có hạt đạt ${grouped(2000 + n * 7)},5 tấn`,
  (n) => `thu nhập bình quân đầu người đạt ${decimal(40 + (n % 30) / 2)} triệu đồng/người/năm`,
  (n) => `giải quyết việc làm cho ít nhất ${100 + n} lao động`,
  (n) => `${85 + (n % 14)}% hộ gia đình đạt tiêu chuẩn văn hóa`,
  (n) => `tỷ lệ bao phủ bảo hiểm y tế đạt trên ${decimal(90 + (n % 18) / 2)}%`,
  (n) => `thu ngân sách nhà nước trên địa bàn đạt ${grouped(8000 + n * 13)} triệu đồng trở lên`,
  (n) => `tỷ lệ che phủ rừng đạt ${decimal(41 + (n % 20) / 10)}%`,
  (n) => `kiên cố hóa ${4 + (n % 9)} km đường trục thôn`,
  (n) => `${92 + (n % 7)}% hồ sơ thủ tục hành chính được giải quyết đúng và trước hạn`,
  (n) => `huy động trẻ 6 tuổi vào lớp 1 đạt ${decimal(98 + (n % 19) / 10)}%`,
  (n) => `giảm tỷ lệ hộ nghèo xuống còn ${decimal(3 + (n % 40) / 10)}%`,
  (n) => `${70 + (n % 25)}% rác thải sinh hoạt được thu gom, xử lý`,
  (n) => `tuyển chọn, gọi công dân nhập ngũ đạt 100% chỉ tiêu, giao ${10 + (n % 8)} thanh niên`,
  (n) => `kết nạp từ ${8 + (n % 5)} đảng viên mới trở lên`,
  (n) => `đào tạo nghề cho ${grouped(60 + n * 3)} lao động nông thôn`,
  (n) => `${88 + (n % 11)}% hộ dân được dùng nước hợp vệ sinh`,
  (n) => `tổng đàn gia súc đạt ${grouped(5200 + n * 17)} con`,
  (n) => `trên ${65 + (n % 30)}% người dân trưởng thành có tài khoản định danh điện tử mức độ 2`,
];

const ROWS: readonly ((n: number) => string[])[] = [
  (n) => ['Trồng rừng mới', 'ha', String(20 + n), String(25 + n), 'Phòng Kinh tế'],
  () => ['Trường chuẩn quốc gia', 'Trường', '5/8', '6/8', 'Phòng Văn hóa'],
  (n) => ['Hồ sơ nộp trực tuyến', '%', '71', `≥ ${75 + (n % 20)}`, 'Văn phòng'],
  (n) => ['Diện tích cây ăn quả', 'ha', String(110 + n), String(124 + n), 'Phòng Kinh tế'],
  (n) => ['Hộ dùng điện lưới quốc gia', '%', '97,2', `${98 + (n % 2)}`, 'Phòng Kinh tế'],
  (n) => ['Tổ hòa giải hoạt động tốt', '%', '90', String(91 + (n % 8)), 'Văn phòng'],
];

const turn = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** About one printed page: running text, targets, a citation, duties, on every third page a small table. */
function pageOf(n: number): GoldSource['parts'] {
  const topic = turn(TOPICS, n);
  const day = String((n % 27) + 1).padStart(2, '0');
  const goals = [0, 1, 2].map((at) => turn(GOALS, n * 3 + at)(n)).join('; ');
  const rows = [0, 1, 2].map((at) => [String(at + 1), ...turn(ROWS, n + at)(n)]);
  return [
    sub(`${n}. ${topic} tại cụm số ${n}`),
    p(
      `Các cơ quan, đơn vị trong cụm số ${n} bám sát nhiệm vụ chính trị của địa phương, lựa chọn việc khó, việc mới để phát động; phân công cụ thể từng đồng chí phụ trách địa bàn, định kỳ nghe báo cáo, kịp thời tháo gỡ khó khăn cho cơ sở; coi trọng việc học hỏi kinh nghiệm giữa các thôn, bản, tổ dân phố và nêu gương người tốt, việc tốt ngay từ những ngày đầu của phong trào.`,
    ),
    p(
      `Thực hiện Kế hoạch số ${n + 10}/KH-UBND ngày ${day}/01/2026 của Ủy ban nhân dân tỉnh Yên Khê về ${topic.toLowerCase()}, phấn đấu ${goals}.`,
    ),
    p(
      `Đẩy mạnh phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” và phong trào “Cả nước chung sức xây dựng nông thôn mới”; giữ gìn bản sắc văn hóa của các dân tộc, bài trừ hủ tục, xây dựng tình làng nghĩa xóm; chăm lo gia đình chính sách, người có công, người già neo đơn, trẻ em có hoàn cảnh khó khăn; vận động các nhà hảo tâm góp công, góp của, góp đất làm đường, dựng trường và trạm y tế cho vùng còn nhiều thiếu thốn.`,
    ),
    p(
      'Tăng cường kiểm tra việc thực hiện ở cơ sở, không phát động tràn lan, không chạy theo hình thức; mỗi việc làm đều có người chịu trách nhiệm, có thời hạn hoàn thành và có sản phẩm cụ thể; kết quả được đưa lên hệ thống truyền thanh, trang thông tin điện tử để Nhân dân cùng theo dõi, góp ý và giám sát.',
    ),
    p(
      'Phát huy vai trò của người có uy tín, của đoàn viên, hội viên ở cơ sở; gắn phong trào thi đua với các cuộc vận động đang triển khai, với nhiệm vụ chuyên môn của từng ngành, từng cấp; thường xuyên sơ kết, rút kinh nghiệm, bổ sung cách làm phù hợp với phong tục, tập quán và điều kiện sản xuất của từng vùng; kiên quyết khắc phục tình trạng đầu năm sôi nổi, giữa năm lắng xuống, cuối năm chạy theo thành tích; coi kết quả thi đua là một căn cứ để đánh giá, xếp loại cán bộ, công chức, viên chức hằng năm.',
    ),
    p(
      'Dành nguồn lực thỏa đáng cho tuyên truyền bằng nhiều hình thức, nhiều thứ tiếng; xây dựng chuyên mục, tin, bài, hình ảnh sinh động về những tấm gương bình dị mà cao quý trong lao động, học tập và bảo vệ quê hương.',
    ),
    ...(n % 3 === 1
      ? [
          grid([5, 36, 14, 22, 22, 28], 1, [
            ['TT', 'Chỉ tiêu', 'ĐVT', 'Thực hiện 2025', 'Kế hoạch 2026', 'Đơn vị chủ trì'],
            ...rows,
          ]),
        ]
      : []),
    p(
      `Phòng Văn hóa - Xã hội chủ trì, phối hợp với Phòng Kinh tế theo dõi cụm số ${n}; trưởng các thôn, bản thuộc cụm báo cáo kết quả về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) trước ngày ${day}/11/2026.`,
    ),
  ];
}

/** A launch plan of about so many printed pages. */
export function planOf(pages: number): GoldSource {
  return {
    name: `plan-${pages}-pages`,
    files: [],
    parts: [
      head(['ỦY BAN NHÂN DÂN', 'XÃ YÊN KHÊ', 'Số: 19/KH-UBND'], [...MOTTO, 'Yên Khê, ngày 28 tháng 01 năm 2026']),
      title('KẾ HOẠCH'),
      title('Phát động phong trào thi đua yêu nước năm 2026'),
      p('Ủy ban nhân dân xã Yên Khê ban hành Kế hoạch phát động phong trào thi đua năm 2026 như sau:'),
      h('I. NỘI DUNG, CHỈ TIÊU THI ĐUA'),
      ...Array.from({ length: pages }, (_, at) => pageOf(at + 1)).flat(),
      h('II. THỜI GIAN THỰC HIỆN'),
      p('Từ ngày 01/02/2026 đến hết ngày 31/12/2026.'),
      sign(
        ['- Sở Nội vụ;', '- Phòng Văn hóa - Xã hội;', '- Phòng Kinh tế;', '- Trưởng các thôn, bản;', '- Lưu: VT.'],
        ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Hà Văn Bình'],
      ),
    ],
    gold: {
      about: '',
      header: {},
      targets: [],
      citations: [],
      recipients: [],
      movements: [],
      duties: [],
      reportDue: [],
      findings: { must: [] },
    },
  };
}
