/** Quản trị: the frame around its tabs. Each tab has its own file of words. */
export const administrationVi = {
  title: 'Quản trị',
  about: 'Đơn vị, con người, quyền hạn và những gì giữ cho hệ thống chạy đúng.',
  tabs: {
    organisations: 'Đơn vị',
    accounts: 'Tài khoản',
    tokens: 'Mã truy cập',
    roles: 'Vai trò',
    audit: 'Nhật ký',
    catalogues: 'Danh mục',
    settings: 'Thiết lập',
    system: 'Hệ thống',
  },
} as const;
