/** Signing in: what stands on its page besides a name and a password. */
export const sessionVi = {
  or: 'hoặc',
  withPasskey: 'Đăng nhập bằng khóa truy cập',
  withPasskeyAbout: 'Vân tay, khuôn mặt hoặc mã mở máy, nếu bạn đã thêm ở trang Tài khoản của tôi.',
  passkeyStopped:
    'Máy chưa mở được khóa truy cập: đã thôi giữa chừng, quá lâu, hoặc máy này chưa có khóa. Chưa có gì thay đổi; hãy thử lại hoặc dùng mật khẩu.',
  elsewhere: (name: string): string => `Đăng nhập qua ${name}`,
  codeTitle: 'Xác nhận bước hai',
  codeAbout: 'Mật khẩu đã đúng. Mở ứng dụng tạo mã trên điện thoại và nhập mã sáu số đang hiện.',
  code: 'Mã sáu số',
  paperAbout: 'Nhập một mã dự phòng trên tờ bạn đã in hoặc chép. Mỗi mã dùng được một lần.',
  paperCode: 'Mã dự phòng',
  usePaper: 'Dùng mã dự phòng',
  useApp: 'Dùng mã trong ứng dụng',
  confirm: 'Xác nhận',
  otherAccount: 'Dùng tài khoản khác',
  forgotten: 'Quên mật khẩu?',
  forgottenAbout:
    'Hãy nhờ quản trị hoặc chuyên viên thi đua của đơn vị bạn bấm Cấp lại cách vào. Họ gửi bạn một đường dẫn để tự đặt mật khẩu mới, hoặc trao phiếu in. Thi Đua không tự gửi thư và không ai xem được mật khẩu cũ.',
  forgottenPhone:
    'Mất điện thoại tạo mã: dùng mã dự phòng; hết mã thì nhờ quản trị bỏ mã xác nhận khi cấp lại. Chính quản trị bị quên: người giữ máy chủ chạy lệnh thidua account recover.',

  mustChangeTitle: 'Đặt mật khẩu của riêng bạn',
  mustChangeAbout: 'Mật khẩu vừa dùng do người khác trao cho bạn. Đặt mật khẩu mới chỉ mình bạn biết rồi làm tiếp.',
  given: 'Mật khẩu được trao',
  next: 'Mật khẩu mới',
  change: 'Đổi mật khẩu',
  changed: 'Đã đổi mật khẩu. Các nơi khác đang đăng nhập đã kết thúc.',
} as const;
