/** Other movements and campaigns that a document names, in quotation marks or without, and whether it answers them. */

import { OFFICIAL_MOVEMENTS, type OfficialMovement } from '../law/official-movements.ts';
import { fold, foldedWords, wordsHeld } from '../text/search.ts';
import type { JoinedText, Line } from './blocks.ts';
import { isNoMovement, officialMovement, officialNameFor } from './movement-names.ts';
import { organisationEnd } from './organisations.ts';
import { findQuotations, type Quotation, trimmedSpan } from './quotations.ts';
import type { NamedMovement, Span } from './reading.ts';

export type OwnMovement = {
  title: string | null;
  theme: string | null;
  /** Places of quotations that are themes. */
  themeSpans: Span[];
  /** Lines of type and title: the own movement may bear an official name. */
  titleLines: number[];
};

type Candidate = {
  span: Span;
  inner: Span;
  name: string;
  official: OfficialMovement | null;
  before: string;
  after: string;
  quoted: boolean;
};

/** Finds the movements named in the body. One entry a movement; the first place counts. */
export function findNamedMovements(doc: JoinedText, body: readonly number[], own: OwnMovement): NamedMovement[] {
  const found = new Map<string, NamedMovement>();
  for (const at of [...own.titleLines, ...body]) {
    const line = doc.lines[at];
    if (!line) continue;
    const folded = line.folded;
    if (!/phong trao|cuoc van dong|thi dua/.test(folded)) continue;
    const quotations = findQuotations(line.text);
    for (const candidate of [...quotedNames(line, folded, quotations), ...plainNames(line, folded, quotations)]) {
      if (isOwn(candidate, own, line) || (own.titleLines.includes(at) && candidate.official === null)) continue;
      const movement = toMovement(candidate, line, folded);
      const key = fold(movement.officialName ?? movement.name).replace(/[^a-z0-9]/g, '');
      const known = found.get(key);
      if (!known) found.set(key, movement);
      else if (movement.answered && !known.answered) known.answered = true;
    }
  }
  return [...found.values()].sort((a, b) => a.span[0] - b.span[0]);
}

const LEADS =
  /(?:phong trao(?: thi dua)?(?: yeu nuoc)?|cuoc van dong|dot thi dua|thi dua|phong trao hanh dong|cac phong trao|chuong trinh thi dua)(?:\s?(?:chuyen de|nhu|la|sau|voi ten goi|trong tam|lon|toan dan|do [^“”";.]{2,60} phat dong|cua [^“”";.]{2,40}|trong [^“”";.]{2,40})){0,3}\s?[:,]?\s?$/;
const ROW_JOINT =
  /^[\s,;:…./]{0,20}(?:va|cung|hoac|phong trao|cuoc van dong|thi dua|gan voi|cac|dot|trien khai|thuc hien|day manh|[\s,;:]){0,6}[\s,;:]{0,20}$/;
const NO_LEAD =
  /(?:chu de|khau hieu|phuong cham|co che|mo hinh|guong|tinh than|loi day|cau noi|de an|chuong trinh|du an|cuoc thi|hoi thi|danh hieu|tieu chi|nguyen tac|ngay|thang|tuan le|hoi nghi|hoc tap va lam theo|voi viec|theo tinh than|neu guong|tam guong|binh chon|cac chuyen muc|chuyen muc|gan chat voi|viec)\s?[:,]?\s?$/;

/** Without a closing mark a name ends where the official one it begins with does. */
function asOfficial(text: string, inner: Span): Span {
  const rest = fold(text.slice(inner[0], inner[1]));
  const official = OFFICIAL_MOVEMENTS.find(({ name }) => rest.startsWith(fold(name)));
  return official ? [inner[0], inner[0] + official.name.length] : inner;
}

/** Quotations that "phong trào", "cuộc vận động" or another name in the same row precedes. */
function quotedNames(line: Line, folded: string, quotations: Quotation[]): Candidate[] {
  const found: Candidate[] = [];
  let previousEnd = -1;
  for (const quotation of quotations) {
    const inner = trimmedSpan(line.text, quotation.closed ? quotation.inner : asOfficial(line.text, quotation.inner));
    const name = line.text.slice(inner[0], inner[1]);
    const before = folded.slice(Math.max(0, quotation.outer[0] - 140), quotation.outer[0]);
    const inRow = previousEnd >= 0 && ROW_JOINT.test(folded.slice(previousEnd, quotation.outer[0]).slice(0, 200));
    const led = LEADS.test(before) && !NO_LEAD.test(before);
    const official = officialMovement(name);
    const known = official !== null && !NO_LEAD.test(before);
    const named = (led || inRow || known) && name.length >= 6 && name.length <= 300;
    // A saying in a row of names does not end the row.
    previousEnd = named ? quotation.outer[1] : -1;
    if (!named || isNoMovement(name)) continue;
    found.push({
      span: [quotation.outer[0], quotation.closed ? quotation.outer[1] : inner[1]],
      inner,
      name,
      official,
      before: folded.slice(Math.max(0, quotation.outer[0] - 600), quotation.outer[0]),
      after: folded.slice(quotation.outer[1], quotation.outer[1] + 120),
      quoted: true,
    });
  }
  return found;
}

const PLAIN_LEAD =
  /phong trao thi dua (?=(?:thuc hien tot|thuc hien cuoc|xay dung|bao ve|giai phong|chao mung|hoc tap|phong,? chong|chung suc|chung tay|doi moi|phat trien|xoa|lap thanh tich|lao dong|cai cach|chuyen doi|day tot|quyet thang|trong cay|chinh trang|ve nguon|toan dan|ca nuoc|giao thong|lam duong|hien dat|san xuat|hoan thanh|nguoi|ba con|cuu chien|thanh nien|phu nu)(?:\s|,))/g;
const ACTION =
  /(?:day manh|trien khai|thuc hien|huong ung|tham gia|to chuc|phat dong|duy tri|tiep tuc|cac|gan voi|va|;|,|:|voi)(?: manh me| co hieu qua| tot| sau rong| hieu qua)?\s(?:thuc hien |trien khai |cac )?$/;
const GENERIC =
  /^(?:xay dung|phat trien) (?:kinh te|va phat trien|dat nuoc|he thong|ke hoach|noi dung)|^hoan thanh (?:thang loi |tot |vuot muc )?(?:cac |muc tieu|nhiem vu|chi tieu)|^thuc hien (?:tot |thang loi )?(?:cac |nhiem vu|muc tieu|ke hoach|chi tieu)|^chao mung(?: cac)? su kien/;
const PLAIN_END =
  /[;.:“”"\n]|, gắn | (?:trên địa bàn|gắn với|nhằm|để|góp phần|do |theo |trong (?:các|toàn|cán|từng|năm)|đến |tới |với (?:các|những|nội|chủ)|phù hợp|tạo |và các phong trào|, trong đó|được |đã |có hiệu)/u;

/** "phong trào thi đua xây dựng …" without quotation marks, and official names printed plainly. */
function plainNames(line: Line, folded: string, quotations: Quotation[]): Candidate[] {
  const found: Candidate[] = [];
  const quotedAt = (at: number) => quotations.some(({ outer }) => outer[0] <= at && at < outer[1]);
  const put = (start: number, end: number) => {
    const span = trimmedSpan(line.text, [start, end]);
    const name = line.text.slice(span[0], span[1]);
    if (foldedWords(name).length < 4 || quotedAt(start)) return;
    found.push({
      span,
      inner: span,
      name,
      official: officialMovement(name),
      before: folded.slice(Math.max(0, start - 600), start),
      after: folded.slice(end, end + 120),
      quoted: false,
    });
  };
  for (const { at, length } of plainOfficial(folded)) put(at, at + length);
  for (const match of folded.matchAll(PLAIN_LEAD)) {
    const overlaps = found.some(({ span }) => span[0] < match.index + match[0].length + 12 && match.index < span[1]);
    if (overlaps) continue;
    const bodyAt = match.index + match[0].length;
    if (
      !ACTION.test(folded.slice(Math.max(0, match.index - 60), match.index)) ||
      GENERIC.test(folded.slice(bodyAt, bodyAt + 60))
    )
      continue;
    const stop = PLAIN_END.exec(line.text.slice(bodyAt, bodyAt + 200));
    put(match.index + 'phong trao '.length, stop ? bodyAt + stop.index : Math.min(line.text.length, bodyAt + 200));
  }
  return found;
}

/** Official names right behind a word that leads to one, each at its first place in the line. */
function plainOfficial(folded: string): { at: number; length: number }[] {
  const found = new Map<number, { at: number; length: number }>();
  for (const match of folded.matchAll(OFFICIAL_LEAD)) {
    const at = match.index + match[0].length;
    PLAIN_OFFICIAL.forEach(({ name, words }, which) => {
      if (folded.startsWith(words, at) && folded.indexOf(words) === at) found.set(which, { at, length: name.length });
    });
  }
  return [...found].sort(([a], [b]) => a - b).map(([, place]) => place);
}

const OFFICIAL_LEAD = /(?:phong trao|cuoc van dong|thi dua)\s?:?\s?/g;

/** Official names long enough to be recognised without quotation marks. */
const PLAIN_OFFICIAL = OFFICIAL_MOVEMENTS.filter((movement) => foldedWords(movement.name).length >= 5).map(
  ({ name }) => ({
    name,
    words: fold(name),
  }),
);

function isOwn(candidate: Candidate, own: OwnMovement, line: Line): boolean {
  const start = line.start + candidate.inner[0];
  if (own.themeSpans.some((span) => span[0] <= start && start < span[1])) return true;
  if (candidate.official !== null) return false;
  const subject = ownSubject(own.title);
  if (subject !== '' && (wordsHeld(subject, candidate.name) >= 0.85 || wordsHeld(candidate.name, subject) >= 0.85))
    return true;
  return own.theme !== null && wordsHeld(candidate.name, own.theme) >= 0.8;
}

/** The title without the words with which every launch begins. */
function ownSubject(title: string | null): string {
  if (title === null) return '';
  return foldedWords(title)
    .join(' ')
    .replace(
      /^(?:ve viec |v v |ve |phat dong |to chuc |trien khai |dot |phong trao |thi dua |yeu nuoc |cao diem ){1,8}/,
      '',
    );
}

const ANSWERS =
  /huong ung|trien khai|thuc hien|tham gia|day manh|tiep tuc|cu the hoa|long ghep|to chuc|phat dong|duy tri|cung co|nang cao chat luong/;
const LAUNCHER = /do (?=[^“”";.]{3,70} phat dong)/g;

function toMovement(candidate: Candidate, line: Line, folded: string): NamedMovement {
  const { official } = candidate;
  const sentence = candidate.before.slice(candidate.before.lastIndexOf('. ') + 1);
  const clause = sentence.slice(-260);
  const launcher =
    launcherBefore(line, candidate, folded) ?? launcherAfter(line, candidate) ?? official?.launcher ?? null;
  const span: Span = [line.start + candidate.span[0], line.start + candidate.span[1]];
  return {
    name: candidate.name,
    officialName: official ? officialNameFor(official, candidate.name) : null,
    launcher,
    answered: ANSWERS.test(clause),
    quote: line.text.slice(candidate.span[0], candidate.span[1]),
    span,
    confidence: official ? 0.95 : candidate.quoted ? 0.8 : 0.6,
  };
}

/** "… do Thủ tướng Chính phủ phát động, trọng tâm là …": holds for the row of names that follows in the sentence. */
function launcherBefore(line: Line, candidate: Candidate, folded: string): string | null {
  const from = candidate.span[0] - candidate.before.length;
  const sentenceFrom = from + candidate.before.lastIndexOf('. ') + 1;
  let at = -1;
  for (const match of folded.slice(sentenceFrom, candidate.span[0]).matchAll(LAUNCHER))
    at = sentenceFrom + match.index + match[0].length;
  if (at < 0) return null;
  // A plain name is named on its own account, not as one of the row.
  if (!candidate.quoted && !/phat dong[^;]{0,40}$/.test(folded.slice(at, candidate.span[0]))) return null;
  return launcherAt(line, at);
}

function launcherAfter(line: Line, candidate: Candidate): string | null {
  const after = /^[\s,(]{0,3}(?:năm \d{4} )?do\s/u.exec(line.text.slice(candidate.span[1], candidate.span[1] + 20));
  return after ? launcherAt(line, candidate.span[1] + after[0].length) : null;
}

function launcherAt(line: Line, at: number): string | null {
  const end = organisationEnd(line.text, at, { several: false, limit: at + 90 });
  const name = line.text.slice(at, end).trim();
  return name.length > 2 && /^\p{Lu}/u.test(name) ? name : null;
}
