/**
 * Syllables that stand as words of their own in running text: particles, pronouns, common verbs, nouns and adjectives of
 * one syllable, names of units. Two of them side by side need not be one word, so such pairs are never taken for a slip.
 */
const FREE = `
của có từ là và các những mọi mỗi từng một hai ba bốn năm sáu bảy tám chín mười trăm nghìn ngàn vạn triệu tỷ tỉ rưỡi không
được cho với về đến tới trong ngoài trên dưới tại theo do bị bởi để mà thì này kia đó đây ấy nào gì ai sao đâu đã đang sẽ
vừa mới còn cũng vẫn chỉ đều cứ lại rồi nữa thôi luôn ngay hay hoặc nếu tuy nhưng song vì nên khi lúc sau trước giữa bên
cạnh cùng như so rất quá lắm hơn kém nhất càng khá hết xong xuống lên ra vào qua sang đi đến về chưa chẳng đừng hãy phải
cần nên muốn ta tôi mình họ nó anh chị em ông bà cô chú bác cháu con người dân xã tỉnh huyện bản thôn phường ấp khu phố
tổ khối cụm hội đoàn đội ban bộ sở phòng cục vụ viện trường trạm kho quỹ nhà nước đất trời biển sông suối núi rừng đồng
ruộng vườn cây lúa ngô khoai sắn chè hoa quả lá trâu bò lợn gà vịt cá tôm cua ong dê ngựa chó mèo giống vụ mùa nắng mưa
gió bão lũ lụt hạn ngày tháng quý tuần giờ phút giây sáng trưa chiều tối đêm xuân hạ hè thu đông kỳ lần đợt khóa lớp cấp
bậc hạng ngành nghề việc làm ăn ở uống mặc học dạy đọc viết nói nghe xem nhìn thấy biết hiểu nhớ quên nghĩ tin mong chờ
đợi gặp gọi hỏi đáp trả vay mượn mua bán đổi lấy đưa đem mang gửi nhận trao tặng biếu thưởng phạt khen chê yêu thương
giúp đỡ nuôi trồng chăm bón tưới gặt hái thu hoạch cấy cày xây dựng sửa lát đổ đào lấp san đắp kéo đẩy nâng hạ giảm tăng
thêm bớt bỏ xóa giữ gìn dùng mở đóng khép bật tắt bắt thả đặt để treo dán in ký ghi vẽ tính đếm đo cân chia cộng trừ
nhân chọn bầu cử lập soạn duyệt xét chấm xếp hạng gắn nối buộc cắt bẻ chặt chẻ đốt cháy chết sống sinh đẻ già trẻ lớn bé
nhỏ to cao thấp dài ngắn rộng hẹp dày mỏng nặng nhẹ nhanh chậm sớm muộn tốt xấu đẹp hay dở đúng sai đủ thiếu thừa nhiều
ít đông vắng xa gần sâu nông cạn khô ướt nóng lạnh ấm mát giàu nghèo đói no khỏe yếu mạnh vững chắc chặt lỏng sạch bẩn
trong đục xanh đỏ vàng trắng đen tím nâu mới cũ hiện hình thức loại kiểu dạng mẫu bảng biểu số chữ tên họ tuổi mã dòng cột
trang bài mục phần chương điều khoản điểm câu ý lời tiếng văn thơ nhạc ảnh tranh báo sách vở bút mực giấy thẻ phiếu đơn
thư tin tờ lá cuốn quyển bộ cái chiếc con người vị đồng chí viên hạt cơ sở vốn tiền lãi thuế phí lệ giá công sức lực tài
đức trí lòng tâm dạ gan mắt tay chân đầu mặt thân máu da xương bệnh thuốc vắc tiêm khám chữa mổ đường cầu cống chợ bến ga
cảng sân bãi đình chùa đền miếu lễ tết hội thi đua thắng thua vượt đạt trúng trượt đỗ hỏng hư nát rách vỡ gãy mất được
chính chủ phó trưởng ủy quan tướng lính giặc thù bạn khách chủ thầy trò thợ phụ nữ nam chồng vợ cha mẹ bố con cháu dâu rể
mặt hàng giao nhận bàn ghế tủ giường xe tàu thuyền máy điện nước gas xăng dầu than củi gạo muối mắm đường sữa rượu bia
phân bùn rác khói bụi đá cát sỏi xi vôi gạch ngói thép sắt đồng nhôm vàng bạc kẽm gỗ tre nứa luồng vải sợi tơ bông len
kim chỉ khóa chìa cửa sổ tường mái nền móng trần vách gian phòng bếp buồng vệ quyền luật lệ án tội phạm tù giam bắt tha
kiện cáo tố giác khai báo trình tấu giảng giải bày tỏ rõ sáng tối ổn yên bình an nguy hiểm khó dễ thuận nghịch trái phải
xuôi ngược ngang dọc chéo thẳng cong tròn vuông méo lệch nghiêng đứng ngồi nằm quỳ chạy nhảy bơi bay leo trèo rơi ngã đổ
trượt lăn quay xoay vòng quanh khắp cả toàn nguyên riêng chung tư công đều lẻ chẵn đôi cặp nhóm bầy đàn lũ tốp toán tụi
bọn chúng ngài quý vị thời đời kiếp thế xưa nay mai kia hôm qua bữa dịp phen chuyến bước chặng đoạn đường lối nẻo hướng
phía đằng bề mé bờ mép rìa cuối giữa góc cạnh đỉnh đáy lưng sườn chân gốc ngọn cành nhánh rễ mầm nụ hạt giọt mảnh miếng
mẩu cục hòn viên tấm bức lô thửa ô ổ bó bao túi hộp thùng can lọ chai bát đĩa đũa nồi chảo dao kéo cuốc xẻng liềm búa
chốt gác canh trực tuần truy quét dẹp chống phá đánh bắn giết thương hại lợi ích hiệu lệnh cờ trống chiêng khèn múa hát
đàn sáo kể diễn đóng vai tuồng chèo phim kịch nét vẻ dáng vóc màu sắc mùi vị hương thơm thối ngọt chua cay đắng mặn nhạt
kế toán tuyến lưới mạng sóng đài loa míc kênh hệ dữ tệp bị bởi ví dụ tức nghĩa trừ miễn hễ dù dẫu thà bèn liền bỗng
dần mãi hẳn hầu gần suýt chừng độ khoảng cỡ tầm mức đến tận suốt xuyên dọc khỏi rời tách lìa xa bám theo đuổi kịp đón
tiễn đưa rước mời thăm viếng chúc mừng cảm tạ xin lỗi phép nhờ cậy giao khoán bảo sai khiến bắt buộc ép nài van lạy thề
hứa hẹn ước thỏa thuê mướn dựa tựa chịu gánh vác khiêng cõng bế ẵm dắt dìu đỡ chở chuyên chuyển chuyến dời dọn sắp bày
kê xếp gấp trải phơi sấy rang luộc nấu hầm kho xào rán nướng rửa giặt lau quét chùi cọ tắm gội chải cạo ngủ nghỉ thức dậy
mệt khát ốm đau nhức ngứa sốt ho chảy tràn ngập thấm rò rỉ nghẽn tắc thông suốt mạch nguồn lạch đầm hồ ao giếng bể thác
đập mương rạch kênh đảo vịnh mũi đèo dốc hang động vách thung lũng bãi đồi gò nương rẫy bờ bụi cỏ rơm rạ trấu cám bã men
thịt tính tình tiêu tiến tiên tiền kết kể kệ quản quán quen tan tán tràn tạm thử thư thủ phi phí phía bí chi chỉ chị chí trị dư
giá gia già giả bảo báo bao bán bàn bạn bản cán cần cân can cạn căn chung chúng cộng cổ cố cô đài dân dần dẫn đàn đan điện
vận vẫn văn vần vốn lạnh lao lão lý lẽ sử sự tự tứ tử tư thực chất chật chăn chân thành thanh thạnh thánh động đóng đông đống
vùng vững phóng phòng mực tổng hoặc hoàn hoãn nông nóng sản sàn lượng lường phương hướng hương hưởng khí khách ảnh anh ánh tác
tắc tâm tầm tấm tăm tằm tố to tộc tục chức luận lẫn lần lân nghĩ nghe nghề đồ đỗ đô độ đo đỡ hàng hãng hang tập khô khổ khó
cặp tín đề đê đè trung trùng trúng trứng lưu lùi dùng dừng hồ hố hô tê tề tệ tẻ diễn diện diệt món mòn mọn nhận nhân nhãn nhàn
ngăn ngán ngạch lội lỗi hiếu hiến hiền biên biển bến bền công cồng còng tải tai tái mạng màng mảng máng mã má mạ trống trông
trọng tròng vệ về vé quỳ kính kịnh chính chỉnh chình tỉnh tinh tĩnh xa xạ xả xà hơi hỏi hối hôi hói đón đồn đạo đào đảo thương
thường thưởng đích hòa hóa hoa họa hỏa phân phấn phận bằng băng bảng bàng lược trưởng cường cương rằng dối xuất nhập dương dãy giới 
`;

const WORDS = new Set(FREE.split(/\s+/).filter((word) => word !== ''));

/** Whether a syllable (lower case, newer tone mark) stands as a word of its own. */
export function isFreeSyllable(canon: string): boolean {
  return WORDS.has(canon);
}
