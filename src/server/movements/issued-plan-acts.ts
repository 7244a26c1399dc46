/** Plans that units below issued outside the system: entered on their behalf, with number, date and file. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  attachIssuedPlan as AttachIssuedPlan,
  recordIssuedPlan as RecordIssuedPlan,
  removeIssuedPlan as RemoveIssuedPlan,
} from '../../contract/comparisons.ts';
import { changesBetween, dateValue, type Fields, textValue } from '../../core/rules/history.ts';
import { checkIssuedPlan } from '../../core/rules/issued-plans.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { keepFile } from '../files.ts';
import { idsAbove, organisationFacts } from '../organisations/facts.ts';
import { notFound, Problem, refused, stale } from '../problem.ts';
import { reaches } from '../reach.ts';
import { type UnitOut, viewUnitBeside } from './comparison-below-views.ts';
import { launcherIds, movementFacts } from './facts.ts';
import { keepHistory } from './history-acts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Place = { movementId: string; organisationId: string };

/** Enters the number and date of a unit's plan, or corrects them. */
export async function recordIssuedPlan(
  tx: Tx,
  input: In<typeof RecordIssuedPlan>,
  context: ActContext,
): Promise<UnitOut> {
  const { viewer, now } = context;
  const { unit, kept } = await openPlan(tx, context, input);
  const { numberSymbol, issuedOn, saidBy } = input;
  const refusals = checkIssuedPlan({ name: unit.name, numberSymbol, issuedOn, today: viewer.today });
  if (refusals.length > 0) throw refused(refusals);
  const said = {
    number_symbol: numberSymbol,
    issued_on: issuedOn,
    said_by: saidBy,
    at: now,
    by_post: viewer.postTitle,
  };
  await tx
    .insertInto('issued_plans')
    .values({
      movement_id: input.movementId,
      organisation_id: input.organisationId,
      province_id: viewer.provinceId,
      ...said,
    })
    .onConflict((row) =>
      row
        .columns(['movement_id', 'organisation_id'])
        .doUpdateSet((old) => ({ ...said, version: old('issued_plans.version', '+', 1) })),
    )
    .execute();
  await keepLine(tx, context, input, {
    name: unit.name,
    before: kept && planFields(kept),
    after: planFields({ numberSymbol, issuedOn, saidBy, fileName: kept?.fileName ?? null }),
  });
  return viewUnitBeside(tx, viewer, input);
}

/** Keeps the file of a plan that is on record; an earlier one is replaced. */
export async function attachIssuedPlan(
  tx: Tx,
  input: In<typeof AttachIssuedPlan>,
  context: ActContext,
  bytes: Uint8Array,
): Promise<UnitOut> {
  const { viewer } = context;
  const { unit, kept } = await openPlan(tx, context, { ...input, version: Number(input.version) });
  if (!kept) throw notFound();
  const sha256 = await keepFile(tx, viewer.provinceId, bytes);
  await tx
    .updateTable('issued_plans')
    .set((row) => ({
      file_sha256: Buffer.from(sha256, 'hex'),
      file_name: input.name,
      file_size: String(bytes.byteLength),
      version: row('version', '+', 1),
    }))
    .where('movement_id', '=', input.movementId)
    .where('organisation_id', '=', input.organisationId)
    .execute();
  await keepLine(tx, context, input, {
    name: unit.name,
    before: planFields(kept),
    after: planFields({ ...kept, fileName: input.name }),
  });
  return viewUnitBeside(tx, viewer, input);
}

/** Takes back what was recorded. */
export async function removeIssuedPlan(
  tx: Tx,
  input: In<typeof RemoveIssuedPlan>,
  context: ActContext,
): Promise<UnitOut> {
  const { unit, kept } = await openPlan(tx, context, input);
  if (!kept) throw notFound();
  await tx
    .deleteFrom('issued_plans')
    .where('movement_id', '=', input.movementId)
    .where('organisation_id', '=', input.organisationId)
    .execute();
  await keepLine(tx, context, input, { name: unit.name, before: planFields(kept), after: null });
  return viewUnitBeside(tx, context.viewer, input);
}

type Kept = { numberSymbol: string | null; issuedOn: string | null; saidBy: string | null; fileName: string | null };

/** A movement in sight, a unit below it within reach, and what is on record, as the person saw it. */
async function openPlan(tx: Tx, context: ActContext, place: Place & { version: number }) {
  const { viewer } = context;
  const movement = await movementFacts(tx, viewer, place.movementId);
  const [unit] = await organisationFacts(tx, viewer, [place.organisationId]);
  if (!unit) throw notFound();
  if (!(await reaches(tx, viewer, context.scopes, unit.id))) throw new Problem('forbidden', 'forbidden');
  if (movement.archivedAt !== null) throw refused([refusal('movement-archived')]);
  const above = await idsAbove(tx, unit.id, viewer.today);
  if (!launcherIds(movement).some((id) => above.includes(id)))
    throw refused([refusal('response-not-below', { name: unit.name })]);
  // Two who record the same plan take turns.
  await sql`SELECT 1 FROM movements WHERE id = ${movement.id} FOR SHARE`.execute(tx);
  const kept = await tx
    .selectFrom('issued_plans')
    .select(['number_symbol as numberSymbol', 'issued_on as issuedOn', 'said_by as saidBy'])
    .select(['file_name as fileName', 'version'])
    .where('movement_id', '=', movement.id)
    .where('organisation_id', '=', unit.id)
    .forUpdate()
    .executeTakeFirst();
  if ((kept?.version ?? 0) !== place.version) throw stale(await viewUnitBeside(tx, viewer, place));
  return { unit, kept: kept ?? null };
}

const planFields = (plan: Kept): Fields => [
  ['number', textValue(plan.numberSymbol)],
  ['issued-on', dateValue(plan.issuedOn)],
  ['person', textValue(plan.saidBy)],
  ['text', textValue(plan.fileName)],
];

type Line = { name: string; before: Fields | null; after: Fields | null };

async function keepLine(tx: Tx, context: ActContext, place: Place, { name, before, after }: Line): Promise<void> {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return;
  await keepHistory(tx, context, [
    {
      movementId: place.movementId,
      deed: after ? 'answered' : 'withdrawn',
      subject: 'response',
      subjectId: place.organisationId,
      subjectName: name,
      changes,
    },
  ]);
}
