/** Words, numbers and marks of a stretch of text with their places: what figures and clauses are read from. */

import { wordKey } from '../rules/indicator-words.ts';
import { isDigit, type NumberToken, numberAt } from '../text/numbers.ts';

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

const LETTERS = new Map<string, boolean>();

function isLetter(character: string): boolean {
  const known = LETTERS.get(character);
  if (known !== undefined) return known;
  const letter = /\p{L}/u.test(character);
  LETTERS.set(character, letter);
  return letter;
}
const WORD = /[\p{L}\p{M}\p{N}]*/uy;

/** Reads the tokens of `text.slice(from, to)`. Linear. */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const character = text[at] ?? '';
    if (character === ' ' || character === '\n' || character === '\t') {
      at += 1;
    } else if (isDigit(text, at)) {
      const read = numberAt(text, at);
      const end = Math.min(read.end, to);
      const printed = text.slice(at, end);
      tokens.push({ kind: 'number', text: printed, low: printed, key: printed, start: at, end, number: read.token });
      at = end;
    } else if (isLetter(character)) {
      WORD.lastIndex = at;
      const printed = (WORD.exec(text)?.[0] ?? character).slice(0, to - at);
      const end = at + printed.length;
      tokens.push({
        kind: 'word',
        text: printed,
        low: printed.toLowerCase(),
        key: wordKey(printed),
        start: at,
        end,
        number: null,
      });
      at = end;
    } else {
      tokens.push({
        kind: 'mark',
        text: character,
        low: character,
        key: character,
        start: at,
        end: at + 1,
        number: null,
      });
      at += 1;
    }
  }
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
  return token.key === wordKey(word) && !OTHER_WORDS.has(token.low);
}

/** True when the tokens from a place on are these words, or what a scan may have left of them. */
export function meansAll(tokens: Token[], from: number, words: string[]): boolean {
  return words.every(
    (word, at) =>
      means(tokens[from + at], word) ||
      tokens[from + at]?.text === word ||
      (word === '#' && tokens[from + at]?.kind === 'number'),
  );
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

/** The longest phrase that begins at a token, and the index of the token behind it. */
export function phraseAt<T>(phrases: Phrases<T>, tokens: Token[], from: number): { value: T; next: number } | null {
  let node: Phrases<T> | undefined = phrases;
  let best: { value: T; next: number } | null = null;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    node = node.next.get(token.kind === 'number' ? '#' : token.key);
    if (!node) break;
    const end = node.ends.find(({ words }) => meansAll(tokens, from, words));
    if (end) best = { value: end.value, next: at + 1 };
  }
  return best;
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
