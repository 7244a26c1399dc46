/** Words of `thidua account`. */
export const accountCommandVi = {
  summary: 'Cấp mật khẩu mới cho một tài khoản, khi không còn quản trị nào vào được để cấp lại',
  usage: [
    'thidua account recover TÊN [--demo]',
    '  TÊN      tên đăng nhập hoặc thư điện tử của tài khoản',
    '  --demo   dữ liệu của bản dùng thử (mặc định: dữ liệu thật, hoặc DATABASE_URL)',
    'Việc này được ghi vào nhật ký. Mã thoát: 0 đã cấp; 1 không có tài khoản đó; 2 không làm được.',
  ],
  unknown: (name: string): string => `Không có tài khoản nào tên là ${name}, hoặc tài khoản đã bị khóa.`,
  done: (name: string, password: string): string[] => [
    `Mật khẩu mới của ${name}: ${password}`,
    'Phải đổi ngay khi đăng nhập. Mã dùng một lần, phiên đăng nhập và đường dẫn cũ của tài khoản đã hết hiệu lực.',
  ],
};
export type AccountCommandText = typeof accountCommandVi;
