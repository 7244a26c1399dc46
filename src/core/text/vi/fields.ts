/** Words of the fields that forms share. */
export const fieldsVi = {
  showPassword: 'Hiện hoặc ẩn chữ đã gõ',
  datePlaceholder: 'ngày/tháng/năm',
  dateWrong: 'Viết ngày theo kiểu 31/12/2026',
  twoReadings: (ways: readonly string[]) => `Có thể hiểu theo hai cách. Hãy gõ ${ways.join(' hoặc ')}.`,
  organisationNone: 'Không thấy đơn vị nào. Thử ít chữ hơn, không cần dấu.',
} as const;
