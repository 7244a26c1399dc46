import type { Finding, Severity } from '../../src/core/reader/reading.ts';
import { anchored, type Bench, judge, short } from './bench.ts';
import { flat, held, pair, words } from './compare.ts';
import type { Gold, GoldFile, GoldFinding } from './gold.ts';

const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

function standsAt(bench: Bench, wanted: string, quote: string): boolean {
  if (!anchored(bench, quote)) return false;
  const [a, b] = [flat(wanted), flat(quote)];
  return (
    (short(quote, wanted) && (b.includes(a) || held(wanted, quote) >= 0.6)) ||
    (a.includes(b) && words(quote).length > 0)
  );
}

function meets(bench: Bench, g: GoldFinding, f: Finding): boolean {
  if (!g.rules.includes(f.rule)) return false;
  // What is absent has no place of its own; a reader may point to the line where it should stand.
  if (g.quote === null) return true;
  const places = g.or === undefined ? [g.quote] : [g.quote, g.or];
  return f.quote !== null && places.some((place) => standsAt(bench, place, f.quote ?? ''));
}

/** Lines that a text file or a mail program broke are the file's fault and no false alarm. */
const LINES_BROKEN = 'BC-05';

/** What the checker had to say, and what it had to keep to itself. */
export function scoreFindings(bench: Bench, gold: Gold, file: GoldFile): void {
  const { reading, score } = bench;
  const { may = [], silent = [] } = gold.findings;
  const must = gold.findings.must.filter((g) => g.files === undefined || g.files.includes(file.name));
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
  const known = (f: Finding) => f.rule === LINES_BROKEN || [...must, ...may].some((g) => meets(bench, g, f));
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
