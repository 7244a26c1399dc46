import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { INDICATORS } from '../../src/core/law/indicator-catalogue.ts';
import type { Score } from './bench.ts';
import { canRecognise, FOLDER, goldDocuments, scoreFile } from './collection.ts';
import { addUp, belowFloor, type Floors, metricsOf } from './metrics.ts';

/**
 * Holds the readers to what they have reached on the project's own documents. Floors are raised by
 * `npx tsx test/gold/run.ts --raise` and never lowered; the same command prints what is still wrong.
 */
const DOCUMENTS = goldDocuments();
const FILES = DOCUMENTS.flatMap(({ gold }) => gold.files.map((file) => ({ gold, file })));
const FLOORS = JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as Floors;

const recognises = canRecognise();
const judged = FILES.filter(({ file }) => recognises || !file.ocr);
if (!recognises) console.log('Character recognition is not installed: the scanned gold documents are left out.');

const scores = new Map<string, Score>();

beforeAll(async () => {
  for (const { gold, file } of judged) scores.set(file.name, await scoreFile(gold, file));
});

const scoreOf = (name: string): Score => {
  const score = scores.get(name);
  if (!score) throw new Error(`${name} was not read`);
  return score;
};

/** Every field with its floor beside it, for the one who has to find out what got worse. */
function table(metrics: Record<string, number>): string {
  return Object.keys(FLOORS.pooled)
    .map((name) => `  ${name.padEnd(24)} ${String(metrics[name] ?? '–').padStart(8)}   floor ${FLOORS.pooled[name]}`)
    .join('\n');
}

describe('gold documents', () => {
  it.each(judged.map(({ file }) => file.name))('%s is read as well as before', (name) => {
    const score = scoreOf(name);
    const floors = FLOORS.documents[name];
    expect(floors, `${name} has no floors yet: npx tsx test/gold/run.ts --raise`).toBeDefined();
    const below = belowFloor(metricsOf(score), floors ?? {});
    expect(below, `${below.join('\n')}\n\n${score.faults.join('\n')}`).toEqual([]);
  });

  // The pooled floors are those of all files; without the scanned ones the counts are others.
  it.skipIf(!recognises)('are read as well as before all together', () => {
    const metrics = metricsOf(addUp([...scores.values()]));
    const below = Object.entries(FLOORS.pooled).filter(([name, floor]) => (metrics[name] ?? -1e9) < floor);
    expect(below, table(metrics)).toEqual([]);
  });

  it('give every fact the exact place of its quotation', () => {
    const faults = [...scores.values()].flatMap((score) => score.faults.filter((fault) => fault.startsWith('spans')));
    expect(faults).toEqual([]);
  });
});

describe('the collection', () => {
  it('has a file for every name, all small enough to keep', () => {
    const sizes = FILES.map(({ file }) => statSync(join(FOLDER, file.name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3 * 1024 * 1024);
    expect(FILES.filter(({ file }) => !existsSync(join(FOLDER, file.name)))).toEqual([]);
  });

  it('has at least 24 documents, every format, every encoding, every level and two producers', () => {
    expect(DOCUMENTS.length).toBeGreaterThanOrEqual(24);
    const has = (values: (string | undefined)[]) => [...new Set(values)];
    expect(has(FILES.map(({ file }) => file.format))).toEqual(
      expect.arrayContaining(['txt', 'md', 'docx', 'doc', 'pdf']),
    );
    expect(has(FILES.map(({ file }) => file.encoding))).toEqual(
      expect.arrayContaining(['utf-8', 'utf-16', 'tcvn3', 'vni']),
    );
    expect(has(FILES.filter(({ file }) => file.format === 'docx').map(({ file }) => file.producer))).toEqual(
      expect.arrayContaining(['docx', 'libreoffice']),
    );
    expect(has(DOCUMENTS.map(({ gold }) => gold.header.issuer?.level))).toEqual(
      expect.arrayContaining(['commune', 'district', 'province', 'central', 'unit']),
    );
    expect(FILES.some(({ file }) => file.ocr)).toBe(true);
  });

  it('names only indicators and domains of the catalogue', () => {
    const codes = new Set<string>(INDICATORS.map((indicator) => indicator.code));
    const domains = new Set<string>(INDICATORS.map((indicator) => indicator.domain));
    for (const { name, gold } of DOCUMENTS)
      for (const figure of [...gold.targets, ...(gold.results ?? [])]) {
        if (figure.indicator) expect(codes, `${name}: ${figure.quote}`).toContain(figure.indicator);
        if (figure.domain) expect(domains, `${name}: ${figure.quote}`).toContain(figure.domain);
      }
  });
});
