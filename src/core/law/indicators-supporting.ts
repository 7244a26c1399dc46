import type { Indicator } from '../rules/indicators.ts';

/**
 * Quantities by which others are weighed or that they are related to. Nobody competes in them, so no wording of a
 * document is taken for them; whoever keeps their figures chooses them by name.
 */
export const SUPPORTING_INDICATORS: readonly Indicator[] = [
  {
    code: 'dan_so',
    name: 'Dân số trung bình',
    domain: 'y_te',
    units: ['người', 'nghìn người'],
    better: 'keep',
    nature: 'level',
    rollUp: 'sum',
    rollUpAssumed: false,
    supporting: true,
    aliases: ['số dân', 'số nhân khẩu'],
  },
  {
    code: 'dien_tich_lua',
    name: 'Diện tích gieo trồng lúa',
    domain: 'nong_nghiep',
    units: ['ha'],
    better: 'keep',
    nature: 'level',
    rollUp: 'sum',
    rollUpAssumed: false,
    supporting: true,
    aliases: ['diện tích lúa cả năm'],
  },
  {
    code: 'dien_tich_trong_trot_thuy_san',
    name: 'Diện tích đất trồng trọt và nuôi trồng thủy sản',
    domain: 'nong_nghiep',
    units: ['ha'],
    better: 'keep',
    nature: 'level',
    rollUp: 'sum',
    rollUpAssumed: false,
    supporting: true,
    aliases: ['diện tích đất canh tác và mặt nước nuôi trồng'],
  },
];
