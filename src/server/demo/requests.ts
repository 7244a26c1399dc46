/** A sample request for figures in the demo: most villages have answered, some have not. */

import type { RequestLayout } from '../../core/rules/data-requests.ts';
import { act, actForSystem, type World } from '../act.ts';
import { createDataRequest, sendRequestAnswer } from '../data-requests/acts.ts';
import type { SeededProvince } from './people.ts';

const LAYOUT: RequestLayout = {
  rows: 'per-unit',
  columns: [
    { name: 'Số hộ thiếu nước sinh hoạt', kind: 'whole', place: null },
    { name: 'Số bể nước hư hỏng', kind: 'whole', place: null },
    { name: 'Tỷ lệ hộ dùng nước hợp vệ sinh (%)', kind: 'percent', place: null },
    { name: 'Khó khăn, đề xuất', kind: 'text', place: null },
  ],
  fixed: [],
  form: null,
};

const ANSWERS: readonly (readonly string[])[] = [
  ['6', '1', '91,5', ''],
  ['14', '2', '83', 'Đường ống đầu nguồn hỏng sau lũ'],
  ['0', '0', '100', ''],
  ['9', '1', '88,25', ''],
  ['22', '3', '71', 'Đề nghị hỗ trợ vật tư làm bể chung'],
  ['3', '0', '96', ''],
  ['11', '1', '85,5', ''],
];

const worldOn = (world: World, day: string): World => ({ ...world, now: () => `${day}T02:00:00.000Z` });

/** Asks the villages of a commune for a table, and answers for the first of them. */
export async function seedRequest(given: World, { provinceId, people }: SeededProvince): Promise<void> {
  const world = worldOn(given, '2026-06-25');
  const viewer = people.get('cb.binhlu');
  if (!viewer) throw new Error('the demo has no officer of the commune');
  const asked = {
    title: 'Rà soát hộ thiếu nước sinh hoạt',
    about: 'Số liệu mẫu. Tính đến ngày 25/6/2026; nhà tạm vắng không tính.',
    dueOn: '2026-07-03',
    layout: LAYOUT,
    formId: null,
    to: 'villages' as const,
    organisationIds: [],
  };
  const actionId = world.newId();
  const input = { ...asked, actionId };
  const { requestId } = await act(world, { viewer, name: 'createDataRequest', actionId, input }, createDataRequest);
  const units = await actForSystem(world, { provinceId, name: 'demo' }, async (tx, { record }) => {
    await tx.updateTable('data_requests').set({ sample: true }).where('id', '=', requestId).execute();
    record({ deed: 'sample-marked', subjectKind: 'data-request', subjectId: requestId });
    return tx
      .selectFrom('data_request_answers')
      .select('organisation_id as id')
      .where('request_id', '=', requestId)
      .orderBy('position')
      .execute();
  });
  for (const [at, cells] of ANSWERS.entries()) {
    const unit = units[at];
    if (!unit) continue;
    const sending = { requestId, organisationId: unit.id, actionId: world.newId(), version: 1, cells: [[...cells]] };
    const doing = { viewer, name: 'sendRequestAnswer' as const, actionId: sending.actionId, input: sending };
    await act(worldOn(given, '2026-06-29'), doing, sendRequestAnswer);
  }
}
