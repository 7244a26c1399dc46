import { sql } from 'kysely';
import type { z } from 'zod';
import type { listSettings, SettingLine, SettingView } from '../../contract/settings.ts';
import { SETTING_KEYS, SETTINGS, type Setting, type SettingValue } from '../../core/law/settings.ts';
import { scopesOf } from '../../core/rules/access.ts';
import { checkWithdrawal, settingOn } from '../../core/rules/settings.ts';
import { notFound } from '../problem.ts';
import type { Read, Viewer } from '../read.ts';
import { isGoverned, setValues } from './facts.ts';

type Output = z.input<(typeof listSettings)['output']>;
type Line = z.input<typeof SettingLine>;
const MOST_LINES = 2_000;

/** All settings as they hold for the viewer's organisation on a day. */
export async function viewSettings(
  read: Read,
  viewer: Viewer,
  input: z.infer<(typeof listSettings)['input']>,
): Promise<Output> {
  const on = input.on ?? viewer.today;
  const { organisationId } = viewer;
  const organisation = await read
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!organisation) throw notFound();
  const values = await setValues(read, { organisationId, on });
  const governed = await isGoverned(read, { organisationId, on: viewer.today });
  const mayAtAll = scopesOf('setSetting', viewer.roles).length > 0;
  const lines = await linesFor(read, viewer, mayAtAll);
  const settings = SETTING_KEYS.map((key) => {
    const setting: Setting = SETTINGS[key];
    const aboveDecides = setting.atTheTop && governed;
    const { group, kind, source, status } = setting;
    const bounds =
      setting.kind === 'number'
        ? { unit: setting.unit, least: setting.least, most: setting.most }
        : { unit: null, least: null, most: null };
    const history = lines.get(key) ?? [];
    const value = settingOn(key, values, on);
    return {
      key,
      group,
      kind,
      source,
      status,
      ...bounds,
      default: setting.default,
      value,
      checked: checkOf(history, { value, on, organisationId }),
      maySet: mayAtAll && !aboveDecides,
      aboveDecides,
      history,
    };
  });
  return { organisation, on, settings };
}

/** Who verified the value that holds: what was set elsewhere, later or otherwise says nothing of it. */
function checkOf(
  history: readonly Line[],
  { value, on, organisationId }: { value: SettingValue; on: string; organisationId: string },
): z.input<typeof SettingView>['checked'] {
  const held = history.filter(({ withdrawn, validFrom }) => withdrawn === null && validFrom <= on);
  const line = held.find(({ organisation }) => organisation.id === organisationId) ?? held[0];
  if (!line || line.checkedAgainst === null || line.value !== value) return null;
  return { against: line.checkedAgainst, post: line.post, at: line.setAt };
}

type Row = {
  id: string;
  key: string;
  value: SettingValue | null;
  validFrom: string;
  organisationId: string;
  organisationName: string;
  setAt: string;
  post: string;
  reason: string | null;
  checkedAgainst: string | null;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
};

async function linesFor(read: Read, viewer: Viewer, mayAtAll: boolean): Promise<Map<string, Line[]>> {
  const { rows } = await sql<Row>`SELECT s.id, s.key, s.value, s.valid_from AS "validFrom",
      o.id AS "organisationId", o.name AS "organisationName", s.set_at AS "setAt", s.set_by_post AS post, s.reason, s.checked_against AS "checkedAgainst",
      s.withdrawn_at AS "withdrawnAt", s.withdrawn_by_post AS "withdrawnBy"
    FROM settings s JOIN organisations o ON o.id = s.organisation_id
    WHERE s.organisation_id IN (SELECT ancestor_id FROM organisation_closure WHERE descendant_id = ${viewer.organisationId})
    ORDER BY s.valid_from DESC, s.set_at DESC LIMIT ${MOST_LINES}`.execute(read);
  const found = new Map<string, Line[]>();
  for (const row of rows) {
    const { id, value, validFrom, setAt, post, reason, checkedAgainst, withdrawnAt, withdrawnBy } = row;
    const own = row.organisationId === viewer.organisationId;
    const line: Line = {
      id,
      value,
      validFrom,
      organisation: { id: row.organisationId, name: row.organisationName },
      setAt,
      post,
      reason,
      checkedAgainst,
      withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, post: withdrawnBy ?? '' },
      mayWithdraw: mayAtAll && own && withdrawnAt === null && checkWithdrawal(validFrom, viewer.today).length === 0,
    };
    found.set(row.key, [...(found.get(row.key) ?? []), line]);
  }
  return found;
}
