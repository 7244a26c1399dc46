/** Where further documents and annexes begin in one file. */

import type { JoinedText, Line } from './blocks.ts';
import { isUpper } from './wrapping.ts';

type Part = JoinedText['parts'][number];

const ANNEX =
  /^(?:phu luc|phu bieu|bieu mau|bieu|mau|de cuong)(?:\s(?:so\s)?[ivx\d]{1,5}[a-z]?)?(?:\s?[.:-]\s?.{0,120})?$/;
const ATTACHED = /^\(?(?:ban hanh )?kem theo\b/;
const ATTACHED_INSIDE =
  /\((?:ban hanh )?kem theo (?:ke hoach|quyet dinh|cong van|chi thi|thong bao|huong dan|to trinh|bao cao|nghi quyet|van ban)/;
const KINDS =
  /^(?:ke hoach|quy che|quy dinh|chuong trinh|de an|phuong an|huong dan|bao cao|danh sach|bang tieu chi|bang cham diem)$/;

/** The parts of a file, the first always the main one at line 0. Annexes and further documents follow its end. */
export function findParts(lines: Line[]): Part[] {
  const parts: Part[] = [{ firstLine: 0, kind: 'main' }];
  let ended = false;
  lines.forEach((line, at) => {
    if (line.part !== 'body') return;
    const folded = line.folded.slice(0, 200);
    if (folded.startsWith('noi nhan') || line.text.endsWith('./.')) ended = true;
    const start = startOfPart(lines, at, folded, ended);
    if (start === null || start.firstLine <= (parts.at(-1)?.firstLine ?? 0)) return;
    parts.push(start);
    ended = false;
  });
  return parts;
}

function startOfPart(lines: Line[], at: number, folded: string, ended: boolean): Part | null {
  const line = lines[at];
  if (!line || at === 0 || line.row !== null) return null;
  if (folded.startsWith('cong hoa xa hoi chu nghia')) {
    return ended ? { firstLine: backOverHead(lines, at), kind: nearAttached(lines, at) ? 'annex' : 'other' } : null;
  }
  const emphatic =
    isUpper(line.text) || line.style.bold || line.style.align === 'center' || line.style.heading !== null;
  if (ANNEX.test(folded) && (ended || emphatic) && line.text.length < 140) {
    return ended || nearAttached(lines, at) || /^phu luc/.test(folded) ? { firstLine: at, kind: 'annex' } : null;
  }
  if (ended && KINDS.test(folded) && isUpper(line.text)) return { firstLine: at, kind: 'annex' };
  if (ended && (ATTACHED.test(folded) || ATTACHED_INSIDE.test(folded)))
    return { firstLine: backOverHead(lines, at), kind: 'annex' };
  return null;
}

/** "(Kèm theo Kế hoạch số …)" within the next lines. */
function nearAttached(lines: Line[], at: number): boolean {
  return lines.slice(at, at + 7).some((line) => ATTACHED.test(line.folded.slice(0, 60)));
}

/** Back over the lines in capitals that stand directly above, but not over the name of a signer or a recipient. */
function backOverHead(lines: Line[], at: number): number {
  let first = at;
  while (first > 0 && at - first < 6) {
    const above = lines[first - 1];
    if (!above || above.row !== null || !isUpper(above.text) || above.text.endsWith('./.')) break;
    first -= 1;
  }
  return first;
}
