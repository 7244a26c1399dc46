import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/support/joined.ts';

const HEAD = 'KẾ HOẠCH\nPhát động thi đua năm 2026\nI. NỘI DUNG\n1. Các đơn vị thực hiện nghiêm túc Kế hoạch này./.\n';

function recipients(tail: string): string[] {
  const reading = readText(HEAD + tail);
  for (const { text, quote, span } of reading.recipients) {
    expect(reading.text.slice(...span)).toBe(quote);
    expect(quote.replaceAll('\n', ' ')).toBe(text);
  }
  return reading.recipients.map((recipient) => recipient.text);
}

describe('recipients', () => {
  it.each<[what: string, tail: string, expected: string[]]>([
    [
      'one a line',
      'Nơi nhận:\n- Sở Nội vụ (b/c);\n- TT. Đảng ủy, HĐND xã;\n- Lưu: VT, VHXH.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Minh',
      ['Sở Nội vụ (b/c)', 'TT. Đảng ủy, HĐND xã', 'Lưu: VT, VHXH'],
    ],
    ['without dashes', 'Nơi nhận:\nSở Nội vụ;\nCác thôn, bản;\nLưu VT.', ['Sở Nội vụ', 'Các thôn, bản', 'Lưu VT']],
    [
      'all on one line',
      'Nơi nhận: - Như trên; - UBND tỉnh (b/c); - Lưu: VT.',
      ['Như trên', 'UBND tỉnh (b/c)', 'Lưu: VT'],
    ],
    ['the first on the line of the heading', 'Nơi nhận: - Như trên;\n- Lưu: VT.', ['Như trên', 'Lưu: VT']],
    [
      'before the signature on the same lines',
      'Nơi nhận:          TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;       CHỦ TỊCH\n- Các bản;\n- Lưu: VT.         Lù A Dơ',
      ['Sở Nội vụ', 'Các bản', 'Lưu: VT'],
    ],
    [
      'a line that goes on in the next',
      'Nơi nhận:\n- Các cơ quan,\nđơn vị trên địa bàn;\n- Lưu: VT.',
      ['Các cơ quan, đơn vị trên địa bàn', 'Lưu: VT'],
    ],
    [
      'signature before the list',
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Minh\nNơi nhận:\n- Phòng Kinh tế;\n- Lưu: VT.',
      ['Phòng Kinh tế', 'Lưu: VT'],
    ],
    [
      'plus signs, bullets and a missing end mark',
      'Nơi nhận:\n+ Trưởng các khu phố\n• Công an phường;\n– Lưu: VT, CA',
      ['Trưởng các khu phố', 'Công an phường', 'Lưu: VT, CA'],
    ],
    ['none', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Minh', []],
  ])('%s', (_what, tail, expected) => {
    expect(recipients(tail)).toEqual(expected);
  });

  it('is not led astray by the words inside a text', () => {
    expect(recipients('2. Bộ phận Một cửa là nơi nhận hồ sơ của người dân.')).toEqual([]);
  });
});
