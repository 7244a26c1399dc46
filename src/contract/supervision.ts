import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { ActionId, CommentId, MovementId } from './ids.ts';
import { Movement } from './movements.ts';
import { OrganisationRef } from './organisations.ts';

/** Supervision: what is opened to it, what supervisors say, what is answered. */

const version = z.number().int().min(1);
const instant = z.iso.datetime();

export const CommentView = z.object({
  id: CommentId,
  version,
  organisation: OrganisationRef,
  byPost: z.string(),
  at: instant,
  text: z.string(),
  answer: z.object({ text: z.string(), byPost: z.string(), at: instant }).nullable(),
});
export type CommentView = z.infer<typeof CommentView>;

export const openToSupervision = endpoint({
  name: 'openToSupervision',
  method: 'POST',
  path: '/api/movements/:movementId/open',
  input: z.object({ movementId: MovementId, actionId: ActionId, version }),
  output: Movement,
  access: 'session',
  summary: 'Let supervisors read a movement and comment on it.',
});

export const closeToSupervision = endpoint({
  name: 'closeToSupervision',
  method: 'POST',
  path: '/api/movements/:movementId/close',
  input: z.object({ movementId: MovementId, actionId: ActionId, version }),
  output: Movement,
  access: 'session',
  summary: 'Take a movement back from supervision; comments already made stay.',
});

export const listComments = endpoint({
  name: 'listComments',
  method: 'GET',
  path: '/api/movements/:movementId/comments',
  input: z.object({ movementId: MovementId }),
  output: z.object({ comments: z.array(CommentView), mayComment: z.boolean(), mayAnswer: z.boolean() }),
  access: 'session',
  summary: 'What supervisors said of a movement and what was answered, in the order in which it was said.',
});

export const commentOnMovement = endpoint({
  name: 'commentOnMovement',
  method: 'POST',
  path: '/api/movements/:movementId/comments',
  input: z.object({ movementId: MovementId, actionId: ActionId, text: filled(5_000) }),
  output: CommentView,
  access: 'session',
  summary: 'Say something about a movement that is open to supervision.',
});

export const answerComment = endpoint({
  name: 'answerComment',
  method: 'PUT',
  path: '/api/comments/:commentId/answer',
  input: z.object({ commentId: CommentId, actionId: ActionId, version, text: filled(5_000) }),
  output: CommentView,
  access: 'session',
  summary: 'Answer a comment of supervision, or write the answer anew.',
});
