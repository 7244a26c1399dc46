/** The page on which the first administrator of an empty installation is made, and what the terminal says at start. */
export const setUpVi = {
  title: 'Thiết lập Thi Đua',
  otherLanguage: 'English',
  about:
    'Cơ sở dữ liệu này còn trống. Khai báo đơn vị của bạn và tạo tài khoản đầu tiên; tài khoản này vừa làm chuyên môn vừa quản trị.',
  province: 'Tỉnh, thành phố',
  level: 'Cấp sử dụng',
  levelProvince: 'Cấp tỉnh',
  levelCommune: 'Cấp xã (xã, phường, đặc khu)',
  commune: 'Tên xã, phường, đặc khu (nếu là cấp xã), ví dụ: Xã Bình Lư',
  name: 'Tên đăng nhập',
  nameRule: 'Từ 3 đến 50 ký tự: chữ không dấu, chữ số, dấu chấm, gạch ngang',
  password: 'Mật khẩu',
  passwordRule: (least: number): string => `Ít nhất ${least} ký tự; một câu dễ nhớ là tốt nhất`,
  again: 'Nhập lại mật khẩu',
  submit: 'Tạo tài khoản và bắt đầu',
  done: 'Đã thiết lập xong. Hãy đăng nhập bằng tài khoản vừa tạo.',
  signIn: 'Tới trang đăng nhập',
  wrongCode:
    'Đường dẫn thiết lập không đúng hoặc đã hết hạn. Hãy khởi động lại máy chủ; đường dẫn mới được in ra trong cửa sổ lệnh.',
  wrongProvince: 'Hãy chọn tỉnh, thành phố trong danh sách.',
  wrongCommune: 'Hãy ghi tên xã, phường hoặc đặc khu.',
  wrongName: 'Tên đăng nhập chưa đúng quy tắc.',
  wrongPassword: 'Mật khẩu ngắn quá hoặc dễ đoán.',
  passwordsDiffer: 'Hai lần nhập mật khẩu không giống nhau.',
  officer: 'Chuyên viên thi đua - khen thưởng',
  administrator: 'Quản trị',
} as const;
