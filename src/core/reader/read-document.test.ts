import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContent, buildParagraph, readText } from '../../../test/support/joined.ts';
import { readContent } from './read-document.ts';
import type { Reading, Span } from './reading.ts';
import { toRegistryEntry } from './registry.ts';

const ABOUT = { name: 'x.txt', sha256: '0'.repeat(64) };

const DIRECTIVE = `ỦY BAN NHÂN DÂN
TỈNH KON RẪY
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 04/CT-UBND
Kon Rẫy, ngày 09 tháng 01 năm 2026
CHỈ THỊ
Về việc phát động phong trào thi đua năm 2026
Thực hiện Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về công tác thi đua, khen thưởng, Chủ tịch Ủy ban nhân dân tỉnh phát động phong trào thi đua với chủ đề “Đồng lòng, sáng tạo, phát triển”, tập trung các nội dung:
1. Hưởng ứng phong trào “Chung sức xây dựng nông thôn mới” do Thủ tướng Chính phủ phát động.
2. Tổ chức thực hiện
a) Giao Sở Nội vụ chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh theo dõi, tổng hợp.
b) Ủy ban nhân dân các xã báo cáo kết quả về Sở Nội vụ trước ngày 20/11/2026.
Phong trào thực hiện từ ngày 15/01/2026 đến hết ngày 31/12/2026./.
Nơi nhận:
- Thường trực Tỉnh ủy (b/c);
- Lưu: VT, NC.
CHỦ TỊCH
Lê Văn Sơn`;

function* placed(reading: Reading): Generator<{ quote: string | null; span: Span | null }> {
  yield* reading.citations;
  yield* reading.targets;
  yield* reading.results;
  yield* reading.statements;
  yield* reading.movements;
  yield* reading.duties;
  yield* reading.reportDue;
  yield* reading.criteria;
  yield* reading.commendation;
  yield* reading.anniversaries;
  yield* reading.recipients;
  yield* reading.findings;
}

function expectExactSpans(reading: Reading): void {
  for (const { quote, span } of placed(reading)) if (span !== null) expect(reading.text.slice(...span)).toBe(quote);
}

describe('a whole reading', () => {
  const reading = readText(DIRECTIVE);

  it('holds all facts of the document', () => {
    expect(reading).toMatchObject({
      issuer: { name: 'Ủy ban nhân dân tỉnh Kon Rẫy', level: 'province' },
      kindCode: 'CT',
      number: '04',
      symbol: 'CT-UBND',
      date: { year: 2026, month: 1, day: 9 },
      theme: 'Đồng lòng, sáng tạo, phát triển',
      period: { from: '2026-01-15', until: '2026-12-31' },
      signature: { authority: null, position: 'CHỦ TỊCH', name: 'Lê Văn Sơn' },
    });
    expect(reading.citations.map((row) => [row.numberSymbol, row.role])).toEqual([['41-CT/TW', 'basis']]);
    expect(reading.movements.map((row) => [row.officialName, row.answered])).toEqual([
      ['Cả nước chung sức xây dựng nông thôn mới', true],
    ]);
    expect(reading.duties.map((row) => `${row.role}: ${row.organisation}`)).toEqual([
      'lead: Sở Nội vụ',
      'supporting: Văn phòng Ủy ban nhân dân tỉnh',
      'lead: Ủy ban nhân dân các xã',
    ]);
    expect(reading.reportDue.map((row) => [row.on, row.to])).toEqual([['2026-11-20', 'Sở Nội vụ']]);
    expect(reading.recipients.map((row) => row.text)).toEqual(['Thường trực Tỉnh ủy (b/c)', 'Lưu: VT, NC']);
    expectExactSpans(reading);
  });

  it('tells other documents what it is and cites', () => {
    expect(toRegistryEntry(reading)).toEqual({
      source: 'test.txt',
      own: {
        kind: 'CHỈ THỊ',
        numberSymbol: '04/CT-UBND',
        date: '2026-01-09',
        issuer: 'Ủy ban nhân dân tỉnh Kon Rẫy',
        title: 'Về việc phát động phong trào thi đua năm 2026',
      },
      cited: [
        {
          kind: 'Chỉ thị',
          numberSymbol: '41-CT/TW',
          date: '2024-12-26',
          issuer: 'Bộ Chính trị',
          subject: 'công tác thi đua, khen thưởng',
        },
      ],
    });
    expect(toRegistryEntry(readText('Số 12-KH/ĐU\nKẾ HOẠCH\nThi đua')).own.numberSymbol).toBe('12-KH/ĐU');
    expect(toRegistryEntry(readText('KẾ HOẠCH\nThi đua')).own).toMatchObject({ numberSymbol: null, date: null });
  });

  it('says whether other documents were at hand', () => {
    expect(readContent(buildContent('KẾ HOẠCH'), ABOUT).source.registry).toBe(false);
    expect(readContent(buildContent('KẾ HOẠCH'), { ...ABOUT, registry: [] }).source.registry).toBe(true);
  });
});

describe('any text', () => {
  const lines = DIRECTIVE.split('\n');
  const piece = fc.oneof(
    fc.constantFrom(...lines),
    fc.constantFrom(
      '“',
      '”',
      '"',
      '- ',
      'a)',
      'I.',
      'ngày 31/02/2026',
      'Số: /KH-UBND',
      '|',
      '(',
      '3',
      './.',
      'Nơi nhận:',
      'PHỤ LỤC',
      '100%',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );

  it('is read without a fault, every place exact', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('\n', ' ', '\n\n'), (pieces, joint) => {
        const reading = readText(pieces.join(joint));
        expectExactSpans(reading);
        expect(reading.text).toBe(reading.text.normalize('NFC'));
      }),
      { numRuns: 200 },
    );
  });

  it('is read the same in printed lines, cells and with its blocks shuffled', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), fc.boolean(), (some, printedLine) => {
        const blocks = some.map((text) => buildParagraph(text, { printedLine, page: 1 }));
        expectExactSpans(readContent(buildContent('', { blocks }), ABOUT));
      }),
      { numRuns: 100 },
    );
  });
});
