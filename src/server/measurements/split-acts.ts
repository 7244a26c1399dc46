import type { z } from 'zod';
import { MOST_UNITS, type splitTarget as SplitTarget } from '../../contract/measurements.ts';
import { checkSplit } from '../../core/rules/figure-states.ts';
import { refusal } from '../../core/rules/refusal.ts';
import { sumOfSplit } from '../../core/rules/target-split.ts';
import type { ActContext, Tx } from '../act.ts';
import { figureTargets, movementFacts } from '../movements/facts.ts';
import { organisationFacts, unitsBelow } from '../organisations/facts.ts';
import { notFound, refused, stale } from '../problem.ts';
import { requireReach } from '../reach.ts';
import { wholeOf } from './asked.ts';
import { type SplitOut, splitOut } from './split-views.ts';

/** Rows in one statement: well under PostgreSQL's limit of 65,535 parameters. */
const ROWS_AT_ONCE = 5_000;

type In = z.input<(typeof SplitTarget)['input']>;

/** Phân bổ chỉ tiêu: puts the units and their shares in place of the earlier ones. */
export async function splitTarget(tx: Tx, input: In, context: ActContext): Promise<SplitOut> {
  const { viewer } = context;
  await tx.selectFrom('targets').select('id').where('id', '=', input.targetId).forUpdate().execute();
  const [target] = await figureTargets(tx, { targetId: input.targetId });
  if (!target) throw notFound();
  const movement = await movementFacts(tx, viewer, target.movementId);
  await requireReach(tx, viewer, 'splitTarget', movement.organisationId);
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  const before = await splitOut(tx, viewer, target, movement);
  if (before.version !== input.version) throw stale(before);
  const below = new Set((await unitsBelow(tx, movement.organisationId, viewer.today)).map(({ id }) => id));
  // Units that were asked before stay possible, ended ones too: their figures are kept.
  for (const { organisation } of before.shares) below.add(organisation.id);
  const named = new Map(
    (
      await organisationFacts(
        tx,
        viewer,
        input.shares.slice(0, MOST_UNITS).map(({ organisationId }) => organisationId),
      )
    ).map((one) => [one.id, one.name]),
  );
  const whole = wholeOf(target);
  const units = input.shares.map(({ organisationId, value, periods = [] }) => ({
    id: organisationId,
    name: named.get(organisationId) ?? '?',
    below: below.has(organisationId),
    value: value ?? null,
    periods: periods.map((one) => one.value),
  }));
  const known = new Set(before.periods.map(({ from, until }) => `${from} ${until}`));
  for (const { periods = [] } of input.shares) {
    const named = periods.map(({ from, until }) => `${from} ${until}`);
    if (new Set(named).size < named.length || named.some((one) => !known.has(one)))
      throw refused([refusal('period-unknown')]);
  }
  const { difference } = sumOfSplit(
    whole ?? '0',
    units.map(({ value }) => value),
  );
  const refusals = checkSplit({
    whole,
    unit: target.figure?.unit ?? null,
    units,
    difference: whole === null ? '0' : difference,
    reason: input.reason,
  });
  if (refusals.length > 0) throw refused(refusals);
  const said = { reason: input.reason, at: context.now, by_post: viewer.postTitle };
  await tx
    .insertInto('target_splits')
    .values({ ...said, target_id: target.id, province_id: viewer.provinceId })
    .onConflict((row) =>
      row.column('target_id').doUpdateSet((now) => ({ ...said, version: now('target_splits.version', '+', 1) })),
    )
    .execute();
  await tx.deleteFrom('target_shares').where('target_id', '=', target.id).execute();
  if (units.length > 0)
    await tx
      .insertInto('target_shares')
      .values(
        units.map(({ id, value }, position) => ({
          target_id: target.id,
          organisation_id: id,
          province_id: viewer.provinceId,
          position,
          value,
        })),
      )
      .execute();
  const byPeriod = input.shares.flatMap(({ organisationId, periods = [] }) =>
    periods.map(({ from, until, value }) => ({
      ...{ target_id: target.id, organisation_id: organisationId, province_id: viewer.provinceId },
      ...{ period_from: from, period_until: until, value },
    })),
  );
  for (let from = 0; from < byPeriod.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('target_period_shares')
      .values(byPeriod.slice(from, from + ROWS_AT_ONCE))
      .execute();
  context.record({
    deed: 'target-split',
    subjectKind: 'target',
    subjectId: target.id,
    before: before.shares.map(({ organisation, value, periods }) => ({
      ...{ organisationId: organisation.id, value },
      ...(periods.length > 0 ? { periods } : {}),
    })),
    after: input.shares.map(({ organisationId, value, periods = [] }) => ({
      ...{ organisationId, value },
      ...(periods.length > 0 ? { periods } : {}),
    })),
  });
  return splitOut(tx, viewer, target, movement);
}
