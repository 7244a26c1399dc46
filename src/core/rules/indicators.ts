/**
 * Indicators (chỉ tiêu as entries of a catalogue): what is measured, in which unit, which way is better, how it adds
 * up over time and over units. The national catalogue is data in core/law.
 */

import type { Nature, RollUp } from './progress.ts';

export const DOMAIN_CODES = [
  'kinh_te',
  'cong_nghiep_xay_dung',
  'du_lich_dich_vu',
  'xay_dung_ha_tang',
  'ngan_sach',
  'nong_nghiep',
  'moi_truong',
  'nong_thon_moi',
  'an_sinh_xa_hoi',
  'quan_ly_dat_dai',
  'giam_ngheo',
  'lao_dong_viec_lam',
  'giao_duc',
  'y_te',
  'van_hoa',
  'tuyen_truyen',
  'cchc_chuyen_doi_so',
  'quoc_phong_an_ninh',
  'xay_dung_dang',
  'mttq_doan_the',
  'thi_dua_khen_thuong',
] as const;
export type DomainCode = (typeof DOMAIN_CODES)[number];

/** Which way is better; `keep`: hold the level, neither way is a merit. */
export const DIRECTIONS = ['higher', 'lower', 'keep'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export type Indicator = {
  code: string;
  name: string;
  domain: DomainCode;
  /** Usual units, the first the canonical one. */
  units: readonly string[];
  better: Direction;
  /** Units in which, other than `better` says, lower is better: a rank, where points would be higher. */
  lowerUnits?: readonly string[];
  nature: Nature;
  rollUp: RollUp;
  /** True until somebody has confirmed the way of rolling up; shown as "chưa kiểm chứng". */
  rollUpAssumed: boolean;
  /** Of a weighted mean: the code of the indicator whose figure of the same unit weighs it; that one is a sum. */
  weighedBy?: string;
  /** Kept to weigh others by: no wording of a document is taken for it. */
  supporting?: true;
  /** Other wordings, for the match with documents and for the search of people. */
  aliases: readonly string[];
};
