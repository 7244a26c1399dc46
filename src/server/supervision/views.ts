import type { z } from 'zod';
import type { CommentView, listComments } from '../../contract/supervision.ts';
import { movementFacts } from '../movements/facts.ts';
import { mayDo } from '../reach.ts';
import type { Read, Viewer } from '../read.ts';

export type CommentOut = z.input<typeof CommentView>;

function commentRows(read: Read, where: { movementId: string } | { commentId: string }) {
  const [column, id] =
    'movementId' in where ? (['c.movement_id', where.movementId] as const) : (['c.id', where.commentId] as const);
  return read
    .selectFrom('movement_comments as c')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.version', 'c.at', 'c.by_post as byPost', 'c.text', 'c.answer', 'c.answered_at as answeredAt'])
    .select(['c.answered_by_post as answeredByPost', 'o.id as organisationId', 'o.name as organisationName'])
    .where(column, '=', id)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute();
}

function commentOut(row: Awaited<ReturnType<typeof commentRows>>[number]): CommentOut {
  const { answer, answeredAt, answeredByPost, organisationId, organisationName, ...rest } = row;
  return {
    ...rest,
    organisation: { id: organisationId, name: organisationName },
    answer:
      answer !== null && answeredAt !== null && answeredByPost !== null
        ? { text: answer, at: answeredAt, byPost: answeredByPost }
        : null,
  };
}

/** Comments of a movement the viewer may read, in the order in which they were made. */
export async function viewComments(
  read: Read,
  viewer: Viewer,
  { movementId }: { movementId: string },
): Promise<z.input<(typeof listComments)['output']>> {
  const movement = await movementFacts(read, viewer, movementId);
  const open = movement.openedAt !== null && movement.archivedAt === null;
  return {
    comments: (await commentRows(read, { movementId })).map(commentOut),
    mayComment: open && (await mayDo(read, viewer, 'commentOnMovement', movement.organisationId)),
    mayAnswer: movement.archivedAt === null && (await mayDo(read, viewer, 'answerComment', movement.organisationId)),
  };
}

/** One comment as the list shows it; whoever asks has made sure that it may be read. */
export async function viewComment(read: Read, commentId: string): Promise<CommentOut> {
  const [row] = await commentRows(read, { commentId });
  if (!row) throw new Error(`no comment ${commentId}`);
  return commentOut(row);
}
