/** Names printed in capitals as they are written in running text: ỦY BAN NHÂN DÂN XÃ … → Ủy ban nhân dân xã …. */

const PHRASES = [
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Mặt trận Tổ quốc Việt Nam',
  'Mặt trận Tổ quốc',
  'Hội đồng Thi đua - Khen thưởng',
  'Hội đồng Thi đua, Khen thưởng',
  'Ban Thi đua - Khen thưởng',
  'Chủ tịch',
  'Phó Chủ tịch',
  'Đảng ủy',
  'Tỉnh ủy',
  'Thành ủy',
  'Huyện ủy',
  'Quận ủy',
  'Đảng bộ',
  'Ban Chấp hành',
  'Ban Thường vụ',
  'Ban Thường trực',
  'Ban Chỉ đạo',
  'Ban Tổ chức',
  'Ban Tuyên giáo và Dân vận',
  'Ban Tuyên giáo',
  'Ban Quản lý',
  'Ban Chỉ huy quân sự',
  'Bộ Chỉ huy quân sự',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Thủ tướng Chính phủ',
  'Chính phủ',
  'Trung ương',
  'Liên đoàn Lao động',
  'Hội Liên hiệp Phụ nữ',
  'Hội Nông dân',
  'Hội Cựu chiến binh',
  'Đoàn Thanh niên',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Công an',
  'Công đoàn',
  'Văn phòng',
  'Trung tâm',
  'Trung học phổ thông',
  'Trung học cơ sở',
  'Tiểu học',
  'Mầm non',
  'Nội vụ',
  'Ngoại vụ',
  'Tư pháp',
  'Tài chính',
  'Kế hoạch',
  'Công thương',
  'Nông nghiệp',
  'Môi trường',
  'Tài nguyên',
  'Xây dựng',
  'Giao thông vận tải',
  'Giáo dục',
  'Đào tạo',
  'Y tế',
  'Văn hóa',
  'Thể thao',
  'Du lịch',
  'Xã hội',
  'Kinh tế',
  'Hạ tầng',
  'Đô thị',
  'Khoa học',
  'Công nghệ',
  'Dân tộc',
  'Tôn giáo',
  'Thanh tra',
  'Lao động',
  'Thương binh',
  'Thông tin',
  'Truyền thông',
  'Hành chính công',
  'Phục vụ',
  'Quân sự',
  'Quốc phòng',
  'Chuyển đổi số',
  'Giải phóng mặt bằng',
  'Bảo hiểm xã hội',
  'Kho bạc Nhà nước',
].sort((a, b) => b.length - a.length);

const BY_FIRST = new Map<string, { words: string[]; lower: string[] }[]>();
for (const phrase of PHRASES) {
  const words = phrase.split(' ');
  const lower = words.map((word) => word.toLowerCase());
  const first = lower[0] ?? '';
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { words, lower }]);
}

/** Common nouns of administrative units and connecting words, small within a name. */
const SMALL = new Set(
  'tỉnh huyện quận xã phường và của các thành phố thị trấn đặc khu khóa kỳ thứ về việc năm lần nhiệm cho'.split(' '),
);
const ABBREVIATIONS = new Set('UBND HĐND MTTQ TĐKT HĐTĐKT TNCS THPT THCS BCH BCĐ TDTT QLDA'.split(' '));

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A name in capitals in the usual case; a name that has small letters already is left as it is. */
export function properCase(name: string): string {
  const text = name.replaceAll('UỶ', 'ỦY').replaceAll('Uỷ', 'Ủy');
  if (/[a-zđ]/.test(text)) return text;
  const printed = text.split(' ');
  const words = printed.map((word) => word.toLowerCase().replace('uỷ', 'ủy'));
  const result: string[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? '';
    const phrase = (BY_FIRST.get(word) ?? []).find(({ lower }) => lower.every((part, k) => words[i + k] === part));
    if (phrase) {
      result.push(...phrase.words);
      i += phrase.words.length;
      continue;
    }
    const original = printed[i] ?? '';
    if (ABBREVIATIONS.has(original.replace(/[^\p{L}]/gu, ''))) result.push(original);
    else result.push(SMALL.has(word) && isUnit(words, i) ? word : capitalised(word));
    i += 1;
  }
  const joined = result.join(' ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** "phố" and "trấn" are small only after their first syllable; "Xã Đàn" and the like stay rare enough to pass. */
function isUnit(words: string[], at: number): boolean {
  const word = words[at] ?? '';
  if (word === 'phố') return words[at - 1] === 'thành';
  if (word === 'trấn') return words[at - 1] === 'thị';
  if (word === 'khu') return words[at - 1] === 'đặc';
  if (word === 'thành') return words[at + 1] === 'phố';
  if (word === 'thị') return words[at + 1] === 'xã' || words[at + 1] === 'trấn';
  if (word === 'đặc') return words[at + 1] === 'khu';
  return true;
}
