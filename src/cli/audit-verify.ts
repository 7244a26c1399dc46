/** Walks the audit chains of a database, running or not, and says where the first break of each is, or only where they end. */

import { parseArgs } from 'node:util';
import { auditEn } from '../core/text/en/audit.ts';
import { auditVi } from '../core/text/vi/audit.ts';
import { type AuditVerdict, auditHeads, verifyAudit } from '../server/audit-chain.ts';
import { connect } from '../server/db/connect.ts';
import { snapshot } from '../server/read.ts';
import { FINE, NOT_READABLE, NOTHING_USABLE, type Terminal } from './command.ts';
import { explained, openData } from './open-data.ts';

const english = process.env['THIDUA_LANGUAGE'] === 'en';
const words = english ? auditEn : auditVi;

export async function verifyChains(args: string[], terminal: Terminal): Promise<number> {
  try {
    const { demo, anchors, headOnly } = optionsOf(args);
    const opened = await openData(demo, terminal);
    if (!opened) return NOT_READABLE;
    const { db, close } = connect(opened.url, { max: 1 });
    try {
      if (headOnly) return await printHeads(db, terminal);
      const verdict = await snapshot(db, (all) => verifyAudit(all, anchors));
      report(verdict, terminal);
      return verdict.breaks.length === 0 ? FINE : NOTHING_USABLE;
    } finally {
      await close();
      await opened.stop();
    }
  } catch (error) {
    terminal.error(explained(error));
    for (const line of words.usage) terminal.error(line);
    return NOT_READABLE;
  }
}

/** One line a province, for mailing or writing down: "Tỉnh …\t1234:hash". */
async function printHeads(db: Parameters<typeof snapshot>[0], terminal: Terminal): Promise<number> {
  for (const { province, rows, head } of await snapshot(db, auditHeads)) terminal.out(`${province}\t${rows}:${head}`);
  return FINE;
}

function optionsOf(args: string[]): { demo: boolean; anchors: string[]; headOnly: boolean } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { demo: { type: 'boolean' }, anchor: { type: 'string', multiple: true } },
  });
  const [what = '', ...more] = positionals;
  if (!['verify', 'head'].includes(what) || more.length > 0) throw new Error(words.summary);
  return { demo: values.demo ?? false, anchors: values.anchor ?? [], headOnly: what === 'head' };
}

function report({ chains, breaks }: AuditVerdict, terminal: Terminal): void {
  const broken = new Set(breaks.map((one) => one.province));
  for (const { province, rows } of chains)
    terminal.out(`${province}: ${broken.has(province) ? words.broken(rows) : words.whole(rows)}`);
  for (const { province, seq, how } of breaks) terminal.out(`  ${words.where(province, seq, words.hows[how])}`);
  const noted = chains.filter((chain) => chain.rows !== '0' && !broken.has(chain.province));
  if (chains.every((chain) => chain.rows === '0')) terminal.out(words.nothing);
  if (noted.length === 0) return;
  terminal.out(`\n${words.note}`);
  for (const { rows, head } of noted) terminal.out(`  --anchor ${rows}:${head}`);
}
