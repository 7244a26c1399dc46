/** Word lists that tell apart what leads in, what names a quantity and what qualifies a figure. */

import { addPhrase, newPhrases, type Phrases, phraseAt, phrasesOf, type Token } from './figures-tokens.ts';

/** Token indices, the second one behind the last. */
export type Range = readonly [from: number, to: number];

const list = (words: string): string[] => words.split('; ');

export type LeadKind = 'marker' | 'soft-marker' | 'connector';
const LEADING = newPhrases<LeadKind>();
for (const word of list(
  'phấn đấu; phân đấu; phần đấu; phần đầu; phân đầu; phấn đầu; quyết tâm; đặt mục tiêu; phấn đấu để; phấn đấu đến; ra sức phấn đấu',
))
  addPhrase(LEADING, word, 'marker');
for (const word of list('bảo đảm; đảm bảo; yêu cầu; phải; cần; mục tiêu; chỉ tiêu; cam kết; đề ra'))
  addPhrase(LEADING, word, 'soft-marker');
for (const word of list(
  'và; đồng thời; cùng với; cụ thể; nhất là; riêng; thì; mà; để; nhằm; tiếp tục; qua đó; từ đó; với; như; như sau; trong đó; hoặc; còn lại; góp phần; từng bước; đến hết; đến cuối; hằng năm; hàng năm; mỗi năm; cả năm; trong năm; sẽ; đến nay; ước; được; đặc biệt; ngoài ra; bên cạnh đó; trên cơ sở đó; cơ bản; theo đó; đã; ước thực hiện; lũy kế; tính chung; riêng',
))
  addPhrase(LEADING, word, 'connector');

/** A goal marker, a softer one, or a word that only leads in. */
export const leadingAt = (tokens: Token[], at: number): { value: LeadKind; next: number } | null =>
  phraseAt(LEADING, tokens, at);

/** Words with which the name of a quantity, or a deed with a quantity, begins. */
const HEADS = phrasesOf(
  list(
    'tỷ lệ; tổng; số; tốc độ; mức; diện tích; sản lượng; năng suất; giá trị; thu nhập; thu ngân sách; thu; doanh thu; grdp; độ; kim ngạch; chỉ số; lượng; lượt khách; tỷ trọng; cơ cấu; thu hút; giải quyết; tạo việc làm; tạo; đào tạo; xuất khẩu; đưa; đón; nâng; tăng; giảm; duy trì; giữ vững; hoàn thành; xây dựng; thành lập; kết nạp; phát triển; trồng; xóa; hỗ trợ; vận động; tổ chức; mỗi; huy động; cấp; công nhận; bao phủ; nhóm; khu vực; ngành; tỷ suất; quy mô; bình quân; thực hiện; khám; tiêm; cứng hóa; bê tông hóa; lắp đặt; mở; chỉ tiêu; phấn đấu; bảo đảm; đảm bảo; trong đó; tiết kiệm; giải ngân; số hóa; thu gom; sản phẩm; đàn; độ che phủ; hộ; không; kéo giảm; hạ; cả; toàn; tiếp nhận; hòa giải; điều tra; tổng số; ký; đăng ký; xử lý; bố trí; di dời; tái định cư; rút ngắn; cắt giảm; giới thiệu; làm lợi',
  ),
);

export const startsHead = (tokens: Token[], at: number): boolean => phraseAt(HEADS, tokens, at) !== null;

const QUALIFIERS = newPhrases<'plan' | 'relation'>();
for (const word of list('kế hoạch; dự toán; chỉ tiêu; nghị quyết; tỉnh giao; hđnd; mục tiêu'))
  addPhrase(QUALIFIERS, word, 'plan');
for (const word of list(
  'so với; so; trước; trước ngày; hoàn thành trước; tổng số; trên tổng số; trong tổng số; đối với; ở; tại; với; theo; vào năm; vào cuối năm; năm; mỗi năm; hằng năm; hàng năm; trở lên; trở xuống; trong năm; trong; cùng kỳ; trên địa bàn; của; cho; do; khi; từ; đến năm; đến cuối năm; đến hết; tính; bao gồm; gồm',
))
  addPhrase(QUALIFIERS, word, 'relation');

/** "so với năm 2025", "kế hoạch vốn giao", "đối với bậc …": a tail that qualifies and names nothing new. */
export const isQualifier = (tokens: Token[], at: number): boolean => phraseAt(QUALIFIERS, tokens, at) !== null;

/** The same without plans: "100% chỉ tiêu giao quân" may begin with its share. */
export const isRelation = (tokens: Token[], at: number): boolean =>
  phraseAt(QUALIFIERS, tokens, at)?.value === 'relation';

export const isAnd = (token: Token | undefined): boolean => token?.low === 'và' || token?.low === 'cùng';
/** A dash parts no words: "kinh tế - xã hội", "công nghiệp – xây dựng". */
export const isPart = (token: Token | undefined): boolean => token?.text === ',' || token?.text === ';';

const TIME_WORDS = new Set('den trong vao het cuoi tu dau tinh nam giai doan thang quy ngay nhiem ky hoc'.split(' '));
const TIME_NOUNS = new Set(['nam', 'doan', 'thang', 'quy', 'ky', 'ngay', 'hoc']);

/** Index behind "đến hết năm 2026", "giai đoạn 2026 - 2030", or `at` where no time stands. */
export function behindTime(tokens: Token[], at: number, to: number): number {
  let next = at;
  for (;;) {
    const from = next;
    let noun = false;
    while (next < to && TIME_WORDS.has(tokens[next]?.key ?? '')) {
      noun ||= TIME_NOUNS.has(tokens[next]?.key ?? '');
      next += 1;
    }
    // "cả 6 tháng", "6 tháng đầu năm"
    const months = tokens[next]?.low === 'cả' || tokens[next]?.low === 'trong' ? next + 1 : next;
    if (tokens[months]?.kind === 'number' && tokens[months + 1]?.low === 'tháng' && months + 1 < to) {
      next = months + 2;
      continue;
    }
    const numbers = next;
    if (tokens[next - 1]?.low === 'quý' && next < to && /^(?:I{1,3}|IV)$/.test(tokens[next]?.text ?? '')) next += 1;
    while (next < to && (tokens[next]?.kind === 'number' || /^[-–/]$/.test(tokens[next]?.text ?? ''))) next += 1;
    if (!noun || next === numbers) return from;
  }
}

/** Index behind marks, connectors and adverbs of time at the beginning of a stretch. */
export function stripLead(tokens: Token[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (token?.kind === 'mark' && token.text !== '(' && token.text !== '%') {
      at += 1;
      continue;
    }
    // "(4) vận động …"
    if (token?.text === '(' && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.text === ')') {
      at += 3;
      continue;
    }
    const found = leadingAt(tokens, at);
    if (found?.value === 'connector' && found.next <= to) {
      at = found.next;
      continue;
    }
    const behind = behindTime(tokens, at, to);
    if (behind === at) return at;
    at = behind;
  }
  return to;
}

/** Does one of these phrases stand in a stretch? Tone marks lost by a scan do not matter. */
export function holds(tokens: Token[], [from, to]: Range, phrases: Phrases<true>): boolean {
  for (let at = from; at < to; at++) if (phraseAt(phrases, tokens, at, to)) return true;
  return false;
}
