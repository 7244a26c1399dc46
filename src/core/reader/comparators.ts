/**
 * The words around a figure that say how it compares and what changes: đạt trên, giảm còn, từ … trở lên, gấp. They are
 * read backwards from the figure, and forwards for the few that follow it.
 */

import { wordKey } from '../rules/indicator-words.ts';
import { meansAll, type Token } from './figures-tokens.ts';

export type Cue =
  | 'reach'
  | 'have'
  | 'got'
  | 'equal'
  | 'more'
  | 'least'
  | 'less'
  | 'most'
  | 'about'
  | 'from'
  | 'up'
  | 'up-to'
  | 'down'
  | 'down-to'
  | 'exceed'
  | 'times'
  | 'rank'
  | 'estimated'
  | 'average'
  | 'share'
  | 'each-year'
  | 'in-turn'
  | 'keep'
  | 'only';

/** Longest wordings first within each length; every wording has at most four words. */
const WORDINGS: [Cue, string][] = [
  [
    'reach',
    'đạt; đạt được; đạt tỷ lệ; đạt mức; đạt bình quân; là; ở mức; đạt và vượt; đạt tổng; đạt chỉ tiêu; tỷ lệ đạt; đạt giá trị; tỷ lệ',
  ],
  ['have', 'có'],
  ['got', 'được; thu được; thực hiện được; đã được'],
  ['equal', 'bằng; tương đương; tương ứng; tương ứng với; tương đương với'],
  ['more', 'trên; hơn; vượt trên; lớn hơn; cao hơn; nhiều hơn; >'],
  [
    'least',
    'ít nhất; tối thiểu; không dưới; không ít hơn; không thấp hơn; thấp nhất; không nhỏ hơn; ≥; > =; tối thiểu là; ít nhất là; tối thiểu từ; ít nhất từ',
  ],
  ['less', 'dưới; thấp hơn; nhỏ hơn; ít hơn; <'],
  [
    'most',
    'không quá; tối đa; không vượt quá; không cao hơn; không hơn; nhiều nhất; ≤; < =; không vượt; tối đa không quá; cao nhất; không lớn hơn; không để vượt quá',
  ],
  ['about', 'khoảng; gần; xấp xỉ; xấp xỉ khoảng; chừng; ước khoảng; trên dưới; ~; ≈; gần đạt'],
  ['from', 'từ'],
  [
    'up',
    'tăng; tăng thêm; tăng trưởng; tăng trưởng đạt; tăng bình quân; thêm; tăng trưởng bình quân; cao hơn; tăng cao hơn',
  ],
  [
    'up-to',
    'lên; tăng lên; nâng lên; lên đến; lên tới; tăng lên đến; tăng đến; tăng lên đạt; nâng lên đạt; đưa lên; lên mức; nâng lên mức; lên thành; lên đạt; nâng thành; tăng lên thành',
  ],
  [
    'down',
    'giảm; giảm thêm; giảm bình quân; giảm trung bình; kéo giảm; rút ngắn; cắt giảm; tiết giảm; giảm tỷ lệ; giảm được; giảm số',
  ],
  [
    'down-to',
    'còn; xuống; giảm còn; giảm xuống; giảm xuống còn; xuống còn; còn lại; hạ xuống; hạ xuống còn; kéo giảm còn; kéo giảm xuống; chỉ còn; xuống mức; giảm còn lại; rút ngắn còn; rút ngắn xuống còn; giảm về; còn ở mức',
  ],
  ['exceed', 'vượt; vượt mức; vượt chỉ tiêu; vượt kế hoạch; vượt dự toán'],
  ['times', 'gấp; tăng gấp; gấp khoảng'],
  [
    'rank',
    'xếp thứ; đứng thứ; xếp hạng; vị trí thứ; xếp vị trí; đứng vị trí; xếp hạng thứ; xếp vị trí thứ; đứng hạng; thứ hạng; hạng',
  ],
  [
    'estimated',
    'ước; ước đạt; dự kiến; dự kiến đạt; ước thực hiện; ước tính; ước tính đạt; dự ước; dự ước đạt; ước cả năm đạt; ước thực hiện đạt',
  ],
  [
    'average',
    'bình quân; trung bình; bình quân đạt; bình quân chung; mỗi năm bình quân; bình quân mỗi năm; bình quân hằng năm; bình quân hàng năm',
  ],
  ['share', 'chiếm; chiếm tỷ lệ; chiếm khoảng; chiếm tỷ trọng'],
  ['each-year', 'mỗi năm; hằng năm; hàng năm; trong năm; cả năm; một năm; năm sau; /năm'],
  [
    'in-turn',
    'lần lượt; lần lượt là; lần lượt đạt; đạt lần lượt; đạt lần lượt là; tương ứng là; theo thứ tự; tương ứng đạt',
  ],
  // "tốt nhiệm vụ trở lên đạt 90%": the bound of a rating is no "lên".
  [
    'keep',
    'giữ ở mức; duy trì ở mức; ổn định ở mức; giữ mức; duy trì mức; giữ ổn định ở mức; giữ vững mức; giữ vững ở mức',
  ],
  ['only', 'trở lên; trở xuống; chỉ; đã; sẽ; phải; cơ bản; cũng; đều'],
];

type Wording = { cue: Cue; words: string[] };

/** By their last word, folded, for reading backwards. */
const BY_LAST = new Map<string, Wording[]>();
for (const [cue, list] of WORDINGS)
  for (const wording of list.split('; ')) {
    const words = wording.split(' ');
    const last = wordKey(words.at(-1) ?? '');
    const known = BY_LAST.get(last);
    if (known) known.push({ cue, words });
    else BY_LAST.set(last, [{ cue, words }]);
  }
for (const wordings of BY_LAST.values()) wordings.sort((a, b) => b.words.length - a.words.length);

export type CuesBefore = {
  /** Nearest to the figure first. */
  cues: Cue[];
  /** Index of the first token of all of them. */
  from: number;
};

const MAX_CUES = 6;
const MOVES = new Set<Cue>(['up', 'up-to', 'down', 'down-to']);

/** Reads the cues that stand right before a figure. `floor` is the first token that may belong to them. */
export function cuesBefore(tokens: Token[], figureAt: number, floor: number): CuesBefore {
  const cues: Cue[] = [];
  let from = figureAt;
  let colon = false;
  while (cues.length < MAX_CUES) {
    // "Tỷ lệ hộ nghèo: 1,81%", "giảm bình quân/năm: trên 1%"
    if (!colon && tokens[from - 1]?.text === ':' && from - 1 >= floor) {
      colon = true;
      from -= 1;
    }
    if (tokens[from - 2]?.text === '/' && tokens[from - 1]?.low === 'năm' && from - 2 >= floor) {
      cues.push('each-year');
      from -= 2;
    }
    const wording = wordingBefore(tokens, from, floor);
    if (!wording || (MOVES.has(wording.cue) && cues.some((cue) => MOVES.has(cue)))) break;
    // "tốc độ tăng", "mức giảm", "tỷ lệ tăng" are names.
    if (MOVES.has(wording.cue) && ['độ', 'mức', 'lệ'].includes(tokens[from - wording.words.length - 1]?.low ?? ''))
      break;
    cues.push(wording.cue);
    from -= wording.words.length;
  }
  return { cues, from };
}

function wordingBefore(tokens: Token[], end: number, floor: number): Wording | null {
  const last = tokens[end - 1];
  if (!last || end - 1 < floor) return null;
  for (const wording of BY_LAST.get(last.key) ?? []) {
    const from = end - wording.words.length;
    if (from < floor || !meansAll(tokens, from, wording.words)) continue;
    // "… trở lên đạt 90%"
    if (tokens[from - 1]?.low === 'trở' && ['lên', 'xuống'].includes(wording.words[0] ?? '')) continue;
    return wording;
  }
  return null;
}
