/** What the server says in the terminal: where it is, where its data are, and why it does not start. */
export const startVi = {
  running: (url: string): string => `Thi Đua đang chạy tại  ${url}`,
  demo: (day: string): string => `Bản dùng thử với số liệu mẫu; ngày trong bản này luôn là ${day}.`,
  accounts: 'Tài khoản dùng thử (tên, mật khẩu):',
  data: (folder: string): string => `Dữ liệu nằm tại         ${folder}`,
  dataElsewhere: 'Dữ liệu nằm trong cơ sở dữ liệu của DATABASE_URL.',
  wallOff:
    'Lưu ý: phần mềm đang dùng một tài khoản cơ sở dữ liệu cho mọi việc nên bức tường thứ hai giữa các tỉnh (trong PostgreSQL) chưa bật. Cách bật: docs/operations.md, DATABASE_OWNER_URL.',
  empty: 'Để dùng thật, chạy: npm start -- --empty',
  setUp: 'Chưa có tài khoản nào. Mở đường dẫn sau (dùng một lần, trong 24 giờ) để tạo tài khoản đầu tiên:',
  stop: 'Dừng: Ctrl+C',
  stopping: 'Đang dừng, xin đợi việc đang làm xong …',
  migrated: (count: number): string => `Đã cập nhật cơ sở dữ liệu (${count} bước).`,
  seeding: 'Đang nạp số liệu mẫu …',
  lost: 'PostgreSQL đã dừng ngoài ý muốn. Dữ liệu đã lưu vẫn còn; hãy chạy lại.',
  noPages: 'Chưa dựng giao diện; chỉ có API. Chạy: npm run build',
  options: (port: number): string =>
    `Cách dùng: npm start -- [--port SỐ] [--empty]\n  --port SỐ   cổng (mặc định ${port}; 0: cổng trống bất kỳ)\n  --empty     dùng thật: cơ sở dữ liệu trống, không có số liệu mẫu`,
  portTaken: (port: number): string =>
    `Cổng ${port} đang được chương trình khác dùng. Chạy với cổng khác: npm start -- --port ${port + 1}`,
  notForDemo:
    'Cơ sở dữ liệu này chứa dữ liệu thật nên không nạp số liệu mẫu vào. Hãy chạy với --empty, hoặc dùng cơ sở dữ liệu khác cho bản dùng thử.',
  notForReal:
    'Cơ sở dữ liệu này là bản dùng thử nên không dùng để làm thật. Hãy dùng cơ sở dữ liệu khác (DATABASE_URL hoặc THIDUA_DATA).',
  failed: (why: string): string => `Không khởi động được: ${why}`,
  reasons: {
    'database-in-use': 'Thi Đua đang chạy với dữ liệu này rồi (thư mục và tiến trình ghi ở dưới).',
    'database-of-another-user':
      'Dữ liệu này thuộc người dùng khác của máy. Hãy chạy bằng người dùng đó, hoặc đặt THIDUA_DATA sang thư mục khác.',
    'database-folder-closed':
      'Không ghi được vào thư mục dữ liệu. Hãy sửa quyền, hoặc đặt THIDUA_DATA sang thư mục khác.',
    'database-no-binaries':
      'Máy này chưa có chương trình PostgreSQL kèm theo. Hãy cài PostgreSQL 15 trở lên rồi đặt DATABASE_URL.',
    'database-no-password':
      'Không đọc được mật khẩu của cơ sở dữ liệu (tệp secret.json). Hãy khôi phục tệp này từ bản sao lưu; dữ liệu chưa bị động đến.',
    'database-start-failed':
      'PostgreSQL không khởi động được. Lời cuối của nó ở dưới; nhật ký đầy đủ trong postgres.log.',
    'database-other-version':
      'Dữ liệu được tạo bằng phiên bản PostgreSQL khác (phiên bản của dữ liệu, phiên bản kèm theo). Xem docs/operations.md.',
    'migration-changed':
      'Một tệp nâng cấp đã chạy bị sửa nội dung. Hãy lấy lại đúng phiên bản phần mềm; cơ sở dữ liệu chưa bị động đến.',
    'migration-missing':
      'Cơ sở dữ liệu mới hơn phần mềm này. Hãy dùng phiên bản phần mềm mới hơn; cơ sở dữ liệu chưa bị động đến.',
    'migration-failed': 'Một bước nâng cấp cơ sở dữ liệu không chạy được; bước đó chưa để lại gì.',
    'migration-order': 'Một bước nâng cấp chen vào trước bước đã chạy. Hãy dùng bản phát hành đầy đủ.',
    'migration-old-server': 'Máy chủ PostgreSQL cũ quá; cần phiên bản 15 trở lên.',
  },
} as const;
