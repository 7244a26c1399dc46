import type { Figure, Finding, Reading, Result, Severity, Target } from '../../src/core/reader/reading.ts';
import { alike, flat, held, type Pairing, pair, sameFigure, words } from './compare.ts';
import type { Gold, GoldFigure, GoldFile, GoldFinding, GoldResult, GoldTarget } from './gold.ts';

/** Found and missed of what the gold names, and what was found besides it. */
export type Tally = { found: number; missed: number; extra: number };
export type Share = { right: number; of: number };

/** One document held against its gold: counts that can be added up, and a line for everything that is wrong. */
export type Score = { tallies: Record<string, Tally>; shares: Record<string, Share>; faults: string[] };

type Bench = { reading: Reading; text: string; score: Score };

const tallyOf = (pairing: Pairing<unknown, unknown>): Tally => ({
  found: pairing.pairs.length,
  missed: pairing.missed.length,
  extra: pairing.extra.length,
});

function judge(score: Score, field: string, right: boolean, fault: () => string): void {
  const share = score.shares[field] ?? { right: 0, of: 0 };
  score.shares[field] = { right: share.right + (right ? 1 : 0), of: share.of + 1 };
  if (!right) score.faults.push(`${field}: ${fault()}`);
}

const anchored = ({ text }: Bench, quote: string | null): boolean =>
  quote !== null && quote !== '' && text.includes(flat(quote));

/** At most three times as long as the gold's own words: a whole paragraph is no place. */
const short = (quote: string, gold: string): boolean => flat(quote).length <= 3 * flat(gold).length + 60;

const SHOWN = ['measure', 'comparator', 'change', 'value', 'low', 'high', 'numerator', 'denominator', 'unit'] as const;
const shown = (figure: GoldFigure | Figure): string =>
  `“${figure.quote}” ${SHOWN.map((key) => figure[key])
    .filter((value) => value !== null && value !== undefined)
    .join(' ')}`;

function sameFigures(g: GoldFigure, f: Figure): boolean {
  const fraction = g.numerator !== null && g.value === null;
  return (
    sameFigure(g.low, f.low) &&
    sameFigure(g.high, f.high) &&
    sameFigure(g.numerator, f.numerator) &&
    sameFigure(g.denominator, f.denominator) &&
    (fraction || sameFigure(g.value, f.value))
  );
}

const unitOf = (unit: string | null): string => (flat(unit).startsWith('%') ? '%' : flat(unit).replace(/,/g, ''));

type Check = [name: string, right: boolean, expected: unknown, got: unknown];

function figureChecks(g: GoldFigure, f: Figure): Check[] {
  const checks: Check[] = [];
  for (const key of ['comparator', 'change', 'better', 'measure', 'domain', 'indicator'] as const)
    if (g[key] !== undefined) checks.push([key, g[key] === f[key], g[key], f[key]]);
  if (g.unit !== undefined) checks.push(['unit', unitOf(g.unit) === unitOf(f.unit), g.unit, f.unit]);
  if (g.name !== undefined) checks.push(['name', held(g.name, f.name) === 1, g.name, f.name]);
  if (g.scope !== undefined) checks.push(['scope', held(g.scope, f.scope) >= 0.5, g.scope, f.scope]);
  if (g.baseline !== undefined) checks.push(['baseline', sameBaseline(g, f), g.baseline, f.baseline]);
  return checks;
}

function sameBaseline(g: GoldFigure, f: Figure): boolean {
  if (!g.baseline) return f.baseline === null;
  if (!f.baseline) return false;
  const { kind, year, value } = g.baseline;
  return (
    (kind === undefined || kind === f.baseline.kind) &&
    (year === undefined || year === f.baseline.year) &&
    (value === undefined || sameFigure(value, f.baseline.value))
  );
}

function judgeAll(score: Score, group: string, checks: Check[], what: GoldFigure | { quote: string }): void {
  for (const [name, right, expected, got] of checks)
    judge(
      score,
      `${group}.${name}`,
      right,
      () => `“${what.quote}” is ${JSON.stringify(expected)}, not ${JSON.stringify(got)}`,
    );
}

function pairFigures<G extends GoldFigure, F extends Figure>(bench: Bench, gold: G[], found: F[]): Pairing<G, F> {
  const pairing = pair(gold, found, (g, f) => {
    if (!sameFigures(g, f) || !anchored(bench, f.quote) || !short(f.quote, g.quote)) return 0;
    const least = g.quote.includes(' | ') ? 0.4 : 0.5;
    const share = held(g.quote, f.quote);
    return share >= least ? share + held(f.quote, g.quote) : 0;
  });
  return { ...pairing, missed: pairing.missed.filter((g) => !g.optional) };
}

function reportFigures(score: Score, field: string, pairing: Pairing<GoldFigure, Figure>): void {
  score.tallies[field] = tallyOf(pairing);
  for (const g of pairing.missed) score.faults.push(`${field}: missed ${shown(g)}`);
  for (const f of pairing.extra) score.faults.push(`${field}: too much ${shown(f)}`);
}

function scoreTargets(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const pairing = pairFigures<GoldTarget, Target>(bench, gold.targets, reading.targets);
  reportFigures(score, 'targets', pairing);
  for (const [g, f] of pairing.pairs) {
    const checks = figureChecks(g, f);
    if (g.owner !== undefined)
      checks.push(['owner', g.owner === null ? !f.owner : alike(g.owner, f.owner, 0.75), g.owner, f.owner]);
    if (g.mentions !== undefined)
      checks.push(['mentions', f.mentions.length === g.mentions, g.mentions, f.mentions.length]);
    if (g.partOf !== undefined) {
      const whole = f.partOf === null ? null : (reading.targets[f.partOf]?.quote ?? null);
      checks.push(['partOf', held(g.partOf, whole) >= 0.5, g.partOf, whole]);
    }
    judgeAll(score, 'target', checks, g);
  }
}

function scoreResults(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const stray = (quote: string) => (f: Figure) =>
    short(f.quote, quote) && held(quote, f.quote) >= 0.9 && held(f.quote, quote) >= 0.5;
  for (const quote of gold.notTargets ?? []) {
    const wrong = [...reading.targets, ...reading.results].find(stray(quote));
    judge(
      score,
      'not-targets',
      wrong === undefined,
      () => `“${quote}” is no figure of the movement, yet ${wrong ? shown(wrong) : ''}`,
    );
  }
  if (gold.results === undefined) return;
  const pairing = pairFigures<GoldResult, Result>(bench, gold.results, reading.results);
  reportFigures(score, 'results', pairing);
  for (const [g, f] of pairing.pairs) {
    const checks = figureChecks(g, f);
    if (g.asOf !== undefined) checks.push(['asOf', g.asOf === f.asOf, g.asOf, f.asOf]);
    if (g.estimated !== undefined) checks.push(['estimated', g.estimated === f.estimated, g.estimated, f.estimated]);
    judgeAll(score, 'result', checks, g);
  }
}

const cited = (numberSymbol: string | null): string => flat(numberSymbol).replace(/\s/g, '');

function scoreCitations(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const numbered = reading.citations.filter((citation) => citation.numberSymbol !== null);
  const pairing = pair(gold.citations, numbered, (g, f) =>
    cited(g.numberSymbol) === cited(f.numberSymbol) && anchored(bench, f.quote)
      ? 1 + (g.date === f.date ? 1 : 0) + (g.role === f.role ? 1 : 0)
      : 0,
  );
  score.tallies['citations'] = tallyOf(pairing);
  for (const g of pairing.missed) score.faults.push(`citations: missed ${g.kind} ${g.numberSymbol} ${g.date}`);
  for (const f of pairing.extra) score.faults.push(`citations: too much “${f.quote}” ${f.numberSymbol} ${f.date}`);
  for (const [g, f] of pairing.pairs) {
    const checks: Check[] = [
      ['date', g.date === f.date, g.date, f.date],
      ['role', g.role === f.role, g.role, f.role],
      ['kind', flat(g.kind) === flat(f.kind), g.kind, f.kind],
    ];
    if (g.issuer !== undefined)
      checks.push(['issuer', g.issuer === null ? !f.issuer : alike(g.issuer, f.issuer, 0.75), g.issuer, f.issuer]);
    if (g.subject !== undefined)
      checks.push([
        'subject',
        g.subject === null ? !f.subject : alike(g.subject, f.subject, 0.8),
        g.subject,
        f.subject,
      ]);
    if (g.mentions !== undefined)
      checks.push(['mentions', f.mentions.length === g.mentions, g.mentions, f.mentions.length]);
    judgeAll(score, 'citation', checks, { quote: g.numberSymbol });
  }
}

function scorePeople(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const recipients = pair(gold.recipients, reading.recipients, (g, f) =>
    alike(g, f.text, 0.75) ? held(g, f.text) : 0,
  );
  score.tallies['recipients'] = tallyOf(recipients);
  for (const g of recipients.missed) score.faults.push(`recipients: missed “${g}”`);
  for (const f of recipients.extra) score.faults.push(`recipients: too much “${f.text}”`);

  const duties = pair(gold.duties, reading.duties, (g, f) => {
    if (!anchored(bench, f.quote)) return 0;
    const fits =
      held(g.organisation, f.organisation) >= 0.6 && held(f.organisation, `${g.organisation} ${f.quote}`) >= 0.6;
    if (!fits) return 0;
    const task = g.task === undefined || f.tasks.some((text) => held(g.task, text) >= 0.75);
    return (
      held(g.organisation, f.organisation) +
      held(f.organisation, g.organisation) +
      (task ? 1 : 0) +
      (g.role === f.role ? 0.5 : 0)
    );
  });
  // The gold names the main duties; more of them are no fault until they are very many.
  const tooMany = Math.max(0, reading.duties.length - 4 * gold.duties.length - 8);
  score.tallies['duties'] = { ...tallyOf(duties), extra: tooMany };
  for (const g of duties.missed) score.faults.push(`duties: missed “${g.organisation}”`);
  for (const [g, f] of duties.pairs) {
    const checks: Check[] = [];
    if (g.role !== undefined) checks.push(['role', g.role === f.role, g.role, f.role]);
    if (g.task !== undefined)
      checks.push(['task', f.tasks.some((text) => held(g.task, text) >= 0.75), g.task, f.tasks]);
    if (g.dueOn !== undefined) checks.push(['dueOn', g.dueOn === f.dueOn, g.dueOn, f.dueOn]);
    if (g.via !== undefined) checks.push(['via', g.via === null ? !f.via : alike(g.via, f.via, 0.75), g.via, f.via]);
    judgeAll(score, 'duty', checks, { quote: g.organisation });
  }
}

function scoreMovements(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const pairing = pair(gold.movements, reading.movements, (g, f) =>
    anchored(bench, f.quote) && alike(g.name, f.name, 0.8) ? held(g.name, f.name) : 0,
  );
  const wrong = pairing.extra.filter((f) => (gold.notMovements ?? []).some((quote) => alike(quote, f.name, 0.8)));
  score.tallies['movements'] = { ...tallyOf(pairing), extra: wrong.length };
  for (const g of pairing.missed) score.faults.push(`movements: missed “${g.name}”`);
  for (const f of wrong) score.faults.push(`movements: “${f.name}” is no movement`);
  for (const [g, f] of pairing.pairs) {
    const checks: Check[] = [];
    if (g.answered !== undefined) checks.push(['answered', g.answered === f.answered, g.answered, f.answered]);
    if (g.official !== undefined)
      checks.push(['official', flat(g.official) === flat(f.officialName), g.official, f.officialName]);
    judgeAll(score, 'movement', checks, { quote: g.name });
  }
}

function scoreDates(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const due = pair(gold.reportDue, reading.reportDue, (g, f) =>
    g.on === f.on ? 1 + (g.relation === f.relation ? 1 : 0) : 0,
  );
  score.tallies['report-due'] = tallyOf(due);
  for (const g of due.missed) score.faults.push(`report-due: missed ${g.on}`);
  for (const f of due.extra) score.faults.push(`report-due: too much ${f.on} “${f.quote}”`);
  for (const [g, f] of due.pairs) {
    const checks: Check[] = [];
    if (g.relation !== undefined) checks.push(['relation', g.relation === f.relation, g.relation, f.relation]);
    if (g.to !== undefined) checks.push(['to', g.to === null ? !f.to : alike(g.to, f.to, 0.6), g.to, f.to]);
    if (g.via !== undefined) checks.push(['via', g.via === null ? !f.via : alike(g.via, f.via, 0.6), g.via, f.via]);
    judgeAll(score, 'report', checks, { quote: g.on ?? '' });
  }
  if (gold.anniversaries === undefined) return;
  const years = pair(gold.anniversaries, reading.anniversaries, (g, f) =>
    g.years === f.years &&
    g.consistent === f.consistent &&
    (held(f.quote, g.quote) >= 0.6 || held(g.quote, f.quote) >= 0.6)
      ? 1
      : 0,
  );
  score.tallies['anniversaries'] = tallyOf(years);
  for (const g of years.missed) score.faults.push(`anniversaries: missed “${g.quote}”`);
  for (const f of years.extra) score.faults.push(`anniversaries: too much “${f.quote}”`);
}

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
      (f, i) => i >= from && alike(heading, f.heading, 0.8) && (!label || labelled(label, f.label)),
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

const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

function meets(bench: Bench, g: GoldFinding, f: Finding): boolean {
  if (!g.rules.includes(f.rule)) return false;
  // What is absent has no place of its own; a reader may point to the line where it should stand.
  if (g.quote === null) return true;
  if (f.quote === null || !anchored(bench, f.quote)) return false;
  const [a, b] = [flat(g.quote), flat(f.quote)];
  return (
    (short(f.quote, g.quote) && (b.includes(a) || held(g.quote, f.quote) >= 0.6)) ||
    (a.includes(b) && words(f.quote).length > 0)
  );
}

function scoreFindings(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const { must, may = [], silent = [] } = gold.findings;
  const met = pair(must, reading.findings, (g, f) =>
    meets(bench, g, f) && RANK[f.severity] >= RANK[g.severity] ? 1 : 0,
  );
  for (const severity of ['error', 'warning', 'info'] as const) {
    const wanted = must.filter((g) => g.severity === severity);
    const right = met.pairs.filter(([g]) => g.severity === severity).length;
    if (wanted.length > 0) score.shares[`checker.${severity}`] = { right, of: wanted.length };
  }
  for (const g of met.missed)
    score.faults.push(`checker: missed ${g.severity} ${g.rules.join('/')} “${g.quote ?? '(absent)'}”`);
  const known = (f: Finding) => [...must, ...may].some((g) => meets(bench, g, f));
  const alarms = met.extra.filter((f) => f.severity !== 'info' && !known(f));
  score.tallies['false-alarms'] = { found: 0, missed: 0, extra: alarms.length };
  for (const f of alarms)
    score.faults.push(`checker: false alarm ${f.severity} ${f.rule} “${f.quote ?? ''}” ${f.message}`);
  score.tallies['other-infos'] = { found: 0, missed: 0, extra: met.extra.filter((f) => f.severity === 'info').length };
  for (const rule of silent) {
    const spoken = reading.findings.find((f) => f.rule === rule && !must.some((g) => meets(bench, g, f)));
    judge(
      score,
      'silent',
      spoken === undefined,
      () => `${rule} spoke: “${spoken?.quote ?? ''}” ${spoken?.message ?? ''}`,
    );
  }
}

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
  scoreFindings(bench, gold);
  scoreSpans(bench);
  return score;
}
