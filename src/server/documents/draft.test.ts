import { describe, expect, it } from 'vitest';
import { MovementDraft } from '../../contract/documents.ts';
import { readPlain } from '../../core/reader/plain.ts';
import { readContent } from '../../core/reader/read-document.ts';
import type { Reading } from '../../core/reader/reading.ts';
import { type DraftContext, draftFromReading, organisationMatcher } from './draft.ts';

const OWN = '0b0f6a7e-6f0e-4a55-9a0c-2f6e0d7c1a01';
const UPPER = '0b0f6a7e-6f0e-4a55-9a0c-2f6e0d7c1a02';
const PARENT = '0b0f6a7e-6f0e-4a55-9a0c-2f6e0d7c1a03';

const read = (text: string): Reading =>
  readContent(readPlain(new TextEncoder().encode(text), 'txt'), { name: 'Tệp.thử.txt', sha256: 'a' });

const context: DraftContext = {
  organisationId: OWN,
  organisations: [
    { id: OWN, name: 'Xã Mẫu', issuerName: 'Ủy ban nhân dân xã Mẫu' },
    { id: UPPER, name: 'Tỉnh Mẫu', issuerName: 'Ủy ban nhân dân tỉnh Mẫu' },
  ],
  reach: new Set([OWN]),
  superiors: [{ id: PARENT, title: 'Thi đua toàn tỉnh', numberSymbol: '02/CT-UBND', issuedOn: null, answered: false }],
  today: '2026-06-30',
};

describe('the draft of a movement', () => {
  it('fits the contract whatever the document lacks', () => {
    for (const text of ['x', 'KẾ HOẠCH\nThi đua\nPhấn đấu đạt', '- thu ngân sách đạt 12 tỷ đồng'])
      expect(MovementDraft.safeParse(draftFromReading(read(text), context)).error).toBeUndefined();
    expect(draftFromReading(read('x'), context).head).toMatchObject({
      title: 'Tệp.thử',
      year: 2026,
      organisationId: OWN,
    });
  });

  it('leaves out what cannot be kept: days that do not exist, figures without end, endless names', () => {
    const reading = read('- Thu ngân sách đạt 12 tỷ đồng.');
    const [target] = reading.targets;
    if (!target) throw new Error('no target was found');
    const odd: Reading = {
      ...reading,
      title: 'T'.repeat(5_000),
      date: { year: 2026, month: 2, day: 31 },
      period: { from: '2026-12-01', until: '2026-01-01' },
      targets: [{ ...target, name: 'N'.repeat(5_000), value: '1'.repeat(40), domain: 'gone', unit: ' ' }],
      reportDue: [{ quote: 'x', span: [0, 1], confidence: 7, on: '2026-02-30', relation: 'by', to: '', via: null }],
    };
    const draft = draftFromReading(odd, context);
    expect(MovementDraft.safeParse(draft).error).toBeUndefined();
    expect(draft.document.issuedOn).toBeNull();
    expect(draft.head.period).toEqual({ from: null, until: '2026-01-01' });
    expect(draft.targets[0]).toMatchObject({ domain: null, figure: { value: null, unit: null } });
    expect(draft.reportDue[0]).toMatchObject({ on: null, to: null, place: { confidence: 1 } });
  });

  it('gives each task its own day, and says how it is tied', () => {
    const reading = read(
      [
        'KẾ HOẠCH',
        'Thi đua năm 2026',
        'Bình Mẫu, ngày 20 tháng 01 năm 2026',
        'III. TỔ CHỨC THỰC HIỆN',
        '1. Phòng Kinh tế chủ trì xây dựng kế hoạch của đơn vị trước ngày 10/02/2026; báo cáo kết quả về Ủy ban nhân dân xã chậm nhất ngày 10/12/2026; theo dõi việc thực hiện ở cơ sở.',
        '2. Văn phòng giúp Ủy ban nhân dân xã đôn đốc các đơn vị.',
      ].join('\n'),
    );
    const { tasks } = draftFromReading(reading, context);
    expect(tasks.map(({ dueOn, dueRelation }) => [dueOn, dueRelation])).toEqual([
      ['2026-02-10', 'before'],
      ['2026-12-10', 'by'],
      [null, null],
      [null, null],
    ]);
  });

  it('answers the superior whose number is cited as a basis, once, and not again when it is answered', () => {
    const reading = read(
      'KẾ HOẠCH\nThi đua năm 2026\nThực hiện Chỉ thị số 02/CT-UBND ngày 13/01/2026 của Chủ tịch Ủy ban nhân dân tỉnh Mẫu về thi đua năm 2026, Ủy ban nhân dân xã Mẫu ban hành Kế hoạch.',
    );
    expect(draftFromReading(reading, context).answers).toMatchObject([{ kept: true, movementId: PARENT }]);
    const answered = { ...context, superiors: context.superiors.map((one) => ({ ...one, answered: true })) };
    expect(draftFromReading(reading, answered).answers).toMatchObject([{ kept: false }]);
  });
});

describe('the organisation a name means', () => {
  it.each([
    ['Ủy ban nhân dân xã Mẫu', OWN],
    ['CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU', UPPER],
    ['Ủy ban nhân dân xã Mẫu Sơn', null],
    ['Xã Mẫu phối hợp với các xã', OWN],
    ['Ủy ban nhân dân xã Khác', null],
    ['', null],
  ])('%s', (name, id) => expect(organisationMatcher(context.organisations)(name)).toBe(id));
});
