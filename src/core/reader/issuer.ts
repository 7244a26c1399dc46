/** Who issued a document: its name, level and province, from the head, the text, the signature and the recipients. */

import { CENTRAL_CITIES, FORMER_PROVINCES, PROVINCES } from '../law/provinces.ts';
import { fold } from '../text/search.ts';
import type { JoinedText } from './blocks.ts';
import { expandName, opensOrganisation, organisationEnd } from './organisations.ts';
import { properCase } from './proper-case.ts';
import type { Issuer, IssuerLevel } from './reading.ts';
import { isUpper } from './wrapping.ts';

const NAMES = [...PROVINCES, ...FORMER_PROVINCES].sort((a, b) => b.length - a.length);
const NAMES_PATTERN = NAMES.map((name) => name.replace(/ - /g, ' ?[-–] ?')).join('|');
const PROVINCE_NAMED = new RegExp(
  `(?<![\\p{L}])(tỉnh|thành phố|Tỉnh|Thành phố|TP\\.?|TỈNH|THÀNH PHỐ) ?(${NAMES_PATTERN})(?![\\p{L}])`,
  'gu',
);
const PROVINCE_BARE = new RegExp(`(?<![\\p{L}])(${NAMES_PATTERN})(?![\\p{L}])`, 'gu');
const FOLDED_NAMES = new Map(NAMES.map((name) => [fold(name), name]));

/** The province that a text names most, a city only where it is one under central authority. */
export function provinceIn(text: string, { bare }: { bare: boolean }): string | null {
  const counts = new Map<string, number>();
  const count = (name: string, weight: number) => counts.set(name, (counts.get(name) ?? 0) + weight);
  for (const match of text.matchAll(PROVINCE_NAMED)) {
    const city = /^t(?:hành|p)/iu.test(match[1] ?? '');
    const name = match[2] ?? '';
    if (city !== CENTRAL_CITIES.includes(name)) continue;
    count(name, 2);
  }
  if (bare) for (const match of text.matchAll(PROVINCE_BARE)) count(match[1] ?? '', 1);
  let best: string | null = null;
  for (const [name, weight] of counts) if (best === null || weight > (counts.get(best) ?? 0)) best = name;
  return best;
}

/** The province at the end of a name ("Ủy ban nhân dân tỉnh Lai Châu"), or null. */
function provinceOfName(name: string): string | null {
  const match = /(?:tỉnh ủy|thành ủy|tỉnh|thành phố)\s(.{2,30})$/iu.exec(name);
  return match?.[1] ? (FOLDED_NAMES.get(fold(match[1])) ?? null) : null;
}

/** The administrative level of a body by its name. */
export function levelOf(name: string): IssuerLevel {
  const folded = fold(expandName(name));
  if (
    /^(?:hoi dong thi dua|hdtdkt|phong|so|van phong|trung tam|truong|ban (?!thuong vu|chap hanh|thuong truc|bi thu)|cong an|chi cuc|benh vien|tram|lien doan|cong doan|hoi (?!dong nhan dan)|doan|cum|khoi|chi bo)/.test(
      folded,
    )
  )
    return /trung uong|toan quoc/.test(folded) ? 'central' : 'unit';
  if (
    /(?:^|\s)(?:chinh phu|quoc hoi|trung uong|bo chinh tri|ban bi thu|chu tich nuoc)(?:\s|$)/.test(folded) ||
    /^(?:bo|thu tuong|bo truong)\s/.test(folded)
  )
    return 'central';
  const city = /thanh pho (.{2,20})$/.exec(folded);
  if (city) return CENTRAL_CITIES.some((name) => fold(name) === city[1]?.trim()) ? 'province' : 'district';
  if (/(?:^|\s)(?:thi xa|huyen|quan|huyen uy|quan uy)(?:\s|$)/.test(folded)) return 'district';
  if (/(?:^|\s)(?:xa|phuong|thi tran|dac khu|dang uy)(?:\s|$)/.test(folded)) return 'commune';
  if (/(?:^|\s)(?:tinh|tinh uy|thanh uy|thanh pho)(?:\s|$)/.test(folded)) return 'province';
  return 'unit';
}

const LEAVE_OUT =
  /cong hoa xa hoi|doc lap\s?[-–—.]\s?tu do|^dang cong san|^hoa toc|^khan|^thuong khan|^mat$|^toi mat|^tuyet mat|^du thao|^\W*$|ngay|^viet nam$|^(?:chu )?nghia viet nam$|^xa hoi chu nghia|^(?:lan|ban) \d/;

/** Issuer from the lines in capitals at the head, or null. */
export function issuerFromHead(lines: string[]): string | null {
  const names = lines
    .map((line) => line.trim())
    .filter((line) => isName(line))
    .map((line) => line.toUpperCase());
  if (names.length === 0) return null;
  const last = names.at(-1) ?? '';
  const above = names.slice(0, -1);
  // The place on a line of its own completes the body above it: ỦY BAN NHÂN DÂN / XÃ …
  if (/^(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\s/.test(fold(last)) && above.length > 0)
    return expandName(properCase(`${above.at(-1)} ${last}`));
  const named = properCase(last);
  if (above.length > 0 && /^Ban (?:Thường vụ|Chấp hành|Thường trực)$/.test(named))
    return expandName(`${named} ${properCase(above.at(-1) ?? '')}`);
  const superior = above.length > 0 ? properCase(above.join(' ')) : '';
  const place = /(?<=^|\s)(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s\p{Lu}.{1,40}$/u.exec(
    superior,
  );
  const hasPlace = /(?:^|\s)(?:xã|phường|thị trấn|đặc khu|huyện|quận|tỉnh|thành phố)\s\p{Lu}/u.test(named);
  return expandName(place && !hasPlace && !/^(?:Bộ|Sở|Trường|Công an)/.test(named) ? `${named} ${place[0]}` : named);
}

function isName(line: string): boolean {
  if (line.length < 3 || line.length > 120 || LEAVE_OUT.test(fold(line)) || /^số(?![\p{L}])/iu.test(line)) return false;
  return isUpper(line) && !/\d{3}/.test(line);
}

const LAUNCH =
  /^\s(?:ban hành|phát động|tổ chức phát động|xây dựng|kêu gọi|đề ra|yêu cầu|chỉ thị|triển khai|thông báo|hướng dẫn|quyết định|trân trọng|long trọng|chính thức|tổ chức)(?![\p{L}])/u;
const BODY =
  /(?:Chủ tịch )?(?:[Ủủ]y ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng|Đảng ủy|Đảng uỷ|Ban |Sở |Phòng |Trường |Công an |Liên đoàn|Ủy ban Mặt trận|Thủ tướng|Bộ |Tỉnh ủy|Thành ủy|Huyện ủy|Hội )/gu;

/** Issuer from the opening sentences: the body that "ban hành" or "phát động". */
export function issuerFromText(doc: JoinedText, fromLine: number, toLine: number): string | null {
  for (let at = fromLine; at < toLine; at++) {
    const line = doc.lines[at];
    if (!line || line.row !== null || line.part !== 'body') continue;
    for (const match of line.text.slice(0, 3000).matchAll(BODY)) {
      if (
        !opensOrganisation(line.text, match.index) ||
        /(?:của|do) $/u.test(line.text.slice(Math.max(0, match.index - 4), match.index))
      )
        continue;
      const end = organisationEnd(line.text, match.index, { several: false });
      if (LAUNCH.test(line.text.slice(end, end + 24))) return expandName(line.text.slice(match.index, end));
    }
  }
  return null;
}

/** "UBND xã" and "Chủ tịch Ủy ban nhân dân tỉnh" name no place yet. */
function lacksPlace(name: string): string | null {
  const match = /(?:^|\s)(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$/iu.exec(name);
  return match?.[1] ?? null;
}

export type IssuerClues = {
  doc: JoinedText;
  headLines: string[];
  bodyLine: number;
  endLine: number;
  place: string | null;
  /** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH". */
  authority: string | null;
  /** Text of the recipients. */
  tail: string;
  symbol: string | null;
};

/** Puts the clues together; null where nothing names an issuer. */
export function findIssuer(clues: IssuerClues): Issuer | null {
  const { doc, headLines, bodyLine, endLine } = clues;
  let name =
    issuerFromHead(headLines) ??
    issuerFromText(doc, bodyLine, Math.min(endLine, bodyLine + 14)) ??
    issuerFromText(doc, bodyLine, Math.min(endLine, bodyLine + 200));
  name ??= issuerFromAuthority(clues);
  if (name === null) return null;
  const province =
    levelOf(name) === 'central'
      ? null
      : (provinceOfName(name) ??
        provinceIn(headLines.map(properCase).join('\n'), { bare: false }) ??
        provinceIn(doc.text, { bare: false }) ??
        provinceIn(`${clues.tail}\n${clues.place ?? ''}`, { bare: true }));
  const unit = lacksPlace(name);
  if (unit !== null) {
    const provincial = /^(?:tỉnh|thành phố)$/iu.test(unit);
    const placeName = provincial ? (province ?? clues.place) : barePlace(clues.place);
    if (placeName !== null) name = `${name} ${placeName}`;
  }
  return { name, level: levelOf(name), province };
}

/** "Phường Chu Văn An" as a place line → the name without its common noun. */
function barePlace(place: string | null): string | null {
  return place === null ? null : place.replace(/^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\s/iu, '');
}

function issuerFromAuthority({ authority, place, symbol, doc }: IssuerClues): string | null {
  const stated = authority ? /^(?:TM|T\/M|KT|K\/T)[./]?\s*(.{4,80})$/u.exec(authority)?.[1] : undefined;
  const committee = (stated && /ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND/u.test(stated)) || /-UBND$/.test(symbol ?? '');
  if (!committee) return stated ? expandName(properCase(stated)) : null;
  const own = stated ? expandName(properCase(stated)) : 'Ủy ban nhân dân';
  if (/(?:xã|phường|tỉnh|thành phố|huyện|đặc khu)/u.test(own)) return own;
  const unit = mostNamedUnit(doc.text);
  if (place !== null && /^(?:xã|phường|huyện|tỉnh|thành phố|đặc khu|thị trấn)\s/iu.test(place))
    return `${own} ${place.charAt(0).toLowerCase()}${place.slice(1)}`;
  return unit === null ? own : `${own} ${unit}`;
}

const UNIT = /(?<![\p{L}])(xã|phường|thị trấn|đặc khu|huyện|tỉnh|thành phố)(?![\p{L}])/gu;

function mostNamedUnit(text: string): string | null {
  const counts = new Map<string, number>();
  for (const match of text.slice(0, 60_000).matchAll(UNIT))
    counts.set(match[1] ?? '', (counts.get(match[1] ?? '') ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
