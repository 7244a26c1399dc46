/** Duties: which organisation a document asks for what, as lead or in support, by when, and through whom. */

import { fold } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import { clausesIn } from './clauses.ts';
import { type Asked, actorEnd, findAsked } from './duty-clauses.ts';
import { findTableDuties } from './duty-tables.ts';
import { entriesUnder, type Outline } from './outline.ts';
import type { Duty, Span } from './reading.ts';
import { type Deadline, findDeadlines, receiverIn } from './report-due.ts';

export type DutyContext = {
  body: readonly number[];
  year: number | null /** Name of the issuer, who asks and is not asked. */;
  issuer: string | null;
};

/** What is asked once for all lines: which entries are about carrying out, and the issuer's name made comparable. */
type Asking = DutyContext & { implementing: boolean[]; plainIssuer: string | null };

const IMPLEMENTING =
  /to chuc thuc hien|to chuc trien khai|phan cong|trach nhiem|nhiem vu cu the cua|thuc hien ke hoach|khen thuong|giai phap thuc hien/;
const PURPOSE = /muc dich|yeu cau|muc tieu|quan diem|pham vi|doi tuong|noi dung thi dua|chu de/;
const MOST_LINES = 40;

/** Finds the duties in the whole text, tables included. */
export function findDuties(doc: JoinedText, outline: Outline, context: DutyContext): Duty[] {
  const found: Duty[] = [];
  const first = firstImplementing(outline);
  const asking: Asking = {
    ...context,
    implementing: entriesUnder(outline, (entry) => entry.titled && IMPLEMENTING.test(entry.folded)),
    plainIssuer: context.issuer === null ? null : plain(context.issuer),
  };
  for (const at of context.body) {
    const line = doc.lines[at];
    if (!line || line.row !== null || (line.part !== 'body' && line.part !== 'textbox')) continue;
    const entry = outline.entryOfLine[at] ?? -1;
    const own = outline.entries[entry];
    const titled = own?.line === at && own.titled ? headingDuty(doc, outline, at, asking) : null;
    if (titled) {
      found.push(titled);
      continue;
    }
    if (own?.line === at && own.titled && line.text.length < 60) continue;
    const strict = asking.implementing[entry] !== true || (own?.titled === true && PURPOSE.test(own.folded));
    const body = line.text.slice(line.bodyAt);
    for (const asked of findAsked(body, { strict: strict && at < first })) {
      const duty = toDuty(doc, outline, at, line.start + line.bodyAt, asked, asking);
      if (duty) found.push(duty);
    }
  }
  return unique([...found, ...findTableDuties(doc, context.year)]);
}

/** Line of the first heading that is about carrying out; before it only plain words of asking count. */
function firstImplementing(outline: Outline): number {
  const entry = outline.entries.find(
    (candidate) => candidate.titled && /to chuc thuc hien|phan cong|trach nhiem|giai phap/.test(candidate.folded),
  );
  return entry?.line ?? 0;
}

/** What an issuer does by the document itself. */
const LAUNCHES =
  /^(?:ban hành|phát động|yêu cầu|kêu gọi|đề nghị|giao|chỉ thị|xây dựng kế hoạch|thông báo|trân trọng|tổ chức phát động|mong|đánh giá cao|ghi nhận|biểu dương|tin tưởng)/u;

const HEADING_LEAD =
  /^(?:Giao|Đề nghị|Yêu cầu|Trách nhiệm của|Trách nhiệm|Đối với|Nhiệm vụ của|Phân công)\s(?:cơ quan\s(?=Ủy|Uỷ|UB|Mặt)|cho\s|đồng chí\s|các đồng chí\s)?/u;

/** "1. Thủ trưởng các cơ quan, đơn vị:" with what they have to do below it. */
function headingDuty(doc: JoinedText, outline: Outline, at: number, asking: Asking): Duty | null {
  const line = doc.lines[at];
  if (!line) return null;
  const heading = line.text.slice(line.bodyAt).replace(/(?<![\s:.;,])[\s:.;,]+$/u, '');
  const lead = HEADING_LEAD.exec(heading);
  const from = lead ? lead[0].length : 0;
  const upper = !/\p{Ll}/u.test(heading) && heading.length > 8;
  const bare = heading.slice(from);
  const named = upper ? capitalisedSentence(bare) : lead ? bare.charAt(0).toUpperCase() + bare.slice(1) : bare;
  const end = actorEnd(named, 0);
  if (end === 0) return null;
  const rest = named.slice(end);
  // A heading that goes on with a verb is a sentence; one that goes on otherwise ("…, Trưởng các bản") still names them.
  if (/^\s\p{Ll}/u.test(rest) && !/^\s(?:và|các|của|trên|thuộc|xã|phường|tỉnh)/u.test(rest)) return null;
  const parent = outline.entries[outline.entryOfLine[at] ?? -1]?.parent ?? null;
  if (parent !== null && !lead && !asking.implementing[parent] && !line.text.endsWith(':')) return null;
  const start = line.start + line.bodyAt + from;
  const organisation = doc.text
    .slice(start, line.start + line.bodyAt + heading.length)
    .replace(/\s\([^()]{0,80}\)$/u, '');
  const lines = below(doc, outline, at, doc.lines.length);
  if (opensNames(doc.lines[lines[0] ?? at], at !== lines[0])) return null;
  if (lines.length === 0) return null;
  const tasks = lines.flatMap((index) => tasksOfLine(doc, index));
  const text = lines
    .map((index) => doc.lines[index]?.text ?? '')
    .join('\n')
    .slice(0, 8000);
  const first = doc.lines[lines[0] ?? at];
  const supporting =
    first !== undefined &&
    /^phối hợp/iu.test(first.text.slice(first.bodyAt)) &&
    !/chủ trì/iu.test(first.text.slice(0, 200));
  const span: Span = [line.start, line.end];
  return {
    organisation,
    role: supporting ? 'supporting' : 'lead',
    tasks,
    ...deadlineOf(text, asking.year),
    quote: line.text,
    span,
    confidence: 0.9,
  };
}

/** "Trách nhiệm của các ngành" over a list of names is no name itself. */
function opensNames(line: Line | undefined, below: boolean): boolean {
  if (!below || !line || line.label === null || !/^\d/.test(line.label)) return false;
  const text = line.text.slice(line.bodyAt);
  const lead = HEADING_LEAD.exec(text)?.[0].length ?? 0;
  const end = actorEnd(text, lead);
  return end > 0 && /^\s?(?::|$|\s\p{Ll})/u.test(text.slice(end));
}

/** Capitals as in a sentence, so that "PHÒNG VĂN HÓA - XÃ HỘI" is recognised like a name in small letters. */
const capitalisedSentence = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase();

/** The lines under an entry, up to the next entry beside or above it. */
function below(doc: JoinedText, outline: Outline, at: number, endLine: number): number[] {
  const entry = outline.entryOfLine[at] ?? null;
  const lines: number[] = [];
  for (let i = at + 1; i < Math.min(endLine, at + 1 + MOST_LINES); i++) {
    const line = doc.lines[i];
    if (!line || !isInside(outline, i, entry)) break;
    if (/^(?:tren day la|noi nhan)/.test(line.folded.slice(0, 20))) break;
    lines.push(i);
  }
  return lines;
}

function isInside(outline: Outline, line: number, entry: number | null): boolean {
  let at = outline.entryOfLine[line] ?? null;
  for (let depth = 0; at !== null && depth < 30; depth++) {
    if (at === entry) return true;
    at = outline.entries[at]?.parent ?? null;
  }
  return entry === null;
}

function tasksOfLine(doc: JoinedText, at: number): string[] {
  const line = doc.lines[at];
  if (!line) return [];
  return clausesIn(line.text, line.bodyAt)
    .map(([from, to]) => line.text.slice(from, to))
    .filter((text) => text.length > 3);
}

/** The first day in a text by which something is to be done, and how the text ties it; undefined without one. */
export function deadlineIn(text: string, year: number | null): Deadline | undefined {
  return findDeadlines(text, year).find(
    ({ relation, span }) =>
      relation !== 'on' && !/từ (?:nay|ngày)/iu.test(text.slice(Math.max(0, span[0] - 24), span[0])),
  );
}

function deadlineOf(text: string, year: number | null): { dueOn: string | null; via: string | null } {
  return { dueOn: deadlineIn(text, year)?.on ?? null, via: receiverIn(text).via };
}

function toDuty(
  doc: JoinedText,
  outline: Outline,
  at: number,
  offset: number,
  asked: Asked,
  asking: Asking,
): Duty | null {
  const line = doc.lines[at];
  if (!line) return null;
  const text = doc.text.slice(offset, line.end);
  const organisation = text.slice(...asked.organisation);
  if (isIssuer(organisation, asking.plainIssuer) && asked.role === 'lead' && LAUNCHES.test(text.slice(...asked.task)))
    return null;
  const tasks = clausesIn(text, asked.task[0], asked.task[1])
    .map(([from, to]) => text.slice(from, to))
    .filter((task) => task.length > 3);
  // "Thủ trưởng cơ quan, đơn vị:" – what follows is the list below.
  const opensList = line.text.endsWith(':') && asked.span[1] >= text.length - 2;
  const lines = opensList || line.label !== null ? listBelow(doc, outline, at, doc.lines.length, opensList) : [];
  tasks.push(...lines.flatMap((index) => tasksOfLine(doc, index)));
  if (tasks.length === 0) return null;
  const all = [text.slice(...asked.task), ...lines.map((index) => doc.lines[index]?.text ?? '')]
    .join('\n')
    .slice(0, 8000);
  const span: Span = [offset + asked.span[0], offset + asked.span[1]];
  return {
    organisation,
    role: asked.role,
    tasks,
    ...deadlineOf(all, asking.year),
    quote: doc.text.slice(...span),
    span,
    confidence: 0.75,
  };
}

/** Bullets right under a line that ends with a colon, or under a point. */
function listBelow(doc: JoinedText, outline: Outline, at: number, endLine: number, colon: boolean): number[] {
  const lines: number[] = [];
  const entry = doc.lines[at]?.label === null ? null : (outline.entryOfLine[at] ?? null);
  for (let i = at + 1; i < Math.min(endLine, at + 1 + MOST_LINES); i++) {
    const line = doc.lines[i];
    if (!line) break;
    const bullet = line.label !== null && /^[-–+•*]/.test(line.label);
    // A paragraph without a label may close the whole document as well as go on with the point.
    if (line.label === null || (entry !== null ? !isInside(outline, i, entry) : !(colon && bullet))) break;
    lines.push(i);
  }
  return lines;
}

const plain = (text: string): string =>
  fold(text)
    .replaceAll('uy ban nhan dan', 'ubnd')
    .replace(/[^a-z0-9]+/g, '');

/** `issuer` is made comparable already. */
function isIssuer(name: string, issuer: string | null): boolean {
  if (issuer === null) return false;
  const bare = plain(name);
  if (issuer === bare) return true;
  // "Chủ tịch Ủy ban nhân dân tỉnh" is the issuer whose name ends with the place.
  if (bare.length > 9 && issuer.startsWith(bare)) return true;
  return issuer.startsWith('ubnd') && /^ubnd(?:xa|phuong|tinh|huyen|thanhpho|dackhu)?$/.test(bare);
}

function unique(duties: Duty[]): Duty[] {
  const seen = new Set<string>();
  return duties.filter((duty) => {
    const key = `${fold(duty.organisation)}|${duty.role}|${duty.span[0]}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
