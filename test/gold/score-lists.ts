import { anchored, type Bench, type Check, judgeAll, tallyOf } from './bench.ts';
import { alike, flat, held, pair } from './compare.ts';
import type { Gold } from './gold.ts';

const cited = (numberSymbol: string | null): string => flat(numberSymbol).replace(/\s/g, '');

export function scoreCitations(bench: Bench, gold: Gold): void {
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
      ['kind', flat(g.kind).startsWith(flat(f.kind)), g.kind, f.kind],
    ];
    if (g.role !== undefined) checks.push(['role', g.role === f.role, g.role, f.role]);
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

export function scorePeople(bench: Bench, gold: Gold): void {
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

export function scoreMovements(bench: Bench, gold: Gold): void {
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

export function scoreDates(bench: Bench, gold: Gold): void {
  const { reading, score } = bench;
  const due = pair(gold.reportDue, reading.reportDue, (g, f) =>
    g.on === f.on ? 1 + (g.relation === f.relation ? 1 : 0) : 0,
  );
  const missed = due.missed.filter((g) => !g.optional);
  score.tallies['report-due'] = tallyOf({ ...due, missed });
  for (const g of missed) score.faults.push(`report-due: missed ${g.on}`);
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
