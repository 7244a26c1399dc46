/** How far a right reaches, asked in one place by every act and every page. */

import { type RawBuilder, sql } from 'kysely';
import { type ActName, isReach, type Scope, scopesOf } from '../core/rules/access.ts';
import { Problem } from './problem.ts';
import type { Read, Viewer } from './read.ts';

type Person = Pick<Viewer, 'organisationId' | 'provinceId' | 'today'>;

/**
 * Whether one of `scopes` takes the person as far as an organisation, on the person's day; an organisation that has
 * ended is reached from where it stood last. Oneself ('self') and what one's unit leads ('led') are no organisations.
 */
export async function reaches(
  read: Read,
  person: Person,
  scopes: readonly Scope[],
  organisationId: string,
): Promise<boolean> {
  const ways = scopes.filter(isReach);
  if (ways.length === 0) return false;
  if (ways.some((scope) => scope === 'own' || scope === 'subtree') && organisationId === person.organisationId)
    return true;
  const questions = ways.filter((scope) => scope !== 'own').map((scope) => WAYS[scope](person, organisationId));
  if (questions.length === 0) return false;
  const { rows } = await sql<{ reached: boolean }>`SELECT ${sql.join(questions, sql` OR `)} AS reached`.execute(read);
  return rows[0]?.reached ?? false;
}

/** Whether the person may do `act` on what belongs to an organisation. */
export function mayDo(read: Read, viewer: Viewer, act: ActName, organisationId: string): Promise<boolean> {
  return reaches(read, viewer, scopesOf(act, viewer.roles), organisationId);
}

/** Throws `forbidden` where the person's right for `act` does not reach. For what the person may see; else answer `notFound`. */
export async function requireReach(read: Read, viewer: Viewer, act: ActName, organisationId: string): Promise<void> {
  if (!(await mayDo(read, viewer, act, organisationId))) throw new Problem('forbidden', 'forbidden');
}

/** Ids of all organisations that `act` reaches for the viewer, for use inside `column IN …`; the same ways as {@link reaches}. */
export function idsReached(viewer: Viewer, act: ActName): RawBuilder<string> {
  const parts = scopesOf(act, viewer.roles)
    .filter(isReach)
    .map((scope) => IDS[scope](viewer));
  return parts.length === 0
    ? sql<string>`(SELECT NULL::uuid WHERE false)`
    : sql<string>`(${sql.join(parts, sql` UNION `)})`;
}

const belowIds = (person: Person, top: RawBuilder<unknown>) => sql`SELECT c.descendant_id
  FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
  WHERE c.ancestor_id = ${top} AND c.province_id = ${person.provinceId}
    AND c.valid_from <= ${person.today} AND (c.valid_until > ${person.today} OR c.valid_until = o.valid_until)`;

const IDS = {
  own: (person: Person) => sql`SELECT ${person.organisationId}::uuid`,
  subtree: (person: Person) =>
    sql`SELECT ${person.organisationId}::uuid UNION ${belowIds(person, sql`${person.organisationId}`)}`,
  council: (person: Person) =>
    belowIds(person, sql`(SELECT parent_id FROM organisations WHERE id = ${person.organisationId})`),
  cluster: (person: Person) => sql`SELECT member_id FROM cluster_members
    WHERE cluster_id = ${person.organisationId} AND valid_from <= ${person.today} AND valid_until > ${person.today}`,
  province: (person: Person) => sql`SELECT id FROM organisations WHERE province_id = ${person.provinceId}`,
};

const below = (person: Person, top: ReturnType<typeof sql>, organisationId: string) => sql<boolean>`EXISTS (
  SELECT FROM organisation_closure c JOIN organisations o ON o.id = c.descendant_id
  WHERE c.ancestor_id = ${top} AND c.descendant_id = ${organisationId} AND c.province_id = ${person.provinceId}
    AND c.valid_from <= ${person.today} AND (c.valid_until > ${person.today} OR c.valid_until = o.valid_until))`;

const WAYS = {
  subtree: (person: Person, organisationId: string) => below(person, sql`${person.organisationId}`, organisationId),
  council: (person: Person, organisationId: string) =>
    below(person, sql`(SELECT parent_id FROM organisations WHERE id = ${person.organisationId})`, organisationId),
  cluster: (person: Person, organisationId: string) => sql<boolean>`EXISTS (
    SELECT FROM cluster_members WHERE cluster_id = ${person.organisationId} AND member_id = ${organisationId}
      AND valid_from <= ${person.today} AND valid_until > ${person.today})`,
  province: (person: Person, organisationId: string) => sql<boolean>`EXISTS (
    SELECT FROM organisations WHERE id = ${organisationId} AND province_id = ${person.provinceId})`,
};
