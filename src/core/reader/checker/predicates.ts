/** CT-09: a sentence without a predicate, in the one place where it can be told by form: the closing formula. */

import type { Finding } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { type Word, wordsWhere } from './words.ts';

/** Words that the closing sentence needs before the bodies it addresses. */
const REQUESTS = new Set(['đề', 'yêu', 'giao', 'kính', 'mong', 'trân', 'chỉ', 'phân']);

/** "Trên đây là Kế hoạch …, các cơ quan nghiêm túc thực hiện": the verb that asks them is missing. */
export function checkPredicates(context: CheckContext): Finding[] {
  const { words } = context;
  const findings: Finding[] = [];
  wordsWhere(context.forms, ({ canon }) => canon === 'trên').forEach((at) => {
    if (!words[at]?.opens || words[at + 1]?.form.canon !== 'đây' || words[at + 2]?.form.canon !== 'là') return;
    const sentence = sentenceFrom(words, at);
    const order = sentence.findIndex(
      (one, i) =>
        (one.form.canon === 'nghiêm' || one.form.canon === 'khẩn') &&
        ['túc', 'trương'].includes(sentence[i + 1]?.form.canon ?? ''),
    );
    if (order < 0 || sentence.slice(3, order).some((one, i) => REQUESTS.has(one.form.canon) && asks(sentence, i + 3)))
      return;
    const comma = lastComma(sentence, order);
    if (comma < 0) return;
    const first = sentence[comma];
    const last = sentence[Math.min(order + 4, sentence.length - 1)];
    if (!first || !last) return;
    findings.push(
      toFinding(context, { rule: 'CT-09', span: [first.start, last.end], message: context.text.noPredicate() }),
    );
  });
  return findings;
}

function sentenceFrom(words: Word[], at: number): Word[] {
  const sentence: Word[] = [];
  for (let i = at; i < words.length && i < at + 150; i++) {
    const word = words[i];
    if (!word || word.line !== words[at]?.line || (i > at && word.opens)) break;
    sentence.push(word);
  }
  return sentence;
}

function asks(sentence: Word[], at: number): boolean {
  const pair = `${sentence[at]?.form.canon} ${sentence[at + 1]?.form.canon}`;
  return (
    ['đề nghị', 'yêu cầu', 'kính đề', 'kính mong', 'trân trọng', 'chỉ đạo', 'phân công'].includes(pair) ||
    sentence[at]?.form.canon === 'giao'
  );
}

/** Index of the word behind the earliest comma from which on only bodies are named. */
function lastComma(sentence: Word[], order: number): number {
  for (let i = order; i > 0; i--) {
    if (sentence[i]?.gap !== ', ') continue;
    if (['các', 'thủ', 'ủy', 'ubnd', 'toàn', 'mọi', 'từng', 'cơ', 'đơn'].includes(sentence[i]?.form.canon ?? '')) {
      const earlier = lastComma(sentence, i - 1);
      return earlier > 0 ? earlier : i;
    }
  }
  return -1;
}
