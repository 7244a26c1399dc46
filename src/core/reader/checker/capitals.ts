/** CT-02: capital letters by Phụ lục II of Nghị định 30/2020/NĐ-CP. */

import type { Finding, Severity } from '../reading.ts';
import { type CheckContext, toFinding } from './context.ts';
import {
  AMBIGUOUS_PLACES,
  COMMEMORATIVE_NAMES,
  NAMES,
  OVER_CAPITALISED,
  PLACES,
  UNDER_CAPITALISED,
} from './data/capitals.ts';
import { isLegacy } from './format-parts.ts';
import { isCollocation } from './near-miss.ts';
import { findPhrases, type PhraseHit, phraseTable } from './phrases.ts';
import { follows, type Word, wordsWhere } from './words.ts';

type Expected = { right: string; severity: Severity; kind: 'name' | 'place' | 'small' | 'large' };

const TABLE = phraseTable<Expected>([
  ...OVER_CAPITALISED.map((right) => [right, { right, severity: 'info', kind: 'small' }] as const),
  ...UNDER_CAPITALISED.map((right) => [right, { right, severity: 'info', kind: 'large' }] as const),
  ...PLACES.map((right) => [right, { right, severity: 'warning', kind: 'place' }] as const),
  ...NAMES.map((right) => [right, { right, severity: 'warning', kind: 'name' }] as const),
]);

type Group = { span: [number, number]; right: string; severity: Severity; count: number };

/** Wrong capitals: names, places, special nouns, words capitalised without reason; each wrong form once. */
export function checkCapitals(context: CheckContext): Finding[] {
  if (isLegacy(context)) return [];
  const groups = new Map<string, Group>();
  for (const hit of findPhrases(context, TABLE)) {
    const wrong = wrongCase(context.words, hit);
    if (wrong) add(groups, context, wrong);
  }
  for (const group of [...commemorative(context), ...goalCapitals(context)]) add(groups, context, group);
  const [first, ...others] = people(context);
  if (first) groups.set('nhân dân', { ...first, count: others.length + 1 });
  const findings = [...groups.values()].map(({ span, right, severity, count }) =>
    toFinding(context, {
      rule: 'CT-02',
      span,
      severity,
      message: context.text.capitals(context.doc.text.slice(span[0], span[1]), right, count),
      suggestion: right,
    }),
  );
  return [...findings, ...mixedCapitals(context), ...smallStarts(context)];
}

function add(groups: Map<string, Group>, context: CheckContext, found: Omit<Group, 'count'>): void {
  const key = context.doc.text.slice(found.span[0], found.span[1]);
  const group = groups.get(key);
  if (group) group.count += 1;
  else groups.set(key, { ...found, count: 1 });
}

function wrongCase(words: Word[], hit: PhraseHit<Expected>): Omit<Group, 'count'> | null {
  const { right, severity, kind } = hit.value;
  const wanted = right.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const found = words.slice(hit.at, hit.at + hit.length);
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last || found.every((word) => word.form.casing === 'upper')) return null;
  if (found.some((word) => word.form.casing === 'mixed')) return null;
  const before = words[hit.at - 1];
  if (before && follows(first)) {
    // "cơ sở y tế" holds no Sở Y tế, "Ban Kinh tế - Xã hội" is a name.
    if (isCollocation(before.form.canon, first.form.canon)) return null;
    if (kind === 'small' && before.form.casing !== 'lower') return null;
  }
  let small = false;
  let large = false;
  found.forEach((word, i) => {
    const expected = wanted[i] ?? '';
    const expectsSmall = expected === expected.toLowerCase();
    if (expectsSmall && word.form.casing !== 'lower' && !(i === 0 && startsFreely(word))) large = true;
    if (!expectsSmall && word.form.casing === 'lower') small = true;
  });
  if (!small && !large) return null;
  if (kind === 'place' && !placeCounts(words, hit, right)) return null;
  // A capital too many inside a name is a matter of taste far more often than one that is missing.
  return { span: [first.start, last.end], right, severity: small && kind !== 'large' ? severity : 'info' };
}

/** Opens a sentence, a quotation or what follows a colon. */
function startsFreely(word: Word): boolean {
  return word.opens || /[:“"‘(|]\s?$/.test(word.gap);
}

function placeCounts(words: Word[], hit: PhraseHit<Expected>, right: string): boolean {
  const before = words[hit.at - 1];
  const named = before !== undefined && ['tỉnh', 'phố'].includes(before.form.canon) && follows(words[hit.at]);
  return named || !AMBIGUOUS_PLACES.has(right);
}

/** Words before "nhân dân" with which it is part of another name or term. */
const BODIES = new Set(
  (
    'ủy ban|hội đồng|tòa án|kiểm sát|công an|quân đội|vũ trang|an ninh|quốc phòng|nhà giáo|nghệ sĩ|nghệ nhân|thầy thuốc|chiến tranh|' +
    'hội thẩm|thanh tra|tín dụng|ngoại giao|tình báo|cảnh sát|dân chủ|chính quyền|đại biểu|phản gián|học viện|bệnh viện|đội tự|thư viện'
  ).split('|'),
);

/** "nhân dân" with a small letter where it is the noun Nhân dân. */
function people({ words, forms }: CheckContext): Omit<Group, 'count'>[] {
  const found: Omit<Group, 'count'>[] = [];
  wordsWhere(forms, ({ canon }) => canon === 'nhân').forEach((at) => {
    const [word, next] = [words[at], words[at + 1]];
    if (word?.text !== 'nhân' || next?.text !== 'dân' || !follows(next) || next.line !== word.line) return;
    const one = words[at - 1];
    const two = words[at - 2];
    const before = one && follows(word) && one.line === word.line ? one.form.canon : '';
    const pair = two && before !== '' && follows(one) ? `${two.form.canon} ${before}` : before;
    const after = words[at + 2];
    if (BODIES.has(pair) || ['báo', 'ubnd', 'hđnd'].includes(before) || after?.form.canon === 'tệ') return;
    const from = two && before !== '' && follows(one) ? two.start : before !== '' && one ? one.start : word.start;
    const text = before === '' ? '' : `${two && from === two.start ? `${two.text} ` : ''}${one?.text ?? ''} `;
    found.push({ span: [from, next.end], right: `${text}Nhân dân`, severity: 'warning' });
  });
  return found;
}

const UNITS_OF_PLACE = new Set(['phường', 'xã', 'quận']);

/** A unit named by a number, a person or an event takes a capital on its common noun too. */
function commemorative(context: CheckContext): Omit<Group, 'count'>[] {
  const { words } = context;
  const found: Omit<Group, 'count'>[] = [];
  const names = findPhrases(context, COMMEMORATIVE);
  for (const { at, length } of names) {
    const unit = words[at - 1];
    const last = words[at + length - 1];
    if (!unit || !last || !UNITS_OF_PLACE.has(unit.text) || !follows(words[at])) continue;
    const name = words.slice(at, at + length);
    if (name.some((word) => word.form.casing !== 'title')) continue;
    const text = name.map((word) => word.text).join(' ');
    const right = `${unit.text.charAt(0).toUpperCase()}${unit.text.slice(1)} ${text}`;
    found.push({ span: [unit.start, last.end], right, severity: 'warning' });
  }
  return found;
}

const COMMEMORATIVE = phraseTable<true>(COMMEMORATIVE_NAMES.map((name) => [name, true] as const));

const AFTER_GOAL = new Set([
  'tỷ',
  'tỉ',
  'thu',
  'tổng',
  'số',
  'giá',
  'hoàn',
  'duy',
  'giải',
  'mỗi',
  'trên',
  'xây',
  'nâng',
  'giảm',
  'tăng',
]);

/** "Phấn đấu Tỷ lệ …": a capital right after the verb that opens a goal. */
function goalCapitals({ words, forms }: CheckContext): Omit<Group, 'count'>[] {
  const found: Omit<Group, 'count'>[] = [];
  wordsWhere(forms, ({ casing, canon }) => casing === 'title' && AFTER_GOAL.has(canon)).forEach((at) => {
    const word = words[at];
    if (!word || !follows(word)) return;
    const verb = words[at - 1];
    const start = words[at - 2];
    const next = words[at + 1];
    if (verb?.form.folded !== 'dau' || start?.form.folded !== 'phan' || !next || next.form.casing !== 'lower') return;
    found.push({
      span: [start.start, next.end],
      right: `${start.text} ${verb.text} ${word.form.lower} ${next.text}`,
      severity: 'info',
    });
  });
  return found;
}

const MIXED = ['đợt thi đua', 'tổ dân phố', 'cụm thi đua', 'khối thi đua'];
const MIXED_TABLE = phraseTable<string>(MIXED.map((phrase) => [phrase, phrase] as const));

/** One term with and without a capital inside sentences: noted where the rarer form stands first. */
function mixedCapitals(context: CheckContext): Finding[] {
  const { words } = context;
  const seen = new Map<string, { small: Word[]; large: Word[] }>();
  for (const hit of findPhrases(context, MIXED_TABLE)) {
    const first = words[hit.at];
    if (!first || startsFreely(first) || first.gap === '' || first.form.casing === 'upper') continue;
    const entry = seen.get(hit.value) ?? { small: [], large: [] };
    (first.form.casing === 'lower' ? entry.small : entry.large).push(first);
    seen.set(hit.value, entry);
  }
  const findings: Finding[] = [];
  for (const [phrase, { small, large }] of seen) {
    if (small.length === 0 || large.length === 0) continue;
    const rare = small.length < large.length ? small : large;
    const first = rare[0];
    if (!first) continue;
    const span = [first.start, first.start + phrase.length] as const;
    const message = context.text.capitalsMixed(phrase, small.length, large.length);
    findings.push(toFinding(context, { rule: 'CT-02', severity: 'info', span, message }));
  }
  return findings;
}

const NO_SENTENCE_END = new Set([
  'tr',
  'tp',
  'tx',
  'tt',
  'gs',
  'ts',
  'ths',
  'vv',
  'đ',
  'k',
  'st',
  'tel',
  'fax',
  'no',
  'vd',
  'p',
  'q',
  'h',
  'v',
]);

/** A sentence that begins with a small letter after a full stop. */
function smallStarts(context: CheckContext): Finding[] {
  const { words, doc } = context;
  const places: Word[] = [];
  words.forEach((word, at) => {
    if (!word.opens) return;
    const before = words[at - 1];
    if (word.gap !== '. ' || word.form.casing !== 'lower' || !before || before.form.casing !== 'lower') return;
    if (before.text.length < 2 || NO_SENTENCE_END.has(before.form.lower)) return;
    if (doc.text[word.end] === ')' || doc.lines[word.line]?.row !== null) return;
    places.push(word);
  });
  const first = places[0];
  if (!first) return [];
  const before = words[words.indexOf(first) - 1];
  const right = first.text.charAt(0).toUpperCase() + first.text.slice(1);
  return [
    toFinding(context, {
      rule: 'CT-02',
      severity: 'info',
      span: [before?.start ?? first.start, first.end],
      message: context.text.smallStart(places.length),
      suggestion: right,
    }),
  ];
}
