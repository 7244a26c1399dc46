/** What the checker says to people, in Vietnamese. */

function times(count: number): string {
  return count > 1 ? ` (${count} chỗ)` : '';
}

export type PunctuationKind =
  | 'blankBefore'
  | 'noBlankAfter'
  | 'doubled'
  | 'commaEllipsis'
  | 'bracket'
  | 'thisThenCapital'
  | 'meanwhile';

const PUNCTUATION: Record<PunctuationKind, string> = {
  blankBefore: 'Thừa khoảng trắng trước dấu câu',
  noBlankAfter: 'Thiếu khoảng trắng sau dấu câu',
  doubled: 'Hai dấu câu đứng liền nhau',
  commaEllipsis: 'Không đặt dấu phẩy trước dấu chấm lửng',
  bracket: 'Dấu ngoặc đơn mở và đóng không đủ cặp',
  thisThenCapital: 'Có thể thiếu dấu phẩy trước cụm từ viết hoa',
  meanwhile: 'Nên có dấu phẩy hoặc chấm phẩy trước “đồng thời”',
};

const QUOTES = {
  open: 'Có dấu ngoặc kép mở mà không có dấu đóng trong đoạn này.',
  close: 'Có dấu ngoặc kép đóng mà không có dấu mở trong đoạn này.',
  straight: 'Số dấu ngoặc kép trong đoạn này là số lẻ: thiếu một dấu mở hoặc đóng.',
} as const;

export const checkerVi = {
  // CT: wording
  noSyllable: (wrong: string, count: number) => `“${wrong}” không phải là một tiếng viết đúng chính tả${times(count)}.`,
  misspelled: (wrong: string, right: string, count: number) =>
    `“${wrong}” có lẽ là lỗi gõ hoặc lỗi nhận dạng của “${right}”${times(count)}.`,
  capitals: (wrong: string, right: string, count: number) => `Viết hoa: “${wrong}” nên là “${right}”${times(count)}.`,
  capitalsMixed: (phrase: string, small: number, large: number) =>
    `“${phrase}” khi viết thường (${small} chỗ), khi viết hoa giữa câu (${large} chỗ): nên thống nhất.`,
  smallStart: (count: number) => `Sau dấu chấm phải viết hoa chữ cái đầu câu${times(count)}.`,
  punctuation: (kind: PunctuationKind, count: number) => `${PUNCTUATION[kind]}${times(count)}.`,
  toneMark: (word: string, other: string, count: number) =>
    `Dấu thanh đặt hai kiểu trong cùng văn bản: “${word}” và kiểu “${other}”${times(count)}; nên thống nhất.`,
  variant: (preferred: string, preferredCount: number, other: string, otherCount: number) =>
    preferredCount > 0
      ? `“${other}” (${otherCount} chỗ) dùng lẫn với “${preferred}” (${preferredCount} chỗ): nên thống nhất “${preferred}”.`
      : `Nên viết “${preferred}” thay cho “${other}”${times(otherCount)}.`,
  quoteUnbalanced: (kind: keyof typeof QUOTES) => QUOTES[kind],
  quoteDoubled: (count: number) => `Dùng hai dấu nháy đơn thay cho dấu ngoặc kép “ ”${times(count)}.`,
  quoteMixed: () => 'Dấu ngoặc kép thẳng (") dùng lẫn với dấu ngoặc kép cong (“ ”).',
  repeated: (word: string) => `Lặp từ “${word}”.`,
  superfluous: (right: string) => `Diễn đạt thừa từ; nên viết “${right}”.`,
  growthGrows: () =>
    '“Tốc độ tăng” mà lại “tăng”: tốc độ thì đạt, còn giá trị mới tăng. Nên viết “đạt” hoặc bỏ “tốc độ tăng trưởng”.',
  reachedTwice: (count: number) => `Từ “đạt” dùng hai lần liền nhau${times(count)}; nên bỏ bớt một.`,
  longDash: (count: number) => `Dùng gạch ngang dài (–) thay cho gạch nối (-) giữa các từ${times(count)}.`,
  oneSided: (count: number) => `Gạch nối chỉ có khoảng trắng ở một bên${times(count)}.`,
  tightHyphen: () => 'Giữa hai cụm từ, gạch nối cần khoảng trắng hai bên.',
  splitDate: (count: number) => `Thừa khoảng trắng trong ngày tháng${times(count)}.`,
  yearRanges: (tight: number, loose: number) =>
    `Khoảng năm viết hai kiểu: liền nhau (${tight} chỗ) và có khoảng trắng (${loose} chỗ); nên thống nhất.`,
  noPredicate: () => 'Câu kết nêu tên các cơ quan nhưng thiếu động từ “đề nghị” hoặc “yêu cầu” ở trước.',
} as const;

/** The same keys and values in every language. */
export type CheckerText = { [K in keyof typeof checkerVi]: (...values: Parameters<(typeof checkerVi)[K]>) => string };
