/** What a person reads when something does not work: what happened, what was kept, what to do. */
export const problemsVi = {
  broken: 'Có lỗi ở máy chủ. Chưa có gì bị thay đổi. Hãy thử lại; nếu vẫn lỗi, báo quản trị mã dưới đây.',
  invalid: 'Dữ liệu gửi lên chưa đúng. Chưa có gì được lưu. Hãy xem lại những chỗ được đánh dấu.',
  'invalid-json': 'Không đọc được nội dung gửi lên. Chưa có gì được lưu. Hãy tải lại trang rồi thử lại.',
  unauthenticated: 'Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập để làm tiếp.',
  'wrong-password': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'too-many-attempts': 'Đã thử đăng nhập sai quá nhiều lần. Hãy đợi ít phút rồi thử lại.',
  'too-many': 'Gửi quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một lát rồi thử lại.',
  forbidden: 'Bạn không có quyền làm việc này. Chưa có gì bị thay đổi.',
  'cross-site': 'Yêu cầu đến từ một trang khác nên bị từ chối. Hãy mở lại Thi Đua từ địa chỉ chính thức.',
  'unknown-host':
    'Máy chủ chưa biết địa chỉ này. Hãy mở bằng địa chỉ chính thức; quản trị đặt địa chỉ đó trong biến PUBLIC_URL.',
  'not-found': 'Không tìm thấy, hoặc bạn không có quyền xem.',
  stale: 'Bản ghi vừa được người khác sửa. Phần bạn nhập vẫn còn; hãy xem bản mới rồi quyết định.',
  refused: 'Không thực hiện được vì những lý do dưới đây. Chưa có gì bị thay đổi.',
  'action-reused': 'Yêu cầu này đã được gửi với nội dung khác. Hãy tải lại trang rồi thử lại.',
  'number-taken':
    'Số này vừa được dùng cho một phong trào khác trong cùng năm. Chưa có gì được lưu. Hãy kiểm tra lại với văn thư.',
  'code-taken': 'Mã này đang dùng cho một đơn vị khác. Chưa có gì được lưu. Hãy kiểm tra lại mã.',
  'answered-already':
    'Đơn vị vừa hưởng ứng phong trào này ở nơi khác. Chưa có gì bị thay đổi. Hãy tải lại trang để xem.',
  'too-large': 'Nội dung gửi lên quá lớn. Chưa có gì được lưu.',
  'file-too-large': 'Tệp quá lớn. Chưa có gì được lưu. Hãy chia nhỏ tệp hoặc bỏ bớt hình ảnh.',
  'module-off':
    'Phần này đang được tắt ở đơn vị của bạn. Chưa có gì bị thay đổi. Quản trị bật lại ở Quản trị, Thiết lập.',
  'email-taken': 'Địa chỉ thư điện tử này đã được dùng cho tài khoản khác. Chưa có gì được lưu.',
  'too-many-rows': 'Có quá nhiều dòng để tải về một lần. Hãy thu hẹp khoảng ngày hoặc bộ lọc rồi tải lại.',
  'file-empty': 'Tệp không có nội dung. Chưa có gì được lưu. Hãy chọn lại tệp.',
  'unsupported-file': 'Loại tệp này chưa đọc được. Hãy dùng DOCX, DOC, PDF, TXT hoặc MD.',
  unavailable: 'Máy chủ đang khởi động hoặc đang dừng. Hãy thử lại sau ít giây.',
  'invalid-upload': 'Tệp gửi lên không đúng cách. Chưa có gì được lưu. Hãy tải lại trang rồi chọn lại tệp.',
  'set-up-code-wrong':
    'Đường dẫn thiết lập không đúng hoặc đã hết hạn. Hãy khởi động lại máy chủ để lấy đường dẫn mới.',
} as const;
