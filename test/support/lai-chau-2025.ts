/** The reorganisation of 1 July 2025 in Lai Châu (Nghị quyết 1670/NQ-UBTVQH15): eight districts with 106 communes, and which of the 38 new ones each went into. */

export const LAI_CHAU_BEFORE: Record<string, Record<string, string[]>> = {
  'Thành phố Lai Châu': {
    'Phường Tân Phong': ['Phường Tân Phong', 'Phường Đông Phong', 'Xã San Thàng'],
    'Phường Đoàn Kết': ['Xã Sùng Phài', 'Phường Đoàn Kết', 'Phường Quyết Tiến', 'Phường Quyết Thắng'],
  },
  'Huyện Tam Đường': {
    'Phường Tân Phong': ['Xã Nùng Nàng', 'Xã Bản Giang'],
    'Xã Bình Lư': ['Xã Sơn Bình', 'Xã Bình Lư', 'Thị trấn Tam Đường'],
    'Xã Bản Bo': ['Xã Bản Bo', 'Xã Nà Tăm'],
    'Xã Khun Há': ['Xã Bản Hon', 'Xã Khun Há'],
    'Xã Sin Suối Hồ': ['Xã Thèn Sin'],
    'Xã Tả Lèng': ['Xã Giang Ma', 'Xã Tả Lèng', 'Xã Hồ Thầu'],
  },
  'Huyện Phong Thổ': {
    'Phường Đoàn Kết': ['Xã Lản Nhì Thàng'],
    'Xã Dào San': ['Xã Dào San', 'Xã Tung Qua Lìn', 'Xã Mù Sang'],
    'Xã Khổng Lào': ['Xã Khổng Lào', 'Xã Hoang Thèn', 'Xã Bản Lang'],
    'Xã Phong Thổ': ['Xã Huổi Luông', 'Xã Ma Li Pho', 'Xã Mường So', 'Thị trấn Phong Thổ'],
    'Xã Sin Suối Hồ': ['Xã Sin Suối Hồ', 'Xã Nậm Xe'],
    'Xã Sì Lở Lầu': ['Xã Vàng Ma Chải', 'Xã Sì Lở Lầu', 'Xã Mồ Sì San', 'Xã Pa Vây Sử'],
  },
  'Huyện Mường Tè': {
    'Xã Bum Nưa': ['Xã Bum Nưa', 'Xã Pa Vệ Sử'],
    'Xã Bum Tở': ['Xã Kan Hồ', 'Xã Bum Tở', 'Thị trấn Mường Tè'],
    'Xã Hua Bum': ['Xã Vàng San'],
    'Xã Mù Cả': ['Xã Mù Cả'],
    'Xã Mường Tè': ['Xã Mường Tè', 'Xã Nậm Khao'],
    'Xã Pa Ủ': ['Xã Pa Ủ', 'Xã Tá Bạ'],
    'Xã Thu Lũm': ['Xã Ka Lăng', 'Xã Thu Lũm'],
    'Xã Tà Tổng': ['Xã Tà Tổng'],
  },
  'Huyện Nậm Nhùn': {
    'Xã Hua Bum': ['Xã Hua Bum'],
    'Xã Lê Lợi': ['Xã Nậm Pì', 'Xã Pú Đao', 'Xã Lê Lợi'],
    'Xã Mường Mô': ['Xã Mường Mô', 'Xã Nậm Chà'],
    'Xã Nậm Hàng': ['Xã Nậm Hàng', 'Xã Nậm Manh', 'Thị trấn Nậm Nhùn'],
    'Xã Pa Tần': ['Xã Nậm Ban', 'Xã Trung Chải'],
  },
  'Huyện Sìn Hồ': {
    'Xã Hồng Thu': ['Xã Hồng Thu', 'Xã Phìn Hồ', 'Xã Ma Quai'],
    'Xã Lê Lợi': ['Xã Chăn Nưa'],
    'Xã Nậm Cuổi': ['Xã Nậm Cuổi', 'Xã Nậm Hăn'],
    'Xã Nậm Mạ': ['Xã Căn Co', 'Xã Nậm Mạ'],
    'Xã Nậm Tăm': ['Xã Nậm Tăm', 'Xã Lùng Thàng', 'Xã Nậm Cha'],
    'Xã Pa Tần': ['Xã Pa Tần'],
    'Xã Pu Sam Cáp': ['Xã Pa Khoá', 'Xã Pu Sam Cáp', 'Xã Noong Hẻo'],
    'Xã Sìn Hồ': ['Xã Sà Dề Phìn', 'Xã Phăng Sô Lin', 'Xã Tả Phìn', 'Thị trấn Sìn Hồ'],
    'Xã Tủa Sín Chải': ['Xã Tủa Sín Chải', 'Xã Làng Mô', 'Xã Tả Ngảo'],
  },
  'Huyện Than Uyên': {
    'Xã Khoen On': ['Xã Tà Gia', 'Xã Khoen On'],
    'Xã Mường Kim': ['Xã Mường Kim', 'Xã Tà Mung', 'Xã Tà Hừa', 'Xã Pha Mu'],
    'Xã Mường Than': ['Xã Phúc Than', 'Xã Mường Mít'],
    'Xã Than Uyên': ['Thị trấn Than Uyên', 'Xã Mường Than', 'Xã Hua Nà', 'Xã Mường Cang'],
  },
  'Huyện Tân Uyên': {
    'Xã Mường Khoa': ['Xã Mường Khoa', 'Xã Phúc Khoa'],
    'Xã Nậm Sỏ': ['Xã Nậm Sỏ', 'Xã Tà Mít'],
    'Xã Pắc Ta': ['Xã Pắc Ta', 'Xã Hố Mít'],
    'Xã Tân Uyên': ['Xã Trung Đồng', 'Xã Thân Thuộc', 'Xã Nậm Cần', 'Thị trấn Tân Uyên'],
  },
};
