/** What a person is told while a file is read and when it cannot be, in Vietnamese: what happened, what was kept, what to do. */

import { formatDecimal } from '../numbers.ts';

type Facts = Readonly<Record<string, string | number>>;

/** What a file may be. */
const READ: ReadonlySet<string> = new Set(['DOCX', 'DOC', 'PDF', 'TXT', 'MD']);

/** Sentences by the code of the failure; `kept` says what became of the file. */
const wordsOf = (kept: string) => ({
  failures: {
    empty: () => `Tệp rỗng, không có nội dung để đọc. ${kept} Hãy kiểm tra lại tệp rồi chọn lại.`,
    'not-supported': ({ found = 'không rõ' }: Facts) =>
      `Chưa đọc được loại tệp này (${found}). ${kept} Hãy lưu văn bản thành DOCX hoặc PDF rồi thử lại.`,
    'wrong-extension': ({ expected = '', found = '' }: Facts) =>
      `Tên tệp ghi là ${expected} nhưng nội dung là ${found}. ${kept} ${READ.has(String(found)) ? 'Hãy đổi đúng đuôi tệp' : 'Chỉ đọc được DOCX, DOC, PDF, TXT, MD. Hãy chọn đúng tệp văn bản'}, hoặc mở bằng chương trình đã tạo ra nó rồi lưu thành DOCX hay PDF.`,
    'not-text': () =>
      `Nội dung tệp không phải là chữ, hoặc dùng bảng mã không nhận ra được. ${kept} Hãy mở tệp, lưu lại với bảng mã UTF-8 hoặc lưu thành DOCX rồi thử lại.`,
    truncated: () =>
      `Tệp bị thiếu phần cuối, có lẽ do tải về hoặc sao chép dở dang. ${kept} Hãy lấy lại tệp đầy đủ rồi thử lại.`,
    damaged: ({ page }: Facts) =>
      `Tệp bị hỏng${page === undefined ? '' : ` ở trang ${page}`}, không đọc được trọn vẹn. ${kept} Hãy mở tệp bằng chương trình đã tạo ra nó, lưu thành tệp mới rồi thử lại.`,
    'zip-bomb': () =>
      `Tệp nén bung ra lớn bất thường nên không được mở, để bảo đảm an toàn. ${kept} Nếu đây là văn bản thật, hãy mở bằng Word rồi lưu thành tệp mới.`,
    'xml-entities': () =>
      `Tệp chứa khai báo XML không an toàn (DOCTYPE, thực thể) nên không được đọc. ${kept} Nếu đây là văn bản thật, hãy mở bằng Word rồi lưu thành tệp mới.`,
    'too-deep': () =>
      `Bảng hoặc khung trong tệp lồng nhau quá nhiều lớp. ${kept} Hãy bỏ bớt các lớp lồng nhau rồi thử lại.`,
    password: () => `Tệp được đặt mật khẩu nên không đọc được. ${kept} Hãy mở tệp, bỏ mật khẩu, lưu lại rồi thử lại.`,
    'no-text': () =>
      `Không tìm thấy chữ nào trong tệp, kể cả khi nhận dạng từ hình ảnh. ${kept} Hãy quét lại rõ hơn (300 dpi, đặt thẳng trang) hoặc dùng bản DOCX, PDF có chữ.`,
    'not-a-sheet': () =>
      `Tệp không phải bảng tính Excel (.xlsx), hoặc là bản .xls đời cũ hay có mật khẩu. ${kept} Hãy mở bằng Excel rồi lưu thành “Excel Workbook (*.xlsx)”, không đặt mật khẩu.`,
    'too-many-rows': ({ most = '' }: Facts) =>
      `Bảng tính có hơn ${formatDecimal(String(most))} dòng. ${kept} Hãy chia thành nhiều tệp nhỏ hơn.`,
    'no-ocr': ({ command = '' }: Facts) =>
      `Đây là bản quét, cần phần nhận dạng chữ nhưng phần này chưa được cài. ${kept} Người quản trị chạy một lệnh: ${command}`,
    garbled: ({ page }: Facts) =>
      `Phông chữ trong PDF${page === undefined ? '' : ` (trang ${page})`} không cho biết chữ tiếng Việt nào được in. ${kept} Hãy đọc lại với nhận dạng chữ từ hình ảnh, hoặc dùng bản DOCX.`,
    'too-many-pages': ({ pages = '', most = '' }: Facts) =>
      `Tệp có ${pages} trang, nhiều hơn mức ${most} trang đọc được một lần. ${kept} Hãy tách riêng văn bản phát động rồi thử lại.`,
    'line-too-long': () =>
      `Trong tệp có một dòng dài hơn một triệu ký tự, đây không phải là văn bản. ${kept} Hãy kiểm tra lại tệp rồi chọn lại.`,
    'too-large': ({ megabytes = '' }: Facts) =>
      `Nội dung tệp lớn hơn mức ${megabytes} MB đọc được. ${kept} Hãy tách riêng văn bản phát động hoặc bỏ bớt hình ảnh rồi thử lại.`,
    deadline: ({ seconds = '' }: Facts) =>
      `Đọc tệp quá ${seconds} giây chưa xong nên đã dừng. ${kept} Hãy tách tệp nhỏ hơn hoặc lưu thành tệp mới rồi thử lại.`,
    memory: ({ megabytes = '' }: Facts) =>
      `Đọc tệp này cần hơn ${megabytes} MB bộ nhớ nên đã dừng. ${kept} Hãy tách tệp nhỏ hơn hoặc giảm độ phân giải hình ảnh rồi thử lại.`,
    cancelled: () => `Đã dừng đọc theo yêu cầu. ${kept}`,
    crashed: () =>
      `Chương trình đọc tệp dừng đột ngột. Máy chủ vẫn hoạt động bình thường. ${kept} Hãy thử lại; nếu vẫn lỗi, hãy lưu văn bản thành tệp mới rồi thử lại.`,
  },
  stages: {
    text: (page: number, pages: number) => `Đang đọc trang ${page}/${pages}`,
    recognition: (page: number, pages: number) => `Đang nhận dạng chữ trang ${page}/${pages}`,
  },
});

export const readingVi = wordsOf('Tệp gốc giữ nguyên, chưa có gì được lưu.');

/** On a command line nothing would have been saved anyway. */
export const readingHereVi = wordsOf('Tệp gốc giữ nguyên.');

export type ReadingText = typeof readingVi;
