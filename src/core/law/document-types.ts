/**
 * Types of documents and their abbreviations: the 29 types of administrative documents of NĐ 30/2020/NĐ-CP
 * (Điều 7, abbreviations in Phụ lục III), and the types that such documents cite besides.
 */

export type DocumentType = {
  name: string;
  /** Abbreviation in number and symbol; null where the decree gives none. */
  code: string | null;
  /** "administrative" types head documents of state bodies; the others are only cited or headed by other bodies. */
  group: 'administrative' | 'law' | 'party' | 'other';
  from: string;
  until: string | null;
  source: string;
};

const DECREE = {
  group: 'administrative',
  from: '2020-03-05',
  until: null,
  source: 'NĐ 30/2020/NĐ-CP, Điều 7, Phụ lục III',
} as const;
const LAW = { group: 'law', from: '2025-04-01', until: null, source: 'Luật 64/2025/QH15, Điều 4' } as const;
const PARTY = { group: 'party', from: '2026-01-09', until: null, source: 'Quy định 399-QĐ/TW' } as const;

const administrative = (name: string, code: string | null): DocumentType => ({ name, code, ...DECREE });
const law = (name: string, code: string | null): DocumentType => ({ name, code, ...LAW });
const party = (name: string, code: string | null): DocumentType => ({ name, code, ...PARTY });

export const DOCUMENT_TYPES: readonly DocumentType[] = [
  administrative('Nghị quyết', 'NQ'),
  administrative('Quyết định', 'QĐ'),
  administrative('Chỉ thị', 'CT'),
  administrative('Quy chế', 'QC'),
  administrative('Quy định', 'QyĐ'),
  administrative('Thông cáo', 'TC'),
  administrative('Thông báo', 'TB'),
  administrative('Hướng dẫn', 'HD'),
  administrative('Chương trình', 'CTr'),
  administrative('Kế hoạch', 'KH'),
  administrative('Phương án', 'PA'),
  administrative('Đề án', 'ĐA'),
  administrative('Dự án', 'DA'),
  administrative('Báo cáo', 'BC'),
  administrative('Biên bản', 'BB'),
  administrative('Tờ trình', 'TTr'),
  administrative('Hợp đồng', 'HĐ'),
  administrative('Công văn', null),
  administrative('Công điện', 'CĐ'),
  administrative('Bản ghi nhớ', 'BGN'),
  administrative('Bản thỏa thuận', 'BTT'),
  administrative('Giấy ủy quyền', 'GUQ'),
  administrative('Giấy mời', 'GM'),
  administrative('Giấy giới thiệu', 'GGT'),
  administrative('Giấy nghỉ phép', 'GNP'),
  administrative('Phiếu gửi', 'PG'),
  administrative('Phiếu chuyển', 'PC'),
  administrative('Phiếu báo', 'PB'),
  administrative('Thư công', null),
  law('Hiến pháp', null),
  law('Bộ luật', null),
  law('Luật', null),
  law('Pháp lệnh', null),
  law('Lệnh', 'L'),
  law('Nghị định', 'NĐ'),
  law('Thông tư liên tịch', 'TTLT'),
  law('Thông tư', 'TT'),
  party('Kết luận', 'KL'),
  party('Quy trình', null),
  party('Điều lệ', null),
  party('Nghị quyết liên tịch', 'NQLT'),
  { name: 'Văn bản', code: null, group: 'other', from: '2020-03-05', until: null, source: 'usage' },
  {
    name: 'Văn bản hợp nhất',
    code: 'VBHN',
    group: 'law',
    from: '2012-07-01',
    until: null,
    source: 'Pháp lệnh 01/2012/UBTVQH13',
  },
  { name: 'Chương trình phối hợp', code: 'CTrPH', group: 'other', from: '2020-03-05', until: null, source: 'usage' },
  { name: 'Quy chế phối hợp', code: 'QCPH', group: 'other', from: '2020-03-05', until: null, source: 'usage' },
  { name: 'Quy ước', code: null, group: 'other', from: '2020-03-05', until: null, source: 'usage' },
  { name: 'Thể lệ', code: null, group: 'other', from: '2020-03-05', until: null, source: 'usage' },
  { name: 'Đề cương', code: null, group: 'other', from: '2020-03-05', until: null, source: 'usage' },
];

/** Headings of launch texts that are no type of the decree. */
export const LAUNCH_HEADINGS: readonly string[] = [
  'Phát động thi đua',
  'Lời phát động thi đua',
  'Bài phát động thi đua',
  'Lời phát động',
  'Phát động phong trào thi đua',
  'Phát động đợt thi đua',
  'Lời kêu gọi thi đua',
  'Lời kêu gọi',
  'Thư kêu gọi',
  'Giao ước thi đua',
  'Bản giao ước thi đua',
  'Ký kết giao ước thi đua',
  'Bản đăng ký thi đua',
  'Đăng ký thi đua',
];
