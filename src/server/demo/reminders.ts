/**
 * How the demo's province wants to be reminded: early enough that its fixed day has something to show; and what it has
 * verified of the values that come along.
 */

import { randomUUID } from 'node:crypto';
import { act, type World } from '../act.ts';
import { setSetting } from '../settings/acts.ts';
import type { SeededProvince } from './people.ts';

/** Four working days before Monday, 6 July is Tuesday, 30 June: the demo's day. */
const DAYS_BEFORE = 4;

export async function seedReminders(world: World, { people }: SeededProvince): Promise<void> {
  const viewer = people.get('qt.laichau');
  if (!viewer) throw new Error('the demo has nobody who administers it');
  const verified = 'Số liệu mẫu: đã đối chiếu với quy định hiện hành';
  const set = [
    { key: 'reminders.days-before', value: DAYS_BEFORE, checkedAgainst: null },
    { key: 'procedure.statistics-from', value: '12-01', checkedAgainst: verified },
  ] as const;
  for (const one of set) {
    const actionId = randomUUID();
    const input = { actionId, ...one, validFrom: viewer.today, reason: 'Số liệu mẫu' };
    await act(world, { viewer, name: 'setSetting', actionId, input }, (tx, given, context) =>
      setSetting(tx, given as Parameters<typeof setSetting>[1], context),
    );
  }
}
