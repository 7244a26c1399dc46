/** Working without a network: the program kept on this machine, what waits to be sent, and a newer version. */
export const offlineVi = {
  newVersion: 'Có bản mới của phần mềm.',
  newVersionAbout: 'Số liệu đã nhập được giữ lại khi tải lại trang.',
  later: 'Để sau',
} as const;
