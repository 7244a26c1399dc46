/** Names and nouns with their capitals, by Phụ lục II of Nghị định 30/2020/NĐ-CP and the official names of bodies. */

/** Bodies, posts, honours and special nouns: one of these with a small letter too many is wrong. */
export const NAMES: readonly string[] = [
  'Mặt trận Tổ quốc',
  'Mặt trận Tổ quốc Việt Nam',
  'an ninh Tổ quốc',
  'bảo vệ Tổ quốc',
  'xây dựng và bảo vệ Tổ quốc',
  'Đảng Cộng sản Việt Nam',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Ban Chấp hành Trung ương',
  'Quốc hội',
  'Ủy ban Thường vụ Quốc hội',
  'Thủ tướng Chính phủ',
  'Văn phòng Chính phủ',
  'Chủ tịch nước',
  'Chủ tịch Hồ Chí Minh',
  'Bác Hồ',
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Tòa án nhân dân',
  'Viện kiểm sát nhân dân',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Hội Liên hiệp Phụ nữ',
  'Hội Cựu chiến binh',
  'Hội Nông dân',
  'Hội Chữ thập đỏ',
  'Hội Người cao tuổi',
  'Hội Khuyến học',
  'Liên đoàn Lao động',
  'Hội đồng Thi đua - Khen thưởng',
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Tư pháp',
  'Sở Công Thương',
  'Sở Xây dựng',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Sở Khoa học và Công nghệ',
  'Sở Nông nghiệp và Môi trường',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Dân tộc và Tôn giáo',
  'Bộ Nội vụ',
  'Bộ Tài chính',
  'Bộ Công an',
  'Bộ Quốc phòng',
  'Bộ Giáo dục và Đào tạo',
  'Phòng Văn hóa - Xã hội',
  'Phòng Nội vụ',
  'Thủ đô Hà Nội',
  'Thành phố Hồ Chí Minh',
  'Huân chương Lao động',
  'Huân chương Độc lập',
  'Huân chương Sao vàng',
  'Anh hùng Lao động',
  'Đảng và Nhà nước',
  'Đảng, Nhà nước',
  'pháp luật của Nhà nước',
  'chính sách của Nhà nước',
  'Tết Nguyên đán',
  'Quốc khánh',
  'Cách mạng tháng Tám',
  'Việt Nam',
];

/** Written with small letters inside a sentence. */
export const OVER_CAPITALISED: readonly string[] = [
  'chuẩn quốc gia',
  'lãnh thổ quốc gia',
  'chủ quyền quốc gia',
  'biên giới quốc gia',
  'bầu cử đại biểu',
  'đại biểu Quốc hội',
  'chính sách, pháp luật',
  'các ngày lễ',
  'ngày lễ lớn',
  'các cấp, các ngành',
  'các xã, phường',
  'cán bộ, công chức',
  'kinh tế - xã hội',
  'quốc phòng - an ninh',
  'quốc phòng, an ninh',
];

/** Usually with a capital as the name of a level or of an event; only noted. */
export const UNDER_CAPITALISED: readonly string[] = [
  'Đại hội Đảng bộ',
  'Đại hội Đảng',
  'của Trung ương',
  'Trung ương Đảng',
  'theo Trung ương',
  'của Tổ quốc',
  'Chủ tịch Ủy ban nhân dân',
  'Chủ tịch Hội đồng nhân dân',
  'Chủ tịch UBND',
];

/** Provinces and cities, old and new. */
export const PLACES: readonly string[] = (
  'An Giang,Bà Rịa - Vũng Tàu,Bạc Liêu,Bắc Giang,Bắc Kạn,Bắc Ninh,Bến Tre,Bình Dương,Bình Định,Bình Phước,Bình Thuận,Cà Mau,Cao Bằng,' +
  'Cần Thơ,Đà Nẵng,Đắk Lắk,Đắk Nông,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai,Hà Giang,Hà Nam,Hà Nội,Hà Tĩnh,Hải Dương,Hải Phòng,Hậu Giang,' +
  'Hòa Bình,Hưng Yên,Khánh Hòa,Kiên Giang,Kon Tum,Lai Châu,Lạng Sơn,Lào Cai,Lâm Đồng,Long An,Nam Định,Nghệ An,Ninh Bình,Ninh Thuận,' +
  'Phú Thọ,Phú Yên,Quảng Bình,Quảng Nam,Quảng Ngãi,Quảng Ninh,Quảng Trị,Sóc Trăng,Sơn La,Tây Ninh,Thái Bình,Thái Nguyên,Thanh Hóa,' +
  'Tiền Giang,Trà Vinh,Tuyên Quang,Vĩnh Long,Vĩnh Phúc,Yên Bái'
).split(',');

/** Places whose name is also a common word or pair of words. */
export const AMBIGUOUS_PLACES: ReadonlySet<string> = new Set(
  'Hòa Bình,Thái Bình,Bình Phước,Bình Định,Điện Biên,Hưng Yên,Phú Yên,Gia Lai,Cao Bằng,Hà Nam,Long An,Lào Cai,Sơn La,An Giang,Nam Định,Bình Thuận,Thanh Hóa'.split(
    ',',
  ),
);

/** Persons and events after whom wards and communes are named. */
export const COMMEMORATIVE_NAMES: readonly string[] = (
  'Chu Văn An,Điện Biên Phủ,Hai Bà Trưng,Trần Hưng Đạo,Trần Phú,Lê Hồng Phong,Nguyễn Trãi,Nguyễn Du,Nguyễn Huệ,Quang Trung,Lê Lợi,Lý Thái Tổ,' +
  'Lý Thường Kiệt,Ngô Quyền,Lê Chân,Lê Đại Hành,Đinh Tiên Hoàng,Phan Bội Châu,Phan Chu Trinh,Phan Đình Phùng,Hoàng Văn Thụ,Nguyễn Văn Cừ,' +
  'Nguyễn Thị Minh Khai,Võ Thị Sáu,Nguyễn Thái Học,Trần Quang Khải,Trần Nguyên Hãn,Phạm Ngũ Lão,Yết Kiêu,Lê Thánh Tông,Lê Thanh Nghị,' +
  'Nguyễn Bỉnh Khiêm,Nguyễn Đại Năng,Trần Nhân Tông,Trần Liễu,Tô Hiệu,Hùng Vương,Trưng Vương,Trưng Trắc,Trưng Nhị,Bà Triệu,An Dương Vương,' +
  'Võ Nguyên Giáp,Lương Khánh Thiện,Hoàng Diệu,Nguyễn Cư Trinh,Tôn Đức Thắng,Phạm Sư Mạnh,Nguyễn Lương Bằng,' +
  'Lương Thế Vinh,Lê Quý Đôn,Ngô Gia Tự,Hoàng Hoa Thám,Đội Cấn,Ngô Thì Nhậm,Nguyễn Trung Trực,Trương Định'
).split(',');
