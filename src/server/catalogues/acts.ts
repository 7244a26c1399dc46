import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  addIndicator as AddIndicator,
  changeIndicator as ChangeIndicator,
  setHoliday as SetHoliday,
} from '../../contract/catalogues.ts';
import { refusal } from '../../core/rules/refusal.ts';
import { fold } from '../../core/text/search.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused, stale } from '../problem.ts';
import type { Viewer } from '../read.ts';
import { isGoverned } from '../settings/facts.ts';
import { type OwnIndicator, provinceDays, provinceIndicators } from './facts.ts';

/** The calendar and the catalogue are the province's: set only where nobody administers above. */
async function refuseGoverned(tx: Tx, { organisationId, today }: Viewer): Promise<void> {
  if (await isGoverned(tx, { organisationId, on: today })) throw refused([refusal('setting-above-decides')]);
}

/** Says what a day is for the province, or leaves it to the built-in list again. */
export async function setHoliday(
  tx: Tx,
  { day, kind, name, source }: z.infer<(typeof SetHoliday)['input']>,
  { viewer, now, record }: ActContext,
): Promise<{ day: string }> {
  const { provinceId, accountId, postTitle } = viewer;
  await refuseGoverned(tx, viewer);
  const before = (await provinceDays(tx, viewer)).find((one) => one.day === day) ?? null;
  if (kind === null) {
    await tx.deleteFrom('holidays').where('province_id', '=', provinceId).where('day', '=', day).execute();
  } else {
    if (name === '') throw refused([refusal('day-without-name')]);
    const row = { kind, name, source, set_at: now, set_by: accountId, set_by_post: postTitle };
    await tx
      .insertInto('holidays')
      .values({ province_id: provinceId, day, ...row })
      .onConflict((conflict) => conflict.columns(['province_id', 'day']).doUpdateSet(row))
      .execute();
  }
  const after = (await provinceDays(tx, viewer)).find((one) => one.day === day) ?? null;
  record({
    deed: kind === null ? 'day-left-to-the-list' : 'day-set',
    subjectKind: 'holiday',
    subjectId: null,
    before,
    after: after ?? { day },
  });
  return { day };
}

/** A province has only so many of its own, so that the catalogue stays one. */
const MOST_OWN = 500;

/** Adds an indicator of the province's own. */
export async function addIndicator(
  tx: Tx,
  { name, aliases, domain, unit, better, nature, rollUp, weighedBy }: z.infer<(typeof AddIndicator)['input']>,
  { viewer, newId, record }: ActContext,
): Promise<{ code: string }> {
  await refuseGoverned(tx, viewer);
  const all = await provinceIndicators(tx, viewer);
  refuseName(all, name, null);
  if (all.filter(({ own }) => own).length >= MOST_OWN)
    throw refused([refusal('too-many-indicators', { most: MOST_OWN })]);
  // Weights are added up on the way: only what is a sum weighs.
  const weigher = rollUp === 'weighted-mean' ? all.find(({ code }) => code === weighedBy) : undefined;
  if (rollUp === 'weighted-mean' && weigher?.rollUp !== 'sum') throw refused([refusal('weigher-is-no-sum')]);
  const id = newId();
  const code = `rieng_${id.replaceAll('-', '_')}`;
  const own: OwnIndicator = {
    ...{ domain, units: [unit], better, nature, rollUp },
    ...(weigher ? { weighedBy: weigher.code } : {}),
  };
  await tx
    .insertInto('indicator_changes')
    .values({ province_id: viewer.provinceId, code, own: JSON.stringify(own), name, aliases })
    .execute();
  record({ deed: 'added', subjectKind: 'indicator', subjectId: id, after: { code, name, aliases, ...own } });
  return { code };
}

type Indicators = Awaited<ReturnType<typeof provinceIndicators>>;

function refuseName(all: Indicators, name: string, except: string | null): void {
  const same = all.find((one) => one.code !== except && !one.retired && fold(one.name) === fold(name));
  if (same) throw refused([refusal('indicator-name-taken', { name: same.name })]);
}

/** Who says so, of what was checked; nothing where that is taken back. */
const checkedRow = (against: string | null, { now, viewer }: Pick<ActContext, 'now' | 'viewer'>) => ({
  roll_up_checked_against: against,
  roll_up_checked_at: against === null ? null : now,
  roll_up_checked_by_post: against === null ? null : viewer.postTitle,
});

/** Calls an indicator otherwise, adds wordings, retires it or takes it up again. */
export async function changeIndicator(
  tx: Tx,
  { code, version, name, aliases, retired, rollUpCheckedAgainst }: z.infer<(typeof ChangeIndicator)['input']>,
  { viewer, now, record }: ActContext,
): Promise<{ code: string; version: number }> {
  await refuseGoverned(tx, viewer);
  const all = await provinceIndicators(tx, viewer);
  const before = all.find((one) => one.code === code);
  if (!before) throw notFound();
  if (before.version !== version) throw stale({ code, name: before.name, version: before.version });
  if (!retired) refuseName(all, name, code);
  const builtInName = before.own ? null : (before.catalogueName ?? before.name);
  const row = {
    name: name === builtInName ? null : name,
    aliases,
    retired_at: retired ? now : null,
    ...(rollUpCheckedAgainst === undefined ? {} : checkedRow(rollUpCheckedAgainst, { now, viewer })),
    version: version + 1,
  };
  const written = await tx
    .insertInto('indicator_changes')
    .values({ province_id: viewer.provinceId, code, own: null, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['province_id', 'code'])
        .doUpdateSet(row)
        .where(sql.ref('indicator_changes.version'), '=', version),
    )
    .executeTakeFirst();
  // Somebody was quicker; the next look shows what they wrote.
  if (written.numInsertedOrUpdatedRows !== 1n) throw stale({ code, name: before.name, version: before.version });
  const was = {
    ...{ name: before.name, aliases: before.ownAliases, retired: before.retired },
    rollUpCheckedAgainst: before.rollUpChecked?.against ?? null,
  };
  record({
    deed: 'changed',
    subjectKind: 'indicator',
    subjectId: null,
    before: { code, ...was },
    after: { code, name, aliases, retired, rollUpCheckedAgainst: rollUpCheckedAgainst ?? was.rollUpCheckedAgainst },
  });
  return { code, version: version + 1 };
}
