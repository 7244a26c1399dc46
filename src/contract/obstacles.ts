import { z } from 'zod';
import { OBSTACLE_LIMITS, OBSTACLE_LISTS, OBSTACLE_STATES } from '../core/rules/obstacles.ts';
import { endpoint } from './endpoint.ts';
import { filled } from './facts.ts';
import { ActionId, CalendarDate, MovementId, ObstacleId, OrganisationId } from './ids.ts';
import { DomainCode } from './indicators.ts';
import { PeriodRef } from './measurements.ts';
import { OrganisationRef } from './organisations.ts';

/** Khó khăn, vướng mắc, nguyên nhân, đề xuất, kiến nghị of units, put together upward by domain, each with an answer. */

const version = z.number().int().min(1);
const count = z.number().int().min(0);
const instant = z.iso.datetime();
const token = z.string().min(20).max(100);
const said = filled(OBSTACLE_LIMITS.text).nullable();

/** How far it is, who solves it and what was said to it; of what it was put together in, where it was. */
export const ObstacleAnswer = z.object({
  state: z.enum(OBSTACLE_STATES),
  owner: OrganisationRef.nullable(),
  answer: z.string().nullable(),
  at: instant.nullable(),
  byPost: z.string().nullable(),
  /** Who has to answer it now. */
  to: OrganisationRef,
});
export type ObstacleAnswer = z.infer<typeof ObstacleAnswer>;

export const Obstacle = z.object({
  id: ObstacleId,
  version,
  movement: z.object({ id: MovementId, title: z.string() }),
  organisation: OrganisationRef,
  period: PeriodRef,
  domain: DomainCode.nullable(),
  obstacle: z.string().nullable(),
  cause: z.string().nullable(),
  recommendation: z.string().nullable(),
  saidBy: z.string().nullable(),
  byLink: z.boolean(),
  at: instant,
  byPost: z.string(),
  answer: ObstacleAnswer,
  /** Put together in another, whose answer `answer` is. */
  merged: z.boolean(),
  /** The units whose own it was put together of, at most 50 by name. */
  of: z.array(z.string()),
  ofCount: count,
  withdrawn: z.boolean(),
  mayChange: z.boolean(),
  mayMerge: z.boolean(),
  mayAnswer: z.boolean(),
  /** May be passed on upward, and taken back from there. */
  mayPass: z.boolean(),
  mayTakeBack: z.boolean(),
});
export type Obstacle = z.infer<typeof Obstacle>;

export const ObstacleFilters = z.object({
  /** Words without diacritics. */
  q: z.string().max(200).optional(),
  whose: z.enum(OBSTACLE_LISTS).optional(),
  domain: z.union([DomainCode, z.literal('none')]).optional(),
  state: z.enum(OBSTACLE_STATES).optional(),
  movementId: MovementId.optional(),
  from: CalendarDate.optional(),
  until: CalendarDate.optional(),
});
export type ObstacleFilters = z.infer<typeof ObstacleFilters>;

export const listObstacles = endpoint({
  name: 'listObstacles',
  method: 'GET',
  path: '/api/obstacles',
  input: ObstacleFilters,
  output: z.object({
    /** By domain; what was put together in another last, then the newest first. */
    obstacles: z.array(Obstacle),
    /** How many there are in all, of which the first are shown. */
    all: count,
    /** The same by domain, whatever domain was asked for. */
    domains: z.array(z.object({ domain: DomainCode.nullable(), all: count, open: count })),
    /** Movements they are of. */
    movements: z.array(z.object({ id: MovementId, title: z.string() })),
  }),
  access: 'session',
  summary: 'What hinders units and what they ask for, by domain, with answers, owners and states.',
});

const Said = { domain: DomainCode.nullable(), obstacle: said, cause: said, recommendation: said };

export const saveObstacle = endpoint({
  name: 'saveObstacle',
  method: 'POST',
  path: '/api/obstacles',
  input: z.object({
    actionId: ActionId,
    /** Null for a new one. */
    obstacleId: ObstacleId.nullable(),
    version: z.number().int().min(0),
    movementId: MovementId,
    organisationId: OrganisationId,
    from: CalendarDate,
    until: CalendarDate,
    ...Said,
    saidBy: filled(200).nullable(),
  }),
  output: Obstacle,
  access: 'session',
  summary: 'Say what hinders a unit in a period, why, and what it asks for; reword it until its superior is at it.',
});

export const withdrawObstacle = endpoint({
  name: 'withdrawObstacle',
  method: 'POST',
  path: '/api/obstacles/:obstacleId/withdraw',
  input: z.object({ obstacleId: ObstacleId, actionId: ActionId, version, withdrawn: z.boolean() }),
  output: Obstacle,
  access: 'session',
  summary: 'Take back what was said before anybody is at it, or have it again.',
});

export const mergeObstacles = endpoint({
  name: 'mergeObstacles',
  method: 'POST',
  path: '/api/obstacles/merge',
  input: z.object({
    actionId: ActionId,
    obstacles: z
      .array(z.object({ obstacleId: ObstacleId, version }))
      .min(1)
      .max(OBSTACLE_LIMITS.merged),
    ...Said,
  }),
  output: Obstacle,
  access: 'session',
  summary: "Take up what units say, put together and reworded, as the own place's; its answer is the answer to each.",
});

export const answerObstacle = endpoint({
  name: 'answerObstacle',
  method: 'POST',
  path: '/api/obstacles/:obstacleId/answer',
  input: z.object({
    obstacleId: ObstacleId,
    actionId: ActionId,
    version,
    state: z.enum(OBSTACLE_STATES),
    ownerId: OrganisationId.nullable(),
    answer: said,
  }),
  output: Obstacle,
  access: 'session',
  summary: 'Say who solves it, how far it is, and the answer.',
});

export const passObstacle = endpoint({
  name: 'passObstacle',
  method: 'POST',
  path: '/api/obstacles/:obstacleId/pass',
  input: z.object({ obstacleId: ObstacleId, actionId: ActionId, version, up: z.boolean() }),
  output: Obstacle,
  access: 'session',
  summary: 'Pass it on to the level above, or take it back from there while nobody has answered.',
});

/** What the holder of a link for figures says, and what became of it. */
export const ObstacleByLink = z.object({
  obstacle: z.string().nullable(),
  recommendation: z.string().nullable(),
  state: z.enum(OBSTACLE_STATES).nullable(),
  answer: z.string().nullable(),
  /** Nobody is at it yet: it may be reworded. */
  open: z.boolean(),
});
export type ObstacleByLink = z.infer<typeof ObstacleByLink>;

const short = filled(OBSTACLE_LIMITS.linkText).nullable();

export const openObstacleByLink = endpoint({
  name: 'openObstacleByLink',
  method: 'POST',
  path: '/api/links/figures/obstacle/open',
  input: z.object({ token }),
  output: ObstacleByLink,
  access: 'public',
  whileBound: true,
  summary: "What the unit of a link for figures said last about the link's period, and the answer.",
});

export const sendObstacleByLink = endpoint({
  name: 'sendObstacleByLink',
  method: 'POST',
  path: '/api/links/figures/obstacle/send',
  input: z.object({ token, obstacle: short, recommendation: short }),
  output: ObstacleByLink,
  access: 'public',
  whileBound: true,
  summary: 'Say by a link for figures what hinders the unit and what it asks for; the same twice is said once.',
});
