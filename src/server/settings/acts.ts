import { sql } from 'kysely';
import type { z } from 'zod';
import type { setSetting as SetSetting, withdrawSetting as WithdrawSetting } from '../../contract/settings.ts';
import { checkSetting, checkWithdrawal } from '../../core/rules/settings.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused } from '../problem.ts';
import { isGoverned } from './facts.ts';

/** Sets a value for the viewer's organisation and whoever stands below, from a day on. */
export async function setSetting(
  tx: Tx,
  { key, value, validFrom, reason, checkedAgainst = null }: z.infer<(typeof SetSetting)['input']>,
  { viewer, now, newId, record }: ActContext,
): Promise<{ id: string }> {
  const { organisationId, provinceId, today } = viewer;
  // One at a time: two from the same day would both look free.
  await tx.selectFrom('organisations').select('id').where('id', '=', organisationId).forUpdate().execute();
  const before = await tx
    .selectFrom('settings')
    .select(['value', 'valid_from as validFrom'])
    .where('organisation_id', '=', organisationId)
    .where('key', '=', key)
    .where('valid_from', '<=', validFrom)
    .where('withdrawn_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  const governed = await isGoverned(tx, { organisationId, on: today });
  const taken = before?.validFrom === validFrom;
  const reasons = checkSetting({ key, value, validFrom, today, governed, taken });
  if (reasons.length > 0) throw refused(reasons);
  const id = newId();
  await tx
    .insertInto('settings')
    .values({
      id,
      province_id: provinceId,
      organisation_id: organisationId,
      key,
      value: sql`${JSON.stringify(value)}::jsonb`,
      valid_from: validFrom,
      reason,
      checked_against: checkedAgainst,
      set_at: now,
      set_by: viewer.accountId,
      set_by_post: viewer.postTitle,
    })
    .execute();
  const after = { key, value, validFrom, reason, checkedAgainst };
  record({ deed: 'set', subjectKind: 'setting', subjectId: id, before: before ?? null, after });
  return { id };
}

/** Takes back what has not begun, or began today. */
export async function withdrawSetting(
  tx: Tx,
  { settingId }: z.infer<(typeof WithdrawSetting)['input']>,
  { viewer, now, record }: ActContext,
): Promise<{ id: string }> {
  const found = await tx
    .selectFrom('settings')
    .select(['key', 'value', 'valid_from as validFrom'])
    .where('id', '=', settingId)
    .where('organisation_id', '=', viewer.organisationId)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw notFound();
  const reasons = checkWithdrawal(found.validFrom, viewer.today);
  if (reasons.length > 0) throw refused(reasons);
  await tx
    .updateTable('settings')
    .set({ withdrawn_at: now, withdrawn_by_post: viewer.postTitle })
    .where('id', '=', settingId)
    .execute();
  record({ deed: 'withdrawn', subjectKind: 'setting', subjectId: settingId, before: found });
  return { id: settingId };
}
