/** Units of measure of one kind (tỷ đồng and triệu đồng), converted exactly before figures are put together. */

import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 60 });

/** Each kind's units in terms of its first; factors are whole, so nothing is lost on the way down. */
const KINDS: readonly Readonly<Record<string, string>>[] = [
  { đồng: '1', 'nghìn đồng': '1e3', 'ngàn đồng': '1e3', 'triệu đồng': '1e6', 'tỷ đồng': '1e9', 'tỉ đồng': '1e9' },
  { usd: '1', 'nghìn usd': '1e3', 'triệu usd': '1e6', 'tỷ usd': '1e9' },
  { kg: '1', yến: '10', tạ: '100', tấn: '1e3', 'nghìn tấn': '1e6', 'triệu tấn': '1e9' },
  { m2: '1', 'm²': '1', ha: '1e4', 'nghìn ha': '1e7', km2: '1e6', 'km²': '1e6' },
  { m: '1', km: '1e3' },
  { m3: '1', 'm³': '1', 'nghìn m3': '1e3', 'nghìn m³': '1e3' },
  { người: '1', 'nghìn người': '1e3', 'triệu người': '1e6', 'vạn người': '1e4' },
  { lượt: '1', 'nghìn lượt': '1e3', 'triệu lượt': '1e6' },
  { 'lượt người': '1', 'nghìn lượt người': '1e3', 'triệu lượt người': '1e6' },
  { con: '1', 'nghìn con': '1e3', 'triệu con': '1e6' },
  { cây: '1', 'nghìn cây': '1e3', 'triệu cây': '1e6' },
  { kwh: '1', mwh: '1e3', gwh: '1e6', 'triệu kwh': '1e6', 'tỷ kwh': '1e9' },
];

const named = (unit: string) => unit.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** What one `from` is in `to`; null where they are not of one kind. The same words are always of one kind. */
function factorOf(from: string, to: string): Decimal | null {
  const [one, two] = [named(from), named(to)];
  if (one === two) return new Exact(1);
  const kind = KINDS.find((units) => units[one] !== undefined && units[two] !== undefined);
  const [of, into] = [kind?.[one], kind?.[two]];
  return of !== undefined && into !== undefined ? new Exact(of).div(into) : null;
}

/** True when a figure in the one can be written in the other. */
export function isConvertible(from: string | null, to: string | null): boolean {
  return from === null || to === null ? from === to : factorOf(from, to) !== null;
}

/** A figure in another unit of its kind: '1.5' tỷ đồng is '1500' triệu đồng. Null where they are not of one kind. */
export function convert(value: string, from: string | null, to: string | null): string | null {
  if (from === null || to === null) return from === to ? value : null;
  const factor = factorOf(from, to);
  return factor && new Exact(value).times(factor).toFixed();
}

/** What is counted one by one: never a part of a person, a household, an animal, a document. */
const COUNTED: ReadonlySet<string> = new Set(
  [
    ['người', 'lượt người', 'lao động', 'học sinh', 'cán bộ', 'đảng viên', 'hội viên', 'đoàn viên', 'em', 'cháu'],
    ['hộ', 'hộ gia đình', 'gia đình', 'lượt', 'lượt khách', 'khách', 'lớp', 'trường', 'trạm', 'nhà', 'căn', 'phòng'],
    ['xã', 'phường', 'thôn', 'bản', 'tổ', 'đơn vị', 'cơ quan', 'doanh nghiệp', 'hợp tác xã', 'htx', 'tổ hợp tác'],
    ['con', 'cây', 'sản phẩm', 'mô hình', 'công trình', 'dự án', 'văn bản', 'hồ sơ', 'thủ tục', 'cuộc', 'buổi', 'vụ'],
  ].flat(),
);

/** True for a unit of things that are counted and never divided: người, hộ, lao động, xã. */
export const isCounted = (unit: string | null): boolean => unit !== null && COUNTED.has(named(unit));

/** What is only expected or foretold, as it is read: whole where things are counted, else with two places. */
export const foretold = (value: string, unit: string | null): string =>
  new Exact(value).toDecimalPlaces(isCounted(unit) ? 0 : 2).toFixed();
