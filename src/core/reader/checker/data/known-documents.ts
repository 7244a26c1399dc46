/** National documents that launch documents cite again and again, with what is sure about them. */

export type KnownDocument = {
  kind: string;
  numberSymbol: string;
  /** Day of issue, 'YYYY-MM-DD'. */
  date: string;
  /** Official subject, or empty where only number and date are sure. */
  subject: string;
  ceased: { on: string; by: string } | null;
  source: string;
};

function known(
  kind: string,
  numberSymbol: string,
  date: string,
  subject = '',
  ceased: KnownDocument['ceased'] = null,
): KnownDocument {
  return { kind, numberSymbol, date, subject, ceased, source: 'danh mục văn bản của Trung ương' };
}

export const KNOWN_DOCUMENTS: readonly KnownDocument[] = [
  known('Chỉ thị', '34-CT/TW', '2014-04-07', 'về tiếp tục đổi mới công tác thi đua, khen thưởng'),
  known('Chỉ thị', '05-CT/TW', '2016-05-15'),
  known(
    'Chỉ thị',
    '41-CT/TW',
    '2024-12-26',
    'về tăng cường sự lãnh đạo của Đảng đối với công tác thi đua, khen thưởng trong tình hình mới',
  ),
  known('Kết luận', '01-KL/TW', '2021-05-18'),
  known('Chỉ thị', '39/CT-TTg', '2024-10-15'),
  known('Luật', '06/2022/QH15', '2022-06-15'),
  known('Luật', '06/2026/QH16', '2026-04-23'),
  known('Luật', '72/2025/QH15', '2025-06-16'),
  known('Luật', '65/2025/QH15', '2025-02-19', '', { on: '2025-06-16', by: 'Luật số 72/2025/QH15' }),
  known('Luật', '77/2015/QH13', '2015-06-19', '', { on: '2025-03-01', by: 'Luật số 65/2025/QH15' }),
  known('Luật', '15/2003/QH11', '2003-11-26', '', { on: '2024-01-01', by: 'Luật số 06/2022/QH15' }),
  known('Nghị định', '30/2020/NĐ-CP', '2020-03-05', 'về công tác văn thư'),
  known('Nghị định', '98/2023/NĐ-CP', '2023-12-31', '', { on: '2026-01-01', by: 'Nghị định số 152/2025/NĐ-CP' }),
  known('Nghị định', '91/2017/NĐ-CP', '2017-07-31', '', { on: '2024-01-01', by: 'Nghị định số 98/2023/NĐ-CP' }),
  known('Nghị định', '152/2025/NĐ-CP', '2025-06-14'),
  known('Thông tư', '01/2024/TT-BNV', '2024-02-24', '', { on: '2025-08-05', by: 'Thông tư số 15/2025/TT-BNV' }),
  known('Thông tư', '15/2025/TT-BNV', '2025-08-04'),
];
