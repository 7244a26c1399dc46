/** Words of `thidua import`. */
export const importCommandVi = {
  summary: 'Nhận số liệu từ mẫu Excel đã điền, tệp CSV hoặc báo cáo kết quả vào cơ sở dữ liệu',
  usage: [
    'thidua import TỆP --as TÊN [--dry-run] [--said-by NGƯỜI] [--demo]',
    'thidua import BÁO-CÁO --as TÊN --movement PHONG-TRÀO --from NGÀY --until NGÀY [--unit ĐƠN-VỊ] [--take SỐ,SỐ|matched] [--dry-run]',
    '  TỆP        mẫu Excel do phần mềm tạo (.xlsx), hoặc CSV có các cột:',
    '             targetId, organisationId, from, until, value (hoặc numerator, denominator), estimated, note, things',
    '  BÁO-CÁO    báo cáo kết quả (.docx, .doc, .pdf): liệt kê số liệu đọc được kèm câu văn, đánh số',
    '  --movement mã hoặc địa chỉ trang của phong trào; --from, --until: ngày đầu, ngày cuối của kỳ (2026-06-30)',
    '  --unit     tên hoặc mã đơn vị của báo cáo (mặc định: đơn vị của người nhập)',
    '  --take     ghi những số nào: số thứ tự, cách nhau bằng dấu phẩy, hoặc matched: mọi số khớp rõ ràng',
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
  neither: 'Chỉ nhận tệp .xlsx (mẫu do phần mềm tạo), .csv, hoặc báo cáo .docx, .doc, .pdf.',
  reportNeeds: 'Với báo cáo cần thêm --movement, --from và --until.',
  reportOnly:
    '--movement, --unit, --from, --until và --take chỉ dùng với báo cáo; mẫu Excel và CSV đã nói rõ các điều này.',
  badTake: 'Sau --take là số thứ tự cách nhau bằng dấu phẩy (0,3,5) hoặc matched.',
  badDay: 'Ngày viết theo dạng 2026-06-30.',
  noMovement: 'Không có phong trào này, hoặc người nhập không xem được. Mã nằm trong địa chỉ trang của phong trào.',
  noUnit: (names: readonly string[], more: boolean): string =>
    names.length === 0
      ? 'Phong trào này chưa có chỉ tiêu nào phải báo số liệu.'
      : `Đơn vị này không phải báo số liệu của phong trào. Các đơn vị phải báo: ${names.join(', ')}${more ? ' …' : '.'}`,
  severalUnits: (names: readonly string[]): string =>
    `Tên này có thể là của nhiều đơn vị nên chưa ghi gì: ${names.join(', ')}. Hãy ghi đúng tên có dấu, hoặc mã đứng sau tên.`,
  noPeriod: (periods: readonly string[]): string =>
    `Đơn vị không có số liệu phải báo trong kỳ này. Các kỳ: ${periods.join('; ')}.`,
  resultNumber: (at: number): string => `số ${at}`,
  noResult: 'Báo cáo không có số liệu mang số thứ tự này.',
  onlyListed: 'Số này chỉ được liệt kê: không biết chắc thuộc chỉ tiêu nào. Hãy nhập tay.',
  sameAsKept: 'Đã có đúng số này rồi.',
  sameTarget: (other: number): string => `Cùng một chỉ tiêu với số ${other}. Hãy chỉ lấy một số.`,
  results: (count: number): string => `Báo cáo nêu ${count} số liệu:`,
  noResults: 'Không thấy số liệu thực hiện nào trong báo cáo này.',
  takeHow: 'Chưa ghi gì. Thêm --take với các số thứ tự đúng, hoặc --take matched, để ghi.',
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
