/** Words of documents being read, recognised and brought up to date. */

import type {
  ChangeKind,
  ChangeSubject,
  DocumentRefusal,
  MatchKind,
  ReadingStage,
  ReadingState,
} from '../../rules/documents.ts';

const states: Record<ReadingState, string> = {
  waiting: 'Chờ đọc',
  running: 'Đang đọc',
  ready: 'Chờ kiểm tra',
  failed: 'Không đọc được',
  cancelled: 'Đã dừng',
  used: 'Đã tạo phong trào',
};

const stages: Record<ReadingStage, string> = {
  opening: 'Mở tệp',
  recognising: 'Nhận dạng chữ',
  finding: 'Tìm chỉ tiêu, nhiệm vụ',
  checking: 'Soát lỗi',
};

const matches: Record<MatchKind, string> = {
  'same-file': 'Tệp này đã có trong hệ thống',
  'same-number': 'Văn bản cùng số, ký hiệu đã có trong hệ thống',
  'signed-version': 'Có vẻ là bản khác của một văn bản đã có',
};

const changeSubjects: Record<ChangeSubject, string> = {
  header: 'Thông tin chung',
  target: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  citation: 'Căn cứ',
  'report-due': 'Hạn báo cáo',
  recipient: 'Nơi nhận',
};

const changeKinds: Record<ChangeKind, string> = { added: 'Thêm', changed: 'Sửa', removed: 'Bỏ' };

const refusals: Record<DocumentRefusal['code'], (facts: Record<string, unknown>) => string> = {
  'reading-not-ready': () => 'Văn bản chưa đọc xong. Chờ đọc xong rồi tạo phong trào.',
  'reading-used': () => 'Phong trào đã được tạo từ lần đọc này.',
  'reading-not-restartable': () => 'Tệp không còn được giữ. Hãy chọn lại tệp để đọc.',
  'reading-not-cancellable': () => 'Việc đọc đã xong nên không dừng được nữa.',
  'document-known': (facts) =>
    `Văn bản này đã được dùng cho phong trào “${facts['title']}”. Cập nhật phong trào đó, hoặc nêu lý do để tạo thêm.`,
  'too-many-readings': (facts) =>
    `Đang có ${facts['count']} văn bản chờ kiểm tra. Tạo phong trào hoặc bỏ bớt trước khi đọc thêm.`,
  'change-gone': () => 'Nội dung so sánh đã cũ. Mở lại trang so sánh rồi chọn lại.',
};

export const documentsVi = {
  states,
  stages,
  matches,
  changeSubjects,
  changeKinds,
  refusals,
  interrupted: 'Việc đọc bị ngắt giữa chừng. Tệp vẫn còn; bấm Đọc lại để tiếp tục.',
  pageOf: (page: number, pages: number | null): string => (pages === null ? `trang ${page}` : `trang ${page}/${pages}`),
};

/** The same words in every language. */
export type DocumentsText = typeof documentsVi;
