/** Which cells of a workbook are dates or percentages: Excel keeps both as numbers and says so only by their format. */

import { isoDate } from '../../text/dates.ts';
import { attribute, numberOf, scanXml } from '../docx/xml.ts';

/** Formats that every workbook has without listing them: 14 to 22 and 45 to 47 are dates and times. */
const BUILT_IN = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47) || (id >= 27 && id <= 36);

/** What a number in a cell of this style stands for. */
export type CellStyle = 'plain' | 'date' | 'percent';

/** For each cell style what a number in it stands for. */
export function cellStyles(xml: string): CellStyle[] {
  const formats = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inside = false;
  scanXml(xml, {
    wantsText: false,
    text: () => undefined,
    open(name, tag) {
      const kind = name.slice(name.indexOf(':') + 1);
      if (kind === 'numFmt')
        formats.set(numberOf(tag, 'numFmtId', 0, 1_000_000) ?? -1, attribute(tag, 'formatCode') ?? '');
      if (kind === 'cellXfs') inside = true;
      if (kind === 'xf' && inside) {
        const id = numberOf(tag, 'numFmtId', 0, 1_000_000) ?? 0;
        const code = formats.get(id);
        if (code === undefined) styles.push(BUILT_IN(id) ? 'date' : id === 9 || id === 10 ? 'percent' : 'plain');
        else styles.push(styleOf(code));
      }
      return undefined;
    },
    close(name) {
      if (name.slice(name.indexOf(':') + 1) === 'cellXfs') inside = false;
    },
  });
  return styles;
}

/** A format code shows a date when a day or a year is left once quoted words and bracketed colours are taken out. */
function styleOf(code: string): CellStyle {
  let plain = '';
  let closing = '';
  for (let at = 0; at < code.length && at < 300; at++) {
    const letter = code[at] ?? '';
    if (closing !== '') {
      if (letter === closing) closing = '';
    } else if (letter === '"') closing = '"';
    else if (letter === '[') closing = ']';
    else if (letter === '\\') at += 1;
    else plain += letter.toLowerCase();
  }
  if (plain.includes('d') || plain.includes('y')) return 'date';
  return plain.includes('%') ? 'percent' : 'plain';
}

const DAY_MS = 86_400_000;

/** The day of Excel's number, which counts from the end of 1899 (or from 1904) and believes in 29/02/1900; null when it is none. */
export function serialDate(serial: number, base1904: boolean): string | null {
  const whole = Math.floor(serial) + (base1904 ? 1_462 : 0);
  if (whole < 1 || whole > 2_958_465 || whole === 60) return null;
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY_MS);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
