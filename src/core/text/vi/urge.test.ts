import { describe, expect, it } from 'vitest';
import { figurePagesEn } from '../en/figure-pages.ts';
import { dataRequestsVi } from './data-requests.ts';
import { figurePagesVi } from './figure-pages.ts';

const period = { kind: 'month', from: '2026-03-01', until: '2026-03-31' } as const;
const urged = (today: string) =>
  ({ movement: 'Thi đua quý I', period, dueOn: '2026-04-06', missing: ['Bản Nà Đon'], from: 'A', today }) as const;

describe('a reminder for the chat group', () => {
  it('asks for the day while it can still be kept, and on it', () => {
    for (const today of ['2026-04-01', '2026-04-06'])
      expect(figurePagesVi.urge(urged(today))).toContain('gửi chậm nhất ngày 06/4/2026');
  });

  it('says that the day is over, and asks for it at once', () => {
    const late = figurePagesVi.urge(urged('2026-06-30'));
    expect(late).toContain('Đã quá hạn từ ngày 06/4/2026, đề nghị các đơn vị gửi ngay');
    expect(late).not.toContain('chậm nhất');
    expect(figurePagesEn.urge(urged('2026-06-30'))).toContain('They were due on');
    const request = { title: 'Phiếu', dueOn: '2026-04-06', missing: [], from: 'A', today: '2026-04-07' };
    expect(dataRequestsVi.urge(request)).toContain('Đã quá hạn từ ngày 06/4/2026');
  });
});
