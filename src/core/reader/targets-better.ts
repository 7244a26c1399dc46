/** Which way is better for a target. */

import type { Indicator } from '../rules/indicators.ts';
import type { Better } from '../rules/targets.ts';
import { phrasesOf, type Token } from './figures-tokens.ts';
import { holds, type Range } from './figures-words.ts';
import type { Meaning } from './targets-meaning.ts';

/** Words of things there should be fewer of, and deeds on them that turn it round. */
const FEWER = phrasesOf([
  'nghèo',
  'tai nạn',
  'tội phạm',
  'vi phạm',
  'phạm pháp',
  'suy dinh dưỡng',
  'bỏ học',
  'thất nghiệp',
  'tử vong',
  'tảo hôn',
  'trễ hạn',
  'quá hạn',
  'nợ đọng',
  'nợ xấu',
  'ma túy',
  'sinh con thứ',
  'mù chữ',
  'thiếu hụt',
  'hao hụt',
  'cháy',
  'bạo lực',
  'ô nhiễm',
  'lãng phí',
  'thất thoát',
  'khiếu kiện',
  'chết',
  'thiệt hại',
  'thấp còi',
  'nhẹ cân',
  'lao động nông nghiệp',
  'chưa qua đào tạo',
  'chậm tiến độ',
  'tồn đọng',
  'vụ việc phức tạp',
  'tỷ suất sinh',
  'nhà tạm',
]);

const TURNED = phrasesOf([
  'thoát',
  'giải quyết',
  'xử lý',
  'khám phá',
  'điều tra',
  'xóa',
  'hỗ trợ',
  'được',
  'giúp',
  'phòng',
  'chống',
  'thu gom',
  'thu hồi',
  'cai nghiện',
  'mức giảm',
  'chữa',
  'tham gia',
  'có',
  'đào tạo nghề',
  'tiếp cận',
  'vay vốn',
  'cho',
  'quỹ',
  'vận động',
  'ủng hộ',
  'chăm lo',
  'giúp đỡ',
  'thu nhập',
  'giá trị',
  'doanh thu',
]);

export function betterOf(
  meaning: Pick<Meaning, 'change' | 'comparator' | 'measure' | 'unit'>,
  indicator: Indicator | null,
  tokens: Token[],
  subject: Range,
): Better {
  if (meaning.change === 'decrease-by') return 'higher';
  if (meaning.unit === 'hạng') return 'lower';
  if (meaning.change === 'decrease-to') return 'lower';
  if (indicator) {
    const lower = indicator.better === 'lower' || indicator.lowerUnits?.includes(meaning.unit ?? '') === true;
    if (lower) return 'lower';
    if (indicator.better === 'keep' && (meaning.comparator === 'lt' || meaning.comparator === 'le')) return 'lower';
    return 'higher';
  }
  if (meaning.comparator === 'lt' || meaning.comparator === 'le') return 'lower';
  return holds(tokens, subject, FEWER) && !holds(tokens, subject, TURNED) ? 'lower' : 'higher';
}
