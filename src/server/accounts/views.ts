import { sql } from 'kysely';
import type { z } from 'zod';
import type { Session } from '../../contract/session.ts';
import { SETTING_KEYS } from '../../core/law/settings.ts';
import { settingOn } from '../../core/rules/settings.ts';
import type { Read, Viewer } from '../read.ts';
import { setValues } from '../settings/facts.ts';

/** Who is signed in, as the frame shows it: by post, organisation and province. */
export async function viewSession(read: Read, viewer: Viewer): Promise<z.input<typeof Session>> {
  const { rows } = await sql<{ name: string; level: string; province: string; fixed: string | null }>`
    SELECT o.name, o.level, p.name AS province, p.fixed_today AS fixed
    FROM organisations o JOIN provinces p ON p.id = o.province_id
    WHERE o.id = ${viewer.organisationId} AND p.id = ${viewer.provinceId}`.execute(read);
  const [found] = rows;
  return {
    person: found
      ? {
          id: viewer.accountId,
          post: viewer.postTitle,
          roles: [...viewer.roles],
          organisation: { id: viewer.organisationId, name: found.name, level: found.level },
          province: { id: viewer.provinceId, name: found.province },
          modulesOff: await modulesOff(read, viewer),
        }
      : null,
    today: viewer.today,
    demo: found?.fixed != null,
    demoAccounts: [],
  };
}

/** Modules that are switched off where the viewer works. */
async function modulesOff(read: Read, { organisationId, today }: Viewer): Promise<string[]> {
  const values = await setValues(read, { organisationId, on: today });
  return SETTING_KEYS.filter((key) => key.startsWith('module.') && settingOn(key, values, today) === false);
}
