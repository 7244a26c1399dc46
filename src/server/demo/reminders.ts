/** How the demo's province wants to be reminded: early enough that its fixed day has something to show. */

import { randomUUID } from 'node:crypto';
import { act, type World } from '../act.ts';
import { setSetting } from '../settings/acts.ts';
import type { SeededProvince } from './people.ts';

/** Four working days before Monday, 6 July is Tuesday, 30 June: the demo's day. */
const DAYS_BEFORE = 4;

export async function seedReminders(world: World, { people }: SeededProvince): Promise<void> {
  const viewer = people.get('qt.laichau');
  if (!viewer) throw new Error('the demo has nobody who administers it');
  const actionId = randomUUID();
  const input = { actionId, key: 'reminders.days-before', value: DAYS_BEFORE, validFrom: viewer.today } as const;
  await act(
    world,
    { viewer, name: 'setSetting', actionId, input: { ...input, reason: 'Số liệu mẫu' } },
    (tx, given, context) => setSetting(tx, given as Parameters<typeof setSetting>[1], context),
  );
}
