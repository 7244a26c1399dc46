/** Words of the fields that forms share. */
export const fieldsVi = {
  showPassword: 'Hiện hoặc ẩn chữ đã gõ',
  datePlaceholder: 'ngày/tháng/năm',
  dateWrong: 'Viết ngày theo kiểu 31/12/2026',
  organisationNone: 'Không thấy đơn vị nào. Thử ít chữ hơn, không cần dấu.',
} as const;
