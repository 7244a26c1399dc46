import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFileAt } from './read-file.ts';

/**
 * Holds the readers to real launch documents kept beside the repository, where there are any, by the scorer that
 * comes with them.
 */
const SHARED = resolve(import.meta.dirname, '../../../shared');
const SCORER = join(SHARED, 'gold/score.mjs');
const there = existsSync(SCORER);
if (!there) console.log(`No real documents at ${SHARED}: the test of them is left out.`);

type Tally = { f1: number };
type Share = { right: number; of: number };
type Report = {
  targets: Tally;
  attributes: Record<string, Share>;
  citations: Tally;
  citationDates: Share;
  recipients: Tally;
  movements: Tally;
  duties: Tally;
  header: Share;
  spans: Share;
  checker: { errors: Share; warnings: Share };
  each: { document: string; checker: { falseAlarms: number; otherInfos: number } }[];
};

const folder = mkdtempSync(join(tmpdir(), 'shared-gold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const share = ({ right, of }: Share): number => (of === 0 ? 1 : right / of);

function together(shares: Share[]): Share {
  return shares.reduce((sum, one) => ({ right: sum.right + one.right, of: sum.of + one.of }), { right: 0, of: 0 });
}

/** Gold file and document of every paper that has both, in the wished formats. */
function papers(formats: string[]): { gold: string; name: string }[] {
  const documents = readdirSync(join(SHARED, 'documents'));
  return readdirSync(join(SHARED, 'gold'))
    .filter((file) => file.endsWith('.txt.json'))
    .flatMap((file) =>
      formats.flatMap((format) => {
        const name = file.replace(/\.txt\.json$/, `.${format}`);
        return documents.includes(name) ? [{ gold: join(SHARED, 'gold', file), name }] : [];
      }),
    );
}

async function reportOn(formats: string[]): Promise<{ report: Report; shown: string }> {
  const pairs: string[] = [];
  for (const { gold, name } of papers(formats)) {
    const found = join(folder, `${name}.json`);
    writeFileSync(found, JSON.stringify(await readFileAt(join(SHARED, 'documents'), name)));
    pairs.push(gold, found);
  }
  const run = (flags: string[]) => execFileSync(process.execPath, [SCORER, ...flags, ...pairs], { encoding: 'utf8' });
  return { report: JSON.parse(run(['--json', '--pool'])) as Report, shown: run(['--pool']) };
}

describe.skipIf(!there)('real launch documents', () => {
  it('are read and checked as well as asked for', async () => {
    const { report, shown } = await reportOn(['txt', 'docx', 'pdf']);
    const reached: Record<string, [number, number]> = {
      targets: [report.targets.f1, 0.98],
      'attributes together': [share(together(Object.values(report.attributes))), 0.97],
      citations: [report.citations.f1, 0.95],
      'citation dates': [share(report.citationDates), 0.95],
      recipients: [report.recipients.f1, 0.95],
      movements: [report.movements.f1, 0.9],
      duties: [report.duties.f1, 0.8],
      header: [share(report.header), 0.95],
      spans: [share(report.spans), 1],
      'checker errors': [share(report.checker.errors), 0.9],
      'checker warnings': [share(report.checker.warnings), 0.6],
    };
    for (const [name, one] of Object.entries(report.attributes)) reached[`attribute ${name}`] = [share(one), 0.93];
    const below = Object.entries(reached).filter(([, [value, least]]) => value < least);
    expect(below, shown).toEqual([]);
    for (const { document, checker } of report.each) {
      expect(checker.falseAlarms, `${document}\n${shown}`).toBeLessThanOrEqual(2);
      expect(checker.otherInfos, `${document}\n${shown}`).toBeLessThanOrEqual(15);
    }
  });
});
