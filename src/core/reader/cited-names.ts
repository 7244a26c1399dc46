/** Documents cited without number and symbol: laws by name, "Nghị quyết 57", resolutions by their body. */

import { dateAt } from '../text/dates.ts';
import type { CitedDocument } from './cited-numbers.ts';
import { organisationEnd } from './organisations.ts';

type Named = Omit<CitedDocument, 'nested'> & { nested: boolean };

/** These begin with a capital, so that a letter before them is asked for only where one is found. */
const LAW = /(Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s(?=\p{L}|năm \d{4})/gu;
const NOT_LAW = /^(?:sư|gia|Sư|Gia|số|này|pháp|lệ|chơi|và|của|định|tục|trên|được|có|là|theo|hiện)(?![\p{L}])/u;
/** Words in lower case after which a comma belongs to the name: "Thi đua, khen thưởng", "Phòng, chống …". */
const NAME_GOES_ON =
  /^(?:khen|chống|bổ sung|chữa cháy|phòng cháy|tiêu cực|người|trật tự|cứu nạn|quyền|sử dụng|tố cáo|bảo vệ|lưu trữ|chống lãng phí)/u;
const NAME_STOPS =
  /^(?:và các|và Nghị|và Luật|và Quyết|và Thông|về|được|đã|quy định|để|trong|trên|năm|ngày|số|có|theo|của|nhằm|bảo đảm|đảm bảo|gắn|tại|cho|đến|là|như|với|thì|phải|cũng)(?![\p{L}])/u;

const behindLetter = (text: string, at: number): boolean => /\p{L}/u.test(text[at - 1] ?? '');

/** Laws named without a number, with the date or year where it follows. */
export function findLawsByName(line: string): Named[] {
  const found: Named[] = [];
  for (const match of line.matchAll(LAW)) {
    if (behindLetter(line, match.index)) continue;
    const kind = match[1] ?? 'Luật';
    const start = match.index + match[0].length;
    if (
      NOT_LAW.test(line.slice(start, start + 5)) ||
      /pháp $/iu.test(line.slice(Math.max(0, match.index - 5), match.index))
    )
      continue;
    const end = kind === 'Hiến pháp' ? start : lawNameEnd(line, start);
    const name = line.slice(start, end).trim();
    if (kind !== 'Hiến pháp' && (name.length < 4 || /^sửa đổi$/.test(name))) continue;
    const rest = line.slice(end);
    const numbered = /^,?\s{0,2}số\s{0,2}\d/u.test(rest);
    if (numbered) continue;
    const date = dateAt(line, skipComma(line, end));
    const year = /^\s{0,2}(?:năm )?(?:19|20)\d{2}(?!\s?[-–]\s?\d)/u.exec(rest);
    const last = date ? date.span[1] : year ? end + year[0].length : kind === 'Hiến pháp' ? start - 1 : end;
    found.push(named(kind, { subject: name === '' ? null : name, date: date?.iso ?? null, span: [match.index, last] }));
  }
  return found;
}

function skipComma(line: string, at: number): number {
  return line[at] === ',' ? at + 1 : at;
}

function lawNameEnd(line: string, start: number): number {
  const limit = Math.min(line.length, start + 160);
  let end = limit;
  for (let i = start; i < limit; i++) {
    const character = line[i] ?? '';
    if (character === ',') {
      let next = i + 1;
      while (line[next] === ' ') next += 1;
      if (NAME_GOES_ON.test(line.slice(next, next + 16))) continue;
      end = i;
      break;
    }
    if (/[.;:()“”"|\n]/.test(character)) {
      end = i;
      break;
    }
    if (character === ' ' && NAME_STOPS.test(line.slice(i + 1, i + 14))) {
      // "Hoạt động giám sát của Quốc hội": within a name "của" is followed by a capital.
      if (/^(?:của|trong|và) \p{Lu}(?!ghị|uyết)/u.test(line.slice(i + 1, i + 12))) continue;
      end = i;
      break;
    }
  }
  return end;
}

const SHORT =
  /(Nghị quyết|Chỉ thị|Kết luận|Nghị định|Quyết định|Thông tư|Quy định|Kế hoạch|Hướng dẫn|Thông báo|Đề án|Công văn|Chương trình) (số )?(\d{1,4})(?![\d/.,%–-])(?!\s?[-–/]\s?[\dA-ZĐ])/gu;

/** "Nghị quyết 57", "Chỉ thị số 41 của Bộ Chính trị". */
export function findShortForms(line: string): Named[] {
  const found: Named[] = [];
  for (const match of line.matchAll(SHORT)) {
    if (behindLetter(line, match.index)) continue;
    const kind = match[1] ?? '';
    const end = match.index + match[0].length;
    const counted = /^ (?:năm|tháng|ngày|lần|giai đoạn|nhiệm vụ|nội dung)/u.test(line.slice(end, end + 12));
    if (match[2] === undefined && (counted || !/^(?:Nghị quyết|Chỉ thị|Kết luận|Nghị định|Đề án)$/.test(kind)))
      continue;
    const issuer = /^ của (?=\p{Lu})/u.exec(line.slice(end, end + 8));
    const issuerStart = issuer ? end + issuer[0].length : end;
    const last = issuer ? organisationEnd(line, issuerStart, { several: false }) : end;
    found.push({
      ...named(kind, { subject: null, date: null, span: [match.index, last] }),
      number: match[3] ?? null,
      issuer: issuer && last > issuerStart ? line.slice(issuerStart, last) : null,
    });
  }
  return found;
}

const RESOLUTION =
  /Nghị quyết (?:của )?(?=Đại hội|đại hội|Hội đồng nhân dân|HĐND|Đảng ủy|Đảng uỷ|Tỉnh ủy|Thành ủy|Huyện ủy|Ban Chấp hành|Ban Thường vụ|Trung ương|Bộ Chính trị|Chính phủ|Quốc hội)/gu;

/** Resolutions named by their body only: "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV". */
export function findResolutionsByBody(line: string): Named[] {
  const found: Named[] = [];
  for (const match of line.matchAll(RESOLUTION)) {
    if (behindLetter(line, match.index)) continue;
    const start = match.index + match[0].length;
    const end = bodyEnd(line, start);
    if (end <= start) continue;
    found.push({
      ...named('Nghị quyết', { subject: null, date: null, span: [match.index, end] }),
      issuer: line.slice(start, end),
      confidence: 0.5,
    });
  }
  return found;
}

function bodyEnd(line: string, start: number): number {
  let end = organisationEnd(line, start, { several: false, limit: Math.min(line.length, start + 120) });
  const term = /^,? (?:nhiệm kỳ \d{4}\s?[-–]\s?\d{4}|lần thứ [IVXL\d]{1,6}|khóa [IVXL\d]{1,6})/u.exec(
    line.slice(end, end + 40),
  );
  if (term) end += term[0].length;
  return end;
}

function named(
  kind: string,
  { subject, date, span }: { subject: string | null; date: string | null; span: [number, number] },
): Named {
  return {
    role: 'reference',
    kind,
    number: null,
    symbol: null,
    numberSymbol: null,
    date,
    issuer: null,
    subject,
    span,
    headEnd: span[1],
    nested: false,
    confidence: 0.7,
  };
}
