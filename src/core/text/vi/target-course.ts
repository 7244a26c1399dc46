import type { ForecastWay } from '../../rules/forecast.ts';
import type { RollUp } from '../../rules/progress.ts';

const formula: Record<RollUp | 'own', string> = {
  own: 'Số liệu do đơn vị phát động tự báo cáo.',
  sum: 'Cộng số liệu của các đơn vị đã báo cáo; đơn vị chưa báo cáo không tính là 0.',
  'ratio-of-sums': 'Tổng tử số chia tổng mẫu số của các đơn vị đã báo cáo; không lấy trung bình các tỷ lệ.',
  'weighted-mean': 'Trung bình theo trọng số của các đơn vị đã báo cáo.',
  last: 'Số liệu báo cáo sau cùng trong các đơn vị.',
  maximum: 'Số lớn nhất trong các đơn vị đã báo cáo.',
  'share-of-units': 'Số đơn vị đạt chỉ tiêu của mình chia số đơn vị đã báo cáo.',
  none: 'Chỉ tiêu này không tổng hợp từ cấp dưới.',
};

const ways: Record<ForecastWay, string> = {
  elapsed: 'Cách tính: lũy kế đến nay chia phần thời gian đã qua; khoảng theo nhịp của các kỳ gần nhất.',
  'last-year': 'Cách tính: lũy kế đến nay theo diễn biến cùng kỳ năm trước; khoảng theo nhịp của các kỳ gần nhất.',
  line: 'Cách tính: đường thẳng qua hai số liệu gần nhất; khoảng theo các kỳ gần nhất và mức hiện nay.',
};

/** The page of one target over its periods. */
export const targetCourseVi = {
  title: 'Diễn biến',
  open: (target: string): string => `Diễn biến và cách tính của “${target}”`,
  goal: (figure: string): string => `Kế hoạch: ${figure}`,
  finding: (period: string, value: string, verdict: string): string => `${period}: ${value}, ${verdict.toLowerCase()}`,
  value: 'Thực hiện',
  expected: 'Cần đạt',
  goalWord: 'Kế hoạch',
  forecastWord: 'Ước',
  forecast: (day: string, value: string): string => `Ước đến ${day}: ${value}.`,
  range: (low: string, high: string): string => `Khoảng từ ${low} đến ${high}.`,
  ways,
  noForecast: {
    'too-few': 'Chưa ước được cả kỳ: cần ít nhất hai kỳ có số liệu.',
    over: 'Đã hết thời gian, không ước nữa.',
  },
  points: 'Số liệu các kỳ',
  rows: 'Số liệu của từng đơn vị',
  formula,
  missing: (count: number, all: number): string => `Còn ${count}/${all} đơn vị chưa có số liệu kỳ này.`,
  none: 'Chưa có số liệu được duyệt',
  noneAbout: 'Khi số liệu của chỉ tiêu này được duyệt, đường diễn biến và mức ước cả kỳ hiện ở đây.',
  noneDue: 'Chưa hết kỳ có số liệu đầu tiên. Số liệu nhập và được duyệt từ kỳ ấy hiện ở đây.',
  noneDeed: 'Mở bảng số liệu',
};
export type TargetCourseText = typeof targetCourseVi;
