/** Words of `thidua backup` and `thidua restore`, and of the page that shows how the house stands. */
export const backupVi = {
  backup: {
    summary: 'Sao lưu toàn bộ dữ liệu, kể cả các tệp, vào một thư mục mới; chương trình vẫn chạy bình thường',
    usage: [
      'thidua backup THƯ_MỤC [--demo] [--plain]',
      '  THƯ_MỤC    nơi đặt bản sao lưu; chưa được có sẵn',
      '  --demo     dữ liệu của bản dùng thử (mặc định: dữ liệu thật, hoặc DATABASE_URL)',
      '  --plain    không nén',
      'Bản sao lưu chứa mọi thứ, kể cả mật khẩu đã băm: hãy giữ như giữ tài liệu mật.',
      'Mã thoát: 0 đã sao lưu xong; 1 không sao lưu được; 2 gõ sai hoặc không có dữ liệu.',
    ],
  },
  restore: {
    summary: 'Khôi phục dữ liệu từ một bản sao lưu, hoặc diễn tập khôi phục',
    usage: [
      'thidua restore THƯ_MỤC [--demo] [--replace TÊN] [--rehearse] [--check]',
      '  --demo        dữ liệu của bản dùng thử (mặc định: dữ liệu thật, hoặc DATABASE_URL)',
      '  --replace TÊN thay toàn bộ dữ liệu đang có; TÊN là tên tỉnh đang có trong dữ liệu ấy',
      '  --rehearse    diễn tập: khôi phục vào một cơ sở dữ liệu tạm, đối chiếu từng bảng rồi bỏ đi',
      '  --check       chỉ kiểm tra bản sao lưu còn nguyên vẹn hay không',
      'Khôi phục từ bản cũ hơn thì dữ liệu được nâng lên phiên bản hiện tại.',
      'Mã thoát: 0 xong; 1 không khôi phục được, dữ liệu đang có không bị động đến; 2 gõ sai.',
    ],
  },
  folderMissing: 'Chưa nêu thư mục.',
  table: (name: string, at: number, of: number): string => `${at}/${of} ${name}`,
  made: (folder: string, tables: number, rows: string, size: string): string =>
    `Đã sao lưu vào ${folder}: ${tables} bảng, ${rows} dòng, ${size}.`,
  tryIt: (folder: string): string => `Nên diễn tập khôi phục: thidua restore ${folder} --rehearse`,
  notNoted: 'Bản sao lưu đã xong, nhưng không ghi lại được vào trang Hệ thống.',
  sound: (day: string, version: string, rows: string): string =>
    `Bản sao lưu nguyên vẹn: lập lúc ${day}, phiên bản ${version}, ${rows} dòng.`,
  restored: (day: string, rows: string): string => `Đã khôi phục dữ liệu lúc ${day}: ${rows} dòng, khớp từng bảng.`,
  rehearsed: (day: string, rows: string): string =>
    `Diễn tập xong: bản sao lưu lúc ${day} khôi phục được, ${rows} dòng khớp từng bảng. Dữ liệu đang dùng không bị động đến.`,
  migrated: (count: number): string => `Đã nâng dữ liệu qua ${count} bước lên phiên bản hiện tại.`,
  chain: (province: string, rows: string, whole: boolean): string =>
    `Nhật ký ${province}: ${rows} dòng, ${whole ? 'nguyên vẹn' : 'BỊ PHÁ VỠ (chạy thidua audit verify để xem chỗ)'}`,
  reasons: {
    'backup-there-already': 'Thư mục này đã có. Chưa ghi gì. Hãy chọn một tên khác; bản cũ được giữ nguyên.',
    'backup-folder-closed':
      'Không ghi được vào thư mục này. Chưa có bản sao lưu nào. Hãy chọn nơi khác hoặc mở quyền ghi.',
    'backup-no-space': 'Ổ đĩa đã đầy nên không sao lưu được; phần ghi dở đã được xóa. Hãy dọn bớt hoặc chọn ổ khác.',
    'backup-no-database': 'Cơ sở dữ liệu này chưa có dữ liệu của Thi Đua nên không có gì để sao lưu.',
    'backup-not-there': 'Không có bản sao lưu ở đây. Chưa có gì bị thay đổi.',
    'backup-cut-short': 'Bản sao lưu không đủ: có tệp bị thiếu hoặc bị cụt. Chưa có gì bị thay đổi. Hãy dùng bản khác.',
    'backup-changed':
      'Bản sao lưu đã bị thay đổi sau khi lập: nội dung không khớp mã kiểm tra. Chưa có gì bị thay đổi. Hãy dùng bản khác.',
    'backup-newer':
      'Bản sao lưu do phiên bản mới hơn lập. Chưa có gì bị thay đổi. Hãy cài phiên bản ấy (hoặc mới hơn) rồi khôi phục.',
    'backup-of-another-line':
      'Bản sao lưu thuộc một dòng phát triển khác của chương trình. Chưa có gì bị thay đổi. Hãy dùng đúng chương trình đã lập nó.',
    'restore-not-empty':
      'Nơi khôi phục đang có dữ liệu. Chưa có gì bị thay đổi. Nếu muốn thay toàn bộ, hãy sao lưu dữ liệu ấy rồi gọi lại với --replace và tên sau đây:',
    'restore-foreign-tables':
      'Cơ sở dữ liệu này đang chứa bảng của chương trình khác. Chưa có gì bị thay đổi. Hãy tạo một cơ sở dữ liệu trống.',
    'restore-in-use':
      'Cơ sở dữ liệu đang có chương trình kết nối. Chưa có gì bị thay đổi. Hãy dừng mọi máy chủ Thi Đua rồi khôi phục lại.',
    'restore-other-kind':
      'Bản sao lưu của dữ liệu dùng thử và dữ liệu thật không thay cho nhau. Chưa có gì bị thay đổi. Xem lại lựa chọn --demo.',
    'restore-differs': 'Nội dung nạp vào không khớp với bản sao lưu nên đã bỏ, dữ liệu trước đó còn nguyên. Bảng:',
    'rehearsal-not-allowed':
      'Chủ cơ sở dữ liệu không có quyền tạo cơ sở dữ liệu tạm nên không diễn tập được. Hãy cấp quyền: ALTER ROLE … CREATEDB.',
    'backup-busy': 'Đang có một lần sao lưu hoặc diễn tập khác. Hãy đợi xong rồi làm lại.',
  },
} as const;
