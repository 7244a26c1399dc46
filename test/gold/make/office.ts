import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Only fonts with all Vietnamese letters: version 1 of Liberation lacks them and LibreOffice would patch words from a second font. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts/truetype/liberation2</dir><cachedir>CACHE</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
</fontconfig>`;

const FILTERS = {
  docx: 'docx:MS Word 2007 XML',
  doc: 'doc:MS Word 97',
  pdf: 'pdf:writer_pdf_Export',
};

/** Lets LibreOffice save a file in another format. */
export async function convert(bytes: Uint8Array, from: 'docx' | 'html', to: keyof typeof FILTERS): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'gold-office-'));
  try {
    await writeFile(join(folder, 'fonts.conf'), FONTS.replace('CACHE', join(folder, 'cache')));
    await writeFile(join(folder, `in.${from}`), bytes);
    const infilter = from === 'html' ? ['--infilter=HTML (StarWriter)'] : [];
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        ...infilter,
        '--convert-to',
        FILTERS[to],
        '--outdir',
        join(folder, 'out'),
        join(folder, `in.${from}`),
      ],
      { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }, timeout: 180_000 },
    );
    return await readFile(join(folder, 'out', `in.${to}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Prints a web page to PDF with Chromium. */
export async function print(html: string): Promise<Buffer> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    return await page.pdf({ preferCSSPageSize: true });
  } finally {
    await browser.close();
  }
}
