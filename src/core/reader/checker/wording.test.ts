import { describe, expect, it } from 'vitest';
import { sayingOf } from '../../../../test/support/checked.ts';

/** For each rule: a paragraph and what is quoted from it, and paragraphs on which the rule is silent. */
const RULES: Record<string, { fires: [text: string, quote: string][]; silent: string[] }> = {
  'CT-01': {
    fires: [
      ['Phân đấu giá trị sản xuất tăng 9%.', 'Phân đấu'],
      ['Phần đầu 100% hộ dùng nước sạch.', 'Phần đầu'],
      ['Phân đấu mỗi thôn có một tổ thu gom rác.', 'Phân đấu'],
      ['Phần đầu hoàn thành kênh mương nội đồng trong quý II.', 'Phần đầu'],
      ['Việc làm mới tạo chuyên biến trong nếp nghĩ của hộ nghèo.', 'chuyên biến'],
      ['Trung tâm chuyên giao giống lúa cho các tổ hợp tác.', 'chuyên giao'],
      ['Tăng tốc, bút phá trong cải cách hành chính.', 'bút phá'],
      ['Cùng cố tổ chức cơ sở, giữ nền nếp sinh hoạt.', 'Cùng cố'],
      ['Khích lệ người giám nghĩ, dám làm vì việc chung.', 'giám nghĩ'],
      ['Góp phần kiểm chế tai nạn giao thông.', 'kiểm chế'],
      ['Nâng cao chất lương phục vụ tại bộ phận một cửa.', 'chất lương'],
      ['Các thôn đăng ký thi đưa từ đầu năm.', 'thi đưa'],
      ['Ban tổ chức thưc hiện đúng lịch.', 'thưc hiện'],
      ['Các nghành liên quan phối hợp chặt chẽ.', 'Các nghành'],
      ['Tập thể đạt thành tích xuất xắc được tuyên dương.', 'xuất xắc'],
      ['Mỗi đoàn viên hổ trợ một hộ làm thủ tục trực tuyến.', 'hổ trợ'],
      ['Tuyên tuyền bằng loa lưu động ở các chợ phiên.', 'Tuyên tuyền'],
      ['Bổ xung sách cho thư viện trường học.', 'Bổ xung'],
      ['Thựchiện đồng bộ nên thựchiện sớm.', 'thựchiện'],
    ],
    silent: [
      'Bộ phận đấu thầu và bộ phận đấu giá đất làm việc chung; chuyên giao dịch một cửa.',
      'Phần đầu của báo cáo nêu kết quả năm trước, phần sau nêu việc phải làm.',
      'Cán bộ chuyên giao dịch một cửa hướng dẫn người dân.',
      'Xã có bản đặc biệt khó khăn, có sở hữu đất rừng chung.',
      'Mời nghệ nhân Sìn Hồ, Đắk Lắk, Krông Pa, Pleiku và đồng bào H’Mông về dự hội.',
      'Đưa sản phẩm OCOP lên sàn online, dùng internet và dịch vụ logistics.',
      'Diện tích 12 ha, năng suất 54 tạ/ha, cự ly 3 km, công suất 5 kW.',
      'Mục XIV và mục IX của đề án được giữ nguyên.',
      'Công an, dân quân giúp dân gặt lúa; chi tiêu tiết kiệm, khách lưu trú tăng.',
      'Lắp micrô, ôtô chở vắcxin về trạm.',
      'Cảnh sát kiểm tra nồng độ cồn; trưởng bản, già làng vận động bà con.',
      'Tích hợp dữ liệu, truyền tải thông tin, sát thực với cơ sở.',
    ],
  },
  'CT-02': {
    fires: [
      ['Phối hợp với Mặt trận tổ quốc vận động quyên góp.', 'Mặt trận tổ quốc'],
      ['Đời sống của các tầng lớp nhân dân được cải thiện.', 'tầng lớp nhân dân'],
      ['Tham dự có lãnh đạo phường Trần Hưng Đạo.', 'phường Trần Hưng Đạo'],
      ['Thực hiện chỉ đạo của thủ tướng Chính phủ.', 'thủ tướng Chính phủ'],
      ['Kết nghĩa với một xã của tỉnh Lai châu.', 'Lai châu'],
      ['Phối hợp với hội nông dân tổ chức tập huấn.', 'hội nông dân'],
      ['Học tập gương của chủ tịch Hồ Chí Minh.', 'chủ tịch Hồ Chí Minh'],
    ],
    silent: [
      'Ủy ban nhân dân, Hội đồng nhân dân và Tòa án nhân dân phối hợp.',
      'Nâng cao hiệu lực quản lý Nhà nước và quản lý nhà nước ở cơ sở.',
      'Đoàn công tác của thành phố Hải Phòng thăm xã.',
      'Các cơ sở y tế, cơ sở giáo dục và đào tạo trên địa bàn cùng tham gia.',
      'Cán bộ công an và lực lượng vũ trang nhân dân giúp dân.',
      'Phường Chu Văn An và Phường Trần Hưng Đạo kết nghĩa với xã.',
      'CÁC TẦNG LỚP NHÂN DÂN THI ĐUA YÊU NƯỚC',
      'Xã hội nông dân là bạn đọc của tờ tin; đồng nhân dân tệ không lưu hành.',
    ],
  },
  'CT-03': {
    fires: [
      ['Trồng rừng , làm đường và dọn vệ sinh.', 'rừng , làm'],
      ['Trồng rừng,làm đường và dọn vệ sinh.', 'rừng,làm'],
      ['Trồng rừng, làm đường,... rồi dọn vệ sinh.', 'đường,...'],
      ['Theo Kế hoạch này Trưởng các thôn chủ động thực hiện.', 'Kế hoạch này Trưởng các'],
      ['Trồng rừng (cả rừng phòng hộ và làm đường.', 'rừng (cả'],
    ],
    silent: [
      'Trồng rừng, làm đường, dọn vệ sinh...',
      'Giá trị đạt 1.314,3 tỷ đồng; diện tích 45,5 ha.',
      'Xem tại www.xa-tanlap.gov.vn; TP.Hồ Chí Minh gửi tặng sách.',
      'a) Trồng rừng (phòng hộ); b) làm đường (bê tông).',
      'Rà soát hộ nghèo; đồng thời lập danh sách gửi xã.',
    ],
  },
  'CT-04': {
    fires: [
      ['Gia đình văn hoá và gia đình văn hóa đều được khen.', 'văn hoá'],
      ['Đảng uỷ xã chỉ đạo.', 'Đảng uỷ'],
      ['Chăm sóc sức khoẻ, nâng cao sức khỏe cho người già.', 'sức khoẻ'],
    ],
    silent: [
      'Gia đình văn hóa, thôn văn hóa, chợ văn hóa.',
      'Quý I, quý II và quý III đều có sơ kết; quả ngọt, quê hương.',
      'Hoàn thành, toàn dân, khoán việc, xoay vòng.',
      'Tuyên truyền, nguyên tắc, khuyến học.',
      'Thủy lợi, hòa giải, ủy viên.',
    ],
  },
  'CT-05': {
    fires: [
      ['Bảo đảm trật tự, đảm bảo vệ sinh.', 'đảm bảo'],
      ['Tỷ lệ che phủ rừng và tỉ lệ hộ nghèo được công bố.', 'tỉ lệ'],
      ['Hằng năm sơ kết, hàng năm bình xét.', 'hàng năm'],
      ['Làm tốt công tác thi đua khen thưởng.', 'thi đua khen thưởng'],
    ],
    silent: [
      'Bảo đảm trật tự, bảo đảm vệ sinh.',
      'Đảm bảo trật tự, đảm bảo vệ sinh.',
      'Hàng năm sơ kết, hàng năm bình xét.',
      'Hội đồng Thi đua - Khen thưởng xã họp.',
      'Công tác thi đua, khen thưởng được đổi mới.',
    ],
  },
  'CT-06': {
    fires: [
      ['Hưởng ứng phong trào “Ngày chủ nhật xanh ở tất cả các thôn.', '“Ngày chủ nhật xanh ở tất cả các thôn.'],
      ['Hưởng ứng phong trào Ngày chủ nhật xanh” ở các thôn.', 'Hưởng ứng phong trào Ngày chủ nhật xanh”'],
      ['Hưởng ứng phong trào "Ngày chủ nhật xanh ở các thôn.', '"Ngày chủ nhật xanh ở các thôn.'],
      ['Hưởng ứng phong trào ‘‘Ngày chủ nhật xanh’’.', '‘‘Ngày chủ nhật xanh’’.'],
    ],
    silent: [
      'Hưởng ứng phong trào “Ngày chủ nhật xanh” ở các thôn.',
      'Hưởng ứng phong trào "Ngày chủ nhật xanh" ở các thôn.',
      'Hưởng ứng phong trào "Sạch nhà, đẹp ngõ năm 2026", trồng hoa.',
      'Bác Hồ dạy: “Thi đua là yêu nước,\nyêu nước thì phải thi đua”.',
      'Nêu gương ‘việc nhỏ, nghĩa lớn’ ở cơ sở.',
    ],
  },
  'CT-07': {
    fires: [
      ['Rà soát hộ nghèo của của từng thôn.', 'của của'],
      ['Tổ chức phong trào phong trào làm sạch đường làng.', 'phong trào phong trào'],
      ['Tốc độ tăng trưởng sản xuất công nghiệp tăng 12%.', 'Tốc độ tăng trưởng sản xuất công nghiệp tăng'],
      ['Phấn đấu khoảng xấp xỉ 30 hộ đăng ký.', 'khoảng xấp xỉ'],
    ],
    silent: [
      'Nhà nhà, người người, ngành ngành cùng thi đua; ngày ngày có việc tốt.',
      'Công nhân nhân dịp lễ về thăm quê; người dân dân tộc Dao góp đất.',
      'Trong năm năm qua, toàn dân dân chủ bàn bạc.',
      'Tốc độ tăng trưởng sản xuất công nghiệp đạt 12%.',
      'Xây dựng Đảng trong sạch, tổ chức chức năng rõ, luôn luôn lắng nghe.',
    ],
  },
  'CT-08': {
    fires: [
      ['Giữ vững quốc phòng – an ninh trên địa bàn.', 'quốc phòng – an ninh'],
      ['Phát triển kinh tế- xã hội vùng cao.', 'tế- xã'],
      ['Quyết định ban hành ngày 07/4/ 2014 vẫn phù hợp.', '07/4/ 2014'],
      ['Giai đoạn 2021-2025 và giai đoạn 2026 - 2030.', '2021-2025'],
    ],
    silent: [
      'Phát triển kinh tế - xã hội, giữ vững quốc phòng - an ninh.',
      'Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua, khen thưởng.',
      'Giai đoạn 2021 - 2025 và giai đoạn 2026 - 2030.',
      'Tỷ lệ đạt 3 - 4%, tăng 12,5-13%.',
      'Đoàn viên 16-30 tuổi, điện thoại 0213-3876-111.',
    ],
  },
};

describe.each(Object.entries(RULES))('%s', (rule, { fires, silent }) => {
  it.each(fires)('speaks of %s', (text, quote) => {
    const found = sayingOf(rule, text);
    expect(found.map((finding) => finding.quote)).toContain(quote);
    for (const finding of found) expect(finding.message.length).toBeGreaterThan(10);
  });
  it.each(silent)('is silent on %s', (text) => {
    expect(sayingOf(rule, text).map(({ quote, message }) => `${quote}: ${message}`)).toEqual([]);
  });
});

describe('CT-09', () => {
  const closing = (end: string) => `Trên đây là Kế hoạch phát động phong trào thi đua năm 2026 của xã${end}./.`;
  it.each([
    closing(', các cơ quan, đơn vị, các thôn nghiêm túc triển khai thực hiện'),
    closing(', các thôn nghiêm túc thực hiện'),
    closing(', thủ trưởng các đơn vị khẩn trương thực hiện'),
  ])('misses the verb in %s', (text) => {
    expect(sayingOf('CT-09', { closing: text })).toHaveLength(1);
  });
  it.each([
    closing(', đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện'),
    closing(', yêu cầu các thôn nghiêm túc thực hiện'),
    closing('; Ủy ban nhân dân xã giao các đơn vị khẩn trương thực hiện'),
    closing(''),
    closing('. Các đơn vị nghiêm túc thực hiện'),
  ])('is silent on %s', (text) => {
    expect(sayingOf('CT-09', { closing: text })).toEqual([]);
  });
});

describe('what is said', () => {
  it('counts the same slip once and says how often', () => {
    const found = sayingOf('CT-01', 'Phân đấu trồng hoa. Phân đấu trồng cây. Phân đấu dọn ngõ.');
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('3 chỗ');
    expect(found[0]?.suggestion).toBe('Phấn đấu');
  });
  it('only notes slips where the whole text has lost its tone marks', () => {
    const toneless =
      'thưc hiên nhiêm vu phat triên kinh tê xa hôi, bao đam quôc phong an ninh, nâng cao đơi sông, đây manh cai cach hanh chinh, tăng cương quan ly, tuyên truyên phap luât, chăm soc sưc khoe, bao vê môi trương, xây dưng nông thôn mơi, giam ngheo bên vưng, giai quyêt viêc lam, đao tao nghê, đâu tư ha tâng, thu ngân sach, chuyên đôi sô, khen thương kip thơi, phong trao thi đua, đoan kêt toan dân, kiêm tra giam sat, tông kêt đanh gia, ';
    const found = sayingOf('CT-01', toneless);
    expect(found.length).toBeGreaterThan(5);
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['info']));
  });
  it('keeps the case of the slip in its suggestion', () => {
    expect(sayingOf('CT-01', 'THỰC HIỆN CHUYÊN BIẾN MẠNH MẼ VỀ GIAO THÔNG')[0]?.suggestion).toBe('CHUYỂN BIẾN');
  });
});
