/**
 * The one door for writing: right → idempotency → transaction → audit → commit → effects.
 * No transaction is opened anywhere else and no `Tx` is made anywhere else; the architecture test looks.
 */

import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { type ActName, type Scope, scopesOf } from '../core/rules/access.ts';
import { moduleOf } from '../core/rules/modules.ts';
import { type AuditOrigin, type AuditRecord, appendAudit } from './audit.ts';
import type { DB } from './db/tables.generated.ts';
import { Problem } from './problem.ts';
import { type Read, setViewer, type Viewer } from './read.ts';
import { settingFor } from './settings/facts.ts';

declare const WRITING: unique symbol;

/** A transaction that may write. It reads too, so facts take a `Read` and get either. */
export type Tx = Transaction<DB> & Read & { readonly [WRITING]: true };

/** What the outside world lends an act. */
export type World = {
  db: Kysely<DB>;
  /** The instant, ISO. */
  now: () => string;
  newId: () => string;
  /** Told about an effect that failed after the commit. */
  failed: (error: unknown) => void;
};

export type ActContext = {
  viewer: Viewer;
  /** How far the viewer's right for this act reaches; at least one. */
  scopes: readonly Scope[];
  now: string;
  newId: () => string;
  /** Writes what happened into the audit log; every act does so at least once. */
  record: (record: AuditRecord) => void;
  /** Runs after the commit, never when it fails. */
  after: (effect: () => Promise<void>) => void;
};

type Doing<I> = { viewer: Viewer; name: ActName; actionId: string; input: I };

/**
 * Does `deed` once, all of it or nothing.
 *
 * Throws `forbidden` without the right, `action-reused` when the id came before with other input; the same id with the
 * same input gives the earlier answer and does nothing.
 */
export async function act<I, O>(
  world: World,
  { viewer, name, actionId, input }: Doing<I>,
  deed: (tx: Tx, input: I, context: ActContext) => Promise<O>,
): Promise<O> {
  const scopes = scopesOf(name, viewer.roles);
  if (scopes.length === 0) throw new Problem('forbidden', 'forbidden');
  const now = world.now();
  const inputHash = createHash('sha256').update(JSON.stringify(input, byKey)).digest();
  const effects: (() => Promise<void>)[] = [];
  const answer = await written(world.db, async (trx) => {
    effects.length = 0;
    await setViewer(trx, viewer, 'auto');
    const earlier = await claim(trx, { viewer, name, actionId, inputHash, now });
    if (earlier) return earlier.answer as O;
    await refuseModule(trx, viewer, name);
    const records: AuditRecord[] = [];
    const context: ActContext = {
      viewer,
      scopes,
      now,
      newId: world.newId,
      record: (record) => void records.push(record),
      after: (effect) => void effects.push(effect),
    };
    const done = await deed(trx as unknown as Tx, input, context);
    if (records.length === 0) throw new Error(`${name} left no audit record`);
    await appendAudit(
      trx,
      {
        provinceId: viewer.provinceId,
        accountId: viewer.accountId,
        organisationId: viewer.organisationId,
        postTitle: viewer.postTitle,
        act: name,
        actionId,
        at: now,
        deputationId: viewer.deputationId,
        ...(viewer.from ? { origin: viewer.from } : {}),
      },
      records,
      JSON.stringify(done ?? null),
    );
    return done;
  });
  for (const effect of effects) await effect().catch(world.failed);
  return answer;
}

/** A deed of a module that is switched off where the viewer works is not done. */
async function refuseModule(trx: Transaction<DB>, { organisationId, today }: Viewer, name: ActName): Promise<void> {
  const module = moduleOf(name);
  if (module === undefined) return;
  if (!(await settingFor<boolean>(trx, module, { organisationId, on: today })))
    throw new Problem('refused', 'module-off');
}

export type SystemContext = Pick<ActContext, 'now' | 'newId' | 'record' | 'after'>;

/** Whoever holds a link, as the log names them: no account, but a unit, and from where. */
export type LinkHolder = { organisationId: string; postTitle: string; origin: AuditOrigin };

/**
 * Does `deed` for no account: what the program itself goes on with (a reading that ended), the first set-up, the demo's
 * data, what the holder of a link does with it. All of it or nothing, in the chain like every other act; there is no
 * right to check and no id to remember.
 */
export async function actForSystem<O>(
  world: World,
  { provinceId, name, holder }: { provinceId: string; name: string; holder?: LinkHolder },
  deed: (tx: Tx, context: SystemContext) => Promise<O>,
): Promise<O> {
  const now = world.now();
  const effects: (() => Promise<void>)[] = [];
  const answer = await written(world.db, async (trx) => {
    effects.length = 0;
    await setViewer(trx, { provinceId, accountId: '' });
    const records: AuditRecord[] = [];
    const done = await deed(trx as unknown as Tx, {
      now,
      newId: world.newId,
      record: (record) => void records.push(record),
      after: (effect) => void effects.push(effect),
    });
    if (records.length === 0) throw new Error(`${name} left no audit record`);
    const nobody = { accountId: null, organisationId: null, postTitle: 'system', actionId: null };
    await appendAudit(trx, { ...nobody, ...holder, provinceId, act: name, at: now }, records);
    return done;
  });
  for (const effect of effects) await effect().catch(world.failed);
  return answer;
}

/** Forgets which acts were done before `before`: nobody sends one again after so long. How many. */
export async function dropOldActions(tx: Pick<Tx, 'deleteFrom'>, before: string): Promise<number> {
  const gone = await tx.deleteFrom('actions').where('at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

const TRIES = 4;
/** Two acts met in the wrong order and PostgreSQL let one go: nothing of it happened, so it may begin again. */
const COLLISIONS = new Set(['40001', '40P01']);

async function written<O>(db: Kysely<DB>, work: (trx: Transaction<DB>) => Promise<O>): Promise<O> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (attempt === TRIES || !COLLISIONS.has(code)) throw error;
    }
  }
}

/** Objects with their keys in order, so that the same input always hashes the same. */
function byKey(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

type Claim = { viewer: Viewer; name: ActName; actionId: string; inputHash: Buffer; now: string };

/** Takes the action's id, or finds what was answered under it. A second sender waits here until the first has ended. */
async function claim(
  trx: Transaction<DB>,
  { viewer, name, actionId, inputHash, now }: Claim,
): Promise<{ answer: unknown } | null> {
  const fresh = await trx
    .insertInto('actions')
    .values({
      id: actionId,
      province_id: viewer.provinceId,
      account_id: viewer.accountId,
      act: name,
      input_hash: inputHash,
      answer: null,
      at: now,
    })
    .onConflict((row) => row.column('id').doNothing())
    .executeTakeFirst();
  if (fresh.numInsertedOrUpdatedRows === 1n) return null;
  const earlier = await trx
    .selectFrom('actions')
    .select(['account_id', 'act', 'input_hash', 'answer'])
    .where('id', '=', actionId)
    .executeTakeFirst();
  // One that cannot be seen is somebody's in another province.
  if (
    !earlier ||
    earlier.account_id !== viewer.accountId ||
    earlier.act !== name ||
    !earlier.input_hash.equals(inputHash)
  )
    throw new Problem('refused', 'action-reused');
  return { answer: earlier.answer };
}
