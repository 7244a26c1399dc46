/** CT-07: a word said twice, or a second word that says what the first has said. */

import type { Finding, Span } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { findPhrases, phraseTable } from './phrases.ts';
import { follows, type Word, wordsWhere } from './words.ts';

/** Particles and verbs that are never doubled on purpose. */
const NEVER_DOUBLED = new Set(
  (
    'của các những và hoặc là được bị do để với cho về tại theo trong trên dưới từ khi nếu thì mà đã đang sẽ cần phải nên ' +
    'việc như có không tăng giảm đạt gồm thuộc bằng qua đối vào'
  ).split(' '),
);

/** What may follow a doubled word that is right: "trong trong sạch" is not, "có có" … */
const GOES_ON: Record<string, readonly string[]> = {
  trong: ['sạch', 'suốt', 'sáng', 'lành'],
  là: ['lượt'],
  bằng: ['khen', 'cấp', 'chứng', 'lòng'],
  qua: ['lại'],
  về: ['đích', 'nước'],
  không: ['gian', 'khí', 'quân'],
  trên: ['hết'],
  đối: ['với', 'tượng', 'tác', 'thoại', 'chiếu', 'ngoại'],
};

/** Pairs that say one thing twice. */
const SUPERFLUOUS = phraseTable<string>([
  ['nhằm để', 'nhằm'],
  ['bao gồm gồm', 'gồm'],
  ['tối thiểu ít nhất', 'ít nhất'],
  ['ít nhất tối thiểu', 'ít nhất'],
  ['đề ra ra', 'đề ra'],
  ['đã từng được đã', 'đã được'],
  ['cùng phối hợp với cùng', 'cùng phối hợp với'],
  ['thường xuyên thường kỳ', 'thường xuyên'],
  ['tái lập lại', 'tái lập'],
  ['tái khởi động lại', 'khởi động lại'],
  ['khoảng xấp xỉ', 'khoảng'],
  ['trên hơn', 'trên'],
  ['hơn trên', 'trên'],
]);

/** Doubled words, doubled pairs of words, and constructions that say "tăng" or "đạt" twice. */
export function checkRepeats(context: CheckContext): Finding[] {
  const { words } = context;
  const findings: Finding[] = [];
  let skipTo = 0;
  words.forEach((_, at) => {
    if (at < skipTo) return;
    const span = doubledPair(words, at) ?? doubledWord(words, at);
    if (!span) return;
    skipTo = at + 2;
    const half = context.doc.text.slice(span[0], span[1]);
    const once = half.slice(0, Math.floor(half.length / 2));
    findings.push(toFinding(context, { rule: 'CT-07', span, message: context.text.repeated(once), suggestion: once }));
  });
  for (const { value, at, length } of findPhrases(context, SUPERFLUOUS)) {
    const [first, last] = [words[at], words[at + length - 1]];
    if (!first || !last) continue;
    const span: Span = [first.start, last.end];
    findings.push(
      toFinding(context, { rule: 'CT-07', span, message: context.text.superfluous(value), suggestion: value }),
    );
  }
  return [...findings, ...growthThatGrows(context), ...reachedTwice(context)];
}

function doubledWord(words: Word[], at: number): Span | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || !follows(next) || next.line !== word.line || next.form.lower !== word.form.lower) return null;
  if (next.form.casing !== 'lower' || !NEVER_DOUBLED.has(word.form.lower)) return null;
  const after = words[at + 2];
  if (after && follows(after) && GOES_ON[word.form.lower]?.includes(after.form.lower)) return null;
  return [word.start, next.end];
}

/** "phong trào phong trào": two syllables repeated as they are. */
function doubledPair(words: Word[], at: number): Span | null {
  const [a, b, c, d] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
  if (!a || !b || !c || !d || d.line !== a.line || !follows(b) || !follows(c) || !follows(d)) return null;
  if (a.form.lower === b.form.lower || a.form.lower !== c.form.lower || b.form.lower !== d.form.lower) return null;
  return c.form.casing === 'lower' ? [a.start, d.end] : null;
}

/** Words between the noun and the verb, without a mark between them. */
const NEAR = 9;

/** "Tốc độ tăng trưởng … tăng 10%": the growth rate is, it does not grow. */
function growthThatGrows(context: CheckContext): Finding[] {
  const { words } = context;
  const findings: Finding[] = [];
  wordsWhere(context.forms, ({ canon }) => canon === 'tốc').forEach((at) => {
    const word = words[at];
    if (!word || words[at + 1]?.form.canon !== 'độ' || words[at + 2]?.form.canon !== 'tăng') return;
    for (let i = at + 3; i < at + 3 + NEAR; i++) {
      const next = words[i];
      if (!next || next.line !== word.line || (i > at + 3 && next.gap !== ' ' && next.gap !== ' - ')) return;
      if (next.form.canon === 'đạt' || next.form.canon === 'là' || next.form.canon === 'của') {
        if (next.form.canon !== 'của') return;
      }
      if (next.form.canon !== 'tăng') continue;
      if (
        !/^(?: (?:khoảng|trên|hơn|từ|bình quân|ít nhất|thêm|tối thiểu|gần))? ?\d/.test(
          context.doc.text.slice(next.end, next.end + 16),
        )
      )
        return;
      const after = words[i + 1];
      const end = after && follows(after) && after.line === next.line ? after.end : next.end;
      findings.push(
        toFinding(context, { rule: 'CT-07', span: [word.start, end], message: context.text.growthGrows() }),
      );
      return;
    }
  });
  return findings;
}

/** "đạt chuẩn … đạt trên": only noted. */
function reachedTwice(context: CheckContext): Finding[] {
  const { words } = context;
  const places: Span[] = [];
  wordsWhere(context.forms, ({ canon }) => canon === 'đạt').forEach((at) => {
    const word = words[at];
    if (!word || words[at + 1]?.form.canon !== 'chuẩn') return;
    for (let i = at + 2; i < at + 6; i++) {
      const next = words[i];
      if (!next || next.line !== word.line || next.gap !== ' ') return;
      if (next.form.canon !== 'đạt') continue;
      const after = words[i + 1];
      if (after?.form.canon === 'chuẩn') return;
      places.push([word.start, after && follows(after) && after.line === next.line ? after.end : next.end]);
      return;
    }
  });
  const first = places[0];
  if (!first) return [];
  return [
    toFinding(context, {
      rule: 'CT-07',
      severity: 'info',
      span: first,
      message: context.text.reachedTwice(places.length),
    }),
  ];
}
