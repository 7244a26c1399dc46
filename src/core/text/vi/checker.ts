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

/** Parts of a citation, of the head and of a plan that may be missing. */
export type MissingPart =
  | 'numberWord'
  | 'issueDate'
  | 'issuer'
  | 'subject'
  | 'nationalName'
  | 'motto'
  | 'issuerName'
  | 'period'
  | 'commendation'
  | 'organisation';

const PARTS: Record<MissingPart, string> = {
  numberWord: 'chữ “số”',
  issueDate: 'ngày ban hành',
  issuer: 'tên cơ quan ban hành',
  subject: 'trích yếu nội dung',
  nationalName: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  issuerName: 'tên cơ quan ban hành',
  period: 'thời gian thực hiện',
  commendation: 'khen thưởng',
  organisation: 'tổ chức thực hiện',
};

const listed = (parts: readonly MissingPart[]): string => parts.map((part) => PARTS[part]).join(', ');

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

  // TT: parts around the body
  numberAbsent: () => 'Không thấy dòng số và ký hiệu của văn bản.',
  numberBlank: () => 'Số của văn bản còn để trống.',
  numberZero: () => 'Số dưới 10 phải thêm số 0 ở trước.',
  symbolType: (symbol: string, kind: string, code: string) =>
    `Ký hiệu “${symbol}” không khớp với tên loại ${kind}: chữ viết tắt của tên loại là “${code}”.`,
  symbolIssuer: (group: string, issuer: string) => `Ký hiệu ghi “${group}” nhưng cơ quan ban hành là ${issuer}.`,
  dateAbsent: () => 'Không thấy dòng địa danh và thời gian ban hành.',
  dateBlank: () => 'Thời gian ban hành còn để trống ngày hoặc tháng.',
  dateZeros: () => 'Ngày dưới 10 và tháng 1, tháng 2 phải thêm số 0 ở trước.',
  dateImpossible: () => 'Ngày ban hành không có trong lịch.',
  partsAbsent: (parts: readonly MissingPart[]) => `Văn bản chưa có ${listed(parts)}.`,
  partMisspelled: (right: string) => `Phần đầu văn bản phải trình bày đúng là “${right}”.`,
  typeUnknown: (name: string) => `“${name}” không phải là tên loại văn bản hành chính.`,
  signSlash: () => 'Văn bản của cơ quan nhà nước ghi TM., KT., TL. (có dấu chấm), không dùng gạch chéo.',
  signDot: () => 'Sau TM, KT, TL, TUQ phải có dấu chấm.',
  signAbbreviated: () => 'Quyền hạn của người ký phải ghi đầy đủ tên cơ quan, không viết tắt và không kèm địa danh.',
  signPlace: () => 'Sau “TM.” chỉ ghi tên cơ quan, không cần kèm địa danh.',
  signDeputy: () => 'Sau “KT.” là chức vụ của cấp trưởng, dòng dưới phải là chức vụ của cấp phó.',
  signForHead: () => 'Cấp phó ký thay phải có dòng “KT.” và chức vụ của cấp trưởng ở trên.',
  signPost: () => 'Không ghi những chức vụ không do Nhà nước quy định như cấp phó thường trực, cấp phó phụ trách.',
  signCollective: () => 'Cơ quan làm việc theo chế độ tập thể: trước chức vụ cần dòng “TM.” và tên cơ quan.',
  signDegree: () => 'Không ghi học hàm, học vị trước họ tên người ký.',
  recipientsAbsent: () => 'Không thấy phần “Nơi nhận”.',
  keptAbsent: () => 'Phần “Nơi nhận” chưa có dòng “Lưu: VT, …”.',
  keptColon: () => 'Sau chữ “Lưu” phải có dấu hai chấm.',
  keptUnit: () => 'Dòng “Lưu: VT” chưa ghi đơn vị soạn thảo.',
  keptLast: () => 'Dòng “Lưu” phải đứng cuối phần “Nơi nhận”.',
  partyLevel: () => '“TU” là Tỉnh ủy hoặc Thành ủy; ở xã, phường là Đảng ủy.',
  copyMark: () => '“(b/c)” phải đứng trước dấu chấm phẩy.',
  recipientMarks: (count: number) =>
    `Mỗi dòng nơi nhận kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm${times(count)}.`,

  // CC: citations
  citedYounger: (count: number) =>
    `Văn bản được viện dẫn ban hành sau ngày của chính văn bản này${times(count)}: kiểm tra lại ngày, năm.`,
  twoDates: (numberSymbol: string, otherDate: string, source: string) =>
    `Cùng số, ký hiệu ${numberSymbol} nhưng ${source === '' ? 'nơi khác trong văn bản' : source} ghi ngày ${otherDate}: kiểm tra ngày ban hành.`,
  citationMissing: (parts: readonly MissingPart[]) => `Viện dẫn lần đầu còn thiếu: ${listed(parts)}.`,
  citationUnnumbered: () => 'Viện dẫn chưa ghi số, ký hiệu và ngày ban hành.',
  dateMalformed: () => 'Ngày ban hành của văn bản được viện dẫn ghi sai.',
  subjectHere: () => 'Trích yếu của cùng một văn bản ghi khác với lần viện dẫn đầu.',
  subjectOfficial: (subject: string) => `Trích yếu không đúng hoặc bị cắt bớt so với bản chính thức: “${subject}”.`,
  subjectElsewhere: (source: string) => `Trích yếu ghi khác với ${source}.`,
  notInForce: (on: string, by: string) => `Văn bản này đã hết hiệu lực từ ngày ${on}, được thay bằng ${by}.`,
  issuerDiffers: (issuer: string, source: string) => `Chính văn bản đó do ${issuer} ban hành (theo ${source}).`,
  basisAbsent: () => 'Văn bản không nêu căn cứ ban hành.',
  dateStyles: () => 'Ngày ban hành của các văn bản được viện dẫn ghi hai kiểu, bằng chữ và bằng số: nên thống nhất.',
  commaStyles: () => 'Dấu phẩy trước “ngày” khi có khi không trong các viện dẫn: nên thống nhất.',

  // TG: time
  anniversaryWrong: (stated: number, computed: number) =>
    `Số năm kỷ niệm ghi ${stated}, nhưng theo hai mốc ngày thì là ${computed} năm.`,
  anniversaryOdd: (years: number) => `Kỷ niệm ${years} năm không phải năm tròn hoặc năm lẻ 5.`,
  endsBeforeEvents: (until: string, events: string) =>
    `Phong trào kết thúc ngày ${until}, trước các sự kiện mà phong trào chào mừng (${events}).`,
  dueBeforeIssue: () => 'Thời hạn này đứng trước thời điểm ban hành văn bản.',
  dueBeforeEnd: (until: string) => `Hạn báo cáo đứng trước ngày kết thúc phong trào (${until}).`,
  rangeReversed: () => 'Mốc cuối đứng trước mốc đầu.',
  notFiveYears: (from: number, until: number) => `Từ ${from} đến ${until} không phải là kế hoạch 5 năm.`,
  periodsDiffer: (odd: string, main: string) =>
    `Giai đoạn ${odd} không khớp với kế hoạch ${main} nêu ở nơi khác trong văn bản.`,
  themeYear: (theme: number, title: number) => `Chủ đề ghi năm ${theme} nhưng văn bản phát động cho năm ${title}.`,
  endsBeforeYear: (year: number) => `Thời gian thực hiện kết thúc trước năm ${year} ghi ở tên văn bản.`,
  yearPast: (titled: number, issued: number) => `Văn bản phát động cho năm ${titled} nhưng ban hành năm ${issued}.`,
  otherYear: (year: number, title: number) => `Ghi năm ${year} trong khi văn bản phát động cho năm ${title}.`,
  termWrong: (ordinal: string, term: string) => `Nhiệm kỳ khóa ${ordinal} là ${term}.`,
  ordinalWrong: (ordinal: string) => `Đến thời điểm ban hành văn bản chưa có khóa ${ordinal}: kiểm tra lại số khóa.`,
  noSuchDay: () => 'Ngày này không có trong lịch.',
  noDeadline: () => 'Văn bản yêu cầu báo cáo nhưng không ghi thời hạn báo cáo.',
  // SL: figures
  fractionOverOne: () => 'Tử số lớn hơn mẫu số: số đạt không thể nhiều hơn tổng số.',
  fractionPercent: (fraction: string, right: string) =>
    `${fraction} bằng ${right}%, không khớp với tỷ lệ ghi bên cạnh.`,
  fractionEqual: (fraction: string, right: string) =>
    `${fraction} bằng đúng ${right}%, nên “trên” hoặc “hơn” là không khớp.`,
  overHundred: () => 'Tỷ lệ này không thể vượt quá 100%.',
  rangeTurned: () => 'Khoảng số viết ngược: số đầu lớn hơn số cuối.',
  changeTurned: () => 'Chiều tăng, giảm không khớp với hai con số.',
  partOverTotal: (total: string) => `Một phần lại lớn hơn tổng (${total}).`,
  wordAndFigure: () => 'Số viết bằng chữ trong ngoặc không khớp với con số.',
  sharesSum: (sum: string) => `Các tỷ trọng trong cơ cấu cộng lại bằng ${sum}%, không bằng 100%.`,
  tableSum: (row: string, printed: string, sum: string, column: string) =>
    `Dòng “${row}” ghi ${printed} nhưng các dòng trên cộng lại bằng ${sum}${column === '' ? '' : ` (cột “${column}”)`}.`,
  growthOutside: () => 'Tốc độ tăng chung nằm ngoài khoảng của các ngành thành phần.',
  commaThousands: (right: string) => `Dấu phẩy dùng như dấu phân cách hàng nghìn; nên viết ${right}.`,
  pointDecimal: (count: number) => `Số thập phân phải dùng dấu phẩy${times(count)}.`,
  shareUnit: (unit: string) => `Tỷ lệ không tính bằng “${unit}”: kiểm tra lại đơn vị.`,
  moneyScale: (unit: string) => `Đơn vị “${unit}” không hợp với chỉ tiêu này: kiểm tra lại.`,
  twoValues: (other: string) => `Cùng một chỉ tiêu nhưng nơi khác ghi: “${other}”.`,
  reductionUnclear: (count: number) =>
    `Không rõ giảm bớt bao nhiêu hay giảm còn bao nhiêu; thiếu mốc so sánh${times(count)}.`,
  growthReached: () => '“Tăng … đạt” ghép hai cách nói và thiếu mốc so sánh (so với dự toán hay so với năm trước).',
  unitMissing: () => 'Con số chưa có đơn vị tính.',
  incomeUnit: (noVerb: boolean) =>
    noVerb ? 'Chỉ tiêu thiếu động từ hoặc đơn vị “/người/năm”.' : 'Đơn vị nên ghi đủ “triệu đồng/người/năm”.',
  rangeStyles: () => 'Khoảng tỷ lệ viết hai kiểu trong cùng văn bản: nên thống nhất.',
  statedTwice: (count: number) => `Chỉ tiêu này được nêu ${count} lần.`,
  trailingZero: (count: number) => `Số 0 thừa ở cuối phần thập phân, khác với các số còn lại${times(count)}.`,
  moneyUnits: () => 'Cùng một chỉ tiêu, nơi ghi triệu đồng, nơi ghi tỷ đồng: nên thống nhất.',
  provincialIndicator: (name: string) => `${name} là chỉ tiêu tính cho cấp tỉnh, thường không dùng ở cấp xã.`,
  nothingMeasurable: () => 'Văn bản phát động không có chỉ tiêu đo đếm được.',
  // BC: structure
  numbering: (label: string, expected: string) =>
    `Đánh số không liên tục: sau mục trước phải là “${expected}”, không phải “${label}”.`,
  headingLevels: (first: number, level: number) =>
    `Đề mục cùng cấp nhưng đánh dấu ở các mức khác nhau (mức ${first} và mức ${level}).`,
  partsExpected: (parts: readonly MissingPart[]) => `Kế hoạch phát động chưa có phần: ${listed(parts)}.`,
  fieldPromised: (field: string) =>
    `Tên văn bản nêu “${field}” nhưng không có mục hoặc chỉ tiêu riêng về nội dung này.`,
  paragraphTwice: () => 'Đoạn này lặp lại nguyên văn một đoạn ở trên.',
  subjectTwice: (subject: string) => `“${subject}” là nội dung của hai mục cùng cấp: nên gộp lại.`,
  mended: (kind: 'page-number' | 'wrapped-lines' | 'cut-paragraph', count: number) =>
    kind === 'page-number'
      ? `Số trang lọt vào giữa câu${times(count)}; đã bỏ khi đọc.`
      : kind === 'wrapped-lines'
        ? `Mỗi dòng in đứng thành một đoạn riêng${times(count)}; đã nối lại khi đọc.`
        : `Đoạn văn bị ngắt khi sang trang${times(count)}; đã nối lại khi đọc.`,
  // TC: names
  organisation: (wrong: string, right: string, count: number) =>
    `Tên “${wrong}”: tên chính thức là “${right}”${times(count)}.`,
  frontName: () => 'Tên đầy đủ là “Ủy ban Mặt trận Tổ quốc Việt Nam”; thiếu “Việt Nam”.',
  frontMembers: () => 'Mặt trận có “các tổ chức thành viên”, không phải “các thành viên”.',
  notRecipient: (organisation: string) => `${organisation} được giao nhiệm vụ nhưng không có trong “Nơi nhận”.`,
  movementName: (kind: 'words' | 'marks' | 'short', official: string) =>
    kind === 'words'
      ? `Tên phong trào ghi khác tên chính thức: “${official}”.`
      : kind === 'marks'
        ? `Dấu câu trong tên phong trào khác tên chính thức: “${official}”.`
        : `Tên phong trào ghi rút gọn; tên chính thức: “${official}”.`,
  abbreviation: (form: string, usual: string, count: number) =>
    `“${form}”${times(count)}: cách viết tắt thường dùng và nên thống nhất là “${usual}”.`,
  themeDiffers: () => 'Chủ đề ghi ở đây khác với chủ đề đã nêu trong văn bản.',
} as const;

/** The same keys and values in every language. */
export type CheckerText = { [K in keyof typeof checkerVi]: (...values: Parameters<(typeof checkerVi)[K]>) => string };
