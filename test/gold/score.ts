import type { Reading } from '../../src/core/reader/reading.ts';
import { anchored, type Bench, judge, type Score, short } from './bench.ts';
import { alike, flat, held } from './compare.ts';
import type { Gold, GoldFile } from './gold.ts';
import { scoreFindings } from './score-checker.ts';
import { scoreResults, scoreTargets } from './score-figures.ts';
import { scoreCitations, scoreDates, scoreMovements, scorePeople } from './score-lists.ts';

function scoreHeader({ reading, score }: Bench, { header: gold }: Gold): void {
  const said = (field: string, right: boolean, expected: unknown, got: unknown) =>
    judge(score, `header.${field}`, right, () => `${JSON.stringify(expected)}, not ${JSON.stringify(got)}`);
  if (gold.issuer !== undefined) {
    const { issuer } = reading;
    const named = (name: string, province: string | null) =>
      held(name, issuer?.name) >= 0.7 && held(issuer?.name, `${name} tỉnh thành phố ${province ?? ''}`) >= 0.7;
    const right = gold.issuer ? named(gold.issuer.name, gold.issuer.province) : issuer === null;
    said('issuer', right, gold.issuer?.name ?? null, issuer?.name);
    if (gold.issuer) {
      const { level, province } = gold.issuer;
      said('level', level === issuer?.level, level, issuer?.level);
      const placed = province === null ? !issuer?.province : held(province, issuer?.province) === 1;
      said('province', placed, province, issuer?.province);
    }
  }
  for (const field of ['kindCode', 'number', 'symbol'] as const)
    if (gold[field] !== undefined) said(field, (gold[field] ?? null) === reading[field], gold[field], reading[field]);
  for (const field of ['kindName', 'place'] as const)
    if (gold[field] !== undefined) said(field, flat(gold[field]) === flat(reading[field]), gold[field], reading[field]);
  if (gold.date !== undefined) {
    const same = (['year', 'month', 'day'] as const).every(
      (key) => (gold.date?.[key] ?? null) === (reading.date?.[key] ?? null),
    );
    said('date', same, gold.date, reading.date);
  }
  for (const field of ['title', 'theme'] as const)
    if (gold[field] !== undefined)
      said(
        field,
        gold[field] === null ? !reading[field] : alike(gold[field], reading[field], 0.9),
        gold[field],
        reading[field],
      );
  if (gold.period !== undefined) {
    said(
      'from',
      (gold.period?.from ?? null) === (reading.period?.from ?? null),
      gold.period?.from,
      reading.period?.from,
    );
    said(
      'until',
      (gold.period?.until ?? null) === (reading.period?.until ?? null),
      gold.period?.until,
      reading.period?.until,
    );
  }
  if (gold.signature === undefined) return;
  const [expected, got] = [gold.signature, reading.signature];
  said('signer', flat(expected?.name) === flat(got?.name), expected?.name, got?.name);
  const posts = (one: typeof got | undefined) => [one?.authority ?? null, one?.position ?? null];
  const joined = (one: typeof got | undefined) => flat(posts(one).join(' '));
  // "KT. CHỦ TỊCH" may go with either line; where nobody signs for another, each line has its own place.
  const apart = !joined(expected).includes('kt.');
  const same = apart
    ? posts(expected).every((post, i) => flat(post) === flat(posts(got)[i]))
    : joined(expected) === joined(got);
  said('signed-as', same, posts(expected), posts(got));
}

function scoreText(bench: Bench, gold: Gold): void {
  const { reading, text, score } = bench;
  for (const { quote } of gold.statements ?? []) {
    const found = reading.statements.some(
      (f) => anchored(bench, f.quote) && short(f.quote, quote) && held(quote, f.quote) >= 0.6,
    );
    judge(score, 'statements', found, () => `missed “${quote}”`);
  }
  for (const quote of gold.criteria ?? [])
    judge(
      score,
      'criteria',
      reading.criteria.some((f) => held(quote, f.quote) >= 0.8),
      () => `missed “${quote}”`,
    );
  for (const quote of gold.commendation ?? [])
    judge(
      score,
      'commendation',
      reading.commendation.some((f) => held(quote, f.quote) >= 0.8),
      () => `missed “${quote}”`,
    );
  let from = 0;
  for (const { label, heading } of gold.outline ?? []) {
    const at = reading.outline.findIndex(
      (f, i) => i >= from && (heading === '' || alike(heading, f.heading, 0.8)) && (!label || labelled(label, f.label)),
    );
    judge(score, 'outline', at >= 0, () => `missed ${label ?? ''} ${heading}`);
    if (at >= 0) from = at + 1;
  }
  for (const quote of gold.unread ?? [])
    judge(score, 'unread', !text.includes(flat(quote)), () => `“${quote}” was read`);
  const quotes = [...gold.targets, ...(gold.results ?? []), ...(gold.statements ?? [])].map((row) => row.quote);
  for (const quote of quotes.filter((one) => !one.includes(' | ')))
    judge(score, 'text', text.includes(flat(quote)), () => `“${quote}” does not stand in the text`);
}

const labelled = (label: string, found: string | null): boolean =>
  flat(found).replace(/[.):]+$/, '') === flat(label).replace(/[.):]+$/, '');

function scoreSource({ reading, score }: Bench, file: GoldFile): void {
  const said = (field: string, expected: unknown, got: unknown) =>
    judge(score, 'source', expected === got, () => `${field} is ${String(expected)}, not ${String(got)}`);
  said('format', file.format, reading.source.format);
  if (file.encoding !== undefined) said('encoding', file.encoding, reading.source.encoding);
  if (file.ocr !== undefined) said('ocr', file.ocr, reading.source.ocr);
  if (file.pages !== undefined) said('pages', file.pages, reading.source.pages);
}

function scoreSpans({ reading, score }: Bench): void {
  const rows: { quote: string | null; span: readonly [number, number] | null }[] = [
    ...reading.targets,
    ...reading.results,
    ...reading.statements,
    ...reading.citations,
    ...reading.movements,
    ...reading.duties,
    ...reading.criteria,
    ...reading.commendation,
    ...reading.recipients,
    ...reading.reportDue,
    ...reading.anniversaries,
    ...reading.findings,
  ];
  for (const { quote, span } of rows) {
    if (quote === null) continue;
    const got = span ? reading.text.slice(span[0], span[1]) : null;
    judge(score, 'spans', got === quote, () => `“${quote}” at ${span?.join('-')} reads “${got}”`);
  }
}

/** Holds a reading of one file against its gold. */
export function scoreReading(gold: Gold, file: GoldFile, reading: Reading): Score {
  const score: Score = { tallies: {}, shares: {}, faults: [] };
  const bench: Bench = { reading, text: flat(reading.text), score };
  scoreSource(bench, file);
  scoreHeader(bench, gold);
  scoreTargets(bench, gold);
  scoreResults(bench, gold);
  scoreCitations(bench, gold);
  scorePeople(bench, gold);
  scoreMovements(bench, gold);
  scoreDates(bench, gold);
  scoreText(bench, gold);
  scoreFindings(bench, gold, file);
  scoreSpans(bench);
  return score;
}
