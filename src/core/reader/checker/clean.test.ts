import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../../test/support/checked.ts';
import { buildContent } from '../../../../test/support/joined.ts';
import { samplePlan } from '../../../../test/support/sample-plan.ts';
import { checkerEn } from '../../text/en/checker.ts';
import { joinContent } from '../join.ts';
import { findOutline } from '../outline.ts';
import { readContent } from '../read-document.ts';
import { checkReading } from './check.ts';

/** Long texts of several kinds without a fault: whatever is said of them is a false alarm. */
const CLEAN: Record<string, string> = {
  plan: samplePlan(),
  directive: `ỦY BAN NHÂN DÂN
TỈNH PHÚ THỌ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 04/CT-UBND
Phú Thọ, ngày 07 tháng 4 năm 2026
CHỈ THỊ
Về việc đẩy mạnh phong trào thi đua yêu nước năm 2026
Năm 2025, các tầng lớp Nhân dân trong tỉnh đã hưởng ứng sôi nổi phong trào thi đua; nhiều xã, phường có cách làm mới, hiệu quả trong xây dựng nông thôn mới, giảm nghèo, chuyển đổi số. Tuy nhiên, ở một số nơi phong trào còn hình thức, việc kiểm tra chưa thường xuyên, khen thưởng người lao động trực tiếp còn ít.
Để phong trào thi đua năm 2026 thiết thực hơn, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
1. Thủ trưởng các sở, ban, ngành, Chủ tịch Ủy ban nhân dân các xã, phường
a) Quán triệt Chỉ thị số 41-CT/TW, ngày 26/12/2024 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với công tác thi đua, khen thưởng trong tình hình mới; Luật Thi đua, khen thưởng số 06/2022/QH15 và các nghị định hướng dẫn thi hành.
b) Chọn việc khó, việc mới để phát động thi đua theo đợt, theo chuyên đề; giao chỉ tiêu đến từng phòng, từng thôn, từng tổ dân phố, có người chịu trách nhiệm và thời hạn hoàn thành.
c) Đổi mới cách bình xét: công khai tiêu chí, lấy ý kiến nơi cư trú, ưu tiên công nhân, nông dân, chiến sĩ, đồng bào ở vùng sâu, vùng xa.
d) Nêu gương người tốt, việc tốt trên đài truyền thanh cơ sở ít nhất mỗi tuần một lần.
đ) Kiểm tra việc sử dụng Quỹ thi đua, khen thưởng; không để nợ đọng tiền thưởng.
e) Sơ kết sáu tháng, tổng kết cuối năm; phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến.
2. Sở Nội vụ
Chủ trì, phối hợp với Ban Tổ chức Tỉnh ủy hướng dẫn các cụm, khối thi đua ký giao ước; thẩm định hồ sơ khen thưởng trong 10 ngày làm việc; tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12/2026.
3. Sở Văn hóa, Thể thao và Du lịch
Chỉ đạo các cơ quan báo chí mở chuyên trang, chuyên mục giới thiệu gương lao động giỏi; tổ chức triển lãm ảnh nhân kỷ niệm 80 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2026).
4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên
Vận động đoàn viên, hội viên và Nhân dân tham gia phong trào; giám sát việc khen thưởng ở cơ sở; phát huy vai trò của già làng, trưởng bản, người có uy tín.
Trong năm, toàn tỉnh phấn đấu: tổng sản phẩm trên địa bàn tăng 10%; thu ngân sách đạt 52.140 tỷ đồng; tỷ lệ hộ nghèo giảm còn 3,4%; 92,5% hộ gia đình đạt danh hiệu gia đình văn hóa; 7/8 khu công nghiệp có trạm xử lý nước thải (87,5%).
Chỉ thị này được phổ biến đến từng chi bộ, cơ quan, trường học, thôn bản; yêu cầu các đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- Ban Thi đua - Khen thưởng Trung ương (b/c);
- Thường trực Tỉnh ủy, HĐND tỉnh (b/c);
- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể;
- Các sở, ban, ngành;
- UBND các xã, phường;
- Lưu: VT, NV.
CHỦ TỊCH
Bùi Minh Hải`,
  decision: `UBND XÃ TÂN LẬP
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/QĐ-HĐTĐKT
Tân Lập, ngày 18 tháng 5 năm 2026
QUYẾT ĐỊNH
Ban hành Quy chế làm việc của Hội đồng Thi đua - Khen thưởng xã
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG XÃ TÂN LẬP
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;
Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng;
Theo đề nghị của Thường trực Hội đồng.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Hội đồng Thi đua - Khen thưởng xã.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
1. Các thành viên Hội đồng chịu trách nhiệm về lĩnh vực được phân công.
2. Thường trực Hội đồng chuẩn bị tài liệu, gửi thành viên trước phiên họp 03 ngày.
a) Tài liệu gồm tờ trình, danh sách, báo cáo thành tích;
b) Bản điện tử gửi qua hệ thống quản lý văn bản;
c) Bản giấy lưu tại văn thư.
Điều 3. Văn phòng HĐND và UBND xã, các thành viên Hội đồng và các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Thường trực Đảng ủy, HĐND xã (b/c);
- Lưu: VT, VHXH.
TM. HỘI ĐỒNG
CHỦ TỊCH HỘI ĐỒNG
Lò Văn Sơn`,
  pasted: `Kính gửi các đồng chí, xin gửi bản thảo phần giải pháp để góp ý trước.
1. Tuyên truyền sâu rộng trong cán bộ, đảng viên và Nhân dân; đưa tin trên trang thông tin điện tử, nhóm Zalo, loa truyền thanh của 14 thôn.
2. Giúp hộ nghèo: mỗi chi hội nhận giúp 02 hộ về giống, ngày công; Đoàn Thanh niên dạy dùng điện thoại thông minh để nộp hồ sơ trực tuyến.
3. Giữ gìn vệ sinh: thứ Bảy hằng tuần dọn đường làng, ngõ xóm; chợ phiên không dùng túi ni lông; phân loại rác tại nguồn.
4. Chăm lo học sinh bán trú, xây bếp ăn, tặng sách vở; không để em nào bỏ học vì thiếu ăn, thiếu mặc.
5. Du lịch cộng đồng: tập huấn đón khách lưu trú, nấu món ăn dân tộc, hát then, múa xòe; bảng giá công khai.`,
};

describe.each(Object.entries(CLEAN))('a faultless %s', (name, text) => {
  it('raises no alarm', () => {
    const alarms = findingsOf(text).filter(({ severity }) => severity !== 'info');
    expect(alarms.map(({ rule, quote, message }) => `${rule} ${quote}: ${message}`)).toEqual([]);
  });
  it('has few notes', () => {
    const most = name === 'pasted' ? 6 : 1;
    expect(findingsOf(text).map(({ rule, quote }) => `${rule} ${quote}`).length).toBeLessThanOrEqual(most);
  });
});

describe('what looks wrong and is right', () => {
  const head = (date: string, place = 'Tân Lập') => samplePlan({ date: `${place}, ngày ${date}` });
  it.each([
    ['no zero before months 3 to 9', head('07 tháng 4 năm 2026')],
    ['a ward with its common noun', head('07 tháng 4 năm 2026', 'Phường Chu Văn An')],
    ['small counts with a zero', samplePlan({ body: 'Tạo việc làm cho 07 lao động, làm 01 công trình.' })],
    ['small n in Ủy ban nhân dân', samplePlan({ body: 'Ủy ban nhân dân và Hội đồng nhân dân cùng giám sát.' })],
    ['quản lý Nhà nước', samplePlan({ body: 'Nâng cao hiệu quả quản lý Nhà nước về đất đai.' })],
    ['thành phố with a small t', samplePlan({ body: 'Học kinh nghiệm của thành phố Hải Phòng.' })],
    [
      'points d) then đ)',
      samplePlan({ body: '3. Việc khác\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu;\ng) Bảy.' }),
    ],
    [
      'Party numbers',
      samplePlan({
        body: 'Thực hiện Kế hoạch số 224-KH/HU ngày 11/10/2022 của Huyện ủy về thực hiện Chỉ thị số 11-CT/TU ngày 15/6/2022 của Ban Thường vụ Tỉnh ủy về kỷ niệm các ngày lễ.',
      }),
    ],
    [
      'a plan of January that cites one of January',
      samplePlan({
        date: 'Tân Lập, ngày tháng 01 năm 2026',
        opening:
          'Thực hiện Kế hoạch số 11/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Phú Thọ về phát triển kinh tế, Ủy ban nhân dân xã Tân Lập ban hành kế hoạch như sau:',
      }),
    ],
    [
      'the national name on two lines',
      samplePlan({
        head: 'ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      }),
    ],
    [
      'a national movement of a place',
      samplePlan({ body: 'Hưởng ứng phong trào “Doanh nghiệp Phú Thọ hội nhập và phát triển”.' }),
    ],
    [
      'a letter cited by its number',
      samplePlan({
        body: 'Theo đề nghị của Phòng Kinh tế tại Công văn số 148/KT ngày 14/02/2026 và Tờ trình số 12/TTr-KT ngày 15/02/2026.',
      }),
    ],
    [
      'a saying of Bác Hồ',
      samplePlan({ body: 'Ghi nhớ lời Bác Hồ dạy: “Thi đua là yêu nước, yêu nước thì phải thi đua”.' }),
    ],
  ])('%s', (_name, text) => {
    const alarms = findingsOf(text).filter(({ severity }) => severity !== 'info');
    expect(alarms.map(({ rule, quote, message }) => `${rule} ${quote}: ${message}`)).toEqual([]);
  });
});

describe('in English', () => {
  it('says as much, in other words', () => {
    const content = buildContent(samplePlan({ number: 'Số: 45/QĐ-UBND', body: 'Phân đấu giảm tỷ lệ hộ nghèo 1,2%.' }));
    const doc = joinContent(content);
    const reading = readContent(content, { name: 'test.txt', sha256: '0' });
    const english = checkReading(doc, findOutline(doc), reading, [], checkerEn);
    expect(english.map(({ rule, span }) => [rule, span])).toEqual(
      reading.findings.map(({ rule, span }) => [rule, span]),
    );
    expect(english.map(({ message }) => message).join(' ')).toContain('is probably a slip for “Phấn đấu”');
  });
});

describe('all findings', () => {
  const faulty = samplePlan({
    body: Array.from(
      { length: 40 },
      (_, i) => `Việc ${i} ,làm ở thôn – bản,... theo Kế hoạch này Trưởng thôn lo (xem ; hàng năm, hằng năm.`,
    ).join('\n'),
    signature: 'TM. UBND XÃ\nCHỦ TỊCH\nLò Văn Sơn',
  });
  it('quote their place exactly, in the order of the text', () => {
    const found = findingsOf(faulty);
    let last = -1;
    for (const { quote, span } of found) {
      expect(quote === null).toBe(span === null);
      if (span === null) continue;
      expect(span[0]).toBeGreaterThanOrEqual(last);
      expect(quote).toBe(quote?.trim());
      last = span[0];
    }
    expect(found.length).toBeGreaterThan(3);
  });
  it('hold at most fifteen infos', () => {
    expect(findingsOf(faulty).filter(({ severity }) => severity === 'info').length).toBeLessThanOrEqual(15);
  });
});
