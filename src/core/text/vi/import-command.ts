/** Words of `thidua import`. */
export const importCommandVi = {
  summary: 'Nhận số liệu từ mẫu Excel đã điền hoặc tệp CSV vào cơ sở dữ liệu',
  usage: [
    'thidua import TỆP --as TÊN [--dry-run] [--said-by NGƯỜI] [--demo]',
    '  TỆP        mẫu Excel do phần mềm tạo (.xlsx), hoặc CSV có các cột:',
    '             targetId, organisationId, from, until, value (hoặc numerator, denominator), estimated, note',
    '  --as       tên đăng nhập của người nhập; chỉ nhập được những gì người đó nhập được trên trang',
    '  --dry-run  chỉ kiểm tra, không ghi gì',
    '  --said-by  người báo số liệu, khi nhập thay (mẫu Excel)',
    '  --demo     dữ liệu của bản dùng thử (mặc định: dữ liệu thật, hoặc DATABASE_URL)',
    'Có một chỗ sai là không ghi gì cả. Số liệu nhận vào là bản nháp như khi gõ tay, lấy lại được trên trang.',
    'Mã thoát: 0 đã nhận (hoặc kiểm tra đạt); 1 có chỗ phải sửa, hoặc không có gì để nhận; 2 không làm được.',
  ],
  by: (post: string): string => `${post}, qua dòng lệnh`,
  unknown: (name: string): string => `Không có tài khoản nào tên là ${name}, hoặc tài khoản đã bị khóa.`,
  mayNot: (name: string): string => `Tài khoản ${name} không có quyền nhập số liệu.`,
  notThere: (path: string): string => `Không đọc được tệp ${path}.`,
  neither: 'Chỉ nhận tệp .xlsx (mẫu do phần mềm tạo) hoặc .csv.',
  tooLarge: (megabytes: number): string => `Tệp lớn quá ${megabytes} MB.`,
  counts: (fresh: number, changed: number, unchanged: number): string =>
    `${fresh} số liệu mới, ${changed} thay đổi, ${unchanged} giữ nguyên`,
  faults: (count: number): string => `${count} chỗ cần sửa; chưa ghi gì:`,
  more: (count: number): string => `… và ${count} chỗ khác`,
  line: (line: number): string => `dòng ${line}`,
  noColumn: (names: string): string => `Thiếu cột ${names}.`,
  unknownColumn: (name: string): string => `Không biết cột “${name}”.`,
  badCell: (column: string): string => `Cột ${column} không đúng dạng.`,
  tooMany: (most: number): string => `Quá nhiều dòng: mỗi lần nhận ${most}. Hãy chia thành nhiều tệp.`,
  nothing: 'Không có số liệu nào mới để ghi.',
  dry: 'Chỉ kiểm tra, chưa ghi gì.',
  done: (count: number): string => `Đã ghi ${count} số liệu (bản nháp).`,
};
export type ImportCommandText = typeof importCommandVi;
