/** Pages of figures put together: the board of an organisation, and the ranking of those below it. */

import type { VerdictTally } from '../../rules/standings.ts';

export const rollupsVi = {
  title: 'Tổng hợp số liệu',
  about: (place: string, year: number): string =>
    `Số liệu năm ${year} của ${place}, tự báo cáo hoặc cộng từ cấp dưới, theo từng chỉ tiêu.`,
  tabs: { due: 'Đến hạn', map: 'Toàn cảnh', board: 'Tổng hợp' },
  organisation: 'Đơn vị',
  year: 'Năm',
  indicator: 'Chỉ tiêu',
  latest: 'Kỳ gần nhất',
  figure: 'Số liệu',
  coverage: 'Đã báo cáo',
  coverageOf: (reported: number, asked: number): string => `${reported}/${asked} đơn vị`,
  own: 'Đơn vị tự báo cáo',
  estimated: 'ước',
  trend: 'Các kỳ trong năm',
  trendOf: (name: string, told: string): string => `${name} qua các kỳ: ${told}`,
  noFigure: 'Chưa có số liệu',
  notAdded: 'Không cộng được từ cấp dưới',
  assumed: 'chưa kiểm chứng',
  assumedAbout: 'Cách tổng hợp chỉ tiêu này chưa được ai xác nhận.',
  unweighed: (count: number, weigher: string): string =>
    `${count} đơn vị chưa có ${weigher.toLowerCase()}, không tính vào`,
  howMade: 'Cách tính',
  rank: 'Xếp hạng cấp dưới',
  none: 'Chưa có số liệu nào trong năm này',
  noneAbout: 'Khi số liệu của đơn vị hoặc của cấp dưới được duyệt, kết quả hiện ở đây ngay sau đó.',
  noneDeed: 'Tới số liệu đến hạn',
  rankingTitle: 'Xếp hạng',
  rankingAbout: (place: string, period: string): string => `Các đơn vị thuộc ${place}, ${period}`,
  place: 'Hạng',
  level: 'Cấp',
  levels: { province: 'Tỉnh, thành phố', commune: 'Xã, phường, đặc khu', unit: 'Thôn, bản, trường, đơn vị' },
  group: 'Nhóm',
  allGroups: 'Tất cả',
  groups: { ward: 'Phường', rural: 'Xã', special: 'Đặc khu' },
  rankingNone: 'Không có đơn vị nào ở cấp này',
  rankingNoneAbout: 'Hãy chọn cấp khác, hoặc nhóm khác.',
  back: 'Bảng tổng hợp',
  per: 'Cách so',
  pers: { whole: 'Số liệu', heads: 'Trên 1.000 dân', plan: 'So với được giao' },
  perHead: (unit: string | null): string => (unit ? `${unit}/1.000 dân` : 'trên 1.000 dân'),
  heads: 'Dân số (người)',
  noHeads: 'chưa có dân số trung bình',
  given: 'Được giao',
  setItself: 'tự đặt',
  notGiven: 'chưa được giao',
  reached: 'Hoàn thành (%)',
  comparedBy: {
    whole: (count: number, all: number): string => `${count}/${all} đơn vị có số liệu để so sánh.`,
    heads: (count: number, all: number): string =>
      `${count}/${all} đơn vị có số liệu và có dân số trung bình để so sánh.`,
    plan: (count: number, all: number): string =>
      `${count}/${all} đơn vị được giao chỉ tiêu và có số liệu để so sánh. Nơi chưa được phân bổ tính theo chỉ tiêu tự đặt.`,
  },
  lack: {
    figure: 'Chưa đơn vị nào có số liệu được duyệt của kỳ này',
    figureAbout: 'Số liệu vào bảng này ngay khi được duyệt.',
    figureDeed: 'Mở bảng số liệu',
    heads: 'Chưa đơn vị nào có dân số trung bình',
    headsAbout:
      'Dân số là số liệu của chỉ tiêu “Dân số trung bình”: thêm chỉ tiêu ấy vào một phong trào, phân bổ cho các đơn vị, rồi nhập như mọi số liệu khác. Số mới nhất đến hết kỳ được dùng.',
    headsDeed: 'Nhập dân số',
    plan: 'Chưa đơn vị nào được giao chỉ tiêu này',
    planAbout: 'Phân bổ chỉ tiêu cho từng đơn vị; bảng này cho biết mỗi đơn vị đạt bao nhiêu phần được giao.',
    planDeed: 'Phân bổ chỉ tiêu',
    add: (indicator: string): string => `Thêm chỉ tiêu “${indicator}”`,
    open: 'Mở chỉ tiêu của phong trào',
    noMovement: (place: string, year: string): string => `${place} chưa có phong trào nào của năm ${year}.`,
    make: 'Tạo phong trào',
  },
  page: (page: number, of: number): string => `Trang ${page}/${of}`,
  earlier: 'Trang trước',
  later: 'Trang sau',
  parts: {
    title: 'Số liệu của các đơn vị trực thuộc',
    own: 'Đơn vị tự báo cáo số liệu này; bảng dưới là của các đơn vị trực thuộc.',
    weighedBy: (name: string): string => `Mỗi đơn vị tính theo ${name.toLowerCase()} mới nhất của mình đến hết kỳ.`,
    together: (value: string, unit: string, coverage: string): string =>
      `Tổng hợp từ cấp dưới: ${value} ${unit} (${coverage})`.replace('  ', ' '),
    unweighed: (weigher: string, names: readonly string[]): string =>
      `Chưa có ${weigher.toLowerCase()} nên không tính được: ${names.join(', ')}.`,
    weight: 'Trọng số',
    met: 'Đạt chỉ tiêu của mình',
    metWords: { yes: 'Đạt', no: 'Chưa đạt' },
    silent: 'Chưa báo cáo',
    none: 'Không có đơn vị trực thuộc nào báo cáo hay được giao chỉ tiêu này.',
    more: (count: number): string => `Còn ${count} đơn vị không hiện ở đây.`,
  },
  map: {
    title: 'Toàn cảnh',
    about: (place: string, year: number): string =>
      `Đơn vị trực thuộc ${place} với từng chỉ tiêu năm ${year}: ai chậm, chậm việc gì.`,
    domain: 'Lĩnh vực',
    allDomains: 'Mọi lĩnh vực',
    onlyNeed: 'Chỉ đơn vị có chậm hoặc nguy cơ',
    unit: 'Đơn vị',
    none: 'Chưa có chỉ tiêu nào để so sánh',
    noneAbout: 'Khi đơn vị trực thuộc có phong trào với chỉ tiêu, hoặc được phân bổ chỉ tiêu, bản đồ hiện ở đây.',
    noUnits: (place: string): string => `${place} chưa có đơn vị trực thuộc`,
    noUnitsAbout: 'Bảng này so các đơn vị trực thuộc với nhau: mỗi hàng một đơn vị, mỗi cột một chỉ tiêu.',
    noUnitsDeed: 'Lập sơ đồ đơn vị',
    late: 'Chậm, không đạt',
    atRisk: 'Có nguy cơ',
    good: 'Đúng tiến độ hoặc đạt',
    reported: 'Số liệu đã gửi',
    reportedAbout: ({ asked, missing, overdue }: { asked: number; missing: number; overdue: number }): string => {
      if (asked === 0) return 'chưa kỳ nào kết thúc';
      if (missing === 0) return 'đủ số liệu các kỳ đã qua';
      return overdue === 0 ? `còn thiếu ${missing}, chưa quá hạn` : `còn thiếu ${missing}, quá hạn ${overdue}`;
    },
    ofUnits: (late: number, all: number): string => `ở ${late}/${all} đơn vị`,
    needs: 'Cần quan tâm',
    needsNone: 'Không đơn vị nào chậm, có nguy cơ hay nợ số liệu quá hạn.',
    needsMore: (count: number): string => `và ${count} đơn vị nữa`,
    tally: ({ late, atRisk, silent }: VerdictTally): string =>
      [
        late > 0 ? `chậm ${late}` : '',
        atRisk > 0 ? `nguy cơ ${atRisk}` : '',
        silent > 0 ? `${silent} số liệu quá hạn` : '',
      ]
        .filter((word) => word !== '')
        .join(', '),
    cell: (verdict: string, sentence: string): string => (sentence === '' ? verdict : `${verdict}. ${sentence}`),
    noTarget: 'Không có chỉ tiêu này',
    columnSums: 'Chậm / nguy cơ',
    keys: 'Dùng phím mũi tên để đi giữa các ô, Enter để mở.',
    unplanned: (count: number, year: number): string => `${count} đơn vị chưa có chỉ tiêu nào của năm ${year}:`,
    more: (count: number): string => `Còn ${count} đơn vị không hiện ở đây; mở từng đơn vị cấp trên của chúng.`,
  },
};
export type RollupsText = typeof rollupsVi;
