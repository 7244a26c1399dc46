/** Half a year of sample figures for the demo's targets ("số liệu mẫu"), up to 30/6/2026 unless said otherwise. */

/** A target by its indicator; the second of the same indicator in a movement is "indicator#2". */
export type FigureKey = string;

export type SampleFigures = {
  /** Result of the year before. */
  base?: string;
  /** Cumulative at the ends of January, February … */
  months?: string[];
  /** The same of the year before. */
  monthsBefore?: string[];
  /** Cumulative at the ends of March and June. */
  quarters?: string[];
  /** At the end of June; `change` when what is reported is the change the target asks for. */
  halfYear?: string;
  is?: 'change';
  /** Numerator and denominator at the end of June. */
  ratio?: [string, string];
  /** At the end of the movement's own year, of all that year, or of its second half where it began then. */
  final?: string;
  finalOf?: 'half-year';
  estimated?: boolean;
};

type Figures = Record<FigureKey, SampleFigures>;

export const LAI_CHAU_FIGURES: Figures = {
  tang_truong_grdp: { quarters: ['8.74', '9.12'] },
  thu_nsnn: { base: '2512', months: ['248', '431', '660', '902', '1138', '1402'] },
  tang_kim_ngach_xuat_khau: { quarters: ['6.1', '7.9'] },
  doanh_thu_du_lich: { base: '1196.5', months: ['96.4', '231', '348.7', '462.9', '588.2', '702.5'] },
  tang_luot_khach_du_lich: { quarters: ['12.4', '11.2'], is: 'change' },
  truong_chuan_quoc_gia: { base: '70.9', halfYear: '71.9' },
  muc_giam_ho_ngheo: { base: '17.05', halfYear: '15.58', estimated: true },
  giai_quyet_viec_lam: { base: '9870', months: ['520', '1210', '2080', '2940', '3790', '4620'] },
};

export const BINH_LU_FIGURES: Figures = {
  thu_nsnn: { base: '31902', months: ['1980', '4120', '6310', '8570', '11080', '13741'] },
  dien_tich_gieo_trong: { base: '2046', halfYear: '2012' },
  san_luong_luong_thuc: { base: '9902.6', quarters: ['0', '4872.4'] },
  // Most visitors come in spring: by June last year had brought 57.1 % of its own.
  luot_khach_du_lich: {
    base: '402310',
    months: ['31800', '82400', '119600', '158900', '199700', '238400'],
    monthsBefore: ['30500', '79200', '113800', '151600', '190400', '229700'],
  },
  doanh_thu_du_lich: {
    base: '311.8',
    months: ['24.1', '60.3', '87.9', '115.2', '142.8', '171.6'],
    monthsBefore: ['23.2', '60.1', '86.9', '115.8', '145.6', '176.3'],
  },
  muc_giam_ho_ngheo: { base: '12.4', halfYear: '11.7' },
  dao_tao_nghe_ngan_han: { base: '170', quarters: ['25', '60'] },
  lao_dong_qua_dao_tao: { base: '60.5', halfYear: '61.25' },
  truong_chuan_quoc_gia: { ratio: ['7', '8'] },
  hoc_sinh_den_truong: { base: '99.9', halfYear: '99.6' },
  'hoc_sinh_den_truong#2': { base: '97.1', halfYear: '97.2' },
  tre_suy_dinh_duong: { base: '17.8', halfYear: '17.3' },
  nha_van_hoa: { ratio: ['11', '12'] },
  tthc_dung_han: { months: ['99.1', '99.3', '99.2', '99.5', '99.4', '99.4'] },
  quan_triet_nghi_quyet: { halfYear: '100' },
};

type Village = { jobs: [string, string | null]; insured: [string | null, string | null]; people: string };

/**
 * Bình Lư's villages: jobs found and people insured by the end of March and of June, and all people. The last one never
 * told its insured people of March, and has sent nothing for June.
 */
export const BINH_LU_VILLAGES: Village[] = [
  { jobs: ['8', '17'], insured: ['998', '1012'], people: '1098' },
  { jobs: ['6', '14'], insured: ['866', '874'], people: '962' },
  { jobs: ['9', '19'], insured: ['1229', '1240'], people: '1336' },
  { jobs: ['5', '12'], insured: ['690', '698'], people: '771' },
  { jobs: ['7', '15'], insured: ['795', '803'], people: '884' },
  { jobs: ['4', '11'], insured: ['648', '655'], people: '722' },
  { jobs: ['6', '13'], insured: ['903', '912'], people: '998' },
  { jobs: ['5', '10'], insured: ['533', '540'], people: '601' },
  { jobs: ['8', '18'], insured: ['1096', '1105'], people: '1204' },
  { jobs: ['6', '14'], insured: ['752', '760'], people: '842' },
  { jobs: ['5', '12'], insured: ['671', '680'], people: '764' },
  { jobs: ['6', null], insured: [null, null], people: '690' },
];

/** Jobs found in the same villages by the end of June and of December a year before. */
export const BINH_LU_VILLAGES_YEAR_AGO: readonly [june: string, december: string][] = [
  ['14', '29'],
  ['13', '27'],
  ['17', '34'],
  ['12', '25'],
  ['12', '24'],
  ['9', '18'],
  ['13', '27'],
  ['8', '17'],
  ['15', '31'],
  ['13', '26'],
  ['10', '21'],
  ['9', '16'],
];

export const TAN_PHONG_FIGURES: Figures = {
  thu_nsnn: { months: ['19.8', '41.2', '63.9', '88.1', '110.7', '135.4'] },
  doanh_nghiep_thanh_lap_moi: { months: ['3', '7', '11', '15', '19', '25'] },
  ty_le_ho_ngheo: { halfYear: '1.52' },
  giai_quyet_viec_lam: { months: ['31', '68', '109', '150', '188', '229'] },
  bao_phu_bhyt: { halfYear: '94.5' },
  tthc_dung_han: { halfYear: '100' },
  ho_so_truc_tuyen: { halfYear: '78.9' },
};

export const PHONG_THO_FIGURES: Figures = {
  thu_nsnn: { base: '20480', months: ['1210', '2530', '3980', '5410', '6920', '8310'] },
  san_luong_luong_thuc: { base: '11105', halfYear: '5390' },
  muc_giam_ho_ngheo: { base: '28.6', halfYear: '26.9' },
  giai_quyet_viec_lam: { base: '396', quarters: ['96', '207'] },
  truong_chuan_quoc_gia: { ratio: ['9', '11'] },
  bao_phu_bhyt: { base: '95.1', halfYear: '95.7' },
  giao_quan: { quarters: ['100', '100'] },
};

export const THAN_UYEN_FIGURES: Figures = {
  thu_nsnn: { base: '38640', months: ['2610', '5480', '8620', '12150', '15890', '20105'] },
  luot_khach_du_lich: { base: '104300', months: ['9100', '24800', '33700', '42600', '52900', '61800'] },
  ty_le_ho_ngheo: { base: '7.9', halfYear: '7.3' },
  giai_quyet_viec_lam: { base: '503', quarters: ['118', '266'] },
  ho_so_truc_tuyen: { base: '74.2', halfYear: '77.6' },
};

export const CHU_VAN_AN_FIGURES: Figures = {
  tang_truong_grdp: { halfYear: '12.9', estimated: true },
  tang_cong_nghiep_xay_dung: { halfYear: '12.6', is: 'change', estimated: true },
  tang_thuong_mai_dich_vu: { halfYear: '15.1', is: 'change', estimated: true },
  tang_nong_lam_thuy_san: { halfYear: '4.6', is: 'change', estimated: true },
  tang_thu_ngan_sach: { quarters: ['9.1', '8.4'], is: 'change' },
  giai_ngan_dau_tu_cong: { months: ['2.4', '7.9', '15.6', '23.8', '32.1', '41.3'] },
  ty_le_ho_ngheo: { base: '0.35', halfYear: '0.28' },
  giai_quyet_viec_lam: { base: '486', months: ['38', '81', '132', '187', '236', '287'] },
  tre_suy_dinh_duong: { base: '7.6', halfYear: '7.2' },
  bao_phu_bhyt: { base: '88.1', halfYear: '89.6' },
  so_suc_khoe_dien_tu: { base: '18', halfYear: '22.5' },
  luot_khach_du_lich: { base: '281500', months: ['21600', '79800', '103900', '124100', '143700', '162300'] },
  truong_chuan_quoc_gia: { ratio: ['11', '12'] },
  tthc_dung_han: { halfYear: '100' },
  ho_so_truc_tuyen: { base: '91.7', halfYear: '93.8' },
  giao_quan: { quarters: ['100', '100'] },
};

/** The past district's movement of 2022-2024, at its end. */
export const PAST_DISTRICT_FIGURES: Figures = {
  cong_trinh_chao_mung: { final: '1' },
  xoa_nha_tam: { final: '231' },
  gia_dinh_van_hoa: { final: '83.4' },
  nha_van_hoa: { final: '98.1' },
  muc_giam_ho_ngheo: { final: '5.7', is: 'change' },
};

/** Bình Lư's movement of the second half of 2025, made without a document. */
export const LAST_YEAR: { indicator: string; name: string; value: string; unit: string; final: string | null }[] = [
  {
    indicator: 'thu_nsnn',
    name: 'Tổng thu ngân sách nhà nước trên địa bàn',
    value: '14200',
    unit: 'triệu đồng',
    final: '14815',
  },
  {
    indicator: 'giai_quyet_viec_lam',
    name: 'Số lao động được giải quyết việc làm',
    value: '150',
    unit: 'lao động',
    final: '150',
  },
  {
    indicator: 'duong_gtnt_cung_hoa',
    name: 'Đường giao thông nông thôn được cứng hóa',
    value: '4.2',
    unit: 'km',
    final: '3.6',
  },
  { indicator: 'xoa_nha_tam', name: 'Số nhà tạm, nhà dột nát được xóa', value: '18', unit: 'nhà', final: '18' },
  {
    indicator: 'gia_dinh_van_hoa',
    name: 'Tỷ lệ hộ gia đình đạt tiêu chuẩn văn hóa',
    value: '93',
    unit: '%',
    final: null,
  },
];

export type Background = {
  name: string;
  indicator: string;
  unit: string;
  goal: string;
  /** By place; null where it has told nothing. Of an amount its share too. */
  figures: [place: string, value: string | null, share?: string][];
};

/** Half a year's figures of communes of Lai Châu by which others are weighed; Mường Tè has told no population. */
export const BACKGROUND: Background[] = [
  {
    name: 'Dân số trung bình',
    indicator: 'dan_so',
    unit: 'người',
    goal: '98000',
    figures: [
      ['tan-phong', '30412', '30000'],
      ['binh-lu', '13870', '13800'],
      ['phong-tho', '21944', '21500'],
      ['than-uyen', '33105', '32700'],
      ['Xã Mường Tè', null],
    ],
  },
  {
    name: 'Thu nhập bình quân đầu người',
    indicator: 'thu_nhap_bqdn',
    unit: 'triệu đồng/người/năm',
    goal: '52',
    figures: [
      ['tan-phong', '63.5'],
      ['binh-lu', '41.2'],
      ['phong-tho', '38.7'],
      ['than-uyen', '46.9'],
      ['Xã Mường Tè', '33.1'],
    ],
  },
];
