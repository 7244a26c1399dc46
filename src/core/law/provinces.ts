/**
 * The provincial units since the reorganisation of 2025 (Nghị quyết 202/2025/QH15, in force 12/6/2025; two-level
 * government since 01/7/2025), and the names of the provinces that were merged into them and still occur in citations.
 */

/** Cities under central authority: "thành phố Hải Phòng" is a province, "thành phố Lai Châu" was a district. */
export const CENTRAL_CITIES: readonly string[] = ['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế'];

export const PROVINCES: readonly string[] = [
  ...CENTRAL_CITIES,
  'An Giang',
  'Bắc Ninh',
  'Cà Mau',
  'Cao Bằng',
  'Đắk Lắk',
  'Điện Biên',
  'Đồng Nai',
  'Đồng Tháp',
  'Gia Lai',
  'Hà Tĩnh',
  'Hưng Yên',
  'Khánh Hòa',
  'Lai Châu',
  'Lâm Đồng',
  'Lạng Sơn',
  'Lào Cai',
  'Nghệ An',
  'Ninh Bình',
  'Phú Thọ',
  'Quảng Ngãi',
  'Quảng Ninh',
  'Quảng Trị',
  'Sơn La',
  'Tây Ninh',
  'Thái Nguyên',
  'Thanh Hóa',
  'Tuyên Quang',
  'Vĩnh Long',
];

/** Provinces that ended on 30/6/2025. */
export const FORMER_PROVINCES: readonly string[] = [
  'Bà Rịa - Vũng Tàu',
  'Bạc Liêu',
  'Bắc Giang',
  'Bắc Kạn',
  'Bến Tre',
  'Bình Dương',
  'Bình Định',
  'Bình Phước',
  'Bình Thuận',
  'Đắk Nông',
  'Hà Giang',
  'Hà Nam',
  'Hải Dương',
  'Hậu Giang',
  'Hòa Bình',
  'Kiên Giang',
  'Kon Tum',
  'Long An',
  'Nam Định',
  'Ninh Thuận',
  'Phú Yên',
  'Quảng Bình',
  'Quảng Nam',
  'Sóc Trăng',
  'Thái Bình',
  'Thừa Thiên Huế',
  'Tiền Giang',
  'Trà Vinh',
  'Vĩnh Phúc',
  'Yên Bái',
];
