/**
 * Slips that a word list alone cannot tell, because both syllables are words of their own or more than one letter is
 * wrong: typing, dialect and character recognition. `not` lists next syllables with which the written form is right.
 */
export type Confusion = { wrong: string; right: string; not?: readonly string[] };

export const CONFUSIONS: readonly Confusion[] = [
  { wrong: 'bút phát', right: 'bứt phá', not: ['triển', 'cho', 'quà', 'thưởng', 'biểu'] },
  { wrong: 'bút phá', right: 'bứt phá' },
  { wrong: 'bức phá', right: 'bứt phá' },
  { wrong: 'bứt phát', right: 'bứt phá' },
  { wrong: 'bức tốc', right: 'bứt tốc' },
  { wrong: 'phân đấu', right: 'phấn đấu', not: ['thầu', 'giá', 'tranh', 'nối'] },
  { wrong: 'phần đấu', right: 'phấn đấu', not: ['thầu', 'giá', 'tranh'] },
  { wrong: 'phấn đầu', right: 'phấn đấu', not: ['tư', 'tiên'] },
  { wrong: 'chuyên giao', right: 'chuyển giao', not: ['dịch', 'tiếp', 'lưu', 'thông', 'thương', 'hàng', 'nhận', 'khoán'] },
  { wrong: 'chuyên biến', right: 'chuyển biến', not: ['đổi', 'tần', 'áp', 'thể'] },
  { wrong: 'chuyên đổi', right: 'chuyển đổi', not: ['mới', 'tiền', 'trả'] },
  { wrong: 'chuyên dịch', right: 'chuyển dịch', not: ['vụ', 'thuật', 'bệnh'] },
  { wrong: 'chuyển môn', right: 'chuyên môn' },
  { wrong: 'chuyển đề', right: 'chuyên đề', not: ['nghị', 'xuất', 'án', 'tài', 'cương'] },
  { wrong: 'chuyển nghiệp', right: 'chuyên nghiệp', not: ['vụ'] },
  { wrong: 'cùng cố', right: 'củng cố', not: ['gắng', 'vấn', 'đô', 'chấp', 'nhân', 'định', 'ý'] },
  { wrong: 'cũng cố', right: 'củng cố', not: ['gắng', 'ý', 'tình', 'chấp', 'định'] },
  { wrong: 'củng như', right: 'cũng như' },
  { wrong: 'giám nghĩ', right: 'dám nghĩ' },
  { wrong: 'giám làm', right: 'dám làm' },
  { wrong: 'dám sát', right: 'giám sát' },
  { wrong: 'dám đốc', right: 'giám đốc' },
  { wrong: 'kiểm chế', right: 'kiềm chế', not: ['độ', 'biến', 'tài', 'phẩm', 'tạo'] },
  { wrong: 'đỗi mới', right: 'đổi mới' },
  { wrong: 'đối mới', right: 'đổi mới' },
  { wrong: 'đôi mới', right: 'đổi mới', not: ['chỉ', 'là'] },
  { wrong: 'nấng cao', right: 'nâng cao' },
  { wrong: 'nâng cáo', right: 'nâng cao' },
  { wrong: 'năng cao', right: 'nâng cao', not: ['nhất', 'hơn', 'của', 'và', 'sẽ', 'là'] },
  { wrong: 'đấy mạnh', right: 'đẩy mạnh' },
  { wrong: 'đẫy mạnh', right: 'đẩy mạnh' },
  { wrong: 'sử lý', right: 'xử lý', not: ['luận', 'thuyết', 'do'] },
  { wrong: 'xữ lý', right: 'xử lý' },
  { wrong: 'bổ xung', right: 'bổ sung', not: ['quanh', 'yếu', 'đột', 'phong'] },
  { wrong: 'xắp xếp', right: 'sắp xếp' },
  { wrong: 'sắp sếp', right: 'sắp xếp' },
  { wrong: 'xuất xắc', right: 'xuất sắc' },
  { wrong: 'suất sắc', right: 'xuất sắc' },
  { wrong: 'suất xắc', right: 'xuất sắc' },
  { wrong: 'sản suất', right: 'sản xuất' },
  { wrong: 'năng xuất', right: 'năng suất' },
  { wrong: 'sáng lạng', right: 'xán lạn' },
  { wrong: 'xáng lạn', right: 'xán lạn' },
  { wrong: 'chia xẻ', right: 'chia sẻ' },
  { wrong: 'san sẽ', right: 'san sẻ' },
  { wrong: 'chẩn chỉnh', right: 'chấn chỉnh' },
  { wrong: 'trấn chỉnh', right: 'chấn chỉnh' },
  { wrong: 'chỉnh chu', right: 'chỉn chu' },
  { wrong: 'chuẩn đoán', right: 'chẩn đoán' },
  { wrong: 'tựu chung', right: 'tựu trung' },
  { wrong: 'vô hình chung', right: 'vô hình trung' },
  { wrong: 'thăm quan', right: 'tham quan', not: ['cảnh'] },
  { wrong: 'xúc tích', right: 'súc tích' },
  { wrong: 'tránh nhiệm', right: 'trách nhiệm' },
  { wrong: 'trách nghiệm', right: 'trách nhiệm' },
  { wrong: 'kinh nghiêm', right: 'kinh nghiệm', not: ['túc', 'minh', 'khắc', 'chỉnh'] },
  { wrong: 'giữ vửng', right: 'giữ vững' },
  { wrong: 'giử vững', right: 'giữ vững' },
  { wrong: 'gử vững', right: 'giữ vững' },
  { wrong: 'hướng dẩn', right: 'hướng dẫn' },
  { wrong: 'kỹ cương', right: 'kỷ cương' },
  { wrong: 'kỹ luật', right: 'kỷ luật' },
  { wrong: 'kỹ niệm', right: 'kỷ niệm' },
  { wrong: 'kỷ thuật', right: 'kỹ thuật' },
  { wrong: 'kỷ năng', right: 'kỹ năng' },
  { wrong: 'khuyến kích', right: 'khuyến khích' },
  { wrong: 'hổ trợ', right: 'hỗ trợ' },
  { wrong: 'nổ lực', right: 'nỗ lực' },
  { wrong: 'nỗ lục', right: 'nỗ lực' },
  { wrong: 'bão đảm', right: 'bảo đảm' },
  { wrong: 'bảo đãm', right: 'bảo đảm' },
  { wrong: 'đãm bảo', right: 'đảm bảo' },
  { wrong: 'đảm bão', right: 'đảm bảo' },
  { wrong: 'đẩm bảo', right: 'đảm bảo' },
  { wrong: 'mủi nhọn', right: 'mũi nhọn' },
  { wrong: 'lỉnh vực', right: 'lĩnh vực' },
  { wrong: 'tỹ lệ', right: 'tỷ lệ' },
  { wrong: 'tỷ lê', right: 'tỷ lệ' },
  { wrong: 'giãm nghèo', right: 'giảm nghèo' },
  { wrong: 'thoát ngheo', right: 'thoát nghèo' },
  { wrong: 'ra xoát', right: 'rà soát' },
  { wrong: 'rà xoát', right: 'rà soát' },
  { wrong: 'kiểm xoát', right: 'kiểm soát' },
  { wrong: 'khắc phụ', right: 'khắc phục', not: ['nữ', 'huynh', 'trách', 'lục'] },
  { wrong: 'khác phục', right: 'khắc phục', not: ['vụ', 'hồi'] },
  { wrong: 'khơi dạy', right: 'khơi dậy' },
  { wrong: 'lang tỏa', right: 'lan tỏa' },
  { wrong: 'lan toản', right: 'lan tỏa' },
  { wrong: 'biểu đương', right: 'biểu dương' },
  { wrong: 'biêu dương', right: 'biểu dương' },
  { wrong: 'tôn dinh', right: 'tôn vinh' },
  { wrong: 'đặt biệt', right: 'đặc biệt', not: ['hiệu', 'danh', 'thự'] },
  { wrong: 'đặc ra', right: 'đặt ra' },
  { wrong: 'bắc đầu', right: 'bắt đầu', not: ['tư', 'tiên', 'mối', 'năm', 'ra', 'vào'] },
  { wrong: 'bắc buộc', right: 'bắt buộc' },
  { wrong: 'mặc trận', right: 'mặt trận' },
  { wrong: 'các trở', right: 'cản trở', not: ['ngại', 'lực', 'thành'] },
  { wrong: 'thực tiển', right: 'thực tiễn' },
  { wrong: 'tiêu biễu', right: 'tiêu biểu' },
  { wrong: 'vỉnh viễn', right: 'vĩnh viễn' },
  { wrong: 'cơ sỡ', right: 'cơ sở' },
  { wrong: 'hửu ích', right: 'hữu ích' },
  { wrong: 'hưỡng ứng', right: 'hưởng ứng' },
  { wrong: 'hướng ứng', right: 'hưởng ứng', not: ['dụng', 'phó', 'xử', 'cử'] },
  { wrong: 'thương xuyên', right: 'thường xuyên' },
  { wrong: 'thường xuyến', right: 'thường xuyên' },
  { wrong: 'phát họa', right: 'phác họa' },
  { wrong: 'phát triễn', right: 'phát triển' },
];

/** What follows "Phấn đấu" at the start of a sentence; "Phần đầu" before one of these is a slip for it. */
export const GOAL_WORDS: readonly string[] = [
  'hoàn', 'đạt', 'giảm', 'tăng', 'đến', 'nâng', 'trên', 'tỷ', 'tỉ', 'thu', 'giải', 'duy', 'giữ', 'xây', 'thực', 'mỗi', 'trở',
  'đưa', 'không', 'có', 'xóa', 'chính', 'tổng', 'tốc', 'vượt', 'bình', 'hết', 'cuối', 'năm', 'trong', 'đảm', 'bảo', 'phát',
  'sản', 'số', 'các', 'toàn', 'hằng', 'hàng', 'kết', 'ít', 'từ', 'để', 'đón', 'khai', 'thành',
];

/**
 * Words so common in these documents that a form one slip away is a slip even where both syllables could stand alone:
 * "khen thương", "thi đưa". Words with a legitimate neighbour of that kind (đổi mới: đội mới) are left out.
 */
export const STRONG: ReadonlySet<string> = new Set(
  (
    'thi đua,khen thưởng,phong trào,xã hội,kinh tế,chính trị,thực hiện,phát triển,nhân dân,ủy ban,hội đồng,cơ quan,nhiệm vụ,kế hoạch,tổ chức,' +
    'cán bộ,công chức,viên chức,tuyên truyền,nông thôn,văn hóa,giáo dục,quốc phòng,an ninh,đẩy mạnh,nâng cao,tăng cường,hoàn thành,thắng lợi,' +
    'chất lượng,hiệu quả,địa phương,trách nhiệm,chính quyền,đoàn thể,mặt trận,tập thể,tiêu biểu,xuất sắc,điển hình,tiên tiến,chuyển đổi,bảo đảm,' +
    'giải quyết,lao động,thu nhập,ngân sách,xây dựng,quản lý,lãnh đạo,chỉ đạo,phối hợp,triển khai,kiểm tra,giám sát,tổng kết,báo cáo,thời gian,' +
    'giai đoạn,mục tiêu,nội dung,giải pháp,phấn đấu,sức khỏe,bảo hiểm,hành chính,thủ tục,trực tuyến,chuyên đề,chuyên môn,tự lực,tự cường,truyền thống,' +
    'doanh nghiệp,dịch vụ,du lịch,công nghiệp,nông nghiệp,đời sống,gia đình,trẻ em,học sinh,trường học,đào tạo,hạ tầng,công nghệ,đồng bộ,' +
    'kịp thời,thường xuyên,thiết thực,tích cực,hưởng ứng,phát động,phát huy,vai trò,sức mạnh,đoàn kết,toàn dân,nhận thức,hành động,quyết tâm,' +
    'thống nhất,tập trung,trọng tâm,chương trình,quyết định,nghị quyết,chỉ thị,nghị định,thông báo,hướng dẫn,phù hợp,tình hình,điều kiện,thực tiễn'
  ).split(','),
);
