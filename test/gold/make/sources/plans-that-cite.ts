import type { Part } from '../document.ts';
import { finding, type GoldSource, h, head, MOTTO, p, sign, target, title } from '../document.ts';

type Cites = { commune: string; number: string; day: string; cited: string; signer: string };

/** Two communes of one province answer the same directive, and give it two dates and two subjects. */
const parts = ({ commune, number, day, cited, signer }: Cites): Part[] => [
  head(
    ['ỦY BAN NHÂN DÂN', `XÃ ${commune.toUpperCase()}`, `Số: ${number}/KH-UBND`],
    [...MOTTO, `${commune}, ngày ${day} tháng 02 năm 2026`],
  ),
  title('KẾ HOẠCH'),
  title('Hưởng ứng phong trào thi đua yêu nước năm 2026'),
  p(`Thực hiện ${cited}, Ủy ban nhân dân xã ${commune} ban hành Kế hoạch như sau:`),
  h('I. CHỈ TIÊU'),
  p('Thu nhập bình quân đầu người đạt 39 triệu đồng/người/năm.'),
  h('II. THỜI GIAN THỰC HIỆN'),
  p('Từ ngày 01/3/2026 đến ngày 30/11/2026.'),
  h('III. TỔ CHỨC THỰC HIỆN'),
  p('1. Phòng Văn hóa - Xã hội theo dõi, tổng hợp, đề xuất khen thưởng.'),
  p('2. Trưởng các bản báo cáo Ủy ban nhân dân xã trước ngày 05/12/2026./.'),
  sign(
    ['- Sở Nội vụ;', '- Phòng Văn hóa - Xã hội;', '- Trưởng các bản;', '- Lưu: VT, VHXH.'],
    ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', signer],
  ),
];

const gold = (facts: Cites & { date: string; subject: string }): GoldSource['gold'] => ({
  about: 'One of two plans that cite the same directive differently; the other is at hand.',
  header: {
    issuer: { name: `Ủy ban nhân dân xã ${facts.commune}`, level: 'commune', province: 'Sơn La' },
    kindCode: 'KH',
    number: facts.number,
    symbol: 'KH-UBND',
    place: facts.commune,
    date: { year: 2026, month: 2, day: Number(facts.day) },
    title: 'Hưởng ứng phong trào thi đua yêu nước năm 2026',
    period: { from: '2026-03-01', until: '2026-11-30' },
    signature: { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: facts.signer },
  },
  targets: [
    target('Thu nhập bình quân đầu người đạt 39 triệu đồng/người/năm', {
      indicator: 'thu_nhap_bqdn',
      domain: 'kinh_te',
      measure: 'per-capita',
      value: '39',
      unit: 'triệu đồng/người/năm',
    }),
  ],
  results: [],
  citations: [
    {
      role: 'basis',
      kind: 'Chỉ thị',
      numberSymbol: '06/CT-UBND',
      date: facts.date,
      issuer: 'Ủy ban nhân dân tỉnh Sơn La',
      subject: facts.subject,
    },
  ],
  recipients: ['Sở Nội vụ', 'Phòng Văn hóa - Xã hội', 'Trưởng các bản', 'Lưu: VT, VHXH'],
  movements: [],
  duties: [{ organisation: 'Phòng Văn hóa - Xã hội' }, { organisation: 'Trưởng các bản', dueOn: '2026-12-05' }],
  reportDue: [{ on: '2026-12-05', relation: 'before', to: 'Ủy ban nhân dân xã' }],
  anniversaries: [],
  findings: {
    must: [
      finding('CC-02', 'error', facts.cited.slice(0, facts.cited.indexOf(' của '))),
      finding(['CC-04', 'CC-02'], 'warning', facts.cited),
    ],
    silent: ['CC-01', 'TT-01', 'TT-03', 'BC-01', 'SL-08'],
  },
});

const NAM: Cites = {
  commune: 'Nậm Lạnh',
  number: '11',
  day: '16',
  cited:
    'Chỉ thị số 06/CT-UBND ngày 21/01/2026 của Ủy ban nhân dân tỉnh Sơn La về phong trào thi đua yêu nước năm 2026',
  signer: 'Quàng Văn Ín',
};
const MUONG: Cites = {
  commune: 'Mường Bám',
  number: '14',
  day: '18',
  cited:
    'Chỉ thị số 06/CT-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Sơn La về tăng cường kỷ luật, kỷ cương hành chính',
  signer: 'Lèo Thị Pâng',
};

export const planCitesOne: GoldSource = {
  name: 'plan-cites-one',
  files: [{ making: { as: 'docx', by: 'docx' }, with: ['plan-cites-two.txt'] }],
  parts: parts(NAM),
  gold: gold({ ...NAM, date: '2026-01-21', subject: 'phong trào thi đua yêu nước năm 2026' }),
};

export const planCitesTwo: GoldSource = {
  name: 'plan-cites-two',
  files: [{ making: { as: 'txt' }, with: ['plan-cites-one.docx'] }],
  parts: parts(MUONG),
  gold: gold({ ...MUONG, date: '2026-01-12', subject: 'tăng cường kỷ luật, kỷ cương hành chính' }),
};
