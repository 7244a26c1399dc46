/** PDF → blocks, by unpdf (pdf.js). Page by page, so that memory does not grow with the number of pages. */

import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { FileContent } from '../core/reader/blocks.ts';
import { READ_LIMITS, ReadFailure } from '../core/reader/limits.ts';
import { mendBlocks } from '../core/reader/mend-blocks.ts';
import { isGarbled } from '../core/reader/pdf/garbled.ts';
import { textOf } from '../core/reader/pdf/lines.ts';
import { sheetOf } from '../core/reader/pdf/operators.ts';
import { blocksOfSheets, plainLines } from '../core/reader/pdf/read-sheets.ts';
import type { Matrix, PdfFont, Sheet } from '../core/reader/pdf/sheet.ts';
import type { ReadSetting } from '../core/reader/ports.ts';
import { openRecogniser } from './ocr.ts';
import { openPagePictures } from './page-pictures.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

const END_MARK = '%%EOF';

/** Reads a PDF; pages without text are recognised from their picture unless that is switched off. */
export async function readPdf(bytes: Uint8Array, setting: ReadSetting): Promise<FileContent> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-65_536).includes(END_MARK))
    throw new ReadFailure('truncated');
  const pdf = await open(bytes, setting);
  const { pages, sheets, unreadable, again } = await readText(pdf, setting).finally(() => pdf.destroy());
  const recognised = again ? await recognisePages(again, unreadable, { ...setting, pages }) : new Map<number, Sheet>();
  const all = sheets.map((sheet) => recognised.get(sheet.page) ?? sheet);
  const mended = mendBlocks(blocksOfSheets(all));
  if (mended.blocks.length === 0) throw new ReadFailure('no-text');
  return { format: 'pdf', encoding: mended.encoding, pages, ocr: recognised.size > 0, blocks: mended.blocks };
}

/** Node 20 lacks what pdf.js calls when it hands over a font. */
function addMissingBuiltIns(): void {
  const prototype = ArrayBuffer.prototype as ArrayBuffer & { transferToFixedLength?: (length?: number) => ArrayBuffer };
  if (prototype.transferToFixedLength) return;
  Object.defineProperty(prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      return this.slice(0, length);
    },
    configurable: true,
    writable: true,
  });
}

async function open(bytes: Uint8Array, setting: ReadSetting): Promise<Pdf> {
  addMissingBuiltIns();
  try {
    // pdf.js takes the bytes for itself, and refuses Node's own kind of them.
    const data = setting.consume && !Buffer.isBuffer(bytes) ? bytes : new Uint8Array(bytes);
    // No picture is decoded: only text and rulings are wanted here, and a scan of 600 dots an inch fills the memory.
    return await getDocumentProxy(data, { verbosity: 0, maxImageSize: 0 });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new ReadFailure(name === 'PasswordException' ? 'password' : 'damaged', {}, error);
  }
}

/** Loads the library ahead of the first file. */
export async function warmPdf(): Promise<void> {
  addMissingBuiltIns();
  await getResolvedPDFJS();
}

type TextPages = {
  pages: number;
  sheets: Sheet[];
  unreadable: { page: number; garbled: boolean }[];
  /** The bytes again, when some pages have to be recognised: pdf.js has taken the others. */
  again: Uint8Array | null;
};

/** Letters on a page that is worth reading as text. */
const ENOUGH_LETTERS = 25;
/** Shapes on a page without letters that may be letters turned into outlines. */
const MANY_SHAPES = 300;

async function readText(pdf: Pdf, setting: ReadSetting): Promise<TextPages> {
  const pages = pdf.numPages;
  if (pages > READ_LIMITS.pages) throw new ReadFailure('too-many-pages', { pages, most: READ_LIMITS.pages });
  const { OPS } = await getResolvedPDFJS();
  const sheets: Sheet[] = [];
  const unreadable: TextPages['unreadable'] = [];
  const fonts = new Map<string, PdfFont>();
  const proven = new Set<string>();
  for (let number = 1; number <= pages; number++) {
    const page = await getPage(pdf, number);
    const sheet = await sheetOfPage(page, OPS, fonts, number);
    page.cleanup();
    sheets.push(sheet);
    const letters = sheet.words.reduce((sum, word) => sum + word.text.length, 0);
    const garbled = isPageGarbled(sheet, proven);
    // An empty page without a picture is just empty.
    const scanned = letters < ENOUGH_LETTERS && (sheet.pictured > 0.2 || sheet.shapes > MANY_SHAPES);
    if (setting.ocr === 'always' || scanned || garbled) unreadable.push({ page: number, garbled });
    setting.onProgress?.({ stage: 'text', page: number, pages });
  }
  if (unreadable.length > 0 && setting.ocr === 'never') {
    const garbled = unreadable.some((one) => one.garbled);
    throw new ReadFailure(garbled ? 'garbled' : 'no-text', { page: unreadable[0]?.page ?? 1 });
  }
  return { pages, sheets, unreadable, again: unreadable.length > 0 ? await pdf.getData() : null };
}

/** `proven` gathers the fonts of pages that read well; a page set in these alone needs no second look. */
function isPageGarbled(sheet: Sheet, proven: Set<string>): boolean {
  const used = new Set(sheet.words.map((word) => word.font));
  if ([...used].every((font) => proven.has(font))) return false;
  const text = plainLines(sheet).map(textOf).join('\n');
  if (isGarbled(text)) return true;
  if (text.length > 1_000) for (const font of used) proven.add(font);
  return false;
}

async function getPage(pdf: Pdf, number: number): Promise<PdfPage> {
  try {
    return await pdf.getPage(number);
  } catch (error) {
    throw new ReadFailure('damaged', { page: number }, error);
  }
}

async function sheetOfPage(
  page: PdfPage,
  codes: Record<string, number>,
  fonts: Map<string, PdfFont>,
  number: number,
): Promise<Sheet> {
  const view = page.getViewport({ scale: 1 });
  // 0: annotations (links, stamps of signatures, form fields) are not part of the text.
  const orders = await page.getOperatorList({ annotationMode: 0 });
  return sheetOf({
    codes,
    orders: orders.fnArray,
    args: orders.argsArray,
    page: number,
    width: view.width,
    height: view.height,
    view: view.transform as unknown as Matrix,
    font(id) {
      const known = fonts.get(id);
      if (known) return known;
      const font = fontOf(page.commonObjs.has(id) ? page.commonObjs.get(id) : null);
      fonts.set(id, font);
      return font;
    },
  });
}

/** The parts of pdf.js's font object that matter here; nothing of it is typed there. */
type LoadedFont = { name?: unknown; fontMatrix?: unknown; vertical?: unknown };

function fontOf(loaded: LoadedFont | null): PdfFont {
  const name = typeof loaded?.name === 'string' ? loaded.name : '';
  const matrix = Array.isArray(loaded?.fontMatrix) ? loaded.fontMatrix : [];
  const unit = typeof matrix[0] === 'number' && matrix[0] > 0 ? matrix[0] : 0.001;
  return {
    name,
    bold: /bold|black|heavy|[,-]bd/i.test(name),
    italic: /italic|oblique|[,-]it\b/i.test(name),
    unitsPerEm: 1 / unit,
    vertical: loaded?.vertical === true,
  };
}

async function recognisePages(
  bytes: Uint8Array,
  wanted: TextPages['unreadable'],
  setting: ReadSetting & { pages: number },
): Promise<Map<number, Sheet>> {
  const recognised = new Map<number, Sheet>();
  const pictures = await openPagePictures(bytes);
  try {
    const recogniser = await openRecogniser();
    try {
      for (const [done, { page }] of wanted.entries()) {
        // Said before the page is done: it takes seconds.
        setting.onProgress?.({ stage: 'recognition', page: done + 1, pages: wanted.length });
        recognised.set(page, await recogniser.recognise(await pictures.picture(page)));
      }
    } finally {
      await recogniser.close();
    }
  } finally {
    pictures.close();
  }
  const nothing = [...recognised.values()].every((sheet) => sheet.words.length === 0);
  if (nothing && recognised.size === setting.pages) throw new ReadFailure('no-text', { pages: wanted.length });
  return recognised;
}
