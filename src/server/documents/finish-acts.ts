/** What the program itself does with readings: takes one, keeps its lease, ends it well or not. */

import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Reading, RegistryEntry } from '../../core/reader/reading.ts';
import { toRegistryEntry } from '../../core/reader/registry.ts';
import type { ReadingStage } from '../../core/rules/documents.ts';
import { numberSymbol } from '../../core/rules/movements.ts';
import { isoDate } from '../../core/text/dates.ts';
import { storable, storableValue } from '../../core/text/storable.ts';
import type { SystemContext, Tx } from '../act.ts';
import type { DB } from '../db/tables.generated.ts';
import { answerableMovements } from '../movements/facts.ts';
import { organisationsAround, reachOf, todayIn } from '../organisations/facts.ts';
import { inProvince, provincesWithReadings } from '../wall.ts';
import { dropDocument } from './acts.ts';
import { draftFromReading } from './draft.ts';

const LEASE = sql<string>`now() + interval '20 seconds'`;

export type TakenReading = { id: string; provinceId: string; documentId: string; fileName: string; sha256: string };

/** Takes the oldest waiting reading for a process, or none; no two processes get the same. */
export async function takeReading(db: Kysely<DB>, owner: string): Promise<TakenReading | undefined> {
  for (const provinceId of await provincesWithReadings(db, 'waiting')) {
    const taken = await inProvince(db, provinceId, (trx) => takeInside(trx, owner));
    if (taken) return taken;
  }
  return undefined;
}

async function takeInside(trx: Transaction<DB>, owner: string): Promise<TakenReading | undefined> {
  const taken = await trx
    .updateTable('readings')
    .set({ state: 'running', stage: 'opening', lease_owner: owner, lease_until: LEASE })
    .where('id', '=', (row) =>
      row
        .selectFrom('readings')
        .select('id')
        .where('state', '=', 'waiting')
        .orderBy('started_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'province_id as provinceId', 'document_id as documentId', 'file_name as fileName'])
    .executeTakeFirst();
  if (!taken || taken.documentId === null) return undefined;
  const { file_sha256 } = await trx
    .selectFrom('documents')
    .select('file_sha256')
    .where('id', '=', taken.documentId)
    .executeTakeFirstOrThrow();
  return { ...taken, documentId: taken.documentId, sha256: file_sha256.toString('hex') };
}

export type ReadingProgress = { stage: ReadingStage; page: number | null; pages: number | null };

/** A reading that this process has taken. */
export type Lease = { id: string; provinceId: string; owner: string };

/** Keeps a reading's lease and shows how far it is. False once it is no longer this process's: stopped, or thrown away. */
export async function keepLease(
  db: Kysely<DB>,
  { id, provinceId, owner }: Lease,
  progress: ReadingProgress,
): Promise<boolean> {
  const kept = await inProvince(db, provinceId, (trx) =>
    trx
      .updateTable('readings')
      .set({ ...progress, lease_until: LEASE })
      .where('id', '=', id)
      .where('lease_owner', '=', owner)
      .executeTakeFirst(),
  );
  return kept.numUpdatedRows === 1n;
}

/** Gives a reading back, to be taken again: by another process, or by this one after it has started anew. */
export async function releaseReading(db: Kysely<DB>, { id, provinceId, owner }: Lease): Promise<void> {
  await inProvince(db, provinceId, (trx) =>
    trx
      .updateTable('readings')
      .set({ state: 'waiting', stage: null, page: null, pages: null, lease_owner: null, lease_until: null })
      .where('id', '=', id)
      .where('lease_owner', '=', owner)
      .execute(),
  );
}

/** Tells the people of readings whose process is gone. Their files are kept, so that they can be read again. */
export async function endExpired(db: Kysely<DB>): Promise<number> {
  let count = 0;
  for (const provinceId of await provincesWithReadings(db, 'running')) {
    const ended = await inProvince(db, provinceId, (trx) =>
      trx
        .updateTable('readings')
        .set({
          state: 'failed',
          failure_code: 'interrupted',
          lease_owner: null,
          lease_until: null,
          ended_at: sql`now()`,
        })
        .where('state', '=', 'running')
        .where('lease_until', '<', sql<string>`now()`)
        .executeTakeFirst(),
    );
    count += Number(ended.numUpdatedRows);
  }
  return count;
}

/** Forgets readings that failed or were stopped before `before`, with their files; how many. */
export async function dropOldReadings(tx: Tx, before: string): Promise<number> {
  const gone = await tx
    .deleteFrom('readings')
    .where('state', 'in', ['failed', 'cancelled'])
    .where('ended_at', '<', before)
    .returning('document_id as documentId')
    .execute();
  for (const { documentId } of gone) if (documentId !== null) await dropDocument(tx, documentId);
  return gone.length;
}

/** What was handed in, and what other documents of the province tell of themselves, for reading it. */
export async function fileOf(db: Kysely<DB>, { provinceId, documentId, fileName, sha256 }: TakenReading) {
  return inProvince(db, provinceId, async (trx) => {
    const { bytes } = await trx
      .selectFrom('files')
      .select('bytes')
      .where('province_id', '=', provinceId)
      .where('sha256', '=', Buffer.from(sha256, 'hex'))
      .executeTakeFirstOrThrow();
    const rows = await trx
      .selectFrom('documents')
      .select('registry')
      .where('province_id', '=', provinceId)
      .where('id', '!=', documentId)
      .where('registry', 'is not', null)
      .orderBy('added_at', 'desc')
      .limit(300)
      .execute();
    const registry = rows.map((row) => row.registry as RegistryEntry);
    return { bytes: new Uint8Array(bytes), name: fileName, registry };
  });
}

type Held = { id: string; owner: string };

async function isHeld(
  tx: Tx,
  { id, owner }: Held,
): Promise<{ organisationId: string; provinceId: string } | undefined> {
  return tx
    .selectFrom('readings')
    .select(['organisation_id as organisationId', 'province_id as provinceId'])
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('lease_owner', '=', owner)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps what was found and the draft a person starts from. Does nothing when the reading was stopped meanwhile. */
export async function finishReading(
  tx: Tx,
  context: SystemContext,
  done: Held & { documentId: string; reading: Reading },
): Promise<void> {
  const held = await isHeld(tx, done);
  context.record({ deed: held ? 'reading-ready' : 'reading-gone', subjectKind: 'reading', subjectId: done.id });
  if (!held) return;
  const reading = storableValue(done.reading) as Reading;
  const { organisationId, provinceId } = held;
  const today = await todayIn(tx, provinceId, context.now);
  const draft = draftFromReading(reading, {
    organisationId,
    organisations: await organisationsAround(tx, { provinceId, today }, organisationId),
    reach: await reachOf(tx, organisationId),
    superiors: await answerableMovements(tx, organisationId),
    today,
  });
  await tx
    .updateTable('documents')
    .set({
      ...identityColumns(reading),
      content: JSON.stringify(reading),
      registry: JSON.stringify(toRegistryEntry(reading)),
    })
    .where('id', '=', done.documentId)
    .execute();
  await tx
    .updateTable('readings')
    .set({
      state: 'ready',
      stage: null,
      page: null,
      pages: reading.source.pages,
      lease_owner: null,
      lease_until: null,
      ended_at: context.now,
      draft: JSON.stringify(storableValue(draft)),
      draft_saved_at: context.now,
      draft_saved_by: sql`started_by_post`,
    })
    .where('id', '=', done.id)
    .execute();
}

/** What a document says of itself, as columns of documents. */
export function identityColumns(reading: Reading) {
  const { date } = reading;
  const limited = (text: string | null, max: number) => (text === null ? null : storable(text.slice(0, max)));
  const number = limited(reading.number, 50);
  const symbol = limited(reading.symbol, 100);
  return {
    kind_name: limited(reading.kindName, 200),
    number,
    symbol,
    number_symbol: numberSymbol({ number, symbol }),
    issued_on: date ? isoDate(date.year, date.month, date.day) : null,
    year: date?.year ?? null,
    issuer: limited(reading.issuer?.name ?? null, 300),
    title: limited(reading.title, 1_000),
  };
}

/** Leaves nothing behind but the reason. */
export async function failReading(
  tx: Tx,
  context: SystemContext,
  failed: Held & { documentId: string; code: string; facts: Readonly<Record<string, string | number>> },
): Promise<void> {
  const held = await isHeld(tx, failed);
  context.record({
    deed: held ? 'reading-failed' : 'reading-gone',
    subjectKind: 'reading',
    subjectId: failed.id,
    after: { code: failed.code },
  });
  if (!held) return;
  await tx
    .updateTable('readings')
    .set({
      state: 'failed',
      stage: null,
      page: null,
      pages: null,
      lease_owner: null,
      lease_until: null,
      document_id: null,
      failure_code: failed.code,
      failure_facts: JSON.stringify(failed.facts),
      ended_at: context.now,
    })
    .where('id', '=', failed.id)
    .execute();
  await dropDocument(tx, failed.documentId);
}
