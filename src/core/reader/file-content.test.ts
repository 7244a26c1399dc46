import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxOf, p } from '../../../test/support/docx-file.ts';
import { readingEn } from '../text/en/reading.ts';
import { failureText } from './failure-text.ts';
import { fileContent } from './file-content.ts';
import { READ_FAILURE_CODES, READ_LIMITS, ReadFailure } from './limits.ts';

const ports = {
  pdf: async () => ({ format: 'pdf' as const, encoding: 'utf-8' as const, pages: 1, ocr: false, blocks: [] }),
};

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    return (await fileContent(bytes, name, ports)).format;
  } catch (error) {
    if (error instanceof ReadFailure) return `${error.code} ${Object.values(error.facts).join(' ')}`.trim();
    throw error;
  }
}

const docx = docxOf(p('Phong trào thi đua'));
const text = strToU8('Phong trào thi đua yêu nước');
const pdf = strToU8('%PDF-1.7\n%%EOF');
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

describe('what a file is', () => {
  it('is told by its bytes, whatever it is called', async () => {
    expect(await outcome(docx, 'ke-hoach.docx')).toBe('docx');
    expect(await outcome(docx, 'Kế hoạch số 12.2026')).toBe('docx');
    expect(await outcome(pdf, 'ke-hoach')).toBe('pdf');
    expect(await outcome(text, 'ke-hoach.txt')).toBe('txt');
    expect(await outcome(text, 'ke-hoach.md')).toBe('md');
    // Word opens either under the other's name, and so do we.
    expect(await outcome(docx, 'ke-hoach.doc')).toBe('docx');
  });

  it('a wrong extension is said, with what the file really is', async () => {
    expect(await outcome(pdf, 'ke-hoach.docx')).toBe('wrong-extension DOCX PDF');
    expect(await outcome(text, 'ke-hoach.pdf')).toBe('wrong-extension PDF TXT');
    expect(await outcome(strToU8('<html><body>x</body></html>'), 'ke-hoach.doc')).toBe('wrong-extension DOC HTML');
    expect(await outcome(png, 'ke-hoach.docx')).toBe('wrong-extension DOCX PNG');
    expect(await outcome(zipSync({ 'xl/workbook.xml': text }), 'so-lieu.docx')).toBe(
      'wrong-extension DOCX Excel (XLSX)',
    );
  });

  it('what is not read at all is said too', async () => {
    expect(await outcome(new Uint8Array(0), 'ke-hoach.docx')).toBe('empty');
    expect(await outcome(png, 'anh.png')).toBe('not-supported PNG');
    expect(await outcome(strToU8('{\\rtf1 x}'), 'ke-hoach.rtf')).toBe('not-supported RTF');
    expect(await outcome(new Uint8Array(READ_LIMITS.fileBytes + 1), 'lon.pdf')).toBe('too-large 100');
  });
});

describe('sentences', () => {
  it('each failure says what happened, what was kept and what to do, in both languages', () => {
    for (const code of READ_FAILURE_CODES) {
      const facts = {
        found: 'PNG',
        expected: 'DOCX',
        pages: 501,
        most: 500,
        megabytes: 100,
        seconds: 60,
        command: 'npm install x',
      };
      const vi = failureText({ code, facts });
      expect(vi, code).toMatch(/Tệp gốc giữ nguyên, chưa có gì được lưu\./);
      expect(vi, code).not.toMatch(/undefined|NaN/);
      expect(failureText({ code, facts }, readingEn), code).toMatch(/nothing was saved/);
    }
    expect(failureText({ code: 'no-ocr', facts: { command: 'npm install x' } })).toContain('npm install x');
  });
});
