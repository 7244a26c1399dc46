import { sql } from 'kysely';
import type { z } from 'zod';
import type { Seat, Session } from '../../contract/session.ts';
import { SETTING_KEYS } from '../../core/law/settings.ts';
import { addDays } from '../../core/rules/calendar.ts';
import { settingOn } from '../../core/rules/settings.ts';
import type { Read, Viewer } from '../read.ts';
import { setValues } from '../settings/facts.ts';
import { openUntil } from './facts.ts';

/** Who is signed in, as the frame shows it: by post, organisation and province. */
export async function viewSession(
  read: Read,
  viewer: Viewer,
  signOnName: string | null,
): Promise<z.input<typeof Session>> {
  const { rows } = await sql<{ name: string; level: string; province: string; fixed: string | null; title: string }>`
    SELECT o.name, o.level, p.name AS province, p.fixed_today AS fixed,
      (SELECT title FROM posts WHERE id = ${viewer.postId}) AS title
    FROM organisations o JOIN provinces p ON p.id = o.province_id
    WHERE o.id = ${viewer.organisationId} AND p.id = ${viewer.provinceId}`.execute(read);
  const [found] = rows;
  return {
    person: found
      ? {
          id: viewer.accountId,
          post: viewer.postTitle,
          actingFor: viewer.deputationId === null ? null : found.title,
          roles: [...viewer.roles],
          organisation: { id: viewer.organisationId, name: found.name, level: found.level },
          province: { id: viewer.provinceId, name: found.province },
          modulesOff: await modulesOff(read, viewer),
          seats: await seatsOf(read, viewer),
          mustChangePassword: viewer.mustChangePassword ?? false,
        }
      : null,
    today: viewer.today,
    demo: found?.fixed != null,
    demoAccounts: [],
    signOnName,
  };
}

/** Modules that are switched off where the viewer works. */
async function modulesOff(read: Read, { organisationId, today }: Viewer): Promise<string[]> {
  const values = await setValues(read, { organisationId, on: today });
  return SETTING_KEYS.filter((key) => key.startsWith('module.') && settingOn(key, values, today) === false);
}

/** Everything the person may sit in today: own posts first, then the lent ones. */
async function seatsOf(read: Read, viewer: Viewer): Promise<z.input<typeof Seat>[]> {
  const { rows } = await sql<{
    postId: string;
    deputationId: string | null;
    title: string;
    organisationName: string;
    until: string;
  }>`
    SELECT p.id AS "postId", NULL::uuid AS "deputationId", p.title, o.name AS "organisationName", p.valid_until AS until
    FROM posts p JOIN organisations o ON o.id = p.organisation_id
    WHERE p.account_id = ${viewer.accountId} AND p.valid_from <= ${viewer.today} AND p.valid_until > ${viewer.today}
    UNION ALL
    SELECT p.id, d.id, p.title, o.name, least(d.valid_until, p.valid_until)
    FROM deputations d JOIN posts p ON p.id = d.post_id JOIN organisations o ON o.id = p.organisation_id
    WHERE d.account_id = ${viewer.accountId} AND d.ended_at IS NULL
      AND d.valid_from <= ${viewer.today} AND d.valid_until > ${viewer.today}
      AND p.valid_from <= ${viewer.today} AND p.valid_until > ${viewer.today}
    ORDER BY 2 NULLS FIRST, 3, 1`.execute(read);
  return rows.map(({ until, ...row }) => ({
    ...row,
    lastDay: lastDayOf(openUntil(until)),
    current: row.postId === viewer.postId && row.deputationId === viewer.deputationId,
  }));
}

/** The last day of a stretch that ends before `until`; null where it does not end. */
export const lastDayOf = (until: string | null): string | null => (until === null ? null : addDays(until, -1));
