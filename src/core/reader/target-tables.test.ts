import { describe, expect, it } from 'vitest';
import type { FileContent, Paragraph, Table, TableCell } from './blocks.ts';
import { joinContent } from './join.ts';
import { findOutline } from './outline.ts';
import type { Result, Target } from './reading.ts';
import { findTargets } from './targets.ts';

const STYLE = { bold: false, italic: false, align: null, heading: null } as const;

const paragraph = (text: string): Paragraph => ({
  kind: 'paragraph',
  text,
  label: null,
  style: STYLE,
  page: null,
  part: 'body',
  printedLine: false,
});

/** A row as text: cells parted by '|'; "Năm 2026>2" covers two columns, '^' goes on with the cell above. */
function tableOf(lines: string[], heads = 1): Table {
  const rows = lines.map((line, at) => {
    let column = 0;
    const cells = line.split('|').map((printed): TableCell => {
      const [text = '', span = '1'] = printed.trim().split('>');
      const continued = text === '^';
      const own = text === '' || continued ? [] : [paragraph(text)];
      const cell = { paragraphs: own, column, columnSpan: Number(span), continued };
      column += Number(span);
      return cell;
    });
    return { cells, head: at < heads };
  });
  return { kind: 'table', rows, page: null };
}

function read(title: string, blocks: (string | Table)[]): { targets: Target[]; results: Result[] } {
  const content: FileContent = {
    format: 'docx',
    encoding: 'utf-8',
    pages: null,
    ocr: false,
    blocks: [...title.split('\n'), ...blocks].map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  };
  const doc = joinContent(content);
  const found = findTargets(doc, findOutline(doc));
  for (const { quote, span } of [...found.targets, ...found.results]) expect(doc.text.slice(...span)).toBe(quote);
  return found;
}

const PLAN = 'KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\nI. CHỈ TIÊU';
const REPORT = 'BÁO CÁO\nKết quả phong trào thi đua 6 tháng đầu năm 2026\nI. KẾT QUẢ';

const told = ({ indicator, comparator, value, low, high, numerator, denominator, unit }: Target | Result): string =>
  [indicator ?? '-', comparator, value, low && `${low}..${high}`, numerator && `${numerator}/${denominator}`, unit]
    .filter(Boolean)
    .join(' ');

describe('a table of targets', () => {
  const table = tableOf([
    'TT | Chỉ tiêu | ĐVT | Thực hiện năm 2025 | Kế hoạch năm 2026 | Đơn vị chủ trì',
    'I | Kinh tế | | | |',
    '1 | Tổng thu ngân sách nhà nước trên địa bàn | Triệu đồng | 30.120 | 33.800 | Phòng Kinh tế',
    '2 | Thu nhập bình quân đầu người | Triệu đồng | 42,5 | ≥ 46 | Phòng Kinh tế',
    'II | Văn hóa - xã hội | | | |',
    '3 | Tỷ lệ hộ nghèo | % | 5,3 | < 4 | Phòng Văn hóa - Xã hội',
    '4 | Số trường đạt chuẩn quốc gia | Trường | 5/8 | 6/8 | ^',
    '5 | Tỷ lệ lao động qua đào tạo (%) | | 58 | 60 - 62 | Phòng Văn hóa - Xã hội',
    '6 | Phổ cập giáo dục tiểu học | Mức độ | Đạt | Đạt |',
    '7 | Số vườn ươm đạt chuẩn | Vườn ươm | - | 03 |',
  ]);
  const { targets, results } = read(PLAN, [table]);

  it('takes the plan column for targets, with unit, comparator, range and fraction', () => {
    expect(targets.map(told)).toEqual([
      'thu_nsnn eq 33800 triệu đồng',
      'thu_nhap_bqdn ge 46 triệu đồng/người/năm',
      'ty_le_ho_ngheo lt 4 %',
      'truong_chuan_quoc_gia eq 6/8 trường',
      'lao_dong_qua_dao_tao between 60..62 %',
      '- eq 3 vườn ươm',
    ]);
    expect(results).toEqual([]);
  });

  it('takes the earlier year for the baseline', () => {
    expect(targets.map(({ baseline }) => baseline && [baseline.kind, baseline.year, baseline.value])).toEqual([
      ['named-year', 2025, '30120'],
      ['named-year', 2025, '42.5'],
      ['named-year', 2025, '5.3'],
      ['named-year', 2025, '5'],
      ['named-year', 2025, '58'],
      null,
    ]);
  });

  it('takes the lead unit for the owner, also where its cell is merged downwards', () => {
    expect(targets.map(({ owner }) => owner)).toEqual([
      'Phòng Kinh tế',
      'Phòng Kinh tế',
      'Phòng Văn hóa - Xã hội',
      'Phòng Văn hóa - Xã hội',
      'Phòng Văn hóa - Xã hội',
      null,
    ]);
  });

  it('quotes the stretch of the row from name to figure', () => {
    expect(targets[2]?.quote).toBe('Tỷ lệ hộ nghèo | % | 5,3 | < 4');
  });

  it('gives the domain by the group row where no indicator does', () => {
    expect(targets.at(-1)?.domain).not.toBeNull();
  });
});

describe('heads of tables', () => {
  it('reads a head of two rows with merged cells', () => {
    const table = tableOf(
      [
        'STT | Chỉ tiêu | Đơn vị tính | Ước thực hiện 2025 | Năm 2026>2',
        '^ | ^ | ^ | ^ | Tỉnh giao | Xã phấn đấu',
        '1 | Tỷ lệ che phủ rừng | % | 51,2 | 52 | 52,5',
      ],
      2,
    );
    const { targets } = read(PLAN, [table]);
    expect(targets.map(told)).toEqual(['che_phu_rung eq 52.5 %']);
    expect(targets[0]?.baseline?.value).toBe('51.2');
  });

  it('skips repeated heads and the numbering of columns', () => {
    const head = 'TT | Chỉ tiêu | Đơn vị | Mục tiêu 2026';
    const { targets } = read(PLAN, [
      tableOf([head, '(1) | (2) | (3) | (4)', '1 | Tỷ lệ hộ nghèo | % | 3', head, '2 | Tỷ lệ hộ cận nghèo | % | 5']),
    ]);
    expect(targets.map(told)).toEqual(['ty_le_ho_ngheo eq 3 %', 'ty_le_ho_can_ngheo eq 5 %']);
  });

  it('takes the unit from the line above the table', () => {
    const table = tableOf(['TT | Nội dung | Năm 2025 | Năm 2026', '1 | Thu ngân sách trên địa bàn | 71 | 80']);
    expect(read(PLAN, ['Đơn vị tính: Tỷ đồng', table]).targets.map(told)).toEqual(['thu_nsnn eq 80 tỷ đồng']);
  });

  it('leaves a table without targets to the reader of running text', () => {
    const tasks = tableOf([
      'TT | Nhiệm vụ | Đơn vị chủ trì | Thời gian',
      '1 | Rà soát hộ nghèo, phấn đấu giảm tỷ lệ hộ nghèo 1,5% | Phòng Văn hóa - Xã hội | Quý II/2026',
      '2 | Tổ chức 02 hội nghị | Văn phòng | Tháng 5',
    ]);
    expect(read(PLAN.replace('CHỈ TIÊU', 'NHIỆM VỤ'), [tasks]).targets.map(told)).toEqual([
      'muc_giam_ho_ngheo eq 1.5 điểm %',
    ]);
  });
});

describe('parts in tables', () => {
  it('hangs rows with a dash or a number below on the row above', () => {
    const { targets } = read(PLAN, [
      tableOf([
        'TT | Chỉ tiêu | ĐVT | Kế hoạch 2026',
        '1 | Tốc độ tăng giá trị sản xuất | % | 9,5',
        '| - Công nghiệp, xây dựng | % | 12',
        '| - Nông, lâm, thủy sản | | 3',
        '2 | Tỷ lệ huy động học sinh ra lớp | |',
        '2.1 | Mẫu giáo | % | 98',
        '2.2 | Trung học cơ sở | % | 95',
        '3 | Tổng diện tích gieo trồng | ha | 900',
        '| Trong đó: lúa | ha | 600',
      ]),
    ]);
    expect(targets.map((target) => [told(target), target.partOf, target.scope])).toEqual([
      ['tang_gia_tri_san_pham eq 9.5 %', null, null],
      ['tang_cong_nghiep_xay_dung eq 12 %', 0, null],
      ['tang_nong_lam_thuy_san eq 3 %', 0, null],
      ['hoc_sinh_den_truong eq 98 %', null, 'Mẫu giáo'],
      ['hoc_sinh_den_truong eq 95 %', null, 'Trung học cơ sở'],
      ['dien_tich_gieo_trong eq 900 ha', null, null],
      ['dien_tich_gieo_trong eq 600 ha', 5, 'lúa'],
    ]);
  });
});

describe('a table of results', () => {
  it('takes what was reached, with the plan beside it and the day', () => {
    const { targets, results } = read(REPORT, [
      tableOf([
        'TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026 | Ước thực hiện 6 tháng đầu năm 2026 | So với kế hoạch (%)',
        '1 | Thu ngân sách trên địa bàn | Tỷ đồng | 80 | 41,3 | 51,6',
        '2 | Giải quyết việc làm | Lao động | 400 | 215 | 53,8',
      ]),
    ]);
    expect(targets).toEqual([]);
    expect(results.map(told)).toEqual(['thu_nsnn eq 41.3 tỷ đồng', 'giai_quyet_viec_lam eq 215 lao động']);
    expect(results[0]).toMatchObject({
      asOf: '2026-06-30',
      estimated: true,
      baseline: { kind: 'assigned-plan', value: '80' },
    });
  });

  it('takes the plan of the year to come in a report for targets', () => {
    const { targets, results } = read('BÁO CÁO\nTổng kết phong trào thi đua năm 2025', [
      tableOf(['TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026', '1 | Tỷ lệ hộ nghèo | % | 3']),
    ]);
    expect(targets.map(told)).toEqual(['ty_le_ho_ngheo eq 3 %']);
    expect(results).toEqual([]);
  });
});

it('reads a table of ten thousand rows', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `${at + 1} | Tỷ lệ vườn ươm số ${at + 1} | % | ${at % 100}`);
  const { targets } = read(PLAN, [tableOf(['TT | Chỉ tiêu | ĐVT | Kế hoạch 2026', ...rows])]);
  expect(targets.length).toBeGreaterThan(9000);
});
