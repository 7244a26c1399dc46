/** Units as documents print them, their canonical names and what kind of quantity they tell. */

import { addPhrase, newPhrases, phraseAt, phrasesOf, type Token } from './figures-tokens.ts';

export type UnitKind = 'share' | 'money' | 'measure' | 'count' | 'times' | 'points';

export type Unit = { name: string; kind: UnitKind };

export type FoundUnit = Unit & {
  /** Power of ten from a scale word before the unit: 226 nghìn tấn → 3. */
  power: number;
  /** Index of the token behind the unit. */
  next: number;
  /** "/người", "/năm" … as canonical text without the first slash, or null. */
  per: string | null;
};

const UNITS = newPhrases<Unit>();

function learn(kind: UnitKind, list: string): void {
  for (const entry of list.split(';')) {
    const [name = '', wordings = ''] = entry.split(':').map((part) => part.trim());
    // A mark is a token of its own: "tin, bài" is three.
    addPhrase(UNITS, name.toLowerCase().replace(/,/g, ' ,'), { name, kind });
    for (const wording of wordings.split(',')) if (wording.trim()) addPhrase(UNITS, wording.trim(), { name, kind });
  }
}

learn(
  'money',
  'đồng: vnd, vnđ; nghìn đồng: ngàn đồng; triệu đồng: tr đ, trđ, trd, triệu đ, tr đồng, tr . đồng, tr . đ, triệu . đồng; tỷ đồng: tỉ đồng, tỷ đ, tỷ . đ, tỷ . đồng',
);
learn('money', 'USD: đô la, đô la mỹ; triệu USD: triệu đô la, triệu đô la mỹ; tỷ USD: tỷ đô la');
learn(
  'measure',
  'ha: hecta, hec ta, héc ta; m2: m², mét vuông; km2: km², ki lô mét vuông; m3: m³, mét khối; km: ki lô mét',
);
learn('measure', 'm: mét; tấn; tạ; kg: ki lô gam; lít; kwh; mw; con; đàn; cây; m dài: mét dài');
learn('times', 'lần');
learn('points', 'điểm');
learn(
  'count',
  'lượt khách: lượt du khách, khách du lịch, lượt khách du lịch, du khách; lượt người; lượt; lượt hộ; khách; ' +
    'lao động: người lao động; người: nhân khẩu, khẩu; hộ: hộ gia đình, hộ dân, hộ nghèo, hộ cận nghèo, gia đình; ' +
    'trường: trường học, nhà trường, cơ sở giáo dục; học sinh: em học sinh; trẻ: trẻ em, cháu; em; sinh viên; giáo viên; ' +
    'thôn; bản; ấp; xóm; buôn; làng; tổ dân phố: tdp; khu phố; khu dân cư: kdc; khu; thôn, bản: thôn bản; xã; phường; tỉnh; huyện; ' +
    'xã, phường: xã phường; công trình: công trình phần việc; phần việc; dự án; tuyến: tuyến đường, tuyến phố; đoạn đường; cầu; ' +
    'nhà: căn nhà, ngôi nhà, nhà ở, nhà tạm, nhà dột nát; căn; phòng học; giường: giường bệnh; bác sĩ: bác sỹ; trạm: trạm y tế; ' +
    'hợp tác xã: htx; tổ hợp tác: tht; doanh nghiệp: dn; cơ sở; trang trại; mô hình; sản phẩm: sản phẩm ocop; ' +
    'đảng viên: đảng viên mới, quần chúng; chi bộ; đảng bộ; tổ chức đảng: tổ chức cơ sở đảng; đoàn viên; hội viên; thanh niên; công dân; ' +
    'chỉ tiêu; tiêu chí; nhiệm vụ; lớp; buổi; cuộc; hội nghị; tin, bài: tin bài; tin; bài: bài viết; chuyên mục; phóng sự; video; ' +
    'vụ: vụ việc; vụ án; đối tượng; cặp; trường hợp; hồ sơ; văn bản; thủ tục: thủ tục hành chính, tthc; dịch vụ công; đơn; đơn thư; ' +
    'tập thể; cá nhân; gương: tấm gương; điển hình: điển hình tiên tiến; sáng kiến; đề tài; đề án; câu lạc bộ: clb; tổ; tổ chức; đội; nhóm; ' +
    'ngày công; đơn vị máu; suất: suất quà; phần quà; thẻ: thẻ bhyt; tài khoản; máy: máy tính; điểm du lịch; điểm trường; điểm: ; ' +
    'nhà văn hóa; cơ quan; đơn vị; cơ quan, đơn vị: cơ quan đơn vị; cán bộ; công chức; giếng; bể; sào; giấy: giấy chứng nhận; đồng chí; giải; huy chương; tiết: tiết dạy; chuyên đề; ' +
    'camera; loa; cụm loa; sổ; nghệ nhân; liệt sĩ; nông dân; người dân; tổ hòa giải; cụm; cụm dân cư; làng nghề; chợ',
);
// "điểm" alone is a score.
addPhrase(UNITS, 'điểm', { name: 'điểm', kind: 'points' });
addPhrase(UNITS, 'điểm phần trăm', { name: 'điểm %', kind: 'share' });
addPhrase(UNITS, 'điểm %', { name: 'điểm %', kind: 'share' });
addPhrase(UNITS, '%', { name: '%', kind: 'share' });
addPhrase(UNITS, 'phần trăm', { name: '%', kind: 'share' });
addPhrase(UNITS, '‰', { name: '‰', kind: 'share' });
addPhrase(UNITS, 'phần nghìn', { name: '‰', kind: 'share' });

/** Scale words with their power of ten; before "đồng" they are part of a unit of money. */
const SCALES = new Map([
  ['nghin', 3],
  ['ngan', 3],
  ['van', 4],
  ['trieu', 6],
  ['ty', 9],
]);

/** What a quantity may be divided by: "/người/năm", "/ha", "/vạn dân". */
const PER = newPhrases<string>();
for (const word of 'người; năm; tháng; quý; ngày; tuần; ha; hộ; vụ; vạn dân; đầu người; hộ nghèo; km2; m2; lao động; lượt; bản; thôn; xã; đơn vị; lớp; trường; mô hình; con; sào; bệnh nhân; dân'.split(
  '; ',
))
  addPhrase(PER, word, word === 'đầu người' ? 'người' : word);
addPhrase(PER, '# dân', '10.000 dân');

function perAt(tokens: Token[], from: number): { per: string | null; next: number } {
  const parts: string[] = [];
  let next = from;
  while (parts.length < 3 && tokens[next]?.text === '/') {
    const found = phraseAt(PER, tokens, next + 1);
    if (!found) break;
    parts.push(found.value);
    next = found.next;
  }
  return { per: parts.length > 0 ? parts.join('/') : null, next };
}

/** The unit that begins at a token, with a scale word before it and divisors behind it. */
export function unitAt(tokens: Token[], from: number): FoundUnit | null {
  const plain = phraseAt(UNITS, tokens, from);
  if (plain) return finish(plain.value, 0, tokens, plain.next);
  let power = 0;
  let next = from;
  for (let i = 0; i < 2; i++) {
    const scale = SCALES.get(tokens[next]?.key ?? '');
    if (scale === undefined) break;
    const behind = phraseAt(UNITS, tokens, next + 1);
    if (behind && behind.value.kind !== 'share') return finish(behind.value, power + scale, tokens, behind.next);
    power += scale;
    next += 1;
  }
  if (next === from) return null;
  return moneyShort(tokens, from, next);
}

/** "16 tỷ", "3,5 triệu", "5 nghìn tỷ": money without the word đồng. */
function moneyShort(tokens: Token[], from: number, next: number): FoundUnit | null {
  const last = tokens[next - 1]?.key;
  const name = last === 'ty' ? 'tỷ đồng' : last === 'trieu' ? 'triệu đồng' : null;
  if (!name) return null;
  let power = 0;
  for (let at = from; at < next - 1; at++) power += SCALES.get(tokens[at]?.key ?? '') ?? 0;
  return finish({ name, kind: 'money' }, power, tokens, next);
}

function finish(unit: Unit, power: number, tokens: Token[], from: number): FoundUnit {
  const { per, next } = perAt(tokens, from);
  return { name: unit.name, kind: unit.kind, power, per, next };
}

/** Deeds that are done to a number of things: "xây mới 25 lò đốt rác" counts lò, whether the list above knows them or not. */
const DEEDS = phrasesOf(
  'xây; xây dựng; xây mới; lắp đặt; lắp; trồng; trồng mới; mở; mở mới; sửa chữa; nâng cấp; cải tạo; khởi công; trao; trao tặng; tặng; hỗ trợ; phát triển; ra mắt; nhân rộng; tu sửa; duy tu; làm; làm mới; đầu tư; thành lập; thành lập mới; trang bị; cấp; đào; khoan; phát quang; chỉnh trang; tổ chức; đăng ký; lựa chọn; giúp; giúp đỡ; bê tông hóa; kiên cố hóa; cứng hóa; nhựa hóa; xóa; nạo vét; mở rộng; chăm sóc; chuyển đổi; di dời; bàn giao; đưa vào sử dụng; cải tạo vườn; giới thiệu; bồi dưỡng; làm lợi'.split(
    '; ',
  ),
);
/** What stands behind a number without being counted. */
const NOT_COUNTED = new Set(
  'và hoặc của các những trong trên tại cho với theo để được là có không đột trọng mục nhất rõ sạch tại sẵn an đảm trụ khâu đúng giảm tăng nội nhóm phương phong đồng cơ đợt phần giải bước mũi nguyên chương nghị văn nghìn triệu lần tháng năm ngày giờ'.split(
    ' ',
  ),
);

/** Does a deed stand right before a figure: "Xây mới 25 …"? */
export function deedBefore(tokens: Token[], figureAt: number): boolean {
  // "bố trí tái định cư cho 860 hộ"
  if (tokens[figureAt - 1]?.low === 'cho') return true;
  return [1, 2, 3].some((back) => phraseAt(DEEDS, tokens, figureAt - back)?.next === figureAt);
}

/** A thing counted that the list of units does not know: only right behind a deed. */
export function unknownUnitAt(tokens: Token[], figureAt: number, next: number): FoundUnit | null {
  const thing = tokens[next];
  if (thing?.kind !== 'word' || thing.text !== thing.low || NOT_COUNTED.has(thing.low)) return null;
  return deedBefore(tokens, figureAt) ? { name: thing.low, kind: 'count', power: 0, per: null, next: next + 1 } : null;
}
