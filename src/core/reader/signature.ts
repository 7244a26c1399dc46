/** The signature block: by whose authority (TM., KT., TL., TUQ., Q.), the post, the name. */

import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import type { Signature, Span } from './reading.ts';
import { isUpper } from './wrapping.ts';

export type SignatureFound = Signature & { lines: [number, number] | null; span: Span | null };

const AUTHORITY = /^(?:(?:TM|KT|TL|TUQ|TUN|Q)\s?[./]|(?:T\/M|K\/T|T\/L)[.\s])\s?/u;
const POSTS =
  'PHÓ CHỦ TỊCH THƯỜNG TRỰC|PHÓ CHỦ TỊCH|CHỦ TỊCH|PHÓ BÍ THƯ THƯỜNG TRỰC|PHÓ BÍ THƯ|BÍ THƯ|PHÓ TỔNG GIÁM ĐỐC|TỔNG GIÁM ĐỐC|PHÓ GIÁM ĐỐC|GIÁM ĐỐC|PHÓ HIỆU TRƯỞNG|HIỆU TRƯỞNG|PHÓ TRƯỞNG PHÒNG|TRƯỞNG PHÒNG|PHÓ TRƯỞNG BAN|TRƯỞNG BAN|PHÓ CHÁNH VĂN PHÒNG|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|PHÓ THỦ TƯỚNG|THỦ TƯỚNG|TRƯỞNG CÔNG AN|CHỈ HUY TRƯỞNG|CHÍNH TRỊ VIÊN|TRƯỞNG THÔN|TRƯỞNG BẢN|PHÓ VIỆN TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|CỤC TRƯỞNG|PHÓ CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG KHỐI|TRƯỞNG CỤM|THƯ KÝ|CHỦ NHIỆM|PHÓ CHỦ NHIỆM|TỔ TRƯỞNG|CHÁNH THANH TRA';
const POST = new RegExp(`^(?:Q\\. ?|QUYỀN )?(?:${POSTS})(?![\\p{L}])`, 'u');
const POST_AT_END = new RegExp(`\\s((?:${POSTS}))$`, 'u');
const SIGNED = /^\W*(?:da ky|ky, ?(?:ghi ro ho ten|dong dau|ten)|ky ten|ky so|chu ky|signed)/;
const RANK =
  /^(?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy|GS|PGS|TS|ThS|BS|CN)\.?,?\s+){1,3}/u;
const SYLLABLE = /^\p{Lu}[\p{L}’']{0,8}$/u;

/** A name of two to five syllables, each with a capital. */
export function isPersonName(text: string): boolean {
  const bare = text.replace(RANK, '').trim();
  const syllables = bare.split(' ');
  return (
    syllables.length >= 2 &&
    syllables.length <= 5 &&
    syllables.every((syllable) => SYLLABLE.test(syllable)) &&
    bare.length <= 36
  );
}

/** Reads the signature of the main document. The last complete block before the end of the part counts. */
export function findSignature(doc: JoinedText, fromLine: number, endLine: number): SignatureFound {
  const first = Math.max(fromLine, endLine - 60);
  let block: { at: number; end: number; signature: Signature } | null = null;
  for (let at = first; at < endLine; at++) {
    const line = doc.lines[at];
    if (!line || line.row !== null || line.part === 'footnote' || line.part === 'comment' || !opensBlock(line))
      continue;
    const read = readBlock(doc.lines, at, endLine);
    if (read && (block === null || (block.signature.name === null && read.signature.name !== null))) block = read;
    if (read) at = read.end - 1;
  }
  if (!block) return { authority: null, position: null, name: null, lines: null, span: null };
  const start = doc.lines[block.at]?.start ?? 0;
  const end = doc.lines[block.end - 1]?.end ?? start;
  return { ...block.signature, lines: [block.at, block.end], span: [start, end] };
}

/** Capitals at the end of a line of recipients, where two columns were read as one. */
const BESIDE = /^[^;]{2,120};\s+(\p{Lu}[\p{Lu}\s.,/-]{4,60})$/u;

function signatureText(line: Line): string {
  return capitals(partOf(line));
}

/** Small letters that a legacy font for capitals left are made large. */
const capitals = (text: string): string => (isUpper(text) ? text.toUpperCase() : text);

function partOf(line: Line): string {
  const beside = BESIDE.exec(line.text);
  if (beside?.[1]) return beside[1].trim();
  const heading = /^nơi nhận\s?:?\s+(?=\p{Lu}{2})/iu.exec(line.text);
  return heading ? line.text.slice(heading[0].length) : line.text;
}

function opensBlock(line: Line): boolean {
  const text = signatureText(line);
  if (text.length > 120) return false;
  return isUpper(text) && (AUTHORITY.test(text) || POST.test(text));
}

function readBlock(
  lines: Line[],
  from: number,
  limit: number,
): { at: number; end: number; signature: Signature } | null {
  const authority: string[] = [];
  let position: string | null = null;
  let name: string | null = null;
  let at = from;
  for (; at < Math.min(limit, from + 24); at++) {
    const line = lines[at];
    if (!line) break;
    const text = signatureText(line).replace(/(?<![\s,;])[\s,;]+$/u, '');
    if (text === line.text && (line.label === '-' || /^nơi nhận/iu.test(text) || SIGNED.test(fold(text)))) continue;
    if (
      isPersonName(text) &&
      (position !== null || authority.length > 0) &&
      !POST.test(text) &&
      !AUTHORITY.test(text)
    ) {
      name = text.replace(RANK, '').trim();
      at += 1;
      break;
    }
    if (!isUpper(text)) {
      if (text.length > 60) break;
      continue;
    }
    const parts = splitPost(text);
    for (const part of parts) {
      if (AUTHORITY.test(part) && !/^Q\s?\./.test(part)) {
        // Capitals above the first authority were of another block.
        if (authority.length === 0) position = null;
        authority.push(part);
      } else if (position === null && (POST.test(part) || authority.length > 0)) position = part;
      // Another post below is the signer's own; what is no post goes on with the first.
      else if (position !== null) position = POST.test(part) ? position : `${position} ${part}`;
      else authority.push(part);
    }
  }
  if (position === null && authority.length === 0) return null;
  return { at: from, end: at, signature: finish(authority, position, name) };
}

/** "TM. UBND PHƯỜNG CHỦ TỊCH" on one line → two. */
function splitPost(text: string): string[] {
  const match = AUTHORITY.test(text) ? POST_AT_END.exec(text) : null;
  if (!match?.[1]) return [text];
  const before = text.slice(0, match.index).trim();
  return /^(?:TM|T\/M|KT|K\/T|TL|TUQ|Q)\s?[./]?$/u.test(before) ? [text] : [...splitPost(before), match[1]];
}

function finish(authority: string[], position: string | null, name: string | null): Signature {
  const acting = position !== null && /^(?:Q\.\s?|QUYỀN )/u.test(position);
  const post = position === null ? null : position.replace(/^Q\.\s?/u, '');
  const lines = acting && /^Q/u.test(position ?? '') && authority.length === 0 ? ['Q.'] : authority;
  return { authority: lines.length > 0 ? lines.join(' ') : null, position: post, name };
}
