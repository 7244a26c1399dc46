/** The title (trích yếu) under the type of a document, over as many lines as it takes. */

import type { JoinedText, Line } from './blocks.ts';
import { opensOrganisation } from './organisations.ts';
import type { Span } from './reading.ts';
import { endsSentence, isUpper } from './wrapping.ts';

const MAX_TITLE = 600;
const STARTS_BODY =
  /^(?:can cu|thuc hien (?!thang loi|phong trao|dot thi dua|cong tac thi dua|nhiem vu nam|cao diem)|theo |kinh gui|de |nham |nam 20\d\d (?:la|va|,)|tren co so|xet |tiep tuc|trong |sau |qua |uy ban nhan dan .{2,40} (?:ban hanh|phat dong|xay dung)|chu tich uy ban nhan dan|thoi gian|ngay |buoc vao|phat huy|quyet dinh:?$|cac dong chi|kinh thua|thua )/;

type KindAt = { line: number; restAt: number | null };

/** The title that follows the type; null when the body begins at once. */
export function titleAfter(
  doc: JoinedText,
  kind: KindAt,
  endLine: number,
): { text: string; span: Span; nextLine: number } | null {
  const chosen: { line: Line; from: number }[] = [];
  let length = 0;
  let at = kind.line + 1;
  const own = doc.lines[kind.line];
  if (own && kind.restAt !== null) {
    chosen.push({ line: own, from: kind.restAt });
    length = own.text.length - kind.restAt;
  }
  for (; at < Math.min(endLine, kind.line + 8); at++) {
    const line = doc.lines[at];
    if (!line || line.row !== null || line.label !== null) break;
    if (isRule(line.text) || (chosen.length === 0 && /^CỦA\s/u.test(line.text) && line.text.length < 80)) continue;
    if (chosen.length > 0 && namesAuthority(chosen, line)) break;
    if (length + line.text.length > MAX_TITLE || /^\((?:Kèm|Ban hành|kèm)/u.test(line.text)) break;
    if (chosen.length === 0 ? !opensTitle(line) : !continuesTitle(chosen, line)) break;
    chosen.push({ line, from: 0 });
    length += line.text.length;
  }
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last) return null;
  const text = chosen
    .map(({ line, from }) => line.text.slice(from))
    .join(' ')
    .replace(/(?<![\s.;:,])[\s.;:,]+$/u, '')
    .trim();
  const start = first.line.start + first.from;
  const tail = last.line.text.length - last.line.text.replace(/(?<![\s.;:,])[\s.;:,]+$/u, '').length;
  return { text, span: [start, last.line.end - tail], nextLine: Math.max(at, kind.line + 1) };
}

/** A decision names who decides, in capitals, between title and bases. */
function namesAuthority(chosen: { line: Line }[], line: Line): boolean {
  const before = chosen.at(-1)?.line;
  const upper = isUpper(line.text) && before !== undefined && !isUpper(before.text);
  return upper && opensOrganisation(line.text, 0);
}

const isRule = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

function opensTitle(line: Line): boolean {
  const folded = line.folded.slice(0, 80);
  if (/^(?:ve viec|v\/v|ve )/.test(folded)) return true;
  if (line.text.length > 450 || /^(?:kinh gui|can cu)/.test(folded)) return false;
  if (line.style.align === 'center' || line.style.heading !== null || isUpper(line.text))
    return !endsSentence(line.text) || line.text.length < 300;
  return !STARTS_BODY.test(folded) && !(endsSentence(line.text) && line.text.length > 160);
}

function continuesTitle(chosen: { line: Line }[], line: Line): boolean {
  const before = chosen.at(-1)?.line;
  if (!before) return false;
  if (/^\p{Ll}/u.test(line.text) && !endsSentence(before.text)) return true;
  if (endsSentence(before.text) && !/[,]$/.test(before.text)) return false;
  if (STARTS_BODY.test(line.folded.slice(0, 80))) return false;
  const shape = (x: Line) => `${x.style.align === 'center'}|${x.style.bold}|${x.style.heading !== null}`;
  const styled = line.style.bold || line.style.align === 'center' || line.style.heading !== null;
  if (styled && shape(before) === shape(line)) return !endsSentence(line.text);
  if (isUpper(before.text) && isUpper(line.text)) return true;
  return (
    /^(?:nam 20\d\d|nam hoc|giai doan|tren dia ban|cua (?:xa|phuong|tinh|thanh pho))/.test(line.folded) &&
    line.text.length < 100
  );
}
