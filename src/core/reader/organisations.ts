/**
 * Names of organisations and posts in running text: where a name begins, and where it ends because a verb, a mark or
 * something else follows.
 */

/** How such a name may begin, in small letters. In the middle of a sentence it begins with a capital or with "các", "từng". */
const HEADS = (
  'ủy ban|ubnd|ub mttq|ubmttq|mttq|mặt trận tổ quốc|mặt trận|hội đồng|hđnd|hđtđkt|thường trực|tt|sở|bộ|ban|phòng|văn phòng|vp|' +
  'trung tâm|công an|bộ chỉ huy|ban chỉ huy|bộ đội|bộ tư lệnh|đồn|trạm|trường|trưởng|phó trưởng|hiệu trưởng|thủ trưởng|chủ tịch|' +
  'phó chủ tịch|giám đốc|tổng giám đốc|bí thư|chánh văn phòng|người đứng đầu|lãnh đạo|cụm|khối|liên đoàn|công đoàn|hội|đoàn|báo|đài|' +
  'cổng thông tin|trang thông tin|kho bạc|thuế|chi cục|cục|tổng cục|vụ|hạt kiểm lâm|bảo hiểm|bhxh|ngân hàng|tòa án|viện|học viện|' +
  'thanh tra|thành viên|cơ quan|đơn vị|bộ phận|công chức|cán bộ|chi bộ|đảng ủy|đảng bộ|tỉnh ủy|thành ủy|huyện ủy|quận ủy|chính phủ|' +
  'thủ tướng|quốc hội|trung ương|đại hội|tỉnh đoàn|thành đoàn|tổ|tổ trưởng|thôn|bản|ấp|buôn|xóm|làng|khóm|khu phố|doanh nghiệp|hợp tác xã|công ty|tập đoàn|nhân dân|các|từng|mỗi|' +
  'tất cả các|toàn thể|lực lượng|cấp ủy|chính quyền|xã|phường|tiểu ban|thư ký|liên đội|nhà trường|bệnh viện|đội|đồng chí|tổng liên đoàn|chủ đầu tư|chủ nhiệm'
).split('|');

const HEADS_BY_FIRST = new Map<string, string[]>();
for (const head of HEADS) {
  const first = head.split(' ')[0] ?? head;
  HEADS_BY_FIRST.set(first, [...(HEADS_BY_FIRST.get(first) ?? []), head]);
}

/** Verbs and connecting words that end a name; they are read in lower case only, since names have capitals. */
const STOPS = (
  'về|Về việc|v/v|V/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|thực hiện|triển khai|đối với|ngày|gắn|trong|để|nhằm|cho|theo|do|được|tại|' +
  'phát động|đã|là|công bố|chủ trì|phối hợp|có|chịu|tham mưu|căn cứ|tổ chức|xây dựng|đẩy mạnh|chủ động|tiếp tục|báo cáo|tăng cường|' +
  'kiểm tra|rà soát|lồng ghép|đôn đốc|tổng hợp|thường xuyên|giúp|quán triệt|vận động|bố trí|cân đối|đăng ký|lựa chọn|kịp thời|đưa|' +
  'quan tâm|khen thưởng|thẩm định|đề xuất|trình|gửi|nghiêm túc|cụ thể hóa|duy trì|phân công|chỉ đạo|đánh giá|xem xét|bảo đảm|đảm bảo|' +
  'phát huy|phát hiện|nâng cao|hưởng ứng|tích cực|tạo|dành|mở|xử lý|giám sát|cung cấp|thông tin|biểu dương|phổ biến|định kỳ|sử dụng|' +
  'huy động|làm|theo dõi|tuyên truyền|trên cơ sở|phát triển|hoàn thành|tham gia|yêu cầu|đề nghị|giao|tập trung|lãnh đạo|quản lý|xác định|' +
  'ký|ký kết|phấn đấu|thông báo|kêu gọi|quyết định|đề ra|cùng|sẽ|phải|cần|không|khi|từ|đến|nêu|như|bao gồm|gồm|ứng dụng|khai thác|' +
  'tiến hành|rút|nhân rộng|giới thiệu|kiện toàn|bồi dưỡng|quản|giải quyết|khắc phục|tháo gỡ|chấn chỉnh|thúc đẩy|tạo điều kiện|hỗ trợ|' +
  'bám sát|nghiên cứu|vận dụng|tự|bình xét|suy tôn|chấm|lập|thống nhất|chuẩn bị|phụ trách|liên hệ|phản ánh|kiến nghị|đổi mới|mở rộng|' +
  'trực tiếp|khẩn trương|hằng năm|hàng năm|hằng quý|hằng tháng|qua|thông qua|dưới|nơi|khởi công|gắn với|củng cố|chấp hành|giữ vững|bảo vệ|' +
  'phòng ngừa|đấu tranh|chăm lo|chú trọng|ưu tiên|kết hợp|coi|lấy|xem|lưu ý|niêm yết|công khai|đăng tải|viết|đưa tin|lan tỏa|ra sức|thi đua|kết quả|trước|chậm nhất|tình hình|số liệu|danh sách|việc|những|nội dung|tăng|giảm|giữ|giữ gìn|phục vụ|tập hợp|biên soạn|biên tập|cập nhật|sơ kết|tổng kết|gương mẫu|nêu cao|cam kết|thành lập|nộp|nắm|chuyển|rèn luyện|trồng|ghi|treo|phân bổ|cử|ký cam kết|liên kết|hợp tác|đầu tư|mua|bàn giao|tiếp nhận|đối chiếu|xác nhận|khảo sát|lắp đặt|sửa chữa|nâng cấp|số hóa|tập huấn|đào tạo|dạy|vận hành|đồng hành|hằng tuần|mỗi|ngoài|riêng|trước hết'
).split('|');

const STOPS_BY_FIRST = new Map<string, string[]>();
for (const stop of STOPS) {
  const first = stop.split(' ')[0] ?? stop;
  STOPS_BY_FIRST.set(first, [...(STOPS_BY_FIRST.get(first) ?? []), stop]);
}

/** Words that look like a stop and are part of a name after those on the left. */
const NOUN_AFTER: Record<string, RegExp> = {
  'tổ chức': /(?:các|những|mọi|cơ quan,|đơn vị,|và|đoàn thể,|nghiệp,) $/iu,
  'lãnh đạo': /(?:các|đồng chí|tập thể|ban) $/iu,
  'quản lý': /(?:cán bộ|ban|đơn vị|cơ quan|bộ phận) $/iu,
  'chỉ đạo': /(?:ban) $/iu,
  'tuyên truyền': /(?:ban|phòng|tổ|đội) $/iu,
  'thông tin': /(?:nghệ|cổng|trang|cơ quan|trung tâm|các) $/iu,
  'thi đua': /(?:khối|cụm|hội đồng|ban|phong trào|các khối|các cụm) $/iu,
  'khen thưởng': /(?:đua[,\s]|- ?|đua - ) ?$/iu,
  làm: /(?:người) $/iu,
  'bảo vệ': /(?:lực lượng|tổ) $/iu,
  'tham gia': /(?:lực lượng) $/iu,
  'phát triển': /(?:quỹ|ban|đầu tư|hội nhập và) $/iu,
  'giải quyết': /(?:bộ phận) $/iu,
  'trực tiếp': /(?:đơn vị) $/iu,
  'hỗ trợ': /(?:quỹ) $/iu,
  'kết quả': /(?:Trả|trả) $/u,
  'báo cáo': /(?:tổ) $/iu,
  có: /^$/u,
  trong: /^$/u,
  'đào tạo': /(?:và|cơ sở) $/iu,
  'đầu tư': /(?:và|chủ|dự án) $/iu,
  'sửa chữa': /(?:cơ sở) $/iu,
  'phục vụ': /(?:trung tâm|đội|tổ) $/iu,
};

/** Two syllables that are one word, so that the second is no verb: "Giáo dục và Đào tạo", "Ủy ban bầu cử". */
const COMPOUNDS = new Set(
  (
    'đào tạo|sáng tạo|cải tạo|chế tạo|chương trình|công trình|quy trình|lập trình|tiến trình|giáo trình|truyền trình|việc làm|công lập|' +
    'độc lập|dân lập|tư lập|thành lập|thư ký|đăng ký|nhật ký|chữ ký|bầu cử|ứng cử|đề cử|bàn giao|ngoại giao|chuyển giao|tự quản|' +
    'phòng ngừa|không gian|mặt trận|công khai|ban ngày|nội dung|cơ sở|tình trạng'
  ).split('|'),
);

const UNIT_NOUNS =
  /^(?:sở|ban|bộ|ngành|phòng|xã|phường|thị trấn|đặc khu|đơn vị|cơ quan|đoàn thể|địa phương|thôn|bản|tổ dân phố|tổ|ấp|buôn|xóm|làng|sóc|phum|khóm|tiểu khu|khu phố|khu|doanh nghiệp|trường|trường học|tổ chức|huyện|quận|thị xã|thành phố|tỉnh|cụm|khối|hợp tác xã|lực lượng|hội|cá nhân|hộ|cán bộ|công chức|viên chức|người lao động|truyền hình|phát thanh|đảng viên|chiến sĩ|đoàn viên|hội viên|hội quần chúng|các|trưởng|phó|bí thư|công ty|cơ sở|ngân hàng|trạm|đồn|nhân dân|bệnh viện)(?![\p{L}])/iu;

const WORD = /[\p{L}\p{N}/&.]/u;
const LETTER = /\p{L}/u;

/** True when a name of an organisation may begin here: with one of the usual words, at the beginning of a word. */
export function opensOrganisation(text: string, at: number): boolean {
  if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return false;
  const window = text
    .slice(at, at + 24)
    .toLowerCase()
    .replaceAll('uỷ', 'ủy')
    .replaceAll('toà', 'tòa');
  const first = /^[\p{L}]+/u.exec(window)?.[0] ?? '';
  return (HEADS_BY_FIRST.get(first) ?? []).some(
    (head) => window.startsWith(head) && !/[\p{L}]/u.test(window[head.length] ?? ' '),
  );
}

/** What describes a name and belongs to it, though it holds a verb. */
const RELATIVE =
  /^(?:được giao (?:chỉ tiêu|nhiệm vụ|phụ trách|trách nhiệm)|được phân công(?: phụ trách| nhiệm vụ)?|có liên quan|có tên trong (?:Phụ lục|danh sách)|có thẩm quyền|chưa \p{L}+(?: \p{L}+)? (?:kế hoạch|báo cáo|thi đua)|đóng trên địa bàn|đứng chân trên địa bàn|hoạt động trên địa bàn|quản lý nhà nước|không chuyên trách)(?![\p{L}])/u;

/** The word of at most seven letters that ends one blank before a place, or ''. */
function wordBefore(text: string, at: number, from: number): string {
  if (text[at - 1] !== ' ') return '';
  let start = at - 1;
  const floor = Math.max(from, at - 8);
  while (start > floor && LETTER.test(text[start - 1] ?? '')) start -= 1;
  return text.slice(start, at - 1);
}

/** The letters such a description begins with. */
const RELATIVE_FIRST = 'đchqk';

function stopHere(text: string, at: number, from: number): boolean {
  const end = wordEnd(text, at);
  const word = text.slice(at, end);
  const stops = STOPS_BY_FIRST.get(word);
  if (!stops) return false;
  const before = wordBefore(text, at, from);
  if (before !== '' && COMPOUNDS.has(`${before} ${word}`.toLowerCase())) return false;
  if (/^(?:giúp việc|dạy nghề)(?![\p{L}])/u.test(text.slice(at, at + 10))) return false;
  for (const stop of stops) {
    if (!text.startsWith(stop, at) || /[\p{L}]/u.test(text[at + stop.length] ?? ' ')) continue;
    const noun = NOUN_AFTER[stop];
    if (noun?.test(text.slice(Math.max(from, at - 24), at))) continue;
    if (
      stop === 'trong' &&
      /^trong (?:khối|cụm|toàn|tỉnh|huyện|xã|phường|hệ thống|ngành)/.test(text.slice(at, at + 20))
    )
      continue;
    if (stop === 'tại' && /^tại (?:địa phương|cơ sở|các)/.test(text.slice(at, at + 20))) continue;
    return true;
  }
  return false;
}

/** Whether a UTF-16 unit goes on with a word: 1 yes, 2 no; 0 where it has not been asked for yet. */
const WORD_UNITS = new Uint8Array(0x10000);

function isWordUnit(unit: number): boolean {
  if (WORD_UNITS[unit] === 0) WORD_UNITS[unit] = WORD.test(String.fromCharCode(unit)) ? 1 : 2;
  return WORD_UNITS[unit] === 1;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWordUnit(text.charCodeAt(end))) end += 1;
  return end;
}

export type NameOptions = {
  /** Reads several names in a row ("Thủ trưởng các sở, ban, ngành; Giám đốc các doanh nghiệp") as one. */
  several: boolean;
  limit?: number;
};

const MAX_NAME = 320;
/** "nhiệm kỳ 2025 - 2030" within a name. */
const TERM_OF_YEARS = /20\d\d ?[-–] ?20\d\d/;

/**
 * End of the name that begins at `at`. Ends before a verb, a mark of the end of a clause or a bracket; a comma goes on
 * where another unit or a field ("Văn hóa, Thể thao và Du lịch") follows.
 */
export function organisationEnd(text: string, at: number, { several, limit = text.length }: NameOptions): number {
  const stop = Math.min(limit, at + MAX_NAME);
  let end = at;
  let i = at;
  while (i < stop) {
    const character = text[i] ?? '';
    if (character !== '.' && isWordUnit(text.charCodeAt(i))) {
      const relative = i > at && RELATIVE_FIRST.includes(character) ? RELATIVE.exec(text.slice(i, i + 48)) : null;
      if (relative) {
        i = Math.min(i + relative[0].length, stop);
        end = i;
        continue;
      }
      if (i > at && stopHere(text, i, at)) break;
      i = Math.min(wordEnd(text, i), stop);
      if (text[i - 1] === '.' && !isAbbreviation(text.slice(Math.max(at, i - 8), i))) {
        end = i - 1;
        break;
      }
      end = i;
    } else if (character === '(' && text.startsWith('(bà)', i)) i += 4;
    else if (character === ' ') i += 1;
    else if (/[-–]/.test(character) && TERM_OF_YEARS.test(text.slice(Math.max(at, i - 5), i + 7)))
      i = text.indexOf('2', i);
    else if ((character === '-' || character === '–') && text[i + 1] === ' ' && text[i - 1] === ' ') {
      if (!/\p{L}/u.test(text[i + 2] ?? '')) break;
      i += 2;
    } else if (character === '-' && /\p{L}/u.test(text[i + 1] ?? '')) i += 1;
    else if (character === ',' || character === ';') {
      if (!goesOn(text, i, character, several)) break;
      i += 1;
    } else break;
  }
  // "… và" before a verb belongs to what follows.
  return trimConnector(text, at, end);
}

function trimConnector(text: string, at: number, end: number): number {
  const name = text.slice(at, end);
  const cut = name.replace(/(?:\s(?:và|các|cùng|hoặc|-)){1,4}$/u, '').replace(/\.?\/{1,9}$/, '');
  return at + cut.length;
}

function isAbbreviation(tail: string): boolean {
  return /(?:^|\s)(?:TP|TX|TT|Tp|P|Q|H|UV|BTV)\.$/.test(tail);
}

function goesOn(text: string, at: number, mark: string, several: boolean): boolean {
  let next = at + 1;
  while (text[next] === ' ') next += 1;
  if (text.startsWith('chống', next) && /Phòng$/u.test(text.slice(Math.max(0, at - 5), at))) return true;
  if (next >= text.length || stopHere(text, next, at)) return false;
  const capital = /\p{Lu}/u.test(text[next] ?? '');
  const head = opensOrganisation(text, next);
  if (several)
    return mark === ';'
      ? head && (capital || text.startsWith('các ', next))
      : head || UNIT_NOUNS.test(text.slice(next, next + 24)) || capital;
  if (mark === ';') return false;
  // "Sở Văn hóa, Thể thao và Du lịch": a field with a capital that opens no other body, nor a new sentence.
  return (
    capital &&
    !head &&
    !/^(?:Luật|Nghị|Quyết|Chỉ|Kế|Kết|Thông|Công|Hướng|Chương|Phong|Căn|Thực|Trên)/u.test(text.slice(next, next + 8))
  );
}

const WORDY: [RegExp, string][] = [
  [/\bUBND(?![\p{L}])/gu, 'Ủy ban nhân dân'],
  [/\bHĐND(?![\p{L}])/gu, 'Hội đồng nhân dân'],
  [/\bUB ?MTTQ(?:VN| Việt Nam)?(?![\p{L}])/gu, 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
  [/\bMTTQ(?:VN)?(?: Việt Nam)?(?![\p{L}])/gu, 'Mặt trận Tổ quốc Việt Nam'],
  [/\b(?:Hội đồng|HĐ) ?(?:TĐ ?[-–,]? ?KT)(?![\p{L}])/gu, 'Hội đồng Thi đua - Khen thưởng'],
  [/(?<![\p{L}])THCS(?![\p{L}])/gu, 'Trung học cơ sở'],
  [/(?<![\p{L}])THPT(?![\p{L}])/gu, 'Trung học phổ thông'],
  [/Uỷ ban/g, 'Ủy ban'],
];

/** A name with its usual abbreviations written out. */
export function expandName(name: string): string {
  let text = name;
  for (const [pattern, full] of WORDY) text = text.replace(pattern, full);
  return text;
}
