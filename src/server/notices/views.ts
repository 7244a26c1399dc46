import { sql } from 'kysely';
import type { z } from 'zod';
import type { countNotices, listNotices, NoticeMatter } from '../../contract/notices.ts';
import type { Read, Viewer } from '../read.ts';

type Listed = z.input<(typeof listNotices)['output']>;
type Matter = z.input<typeof NoticeMatter>;

const DAYS_A_PAGE = 14;

/** One's own notices, the newest day first. */
export async function viewNotices(
  read: Read,
  viewer: Viewer,
  { before }: z.infer<(typeof listNotices)['input']>,
): Promise<Listed> {
  const found = await read
    .selectFrom('notices')
    .select(['id', 'day', 'at', 'read_at as readAt'])
    .where('account_id', '=', viewer.accountId)
    .$if(before !== undefined, (query) => query.where('day', '<', before ?? ''))
    .orderBy('day', 'desc')
    .limit(DAYS_A_PAGE + 1)
    .execute();
  const shown = found.slice(0, DAYS_A_PAGE);
  const lines = await linesOf(
    read,
    shown.map(({ id }) => id),
  );
  return {
    notices: shown.map(({ id, day, at, readAt }) => ({
      id,
      day,
      at,
      read: readAt !== null,
      lines: lines.filter((line) => line.noticeId === id),
    })),
    more: found.length > DAYS_A_PAGE,
    ...(await viewNoticeCount(read, viewer)),
  };
}

async function linesOf(read: Read, noticeIds: readonly string[]) {
  if (noticeIds.length === 0) return [];
  const rows = await read
    .selectFrom('notice_lines as l')
    .innerJoin('organisations as o', 'o.id', 'l.organisation_id')
    .select(['l.id', 'l.notice_id as noticeId', 'l.kind', 'l.facts', 'o.id as organisationId', 'o.name'])
    .where('l.notice_id', 'in', [...noticeIds])
    .orderBy('l.at', 'desc')
    .orderBy('l.kind')
    .orderBy('l.key')
    .execute();
  return rows.map(({ id, noticeId, kind, facts, organisationId, name }) => ({
    id,
    noticeId,
    organisation: { id: organisationId, name },
    matter: { kind, facts } as unknown as Matter,
  }));
}

/** How many lines stand in notices that were not read. */
export async function viewNoticeCount(
  read: Read,
  { accountId }: Pick<Viewer, 'accountId'>,
): Promise<z.input<(typeof countNotices)['output']>> {
  const { rows } = await sql<{ unread: number }>`SELECT count(*)::int AS unread FROM notices n
    JOIN notice_lines l ON l.notice_id = n.id WHERE n.account_id = ${accountId} AND n.read_at IS NULL`.execute(read);
  return { unread: rows[0]?.unread ?? 0 };
}
