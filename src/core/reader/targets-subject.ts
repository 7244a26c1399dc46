/** What a figure speaks of: its subject, the indicator it matches, its name and the words to quote. */

import { type IndicatorMatch, matchIndicator } from '../rules/indicator-match.ts';
import { conceptsOf } from '../rules/indicator-words.ts';
import type { Cue } from './comparators.ts';
import type { Clause } from './figures-clauses.ts';
import { means, phraseAt, phrasesOf, type Token } from './figures-tokens.ts';
import { behindTime, isAnd, isPart, isQualifier, isRelation, type Range, startsHead } from './figures-words.ts';
import type { Span } from './reading.ts';
import { type Meaning, meaningOf } from './targets-meaning.ts';

export type Sentence = { text: string; tokens: Token[]; brackets: number[] };

/** A subject as later clauses may take it over. */
export type Subject = {
  /** Its words, for matching again under another measure. */
  phrase: string;
  name: string;
  meaning: Meaning;
  match: IndicatorMatch | null;
  /** Taken over from the clause or line before. */
  inherited: boolean;
  scope: string | null;
  range: Range;
  quote: Span;
};

const MOST_WORDS = 60;
const MOST_TAIL = 45;
const MOST_STARTS = 8;
/** A wording without the thing itself must fit all the better. */
const LEAST = 0.6;

type Candidate = { range: Range; phrase: string; meaning: Meaning; match: IndicatorMatch | null; tailTo: number };

/** Verbs of change and of keeping, which say nothing of what is measured. */
const LEAD_VERBS = phrasesOf(
  'tăng; nâng; nâng cao; giảm; kéo giảm; hạ; duy trì; giữ vững; giữ ổn định; ổn định; duy trì ổn định; gia tăng; đưa; tiếp tục duy trì; tiếp tục nâng cao; giảm thiểu'.split(
    '; ',
  ),
);

const behindLead = (tokens: Token[], from: number): number => phraseAt(LEAD_VERBS, tokens, from)?.next ?? from;

/** Words of a range as one phrase, without the verb of change it begins with, numbers and what stands in brackets. */
function phraseOf({ tokens, brackets }: Sentence, [from, to]: Range): string {
  const words: string[] = [];
  for (let at = Math.min(behindLead(tokens, from), to); at < to; at++)
    if (tokens[at]?.kind === 'word' && brackets[at] === 0) words.push(tokens[at]?.text ?? '');
  return words.join(' ');
}

/** The printed words of a range. */
function printed({ text, tokens }: Sentence, [from, to]: Range): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}

/** Purposes and new deeds end the tail of a figure. */
const ENDS = new Set([
  'nhằm',
  'tạo',
  'qua',
  'từ',
  'đồng',
  'nâng',
  'phấn',
  'đẩy',
  'thực',
  'tiếp',
  'tăng',
  'phát',
  'bảo',
  'đảm',
  'giữ',
  'không',
  'hoàn',
  'xây',
  'trong',
]);

function endsTail(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (means(next, 'góp') && means(tokens[at + 2], 'phần')) return true;
  return next?.kind === 'word' && ENDS.has(next.low) && !(next.low === 'từ' && tokens[at + 2]?.kind === 'number');
}

/** Words with which a predicate begins; a comma before it parts a list of those it speaks of. */
export const PREDICATES = new Set(
  'dat hoan duoc co giu tham thuc su dang ky khong xep chap duy xay cam trien giai phan ung mac'.split(' '),
);

/** Ends of the tail: the first comma behind its predicate, and where it must end. */
function tailEnds({ tokens, brackets }: Sentence, clause: Clause): { near: number; far: number } {
  const limit = Math.min(clause.after[1], clause.figure.next + MOST_TAIL);
  const bare = clause.before[0] >= clause.before[1];
  let near: number | null = null;
  let predicate = !bare;
  let at = clause.figure.next;
  for (; at < limit; at++) {
    if (at > clause.figure.next && PREDICATES.has(tokens[at]?.key ?? '')) predicate = true;
    if (brackets[at] === 0 && /^[.:…]$/.test(tokens[at]?.text ?? '')) break;
    if (brackets[at] !== 0 || !isPart(tokens[at])) continue;
    if (predicate) near ??= at;
    if (endsTail(tokens, at)) break;
  }
  return { near: near ?? at, far: at };
}

/** Where a subject may begin: the area's start, and behind each comma or "và" in it, the longest first. */
function startsOf({ tokens, brackets }: Sentence, [from, to]: Range): number[] {
  const floor = Math.max(from, to - MOST_WORDS);
  const starts: number[] = [];
  for (let at = to - 1; at > floor && starts.length < MOST_STARTS; at--) {
    if (brackets[at] !== 0) continue;
    const part = isPart(tokens[at]) || tokens[at]?.text === ':' || isAnd(tokens[at]);
    if (part && at + 1 < to && tokens[at + 1]?.kind === 'word') starts.unshift(at + 1);
    else if (tokens[at]?.key === 'ty' && startsHead(tokens, at) && behindLead(tokens, from) < at)
      starts.unshift(withVerb(tokens, at, floor));
  }
  return [floor, ...starts];
}

/** "… nguồn lực giảm tỷ lệ hộ nghèo": the verb of change belongs to the share it changes. */
function withVerb(tokens: Token[], at: number, floor: number): number {
  for (let back = 3; back >= 1; back--)
    if (at - back >= floor && phraseAt(LEAD_VERBS, tokens, at - back)?.next === at) return at - back;
  return at;
}

/** Finds the subject of a clause; null when it has none of its own and none to take over. */
export function subjectOf(
  sentence: Sentence,
  clause: Clause,
  taken: Subject | null,
  parent: string | null,
): Subject | null {
  const { tokens } = sentence;
  const [from, to] = clause.before;
  const ends = tailEnds(sentence, clause);
  const behind = behindBracket(sentence, clause);
  const named = ends.far > behind && tokens[behind]?.text !== '(' && !isRelation(tokens, behind);
  const tailNames = named && !(from >= to && clause.previous !== null && isQualifier(tokens, behind));
  if (from >= to && !tailNames && clause.figure.kind !== 'count')
    return takeOver(sentence, clause, taken, parent, ends.near);
  const best = bestCandidate(sentence, clause, tailNames ? ends : null);
  if (best.match === null || parent !== null) {
    const joined = parent === null ? null : withParent(sentence, clause, parent, best);
    if (joined) return joined;
  }
  if (best.match === null && from >= to && taken !== null && !tailNames)
    return takeOver(sentence, clause, taken, parent, ends.near);
  const lessSaid =
    taken !== null && !tailNames && (isShortened(best.phrase, taken.phrase) || isBareChange(best.phrase));
  if (best.match === null && lessSaid) return takeOver(sentence, clause, taken, parent, ends.near);
  return subjectFrom(sentence, clause, best, ends);
}

/** "tốc độ tăng hằng năm 5%": of what was said before. */
const CHANGE_WORDS = new Set('tốc độ mức tỷ lệ nhịp tăng trưởng giảm hàng hằng năm bình quân trung của'.split(' '));

function isBareChange(phrase: string): boolean {
  return phrase
    .toLowerCase()
    .split(' ')
    .every((word) => CHANGE_WORDS.has(word));
}

/** "50% (8 thôn) có đội văn nghệ": where the words go on behind a bracket that counts. */
function behindBracket({ tokens, brackets }: Sentence, { figure, before, attached }: Clause): number {
  let at = figure.next;
  if (before[0] < before[1] || attached.length === 0 || tokens[at]?.text !== '(') return at;
  const bracket = brackets[at];
  while (brackets[at] === bracket && bracket !== 0) at += 1;
  return at;
}

/** "Năm 2025 thu ngân sách được 6 tỷ đồng, năm 2026 phấn đấu thu 7 tỷ đồng": the same thing in fewer words. */
function isShortened(phrase: string, before: string): boolean {
  const words = phrase.toLowerCase().split(' ');
  const known = new Set(before.toLowerCase().split(' '));
  return words.length <= 3 && words.every((word) => known.has(word));
}

function bestCandidate(sentence: Sentence, clause: Clause, tail: Tail | null): Candidate {
  const [first, ...others] = candidatesOf(sentence, clause, tail);
  let best = first;
  // A later candidate must be clearly better: the longest wording is what the document says.
  for (const one of others) if ((one.match?.score ?? 0) > (best.match?.score ?? 0) + 0.015) best = one;
  return best.match ? best : unmatched(sentence, clause, [first, ...others], tail);
}

type Tail = { near: number; far: number };

/** The wordings a subject may have: from each possible beginning, without and with the words behind the figure. */
function candidatesOf(sentence: Sentence, clause: Clause, tail: Tail | null): [Candidate, ...Candidate[]] {
  const { tokens } = sentence;
  const [from, to] = clause.before;
  const { kind, next } = clause.figure;
  const unit = kind === 'count' || kind === 'measure' ? ` ${unitWords(sentence, clause)}` : '';
  // "kiên cố hóa 3,5 km kênh mương": what is measured stands behind the unit.
  const named = tail !== null && unit !== '' && !isReached(clause);
  const made = (range: Range, phrase: string, tailTo: number): Candidate => {
    const meaning = meaningOf(tokens, clause, range);
    const found = matchIndicator(phrase, meaning.measure, meaning.unit);
    const partial = named && tailTo === next;
    const match = found && partial ? { ...found, score: found.score * 0.75 } : found;
    return { range, phrase, meaning, match: match && match.score >= LEAST ? match : null, tailTo };
  };
  const starts = from < to ? startsOf(sentence, [from, to]) : [];
  const whole: Range = [starts[0] ?? next, from < to ? to : next];
  const found: [Candidate, ...Candidate[]] = [made(whole, phraseOf(sentence, whole) + unit, next)];
  for (const start of starts.slice(1)) found.push(made([start, to], phraseOf(sentence, [start, to]) + unit, next));
  const purpose = purposeIn(tokens, whole);
  if (purpose !== null) found.push(made(whole, phraseOf(sentence, [whole[0], purpose]) + unit, next));
  const plan = planTail(sentence, clause);
  if (plan && from < to) {
    found.push(made(whole, `${phraseOf(sentence, whole)} ${plan}`, next));
    // A share of a plan, of something that is itself no share.
    const match = matchIndicator(phraseOf(sentence, whole), 'amount', null);
    if (match && found.every((one) => one.match === null)) found.push({ ...found[0], match });
  }
  const said = from < to && (isReached(clause) || (plan !== null && to - from > 2));
  if (!tail || said) return found;
  for (const end of tail.near === tail.far ? [tail.far] : [tail.far, tail.near]) {
    const words = phraseOf(sentence, [next, end]);
    found.push(made(from < to ? whole : [next, end], `${unit} ${words}`, end));
    for (const start of starts)
      found.push(made([start, to], `${phraseOf(sentence, [start, to])}${unit} ${words}`, end));
  }
  return found;
}

/** Where a subject begins to say what for, or by which rule. */
function purposeIn(tokens: Token[], [from, to]: Range): number | null {
  for (let at = from + 2; at < to; at++) if (['để', 'nhằm', 'theo', 'phục'].includes(tokens[at]?.low ?? '')) return at;
  return null;
}

/** Without an indicator to go by: the last part of the words before the figure that begins like a name. */
function unmatched(
  sentence: Sentence,
  clause: Clause,
  candidates: [Candidate, ...Candidate[]],
  tail: Tail | null,
): Candidate {
  const before = candidates.filter((one) => one.range[1] === clause.before[1] && one.range[0] < one.range[1]);
  const heads = before.filter((one) => startsHead(sentence.tokens, one.range[0]));
  const short = before.find((one) => one.range[1] - one.range[0] <= 14);
  const whole = heads[0] === before[0] && heads[0] === short ? short : undefined;
  const chosen = whole ?? heads.at(-1) ?? short ?? before.at(-1) ?? candidates[0];
  const withTail =
    tail && !isReached(clause)
      ? candidates.find(
          (one) => one.range[0] === chosen.range[0] && one.tailTo === tail.near && one.tailTo > clause.figure.next,
        )
      : undefined;
  return withTail ?? chosen;
}

/** A verb says what the figure is reached of: what stands behind it qualifies. */
const QUIET = new Set<Cue>([
  'more',
  'least',
  'less',
  'most',
  'from',
  'about',
  'have',
  'got',
  'only',
  'each-year',
  'average',
]);
const isReached = (clause: Clause): boolean => clause.cues.cues.some((cue) => !QUIET.has(cue));

/** The counted thing is part of the subject: "đón 431.531 lượt khách". */
function unitWords({ tokens }: Sentence, { figure }: Clause): string {
  const words: string[] = [];
  for (let at = figure.first; at < figure.next; at++)
    if (tokens[at]?.kind === 'word') words.push(tokens[at]?.text ?? '');
  return words.join(' ');
}

/** "đạt 105% dự toán": the plan is what the share is taken of. */
function planTail({ tokens }: Sentence, { figure, after }: Clause): string | null {
  if (figure.kind !== 'share') return null;
  for (let at = figure.next; at < Math.min(after[1], figure.next + 6); at++) {
    if (/^[,;]$/.test(tokens[at]?.text ?? '')) return null;
    if (means(tokens[at], 'dự') && means(tokens[at + 1], 'toán')) return 'dự toán';
    if (means(tokens[at], 'kế') && means(tokens[at + 1], 'hoạch')) return 'so với kế hoạch';
    if (means(tokens[at], 'chỉ') && means(tokens[at + 1], 'tiêu')) return 'so với chỉ tiêu giao';
  }
  return null;
}

/** A part of a thing named in the line above or before "Trong đó": its own words alone may say too little. */
function withParent(sentence: Sentence, clause: Clause, parent: string, own: Candidate): Subject | null {
  const { measure, unit } = own.meaning;
  const phrase = `${parent} ${own.phrase}`;
  const alone = own.match?.score ?? 0;
  const found = matchIndicator(parent, measure, unit);
  const whole = found && found.score >= 0.75 ? found : null;
  const joined = matchIndicator(phrase, measure, unit);
  const match = joined && joined.score > alone ? joined : alone < 0.8 ? whole : null;
  if (!match || match.score <= alone) return null;
  const part = subjectFrom(sentence, clause, own, tailEnds(sentence, clause));
  const words = printed(sentence, own.range) || own.phrase.trim();
  const told = conceptsOf(match.indicator.name);
  const adds = conceptsOf(words).some((concept) => !told.includes(concept));
  const apart = adds && (alone === 0 || match.indicator === whole?.indicator);
  const scope = apart ? words : part.scope;
  return { ...part, phrase, match, inherited: true, name: match.indicator.name, scope };
}

/** "…, 97% đối với bậc trung học cơ sở": the subject of the clause before, for another part. */
function takeOver(
  sentence: Sentence,
  clause: Clause,
  taken: Subject | null,
  parent: string | null,
  near: number,
): Subject | null {
  const { tokens } = sentence;
  if (!taken && parent === null) return null;
  const empty: Range = [clause.figure.next, clause.figure.next];
  const phrase = taken?.phrase ?? parent ?? '';
  const own = meaningOf(tokens, clause, clause.before);
  const meaning = taken ? continued(own, taken.meaning, clause) : own;
  const plan = planTail(sentence, clause);
  const match =
    (plan ? matchIndicator(`${phrase} ${plan}`, meaning.measure, meaning.unit) : null) ??
    matchIndicator(phrase, meaning.measure, meaning.unit) ??
    (clause.cues.cues.includes('share') ? matchIndicator(`tỷ trọng ${phrase}`, meaning.measure, meaning.unit) : null) ??
    taken?.match ??
    null;
  return {
    phrase,
    name: match?.indicator.name ?? taken?.name ?? phrase,
    meaning,
    match,
    inherited: true,
    scope: scopeOf(sentence, [clause.figure.next, near]) ?? bracketScope(sentence, clause),
    range: taken?.range ?? empty,
    quote: quoteOf(sentence, clause, leadFrom(tokens, clause), near),
  };
}

/** A few words that lead in are quoted with a figure that has no subject of its own: "ước thực hiện cả 6 tháng đạt …". */
function leadFrom(tokens: Token[], clause: Clause): number {
  let from = clause.from;
  while (from < clause.cues.from && (tokens[from]?.kind === 'mark' || isAnd(tokens[from]))) from += 1;
  return clause.cues.from - from <= 8 ? from : clause.cues.from;
}

/** A second figure without words of its own keeps what the first one said: growth, maintenance, points. */
function continued(own: Meaning, first: Meaning, clause: Clause): Meaning {
  if (own.change !== 'level') {
    const points = own.unit === '%' && own.change === 'decrease-by' && first.measure === 'share';
    return points ? { ...own, unit: 'điểm %' } : own;
  }
  const compared = clause.cues.cues.includes('equal') || clause.cues.cues.includes('exceed');
  if (
    compared ||
    own.measure !== (first.measure === 'growth' || first.measure === 'reduction' ? 'share' : first.measure)
  )
    return own;
  const measure = first.measure === 'fraction' ? own.measure : first.measure;
  return {
    ...own,
    measure,
    change: first.change,
    unit: first.unit?.startsWith(own.unit ?? '-') || first.unit === 'điểm %' ? first.unit : own.unit,
  };
}

/** "đối với bậc mầm non", "ở khu vực nông thôn", "mỗi xã": the part of the whole. */
function scopeOf(sentence: Sentence, [from, to]: Range): string | null {
  const { tokens } = sentence;
  const words = ['đối', 'ở', 'tại', 'cho'];
  if (!words.some((word) => means(tokens[from], word))) return null;
  const start = means(tokens[from], 'đối') ? from + 2 : from + 1;
  return printed(sentence, [start, to]) || null;
}

/** "99% (tiểu học)": a few words in a bracket right behind a figure. */
function bracketScope(sentence: Sentence, { figure }: Clause): string | null {
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

function eachOf(sentence: Sentence, range: Range): string | null {
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

function subjectFrom(sentence: Sentence, clause: Clause, own: Candidate, ends: { near: number; far: number }): Subject {
  const { tokens } = sentence;
  const first = own.range[0] < clause.figure.first ? own.range[0] : clause.cues.from;
  const tailTo = own.tailTo > clause.figure.next ? own.tailTo : ends.near;
  const before = own.range[0] < clause.figure.first ? printed(sentence, withoutTime(tokens, own.range)) : '';
  const tail = own.tailTo > clause.figure.next ? printed(sentence, [clause.figure.next, own.tailTo]) : '';
  const ranked = clause.cues.cues.includes('rank');
  const lead = before !== '' ? before : ranked ? 'Xếp hạng' : clause.figure.kind === 'share' ? 'Tỷ lệ' : '';
  const thing = clause.figure.kind === 'count' && !ranked ? unitWords(sentence, clause) : '';
  const name = [lead, thing, tail].filter((part) => part !== '').join(' ');
  return {
    phrase: own.phrase,
    name:
      own.match?.indicator.name ??
      capital(withoutVerb(sentence, own, name).replace(/\s{0,4}\([^()]{0,60}\)\s{0,4}$/, '')),
    meaning: completed(own.meaning, own.match),
    match: own.match,
    inherited: false,
    scope:
      eachOf(sentence, own.range) ?? scopeOf(sentence, [clause.figure.next, tailTo]) ?? bracketScope(sentence, clause),
    range: own.range,
    quote: quoteOf(sentence, clause, opened(tokens, clause, first), tailTo),
  };
}

/** "triệu đồng" of a value per hectare is triệu đồng/ha/năm: the indicator says what the text leaves out. */
function completed(meaning: Meaning, match: IndicatorMatch | null): Meaning {
  const full = match?.indicator.units[0];
  return full && meaning.unit !== null && full.startsWith(`${meaning.unit}/`) ? { ...meaning, unit: full } : meaning;
}

/** The goal marker belongs to the quote when it stands right before the subject. */
function opened(tokens: Token[], clause: Clause, first: number): number {
  const { marker } = clause;
  if (marker === null || marker >= first) return first;
  const between = first - marker;
  return between <= 6 && !tokens.slice(marker, first).some((token) => token.kind === 'mark') ? marker : first;
}

function quoteOf({ tokens, brackets }: Sentence, clause: Clause, first: number, tailTo: number): Span {
  let to = Math.max(clause.figure.next, Math.min(tailTo, clause.after[1]));
  // A bracket that explains the figure is quoted whole.
  while (to < clause.after[1] && brackets[to] !== 0) to += 1;
  while (to > clause.figure.next && tokens[to - 1]?.kind === 'mark' && !/^[)%”"]$/.test(tokens[to - 1]?.text ?? ''))
    to -= 1;
  const closes = tokens[to - 1]?.text === ')' && !tokens.slice(first, to).some((token) => token.text === '(');
  if (closes && to - 1 > clause.figure.first) to -= 1;
  let from = Math.min(first, clause.figure.first);
  while (from < clause.figure.first && tokens[from]?.kind === 'mark' && tokens[from]?.text !== '(') from += 1;
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}

/** "… đến năm 2026" at the end of a name says when, not what. */
function withoutTime(tokens: Token[], [from, to]: Range): Range {
  for (let at = Math.max(from + 2, to - 9); at < to; at++) if (behindTime(tokens, at, to) === to) return [from, at];
  return [from, to];
}

/** "đưa tổng diện tích quế … lên" names "tổng diện tích quế"; what a reduction is of keeps its "giảm". */
function withoutVerb({ tokens }: Sentence, own: Candidate, name: string): string {
  if (own.meaning.change === 'decrease-by' || own.meaning.change === 'increase-by') return name;
  const behind = behindLead(tokens, own.range[0]);
  const verb = tokens[behind - 1];
  const rest = behind > own.range[0] && verb ? name.slice(verb.end - (tokens[own.range[0]]?.start ?? 0)).trim() : name;
  return rest.length > 3 ? rest : name;
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
