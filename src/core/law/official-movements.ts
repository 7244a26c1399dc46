/**
 * Movements and campaigns with an official name, dated where the date is known. Documents name them in many
 * shortened forms; what they are compared with stands here.
 */

export type OfficialMovement = {
  name: string;
  /** Other wordings in use that share too few words with the name. */
  aliases?: readonly string[];
  /** Wordings that are as official as the name. */
  equally?: readonly string[];
  /** A campaign is a cuộc vận động. */
  kind: 'movement' | 'campaign';
  launcher: string;
  /** 'YYYY-MM-DD' of the launch or of the document that launched it, or null where it is not known for sure. */
  launchedOn: string | null;
  until: string | null;
  source: string;
};

const PRIME_MINISTER = 'Thủ tướng Chính phủ';
const FRONT = 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam';

export const OFFICIAL_MOVEMENTS: readonly OfficialMovement[] = [
  {
    name: 'Cả nước thi đua đổi mới sáng tạo và chuyển đổi số',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: '2025-04-24',
    until: null,
    source: 'launch of 24/4/2025',
  },
  {
    name: 'Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm, chống lãng phí',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: '2022-11-18',
    until: null,
    source: 'launch of 18/11/2022',
  },
  {
    name: 'Cả nước chung sức xây dựng nông thôn mới',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau',
    aliases: ['Vì người nghèo - Không để ai bị bỏ lại phía sau', 'Cả nước chung tay vì người nghèo'],
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời giai đoạn 2023 - 2030',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: null,
    until: '2030-12-31',
    source: 'usage',
  },
  {
    name: 'Doanh nghiệp Việt Nam hội nhập và phát triển',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Cả nước chung tay xóa nhà tạm, nhà dột nát',
    aliases: ['Chung tay xóa nhà tạm, nhà dột nát', 'Xóa nhà tạm, nhà dột nát'],
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: null,
    until: '2025-12-31',
    source: 'usage',
  },
  {
    name: 'Bình dân học vụ số',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Toàn dân bảo vệ an ninh Tổ quốc',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: '2025-11-06',
    until: null,
    source: 'Quyết định 2447/QĐ-TTg',
  },
  {
    name: 'Đổi mới sáng tạo, phát triển khoa học, công nghệ, chuyển đổi số, chuyển đổi xanh',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: '2026-02-09',
    until: null,
    source: 'launch of 09/02/2026',
  },
  {
    name: 'Phát triển mạnh doanh nghiệp tư nhân, nâng cao hiệu quả doanh nghiệp nhà nước',
    kind: 'movement',
    launcher: PRIME_MINISTER,
    launchedOn: '2026-02-09',
    until: null,
    source: 'launch of 09/02/2026',
  },
  {
    name: 'Vì an ninh Tổ quốc',
    kind: 'movement',
    launcher: 'Bộ Công an',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Thi đua Quyết thắng',
    kind: 'movement',
    launcher: 'Bộ Quốc phòng',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Toàn dân đoàn kết xây dựng đời sống văn hóa',
    kind: 'movement',
    launcher: FRONT,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh',
    kind: 'campaign',
    launcher: FRONT,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Đoàn kết sáng tạo',
    kind: 'movement',
    launcher: FRONT,
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Người Việt Nam ưu tiên dùng hàng Việt Nam',
    kind: 'campaign',
    launcher: 'Bộ Chính trị',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Xây dựng gia đình 5 không, 3 sạch',
    kind: 'campaign',
    launcher: 'Trung ương Hội Liên hiệp Phụ nữ Việt Nam',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Nông dân thi đua sản xuất, kinh doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền vững',
    kind: 'movement',
    launcher: 'Trung ương Hội Nông dân Việt Nam',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Cựu chiến binh gương mẫu',
    kind: 'movement',
    launcher: 'Trung ương Hội Cựu chiến binh Việt Nam',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Lao động giỏi, lao động sáng tạo',
    kind: 'movement',
    launcher: 'Tổng Liên đoàn Lao động Việt Nam',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Giỏi việc nước, đảm việc nhà',
    kind: 'movement',
    launcher: 'Tổng Liên đoàn Lao động Việt Nam',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Dân vận khéo',
    kind: 'movement',
    launcher: 'Ban Dân vận Trung ương',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Đổi mới, sáng tạo trong quản lý, giảng dạy và học tập',
    kind: 'movement',
    launcher: 'Bộ Giáo dục và Đào tạo',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
  {
    name: 'Dạy tốt, học tốt',
    equally: ['Dạy tốt - Học tốt'],
    kind: 'movement',
    launcher: 'Bộ Giáo dục và Đào tạo',
    launchedOn: null,
    until: null,
    source: 'usage',
  },
];

/** What stands in quotation marks and is no movement: idioms, mechanisms, sayings, names of campaigns of the Party. */
export const NO_MOVEMENTS: readonly string[] = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Học tập và làm theo tấm gương đạo đức Hồ Chí Minh',
  'người tốt, việc tốt',
  'gương người tốt, việc tốt',
  'một cửa',
  'một cửa liên thông',
  'cán bộ nào phong trào ấy',
  'thi đua là yêu nước, yêu nước thì phải thi đua',
  'thi đua là yêu nước',
  'người người thi đua, ngành ngành thi đua',
  '5 không, 3 sạch',
  '6 rõ',
  '5 rõ',
  '4 tại chỗ',
  '3 không',
  'nói đi đôi với làm',
  'dám nghĩ, dám làm, dám chịu trách nhiệm',
  'uống nước nhớ nguồn',
  'đền ơn đáp nghĩa',
  'dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng',
  'không có gì quý hơn độc lập tự do',
];
