/**
 * Writes the gold documents: `npx tsx test/gold/make/make.ts [NAME …]`. Needs LibreOffice, poppler's pdftoppm and
 * Chromium, which is why the files are kept in the repository and made by hand.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gold, GoldFile } from '../gold.ts';
import type { GoldSource, Making } from './document.ts';
import { toDocx } from './docx-writer.ts';
import { toHtml } from './html-writer.ts';
import { toBytes, toTcvn3, toVni } from './legacy.ts';
import { convert, print } from './office.ts';
import { proofread } from './proofread.ts';
import { scan } from './scan.ts';
import { SOURCES } from './sources.ts';
import { everyLine, hardWrap, toLines, toMarkdown } from './text-writer.ts';
import { asWordSaves } from './word-markup.ts';

const FOLDER = join(import.meta.dirname, '..', 'documents');

function toText(source: GoldSource, making: Extract<Making, { as: 'txt' }>): Uint8Array {
  const lines = toLines(source);
  const text =
    making.wrap === 'every-line'
      ? everyLine(lines)
      : (making.wrap ? hardWrap(lines, making.wrap) : lines).join(making.encoding === 'utf-16' ? '\r\n' : '\n');
  if (making.encoding === 'tcvn3') return toBytes(toTcvn3(text));
  if (making.encoding === 'vni') return toBytes(toVni(text));
  if (making.encoding === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (making.encoding === 'nfd') return Buffer.from(text.normalize('NFD'), 'utf8');
  return Buffer.from(making.encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8');
}

async function fileOf(source: GoldSource, making: Making): Promise<Uint8Array> {
  if (making.as === 'txt') return toText(source, making);
  if (making.as === 'md') return Buffer.from(toMarkdown(source), 'utf8');
  if (making.as === 'doc') return convert(await toDocx(source, making.legacy), 'docx', 'doc');
  if (making.as === 'pdf') {
    if (making.by === 'chromium') return print(toHtml(source));
    const pdf = await convert(await toDocx(source), 'docx', 'pdf');
    return making.by === 'scan' ? scan(pdf) : pdf;
  }
  if (making.by === 'html') return convert(Buffer.from(toHtml(source), 'utf8'), 'html', 'docx');
  const docx = await toDocx(source, making.legacy);
  if (making.by === 'word') return asWordSaves(docx);
  return making.by === 'libreoffice' ? convert(docx, 'docx', 'docx') : docx;
}

const ENCODINGS = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  nfd: 'utf-8',
  'utf-16': 'utf-16',
  tcvn3: 'tcvn3',
  vni: 'vni',
} as const;

function described(source: GoldSource, file: GoldSource['files'][number]): GoldFile {
  const { making } = file;
  const by = making.as === 'docx' || making.as === 'pdf' ? making.by : making.as === 'doc' ? 'libreoffice' : 'text';
  const legacy = making.as === 'docx' || making.as === 'doc' ? making.legacy : undefined;
  const encoding = making.as === 'txt' ? ENCODINGS[making.encoding ?? 'utf-8'] : legacy;
  return {
    name: `${source.name}${file.suffix ?? ''}.${making.as}`,
    format: making.as,
    producer: by,
    ...(encoding ? { encoding } : {}),
    ...(making.as === 'pdf' ? { ocr: making.by === 'scan' } : {}),
    ...(file.pages ? { pages: file.pages } : {}),
    ...(file.with ? { with: file.with } : {}),
  };
}

async function make(source: GoldSource, withFiles: boolean): Promise<void> {
  proofread(source);
  const files = source.files.map((file) => described(source, file));
  const { about, ...facts } = source.gold;
  const gold: Gold = { about, files, ...facts };
  await writeFile(join(FOLDER, `${source.name}.gold.json`), `${JSON.stringify(gold, null, 1)}\n`);
  if (!withFiles) return;
  for (const [at, file] of source.files.entries()) {
    const bytes = await fileOf(source, file.making);
    await writeFile(join(FOLDER, files[at]?.name ?? ''), bytes);
    console.log(`${files[at]?.name}  ${(bytes.length / 1024).toFixed(0)} kB`);
  }
}

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const goldOnly = process.argv.includes('--gold-only');
for (const source of SOURCES) if (wanted.length === 0 || wanted.includes(source.name)) await make(source, !goldOnly);
