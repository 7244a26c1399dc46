import { describe, expect, it } from 'vitest';
import { findingsOf, sayingOf } from '../../../../test/support/checked.ts';
import { type PlanParts, samplePlan } from '../../../../test/support/sample-plan.ts';
import type { RegistryEntry, Severity } from '../reading.ts';

type Case = [parts: Partial<PlanParts>, severity: Severity, quote: string | null];

const OPENING = (cited: string) => `Thực hiện ${cited}, Ủy ban nhân dân xã Tân Lập ban hành kế hoạch như sau:`;
const cites = (cited: string): Partial<PlanParts> => ({ opening: OPENING(cited) });
const PROVINCE = 'của Ủy ban nhân dân tỉnh Phú Thọ';

/** Parts of the plan changed, and what the rule then quotes; changes on which it is silent. */
const RULES: Record<string, { fires: Case[]; silent: Partial<PlanParts>[] }> = {
  'TT-01': {
    fires: [
      [{ number: 'Số: /KH-UBND' }, 'info', 'Số: /KH-UBND'],
      [{ number: 'Số:      /KH-UBND' }, 'info', 'Số: /KH-UBND'],
      [{ number: '' }, 'info', null],
      [{ number: 'Số: 7/KH-UBND' }, 'info', 'Số: 7/KH-UBND'],
    ],
    silent: [
      {},
      { number: 'Số: 07/KH-UBND' },
      { number: 'Số: 127/KH-UBND' },
      { number: 'Số: 03/KH-UBND' },
      { number: 'Số 45/KH-UBND' },
    ],
  },
  'TT-02': {
    fires: [
      [{ number: 'Số: 45/QĐ-UBND' }, 'warning', 'Số: 45/QĐ-UBND'],
      [{ number: 'Số: 45/CT-UBND' }, 'warning', 'Số: 45/CT-UBND'],
      [{ number: 'Số: 45/KH-HĐND' }, 'warning', 'Số: 45/KH-HĐND'],
    ],
    silent: [
      {},
      { number: 'Số: 12/KH-UBND' },
      { kind: 'CHƯƠNG TRÌNH', number: 'Số: 12/CTr-UBND' },
      { kind: 'CHỈ THỊ', number: 'Số: 02/CT-UBND' },
      { kind: 'QUYẾT ĐỊNH', number: 'Số: 88/QĐ-UBND' },
    ],
  },
  'TT-03': {
    fires: [
      [{ date: 'Tân Lập, ngày tháng 3 năm 2026' }, 'info', 'Tân Lập, ngày tháng 3 năm 2026'],
      [{ date: 'Tân Lập, ngày ... tháng ... năm 2026' }, 'info', 'Tân Lập, ngày ... tháng ... năm 2026'],
      [{ date: '' }, 'info', null],
      [{ date: 'Tân Lập, ngày 6 tháng 3 năm 2026' }, 'error', 'Tân Lập, ngày 6 tháng 3 năm 2026'],
      [{ date: 'Tân Lập, ngày 16 tháng 2 năm 2026' }, 'error', 'Tân Lập, ngày 16 tháng 2 năm 2026'],
      [{ date: 'Tân Lập, ngày 31 tháng 4 năm 2026' }, 'error', 'Tân Lập, ngày 31 tháng 4 năm 2026'],
    ],
    silent: [
      {},
      { date: 'Tân Lập, ngày 07 tháng 4 năm 2026' },
      { date: 'Tân Lập, ngày 16 tháng 02 năm 2026' },
      { date: 'Phường Trần Phú, ngày 29 tháng 6 năm 2026' },
      { date: 'Tân Lập, ngày 12 tháng 11 năm 2026' },
    ],
  },
  'TT-04': {
    fires: [
      [{ head: 'ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP' }, 'error', null],
      [{ head: '', number: '', date: '' }, 'info', null],
      [
        { head: 'ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc Lập - Tự Do - Hạnh Phúc' },
        'warning',
        'Độc Lập - Tự Do - Hạnh Phúc',
      ],
      [
        { head: 'ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nCỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc' },
        'error',
        'CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM',
      ],
    ],
    silent: [
      {},
      {
        head: 'UBND XÃ TÂN LẬP\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      },
      { head: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSỞ NỘI VỤ' },
      { head: 'THỦ TƯỚNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc' },
      { head: 'ỦY BAN NHÂN DÂN\nPHƯỜNG LÊ LỢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc' },
    ],
  },
  'TT-05': {
    fires: [
      [{ signature: 'TM. UBND XÃ\nCHỦ TỊCH\nLò Văn Sơn' }, 'warning', 'TM. UBND XÃ'],
      [{ signature: 'T/M ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Sơn' }, 'warning', 'T/M ỦY BAN NHÂN DÂN'],
      [{ signature: 'TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH\nLò Văn Sơn' }, 'warning', 'PHÓ CHỦ TỊCH'],
      [{ signature: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nCHỦ TỊCH\nLò Văn Sơn' }, 'warning', 'KT. CHỦ TỊCH'],
      [
        { signature: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nLò Văn Sơn' },
        'warning',
        'PHÓ CHỦ TỊCH THƯỜNG TRỰC',
      ],
      [{ signature: 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nThS. Lò Văn Sơn' }, 'warning', 'ThS. Lò Văn Sơn'],
    ],
    silent: [
      {},
      { signature: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLò Văn Sơn' },
      { signature: 'TM. UỶ BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Sơn' },
      { kind: 'CHỈ THỊ', number: 'Số: 02/CT-UBND', signature: 'CHỦ TỊCH\nLò Văn Sơn' },
      { signature: 'TM. ỦY BAN NHÂN DÂN\nTUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI\nLò Văn Sơn' },
    ],
  },
  'TT-06': {
    fires: [
      [{ recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Lưu VT, VHXH.' }, 'warning', 'Lưu VT, VHXH'],
      [{ recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- TT TU, HĐND xã;\n- Lưu: VT, VHXH.' }, 'warning', 'TT TU, HĐND xã'],
      [{ recipients: 'Nơi nhận:\n- Sở Nội vụ; (b/c)\n- Các thôn;\n- Lưu: VT, VHXH.' }, 'info', 'Sở Nội vụ; (b/c)'],
      [{ recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Các thôn.' }, 'info', null],
      [{ recipients: 'Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.' }, 'info', 'Lưu: VT'],
    ],
    silent: [
      {},
      { recipients: 'Nơi nhận:\n- Như Điều 3;\n- Sở Nội vụ (b/c);\n- Lưu: VT, NV.' },
      { recipients: 'Nơi nhận:\n- Thường trực Tỉnh ủy (b/c);\n- Các thôn;\n- Lưu: VT, VHXH(20).' },
      { recipients: 'Nơi nhận:\n- TT TU, TT HĐND tỉnh;\n- Các cơ quan, đơn vị;\n- Lưu: VT, VHXH.' },
      { recipients: 'Nơi nhận:\n- Các cơ quan, đơn vị;\n- Lưu: VT, KT.' },
    ],
  },
  'TT-07': {
    fires: [
      [{ kind: 'PHÁT ĐỘNG THI ĐUA' }, 'warning', 'PHÁT ĐỘNG THI ĐUA'],
      [{ kind: 'LỜI KÊU GỌI THI ĐUA' }, 'warning', 'LỜI KÊU GỌI THI ĐUA'],
      [{ kind: 'GIAO ƯỚC THI ĐUA' }, 'warning', 'GIAO ƯỚC THI ĐUA'],
    ],
    silent: [{}, { kind: 'CHỈ THỊ' }, { kind: 'HƯỚNG DẪN' }, { kind: 'CHƯƠNG TRÌNH' }, { kind: 'THÔNG BÁO' }],
  },
  'CC-01': {
    fires: [
      [
        cites(`Kế hoạch số 18/KH-UBND ngày 12/8/2026 ${PROVINCE} về thi đua`),
        'error',
        'Kế hoạch số 18/KH-UBND ngày 12/8/2026',
      ],
      [
        cites(`Chỉ thị số 05/CT-UBND ngày 07/3/2026 ${PROVINCE} về thi đua`),
        'error',
        'Chỉ thị số 05/CT-UBND ngày 07/3/2026',
      ],
      [
        cites(`Quyết định số 9/QĐ-UBND ngày 02 tháng 01 năm 2027 ${PROVINCE} về thi đua`),
        'error',
        'Quyết định số 9/QĐ-UBND ngày 02 tháng 01 năm 2027',
      ],
    ],
    silent: [
      {},
      cites(`Kế hoạch số 18/KH-UBND ngày 06/3/2026 ${PROVINCE} về thi đua`),
      {
        ...cites(`Kế hoạch số 18/KH-UBND ngày 28/3/2026 ${PROVINCE} về thi đua`),
        date: 'Tân Lập, ngày tháng 3 năm 2026',
      },
      cites('Chỉ thị số 39/CT-TTg ngày 15/10/2024 của Thủ tướng Chính phủ về tiếp tục đổi mới'),
      cites('Chỉ thị số 11-CT/TU ngày 15/6/2022 của Ban Thường vụ Tỉnh ủy về kỷ niệm các ngày lễ'),
      {
        ...cites(`Kế hoạch số 250/KH-UBND ngày 12/01/2026 ${PROVINCE} về thi đua`),
        date: 'Tân Lập, ngày tháng 01 năm 2026',
      },
    ],
  },
  'CC-03': {
    fires: [
      [
        cites(`Chỉ thị 05/CT-UBND ngày 07/01/2026 ${PROVINCE} về thi đua`),
        'warning',
        `Chỉ thị 05/CT-UBND ngày 07/01/2026 ${PROVINCE} về thi đua`,
      ],
      [
        cites(`Chỉ thị số 05/CT-UBND ngày 07/01/2026 ${PROVINCE}`),
        'warning',
        `Chỉ thị số 05/CT-UBND ngày 07/01/2026 ${PROVINCE}`,
      ],
      [
        cites(`Chỉ thị số 05/CT-UBND ${PROVINCE} về thi đua`),
        'warning',
        `Chỉ thị số 05/CT-UBND ${PROVINCE} về thi đua`,
      ],
      [{ body: 'Thi đua thực hiện Nghị quyết của Đảng ủy, HĐND xã.' }, 'info', 'Nghị quyết của Đảng ủy'],
    ],
    silent: [
      {},
      cites('Luật Thi đua, khen thưởng số 06/2022/QH15 và Luật Tổ chức chính quyền địa phương số 72/2025/QH15'),
      cites(`Chỉ thị số 05/CT-UBND ngày 07/01/2026; Kế hoạch số 18/KH-UBND ngày 12/02/2026 ${PROVINCE} về thi đua`),
      cites('Kết luận số 01-KL/TW, ngày 18/5/2021 của Bộ Chính trị về tiếp tục học tập và làm theo tấm gương của Bác'),
      cites(`Quyết định số 9/QĐ-UBND ngày 02/01/2026 ${PROVINCE} phê duyệt đề án làng nghề`),
      cites(`Quyết định số 9/QĐ-UBND ngày 02/01/2026 ${PROVINCE} ban hành quy chế thi đua`),
    ],
  },
  'CC-05': {
    fires: [
      [
        cites('Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ về thi đua'),
        'info',
        'Nghị định số 98/2023/NĐ-CP ngày 31/12/2023',
      ],
      [
        cites('Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015'),
        'info',
        'Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015',
      ],
      [
        cites('Thông tư số 01/2024/TT-BNV ngày 24/02/2024 của Bộ Nội vụ về thi đua'),
        'info',
        'Thông tư số 01/2024/TT-BNV ngày 24/02/2024',
      ],
    ],
    silent: [
      {},
      cites('Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ về thi đua'),
      cites('Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022'),
      {
        ...cites('Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ về thi đua'),
        date: 'Tân Lập, ngày 06 tháng 3 năm 2024',
      },
      cites('Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư'),
    ],
  },
  'CC-06': {
    fires: [
      [{ opening: 'Ủy ban nhân dân xã Tân Lập ban hành kế hoạch với các nội dung sau:' }, 'info', null],
      [{ opening: 'Năm 2026 có nhiều việc lớn. Ủy ban nhân dân xã Tân Lập phát động thi đua như sau:' }, 'info', null],
      [
        {
          kind: 'CHƯƠNG TRÌNH',
          number: 'Số: 12/CTr-UBND',
          opening: 'Ủy ban nhân dân xã Tân Lập ban hành chương trình như sau:',
        },
        'info',
        null,
      ],
    ],
    silent: [
      {},
      {
        kind: 'CHỈ THỊ',
        number: 'Số: 02/CT-UBND',
        opening: 'Chủ tịch Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện các việc sau:',
      },
      { opening: 'Căn cứ tình hình của xã, Ủy ban nhân dân xã Tân Lập ban hành kế hoạch như sau:' },
      { opening: 'Thực hiện chỉ đạo của tỉnh, Ủy ban nhân dân xã Tân Lập ban hành kế hoạch như sau:' },
      { kind: 'THÔNG BÁO', number: 'Số: 02/TB-UBND', opening: 'Ủy ban nhân dân xã Tân Lập thông báo như sau:' },
    ],
  },
  'CC-07': {
    fires: [
      [
        cites(
          `Kế hoạch số 18/KH-UBND ngày 12 tháng 02 năm 2026 ${PROVINCE} về thi đua; Chỉ thị số 05/CT-UBND ngày 07/01/2026 ${PROVINCE} về tiết kiệm`,
        ),
        'info',
        'ngày 12 tháng 02 năm 2026',
      ],
      [
        cites(
          `Kế hoạch số 18/KH-UBND, ngày 12/02/2026 ${PROVINCE} về thi đua; Chỉ thị số 05/CT-UBND ngày 07/01/2026 ${PROVINCE} về tiết kiệm`,
        ),
        'info',
        'Kế hoạch số 18/KH-UBND, ngày 12/02/2026',
      ],
      [
        cites(
          'Chỉ thị số 41-CT/TW, ngày 26/12/2024 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với công tác thi đua, khen thưởng trong tình hình mới; Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng',
        ),
        'info',
        'Chỉ thị số 41-CT/TW, ngày 26/12/2024',
      ],
    ],
    silent: [
      {},
      cites(
        `Chỉ thị số 41-CT/TW, ngày 26/12/2024 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với công tác thi đua, khen thưởng trong tình hình mới; Kế hoạch số 18/KH-UBND ngày 12/02/2026 ${PROVINCE} về thi đua`,
      ),
      cites(
        `Kế hoạch số 18/KH-UBND ngày 12/02/2026 ${PROVINCE} về thi đua; Chỉ thị số 05/CT-UBND ngày 07/01/2026 ${PROVINCE} về tiết kiệm`,
      ),
      cites(`Kế hoạch số 18/KH-UBND ngày 12 tháng 02 năm 2026 ${PROVINCE} về thi đua`),
      cites('Luật Thi đua, khen thưởng số 06/2022/QH15'),
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

const cited = (
  numberSymbol: string,
  date: string,
  subject: string | null,
  issuer = 'Ủy ban nhân dân tỉnh Phú Thọ',
) => ({
  kind: 'Kế hoạch',
  numberSymbol,
  date,
  issuer,
  subject,
});
const other = (row: ReturnType<typeof cited>): RegistryEntry => ({
  source: 'ke-hoach-xa-ben.docx',
  own: {
    kind: 'Kế hoạch',
    numberSymbol: '33/KH-UBND',
    date: '2026-03-02',
    issuer: 'Ủy ban nhân dân xã Mường Bú',
    title: 'Phát động thi đua',
  },
  cited: [row],
});
const SUBJECT = 'tổ chức phong trào thi đua năm 2026';

describe('against other documents', () => {
  it.each<[string, RegistryEntry]>([
    ['CC-02', other(cited('18/KH-UBND', '2026-01-12', SUBJECT))],
    ['CC-02', other(cited('18/KH-UBND', '2026-02-22', null))],
    [
      'CC-02',
      {
        ...other(cited('1/KH-UBND', '2026-01-12', null)),
        own: {
          kind: 'Kế hoạch',
          numberSymbol: '18/KH-UBND',
          date: '2026-02-13',
          issuer: 'Ủy ban nhân dân tỉnh Phú Thọ',
          title: null,
        },
      },
    ],
    ['CC-04', other(cited('18/KH-UBND', '2026-02-12', 'tổ chức các phong trào thi đua yêu nước năm 2026'))],
    ['CC-04', other(cited('18/KH-UBND', '2026-02-12', `${SUBJECT} trên địa bàn tỉnh`))],
    ['CC-04', other(cited('18/KH-UBND', '2026-02-12', 'tổ chức phong trào thi đua đợt I năm 2026'))],
    [
      'CC-08',
      {
        ...other(cited('1/KH-UBND', '2026-01-12', null)),
        own: {
          kind: 'Kế hoạch',
          numberSymbol: '18/KH-UBND',
          date: '2026-02-12',
          issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ',
          title: null,
        },
      },
    ],
  ])('%s is found', (rule, entry) => {
    expect(sayingOf(rule, {}, [entry]).map(({ quote }) => quote)).toHaveLength(1);
  });

  it.each<[string, RegistryEntry]>([
    ['the same date', other(cited('18/KH-UBND', '2026-02-12', SUBJECT))],
    ['another year, other subject', other(cited('18/KH-UBND', '2025-02-10', 'trồng cây xanh'))],
    ['another issuer', other(cited('18/KH-UBND', '2026-02-01', 'trồng cây xanh', 'Ủy ban nhân dân xã Mường Bú'))],
    ['another number', other(cited('19/KH-UBND', '2026-01-12', SUBJECT))],
    ['another kind', other({ ...cited('18/KH-UBND', '2026-01-12', SUBJECT), kind: 'Chỉ thị' })],
    ['one that begins at another word', other(cited('18/KH-UBND', '2026-02-12', 'phong trào thi đua năm 2026'))],
    ['one that begins a word before', other(cited('18/KH-UBND', '2026-02-12', `quy định về ${SUBJECT}`))],
    ['other marks and case', other(cited('18/KH-UBND', '2026-02-12', 'Tổ chức phong trào thi đua, năm 2026'))],
  ])('silent on %s', (_name, entry) => {
    const found = findingsOf(samplePlan(), [entry]).filter(({ rule }) => /^CC-0[248]$/.test(rule));
    expect(found.map(({ message }) => message)).toEqual([]);
  });
});

describe('the same document cited twice in one text', () => {
  const twice = (second: string) => ({ body: `Tiếp tục thực hiện ${second}.` });
  it('with two dates is CC-02', () => {
    expect(sayingOf('CC-02', twice(`Kế hoạch số 18/KH-UBND ngày 21/02/2026 ${PROVINCE} về ${SUBJECT}`))).toHaveLength(
      1,
    );
  });
  it('of a central Party body with another year is CC-02', () => {
    expect(sayingOf('CC-02', twice('Chỉ thị số 41-CT/TW ngày 26/12/2025 của Bộ Chính trị về thi đua'))).toHaveLength(1);
  });
  it('with a cut subject is CC-04', () => {
    expect(
      sayingOf('CC-04', twice(`Kế hoạch số 18/KH-UBND ngày 12/02/2026 ${PROVINCE} về phong trào thi đua`)),
    ).toHaveLength(1);
  });
  it('with an official subject cut short is CC-04', () => {
    const found = sayingOf('CC-04', twice('Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về công tác thi đua'));
    expect(found).toHaveLength(1);
  });
  it.each([
    `Kế hoạch số 18/KH-UBND ngày 12/02/2026 ${PROVINCE} về ${SUBJECT}`,
    'Kế hoạch số 18/KH-UBND',
    `Kế hoạch số 18/KH-UBND ngày 12/02/2026 ${PROVINCE}`,
    'Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng',
    `Chỉ thị số 18/CT-UBND ngày 10/02/2026 ${PROVINCE} về tiết kiệm điện`,
  ])('is fine as %s', (second) => {
    const found = findingsOf(samplePlan(twice(second))).filter(({ rule }) => rule === 'CC-02' || rule === 'CC-04');
    expect(found.map(({ quote, message }) => `${quote}: ${message}`)).toEqual([]);
  });
});
