/** Communes of the built-in list, added under the organisation of their province. */

import { sql } from 'kysely';
import type { z } from 'zod';
import type { addCommunes as AddCommunes, previewCommunes } from '../../contract/commune-list.ts';
import { COMMUNES_SINCE, communeIssuer, type ListedProvince, listedProvinces } from '../../core/law/communes.ts';
import { type CommunePlan, listedProvinceOf, planCommunes, type StandingUnit } from '../../core/rules/communes.ts';
import { checkDay, checkLives, latestOf } from '../../core/rules/organisation-acts.ts';
import { refusal } from '../../core/rules/refusal.ts';
import type { ActContext, Tx } from '../act.ts';
import { notFound, refused } from '../problem.ts';
import { requireReach } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';
import { unitOf } from './change-facts.ts';
import { insertUnits, keepChange, lockTree, nextPosition } from './tree-acts.ts';

type In<E extends { input: z.ZodType }> = z.input<E['input']>;
type Out<E extends { output: z.ZodType }> = z.input<E['output']>;

/** What would be added under an organisation, and what is there already. */
export async function viewCommunes(
  read: Read,
  viewer: Viewer,
  { organisationId, province: code }: In<typeof previewCommunes>,
): Promise<Out<typeof previewCommunes>> {
  const { name } = await unitOf(read, viewer, organisationId);
  const listed = listedProvinces();
  const province = code === undefined ? listedProvinceOf(name, listed) : provinceOf(code);
  const plan = province ? await planUnder(read, viewer, { organisationId, province }) : { fresh: [], there: [] };
  return { provinces: listed.map(headOf), province: province ? headOf(province) : null, ...plan };
}

const headOf = ({ code, name }: ListedProvince) => ({ code, name });

function provinceOf(code: string): ListedProvince {
  const found = listedProvinces().find((one) => one.code === code);
  if (!found) throw notFound();
  return found;
}

/** A code is somebody's anywhere in the house; a name only below the organisation. */
async function planUnder(
  read: Read,
  { provinceId }: Pick<Viewer, 'provinceId'>,
  { organisationId, province }: { organisationId: string; province: ListedProvince },
): Promise<CommunePlan> {
  const { rows } = await sql<StandingUnit & { below: boolean }>`
    SELECT o.name, o.code, EXISTS (SELECT FROM organisation_closure c
      WHERE c.ancestor_id = ${organisationId} AND c.descendant_id = o.id AND c.valid_until = 'infinity') AS below
    FROM organisations o WHERE o.province_id = ${provinceId} AND o.valid_until IS NULL
      AND (o.level = 'commune' OR o.parent_id = ${organisationId} OR o.code = ANY(${province.communes.map(({ code }) => code)}))`.execute(
    read,
  );
  return planCommunes(province.communes, {
    codes: new Set(rows.flatMap(({ code }) => (code === null ? [] : [code]))),
    below: rows.filter(({ below }) => below),
  });
}

/** Adds those that are not there yet, all or none, as one change that can be taken back. */
export async function addCommunes(
  tx: Tx,
  { organisationId, province: code }: In<typeof AddCommunes>,
  context: ActContext,
): Promise<Out<typeof AddCommunes>> {
  const { viewer } = context;
  const { provinceId } = viewer;
  await lockTree(tx, provinceId);
  const above = await unitOf(tx, viewer, organisationId);
  await requireReach(tx, viewer, 'addCommunes', organisationId);
  const province = provinceOf(code);
  const since = latestOf(COMMUNES_SINCE, above.validFrom) ?? COMMUNES_SINCE;
  const reasons = [
    ...(above.level === 'province' ? [] : [refusal('not-a-province', { name: above.name })]),
    ...checkLives(above, since),
    ...checkDay(since, viewer.today),
  ];
  if (reasons.length > 0) throw refused(reasons);
  const { fresh, there } = await planUnder(tx, viewer, { organisationId, province });
  const first = await nextPosition(tx, organisationId);
  const units = fresh.map((commune, at) => ({
    id: context.newId(),
    parentId: organisationId,
    ...commune,
    issuerName: communeIssuer(commune.name),
    kind: 'people-committee',
    level: 'commune',
    position: first + at,
    validFrom: since,
    validUntil: null,
  }));
  if (units.length > 0) {
    await insertUnits(tx, provinceId, units);
    const parts = units.map(({ id, name }) => ({ id, part: 'begun', name, toId: organisationId }) as const);
    await keepChange(tx, context, { kind: 'found', on: since, paper: null, provinceId }, parts);
  }
  context.record({
    deed: 'communes-added',
    subjectKind: 'organisation',
    subjectId: organisationId,
    after: { province: headOf(province), added: units.length, there: there.length },
  });
  return { organisationId, added: units.length };
}
