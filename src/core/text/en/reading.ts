import type { ReadingText } from '../vi/reading.ts';

type Facts = Readonly<Record<string, string | number>>;

const KEPT = 'The original file is unchanged and nothing was saved.';

/** What a file may be. */
const READ: ReadonlySet<string> = new Set(['DOCX', 'DOC', 'PDF', 'TXT', 'MD']);

export const readingEn: ReadingText = {
  failures: {
    empty: () => `The file is empty, there is nothing to read. ${KEPT} Check the file and choose it again.`,
    'not-supported': ({ found = 'unknown' }: Facts) =>
      `Files of this kind (${found}) cannot be read. ${KEPT} Save the document as DOCX or PDF and try again.`,
    'wrong-extension': ({ expected = '', found = '' }: Facts) =>
      `The name says ${expected} but the content is ${found}. ${KEPT} ${READ.has(String(found)) ? 'Correct the extension' : 'Only DOCX, DOC, PDF, TXT and MD are read. Choose the document itself'}, or open the file in the program that made it and save it as DOCX or PDF.`,
    'not-text': () =>
      `The content is not text, or in an encoding that is not recognised. ${KEPT} Save it as UTF-8 or as DOCX and try again.`,
    truncated: () =>
      `The end of the file is missing, perhaps an unfinished download or copy. ${KEPT} Get the whole file and try again.`,
    damaged: ({ page }: Facts) =>
      `The file is damaged${page === undefined ? '' : ` at page ${page}`} and cannot be read in full. ${KEPT} Open it in the program that made it, save a new copy and try again.`,
    'zip-bomb': () =>
      `The file would unpack to an unusual size and was not opened. ${KEPT} If it is a real document, open it in Word and save a new copy.`,
    'xml-entities': () =>
      `The file holds unsafe XML declarations (DOCTYPE, entities) and was not read. ${KEPT} If it is a real document, open it in Word and save a new copy.`,
    'too-deep': () => `Tables or frames in the file are nested too deeply. ${KEPT} Take out some layers and try again.`,
    password: () => `The file is protected by a password. ${KEPT} Open it, remove the password, save and try again.`,
    'no-text': () =>
      `No text was found in the file, not even from its pictures. ${KEPT} Scan it again more clearly (300 dpi, upright) or use a DOCX or a PDF with text.`,
    'not-a-sheet': () =>
      `The file is no Excel workbook (.xlsx), or an old .xls or one with a password. ${KEPT} Open it in Excel and save it as “Excel Workbook (*.xlsx)” without a password.`,
    'too-many-rows': ({ most = '' }: Facts) =>
      `The sheet has more than ${most} rows. ${KEPT} Split it into smaller files.`,
    'no-ocr': ({ command = '' }: Facts) =>
      `This is a scan and needs text recognition, which is not installed. ${KEPT} An administrator runs one command: ${command}`,
    garbled: ({ page }: Facts) =>
      `The fonts of this PDF${page === undefined ? '' : ` (page ${page})`} do not tell which letters are printed. ${KEPT} Read it again with text recognition, or use a DOCX.`,
    'too-many-pages': ({ pages = '', most = '' }: Facts) =>
      `The file has ${pages} pages, more than the ${most} that are read at once. ${KEPT} Take out the launch document alone and try again.`,
    'line-too-long': () =>
      `A line of the file is longer than a million characters; this is no document. ${KEPT} Check the file and choose it again.`,
    'too-large': ({ megabytes = '' }: Facts) =>
      `The content is larger than the ${megabytes} MB that can be read. ${KEPT} Take out the launch document alone, or some pictures, and try again.`,
    deadline: ({ seconds = '' }: Facts) =>
      `Reading was stopped after ${seconds} seconds. ${KEPT} Use a smaller file or save a new copy, and try again.`,
    memory: ({ megabytes = '' }: Facts) =>
      `Reading this file takes more than ${megabytes} MB of memory and was stopped. ${KEPT} Use a smaller file or smaller pictures, and try again.`,
    cancelled: () => `Reading was stopped as asked. ${KEPT}`,
    crashed: () =>
      `The program that reads files stopped suddenly. The server goes on as usual. ${KEPT} Try again; if it happens again, save the document as a new file first.`,
  },
  stages: {
    text: (page, pages) => `Reading page ${page} of ${pages}`,
    recognition: (page, pages) => `Recognising page ${page} of ${pages}`,
  },
};
