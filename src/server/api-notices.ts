/** The part of the api table about what people are told, and by which ways. */

import { addDevice, getNoticeWays, removeDevice, setNoticeLetters } from '../contract/notice-ways.ts';
import { countNotices, listNotices, markNotices } from '../contract/notices.ts';
import { sendTestLetter } from '../contract/system.ts';
import { refusal } from '../core/rules/refusal.ts';
import { preferencesIn, testLetterVi } from '../core/text/vi/notice-letter.ts';
import { act } from './act.ts';
import { type Binding, bind, deed, present, view } from './bind.ts';
import type { Mail } from './mail.ts';
import * as notices from './notices/acts.ts';
import { viewNoticeCount, viewNotices } from './notices/views.ts';
import * as ways from './notices/ways-acts.ts';
import { viewNoticeWays } from './notices/ways-views.ts';
import { refused } from './problem.ts';
import { noteTestLetter } from './system/acts.ts';

/** By which ways this server tells people. */
export type WaysSettings = { mail: Mail | null; pushKey: string | null };

export function noticesApi({ mail, pushKey }: WaysSettings = { mail: null, pushKey: null }): Binding[] {
  const given = { mail: mail !== null, pushKey };
  return [
    view(listNotices, viewNotices, 'readOwnAccount'),
    view(countNotices, viewNoticeCount, 'readOwnAccount'),
    deed(markNotices, notices.markNotices),
    view(getNoticeWays, (read, viewer) => viewNoticeWays(read, viewer, given), 'readOwnAccount'),
    deed(setNoticeLetters, ways.setNoticeLetters),
    deed(addDevice, ways.addDevice),
    deed(removeDevice, ways.removeDevice),
    bind(sendTestLetter, async ({ world, viewer, origin }, input) => {
      const person = present(viewer);
      const doing = { viewer: person, name: 'sendTestLetter' as const, actionId: input.actionId, input };
      const { to } = await act(world, doing, (tx, _, context) => noteTestLetter(tx, context, mail !== null));
      const letter = { ...testLetterVi(origin), to, id: `${input.actionId}@${new URL(origin).hostname}` };
      try {
        await mail?.send({ ...letter, preferences: preferencesIn(origin) });
      } catch (error) {
        throw refused([refusal('mail-failed', { why: error instanceof Error ? error.message : 'SMTP' })]);
      }
      return { to };
    }),
  ];
}
