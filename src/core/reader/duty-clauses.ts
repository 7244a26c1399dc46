/** Who is asked to do something in a stretch of text: "Giao Sở …", "Đề nghị …", "… chủ trì, phối hợp với …". */

import { fold } from '../text/search.ts';
import { sentencesIn } from './clauses.ts';
import { opensOrganisation, organisationEnd } from './organisations.ts';
import type { Span } from './reading.ts';

export type Asked = {
  organisation: Span;
  role: 'lead' | 'supporting';
  /** What is asked: the rest of the sentence, in places of the same text. */
  task: Span;
  /** From the word that asks ("Giao") or the name to the end of the sentence. */
  span: Span;
};

const ASKS =
  /^(?:Giao(?: nhiệm vụ)?(?: cho)?|Đề nghị|Yêu cầu|Phân công|Ủy quyền(?: cho)?|Trân trọng đề nghị|Kính đề nghị|Trách nhiệm của|Đối với|Nhiệm vụ của)\s(?:đồng chí\s|các đồng chí\s|cơ quan\s(?=Ủy|Uỷ|UB|Mặt))?/u;
/** Whether these stand alone is asked of what is found: looking behind at every place takes far longer. */
const ASKS_INSIDE = /(?:giao|đề nghị|yêu cầu|phân công)(?: nhiệm vụ)?(?: cho)?\s(?=\p{Lu}|các\s|từng\s|mỗi\s)/gu;
const BY = /do\s(?=\p{Lu})/gu;
const OPENINGS =
  /^(?:Căn cứ|Trên cơ sở|Để|Theo|Kết thúc|Định kỳ|Hằng|Hàng|Sau khi|Trong quá trình|Trước ngày|Chậm nhất|Từ)\s/u;
const CLOSING = /^(?:tren day la|voi tinh than do|nhan duoc|noi nhan|can cu luat|thua uy quyen)/;

const NO_ACTOR =
  /^(?:Ban hành|Báo cáo|Báo (?:cáo|hiệu)|Tổ chức (?!chính|Đảng|đảng)|Đoàn kết|Hội nhập|Hội nghị|Hội thi|Bộ máy|Bộ tiêu chí|Khối lượng|Khối đại|Trong |Đơn giản|Bảo (?:đảm|vệ|tồn|hiểm y tế)|Cục bộ|Phòng(?:,| chống| ngừa| bệnh)|Xã hội|Thuế suất|Mặt khác|Thành lập|Thành tích|Công chúng|Cán cân|Sở hữu|Trường hợp|Trưởng thành|Lãnh đạo,? chỉ đạo|Lãnh đạo thực hiện|Xã đạt|Phường đạt|Tổ chức$|Doanh thu|Đài tưởng|Thôn đạt|Đoàn thể$|Hội đủ|Cụm công nghiệp|Khối lượng|Bản sắc|Bản chất|Bản quyền|Bản thân|Đến |Hộ nghèo|Hộ gia đình|Nhân dân tệ|Phong trào|Đại hội|Bản (?:tin|đồ)|Đội ngũ|Bảo hiểm y tế)/u;
const GROUP = /^(?:Các|các|Từng|từng|Mỗi|mỗi|Toàn thể|Tất cả các|tất cả các)\s/u;
const GROUP_NOUN =
  /^(?:đồng chí |ông |bà |cán bộ|công chức|cơ quan|đơn vị|phòng|ban(?![\p{L}])|sở|bộ(?![\p{L}])|ngành|đoàn thể|tổ chức (?:chính trị|đoàn thể|Đảng|đảng|cơ sở|hội|thành viên|xã hội|kinh tế)|tổ chức,|địa phương|xã|phường|thị trấn|đặc khu|huyện|quận|thành phố|thôn|bản(?![\p{L}])|tổ dân phố|tổ(?![\p{L}])|ấp|buôn|xóm|làng|sóc|phum|khóm|tiểu khu|đội(?! ngũ)|khu phố|khu dân cư|khu(?! vực)|trường|doanh nghiệp|hội|cấp(?! độ)|cụm|khối|hợp tác xã|công ty|lực lượng|thành viên|cơ sở (?:giáo dục|y tế)|tập thể|trạm|đồn|chi bộ|chi, đảng bộ|đảng bộ|đảng ủy|cấp ủy|hội viên|công đoàn|liên đội|chi đoàn|chi hội|tổ công tác|bộ phận|chủ đầu tư|nhà trường|tiểu ban|đội|văn phòng|Sở|Ban|Phòng|Hội|Đoàn|UBND|Ủy ban|Cụm|Khối|Bộ|Tổ|Thôn|Bản|Trường)/u;

/** Posts that stand in small letters within a sentence. */
const POST_OF_SEVERAL =
  /^(?:trưởng|thủ trưởng|bí thư|chủ tịch|giám đốc|hiệu trưởng|tổ trưởng) (?:các|phòng|thôn|bản|ban|cơ quan|đơn vị)|^ủy ban nhân dân/u;

/** End of the name of somebody who can be asked, beginning at `at`; 0 when none begins there. */
export function actorEnd(text: string, at: number, limit = text.length): number {
  const head = text.slice(at, at + 40);
  const group = GROUP.exec(head);
  if (group) {
    if (!GROUP_NOUN.test(text.slice(at + group[0].length, at + group[0].length + 24))) return 0;
  } else if (
    !(POST_OF_SEVERAL.test(head) || /^\p{Lu}/u.test(head)) ||
    NO_ACTOR.test(head) ||
    !opensOrganisation(text, at)
  )
    return 0;
  const end = organisationEnd(text, at, { several: true, limit });
  const name = text.slice(at, end);
  return name.includes(' ') || /^(?:UBND|HĐND|MTTQ)/.test(name) ? end : 0;
}

const SUPPORTS = /^[\s,]{0,3}(?:và\s)?(?:phối hợp|cùng|hỗ trợ)/u;
const FOLLOWED = /^(?:\s\p{Ll}|\s?:|,\s(?:phối hợp|chủ trì|căn cứ|theo|tham mưu)|\s\((?:cơ quan|qua|là))/u;
const WITH = /(?:phối hợp(?: chặt chẽ)?(?: với| cùng)|cùng với)\s(?=\p{Lu}|các\s)/u;

/** Everybody asked in one line, by sentence. `strict` keeps to words that plainly ask; otherwise a name and a verb are enough. */
export function findAsked(text: string, { strict }: { strict: boolean }): Asked[] {
  if (CLOSING.test(fold(text.slice(0, 40)))) return [];
  const found: Asked[] = [];
  for (const [from, to] of sentencesIn(text)) {
    const main = atSentenceStart(text, from, to, strict) ?? afterOpening(text, from, to, strict);
    let after = main ? main.organisation[1] : from;
    let last = main;
    for (const start of clauseStarts(text, after, to)) {
      const next = atSentenceStart(text, start, to, strict && !last);
      if (!next || next.organisation[0] < after) continue;
      if (last) found.push(...closed(text, last, start));
      last = next;
      after = next.organisation[1];
    }
    if (last) found.push(...closed(text, last, to));
    found.push(...insideSentence(text, main ? main.organisation[1] : from, to));
  }
  return found;
}

/** One who is asked, up to where the next one begins, with those who support. */
function closed(text: string, asked: Asked, to: number): Asked[] {
  const end = trimMark(text, asked.task[0], to);
  const own: Asked = { ...asked, task: [asked.task[0], end], span: [asked.span[0], end] };
  return [own, ...withOthers(text, own)];
}

function trimMark(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s;,.]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** Places behind semicolons, where another one may be asked in the same sentence. */
function* clauseStarts(text: string, from: number, to: number): Generator<number> {
  for (let at = text.indexOf('; ', from); at >= 0 && at < to; at = text.indexOf('; ', at + 1)) yield at + 2;
}

function toAsked(text: string, start: number, nameStart: number, nameEnd: number, to: number): Asked {
  const rest = text.slice(nameEnd, to);
  const lead = /^[\s:,]*(?:\([^()]{0,120}\)[\s:,]*)?/u.exec(rest)?.[0].length ?? 0;
  const supports = SUPPORTS.test(rest) && !/^[^.;]{0,60}chủ trì/u.test(rest);
  return {
    organisation: [nameStart, nameEnd],
    role: supports ? 'supporting' : 'lead',
    task: [nameEnd + lead, to],
    span: [start, to],
  };
}

function atSentenceStart(text: string, from: number, to: number, strict: boolean): Asked | null {
  const asks = ASKS.exec(text.slice(from, from + 60));
  const start = asks ? from + asks[0].length : from;
  const end = actorEnd(text, start, to);
  if (end === 0) return null;
  const rest = text.slice(end, to);
  if (!asks && !FOLLOWED.test(rest)) return null;
  if (
    !asks &&
    strict &&
    !/^[^.;]{0,40}(?:chủ trì|có trách nhiệm|chịu trách nhiệm|tham mưu|phối hợp|làm đầu mối|được giao|là cơ quan)/u.test(
      rest,
    )
  )
    return null;
  if (
    /^\s(?:được|là (?!cơ quan|đơn vị|đầu mối|bộ phận)|có (?!trách|nhiệm vụ)|đã|phải được|sẽ được|trong thời|những năm|ban hành kế hoạch phát động)/u.test(
      rest,
    ) &&
    !asks
  )
    return null;
  return toAsked(text, from, start, end, to);
}

/** "Căn cứ Kế hoạch này, các cơ quan, đơn vị xây dựng …": the name stands after an opening. */
function afterOpening(text: string, from: number, to: number, strict: boolean): Asked | null {
  if (strict || !OPENINGS.test(text.slice(from, from + 20))) return null;
  const limit = Math.min(to, from + 320);
  for (let at = from + 6; at < limit; at++) {
    if (text[at] !== ' ') continue;
    const comma = text[at - 1] === ',' || text[at - 1] === ':';
    const next = text[at + 1] ?? '';
    if (!comma && !(/\p{Lu}/u.test(next) && /này$/u.test(text.slice(at - 4, at)))) continue;
    const end = actorEnd(text, at + 1, to);
    if (end === 0 || !FOLLOWED.test(text.slice(end, to))) continue;
    return toAsked(text, at + 1, at + 1, end, to);
  }
  return null;
}

function* insideSentence(text: string, from: number, to: number): Generator<Asked> {
  const part = text.slice(from, to);
  for (const pattern of [ASKS_INSIDE, BY])
    for (const match of part.matchAll(pattern)) {
      if (!(pattern === BY ? /[\s,;:(]/ : /[\s,;:]/).test(part[match.index - 1] ?? '')) continue;
      const start = from + match.index + match[0].length;
      const end = actorEnd(text, start, to);
      if (end === 0) continue;
      const rest = text.slice(end, to);
      const plain =
        pattern === ASKS_INSIDE
          ? /^\s\p{Ll}/u.test(rest) && !/^\s(?:khen|xem xét|về|cho|công nhận)/u.test(rest)
          : /^\s(?:chủ trì|thực hiện|làm đầu mối|đảm nhiệm|phụ trách|tham mưu)/u.test(rest);
      if (plain) yield toAsked(text, from + match.index, start, end, to);
    }
}

/** "chủ trì, phối hợp với A và B": those who support. */
function withOthers(text: string, main: Asked): Asked[] {
  const [from, to] = main.task;
  const match = WITH.exec(text.slice(from, Math.min(to, from + 120)));
  if (!match) return [];
  const start = from + match.index + match[0].length;
  const end = actorEnd(text, start, to);
  if (end === 0) return [];
  return [
    {
      organisation: [start, end],
      role: 'supporting',
      task: [end + (/^[\s,]*/u.exec(text.slice(end, to))?.[0].length ?? 0), to],
      span: [from + match.index, to],
    },
  ];
}
