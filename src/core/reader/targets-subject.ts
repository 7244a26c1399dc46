/** What a figure speaks of: its subject, the indicator it matches, its name and the words to quote. */

import { type IndicatorMatch, matchIndicator } from '../rules/indicator-match.ts';
import { conceptsOf } from '../rules/indicator-words.ts';
import type { Clause } from './figures-clauses.ts';
import type { Token } from './figures-tokens.ts';
import { behindTime, isAnd, isQualifier, isRelation, type Range } from './figures-words.ts';
import type { Span } from './reading.ts';
import { bestCandidate, type Candidate, planTail, type Tail, tailEnds } from './targets-candidates.ts';
import { casesOf } from './targets-cases.ts';
import { type Meaning, meaningOf } from './targets-meaning.ts';
import { bracketScope, eachOf, scopeOf } from './targets-scope.ts';
import { behindLead, printed, type Sentence, unitWords } from './targets-sentence.ts';

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
  const cases = best.match === null ? casesOf(sentence, clause, best, ends.near) : null;
  return cases ? withCases(sentence, clause, cases, ends) : subjectFrom(sentence, clause, best, ends);
}

/** "giảm 10% số vụ" is named after what the cases are of. */
function withCases(sentence: Sentence, clause: Clause, cases: Candidate, ends: Tail): Subject {
  const subject = subjectFrom(sentence, clause, cases, ends);
  const { change } = subject.meaning;
  const lead = change === 'decrease-by' ? 'Mức giảm ' : change === 'increase-by' ? 'Mức tăng ' : '';
  return { ...subject, inherited: true, name: cases.match?.indicator.name ?? capital(`${lead}${cases.phrase}`) };
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

function subjectFrom(sentence: Sentence, clause: Clause, own: Candidate, ends: { near: number; far: number }): Subject {
  const { tokens } = sentence;
  const first = own.range[0] < clause.figure.first ? own.range[0] : clause.cues.from;
  const tailTo = own.tailTo > clause.figure.next ? own.tailTo : ends.near;
  const before = own.range[0] < clause.figure.first ? printed(sentence, withoutTime(tokens, own.range)) : '';
  const tail = own.tailTo > clause.figure.next ? printed(sentence, [clause.figure.next, own.tailTo]) : '';
  const ranked = clause.cues.cues.includes('rank');
  const lead = before !== '' ? before : ranked ? 'Xếp hạng' : clause.figure.kind === 'share' ? 'Tỷ lệ' : '';
  const thing = countsThing(clause) && !ranked ? unitWords(sentence, clause) : '';
  const name = [lead, thing, tail].filter((part) => part !== '').join(' ');
  return {
    phrase: own.phrase,
    name:
      namedBy(own.match, own.meaning) ??
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

/** Whether the unit names what is counted: "12.500 cây xanh" are trees, "500 tấn thóc" are no tonnes. */
const countsThing = ({ figure }: Clause): boolean => figure.kind === 'count' || figure.unit === 'cây';

/** The indicator's own name; not where a share lends it to so many kilometres or houses: those are named by the text. */
function namedBy(match: IndicatorMatch | null, { measure }: Meaning): string | null {
  if (match === null) return null;
  const { name } = match.indicator;
  return measure === 'amount' && name.startsWith('Tỷ lệ') ? null : name;
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
