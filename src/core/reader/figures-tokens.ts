/** Words, numbers and marks of a stretch of text with their places: what figures and clauses are read from. */

import { wordKey } from '../rules/indicator-words.ts';
import { type NumberToken, numberAt } from '../text/numbers.ts';
import type { JoinedText } from './blocks.ts';

export type Token = {
  kind: 'word' | 'number' | 'mark';
  /** As printed. */
  text: string;
  /** Lower case, with its tone. */
  low: string;
  /** Folded, one spelling for i and y: what scanned text keeps of a word. */
  key: string;
  /** Places in the whole text. */
  start: number;
  end: number;
  /** The number's value; null for digits that are no number ("1.2.3"). */
  number: NumberToken | null;
};

const OTHER = 1;
const BLANK = 2;
const DIGIT = 3;
/** Goes on with a word but begins none: a mark that stands alone, a digit of another script. */
const INSIDE = 4;
const LETTER = 5;
/** What each UTF-16 unit is; 0 where it has not been asked for yet. */
const UNITS = new Uint8Array(0x10000);

function learnUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  let kind = OTHER;
  if (character === ' ' || character === '\n' || character === '\t') kind = BLANK;
  else if (/\d/.test(character)) kind = DIGIT;
  else if (/\p{L}/u.test(character)) kind = LETTER;
  else if (/[\p{M}\p{N}]/u.test(character)) kind = INSIDE;
  UNITS[unit] = kind;
  return kind;
}

function unitAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return UNITS[unit] || learnUnit(unit);
}

/** Vietnamese has some ten thousand syllables; remembering the forms of those met saves making them again. */
const FORMS = new Map<string, { low: string; key: string }>();
const MOST_FORMS = 20_000;

function formsOf(printed: string): { low: string; key: string } {
  const known = FORMS.get(printed);
  if (known) return known;
  const forms = { low: printed.toLowerCase(), key: wordKey(printed) };
  if (FORMS.size < MOST_FORMS && printed.length <= 12) FORMS.set(printed, forms);
  return forms;
}

/** Reads the tokens of `text.slice(from, to)`. Linear. */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const start = at;
    const unit = unitAt(text, at);
    if (unit === BLANK) {
      at += 1;
    } else if (unit === DIGIT) {
      const read = numberAt(text, at);
      at = Math.min(read.end, to);
      const printed = text.slice(start, at);
      tokens.push({ kind: 'number', text: printed, low: printed, key: printed, start, end: at, number: read.token });
    } else if (unit === LETTER) {
      do at += 1;
      while (at < to && unitAt(text, at) >= DIGIT);
      const printed = text.slice(start, at);
      const { low, key } = formsOf(printed);
      tokens.push({ kind: 'word', text: printed, low, key, start, end: at, number: null });
    } else {
      at += 1;
      const printed = text.slice(start, at);
      tokens.push({ kind: 'mark', text: printed, low: printed, key: printed, start, end: at, number: null });
    }
  }
  return tokens;
}

const READ = new WeakMap<JoinedText, Map<number, { to: number; tokens: Token[] }>>();

/** As {@link tokensOf} for a stretch of a document, which several stages look at: read once, and shared. */
export function tokensIn(doc: JoinedText, from: number, to: number): Token[] {
  const stretches = READ.get(doc) ?? new Map<number, { to: number; tokens: Token[] }>();
  const known = stretches.get(from);
  if (known?.to === to) return known.tokens;
  const tokens = tokensOf(doc.text, from, to);
  stretches.set(from, { to, tokens });
  READ.set(doc, stretches);
  return tokens;
}

/**
 * Words of their own that look like a word of a pattern once their tone is lost. What is not among them ("dạt",
 * "giâm", "xuông") can only be what a scan left of the pattern's word.
 */
const OTHER_WORDS = new Set(
  (
    'đất dắt tầng tảng tặng tang giám con cơn côn cồn lén đuổi đuôi hôn hồn hòn khoang khoáng tự tư tứ tử tù tu tụ tủ ' +
    'đen đèn đền lá la lạ cô cổ co cỏ cờ cơ cố cớ cỡ đuốc bảng băng bang bàng gặp gắn gân gan độ đỏ do dò đo đồ đố đỗ ' +
    'đô đổ dở đỡ dơ đó trồng trọng trống tròng trông trong mới mời mồi môi mọi mối nắng năng nặng giữa dưa dừa đùa đứa ' +
    'dựa đũa đua hà ha hạ há vơi vôi voi vòi so số sở sơ sổ sợ và vá vả thư thử thu thủ thú thụ thứ trò trợ tro trổ trơ ' +
    'qua quả quà quá tôi tới tội tồi tối nhật nhạt nhất đã dạ da đá đa nắm nam nằm năm dư dù du dụ đủ dữ dự toàn toan ' +
    'toán kể kê kẻ kề kế chi chí chị chỉ tiểu tiếu tiêu giáo giao phai phái cân can cán căn cạn cản cần mục mực mức tháp ' +
    'thập thấp cáo cào cao chiêm đúng dừng dùng đụng đừng dựng dũng đứng hàng hãng hang hạng ví vì vi vị trị tri trì trí ' +
    'thi thì thị thí ma má mã mà đê đề để nhu nhũ như nhủ ký kỳ kỹ kì hồ họ hỗ hộ ho hố ca cả cá khí khi chợ chỗ chở cho ' +
    'chờ tài tại tai ở ơ ô lệ lê lễ lề tỷ tỉ tý ty bán ban bàn bạn bản mô mồ mở mỏ mỡ đông đồng đống động dòng tạ ta tả ' +
    'tá tân tần tận tán tàn tấn lượt lướt người ngươi nhà nha nhã xã xa xả xá khẩu khâu thôn thổn vụ vũ vu cấp cặp cập gia ' +
    'giá già giả đi điểm điềm lần lẫn lấn lân làn bài bãi bái tin tín tình tính tỉnh tinh sản sàn phẩm phạm thể thẻ thế ' +
    'cáp vốn vòn vón thường thưởng thương thướng phụ phú phù được đường dưỡng dương hằng thêm them mọi phải cung cũng ' +
    'cùng đều điều đấu đầu đâu dấu dầu dâu phân phấn phần phạn kết kệt lúa lứa lùa vườn vượn trẻ trê máy mày mây may loại ' +
    'loài lớp lợp nhóm nhòm đội đối đổi đói đôi tổ tô tố to tờ tơ xe quân quần quản quan quán huyện huyền hợp họp hộp năm ' +
    'vẫn văn vân vấn vận hoá hóa hoa họa hòa giữ vững vừng duy quy quý quỹ quỷ bên bền bến yêu yếu nước nuộc sinh sính ' +
    'rừng rung rụng che chè chế luồng lượng lương đàn đạn dân dẫn dần đan đoàn đoán bảo bao báo bão bào đảm đám đam hạ'
  ).split(' '),
);

/** True when a token is this word (lower case, with its tone), or what a scan may have left of it. */
export function means(token: Token | undefined, word: string): boolean {
  if (token?.kind !== 'word') return false;
  if (token.low === word) return true;
  // Folding keeps the length: most other words are told apart by it, before anything is looked up.
  return token.key.length === word.length && token.key === wordKey(word) && !OTHER_WORDS.has(token.low);
}

/** True when the tokens from a place on are these words, or what a scan may have left of them. */
export function meansAll(tokens: Token[], from: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) {
    const token = tokens[from + i];
    const word = words[i] ?? '';
    if (!means(token, word) && token?.text !== word && !(word === '#' && token?.kind === 'number')) return false;
  }
  return true;
}

/** A list of phrases by their words, for the longest match at a place. */
export type Phrases<T> = { readonly next: Map<string, Phrases<T>>; readonly ends: { words: string[]; value: T }[] };

export function newPhrases<T>(): Phrases<T> {
  return { next: new Map(), ends: [] };
}

/** Adds a phrase in lower case with its tones; `#` stands for any number. */
export function addPhrase<T>(phrases: Phrases<T>, phrase: string, value: T): void {
  const words = phrase.split(' ');
  let node = phrases;
  for (const word of words) {
    const key = word === '#' ? '#' : wordKey(word);
    const known = node.next.get(key) ?? newPhrases<T>();
    node.next.set(key, known);
    node = known;
  }
  node.ends.push({ words, value });
}

/** Phrases that are only looked for. */
export function phrasesOf(list: readonly string[]): Phrases<true> {
  const phrases = newPhrases<true>();
  for (const phrase of list) addPhrase(phrases, phrase, true);
  return phrases;
}

/** The longest phrase that begins at a token and ends before `to`, and the index of the token behind it. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  tokens: Token[],
  from: number,
  to = tokens.length,
): { value: T; next: number } | null {
  let node: Phrases<T> | undefined = phrases;
  let best: { value: T; next: number } | null = null;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    node = node.next.get(token.kind === 'number' ? '#' : token.key);
    if (!node) break;
    if (node.ends.length === 0) continue;
    const end = endAt(node, tokens, from);
    if (end) best = { value: end.value, next: at + 1 };
  }
  return best;
}

function endAt<T>({ ends }: Phrases<T>, tokens: Token[], from: number): Phrases<T>['ends'][number] | null {
  for (const end of ends) if (meansAll(tokens, from, end.words)) return end;
  return null;
}

/** The stretch that holds a place, of stretches in order that do not overlap; found by halving. */
export function stretchAt<T extends readonly [number, number]>(stretches: readonly T[], place: number): T | undefined {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = stretches[middle];
    if (!one) return undefined;
    if (place < one[0]) high = middle - 1;
    else if (place >= one[1]) low = middle + 1;
    else return one;
  }
  return undefined;
}
