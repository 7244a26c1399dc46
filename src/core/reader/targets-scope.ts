/** Which part of a whole a figure speaks of: "đối với bậc mầm non", "(tiểu học)", "mỗi xã". */

import type { Clause } from './figures-clauses.ts';
import { means, type Token } from './figures-tokens.ts';
import type { Range } from './figures-words.ts';
import { printed, type Sentence } from './targets-sentence.ts';

/** "đối với bậc mầm non", "ở khu vực nông thôn", "mỗi xã": the part of the whole. */
export function scopeOf(sentence: Sentence, [from, to]: Range): string | null {
  const { tokens } = sentence;
  const words = ['đối', 'ở', 'tại', 'cho'];
  if (!words.some((word) => means(tokens[from], word))) return null;
  const start = means(tokens[from], 'đối') ? from + 2 : from + 1;
  return printed(sentence, [start, to]) || null;
}

/** "99% (tiểu học)": a few words in a bracket right behind a figure. */
export function bracketScope(sentence: Sentence, { figure }: Clause): string | null {
  const { tokens } = sentence;
  if (tokens[figure.next]?.text !== '(') return null;
  let to = figure.next + 1;
  while (to < figure.next + 8 && tokens[to]?.kind === 'word') to += 1;
  const first = tokens[figure.next + 1];
  if (tokens[to]?.text !== ')' || first?.kind !== 'word') return null;
  return ['theo', 'nếu', 'qua', 'trong', 'giá', 'bao'].includes(first.low)
    ? null
    : printed(sentence, [figure.next + 1, to]);
}

/** Deeds that end the name of those each of whom is meant: "mỗi tổ dân phố | xây dựng …". */
const DEEDS_OF_EACH = new Set(
  'lựa có xây đăng thực chọn phấn phải đạt giúp hoàn duy vận trồng dự viết nộp tham ký triển làm'.split(' '),
);

export function eachOf(sentence: Sentence, range: Range): string | null {
  const { tokens } = sentence;
  for (let at = range[0]; at < range[1]; at++) {
    if (!means(tokens[at], 'mỗi') || means(tokens[at + 1], 'năm')) continue;
    let end = at + 1;
    while (end < range[1] && end < at + 14 && !endsEach(tokens, end)) end += 1;
    return printed(sentence, [at, end]);
  }
  return null;
}

function endsEach(tokens: Token[], at: number): boolean {
  const low = tokens[at]?.low ?? '';
  return DEEDS_OF_EACH.has(low) || (low === 'tổ' && tokens[at + 1]?.low === 'chức');
}
