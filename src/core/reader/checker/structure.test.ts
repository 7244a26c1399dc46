import { describe, expect, it } from 'vitest';
import { findingsOf, sayingOf } from '../../../../test/support/checked.ts';
import { buildContent, buildParagraph } from '../../../../test/support/joined.ts';
import { type PlanParts, samplePlan } from '../../../../test/support/sample-plan.ts';
import { readContent } from '../read-document.ts';
import type { Severity } from '../reading.ts';

type Parts = string | Partial<PlanParts>;
type Case = [parts: Parts, severity: Severity, quote: string | null];

const NO_DATE_REPORT = (text: string) =>
  samplePlan().replace(/2\. Các cơ quan, đơn vị, các thôn gửi báo cáo[^\n]*/u, text);

const RULES: Record<string, { fires: Case[]; silent: Parts[] }> = {
  'TG-01': {
    fires: [
      [
        'Chào mừng 20 năm thành lập xã (22/9/2002 - 22/9/2024).',
        'error',
        '20 năm thành lập xã (22/9/2002 - 22/9/2024)',
      ],
      [
        'Kỷ niệm 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026).',
        'error',
        '95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)',
      ],
      [
        'Kỷ niệm 50 năm Ngày giải phóng (30/4/1975 - 30/4/2026).',
        'error',
        '50 năm Ngày giải phóng (30/4/1975 - 30/4/2026)',
      ],
    ],
    silent: [
      {},
      'Kỷ niệm 115 năm thành lập tỉnh (28/6/1909 - 28/6/2024).',
      'Kỷ niệm 75 năm thành lập Đảng bộ tỉnh (10/10/1949-10/10/2024).',
      'Kỷ niệm 70 năm ngày giải phóng huyện (29/10/1954-29/10/2024).',
      'Kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025).',
    ],
  },
  'TG-02': {
    fires: [
      [
        { title: 'Phát động phong trào thi đua chào mừng các sự kiện lớn năm 2027' },
        'error',
        'đến hết ngày 31/12/2026',
      ],
      [
        { title: 'Phát động thi đua chào mừng ngày hội lớn của tỉnh trong năm 2028' },
        'error',
        'đến hết ngày 31/12/2026',
      ],
      [
        'Lập thành tích chào mừng 97 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2027); 80 năm thành lập xã (05/10/1946 - 05/10/2026).',
        'error',
        '97 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2027)',
      ],
      [
        'Lập thành tích chào mừng 100 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2030).',
        'error',
        'đến hết ngày 31/12/2026',
      ],
    ],
    silent: [
      {},
      { title: 'Phát động phong trào thi đua chào mừng các ngày lễ lớn năm 2026' },
      'Lập thành tích chào mừng 80 năm Ngày thành lập xã (05/10/1946 - 05/10/2026).',
      'Lập thành tích chào mừng 80 năm Ngày thành lập xã (05/01/1947 - 05/01/2027).',
      'Kết nạp đảng viên dịp 95 năm Ngày thành lập Đoàn (26/3/1931 - 26/3/2026).',
    ],
  },
  'TG-04': {
    fires: [
      ['Hoàn thành kế hoạch phát triển kinh tế - xã hội 5 năm 2025-2030.', 'warning', '5 năm 2025-2030'],
      [
        'Góp phần vào kế hoạch phát triển kinh tế - xã hội 5 năm 2026-2030, kế hoạch phát triển kinh tế - xã hội giai đoạn 2025-2030.',
        'warning',
        'giai đoạn 2025-2030',
      ],
      ['Chương trình giai đoạn 2030-2025 được rà soát.', 'warning', 'giai đoạn 2030-2025'],
      ['Hoàn thành nhà văn hóa trước ngày 31/6/2026.', 'warning', 'ngày 31/6/2026'],
      [
        'Học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XVI của Đảng.',
        'warning',
        'Đại hội đại biểu toàn quốc lần thứ XVI của Đảng',
      ],
      ['3. Chỉ tiêu thi đua năm 2025\nTrồng 12 ha chè.', 'warning', 'năm 2025'],
      [
        { closing: 'Trên đây là Kế hoạch phát động phong trào thi đua năm 2025, đề nghị các thôn thực hiện./.' },
        'warning',
        'năm 2025',
      ],
      ['Bầu cử đại biểu Quốc hội khóa XVI nhiệm kỳ 2021-2026.', 'warning', 'Quốc hội khóa XVI nhiệm kỳ 2021-2026'],
      ['Đợt cao điểm từ ngày 15/10/2026 đến ngày 15/9/2026.', 'warning', 'từ ngày 15/10/2026 đến ngày 15/9/2026'],
      [
        { date: 'Tân Lập, ngày 06 tháng 3 năm 2027', title: 'Phát động phong trào thi đua năm 2026' },
        'warning',
        'năm 2026',
      ],
    ],
    silent: [
      {},
      'Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2025 - 2030; kế hoạch 5 năm 2026 - 2030; Hội đồng nhân dân nhiệm kỳ 2026-2031.',
      'Học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng; Đại hội Đảng bộ tỉnh lần thứ XV; Đại hội Thi đua yêu nước toàn quốc lần thứ XI.',
      '3. Phát huy kết quả năm 2025\nNhân rộng cách làm hay.\n4. Nhiệm vụ đến năm 2030\nGiữ rừng.',
      'Đề án phát triển chè giai đoạn 2025-2030 và chương trình 2021-2025.',
      'Đợt cao điểm từ ngày 15/5/2026 đến ngày 02/9/2026; hoàn thành trước ngày 30/6/2026.',
      'Năm 2024 là năm nhuận, ngày 29/02/2024 đã sơ kết.',
    ],
  },
  'TG-06': {
    fires: [
      [
        'Kỷ niệm 74 năm thành lập Đảng bộ huyện (01/10/1950 - 01/10/2024).',
        'info',
        '74 năm thành lập Đảng bộ huyện (01/10/1950 - 01/10/2024)',
      ],
      ['Kỷ niệm 81 năm Quốc khánh (02/9/1945 - 02/9/2026).', 'info', '81 năm Quốc khánh (02/9/1945 - 02/9/2026)'],
      [
        'Kỷ niệm 51 năm Ngày giải phóng (30/4/1975 - 30/4/2026).',
        'info',
        '51 năm Ngày giải phóng (30/4/1975 - 30/4/2026)',
      ],
    ],
    silent: [
      {},
      'Kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025).',
      'Kỷ niệm 75 năm thành lập Đảng bộ tỉnh (10/10/1949 - 10/10/2024).',
      'Kỷ niệm 50 năm Ngày giải phóng (30/4/1975 - 30/4/2025).',
      'Trong 4 năm qua, xã làm được 12 km đường.',
    ],
  },
  'BC-01': {
    fires: [
      ['3. Các việc khác\na) Trồng hoa;\nb) Dọn ngõ;\nd) Sửa cầu.', 'error', 'd) Sửa cầu.'],
      [
        '3. Các việc khác\na) Trồng hoa;\nb) Dọn ngõ;\nc) Sửa cầu;\nd) Nạo mương;\ne) Làm đường nội đồng cho các thôn.',
        'error',
        'e) Làm đường nội đồng cho các',
      ],
      ['3. Giữ gìn vệ sinh\n3. Chăm sóc cây xanh', 'error', '3. Chăm sóc cây xanh'],
      ['4. Chăm sóc cây xanh', 'error', '4. Chăm sóc cây xanh'],
      ['3. Việc khác\nb) Dọn ngõ;\nc) Sửa cầu.', 'error', 'b) Dọn ngõ;'],
      ['3. Việc khác\na) Trồng hoa;\nb) Dọn ngõ;\nb) Sửa cầu.', 'error', 'b) Sửa cầu.'],
    ],
    silent: [
      {},
      '3. Việc khác\na) Trồng hoa;\nb) Dọn ngõ;\nc) Sửa cầu;\nd) Nạo mương;\nđ) Làm đường;\ne) Thắp đèn;\ng) Vẽ tường;\nh) Lát gạch;\ni) Rào vườn;\nk) Dựng biển.',
      '3. Việc khác\n3.1. Trồng hoa\n3.2. Dọn ngõ\n4. Việc nữa\n4.1. Sửa cầu\n4.2. Nạo mương',
      '3. Giải pháp\n1. Tuyên truyền\n2. Vận động\n4. Kiểm tra\nCác đoàn kiểm tra tự đánh giá.',
      '3. Việc khác\n- Trồng hoa;\n- Dọn ngõ;\n+ Sửa cầu;\n+ Nạo mương.',
      '3. Việc thứ nhất\na) Trồng hoa;\nb) Dọn ngõ.\n4. Việc thứ hai\na) Sửa cầu;\nb) Nạo mương.',
    ],
  },
  'BC-04': {
    fires: [
      [
        'Mỗi cơ quan, đơn vị chọn việc cụ thể, đo đếm được, giao người chịu trách nhiệm và kiểm tra hằng quý.',
        'warning',
        'Mỗi cơ quan, đơn vị chọn việc cụ thể, đo đếm được, giao người chịu trách nhiệm và kiểm tra hằng quý.',
      ],
      [
        '3. Đẩy mạnh cải cách hành chính\nLàm gọn hồ sơ.\n4. Cải cách hành chính và số hóa hồ sơ\nQuét hồ sơ cũ.',
        'info',
        '3. Đẩy mạnh cải cách hành chính',
      ],
      [
        '3. Xóa nhà tạm, nhà dột nát\nHuy động công thợ.\n4. Chung tay xóa nhà tạm, nhà dột nát\nGóp vật liệu.',
        'info',
        '3. Xóa nhà tạm, nhà dột nát',
      ],
    ],
    silent: [
      {},
      '3. Thi đua xây dựng nông thôn mới\nLàm đường.\n4. Thi đua bảo vệ môi trường\nThu gom rác.',
      '3. Phong trào thi đua trong trường học\nDạy tốt.\n4. Phong trào thi đua trong thôn\nSạch nhà.',
      '3. Nhiệm vụ phát triển kinh tế\nTrồng chè.\n4. Nhiệm vụ phát triển kinh tế tập thể\nLập tổ hợp tác.',
      'Trồng cây.\nTrồng cây.',
    ],
  },
  'TC-01': {
    fires: [
      ['Đề nghị Ủy ban Mặt trận Tổ quốc xã vận động bà con.', 'warning', 'Ủy ban Mặt trận Tổ quốc xã'],
      [
        'Phối hợp với Mặt trận Tổ quốc Việt Nam xã và các thành viên.',
        'warning',
        'Mặt trận Tổ quốc Việt Nam xã và các thành viên',
      ],
      ['Phối hợp với Sở Giáo dục - Đào tạo mở lớp.', 'warning', 'Sở Giáo dục - Đào tạo'],
      ['Hội đồng Thi đua, Khen thưởng xã họp xét.', 'info', 'Hội đồng Thi đua, Khen thưởng'],
    ],
    silent: [
      {},
      'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức thành viên vận động bà con.',
      'Mặt trận Tổ quốc và các đoàn thể cùng tham gia; Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam phát động.',
      'Sở Giáo dục và Đào tạo, Sở Khoa học và Công nghệ hướng dẫn.',
      'Hội đồng Thi đua - Khen thưởng xã họp xét.',
      'Lớp học do phụ huynh và các thành viên ban đại diện tổ chức.',
    ],
  },
  'TC-02': {
    fires: [
      [
        {
          body: 'Công an xã chủ trì giữ gìn trật tự các ngày lễ.',
          recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Phòng Văn hóa - Xã hội;\n- Các thôn;\n- Lưu: VT, VHXH.',
        },
        'warning',
        'Công an xã',
      ],
      [
        {
          body: '3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã\nVận động Nhân dân hưởng ứng.',
          recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Các cơ quan, đơn vị;\n- Các thôn;\n- Lưu: VT, VHXH.',
        },
        'warning',
        'Ủy ban Mặt trận Tổ quốc Việt Nam xã',
      ],
      [
        {
          body: 'Phòng Kinh tế chủ trì hướng dẫn trồng chè.',
          recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Phòng Văn hóa - Xã hội;\n- Các thôn;\n- Lưu: VT, VHXH.',
        },
        'warning',
        'Phòng Kinh tế',
      ],
    ],
    silent: [
      {},
      'Công an xã chủ trì giữ gìn trật tự các ngày lễ.',
      'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã chủ trì vận động Nhân dân hưởng ứng.',
      'Đoàn Thanh niên xã chủ trì làm đường hoa.',
      'Hội đồng Thi đua - Khen thưởng xã chủ trì bình xét.',
      'Thủ trưởng các cơ quan, đơn vị chủ trì phát động ở đơn vị mình.',
    ],
  },
  'TC-03': {
    fires: [
      [
        'Hưởng ứng phong trào “Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại; thực hiện tiết kiệm, chống lãng phí”.',
        'warning',
        'Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại; thực hiện tiết kiệm, chống lãng phí',
      ],
      [
        'Hưởng ứng phong trào “Vì người nghèo - không để ai bị bỏ lại phía sau”.',
        'warning',
        'Vì người nghèo - không để ai bị bỏ lại phía sau',
      ],
      [
        'Hưởng ứng phong trào “Cả nước thi đua đổi mới, sáng tạo và chuyển đổi số”.',
        'info',
        'Cả nước thi đua đổi mới, sáng tạo và chuyển đổi số',
      ],
      ['Hưởng ứng phong trào “Chung sức xây dựng nông thôn mới”.', 'info', 'Chung sức xây dựng nông thôn mới'],
    ],
    silent: [
      {},
      'Hưởng ứng phong trào “Cả nước thi đua đổi mới sáng tạo và chuyển đổi số”, “Cả nước chung sức xây dựng nông thôn mới”.',
      'Hưởng ứng phong trào “Phú Thọ chung sức xây dựng nông thôn mới”.',
      'Bác Hồ dạy: “Thi đua là yêu nước, yêu nước thì phải thi đua”.',
      'Nêu gương “người tốt, việc tốt”, cơ chế “một cửa liên thông”.',
      'Phong trào “Mỗi nhà một vườn rau sạch” của hội viên.',
    ],
  },
  'TC-04': {
    fires: [
      [
        {
          recipients:
            'Nơi nhận:\n- Hội đồng TĐKT tỉnh;\n- Thành viên HĐTĐKT xã;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.',
        },
        'info',
        'HĐTĐKT',
      ],
      [{ recipients: 'Nơi nhận:\n- Ban TĐ-KT tỉnh;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.' }, 'info', 'Ban TĐ-KT'],
      [
        { recipients: 'Nơi nhận:\n- UBMTTQ xã;\n- MTTQ các cấp;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.' },
        'info',
        'UBMTTQ',
      ],
    ],
    silent: [
      {},
      { recipients: 'Nơi nhận:\n- Hội đồng TĐKT tỉnh;\n- Hội đồng TĐKT xã;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.' },
      { recipients: 'Nơi nhận:\n- HĐTĐKT xã;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.' },
      { recipients: 'Nơi nhận:\n- MTTQ xã;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.' },
      { recipients: 'Nơi nhận:\n- Ban TĐKT tỉnh;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.' },
    ],
  },
};

describe.each(Object.entries(RULES))('%s', (rule, { fires, silent }) => {
  it.each(fires)('speaks of %o', (parts, severity, quote) => {
    const found = sayingOf(rule, parts);
    expect(found.map((finding) => `${finding.severity}: ${finding.quote}`)).toContain(`${severity}: ${quote}`);
  });
  it.each(silent)('is silent on %o', (parts) => {
    expect(sayingOf(rule, parts).map(({ quote, message }) => `${quote}: ${message}`)).toEqual([]);
  });
});

describe('TG-03 and TG-05, the report', () => {
  const says = (rule: string, text: string) =>
    findingsOf(NO_DATE_REPORT(text)).filter((finding) => finding.rule === rule);
  it.each([
    '2. Các thôn báo cáo kết quả trước ngày 15/9/2026.',
    '2. Các thôn báo cáo kết quả trước ngày 05/11/2026.',
    '2. Các thôn báo cáo kết quả trước ngày 20/6/2026.',
  ])('is due too early in %s', (text) => {
    expect(says('TG-03', text)).toHaveLength(1);
  });
  it.each([
    '2. Các thôn báo cáo kết quả trước ngày 15/12/2026.',
    '2. Các thôn báo cáo kết quả trước ngày 01/12/2026.',
    '2. Các thôn báo cáo kết quả trước ngày 10/01/2027.',
    '2. Các thôn báo cáo kết quả.',
    '2. Các thôn cùng thực hiện.',
  ])('is not due too early in %s', (text) => {
    expect(says('TG-03', text)).toEqual([]);
  });
  it.each([
    [
      '2. Các thôn thực hiện chế độ báo cáo định kỳ theo quy định.',
      'Các thôn thực hiện chế độ báo cáo định kỳ theo quy định',
    ],
    ['2. Các thôn theo dõi; tổng hợp, báo cáo kết quả về xã.', 'tổng hợp, báo cáo kết quả về xã'],
    ['2. Các thôn gửi báo cáo về Phòng Văn hóa - Xã hội.', 'Các thôn gửi báo cáo về Phòng Văn hóa - Xã hội'],
  ])('has no deadline in %s', (text, quote) => {
    const [found] = says('TG-05', text);
    expect([found?.severity, found?.quote]).toEqual(['warning', quote]);
  });
  it.each([
    '2. Các thôn báo cáo kết quả trước ngày 15/12/2026.',
    '2. Các thôn nộp báo cáo sau 05 ngày kể từ khi kết thúc đợt.',
    '2. Các thôn báo cáo hằng quý về Phòng Văn hóa - Xã hội.',
    '2. Các thôn báo cáo về xã trước ngày 20 hằng tháng, báo cáo năm trước ngày 05/12/2026.',
  ])('has its deadline in %s', (text) => {
    expect(says('TG-05', text)).toEqual([]);
  });
});

describe('BC-02, heading levels', () => {
  const read = (levels: (number | null)[]) => {
    const titles = ['I. MỤC ĐÍCH', 'II. NỘI DUNG', 'III. THỜI GIAN', 'IV. TỔ CHỨC'];
    const blocks = titles.map((text, i) =>
      buildParagraph(text, { style: { bold: true, italic: false, align: null, heading: levels[i] ?? null } }),
    );
    return readContent({ ...buildContent(''), blocks }, { name: 'a.md', sha256: '0' }).findings.filter(
      ({ rule }) => rule === 'BC-02',
    );
  };
  it.each([
    [[4, 2, 2, 2], 'II. NỘI DUNG'],
    [[2, 2, 3, 3], 'III. THỜI GIAN'],
    [[2, 2, 2, 1], 'IV. TỔ CHỨC'],
  ])('%o differ', (levels, quote) => {
    expect(read(levels).map((finding) => finding.quote)).toEqual([quote]);
  });
  it.each([[[2, 2, 2, 2]], [[null, null, null, null]], [[1, 1, null, 1]], [[3, 3, 3, 3]], [[2]]])(
    '%o are fine',
    (levels) => {
      expect(read(levels)).toEqual([]);
    },
  );
});

describe('BC-03, expected parts', () => {
  const without = (heading: RegExp) =>
    findingsOf(samplePlan().replace(heading, '')).filter(({ rule }) => rule === 'BC-03');
  it.each([
    [/III\. THỜI GIAN THỰC HIỆN\nTừ ngày[^\n]*\n/u, 'thời gian thực hiện'],
    [/IV\. KHEN THƯỞNG\n[^\n]*\n/u, 'khen thưởng'],
    [/III\. THỜI GIAN[^\n]*\n[^\n]*\nIV\. KHEN THƯỞNG\n[^\n]*\n/u, 'thời gian thực hiện, khen thưởng'],
  ])('misses %s', (heading, part) => {
    expect(
      without(heading)
        .map(({ message }) => message)
        .join(),
    ).toContain(part);
  });
  it.each<Partial<PlanParts>>([
    {},
    { kind: 'CHỈ THỊ', number: 'Số: 02/CT-UBND' },
    { kind: 'THÔNG BÁO', number: 'Số: 02/TB-UBND' },
    { title: 'Trồng cây xanh năm 2026' },
    {
      title: 'Phát động thi đua bảo đảm quốc phòng - an ninh năm 2026',
      body: '3. Thi đua giữ gìn an ninh trật tự\nMỗi thôn một tổ tự quản.',
    },
  ])('is silent on %o', (parts) => {
    expect(sayingOf('BC-03', parts).map(({ message }) => message)).toEqual([]);
  });
  it('misses a field that the title promises', () => {
    expect(sayingOf('BC-03', { title: 'Phát động thi đua bảo đảm quốc phòng - an ninh năm 2026' })).toHaveLength(1);
  });
});

describe('TC-05, the theme', () => {
  const theme = 'Đoàn kết, sáng tạo, kỷ cương, vượt khó, thi đua xây dựng xã Tân Lập giàu đẹp, văn minh';
  const themed = (second: string): Partial<PlanParts> => ({
    opening: `Thực hiện Kế hoạch số 18/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân tỉnh Phú Thọ về tổ chức phong trào thi đua năm 2026, Ủy ban nhân dân xã Tân Lập phát động phong trào thi đua với chủ đề “${theme}” như sau:`,
    body: `Các đơn vị treo khẩu hiệu “${second}” tại trụ sở.`,
  });
  it.each([
    theme.replace('kỷ cương', 'trách nhiệm'),
    theme.replace('giàu đẹp', 'hùng mạnh'),
    theme.replace('vượt khó, ', ''),
  ])('differs in %s', (second) => {
    expect(sayingOf('TC-05', themed(second))).toHaveLength(1);
  });
  it.each([theme, theme.toUpperCase(), 'Mỗi ngày một việc tốt', theme.slice(0, 40), `${theme}.`])(
    'is the same in %s',
    (second) => {
      expect(sayingOf('TC-05', themed(second)).map(({ quote }) => quote)).toEqual([]);
    },
  );
});
