/** Who answers for what in Bình Lư's plan, tasks that are overdue or due soon on the demo's day, and a piece of evidence. */

import type { DomainCode } from '../../core/rules/indicators.ts';
import { act, actForSystem, type World } from '../act.ts';
import { addEvidence } from '../measurements/evidence-acts.ts';
import { addTask } from '../movements/task-acts.ts';
import { reading, type Viewer } from '../read.ts';
import { officeFile } from './office-file.ts';
import type { SeededProvince } from './people.ts';
import { idOf } from './places.ts';

/** Which department leads which domains. */
const LEADS: readonly { unit: string; domains: readonly DomainCode[] }[] = [
  { unit: 'kinh-te', domains: ['kinh_te', 'du_lich_dich_vu', 'ngan_sach', 'nong_nghiep', 'moi_truong'] },
  { unit: 'van-hoa', domains: ['giam_ngheo', 'lao_dong_viec_lam', 'giao_duc', 'van_hoa'] },
  { unit: 'tram-y-te', domains: ['y_te'] },
  { unit: 'van-phong', domains: ['cchc_chuyen_doi_so', 'xay_dung_dang'] },
];

const TASKS: readonly { unit: string | null; content: string; dueOn: string }[] = [
  { unit: null, content: 'Tổng hợp kết quả 6 tháng đầu năm, trình Chủ tịch Ủy ban nhân dân xã', dueOn: '2026-07-08' },
  { unit: 'kinh-te', content: 'Rà soát hộ đăng ký mô hình trồng chè hữu cơ', dueOn: '2026-06-25' },
  { unit: 'ban-2', content: 'Làm xong đường vào nhà văn hóa bản', dueOn: '2026-06-19' },
  { unit: 'ban-1', content: 'Họp bản bình xét gia đình văn hóa 6 tháng đầu năm', dueOn: '2026-07-03' },
];

export async function seedOpenWork(
  world: World,
  { provinceId, places }: SeededProvince,
  viewer: Viewer,
  movementId: string,
): Promise<void> {
  await actForSystem(world, { provinceId, name: 'seedDemo' }, async (tx, { record }) => {
    for (const { unit, domains } of LEADS)
      await tx
        .updateTable('targets')
        .set({ lead_organisation_id: idOf(places, unit) })
        .where('movement_id', '=', movementId)
        .where('domain', 'in', [...domains])
        .execute();
    record({ deed: 'leads-set', subjectKind: 'movement', subjectId: movementId, after: { leads: LEADS.length } });
  });
  const common = { assignee: null, role: 'lead', dueRelation: 'by', via: null, domain: null } as const;
  // Whoever is late was told in time.
  const earlier = { ...world, now: () => '2026-06-02T02:00:00.000Z' };
  const unsaid = { person: null, product: null, authority: null };
  for (const { unit, content, dueOn } of TASKS) {
    const actionId = world.newId();
    const assigneeId = unit === null ? null : idOf(places, unit);
    const input = { actionId, movementId, task: { ...common, ...unsaid, content, dueOn, assigneeId } };
    await act(earlier, { viewer, name: 'addTask', actionId, input }, addTask);
  }
}

/** The paper that the budget's figure of June was taken from. */
export async function seedEvidence(world: World, viewer: Viewer, movementId: string): Promise<void> {
  const { id: targetId } = await reading(world.db, viewer, (read) =>
    read
      .selectFrom('targets')
      .select('id')
      .where('movement_id', '=', movementId)
      .where('indicator', '=', 'thu_nsnn')
      .executeTakeFirstOrThrow(),
  );
  const bytes = await officeFile({
    fileName: 'Bang thu ngan sach thang 6.docx',
    issuer: ['ỦY BAN NHÂN DÂN XÃ BÌNH LƯ', 'PHÒNG KINH TẾ'],
    number: 'Số:      /BC-KT',
    dateLine: 'Bình Lư, ngày 30 tháng 6 năm 2026',
    kind: 'BÁO CÁO',
    title: 'Thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm 2026 (số liệu mẫu)',
    body: ['Thu ngân sách nhà nước trên địa bàn lũy kế đến ngày 30/6/2026 là 13.741 triệu đồng.'],
    recipients: ['Ủy ban nhân dân xã', 'Lưu'],
    signature: ['TRƯỞNG PHÒNG'],
  });
  const actionId = world.newId();
  const input = {
    ...{ actionId, movementId, targetId, organisationId: viewer.organisationId },
    ...{ from: '2026-06-01', until: '2026-06-30', name: 'Bảng thu ngân sách tháng 6.docx' },
  };
  await act(world, { viewer, name: 'addEvidence', actionId, input }, (tx, given, context) =>
    addEvidence(tx, given, context, bytes),
  );
}
