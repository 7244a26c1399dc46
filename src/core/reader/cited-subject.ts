/** The subject (trích yếu) of a cited document in running text, and where it ends. */

import { fold } from '../text/search.ts';
import { opensOrganisation, organisationEnd } from './organisations.ts';
import type { Span } from './reading.ts';

const MAX_SUBJECT = 700;

const LEAD = /^(?:về việc|về|V\/v|v\/v|Về việc|Về)[:\s]\s?/u;
/** Verbs with which a subject may begin at once after the issuer. */
const VERB =
  /^(?:ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|bãi bỏ|phát động|triển khai|tổ chức (?:thực hiện|triển khai|phong trào)|tăng cường|đẩy mạnh|thực hiện (?=\p{Lu}|phong trào|nhiệm vụ|công tác))/u;
const TOWARDS = /^đối với /u;

/** What after a comma begins another clause of the sentence around the citation. */
const NEW_CLAUSE =
  /^(?:đồng thời|góp phần|nhằm|trong đó|qua đó|gắn (?:với|việc|kết)|cụ thể|như sau|đề nghị|yêu cầu|phấn đấu|từ đó|trên cơ sở|theo đó|kịp thời|đặc biệt là|Phong trào|phong trào thi đua (?:yêu nước )?trong|Nhằm|Để|nhằm|thời gian qua|đến nay|hiện nay|tuy nhiên|trong thời gian|trong những năm|trong năm|năm 20\d\d,|các cơ quan, đơn vị|toàn thể|tạo |coi |bảo đảm (?:đúng|thiết)|tuyên truyền, giáo dục|phát huy vai trò)/u;
/** A unit that does something: ", toàn xã phấn đấu …", ", năm 2026 xã được giao …". */
const UNIT_CLAUSE =
  /^(?:(?:trong )?năm 20\d\d,? )?(?:toàn )?(?:xã|phường|tỉnh|thành phố|huyện|thôn|bản|xóm|nhà trường|trường|đơn vị|cơ quan|địa phương|ngành|sở|phòng|chúng ta)(?: \p{L}{1,8}){0,4} (?:phấn đấu|đề ra|được giao|đặt|đã|tiếp tục|xác định|tập trung|triển khai|xây dựng|tổ chức|ban hành|phát động|sẽ|cần|phải|hoàn thành|có|thực hiện|yêu cầu|đề nghị)(?![\p{L}])/u;
const ENDS_BEFORE =
  /^(?:và|cùng với|cùng)\s(?:các\s)?(?:Luật|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kế hoạch|Kết luận|Thông tư|Công văn|Hướng dẫn|Chương trình|Quy định|Quy chế|văn bản|các văn bản)\s/u;
const ASIDE = /^\((?:sau đây|gọi tắt|viết tắt|dưới đây|qua|có hiệu lực|kèm theo|đính kèm|gửi kèm|bản sao|thay)/iu;

/** Place of the subject that begins at `at`, or null when none does. */
export function subjectAt(
  text: string,
  at: number,
  to: number,
  { nextStart, afterHead }: { nextStart: number | null; afterHead: boolean },
): Span | null {
  let start = at;
  while (text[start] === ' ') start += 1;
  const comma = text[start] === ',';
  if (comma) start += 1;
  while (text[start] === ' ') start += 1;
  if (start >= to) return null;
  const head = text.slice(start, Math.min(to, start + 40));
  const lead = LEAD.exec(head);
  const quotedLead = /^[“"](?:về việc|về|V\/v)\s/u.exec(head);
  if (quotedLead && afterHead) {
    const inside = start + quotedLead[0].length;
    const close = text.slice(inside, Math.min(to, inside + MAX_SUBJECT)).search(/[”"]/u);
    if (close > 3) return [inside, inside + close];
  }
  if (lead) start += lead[0].length;
  else if (/^[“"]/.test(head) && afterHead && !comma) start += 0;
  else if (comma || !afterHead || !(VERB.test(head) || TOWARDS.test(head))) return null;
  const end = subjectEnd(text, start, Math.min(to, start + MAX_SUBJECT), nextStart);
  return end > start ? [start, end] : null;
}

/** Where a subject ends: before ";", the end of the sentence, another citation in a row, or the clause around it. */
function subjectEnd(text: string, start: number, limit: number, nextStart: number | null): number {
  let quoted = false;
  let depth = 0;
  for (let i = start; i < limit; i++) {
    const character = text[i] ?? '';
    if (nextStart !== null && i === nextStart && depth === 0 && inARow(text, start, i)) return trimEnd(text, start, i);
    switch (character) {
      case '“':
        quoted = true;
        break;
      case '”':
        quoted = false;
        break;
      case '(':
        if (ASIDE.test(text.slice(i, i + 14))) return trimEnd(text, start, i);
        depth += 1;
        break;
      case ')':
        if (depth === 0) return trimEnd(text, start, i);
        depth -= 1;
        break;
      case '|':
      case '\n':
        return trimEnd(text, start, i);
      case ';':
        if (!quoted && depth === 0) return trimEnd(text, start, i);
        break;
      case '.':
      case ':':
        if (depth === 0 && !quoted && endsHere(text, i)) return trimEnd(text, start, i);
        break;
      case ',':
        if (!quoted && depth === 0 && newClause(text, i, limit)) return trimEnd(text, start, i);
        break;
      case ' ':
        if (!quoted && ENDS_BEFORE.test(text.slice(i + 1, i + 40))) return trimEnd(text, start, i);
        if (!quoted && /^(?:như sau|gắn với việc|với (?:các|những) nội dung|, cụ thể)/u.test(text.slice(i + 1, i + 30)))
          return trimEnd(text, start, i);
        break;
      default:
    }
  }
  return trimEnd(text, start, limit);
}

/** The next citation stands beside this one ("… và Kết luận số 21-KL/TW"), not inside its subject. */
function inARow(text: string, start: number, next: number): boolean {
  return /(?:[,;]|\svà|\scùng|\scùng với)\s*(?:các\s|theo\s)?$/u.test(text.slice(Math.max(start, next - 16), next));
}

function endsHere(text: string, at: number): boolean {
  const next = text[at + 1] ?? ' ';
  if (next === '/' || next === '.') return true;
  if (next !== ' ' && next !== '\n') return false;
  return !/(?:^|\s)(?:TP|TX|TT|Tp|P|Q|H)$/.test(text.slice(Math.max(0, at - 4), at));
}

function newClause(text: string, comma: number, limit: number): boolean {
  let next = comma + 1;
  while (text[next] === ' ') next += 1;
  if (next >= limit) return true;
  const head = text.slice(next, next + 48);
  if (NEW_CLAUSE.test(head) || UNIT_CLAUSE.test(text.slice(next, next + 80))) return true;
  if (!/^(?:\p{Lu}|ủy ban)/u.test(head) || !opensOrganisation(text, next)) return false;
  const end = organisationEnd(text, next, { several: false, limit });
  // An organisation that a verb follows is the subject of the sentence around the citation.
  return /^\s\p{Ll}/u.test(text.slice(end, end + 2)) && !fold(text.slice(end, end + 5)).startsWith(' va ');
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\s.,;:/]/.test(text[at - 1] ?? '')) at -= 1;
  const tail = /\s(?:và|cùng|cùng với|các)$/u.exec(text.slice(Math.max(start, at - 12), at));
  return tail ? at - tail[0].length : at;
}
