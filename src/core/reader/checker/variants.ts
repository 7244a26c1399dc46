/** CT-04 and CT-05: one syllable or one term written in two ways within the document. */

import type { Finding } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import { isCollocation } from './near-miss.ts';
import { findPhrases, phraseTable } from './phrases.ts';
import type { Word } from './words.ts';

/** Tone marks placed in both ways ("hoá" beside "hóa"): the rarer way is noted, each syllable once, three at most. */
export function checkToneMarks(context: CheckContext): Finding[] {
  const styles = { older: [] as Word[], newer: [] as Word[] };
  for (const { form, at } of context.forms) {
    if (!form.toneMark) continue;
    for (const place of at) {
      const word = context.words[place];
      if (word) styles[form.toneMark].push(word);
    }
  }
  if (styles.older.length === 0 || styles.newer.length === 0) return [];
  const rare = styles.older.length <= styles.newer.length ? styles.older : styles.newer;
  const bySyllable = new Map<string, Word[]>();
  for (const word of rare) {
    const list = bySyllable.get(word.form.lower) ?? [];
    list.push(word);
    bySyllable.set(word.form.lower, list);
  }
  return [...bySyllable].slice(0, 3).map(([, [first, ...others]]) => {
    const word = first ?? (rare[0] as Word);
    const at = context.words.indexOf(word);
    const before = context.words[at - 1];
    const next = context.words[at + 1];
    const paired = (a: Word | undefined, b: Word | undefined): boolean =>
      a !== undefined && b?.gap === ' ' && isCollocation(a.form.canon, b.form.canon);
    const start = paired(before, word) ? (before?.start ?? word.start) : word.start;
    const end = paired(word, next) ? (next?.end ?? word.end) : word.end;
    const other = otherStyle(word.text);
    return toFinding(context, {
      rule: 'CT-04',
      span: [start, end],
      message: context.text.toneMark(word.text, other, others.length + 1),
      suggestion: context.doc.text.slice(start, end).replace(word.text, other),
    });
  });
}

const MARK = /[\u0300\u0301\u0303\u0309\u0323]/;

/** The same syllable with its tone mark on the other vowel. */
function otherStyle(text: string): string {
  const [a = '', b = ''] = [...text.slice(-2)];
  const [da, db] = [a.normalize('NFD'), b.normalize('NFD')];
  const mark = MARK.exec(da)?.[0] ?? MARK.exec(db)?.[0] ?? '';
  const [bareA, bareB] = [da.replace(MARK, ''), db.replace(MARK, '')];
  const moved = MARK.test(da) ? bareA + bareB + mark : bareA + mark + bareB;
  return text.slice(0, -2) + moved.normalize('NFC');
}

/** Terms that circulate in two ways: the first of each row is the usual one in official documents. */
const TERMS: readonly (readonly [preferred: string, ...others: string[]])[] = [
  ['bảo đảm', 'đảm bảo'],
  ['tỷ lệ', 'tỉ lệ'],
  ['tỷ đồng', 'tỉ đồng'],
  ['hằng năm', 'hàng năm'],
  ['hằng tháng', 'hàng tháng'],
  ['hằng quý', 'hàng quý'],
  ['hằng ngày', 'hàng ngày'],
  ['kỹ thuật', 'kĩ thuật'],
  ['kỷ luật', 'kỉ luật'],
  ['kỷ niệm', 'kỉ niệm'],
  ['quản lý', 'quản lí'],
  ['xử lý', 'xử lí'],
  ['địa lý', 'địa lí'],
  ['tâm lý', 'tâm lí'],
  ['quy định', 'qui định'],
  ['quy hoạch', 'qui hoạch'],
  ['quy chế', 'qui chế'],
  ['quy mô', 'qui mô'],
  ['mỹ thuật', 'mĩ thuật'],
  ['sáp nhập', 'sát nhập'],
  ['chiến sĩ', 'chiến sỹ'],
  ['bác sĩ', 'bác sỹ'],
  ['nghệ sĩ', 'nghệ sỹ'],
  ['thi đua, khen thưởng', 'thi đua khen thưởng'],
  ['xóa đói, giảm nghèo', 'xóa đói giảm nghèo'],
  ['phòng, chống', 'phòng chống'],
  ['trong sạch, vững mạnh', 'trong sạch vững mạnh'],
  ['nhiệm kỳ', 'nhiệm kì'],
  ['định kỳ', 'định kì'],
  ['thời kỳ', 'thời kì'],
];

type Form = { term: number; preferred: boolean };
const TABLE = phraseTable<Form>(
  TERMS.flatMap((forms, term) => forms.map((form, i) => [form, { term, preferred: i === 0 }] as const)),
);

/** Terms of the house list that stand in both ways: noted once each at the first place of the other way. */
export function checkVariants(context: CheckContext): Finding[] {
  const { words } = context;
  const seen = new Map<number, { preferred: number; others: { start: number; end: number }[] }>();
  for (const { value, at, length } of findPhrases(context, TABLE)) {
    const first = words[at];
    const last = words[at + length - 1];
    if (!first || !last) continue;
    const entry = seen.get(value.term) ?? { preferred: 0, others: [] };
    if (value.preferred) entry.preferred += 1;
    else entry.others.push({ start: first.start, end: last.end });
    seen.set(value.term, entry);
  }
  const findings: Finding[] = [];
  for (const [term, { preferred, others }] of seen) {
    const [wanted = '', other = ''] = TERMS[term] ?? [];
    const place = others[0];
    if (!place || (preferred === 0 && wanted !== 'thi đua, khen thưởng')) continue;
    findings.push(
      toFinding(context, {
        rule: 'CT-05',
        span: [place.start, place.end],
        message: context.text.variant(wanted, preferred, other, others.length),
        suggestion: wanted,
      }),
    );
  }
  return findings;
}
