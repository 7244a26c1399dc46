import type { FieldChange, HistoryDeed, HistorySubject } from '../../core/rules/history.ts';
import type { ActContext, Tx } from '../act.ts';

export type HistoryEntry = {
  movementId: string;
  deed: HistoryDeed;
  subject: HistorySubject;
  subjectId: string;
  /** Null for the movement itself. */
  subjectName: string | null;
  changes: FieldChange[];
  reason?: string | null;
};

/** Who did it: an account in its post, or none where it was done with a link. */
export type HistoryContext = Pick<ActContext, 'now' | 'newId' | 'record'> & {
  viewer: Pick<ActContext['viewer'], 'provinceId' | 'organisationId' | 'postTitle'> & { accountId: string | null };
};

/** Keeps what happened for people to read, and the same for the audit chain. */
export async function keepHistory(tx: Tx, context: HistoryContext, entries: readonly HistoryEntry[]): Promise<void> {
  const { viewer, now, newId } = context;
  if (entries.length === 0) return;
  const { name } = await tx
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', viewer.organisationId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('movement_history')
    .values(
      entries.map((entry) => ({
        province_id: viewer.provinceId,
        id: newId(),
        movement_id: entry.movementId,
        at: now,
        by_account: viewer.accountId,
        by_post: viewer.postTitle,
        organisation_name: name,
        deed: entry.deed,
        subject: entry.subject,
        subject_id: entry.subjectId,
        subject_name: entry.subjectName?.slice(0, 300) ?? null,
        changes: JSON.stringify(entry.changes),
        reason: entry.reason ?? null,
      })),
    )
    .execute();
  for (const entry of entries)
    context.record({
      deed: `${entry.subject}-${entry.deed}`,
      subjectKind: entry.subject,
      subjectId: entry.subjectId,
      before: Object.fromEntries(entry.changes.map((change) => [change.field, change.before])),
      after: Object.fromEntries(entry.changes.map((change) => [change.field, change.after])),
    });
}
