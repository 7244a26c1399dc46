/** What a person reads when something does not work: what happened, what was kept, what to do. */
export const problemsVi = {
  broken: 'Có lỗi ở máy chủ. Chưa có gì bị thay đổi. Hãy thử lại; nếu vẫn lỗi, báo quản trị mã dưới đây.',
  invalid: 'Dữ liệu gửi lên chưa đúng. Chưa có gì được lưu. Hãy xem lại những chỗ được đánh dấu.',
  'invalid-json': 'Không đọc được nội dung gửi lên. Chưa có gì được lưu. Hãy tải lại trang rồi thử lại.',
  unauthenticated: 'Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập để làm tiếp.',
  'wrong-password': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'too-many-attempts':
    'Đã thử sai quá nhiều lần nên tạm khóa đăng nhập để giữ an toàn. Tài khoản không bị mất gì. Đợi 15 phút rồi thử lại; nếu quên mật khẩu, hãy nhờ người quản trị của đơn vị cấp lại.',
  'code-needed': 'Tài khoản này có xác thực hai bước. Hãy nhập mã trong ứng dụng.',
  'code-wrong': 'Mã xác thực không đúng hoặc đã dùng. Đợi mã mới rồi nhập lại, hoặc dùng một mã dự phòng.',
  'password-must-change': 'Mật khẩu này do người khác đặt. Hãy đổi mật khẩu của riêng bạn trước khi làm tiếp.',
  'link-gone':
    'Liên kết này không mở được nữa: đã hết hạn, đã dùng, hoặc đã bị thu hồi. Hãy nhắn người gửi để nhận liên kết mới.',
  'account-name-taken': 'Tên đăng nhập này đã có người dùng. Chưa có gì được lưu. Hãy chọn tên khác.',
  'passkey-taken': 'Khóa truy cập này đã được thêm rồi.',
  'passkey-unknown': 'Khóa truy cập này không mở được tài khoản nào ở đây. Hãy đăng nhập bằng mật khẩu.',
  'passkeys-off':
    'Khóa truy cập chỉ dùng được khi mở Thi Đua bằng tên miền có https. Hãy dùng mật khẩu, hoặc nhờ quản trị đặt PUBLIC_URL.',
  'sign-on-off': 'Máy chủ chưa nối với hệ thống đăng nhập nào khác.',
  'sign-on-failed': 'Đăng nhập qua hệ thống khác không thành công. Chưa có gì thay đổi. Hãy thử lại.',
  'sign-on-unknown':
    'Chưa có tài khoản nào ở đây nối với danh tính đó. Hãy đăng nhập bằng mật khẩu một lần, rồi nối trong trang Tài khoản.',
  'token-gone': 'Mã truy cập không đúng, đã hết hạn hoặc đã thu hồi. Chưa làm gì. Hãy xin mã mới.',
  'token-not-here': 'Mã truy cập này không được làm việc đó. Chưa làm gì.',
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
  'evidence-unsupported':
    'Tệp này không dùng làm tài liệu kiểm chứng được. Chỉ nhận ảnh (JPEG, PNG, WebP), PDF, Word và Excel không có macro. Chưa có gì được lưu; hãy chọn tệp khác.',
  'evidence-password':
    'Tệp có mật khẩu nên người duyệt không mở được. Chưa có gì được lưu. Hãy bỏ mật khẩu rồi chọn lại.',
  'evidence-damaged': 'Tệp hỏng hoặc bị cắt ngang. Chưa có gì được lưu. Hãy mở thử tệp trên máy, lưu lại rồi chọn lại.',
  'evidence-unfolds':
    'Tệp nhỏ nhưng mở ra quá lớn nên không nhận. Chưa có gì được lưu. Hãy thu nhỏ ảnh hoặc bỏ bớt nội dung.',
  unavailable: 'Máy chủ đang khởi động hoặc đang dừng. Hãy thử lại sau ít giây.',
  'invalid-upload': 'Tệp gửi lên không đúng cách. Chưa có gì được lưu. Hãy tải lại trang rồi chọn lại tệp.',
  'set-up-code-wrong':
    'Đường dẫn thiết lập không đúng hoặc đã hết hạn. Hãy khởi động lại máy chủ để lấy đường dẫn mới.',
} as const;
