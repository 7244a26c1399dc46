/** Words of `thidua audit verify`. */
export const auditVi = {
  summary: 'Kiểm tra chuỗi nhật ký: có ai sửa, xóa hay cắt bớt dòng nào không',
  usage: [
    'thidua audit verify [--demo] [--anchor SỐ:MÃ…]',
    '  --demo     dữ liệu của bản dùng thử (mặc định: dữ liệu thật, hoặc DATABASE_URL)',
    '  --anchor   mã đã ghi lại lần trước; phát hiện cả khi chuỗi bị làm lại từ đầu',
    'Mã thoát: 0 chuỗi nguyên vẹn; 1 có chỗ bị phá vỡ; 2 không kiểm tra được.',
  ],
  data: (place: string): string => `Dữ liệu: ${place}`,
  noData: (folder: string): string => `Không có dữ liệu ở ${folder}. Với bản dùng thử: thidua audit verify --demo`,
  whole: (rows: string): string => `nguyên vẹn, ${rows} dòng`,
  broken: (rows: string): string => `BỊ PHÁ VỠ (đầu chuỗi ghi ${rows} dòng)`,
  note: 'Hãy ghi lại các mã sau ở nơi khác (sổ, thư điện tử); lần sau kiểm tra với --anchor:',
  nothing: 'Chưa có dòng nhật ký nào.',
  where: (province: string, row: string, how: string): string => `${province}, dòng ${row}: ${how}`,
  hows: {
    'row-changed': 'nội dung dòng này đã bị sửa',
    'row-missing': 'dòng này đã bị xóa',
    'payload-changed': 'phần chi tiết của dòng này đã bị sửa',
    'payload-missing': 'phần chi tiết của dòng này đã bị xóa',
    'erased-without-trace': 'phần chi tiết đã bị xóa trắng mà không có dòng nào ghi việc đó',
    'tail-cut': 'từ dòng này trở đi đã bị cắt bỏ',
    'head-missing': 'mất dòng ghi cuối chuỗi',
    'head-changed': 'cuối chuỗi không khớp với dòng này',
    'rows-beyond-head': 'có dòng nằm ngoài cuối chuỗi',
    'anchor-differs': 'mã ghi lại lần trước không còn trong chuỗi: chuỗi đã bị làm lại',
  },
} as const;
